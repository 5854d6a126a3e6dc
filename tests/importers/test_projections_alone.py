"""Projections alone or in another form: a web table beside its workbook, after a spreadsheet, an extract."""

from decimal import Decimal
from pathlib import Path

import pytest

from importers.projections.checks import FIGURES
from importers.projections.reader import read
from importers.projections.stored import stored_rows
from occupations.models import AlternateTitle, ImportRun, MissingReason, Projection

WORKBOOK = "occupation_2024-34.xlsx"
WEB = "Employment Projections_2024-34.csv"


@pytest.fixture
def folder(samples: Path) -> Path:
    return samples / "projections"


def test_a_web_table_of_another_issue_than_the_workbook_asks_for_both(soc, load, folder, tmp_path):
    load("projections", folder / WORKBOOK)
    web = tmp_path / "web.csv"
    web.write_text((folder / WEB).read_text().replace('"17.1"', '"17.2"'))
    report = load("projections", web).report
    assert "11-3051: openings is 17.2 here and 17.1 in the workbook that is loaded" in report
    assert "give the workbook of this issue together with the web table" in report


def test_a_torn_web_table_beside_the_workbook_is_refused(soc, load, folder, tmp_path):
    """Its lay titles take the place of those that are there."""
    load("projections", folder / WORKBOOK, folder / WEB)
    titles = AlternateTitle.objects.count()
    torn = tmp_path / "web.csv"
    torn.write_text("".join((folder / WEB).read_text().splitlines(keepends=True)[:2]))
    assert "the file looks incomplete" in load("projections", torn).report
    assert AlternateTitle.objects.count() == titles


def test_a_web_table_after_a_spreadsheet(soc, load, folder, tmp_path):
    """Excel adds thousands separators and noughts, and takes the formulas off the codes."""
    text = (folder / WEB).read_text().replace('"=""11-3051"""', "11-3051")
    web = tmp_path / "web.csv"
    web.write_text(text.replace('"241.9"', '"1,579.80"').replace('"17.1"', "124.20"))
    run = load("projections", web)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    row = Projection.objects.get(occupation__code="11-3051")
    assert (row.base_employment, row.openings) == (Decimal("1579.8"), Decimal("124.2"))


def test_the_headings_of_2016_26(soc, load, folder, tmp_path):
    text = (folder / WEB).read_text()
    header, rest = text.split("\n", 1)
    old = (
        '"Occupation Title","SOC Code","Employment 2024 (thousands)","Employment 2034 (thousands)",'
        '"Employment change, 2024-2034 (thousands)","Employment change, 2024-2034 (percent)",'
        '"Occupational openings, 2024-2034 annual average (thousands)","2024 median annual wage",'
        '"Typical entry-level education","Education Code","Work experience in a related occupation","Workex Code",'
        '"Typical on-the-job training","trCode"'
    )
    assert len(old.split('","')) == len(header.split('","'))
    load("projections", folder / WEB)
    rows = list(Projection.objects.order_by("occupation__code").values_list("occupation__code", *FIGURES))
    (tmp_path / "web.csv").write_text(f"{old}\n{rest}")
    run = load("projections", tmp_path / "web.csv")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert (
        list(Projection.objects.order_by("occupation__code").values_list("occupation__code", *FIGURES))
        == rows
    )


EXTRACT = (
    "title,code,type,employment_2025_thousands,employment_2035_thousands,change_thousands,change_percent,"
    "openings_thousands,median_annual_wage_2025,typical_entry_education\n"
    '"Total, all occupations",00-0000,Summary,170280.8,176198.5,5917.6,3.5,17461.8,50980,—\n'
    "Industrial production managers,11-3051,Line item,243.0,249.3,6.3,2.6,17.0,126000,Bachelor's degree\n"
)


def test_an_extract_of_a_round_carries_what_it_lacks_from_the_round_before(soc, load, folder, tmp_path):
    extract = tmp_path / "ep_table_1_2_2025-35.csv"
    extract.write_text(EXTRACT)
    load("projections", extract)
    row = Projection.objects.get(occupation__code="11-3051")
    assert (row.training, row.training_missing, row.carried_from) == (None, MissingReason.NOT_STATED, None)
    load("projections", folder / WORKBOOK)  # in whatever order
    new, old = Projection.objects.filter(occupation__code="11-3051").order_by("-base_year")
    assert (new.release.label, new.base_employment, new.openings) == (
        "2025–35",
        Decimal("243.0"),
        Decimal("17.0"),
    )
    assert (new.percent_self_employed, new.work_experience, new.training) == (
        old.percent_self_employed, old.work_experience, old.training,
    )  # fmt: skip
    assert new.carried_from == old.release
    assert (new.growth_word, new.growth_word_basis) == ("", "unknown")
    assert "public copy of BLS’s table 1.2" in new.release.note
    assert old.release.note == ""
    again = load("projections", extract, force=True)
    assert "experience, training and self-employed as in the round before: 2 rows" in again.report
    # What is carried is no statement of the round's own.
    own = stored_rows(new.release).filter(code="11-3051")
    assert own["training_missing"].to_list() == [MissingReason.NOT_STATED]
    assert own["training"].to_list() == [None]


def test_the_extract_of_2025_35(soc, load, real_data):
    """Against its own README: the total, one published percent, and that it leaves out legislators."""
    [content] = read([real_data / "ep-2025-35" / "ep_table_1_2_2025-35.csv"])
    assert (content.layout, content.round.label, content.rows.height) == ("extract", "2025–35", 1_112)
    total = content.rows.row(0, named=True)
    assert [total[name] for name in ("base_employment", "target_employment", "percent_change")] == [
        "170280.8", "176198.5", "3.5",
    ]  # fmt: skip
    assert content.rows.filter(code="15-1252")["percent_change"].to_list() == ["10.2"]
    assert content.rows.filter(code="11-1031").height == 0
