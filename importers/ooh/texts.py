"""Writes the Handbook's profiles and sections without taking away what an editor has changed by hand.

What a load put into a section is kept beside it (`loaded_body`), and what it said of a profile's coverage in
the release's quick facts. Where the profile says something else by now, an editor has changed it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.text import slugify

from importers.ooh.checks import ProfileRow
from importers.runs import Loaded
from occupations.models import Profile, ProfileSection, QuickFacts, Release

REASON = "Loaded with the Occupational Outlook Handbook"
LONGEST_SLUG = 120
# Names of what is kept of a profile's coverage in `QuickFacts.as_published`.
CODES, SIMILAR = "soc_codes", "similar_occupations"


def slug_of(title: str) -> str:
    """The profile's slug: "ooh-accountants-and-auditors"."""
    return f"ooh-{slugify(title)}"[:LONGEST_SLUG].rstrip("-")


def write_profiles(
    rows: Sequence[ProfileRow],
    release: Release,
    ids: Mapping[str, int],
    loaded: Loaded,
    *,
    with_texts: bool = True,
) -> dict[str, Profile]:
    """Make or bring up to date the profiles and their sections; return them by slug.

    A profile that has the text of a later edition keeps it. Without texts, sections stay as they are, and so
    does all that an edition other than this one says of a profile.
    """
    wanted = {slug_of(row.title): row for row in rows}
    there = {profile.slug: profile for profile in _profiles(wanted)}
    fresh = Profile.objects.bulk_create(
        Profile(slug=slug, title=row.title, release=release, state=Profile.State.PUBLISHED)
        for slug, row in wanted.items()
        if slug not in there
    )
    profiles = there | {profile.slug: profile for profile in fresh}
    takes = _may_have_text_of if with_texts else _has_text_of
    current = {slug: row for slug, row in wanted.items() if takes(profiles[slug], release)}
    if others := len(wanted) - len(current):
        edition = "a later edition" if with_texts else "another edition"
        loaded.notes.append(f"{others:,} profiles have the text of {edition} and keep it.")
    Profile.objects.filter(slug__in=current).exclude(release=release).update(release=release)
    counts: Counter[str] = Counter({"profiles": len(wanted), "new profiles": len(fresh)})
    _write_coverage(current, profiles, {profile.slug for profile in fresh}, ids, loaded)
    if with_texts:
        _write_sections(current, profiles, counts, loaded)
    loaded.counts |= dict(counts)
    return profiles


def _profiles(slugs: Mapping[str, ProfileRow]) -> list[Profile]:
    related = Profile.objects.filter(slug__in=slugs).select_related("release")
    return list(related.prefetch_related("occupations", "similar"))


def _has_text_of(profile: Profile, release: Release) -> bool:
    return profile.release_id == release.pk


def _may_have_text_of(profile: Profile, release: Release) -> bool:
    stated = profile.release.published_on if profile.release else None
    return stated is None or release.published_on is None or stated <= release.published_on


def _write_coverage(
    rows: Mapping[str, ProfileRow],
    profiles: Mapping[str, Profile],
    fresh: set[str],
    ids: Mapping[str, int],
    loaded: Loaded,
) -> None:
    """The occupations that each profile covers and the profiles that it calls similar."""
    last = _last_loaded([profiles[slug] for slug in rows])
    by_title = {profile.title.lower(): profile for profile in profiles.values()}
    new: dict[str, list[tuple[int, int]]] = {CODES: [], SIMILAR: []}
    for slug, row in rows.items():
        profile = profiles[slug]
        similar = [by_title[title.lower()] for title in row.similar if title.lower() in by_title]
        wanted = {CODES: [ids[code] for code in row.codes], SIMILAR: [other.pk for other in similar]}
        if slug in fresh:
            for name, keys in wanted.items():
                new[name] += [(profile.pk, key) for key in keys]
            continue
        said = last.get(profile.pk, {})
        codes = {occupation.code for occupation in profile.occupations.all()}
        titles = {other.title.lower() for other in profile.similar.all()}
        # A title that no profile has was never written.
        said_similar = {title.lower() for title in said.get(SIMILAR, titles)} & by_title.keys()
        for name, field, stands, was, now in (
            (CODES, profile.occupations, codes, {*said.get(CODES, codes)}, {*row.codes}),
            (SIMILAR, profile.similar, titles, said_similar, {other.title.lower() for other in similar}),
        ):
            if stands == now:
                continue
            if stands == was:
                field.set(wanted[name])
            else:
                loaded.notes.append(
                    f"{profile.title}: its {name.replace('_', ' ')} were edited here and left."
                )
    covers, likens = Profile.occupations.through, Profile.similar.through
    covers.objects.bulk_create(covers(profile_id=one, occupation_id=other) for one, other in new[CODES])
    likens.objects.bulk_create(
        likens(from_profile_id=one, to_profile_id=other) for one, other in new[SIMILAR]
    )


