"""The profiles of the database in the form of their files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models import Prefetch, Q

from importers.editorial.rows import References, digest_of_row, key_of
from occupations.models import EditorialRow, Occupation, Profile, ProfileSection, Release
from occupations.written import (
    ALWAYS,
    HEADINGS,
    OMITTABLE,
    WrittenProfile,
    WrittenSection,
    in_order,
    plain_text,
)

PROFILE, SECTION = Profile._meta.label_lower, ProfileSection._meta.label_lower


@dataclass
class ToWrite:
    """Profiles to write, and what can't be written or won't be read again as it is."""

    profiles: list[WrittenProfile] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def profiles_to_write(*, everything: bool) -> ToWrite:
    """The profiles of which the database says something else than the files last did, or all. Six queries."""
    found = ToWrite()
    said = {
        (row.model, row.key): row.digest for row in EditorialRow.objects.filter(model__in=(PROFILE, SECTION))
    }
    for profile in profiles_of_editors():
        if not everything and not _changed(profile, said):
            continue
        if not profile.occupations.all():
            found.remarks.append(f"{profile.slug}: it is about no occupation and can't be written.")
            continue
        written = _completed(written_profile(profile))
        found.profiles.append(written)
        found.remarks += [
            f"{written.name}.md: {HEADINGS[kind]} is missing; it has to be written before the file can be loaded."
            for kind in ALWAYS
            if kind not in {section.kind for section in written.sections}
        ]
    return found


def written_profile(profile: Profile) -> WrittenProfile:
    """What the database says of a profile, its publisher's sections aside."""
    sections = tuple(
        WrittenSection(section.kind, plain_text(section.body))
        for section in sorted(profile.sections.all(), key=lambda section: section.kind)
    )
    occupations = profile.occupations.all()
    own = [one.code for one in occupations if one.system.slug.startswith("oews")]
    return WrittenProfile(
        slug=profile.slug,
        codes=tuple(in_order((one.code for one in occupations), own)),
        title=profile.title,
        state=profile.state,
        license=profile.license,
        omitted=tuple(profile.omitted),
        not_to_be_confused=tuple(profile.not_to_be_confused),
        reviewed_on=profile.reviewed_on.isoformat() if profile.reviewed_on else "",
        reviewed_by=profile.reviewed_by,
        sections=sections,
    )


def _completed(profile: WrittenProfile) -> WrittenProfile:
    """A section that is neither there nor left out on purpose counts as left out, one that is there doesn't."""
    there = {section.kind for section in profile.sections}
    omitted = [name for name in profile.omitted if OMITTABLE[name] not in there]
    if not profile.is_residual:
        omitted += [name for name, kind in OMITTABLE.items() if kind not in there and name not in omitted]
    return replace(profile, omitted=tuple(omitted))


def profiles_of_editors() -> Iterable[Profile]:
    """The profiles that editors write, by slug, each with its Markdown."""
    ours = Q(release__isnull=True) | Q(release__kind=Release.Kind.EDITORIAL)
    markdown = ProfileSection.objects.filter(markup=ProfileSection.Markup.MARKDOWN).select_related("profile")
    return (
        Profile.objects.filter(ours)
        .order_by("slug")
        .prefetch_related(
            Prefetch("occupations", Occupation.objects.select_related("system")),
            Prefetch("sections", markdown),
            "similar",
        )
    )


def _changed(profile: Profile, said: dict[tuple[str, str], str]) -> bool:
    """Whether the profile or a section says something else than the files did, is new, or is gone."""
    references = References()
    for occupation in profile.occupations.all():
        references.add(occupation)
    references.add(profile)
    rows = {(PROFILE, key_of(profile)): digest_of_row(profile, references)}
    for section in profile.sections.all():
        rows[SECTION, key_of(section)] = digest_of_row(section, references)
    if any(said.get(row) != digest for row, digest in rows.items()):
        return True
    gone = {key_of(ProfileSection(profile=profile, kind=kind)) for kind in HEADINGS}
    return any((SECTION, key) in said and (SECTION, key) not in rows for key in gone)
