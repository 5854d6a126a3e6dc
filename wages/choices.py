"""The values that columns may have, for models and for the querysets that their managers are made of."""

from __future__ import annotations

from django.db.models import TextChoices


class AreaKind(TextChoices):
    NATION = "nation", "Nation"
    STATE = "state", "State"
    TERRITORY = "territory", "Territory"
    METROPOLITAN = "metro", "Metropolitan area"
    NONMETROPOLITAN = "nonmetro", "Nonmetropolitan area"
