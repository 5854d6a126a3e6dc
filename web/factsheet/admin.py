"""The admin of profiles, with the fact sheet beside the text: it reads what only the pages' layer may read."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from occupations.admin.profiles import ProfileAdmin
from occupations.models import Profile

SHEET = "sheet"  # the parameter that chooses one of a profile's codes

admin.site.unregister(Profile)


@admin.register(Profile)
class ProfileWithSheetAdmin(ProfileAdmin):
    """The page of a profile has the sheet of its first code, or of the one that its address names."""

    change_form_template = "admin/profile_with_sheet.html"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        profile = kwargs.get("obj")
        if profile is not None and kwargs.get("change"):
            context |= sheet_context(profile, request.GET.get(SHEET, ""))
        answer: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return answer


def sheet_context(profile: Profile, asked: str) -> dict[str, Any]:
    """The sheet of one of the profile's codes, and the others to choose; nothing for a profile without a code."""
    # Every command and every process imports the admin, and few ever show a sheet.
    from web.factsheet.lookup import find  # noqa: PLC0415
    from web.factsheet.page import sheet_of  # noqa: PLC0415
    from web.factsheet.queries import material_of  # noqa: PLC0415
    from web.factsheet.sheet import NOTHING  # noqa: PLC0415

    codes = list(profile.occupations.order_by("code").values_list("code", flat=True))
    if not codes:
        return {}
    code = asked if asked in codes else codes[0]
    found = find([code])[code]
    sheet = None if isinstance(found, str) else sheet_of(material_of(found))
    return {
        "sheet": sheet,
        "no_sheet": found if sheet is None else "",
        "other_codes": [other for other in codes if other != code],
        "nothing": NOTHING,
    }
