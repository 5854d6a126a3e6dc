"""The way in at its head, related work by preparation, and the pages elsewhere: for every occupation of the bundle."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import CodeSystem, JobZone, Occupation, Projection, RelatedOccupation, Release
from tests import rows
from tests.web.conftest import make_occupation, make_release
from tests.web.wording import says
from web.occupations import words
from web.occupations.ways_out import FINDERS, ONET, Way, onet_code, ways_out

ROOT = Path(__file__).resolve().parents[3]
NURSES = "https://www.bls.gov/ooh/healthcare/registered-nurses.htm"


@pytest.mark.parametrize(
    ("education", "experience", "training", "said"),
    [
        (3, 4, 6, "Usually about four years of college for a bachelor’s degree."),
        (
            3, 1, 6,
            "Usually about four years of college for a bachelor’s degree, then five years or more of work in a related"
            " occupation.",
        ),
        (7, 4, 2, "Usually a high school diploma, then an apprenticeship, which takes several years."),
        (8, 4, 5, "Usually up to a month of training on the job; no diploma or degree is usually asked for."),
        (8, 4, 6, "No diploma or degree is usually asked for."),
        (
            1, 4, 1,
            "Usually college and several more years for a doctoral or professional degree, with an internship or"
            " residency.",
        ),
        (
            5, 2, 4,
            "Usually a certificate program after high school, without a degree, then up to five years of work in a"
            " related occupation, then a month to a year of training on the job.",
        ),
        (4, None, None, "Usually two years of college or a little more for an associate’s degree."),
        (None, 4, 6, ""),
    ],
)  # fmt: skip
def test_time_to_enter(
    education: int | None, experience: int | None, training: int | None, said: str
) -> None:
    projection = Projection(entry_education=education, work_experience=experience, training=training)
    assert words.time_to_enter(projection) == said


@pytest.mark.parametrize(
    ("experience", "said"),
    [(4, "People can usually start without earlier"), (1, "not a first job"), (2, "not a first job")],
)
def test_entry_jobs_are_told_from_those_that_ask_for_experience(experience: int, said: str) -> None:
    assert said in words.entry_job(Projection(entry_education=3, work_experience=experience))
    assert words.entry_job(Projection(entry_education=3)) == ""


# What a text says of the way in, and the codes of BLS that it is true of.
CLAIMS: tuple[tuple[str, str, set[int]], ...] = (
    (r"\b(a month or less|less than (a|one) month|within (about )?a month|in a month\b)", "training", {5}),
    (r"(train|learn)[^.]*(?<!no )(?<!not )\bmore than (a|one) year\b", "training", {3}),
    (r"\bfive years or more (of|in) (a )?(related|work)", "work_experience", {1}),
    (r"\bless than five years (of|in) (a )?(related|work)", "work_experience", {2}),
    (r"[Aa]n? [^.]*apprenticeship[^.]* is the usual (way|path)", "training", {2}),
    (r"[Tt]he usual way in is a bachelor's degree(?! and then a master)", "entry_education", {3}),
    (r"[Tt]he usual way in is an associate's degree", "entry_education", {4}),
    (r"[Nn]o diploma is (required|needed)", "entry_education", {8}),
)


@pytest.mark.real_files
def test_every_occupation_has_it_and_no_text_contradicts_it() -> None:
    """The sentence is made from BLS's assignments; the text under it was written by people."""
    bundle = ROOT / "fixtures" / "bundle"
    older = pl.read_parquet(bundle / "projections-2024-34-projections.parquet")
    assigned = {row["code"]: row for row in older.filter(pl.col("entry_education").is_not_null()).to_dicts()}
    assert len(assigned) == 832
    said = {
        code: words.time_to_enter(
            Projection(**{name: row[name] for name in ("entry_education", "work_experience", "training")})
        )
        for code, row in assigned.items()
    }
    assert all(said.values())
    assert len(set(said.values())) > 40
    contradictions = []
    for path in sorted((ROOT / "fixtures" / "editorial" / "profiles").glob("*.md")):
        text = path.read_text().partition("## How to become one")[2].partition("\n## ")[0].replace("\n", " ")
        for code in re.search(r"codes: \[(.*?)\]", path.read_text())[1].split(", "):  # type: ignore[index]
            contradictions += [
                f"{code}: {claim[0]!r}, but {figure} is {assigned[code][figure]}"
                for pattern, figure, codes in CLAIMS
                if code in assigned
                and (claim := re.search(pattern, text))
                and assigned[code][figure] not in codes
            ]
    assert contradictions == []


@pytest.mark.django_db
def test_the_head_of_how_to_become_one(client: Client, managers: Occupation) -> None:
    old = make_release("2024–34", dt.date(2025, 8, 28), source="projections")
    new = make_release("2025–35", dt.date(2026, 8, 27), source="projections")
    years = {"base_year": 2025, "target_year": 2035}
    rows.projection(
        release=new, occupation=managers, entry_education=3, work_experience=1, training=6, carried_from=old,
        percent_change=Decimal("2.6"), **years,
    )  # fmt: skip
    html = client.get(managers.get_absolute_url()).text
    section = html.partition('id="how-to-become-one"')[2].partition("</section>")[0]
    lead = "Usually about four years of college for a bachelor’s degree, then five years or more of work in a related"
    assert says(section, lead)
    assert section.index("Usually about four years") < section.index("Education to enter")
    # What comes from the round before stands under its name, with its own mark.
    assert says(section, "5 years or more (projections 2024–34)")
    assert says(section, "EP, 2024–34")
    assert f'id="source-{old.pk}"' in html


