"""Small rows for tests: one valid row of each kind, with what a test says otherwise. Nothing is shared."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from importers.editorial import reader
from importers.runs import ensure_source
from occupations.models import (
    AlternateTitle,
    AreaPriceParity,
    Certification,
    CertifyingOrganization,
    CodeSystem,
    EditorialRow,
    Element,
    ImportFile,
    ImportRun,
    Industry,
    IndustryShare,
    MissingReason,
    Occupation,
    Profile,
    ProfileSection,
    ProfileWage,
    Program,
    Projection,
    QuickFacts,
    Release,
    UtilizationFactor,
)
from occupations.models.handbook import QUICK_FACTS
from occupations.models.outlook import PROJECTION_FIGURES
from wages.measures import MEASURES
from wages.models import Area, County, WageEstimate, ZipCode

_numbers = itertools.count(1)
_first = 1


def number_afresh() -> None:
    """Before each test: what a row is called must not depend on the tests that ran before."""
    global _numbers  # noqa: PLW0603 - one count for all kinds of rows, so that no two look alike
    _numbers = itertools.count(_first)


def number_on(*, shared: bool) -> None:
    """Let tests begin to number after the rows made so far, which they share; or at one again."""
    global _first  # noqa: PLW0603
    _first = next(_numbers) if shared else 1
    number_afresh()


def system(slug: str = "soc-2018", **fields: Any) -> CodeSystem:
    subject = "occupations" if slug.startswith(("soc", "oews-occupations")) else "industries"
    defaults = {"name": slug.upper(), "subject": subject} | fields
    return CodeSystem.objects.get_or_create(slug=slug, defaults=defaults)[0]


def all_occupations() -> Occupation:
    fields = {"title": "Total, all occupations", "sentence_title": "All occupations", "level": 0}
    return Occupation.objects.get_or_create(system=system(), code="00-0000", defaults=fields)[0]


def occupation(
    code: str | None = None, title: str = "Industrial Production Managers", **fields: Any
) -> Occupation:
    """A detailed occupation right under the total; a new code each time unless one is given."""
    fields = {
        "system": system(), "code": code or _occupation_code(next(_numbers)), "title": title,
        "sentence_title": title.capitalize(), "level": Occupation.Level.DETAILED, "parent": all_occupations(),
    } | fields  # fmt: skip
    return Occupation.objects.create(**fields)


def _occupation_code(number: int) -> str:
    """A code of the form that the database asks for, however many there are: 11-3001, 11-3002 … 12-0000 …"""
    major, rest = divmod(number + 113_000, 10_000)
    return f"{major}-{rest:04}"


def occupations_of_fixtures(files: Iterable[Path]) -> None:
    """Every occupation that the files' rows and profiles refer to: those that a loader would find there."""
    keys: set[tuple[str, str]] = set()
    for entry in reader.read(list(files)):
        fields = entry.fields
        keys |= {tuple(key) for key in fields.get("occupations", [])}
        keys |= {("soc-2018", code) for code in fields.get("not_to_be_confused", [])}
        if fields.get("occupation"):
            keys.add(tuple(fields["occupation"]))
    Occupation.objects.bulk_create(
        Occupation(
            system=system(slug), code=code, title=f"Occupation {code}", sentence_title=f"Occupation {code}",
            level=Occupation.Level.DETAILED, parent=all_occupations(),
        )
        for slug, code in sorted(keys)
    )  # fmt: skip


def all_industries() -> Industry:
    fields = {
        "title": "Cross-industry", "short_title": "All industries", "kind": "all", "level": 0,
    }  # fmt: skip
    key = {"system": system("oews-industries"), "code": "000000"}
    return Industry.objects.get_or_create(**key, defaults=fields)[0]


def industry(code: str | None = None, title: str = "Chemical manufacturing", **fields: Any) -> Industry:
    fields = {
        "system": system("naics-2022"), "code": code or f"{100 + next(_numbers)}", "title": title,
        "short_title": title, "kind": "naics", "level": 3, "parent": all_industries(),
    } | fields  # fmt: skip
    return Industry.objects.create(**fields)


def nation() -> Area:
    fields = {"kind": "nation", "title": "United States", "state_code": "00"}
    return Area.objects.get_or_create(delineation="FIPS", code="0000000", defaults=fields)[0]


def area(**fields: Any) -> Area:
    fields = {
        "delineation": "May 2024", "code": f"{next(_numbers):07}", "kind": "metro",
        "title": "Dayton-Kettering-Beavercreek, OH", "state_code": "39",
    } | fields  # fmt: skip
    return Area.objects.create(**fields)


def county(**fields: Any) -> County:
    fields = {
        "release": fields.get("release") or release("localities"), "fips": "39113", "name": "Montgomery County",
        "key": "montgomery", "delineation": "May 2024", "area_code": "0019430",
    } | fields  # fmt: skip
    return County.objects.create(**fields)


def area_parity(**fields: Any) -> AreaPriceParity:
    fields = {
        "release": fields.get("release") or release("rpp"), "kind": "metro", "code": "19430",
        "name": "Dayton-Kettering-Beavercreek, OH", "year": 2024, "category": 1, "value": "91.5",
    } | fields  # fmt: skip
    return AreaPriceParity.objects.create(**fields)


def zip_code(**fields: Any) -> ZipCode:
    row = fields.get("county") or county()
    fields = {
        "release": row.release, "code": "45401", "place": "Dayton", "key": "dayton", "state_code": "39",
        "county": row,
    } | fields  # fmt: skip
    return ZipCode.objects.create(**fields)


