"""The sheet from what was found: the sections of a profile in their order, then pay and outlook."""

from __future__ import annotations

from collections.abc import Sequence

from occupations import release_parts as part
from occupations.models import AlternateTitle, Profile, ProfileSection
from web.factsheet import onet, words
from web.factsheet.figures import codes_of, industries, jobs, pay_blocks, way_in
from web.factsheet.plain import lines_of
from web.factsheet.queries import NEAREST, Material
from web.factsheet.sheet import Block, Section, Sheet
from web.occupations.heading import ancestors, kind_line
from web.words.sentences import joined

Kind = ProfileSection.Kind
TitleKind = AlternateTitle.Kind
ONET_PARTS = (
    part.TASKS, part.TASK_RATINGS, part.EMERGING_TASKS, part.DESCRIPTIONS, part.WORK_ACTIVITIES, part.WORK_CONTEXT,
    part.SKILLS, part.KNOWLEDGE, part.ABILITIES, part.WORK_STYLES, part.WORK_VALUES, part.INTERESTS, part.JOB_ZONES,
)  # fmt: skip
TITLES = {
    TitleKind.ILLUSTRATIVE: "Examples of titles",
    TitleKind.DIRECT_MATCH: "Titles that mean this code alone",
    TitleKind.LAY: "Lay titles",
    TitleKind.REPORTED: "Titles that workers report",
    TitleKind.ALTERNATE: "Alternate titles",
}


def sheet_of(material: Material) -> Sheet:
    """The sheet; a section that no source speaks of is there without blocks."""
    sections: tuple[tuple[ProfileSection.Kind, list[Block]], ...] = (
        (Kind.IN_SHORT, [*definitions(material), *titles(material), *neighbors(material)]),
        (
            Kind.WHAT_THEY_DO,
            [
                *onet.tasks(material),
                *onet.activities(material),
                *onet.tools(material),
                *onet.specialties(material),
            ],
        ),
        (Kind.WORK_ENVIRONMENT, [*onet.context(material, schedules=False), *industries(material)]),
        (Kind.WORK_SCHEDULES, onet.context(material, schedules=True)),
        (
            Kind.EDUCATION_AND_TRAINING,
            [*onet.preparation(material), *programs(material), *certifications(material)],
        ),
        (Kind.OTHER_SKILLS, onet.qualities(material)),
        (Kind.ADVANCEMENT, onet.related(material)),
        (Kind.PAY, []),
        (Kind.JOB_OUTLOOK, []),
    )
    # What the page's figures say goes before what the Handbook says of an earlier period.
    first = {
        Kind.EDUCATION_AND_TRAINING: way_in(material),
        Kind.PAY: pay_blocks(material),
        Kind.JOB_OUTLOOK: jobs(material),
    }
    return Sheet(
        code=material.occupation.code,
        title=material.occupation.sentence_title,
        lead=lead(material),
        sections=[
            Section(kind.label, [*first.get(kind, []), *handbook(material, kind), *blocks])
            for kind, blocks in sections
        ],
    )


def lead(material: Material) -> list[str]:
    """What kind of code it is, where it stands, what it combines and what it is counted in."""
    occupation, around = material.occupation, material.around
    lines = [f"{kind_line(occupation)}."]
    groups = ancestors(occupation)
    if groups:
        lines.append(f"Within: {words.named(groups)}.")
    if around.members:
        lines.append(f"Statistics count these together under this code: {words.named(around.members)}.")
    combined = [other for other in around.wider if other.pk != occupation.parent_id]
    if combined:
        lines.append(f"Statistics count it together with others under: {words.named(combined)}.")
    if around.specialties:
        lines.append(f"Specialties within it: {words.named(around.specialties)}.")
    lines += [words.covers(profile.title, codes_of(profile)) for profile in material.profiles]
    return lines + not_loaded(material)


