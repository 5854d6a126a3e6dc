"""The table of combined codes is held to the files: together with the SOC codes they print, nothing is
covered twice and nothing that OEWS surveys is left out."""

from collections import Counter

import fastexcel
import pytest

from importers.code_systems import ensure_combination_occupations
from importers.report import InputRefusedError
from importers.soc.combinations import COMBINATIONS, CURRENT, HYBRID
from occupations.models import Occupation

# Self-employed fishers and hunters are outside the survey; prosthodontists were not published for May 2022.
NOT_SURVEYED = {"45-3031"}
NOT_PUBLISHED = {2022: {"29-1024"}}


def _upper(frame):
    return frame.rename({column: column.upper() for column in frame.columns})


def _detailed_soc_codes(real_data):
    path = real_data / "soc-2018" / "soc_structure_2018.xlsx"
    frame = fastexcel.read_excel(str(path)).load_sheet(0, header_row=None, dtypes="string").to_polars()
    codes = [code for code in frame.to_series(3).drop_nulls() if code[:2].isdigit()]
    return [code for code in codes if not code.startswith("55")]


@pytest.mark.real_files
@pytest.mark.parametrize("year", range(2019, 2025))
def test_each_surveyed_occupation_is_covered_once(real_data, year):
    details = _detailed_soc_codes(real_data)
    combined = {row.code: row.combines for row in COMBINATIONS}
    path = real_data / "oews-xlsx" / f"national_M{year}_dl.xlsx"
    frame = _upper(fastexcel.read_excel(str(path)).load_sheet(0, dtypes="string").to_polars())
    published = set(frame.filter(frame["O_GROUP"] == "detailed")["OCC_CODE"])

    covered: Counter[str] = Counter()
    for code in published:
        if code in combined:
            covered.update(combined[code])
        elif code in details:
            covered[code] += 1
        else:  # a broad group that stands in for its details
            covered.update(detail for detail in details if detail[:6] == code[:6])

    assert [code for code, times in covered.items() if times > 1] == []
    assert set(details) - covered.keys() == NOT_SURVEYED | NOT_PUBLISHED.get(year, set())


def test_29_codes_of_which_five_are_still_in_use():
    assert Counter(row.system for row in COMBINATIONS) == {HYBRID: 24, CURRENT: 5}
    assert {row.code for row in COMBINATIONS if row.system == CURRENT} == {
        "21-1018", "25-2052", "25-9045", "51-2028", "53-1047"
    }  # fmt: skip


@pytest.mark.django_db
def test_combinations_need_the_soc():
    with pytest.raises(InputRefusedError, match="SOC 2018 is not loaded"):
        ensure_combination_occupations()
    assert not Occupation.objects.exists()