def release(
    source: str = "oews", label: str | None = None, kind: str = "editorial", **fields: Any
) -> Release:
    """A ready release, editorial unless said otherwise."""
    label = label or f"May {1900 + next(_numbers)}"
    fields = {
        "source": ensure_source(source), "label": label, "kind": kind,
        "reference_period": label, "state": "ready", "published_on": dt.date(2022, 3, 31),
    } | fields  # fmt: skip
    return Release.objects.create(**fields)


def figures(names: tuple[str, ...], given: dict[str, Any]) -> dict[str, Any]:
    """Each figure that is given, and for each other one the reason "not stated"; given reasons win."""
    fields: dict[str, Any] = {}
    for name in names:
        fields[name] = None
        fields[f"{name}_missing"] = None if given.get(name) is not None else MissingReason.NOT_STATED
    return fields | given


def wage_estimate(**fields: Any) -> WageEstimate:
    """A cell of the nation and all industries without any figure but those given."""
    key = {"release", "occupation", "area", "industry", "published_level"}
    given = {name: value for name, value in fields.items() if name not in key}
    row = WageEstimate(
        release=fields.get("release") or release(),
        occupation=fields.get("occupation") or occupation(),
        area=fields.get("area") or nation(),
        industry=fields.get("industry") or all_industries(),
        published_level=fields.get("published_level", 4),
        **figures(MEASURES, given),
    )
    row.save(force_insert=True)
    return row


def projection(**fields: Any) -> Projection:
    given = {
        name: fields.pop(name) for name in list(fields) if name.removesuffix("_missing") in PROJECTION_FIGURES
    }
    fields.setdefault("release", fields.get("release") or release("projections"))
    fields.setdefault("occupation", fields.get("occupation") or occupation())
    fields = {"base_year": 2020, "target_year": 2030} | fields
    return Projection.objects.create(**fields, **figures(PROJECTION_FIGURES, given))


def utilization_factor(**fields: Any) -> UtilizationFactor:
    """In all industries, with fewer needed for the same work, unless said otherwise."""
    fields.setdefault("release", fields.get("release") or release("projections"))
    fields.setdefault("occupation", fields.get("occupation") or occupation())
    fields.setdefault("industry", fields.get("industry") or all_industries())
    defaults = {
        "industry_code": "TE1000", "industry_title": "Total, all industries", "kinds": ["productivity"],
        "direction": "down",
    }  # fmt: skip
    return UtilizationFactor.objects.create(**defaults | fields)


def industry_share(**fields: Any) -> IndustryShare:
    fields.setdefault("release", fields.get("release") or release("matrix"))
    if "occupation" not in fields:
        fields["occupation"] = occupation()
    if "industry" not in fields:
        fields["industry"] = industry()
    return IndustryShare.objects.create(**{"share": 10, "denominator": "occupation-jobs"} | fields)


def alternate_title(**fields: Any) -> AlternateTitle:
    fields.setdefault("occupation", fields.get("occupation") or occupation())
    fields.setdefault("release", fields.get("release") or release("soc", kind="official"))
    return AlternateTitle.objects.create(
        **{"kind": "direct", "title": f"Plant manager {next(_numbers)}"} | fields
    )


def import_run(**fields: Any) -> ImportRun:
    return ImportRun.objects.create(**{"source": ensure_source("oews")} | fields)


def import_file(**fields: Any) -> ImportFile:
    fields.setdefault("run", fields.get("run") or import_run())
    return ImportFile.objects.create(
        **{"name": f"{next(_numbers)}.xlsx", "sha256": "a" * 64, "size": 1} | fields
    )


def profile(**fields: Any) -> Profile:
    return Profile.objects.create(**{"slug": f"managers-{next(_numbers)}", "title": "Managers"} | fields)


def profile_section(**fields: Any) -> ProfileSection:
    fields.setdefault("profile", fields.get("profile") or profile())
    return ProfileSection.objects.create(**{"kind": "10-what-they-do", "body": "They manage."} | fields)


def organization(**fields: Any) -> CertifyingOrganization:
    fields = {"slug": f"asq-{next(_numbers)}", "name": "ASQ", "official_url": "https://asq.org/"} | fields
    return CertifyingOrganization.objects.create(**fields)


def certification(**fields: Any) -> Certification:
    number = next(_numbers)
    fields.setdefault("organization", fields.get("organization") or organization())
    defaults = {
        "slug": f"cpim-{number}",
        "name": f"Certified {number}",
        "official_url": "https://asq.org/cert",
    }
    return Certification.objects.create(**defaults | fields)


def editorial_row(**fields: Any) -> EditorialRow:
    fields = {
        "model": "occupations.profile",
        "key": f"managers-{next(_numbers)}",
        "digest": "a" * 64,
    } | fields
    return EditorialRow.objects.create(**fields)


def descriptor(model: Any, **fields: Any) -> Any:
    """A row of a model that describes an occupation in a release."""
    return model.objects.create(release=release(), occupation=occupation(), **fields)


def element() -> Element:
    number = Element.objects.count()
    return Element.objects.create(code=f"2.A.{number}", name=f"Skill {number}", domain="skill")


def program() -> Program:
    return Program.objects.create(
        system=system("cip-2020"), code=f"52.{Program.objects.count():04}", title="Business administration"
    )


def quick_facts() -> QuickFacts:
    missing = {f"{name}_missing": MissingReason.NOT_STATED for name in QUICK_FACTS}
    return QuickFacts.objects.create(release=release(), profile=profile(), **missing)


def profile_wage() -> ProfileWage:
    return ProfileWage.objects.create(
        release=release(), profile=profile(), industry_title="Hospitals", reference_period="May 2024",
        basis="annual", median=90_000,
    )  # fmt: skip