def not_loaded(material: Material) -> list[str]:
    """What a site without the publishers' files lacks, so that nobody takes it for silence of the sources."""
    of_onet = [name for name in ONET_PARTS if name not in material.onet.holding]
    missing = [f"O*NET’s {joined(of_onet)}"] if of_onet else []
    if not material.definitions:
        missing.append("definitions of SOC")
    if material.profiles and not any(profile.sections.all() for profile in material.profiles):
        missing.append("the Handbook’s text")
    lines = [f"Not loaded on this site: {'; '.join(missing)}."] if missing else []
    return lines if material.profiles else [*lines, "No Handbook profile covers this code."]


def definitions(material: Material) -> list[Block]:
    """What SOC and O*NET say the occupation is; where they say the same, once."""
    blocks = []
    for speaker in onet.speakers(material):
        texts = [
            text
            for text in (material.definitions.get(speaker.pk), material.descriptions.get(speaker.pk))
            if text is not None
        ]
        said: dict[str, list[str]] = {}
        for text in texts:
            said.setdefault(" ".join(text.text.split()), []).append(str(text.release))
        about = onet.about(material, speaker)
        blocks += [Block("What it is", ", ".join(sources), [text], about) for text, sources in said.items()]
    return blocks


def titles(material: Material) -> list[Block]:
    """Other titles by kind; of the codes that it combines each for itself."""
    blocks = []
    for speaker in onet.speakers(material):
        own = [title for title in material.titles if title.occupation_id == speaker.pk]
        for kind, name in TITLES.items():
            found = [title for title in own if title.kind == kind]
            if found:
                lines = ["; ".join(dict.fromkeys(title.title for title in found))]
                about = onet.about(material, speaker)
                folded = kind == TitleKind.ALTERNATE
                blocks.append(Block(name, str(found[0].release), lines, about, folded=folded))
    return blocks


def neighbors(material: Material) -> list[Block]:
    """The occupations that it is easily mistaken for: those beside it in SOC, and those that the Handbook names."""
    lines = []
    for other in material.around.neighbors[:NEAREST]:
        text = material.definitions.get(other.pk)
        said = f": {text.text}" if text else ""
        lines.append(f"- {other.code} {other.sentence_title}{said}")
    if others := material.around.neighbors[NEAREST:]:
        lines.append(f"- Also in the group: {words.named(others)}")
    soc = material.releases.get("soc")
    blocks = [Block("Neighbors, nearest first", str(soc), lines)] if lines and soc else []
    for profile in material.profiles:
        similar = [other.title for other in profile.similar.all()]
        if similar:
            blocks.append(_of_profile(material, profile, "Similar occupations", ["; ".join(similar)]))
    return blocks


def handbook(material: Material, kind: str) -> list[Block]:
    """The Handbook's section, of each profile that covers the code, one that it combines, or one that it is part of."""
    blocks = []
    for profile in material.profiles:
        for section in profile.sections.all():
            if section.kind == kind:
                lines = words.marked(lines_of(section.body), codes_of(profile), material.occupation)
                blocks.append(_of_profile(material, profile, f"Profile “{profile.title}”", lines))
    return blocks


def _of_profile(material: Material, profile: Profile, title: str, lines: Sequence[str]) -> Block:
    together = words.said_together(codes_of(profile), material.occupation)
    return Block(title, str(profile.release), lines, together=together)


def programs(material: Material) -> list[Block]:
    release = material.releases.get("cip-soc")
    if not material.programs or release is None:
        return []
    lines = ["; ".join(f"{program.code} {program.title}" for program in material.programs)]
    return [Block("Programs of study", str(release), lines)]


def certifications(material: Material) -> list[Block]:
    """Those that editors of this site entered, with whether anybody has checked them."""
    lines = [
        f"- {row.name}, {row.organization}"
        + (f" (checked {row.last_verified_on:%Y-%m-%d})" if row.last_verified_on else " (not checked yet)")
        for row in material.certifications
    ]
    return (
        [Block("Certifications; none of them is a license", "Entered on this site", lines)] if lines else []
    )
