"""Counties and ZIP codes: read from the publishers' files, checked, and written once."""

import gzip

import polars as pl
import pytest

from importers.localities import checks, reader
from importers.report import InputRefusedError, Problems
from occupations.models import ImportRun
from wages.models import County, ZipCode

COUNTIES = "county_fips_to_oews_area.csv"


@pytest.fixture
def folder(samples):
    return samples / "localities"


def test_counties_and_zip_codes_come_in(load, folder):
    run = load("localities", folder)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert (run.release.label, str(run.release.published_on)) == ("May 2024", "2025-07-01")
    dayton = ZipCode.objects.get(code="45401")
    assert (dayton.place, dayton.state, str(dayton.county)) == ("Dayton", "OH", "Montgomery County, OH")
    assert dayton.county is not None
    assert (dayton.county.delineation, dayton.county.area_code) == ("May 2024", "0019430")
    assert County.objects.get(fips="01005").area_code == "0100004"
    assert County.objects.get(fips="51600").key == "fairfax"
    assert ZipCode.objects.get(code="63101").key == "st louis"
    assert run.counts["ZIP codes in no state, left out"] == 2, "an APO, and the Marshall Islands"
    assert run.counts["ZIP codes without their county"] == 1
    assert ZipCode.objects.get(code="06066").county is None, "Tolland is a county of old"
    assert not ZipCode.objects.filter(code__in=["09001", "96960"]).exists()


def test_again_and_dry(load, folder):
    assert load("localities", folder, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not ZipCode.objects.exists()
    load("localities", folder)
    before = County.objects.count(), ZipCode.objects.count()
    assert load("localities", folder).outcome == ImportRun.Outcome.UNCHANGED
    assert load("localities", folder, force=True).outcome == ImportRun.Outcome.LOADED
    assert (County.objects.count(), ZipCode.objects.count()) == before


def test_a_torn_file_is_refused(load, folder, tmp_path):
    load("localities", folder)
    torn = tmp_path / "US.txt"
    torn.write_text("".join((folder / "US.txt").read_text().splitlines(keepends=True)[:10]))
    report = load("localities", torn, folder / COUNTIES).report
    assert "the file looks incomplete" in report


def test_a_gzipped_table_and_bls_own_workbook_are_read(folder, tmp_path, workbook):
    packed = tmp_path / "US.txt.gz"
    packed.write_bytes(gzip.compress((folder / "US.txt").read_bytes()))
    head = [
        "FIPS code", "State", "State abbreviation", "May 2024 MSA code ", "May 2024 MSA name", "County code",
        "Township code", "County name (or Township name for the New England states)",
    ]  # fmt: skip
    row = [
        "39",
        "Ohio",
        "OH",
        "  19430",
        "Dayton-Kettering-Beavercreek, OH",
        "113",
        "000",
        "Montgomery County",
    ]
    content = reader.read([packed, workbook("area_definitions.xlsx", areas=[head, row])])
    assert content.counties.select("fips", "area_code", "name").rows() == [
        ("39113", "19430", "Montgomery County")
    ]
    assert "45401" in content.zip_codes["code"]
    old = [text.replace("2024", "2021") for text in head]
    with pytest.raises(InputRefusedError, match="lacks"):
        reader.read([packed, workbook("old.xlsx", areas=[old, row])])


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (COUNTIES, "39113", "3911", "'3911' is not the FIPS code of a county"),
        (COUNTIES, "39113", "99113", "'99113' is not the FIPS code of a county"),
        (COUNTIES, "Travis County", "", "the name of 48453 is ''"),
        (COUNTIES, "12420", "A2420", "48453: 'A2420' is not the code of an OEWS area"),
        (COUNTIES, "100004", "200004", "01005 is in another state than its area, 0200004"),
        (COUNTIES, "01003", "01001", "01001 is in 0019300 here and in 0033860 before"),
        (COUNTIES, "county_name", "called", "missing columns: county_name"),
        ("US.txt", "45401", "4540", "'4540' is not a ZIP code, five digits"),
        ("US.txt", "45402", "45401", None),
        ("US.txt", "45401\tDayton", "45402\tKettering", "45402 is"),
        ("US.txt", "78701\tAustin", "78701\t", "the place of 78701 is ''"),
        ("US.txt", "\t4\n", "\n", "the row has 11 fields, not 12"),
        ("US.txt", "US\t", "DE\t", "this is not GeoNames’ table of the United States"),
    ],
)  # fmt: skip
def test_bad_rows_are_named(load, folder, tmp_path, file, old, new, message):
    for path in folder.iterdir():
        text = path.read_text()
        (tmp_path / path.name).write_text(text.replace(old, new) if path.name == file else text)
    run = load("localities", tmp_path)
    if message is None:  # the same row twice is one
        assert run.outcome == ImportRun.Outcome.LOADED, run.report
        return
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert message in run.report
    assert not County.objects.exists()


def test_one_file_alone_is_refused_and_says_what_it_lacks(load, folder):
    assert "GeoNames’ table of ZIP codes" in load("localities", folder / COUNTIES).report
    assert "none of the files has the counties" in load("localities", folder / "US.txt").report


def test_a_bundle_of_unknown_counties_is_refused():
    place = {"file": "a.parquet", "line": 1}
    counties = pl.DataFrame([{"fips": "39113", "name": "Montgomery County", "area_code": "0019430"} | place])
    codes = [{"code": "45401", "place": "Dayton", "state_code": "39", "county_fips": "39999"} | place]
    problems = Problems()
    checks.stored({"counties": counties, "zip_codes": pl.DataFrame(codes)}, problems)
    with pytest.raises(InputRefusedError, match="1 ZIP codes are in no state or county"):
        problems.refuse()


@pytest.mark.real_files
def test_the_real_files(real_data):
    folder = real_data / "areas-2025"
    files = ["geonames_us_postal_US.txt.gz", "derived_county_fips_to_oews_area_2025.csv"]
    content = reader.read([folder / name for name in files])
    problems = Problems()
    counties = checks.counties(content.counties, problems)
    codes, stateless, lost = checks.zip_codes(content.zip_codes, frozenset(counties["fips"]), problems)
    problems.refuse()
    assert (counties.height, counties["area_code"].n_unique()) == (3_222, 528)
    assert (codes.height, stateless, lost) == (40_977, 513, 12)