def _last_loaded(profiles: Sequence[Profile]) -> dict[int, dict[str, Any]]:
    """What the newest load said of each profile's coverage."""
    facts = QuickFacts.objects.filter(profile__in=profiles).order_by("release__published_on", "release_id")
    return dict(facts.values_list("profile_id", "as_published"))


def _write_sections(
    rows: Mapping[str, ProfileRow],
    profiles: Mapping[str, Profile],
    counts: Counter[str],
    loaded: Loaded,
) -> None:
    slugs = {profiles[slug].pk: slug for slug in rows}
    there: dict[str, dict[str, ProfileSection]] = {slug: {} for slug in rows}
    for one in ProfileSection.objects.filter(profile__in=slugs):
        there[slugs[one.profile_id]][one.kind] = one
    deleted = set(
        ProfileSection.history.filter(profile__in=slugs, history_type="-").values_list("profile_id", "kind")
    )
    edited = set(ProfileSection.history.filter(profile__in=slugs).values_list("id", flat=True))
    fresh: list[ProfileSection] = []
    changed: list[ProfileSection] = []
    for slug, row in rows.items():
        profile = profiles[slug]
        for kind, body in row.sections.items():
            section = there[slug].pop(kind, None)
            if section is not None:
                outcome, is_changed = _bring_in(section, body)
                changed += [section] if is_changed else []
            elif (profile.pk, kind) in deleted:
                outcome = "sections deleted here and left"
            else:
                outcome = "new sections"
                fresh.append(
                    ProfileSection(
                        profile=profile,
                        kind=kind,
                        body=body,
                        loaded_body=body,
                        markup=ProfileSection.Markup.HTML,
                    )
                )
            counts[outcome] += 1
            if outcome.endswith("left"):
                loaded.notes.append(f"{profile.title}, {ProfileSection.Kind(kind).label}: {_said(outcome)}")
        for gone in there[slug].values():
            _take_out(gone, counts)
    ProfileSection.objects.bulk_create(fresh, batch_size=500)
    plain = [section for section in changed if section.pk not in edited]
    ProfileSection.objects.bulk_update(plain, ["body", "loaded_body", "incoming_body"], batch_size=500)
    for section in changed:
        if section.pk in edited:  # so that its list of versions is whole
            section._change_reason = REASON  # type: ignore[attr-defined]  # read by django-simple-history
            section.save()


def _said(outcome: str) -> str:
    if outcome.startswith("sections deleted"):
        return "deleted here, and left so."
    return "edited here, and left; the publisher’s new text is beside it in the admin."


def _bring_in(section: ProfileSection, body: str) -> tuple[str, bool]:
    """Give the section the text of the load, or keep it aside if an editor has changed the section.

    Returns what was done, and whether the row is to be saved.
    """
    before = (section.body, section.loaded_body, section.incoming_body)
    if section.body == section.loaded_body:
        outcome = "unchanged sections" if section.body == body else "sections brought up to date"
        section.body = section.loaded_body = body
        section.incoming_body = ""
    elif body in (section.body, section.loaded_body):
        # Nothing new from the publisher, or just what the editor had written.
        outcome = "edited sections without news"
        section.loaded_body, section.incoming_body = body, ""
    else:
        outcome = "sections edited here and left"
        section.incoming_body = body
    return outcome, before != (section.body, section.loaded_body, section.incoming_body)


def _take_out(section: ProfileSection, counts: Counter[str]) -> None:
    """Remove a section that the publisher has no more, unless an editor wrote or changed it."""
    if section.loaded_body and section.body == section.loaded_body:
        ProfileSection.objects.filter(pk=section.pk).delete()
        counts["sections taken out"] += 1
    else:
        counts["sections of ours"] += 1
