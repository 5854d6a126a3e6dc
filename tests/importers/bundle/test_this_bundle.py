"""The bundle that this site comes with: whole, small, and true to the figures that are known."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from importers.bundle.loader import load_bundle
from importers.bundle.manifest import read_manifest
from importers.bundle.parquet import read_parts
from importers.files import is_bundle_part
from importers.runs import Options
from importers.sources import sources
from occupations.models import (
    Description,
    ImportRun,
    Occupation,
    Profile,
    ProfileSection,
    Projection,
    Release,
    Task,
)
from wages.models import WageEstimate

pytestmark = pytest.mark.real_files
BUNDLE = Path(__file__).resolve().parents[3] / "fixtures" / "bundle"
MEGABYTES = 24
MANAGERS = "11-3051"


@pytest.fixture(scope="module")
def tables():
    """The tables of each release by its source and label, the parts held to the manifest."""
    found = {}
    for entry in read_manifest(BUNDLE):
        bundle = sources()[entry.source].bundle
        found[entry.source, entry.label] = read_parts(
            BUNDLE, entry, bundle.TABLES, getattr(bundle, "OPTIONAL", ())
        )
    return found


def _nation(cells, industry="000000"):
    here = (pl.col("area_code") == "0000000") & (pl.col("industry_code") == industry)
    return cells.filter(here)


def _managers(cells, industry="000000"):
    return _nation(cells, industry).row(by_predicate=pl.col("occupation_code") == MANAGERS, named=True)


def test_it_is_small_and_says_where_it_is_from():
    assert sum(path.stat().st_size for path in BUNDLE.iterdir()) <= MEGABYTES * 1_000_000
    entries = {(entry.source, entry.label): entry for entry in read_manifest(BUNDLE)}
    assert list(entries) == [
        ("soc", "SOC 2018"),
        ("naics", "NAICS 2022"),
        *(("oews", f"May {year}") for year in range(2014, 2026)),
        ("onet-soc", "O*NET-SOC 2019"),
        *(("projections", label) for label in ("2019–29", "2021–31", "2022–32", "2024–34", "2025–35")),
        ("cip-soc", "CIP 2020 to SOC 2018"),
        ("cpi", "August 2026"),
        ("localities", "May 2024"),
        ("onet", "29.0"),
        ("onet", "30.0"),
        ("onet", "30.3"),
        ("ooh", "2024–34"),
        ("rpp", "2024"),
        ("soc-2010", "SOC 2010 to SOC 2018"),
    ]
    origins = {origin.name: origin.sha256 for origin in entries["oews", "May 2025"].made_from}
    # As the publisher issued it, decompressed.
    assert origins["oe.data.0.Current"] == "09879508d69f51149842368c8953f13974338728329375481d485ee696d3370b"
    assert all(entry.made_from for entry in entries.values())


def test_may_2025_is_whole(tables):
    cells = tables["oews", "May 2025"]["cells"]
    assert cells.height == 370_172
    assert (tables["oews", "May 2025"]["areas"].height, tables["oews", "May 2025"]["industries"].height) == (
        583,
        444,
    )
    assert cells["occupation_code"].n_unique() == 1104
    assert cells.filter(published_level=4)["occupation_code"].n_unique() == 830
    capped = cells.filter(area_code="0000000", annual_p90_missing=2)
    assert capped.height == 24
    assert cells["annual_p90"].max() == 972_450


def test_the_known_figures_of_industrial_production_managers(tables):
    now = _managers(tables["oews", "May 2025"]["cells"])
    assert [now[f"annual_{name}"] for name in ("p10", "p25", "median", "p75", "p90")] == [
        78_000, 98_160, 126_060, 161_880, 205_520
    ]  # fmt: skip
    assert now["employment"] == 246_250
    industries = {"325": 135_530, "336": 131_510, "333": 124_850, "311": 116_250, "332": 109_920}
    cells = tables["oews", "May 2025"]["cells"]
    assert {code: _managers(cells, code)["annual_median"] for code in industries} == industries
    assert _managers(tables["oews", "May 2024"]["cells"])["annual_median"] == 121_440
    then = _managers(tables["oews", "May 2021"]["cells"])
    assert (then["annual_median"], then["annual_p10"], then["annual_p90"], then["employment"]) == (
        103_150, 64_150, 170_470, 192_270
    )  # fmt: skip
    projections = tables["projections", "2024–34"]["projections"]
    projection = projections.row(by_predicate=pl.col("code") == MANAGERS, named=True)
    assert (projection["base_employment"], projection["employment_change"], projection["openings"]) == (
        Decimal("241.9"), Decimal("4.6"), Decimal("17.1")
    )  # fmt: skip
    assert projection["percent_change"] == Decimal("1.9")


def test_the_newest_round_states_no_experience_and_leaves_out_legislators(tables):
    """It comes from an extract; what it lacks is carried over when it is loaded, and isn't the round's own."""
    new = tables["projections", "2025–35"]["projections"]
    total = new.row(by_predicate=pl.col("code") == "00-0000", named=True)
    assert (total["base_employment"], total["target_employment"], total["percent_change"]) == (
        Decimal("170280.8"), Decimal("176198.5"), Decimal("3.5")
    )  # fmt: skip
    assert new["training"].null_count() == new.height == 1_112
    assert set(new["training_missing"]) == {6}
    old = tables["projections", "2024–34"]["projections"]
    assert set(old["code"]) - set(new["code"]) == {"11-1031"}


def test_every_zip_code_leads_to_an_area_of_may_2025(tables):
    counties = tables["localities", "May 2024"]["counties"]
    codes = tables["localities", "May 2024"]["zip_codes"]
    assert (counties.height, codes.height) == (3_222, 40_977)
    areas = tables["oews", "May 2025"]["areas"]
    divided = areas.filter(pl.col("kind").is_in(["metro", "nonmetro"]))["code"]
    assert set(counties["area_code"]) == set(divided), "528 areas, each with its counties"
    dayton = codes.join(counties, left_on="county_fips", right_on="fips").filter(code="45401")
    assert dayton.select("place", "state_code", "name", "area_code").rows() == [
        ("Dayton", "39", "Montgomery County", "0019430")
    ]
    assert codes["county_fips"].null_count() == 12
    size = sum(path.stat().st_size for path in BUNDLE.glob("localities-*"))
    assert size <= 600_000


def test_where_openings_come_from_and_why_jobs_change(tables):
    """The figures are those of the publisher's tables 1.10 and 1.12, and the round's own."""
    rows = tables["projections", "2024–34"]["projections"]
    figures = ("labor_force_exits", "occupational_transfers", "separations", "openings")
    known = {
        "11-3051": ("5.8", "10.8", "16.7", "17.1"),
        "11-1031": ("0.8", "1.3", "2.1", "2.2"),
        "53-7199": ("1.2", "1.8", "3.0", "3.1"),
        "00-0000": ("8155.0", "10187.1", "18342.1", "18863.3"),
    }
    for code, stated in known.items():
        row = rows.row(by_predicate=pl.col("code") == code, named=True)
        assert tuple(str(row[figure]) for figure in figures) == stated
    assert rows["separations"].null_count() == 0
    assert tables["projections", "2025–35"]["projections"]["separations"].count() == 0
    addresses = dict(rows.filter(pl.col("handbook_url") != "").select("code", "handbook_url").iter_rows())
    assert len(addresses) == 603
    assert addresses["29-1141"] == "https://www.bls.gov/ooh/healthcare/registered-nurses.htm"
    factors = tables["projections", "2024–34"]["factors"]
    assert factors.height == 998
    nurses = factors.filter(code="29-1171").select("industry_code", "kinds", "direction").rows()
    assert nurses == [("TE1000", "substitution,demand", "up")]


def test_early_releases_bring_the_titles_that_tell_what_their_codes_mean(tables):
    for year in range(2014, 2019):
        early = tables["oews", f"May {year}"]
        titles = dict(early["occupations"].select("code", "title").iter_rows())
        assert set(titles) == set(early["cells"]["occupation_code"])
        assert titles["15-1132"] == "Software Developers, Applications"
        assert _managers(early["cells"])["annual_p90_missing"] is None
    assert "occupations" not in tables["oews", "May 2019"]
    assert _managers(tables["oews", "May 2014"]["cells"])["annual_median"] == 92_470
    largest = {year: tables["oews", f"May {year}"]["cells"]["annual_p90"].max() for year in (2015, 2016)}
    assert largest == {2015: 186_720, 2016: 207_400}


def _of(frame, **values):
    return frame.filter(**values).drop("code", strict=False).rows()


def test_what_onet_says_of_industrial_production_managers(tables):
    onet, older, oldest = (tables["onet", label] for label in ("30.3", "30.0", "29.0"))
    assert {name: frame.height for name, frame in onet.items()} == {
        "ratings": 8_307 + 37_422 + 17_880 + 44_700, "job-zones": 923, "education": 10_536, "technologies": 31_821,
        "related-occupations": 18_460,
    }  # fmt: skip
    # What 30.3 has not here: abilities and knowledge, and work values, which 30.0 has not either.
    assert set(older) == set(oldest) == {"ratings"}
    assert set(onet["ratings"]["element"].str.slice(0, 3)) == {"1.B", "1.D", "2.A", "2.B"}
    assert older["ratings"]["element"].str.slice(0, 3).value_counts().sort("element").rows() == [
        ("1.A", 92_976), ("2.C", 59_004)
    ]  # fmt: skip
    assert oldest["ratings"]["element"].str.starts_with("1.B.2.").all()
    code = f"{MANAGERS}.00"
    assert _of(older["ratings"], code=code, element="1.A.1.a.3", scale="IM")[0][3] == 4
    values = oldest["ratings"].filter(code=code, scale="VH").sort("element")["value"].to_list()
    assert values == [6, 2, 4], "independence, working conditions, relationships"
    assert _of(onet["job-zones"], code=code) == [(4, None)]
    assert onet["job-zones"].filter(zone=2)["lowest"].unique().to_list() == [1]
    interests = onet["ratings"].filter(code=code, scale="IH").sort("element")["value"].to_list()
    assert interests == [Decimal(5), Decimal(6), Decimal(1)]
    assert onet["education"].filter(code=code)["percent"].sum().quantize(Decimal(1)) == 100
    assert onet["related-occupations"].filter(code=code).height == 20
    assert tables["onet-soc", "O*NET-SOC 2019"]["occupations"].filter(soc=MANAGERS).height == 5


def test_what_became_of_software_developers_of_soc_2010(tables):
    changes = tables["soc-2010", "SOC 2010 to SOC 2018"]["changes"]
    assert changes.filter(level=4)["code"].n_unique() == 205
    assert changes.filter(code="15-1132")["successor"].to_list() == ["15-1252", "15-1253"]


def test_what_the_handbook_states_of_its_profiles(tables):
    handbook = tables["ooh", "2024–34"]
    assert {name: frame.height for name, frame in handbook.items()} == {
        "profiles": 342, "coverage": 603, "similar": 2594, "quick-facts": 341, "industry-shares": 1753,
        "medians": 1610,
    }  # fmt: skip
    title = "Industrial production managers"
    assert _of(handbook["coverage"], profile=title) == [(title,)]
    facts = handbook["quick-facts"].row(by_predicate=pl.col("profile") == title, named=True)
    assert (facts["annual_median"], facts["jobs"], facts["percent_change"], facts["employment_change"]) == (
        121_440, 241_900, Decimal(2), 4_600
    )  # fmt: skip
    shares = handbook["industry-shares"].filter(profile=title)
    assert shares.height == 5
    assert handbook["medians"].filter(profile=title)["period"].unique().to_list() == ["May 2024"]


def test_prices_and_programs(tables):
    prices = tables["cpi", "August 2026"]["prices"]
    assert (prices.height, prices["year"].min()) == (1476, 1913)
    assert prices.filter(year=2025, month=10).is_empty()  # it was not published
    areas = tables["rpp", "2024"]["areas"]
    columbus = areas.row(by_predicate=(pl.col("code") == "18140") & (pl.col("category") == 1), named=True)
    assert (areas.height, columbus["name"], columbus["value"]) == (2_425, "Columbus, OH", Decimal("95.469"))
    parities = tables["rpp", "2024"]["parities"]
    assert parities.height == 260
    assert parities["state_code"].n_unique() == 52
    pairs = tables["cip-soc", "CIP 2020 to SOC 2018"]["pairs"]
    assert (pairs.height, pairs["cip"].n_unique()) == (5723, 1948)


def test_it_holds_names_and_no_sentences(tables):
    for label, frames in tables.items():
        for table, frame in frames.items():
            for column in frame.select(pl.col(pl.String)).iter_columns():
                texts = column.drop_nulls().unique().str.replace(r"excl\.|\b(Inc|Ltd|Ste)\.", "")
                sentences = texts.filter(texts.str.contains(r"[a-z]{2}\. ?$|[a-z]{2}\. [A-Z]"))
                assert sentences.is_empty(), (label, table, column.name, sentences[:3])
                assert (texts.str.len_chars().max() or 0) <= 160, (label, table, column.name)


@pytest.mark.django_db
def test_it_loads_into_an_empty_database():
    runs = load_bundle([BUNDLE], Options())
    assert [run.report for run in runs if run.outcome != ImportRun.Outcome.LOADED] == []
    assert set(Release.objects.values_list("state", flat=True)) == {"ready"}
    assert WageEstimate.objects.filter(release__label="May 2025").count() == 370_172
    assert Occupation.objects.filter(system__slug="soc-2018").count() == 1448
    chemicals = WageEstimate.objects.get(
        release__label="May 2025", occupation__code=MANAGERS, industry__code="325", area__code="0000000"
    )
    assert chemicals.annual_median == 135_530
    projections = Projection.objects.filter(occupation__code=MANAGERS)
    words = projections.values_list("release__label", "growth_word", "growth_word_basis")
    assert {label: rest for label, *rest in words} == {
        "2019–29": ["", "unknown"],
        "2021–31": ["", "unknown"],
        "2022–32": ["", "unknown"],
        "2024–34": ["slower", "published"],
        "2025–35": ["", "unknown"],
    }
    assert Profile.objects.filter(release__label="2024–34", occupations__code=MANAGERS).count() == 1
    assert ProfileSection.objects.count() == Task.objects.count() == Description.objects.count() == 0
    assert load_bundle([BUNDLE], Options()) == []


def test_every_part_has_a_name_that_tells_it_from_other_files():
    names = [path.name for path in BUNDLE.glob("*.parquet")]
    assert names
    assert [name for name in names if not is_bundle_part(name)] == []