# Related work by preparation


@pytest.fixture
def zoned(managers: Occupation, soc: CodeSystem) -> Release:
    """Managers in zone 4, beside related work in zones 2, 4 and 5, and one without a zone."""
    onet = make_release("30.3", dt.date(2026, 5, 1), source="onet")
    JobZone.objects.create(release=onet, occupation=managers, zone=4)
    for rank, (title, zone) in enumerate(
        (("Helpers", 2), ("Engineers", 4), ("Scientists", 5), ("Clerks", None)), 1
    ):
        other = make_occupation(soc, f"17-20{rank}1", title, 4, managers.parent)
        fields = {"release": onet, "occupation": managers, "tier": "1-primary-short", "rank": rank}
        RelatedOccupation.objects.create(related=other, **fields)
        if zone:
            JobZone.objects.create(release=onet, occupation=other, zone=zone)
    return onet


@pytest.mark.django_db
def test_related_work_is_sorted_by_job_zone_and_claims_no_moves(
    client: Client, managers: Occupation, zoned: Release
) -> None:
    html = client.get(managers.get_absolute_url()).text
    block = html.partition("Related work, by how much preparation it takes")[2].partition("</section>")[0]
    assert re.findall(r"<dt>([^<]*)</dt>", block) == [
        "Usually less preparation", "About as much", "Usually more preparation"
    ]  # fmt: skip
    assert block.index("Helpers") < block.index("Engineers") < block.index("Scientists")
    assert "Clerks" not in block
    assert says(block, "None of our sources count people who move from one occupation to another")


@pytest.mark.django_db
def test_zones_of_two_releases_are_not_compared(
    client: Client, managers: Occupation, zoned: Release, soc: CodeSystem
) -> None:
    older = make_release("29.0", dt.date(2024, 8, 1), source="onet")
    clerks = Occupation.objects.get(sentence_title="Clerks")
    JobZone.objects.create(release=older, occupation=clerks, zone=1)
    html = client.get(managers.get_absolute_url()).text
    assert (
        "Clerks" not in html.partition("Related work, by how much preparation")[2].partition("</section>")[0]
    )
    JobZone.objects.filter(occupation=managers).delete()
    cache.clear()
    assert "Related work, by how much preparation" not in client.get(managers.get_absolute_url()).text


# Pages elsewhere


def test_the_addresses_have_the_form_that_is_known() -> None:
    """Whether they answer can't be known here."""
    for way in (*FINDERS, Way(ONET[0], ONET[1], ONET[2].format(code="11-3051.00"))):
        assert re.fullmatch(
            r"https://www\.(careeronestop\.org|apprenticeship\.gov|onetonline\.org)/[\w./-]+", way.href
        )
        assert way.name
        assert way.finds
        assert not way.finds.endswith(".")
    assert len({way.href for way in FINDERS}) == len(FINDERS) == 4


def test_no_template_has_an_address_of_them() -> None:
    for template in (ROOT / "templates").rglob("*.html"):
        assert not re.search(
            r"careeronestop|apprenticeship\.gov|onetonline|bls\.gov/ooh", template.read_text()
        ), template


@pytest.mark.django_db
def test_ways_out_of_a_profile(client: Client, managers: Occupation, soc: CodeSystem) -> None:
    old = make_release("2024–34", dt.date(2025, 8, 28), source="projections")
    new = make_release("2025–35", dt.date(2026, 8, 27), source="projections")
    rows.projection(release=old, occupation=managers, handbook_url=NURSES)
    rows.projection(release=new, occupation=managers)
    html = client.get(managers.get_absolute_url()).text
    section = html.partition('id="elsewhere"')[2].partition("</section>")[0]
    hrefs = re.findall(r'<a href="([^"]*)"', section)
    assert hrefs == [
        NURSES,
        "https://www.onetonline.org/link/summary/11-3051.00",
        *(way.href for way in FINDERS),
    ]
    # On paper the address stands behind what is found there.
    assert re.findall(r'data-address="([^"]*)"', section) == hrefs
    assert 'href="#elsewhere"' in html


@pytest.mark.django_db
def test_who_has_which_way_out(managers: Occupation, soc: CodeSystem) -> None:
    child = make_occupation(soc, "11-3051.01", "Quality Control Managers", Occupation.Level.ONET, managers)
    assert onet_code(child) == "11-3051.01"
    assert ways_out(child, [])[0].href.endswith("/11-3051.01")
    group = managers.parent
    assert group is not None
    assert ways_out(group, []) == []
    stand_in = ways_out(
        group, [Projection(handbook_url=NURSES)]
    )  # a broad group that stands in for its details
    assert [way.href for way in stand_in] == [NURSES, *(way.href for way in FINDERS)]
    combined = make_occupation(rows.system("oews-occupations"), "21-1018", "Counselors", 4, group)
    assert onet_code(combined) == ""
    managers.is_retired = True
    assert ways_out(managers, []) == []
