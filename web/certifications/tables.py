"""The list of certifications."""

from __future__ import annotations

import django_tables2 as tables
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from occupations.models import Release
from web.certifications.rows import CertificationRow
from web.tables.base import FigureTable, classes
from web.tables.files import Field, text

COLUMNS = ("name", "organization", "renewal", "verified")
SORTS = tuple(f"{sign}{column}" for column in COLUMNS for sign in ("", "-"))


class CertificationTable(FigureTable):
    """Rows are `CertificationRow`s."""

    name = tables.Column(verbose_name="Certification", attrs=classes("name"))
    organization = tables.Column(attrs=classes("text under"))
    occupations = tables.Column(orderable=False, attrs=classes("text under", "For"))
    renewal = tables.Column(
        default="", attrs=classes("text under", "Renewed"), order_by=("renewal_years", "name")
    )
    verified = tables.Column(verbose_name="Checked", attrs=classes("text"))

    block_id = "certifications"
    caption_title = "Certifications."
    caption = (
        "Organizations give these to people who meet their requirements. A license comes from a government, and none"
        " are"
        " listed here."
    )

    def export_fields(self) -> dict[str, list[Field]]:
        return {
            "name": [
                text("certification", lambda row: row.certification.name),
                text("abbreviation", lambda row: row.certification.abbreviation),
            ],
            "organization": [text("organization", lambda row: row.organization)],
            "occupations": [text("occupations", _codes)],
            "renewal": [text("renewal", lambda row: row.renewal)],
            "verified": [text("checked", lambda row: row.verified)],
        }

    def export_releases(self) -> dict[str, Release | None]:
        return {}

    def render_name(self, record: CertificationRow) -> SafeString:
        certification = record.certification
        short = f" ({certification.abbreviation})" if certification.abbreviation else ""
        return format_html(
            '<a href="{}">{}{}</a>', certification.get_absolute_url(), certification.name, short
        )

    def render_occupations(self, record: CertificationRow) -> SafeString:
        return format_html_join(
            "; ",
            '<a href="{}">{}</a>',
            ((o.get_absolute_url(), o.sentence_title) for o in record.occupations),
        )


def _codes(row: CertificationRow) -> str:
    return "; ".join(f"{o.code} {o.sentence_title}" for o in row.occupations)
