"""Which field a broken database constraint is about, so that a form or an import can point at it."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models


class NamesFieldsInErrors(models.Model):
    """A model whose broken constraints are reported at a field, as far as the form has it.

    `constraint_fields` gives the field for each constraint's name; a "value or reason" constraint belongs to
    its figure. Where it depends on the figures, a model overrides `field_of_constraint`.
    """

    constraint_fields: ClassVar[dict[str, str]] = {}

    class Meta:
        abstract = True

    def field_of_constraint(self, name: str) -> str | None:
        if name.endswith("_value_or_reason"):
            return name.removesuffix("_value_or_reason").removeprefix(f"{self._meta.model_name}_")
        return self.constraint_fields.get(name)

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Raise ValidationError with each broken constraint at its field."""
        errors: dict[str, list[ValidationError]] = {}
        for model, constraints in self.get_constraints():
            for constraint in constraints:
                try:
                    constraint.validate(model, self, exclude=set(exclude or ()))
                except ValidationError as error:
                    field = self.field_of_constraint(constraint.name)
                    if field is None or field in (exclude or ()):
                        field = NON_FIELD_ERRORS
                    errors.setdefault(field, []).extend(error.error_list)
        if errors:
            raise ValidationError(errors)
