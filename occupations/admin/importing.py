"""Tables of editorial rows in and out of the admin: uploaded, previewed with their differences, then confirmed.

A file names rows by natural key, as people write them: "oews May 2021", "soc-2018 11-3051", "naics-2022 332".
Every row passes the model's validation, the whole file goes in or none of it, and official rows stay out.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import mark_safe
from import_export.admin import ImportExportMixin
from import_export.fields import Field
from import_export.formats.base_formats import JSON
from import_export.forms import ExportForm
from import_export.resources import Diff, ModelResource
from import_export.tmp_storages import TempFolderStorage
from import_export.widgets import DecimalWidget, ForeignKeyWidget, IntegerWidget, ManyToManyWidget

from occupations.admin.formats import SafeCSV, why_unreadable
from occupations.admin.history import keep_first_version
from occupations.models import CertifyingOrganization, Industry, MissingReason, Occupation, Profile, Release
from occupations.models.missing import give_reasons


class KeyWidget(ForeignKeyWidget):
    """A related row by its natural key in one cell; `key_of` cuts the cell into the key's parts."""

    def __init__(self, model: type[models.Model], key_of: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(model)
        self.key_of = key_of

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return self.model.objects.get_by_natural_key(*self.key_of(text))
        except (ObjectDoesNotExist, TypeError):
            raise ValueError(f"there is no {self.model._meta.verbose_name} “{text}”") from None

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else key_in_words(value)


class KeysWidget(ManyToManyWidget):
    """Several related rows by natural key, separated by semicolons."""

    def __init__(self, one: KeyWidget) -> None:
        super().__init__(one.model, separator=";")
        self.one = one

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> list[Any]:
        keys = [key.strip() for key in str(value or "").split(";")]
        return [self.one.clean(key) for key in keys if key]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else "; ".join(key_in_words(row) for row in value.all())


class NumberWidget(DecimalWidget):
    """A number as the publisher writes it, without signs for money or thousands."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Decimal | None:
        try:
            return super().clean(value, row, **kwargs)
        except ArithmeticError:
            raise ValueError(f"“{value}” is not a number: write 103150 or 49.59") from None


class WholeNumberWidget(IntegerWidget):
    """A whole number; the library's own would cut 49.59 to 49."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> int | None:
        if self.is_empty(value):
            return None
        if not re.fullmatch(r"-?\d+", str(value).strip()):
            raise ValueError(f"“{value}” is not a whole number: write 103150")
        return int(value)


class ReasonWidget(IntegerWidget):
    """The reason for a missing figure, in words."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> int | None:
        for reason in MissingReason:
            if str(value).strip().lower() in {reason.label, str(reason.value)}:
                return reason.value
        if value in (None, ""):
            return None
        raise ValueError(f"unknown reason “{value}”: write one of {', '.join(MissingReason.labels)}")

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else MissingReason(value).label


def key_in_words(row: Any) -> str:
    """ "soc-2018 11-3051"; of an editorial release, "oews May 2021"."""
    key = row.natural_key()
    return " ".join(key[:2]) if isinstance(row, Release) else " ".join(key)


def _of_release(text: str) -> tuple[str, ...]:
    source, _, label = text.partition(" ")
    return (source, label, Release.Kind.EDITORIAL)


def system_and_code(text: str) -> tuple[str, ...]:
    """The code is the last word: systems and delineations may have several ("May 2024 0011260")."""
    system, _, code = text.rpartition(" ")
    return (system, code)


def _alone(text: str) -> tuple[str, ...]:
    return (text,)


def key_field(name: str, model: type[models.Model], key_of: Callable[[str], tuple[str, ...]]) -> Field:
    return Field(attribute=name, column_name=name, widget=KeyWidget(model, key_of))


def release_field() -> Field:
    return key_field("release", Release, _of_release)


def occupation_field() -> Field:
    return key_field("occupation", Occupation, system_and_code)


def industry_field() -> Field:
    return key_field("industry", Industry, system_and_code)


def profile_field() -> Field:
    return key_field("profile", Profile, _alone)


def organization_field() -> Field:
    return key_field("organization", CertifyingOrganization, _alone)


def occupations_field() -> Field:
    widget = KeysWidget(KeyWidget(Occupation, system_and_code))
    return Field(attribute="occupations", column_name="occupations", widget=widget)


class PlainDiff(Diff):
    """Differences as bare <ins> and <del>: the content security policy allows no style in the markup."""

    def as_html(self) -> list[str]:
        cells = super().as_html()  # escaped there, so a tag in it is the library's
        return [mark_safe(re.sub(r'<(ins|del) style="[^"]*">', r"<\1>", cell)) for cell in cells]  # noqa: S308 - see above


class EditorialResource(ModelResource):
    """What all such tables share. A subclass's Meta extends `Rules`; `figures` are filled in with reasons."""

    figures: tuple[str, ...] = ()

    class Rules:
        use_transactions = True
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True

    @classmethod
    def get_diff_class(cls) -> type[Diff]:
        return PlainDiff

    @classmethod
    def widget_from_django_field(cls, f: models.Field[Any, Any], default: Any = None) -> Any:
        if f.name.endswith("_missing"):
            return ReasonWidget
        if isinstance(f, models.IntegerField):
            return WholeNumberWidget
        if isinstance(f, models.DecimalField):
            return NumberWidget
        return (
            super().widget_from_django_field(f, default) if default else super().widget_from_django_field(f)
        )

    def get_queryset(self) -> QuerySet[Any]:
        rows = super().get_queryset()
        return rows.filter(release__kind=Release.Kind.EDITORIAL) if "release" in self.fields else rows

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        try:
            super().import_instance(instance, row, **kwargs)
        finally:
            give_reasons(instance, self.figures)

    def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        if hasattr(instance, "history"):
            keep_first_version(instance)


class UploadStorage(TempFolderStorage):
    """Keeps an upload between its preview and its confirmation, and opens no other file of that folder.

    The confirmation names the file, so a name that we did not make is refused.
    """

    name: str | None
    PREFIX = "occupedia-import-"

    def _open(self, mode: str = "r") -> Any:
        if self.name:
            if not re.fullmatch(rf"{self.PREFIX}\w+", self.name.rsplit("/", 1)[-1]):
                raise PermissionDenied
            return super()._open(mode)
        file = tempfile.NamedTemporaryFile(prefix=self.PREFIX, delete=False)  # noqa: SIM115 - the caller closes it
        self.name = file.name
        return file


class EditorialTablesMixin(ImportExportMixin):
    """Import and export for an admin of editorial rows. `resource_classes` says which columns."""

    formats = [SafeCSV, JSON]
    import_template_name = "admin/import_rows.html"  # the library's own shows paths of the server
    export_form_class = ExportForm
    tmp_storage_class = UploadStorage

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and self.has_change_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_export_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What the list shows, without official rows: those are published by their own export."""
        rows = super().get_export_queryset(request)
        if "release" in self.resource_classes[0].fields:
            rows = rows.filter(release__kind=Release.Kind.EDITORIAL)
        return rows

    def get_import_data_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_import_data_kwargs(**kwargs) | {"rollback_on_validation_errors": True}

    def add_data_read_fail_error_to_form(self, form: Any, e: Exception) -> None:
        form.add_error("import_file", why_unreadable(e))

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return super().process_import(request, **kwargs)
        except FileNotFoundError:
            messages.error(request, "This upload was already confirmed. Nothing changed this time.")
            return HttpResponseRedirect(self._import_address())

    def process_result(self, result: Any, request: HttpRequest) -> HttpResponse:
        if result.has_errors() or result.has_validation_errors():
            messages.error(
                request,
                "The data has changed since the preview. Nothing was imported. Upload the file again.",
            )
            return HttpResponseRedirect(self._import_address())
        return super().process_result(result, request)

    def _import_address(self) -> str:
        app, model = self.get_model_info()
        return reverse(f"admin:{app}_{model}_import")
