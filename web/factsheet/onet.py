"""What O*NET says of an occupation, of the codes that it combines, and of its specialties, as blocks of a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from occupations.descriptors import domain_source, interest_code, interests, ranked, technologies
from occupations.models import Element, JobZone, Occupation, Rating, Task, TaskRating
from web.factsheet import words
from web.factsheet.queries import Material
from web.factsheet.sheet import Block
from web.occupations.descriptors import SCALES, zone_sentence
from web.words import numbers
from web.words.interests import INTERESTS
from web.words.origins import origin_sentence

Domain, Scale = Element.Domain, Rating.Scale
# The elements of work context that are about hours; the others are about the place and its demands.
SCHEDULES = ("4.C.3.d.4", "4.C.3.d.8")
CONTEXT_SCALES = (Scale.CONTEXT, Scale.SHORT_CONTEXT)
# Work values are numbered by their high points in this order; 0 is none.
VALUES = ("Achievement", "Working Conditions", "Recognition", "Relationships", "Support", "Independence")
TASKS = ((True, "Core tasks"), (False, "Further tasks"), (None, "Tasks nobody has rated yet"))
NOT_THE_WAY_IN = "The usual way in is what the projections say, not this."
QUALITIES = (
    (Domain.SKILL, "Skills"),
    (Domain.KNOWLEDGE, "Knowledge"),
    (Domain.ABILITY, "Abilities"),
    (Domain.WORK_STYLE, "Work styles"),
)


def about(material: Material, occupation: Occupation) -> str:
    """Whom it is said of: "" for the code of the sheet itself."""
    if occupation.pk == material.occupation.pk:
        return ""
    if any(occupation.pk == member.pk for member in material.around.members):
        return words.of_part(occupation, len(material.around.members))
    return words.of_specialty(occupation)


def speakers(material: Material, rows: Mapping[int, Any] | None = None) -> list[Occupation]:
    """The code itself and those that it combines; with `rows`, those of them that have any.

    Where none of them has, its specialties that have: each speaks of a part of the code.
    """
    own = [material.occupation, *material.around.members]
    if rows is None:
        return own
    return [o for o in own if rows.get(o.pk)] or [o for o in material.around.specialties if rows.get(o.pk)]


def tasks(material: Material) -> list[Block]:
    """Core tasks, the most important first where that is rated, then the others, then new ones."""
    return [b for speaker in speakers(material, material.tasks) for b in _tasks_of(material, speaker)]


def _tasks_of(material: Material, occupation: Occupation) -> list[Block]:
    rows = material.tasks.get(occupation.pk, [])
    rated = _rated(material.task_ratings.get(occupation.pk, []))
    blocks = []
    for is_core, title in TASKS:
        own = sorted(
            (task for task in rows if task.is_core is is_core),
            key=lambda task: (-_importance(rated.get(task.task_id, ())), task.task_id),
        )
        if not own:
            continue
        is_ranked = any(task.task_id in rated for task in own)
        order = "most important first" if is_ranked else "in no order, as their importance isn’t loaded"
        source = str(own[0].release)
        if is_ranked and (ratings := material.task_ratings[occupation.pk][0].release) != own[0].release:
            source += f", ratings {ratings}"
        lines = [f"- {_task_line(task, rated.get(task.task_id, ()))}" for task in own]
        blocks.append(Block(f"{title}, {order}", source, lines, about(material, occupation)))
    return blocks + _emerging_of(material, occupation)


def _emerging_of(material: Material, occupation: Occupation) -> list[Block]:
    rows = material.emerging.get(occupation.pk, [])
    texts = {task.task_id: task.text for task in material.tasks.get(occupation.pk, [])}
    blocks = []
    for _, group in groupby(rows, key=lambda row: row.category):
        own = list(group)
        title = "New tasks" if own[0].revises is None else "Tasks in new words"
        lines = [
            f"- {row.text}" + (f" (before: {texts[row.revises]})" if row.revises in texts else "")
            for row in own
        ]
        named = sorted({row.domain_source for row in own} - {""})
        origin = origin_sentence("; ".join(named))
        blocks.append(Block(title, str(own[0].release), lines, about(material, occupation), origin=origin))
    return blocks


def _rated(ratings: Iterable[TaskRating]) -> dict[int, list[TaskRating]]:
    rated: dict[int, list[TaskRating]] = {}
    for rating in ratings:
        rated.setdefault(rating.task_id, []).append(rating)
    return rated


def _importance(ratings: Iterable[TaskRating]) -> float:
    return next((float(r.value) for r in ratings if r.scale == TaskRating.Scale.IMPORTANCE), 0.0)


def _task_line(task: Task, ratings: Sequence[TaskRating]) -> str:
    """The task, how important it is, how many do it, and how often most of them do."""
    said = []
    for rating in ratings:
        if rating.scale == TaskRating.Scale.IMPORTANCE:
            said.append(f"importance {numbers.number(rating.value, 1)} of 5")
        elif rating.scale == TaskRating.Scale.RELEVANCE:
            said.append(f"done by {words.share(rating.value)}")
    frequencies = [r for r in ratings if r.scale == TaskRating.Scale.FREQUENCY]
    if frequencies:
        top = max(frequencies, key=lambda r: r.value)
        said.append(f"most often {top.get_category_display().lower()} ({words.share(top.value)})")
    return f"{task.text} ({'; '.join(said)})" if said else task.text


def activities(material: Material) -> list[Block]:
    return _ranked(material, Domain.WORK_ACTIVITY, "Work activities")


def qualities(material: Material) -> list[Block]:
    """Skills, knowledge, abilities, work styles, values and interests, each highest first."""
    blocks = [block for domain, title in QUALITIES for block in _ranked(material, domain, title)]
    for speaker in speakers(material, material.ratings):
        own = material.ratings.get(speaker.pk, [])
        values = [r for r in own if r.scale == Scale.EXTENT and not r.is_suppressed]
        points = [r for r in own if r.scale == Scale.VALUE_HIGH_POINT and not r.is_suppressed and r.value]
        blocks += _block(
            material, speaker, "Work values, from 1 to 7, highest first", _values(values, points), values
        )
        found = interests(own)
        letters = interest_code(own)
        lines = ["; ".join(f"{r.element.name} {numbers.number(r.value, 1)}" for r in found)] if found else []
        if letters:
            lines.append(f"Strongest: {', '.join(INTERESTS[letter][0].lower() for letter in letters)}")
        blocks += _block(material, speaker, "Interests, from 1 to 7, highest first", lines, found)
    return blocks


def _values(values: Sequence[Rating], points: Sequence[Rating]) -> list[str]:
    if not values:
        return []
    ordered = sorted(values, key=lambda r: (-r.value, r.element.name))
    lines = ["; ".join(f"{r.element.name} {numbers.number(r.value, 1)}" for r in ordered)]
    # The elements' codes, 1.B.2.g to 1.B.2.i, are in the order of first to third.
    names = [VALUES[int(p.value) - 1] for p in sorted(points, key=lambda p: p.element.code)]
    return [*lines, f"Strongest: {', '.join(names).lower()}"] if names else lines


def _ranked(material: Material, domain: str, title: str) -> list[Block]:
    blocks = []
    for speaker in speakers(material, material.ratings):
        rows = ranked(material.ratings.get(speaker.pk, []), domain)
        if rows:
            lines = ["; ".join(map(words.ranked_line, rows)), f"{SCALES[rows[0].rating.scale]}."]
            ratings = [row.rating for row in rows]
            blocks += _block(material, speaker, f"{title}, highest first", lines, ratings)
    return blocks


def context(material: Material, *, schedules: bool) -> list[Block]:
    """The conditions of the work, those most often met first; or what is asked about hours."""
    blocks = []
    for speaker in speakers(material, material.ratings):
        rows = [
            r
            for r in material.ratings.get(speaker.pk, [])
            if r.element.domain == Domain.WORK_CONTEXT
            and (r.element.code in SCHEDULES) is schedules
            and not r.is_suppressed
            and not r.is_not_relevant
        ]
        means = {r.element_id: r for r in rows if r.scale in CONTEXT_SCALES}
        shares: dict[int, list[Rating]] = {}
        for row in rows:
            if row.scale not in CONTEXT_SCALES:
                shares.setdefault(row.element_id, []).append(row)
        keys = sorted(
            {r.element_id for r in rows}, key=lambda key: (-means[key].value if key in means else 0, key)
        )
        lines = [f"- {words.answer_line(means.get(k), shares.get(k, []), material.answers)}" for k in keys]
        title = "Hours" if schedules else "Conditions of the work, highest first"
        blocks += _block(material, speaker, title, lines, rows)
    return blocks


def tools(material: Material) -> list[Block]:
    """Technologies by kind; those in demand and hot ones are marked."""
    blocks = []
    for speaker in speakers(material, material.technologies):
        rows = material.technologies[speaker.pk]
        lines = [
            f"- {group.kind}: {', '.join(_technology(t.name, t.is_in_demand, t.is_hot) for t in group.technologies)}"
            for group in technologies(rows)
        ]
        title = "Software and technology (**: often asked for in this occupation; *: in many)"
        blocks.append(Block(title, str(rows[0].release), lines, about(material, speaker)))
    return blocks


def _technology(name: str, is_in_demand: bool, is_hot: bool) -> str:
    return f"{name}{'**' if is_in_demand else '*' if is_hot else ''}"


def preparation(material: Material) -> list[Block]:
    """Job zone and the education that people named as required, which the usual way in goes before."""
    blocks = []
    for speaker in speakers(material, material.zones):
        zone = material.zones.get(speaker.pk)
        if zone is not None:
            lines = [f"{zone_sentence(zone)}. {NOT_THE_WAY_IN}"]
            blocks.append(Block("Preparation", str(zone.release), lines, about(material, speaker)))
        shares = [share for share in material.education.get(speaker.pk, []) if share.percent]
        if shares:
            lines = [
                "; ".join(f"{s.get_category_display()} {numbers.percent_sign(s.percent)}" for s in shares),
                NOT_THE_WAY_IN,
            ]
            title = "Education that workers and experts say the job requires"
            blocks.append(Block(title, str(shares[0].release), lines, about(material, speaker)))
    return blocks


def related(material: Material) -> list[Block]:
    """Related occupations by whether they need more, as much or less preparation."""
    blocks = []
    for speaker in speakers(material, material.related):
        rows = material.related[speaker.pk]
        own = material.zones.get(speaker.pk)
        lines: dict[str, list[str]] = {}
        for row in rows:
            zone = material.zones.get(row.related_id)
            lines.setdefault(_step(own, zone), []).append(
                f"{row.related.code} {row.related.sentence_title}" + (f" (zone {zone.name})" if zone else "")
            )
        written = [f"- {step}: {'; '.join(lines[step])}" for step in STEPS if step in lines]
        title = "Related occupations, by the preparation that they need"
        blocks.append(Block(title, str(rows[0].release), written, about(material, speaker)))
    return blocks


STEPS = ("More preparation", "As much", "Less", "Not known")


def _step(own: JobZone | None, other: JobZone | None) -> str:
    # One release has a zone for two of another's, so zones of two releases can't be compared.
    if own is None or other is None or own.release_id != other.release_id:
        return STEPS[3]
    return STEPS[0] if other.zone > own.zone else STEPS[1] if other.zone == own.zone else STEPS[2]


def specialties(material: Material) -> list[Block]:
    """The 8-digit codes within, each with its description."""
    blocks = []
    for other in material.around.specialties:
        text = material.descriptions.get(other.pk)
        zone = material.zones.get(other.pk)
        lines = [text.text] if text else []
        if zone is not None:
            lines.append(f"{zone_sentence(zone)}.")
        source = str(text.release) if text else str(zone.release) if zone else "O*NET-SOC"
        blocks.append(Block("Specialty", source, lines, about(material, other)))
    return blocks


def _block(
    material: Material, occupation: Occupation, title: str, lines: Sequence[str], rows: Sequence[Rating]
) -> list[Block]:
    """A block of ratings with who or what they are from, or none where there are none."""
    if not lines or not rows:
        return []
    named: Mapping[int, str] = {
        release.pk: str(release) for releases in material.onet.holding.values() for release in releases
    }
    origin = origin_sentence(domain_source(rows))
    return [Block(title, named[rows[0].release_id], lines, about(material, occupation), origin=origin)]
