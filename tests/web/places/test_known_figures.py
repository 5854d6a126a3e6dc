"""Published figures of places, known beforehand, read back from a site that runs on the whole bundle."""

import json
import re
from typing import Any

import pytest

IPM = "occupations/11-3051-industrial-production-managers/places/"


def rows_of(site: Any, path: str, key: str) -> dict[str, dict[str, Any]]:
    joint = "&" if "?" in path else "?"
    status, content = site.get(f"{path}{joint}_export=json")
    assert status == 200
    return {row[key]: row for row in json.loads(content)["rows"]}


PERCENTILES = ("annual_p10_usd", "annual_p25_usd", "annual_median_usd", "annual_p75_usd", "annual_p90_usd")


@pytest.mark.parametrize(
    ("area", "jobs", "per_1000", "quotient", "pay"),
    [
        ("4800000", 21_200, 1.507, 0.95, (79_780, 98_260, 130_890, 165_980, 207_880)),
        ("2600000", 14_320, 3.253, 2.05, (77_110, 97_090, 120_660, 148_360, 182_060)),
        ("1000000", 370, 0.764, 0.48, (99_770, 129_290, 153_000, 178_190, 214_960)),
        ("0019100", 5_890, 1.455, 0.92, (81_000, 98_770, 132_990, 171_080, 209_800)),
    ],
)
def test_industrial_production_managers(
    site: Any, area: str, jobs: int, per_1000: float, quotient: float, pay: tuple[int, ...]
) -> None:
    row = rows_of(site, f"{IPM}?view=all", "area_code")[area]
    assert (row["jobs"], row["jobs_per_1000"], row["location_quotient"]) == (jobs, per_1000, quotient)
    assert tuple(row[name] for name in PERCENTILES) == pay
    assert row["annual_median_gap_usd"] == pay[2] - 126_060


def test_a_place_without_a_cell_is_not_listed(site: Any) -> None:
    assert "5500000" not in rows_of(site, IPM, "area_code")  # Wisconsin has none in May 2025
    assert "Wisconsin: not published" in site.get(IPM)[1]


def test_pay_without_a_number_of_jobs(site: Any) -> None:
    row = rows_of(site, "occupations/29-1215-family-medicine-physicians/places/", "area_code")["0600000"]
    assert (row["jobs"], row["jobs_status"]) == (None, "not released")
    assert row["annual_median_usd"] == 252_010


@pytest.mark.parametrize(
    ("area", "jobs", "pay", "mean"),
    [
        ("0000000", 155_495_730, None, 69_770),
        ("1100000", 701_920, (39_650, 55_460, 91_540, 144_680, 195_190), 111_010),
        ("6600000", 66_600, (21_260, 25_150, 36_650, 54_950, 81_330), 46_210),
        ("0100001", 67_570, (23_570, 30_750, 41_000, 56_130, 76_700), 48_440),
    ],
)
def test_all_occupations(site: Any, area: str, jobs: int, pay: tuple[int, ...] | None, mean: int) -> None:
    row = rows_of(site, "places/?view=all", "area_code")[area]
    assert (row["jobs"], row["annual_mean_usd"]) == (jobs, mean)
    assert pay is None or tuple(row[name] for name in PERCENTILES) == pay


def test_places_of_every_kind(site: Any) -> None:
    rows = rows_of(site, "places/?view=all", "area_code")
    kinds = [row["kind"] for row in rows.values()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "nation": 1, "state": 51, "territory": 3, "metropolitan area": 393, "nonmetropolitan area": 135,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "occupation", "jobs", "quotient", "median"),
    [
        ("places/4800000-texas/", "47-5071", 24_430, 6.00, 45_950),
        ("places/4800000-texas/", "29-1141", 271_380, 0.89, 95_970),
        ("places/0045500-texarkana-tx-ar/", "29-1141", 1_760, 1.41, 80_610),
        ("places/0041860-san-francisco-oakland-fremont-ca/", "15-1252", 69_030, 2.68, 186_640),
    ],
)
def test_occupations_of_a_place(
    site: Any, path: str, occupation: str, jobs: int, quotient: float, median: int
) -> None:
    row = rows_of(site, path, "occupation_code")[occupation]
    assert (row["jobs"], row["location_quotient"], row["annual_median_usd"]) == (jobs, quotient, median)


def test_pay_at_the_prices_of_the_nation(site: Any) -> None:
    """Texas: 48,620 over 97.058, the level of 2024 that is shown as 97.1."""
    row = rows_of(site, "places/?prices=adjusted", "area_code")["4800000"]
    level = row["price_level_nation_100"]
    assert round(level, 1) == 97.1
    assert row["annual_median_at_national_prices_usd"] == round(48_620 * 100 / level)
    assert row["prices_release"] == "2024"


def test_every_area_has_a_page(site: Any) -> None:
    addresses = re.findall(r'<th [^>]*><a href="/(places/\d{7}-[^"]+)"', site.get("places/?view=all")[1])
    assert len(addresses) >= 100
    for address in addresses[::12]:
        status, page = site.get(address)
        assert status == 200, address
        assert ">None<" not in page, address
