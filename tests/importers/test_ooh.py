"""The Handbook: what comes in, what an editor changed, and what is refused."""

import gzip
import time
from collections import Counter
from decimal import Decimal

import pytest

from importers.ooh import checks, reader
from importers.ooh.blocks import Block, with_spans
from importers.report import Problems
from occupations.growth_words import set_growth_words
from occupations.models import (
    GrowthWord,
    ImportRun,
    IndustryShare,
    MissingReason,
    Profile,
    ProfileSection,
    ProfileWage,
    Projection,
    QuickFacts,
    Release,
)
from occupations.sections import sections_for
from tests import rows

Kind = ProfileSection.Kind
MANAGERS = "ooh-industrial-production-managers"
DATABASES = "ooh-database-administrators-and-architects"


@pytest.fixture
def file(samples):
    return samples / "ooh" / "xml-compilation.xml"


@pytest.fixture
def naics(load, samples):
    return load("naics", samples / "naics")


@pytest.fixture
def edited(file, tmp_path):
    """`edited("old", "new", …)` is a copy of the sample with words replaced."""

    def write(*pairs, name="other.xml"):
        text = file.read_text()
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def _body(slug, kind):
    return ProfileSection.objects.get(profile__slug=slug, kind=kind).body


def _refused(load, *paths, **options):
    run = load("ooh", *paths, **options)
    assert run.outcome == ImportRun.Outcome.REFUSED
    return run.report


# What comes in


def test_an_edition_becomes_profiles(soc, naics, load, file):
    run = load("ooh", file)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    release = run.release
    assert (release.label, release.state, release.published_on.isoformat()) == (
        "2024–34",
        "ready",
        "2026-02-26",
    )
    profile = Profile.objects.get(slug=MANAGERS)
    assert (profile.title, profile.state, profile.official_url) == (
        "Industrial production managers", "published", ""
    )  # fmt: skip
    assert profile.release == release
    assert [occupation.code for occupation in profile.occupations.all()] == ["11-3051"]
    assert [other.slug for other in profile.similar.all()] == [DATABASES]
    wider = Profile.objects.get(title="Counselors and DJs")
    assert {(o.system.slug, o.code) for o in wider.occupations.all()} == {
        ("oews-2021", "21-1018"), ("soc-2018", "11-9199")
    }  # fmt: skip
    military = Profile.objects.get(slug="ooh-military-careers")
    assert not military.occupations.exists()
    assert not military.quick_facts.exists()
    assert run.counts["profiles"] == 4
    assert run.counts["charts left out"] == 1
    assert run.counts["other tables left in the text"] == 3


def test_sections_are_divided_by_their_headings(soc, naics, load, file):
    load("ooh", file)
    assert _body(MANAGERS, Kind.WORK_ENVIRONMENT) == (
        "<p>There are many plants.</p>\n<p>Floors are loud.</p>\n"
        "<h3>Injuries and Illnesses</h3>\n<p>Gloves help.</p>"
    )
    assert _body(MANAGERS, Kind.WORK_SCHEDULES) == "<p>Shifts rotate.</p>"
    assert (
        _body(MANAGERS, Kind.EDUCATION_AND_TRAINING)
        == "<p>Start small.</p>\n<h3>Education</h3>\n<p>Study first.</p>"
    )
    assert _body(MANAGERS, Kind.ADVANCEMENT) == "<p>Then rise.</p>"
    assert _body(MANAGERS, Kind.OTHER_SKILLS) == "<p><strong><em>Patience.</em></strong> It helps.</p>"
    assert _body("ooh-counselors-and-djs", Kind.WHAT_THEY_DO) == (
        "<p>Loose words <strong>stand</strong> alone.</p>"
    )
    # Two tables and nothing else: no section is left, and no sentence that announces one.
    assert not ProfileSection.objects.filter(profile__slug=DATABASES, kind=Kind.WORK_ENVIRONMENT).exists()


def test_foreign_html_is_cleaned_and_its_links_kept(soc, naics, load, file):
    load("ooh", file)
    body = _body(MANAGERS, Kind.WHAT_THEY_DO)
    assert body == (
        "<p>Plants hum. </p>\n<h3>Duties</h3>\n<ul> <li>Walk the floor</li> </ul>\n"
        '<p><a href="https://www.bls.gov/ooh/management/x.htm" rel="external noopener">Other pages</a>, no page  </p>'
    )
    assert 'href="https://www.example.org/?a=1&amp;b=2"' in _body(MANAGERS, Kind.CONTACTS)
    assert set(ProfileSection.objects.values_list("markup", flat=True)) == {"html"}
    for section in ProfileSection.objects.all():
        assert section.body == section.loaded_body
        assert "<script" not in section.body
        assert "onclick" not in section.body


def test_charts_go_and_other_tables_stay_readable(soc, naics, load, file):
    load("ooh", file)
    assert _body(MANAGERS, Kind.PAY) == "<p>Wages are paid.</p>\n<p>Bonuses are rare.</p>"
    assert "Database architects</td> <td>$135,980" in _body(DATABASES, Kind.PAY)
    table = _body(MANAGERS, Kind.JOB_OUTLOOK).split("\n")[-1]
    assert '<th colspan="2" scope="colgroup"> Change, 2024–34</th>' in table
    assert '<th rowspan="2" scope="col"> By Industry</th>' in table
    assert '<tfoot> <tr> <td colspan="4"><p> SOURCE' in table
    assert "empty heading" not in _body(MANAGERS, Kind.JOB_OUTLOOK)
    assert with_spans(Block("table", table)).html == table


def test_a_table_of_somebody_unknown_stays_in_the_text(soc, naics, load, file):
    load("ooh", file)
    body = _body("ooh-counselors-and-djs", Kind.WORK_ENVIRONMENT)
    assert body.startswith(
        "<p>Rooms.</p>\n<p>The largest employers of somebody else were as follows:</p>\n<table>"
    )
    assert IndustryShare.objects.filter(profile__slug="ooh-counselors-and-djs").count() == 1


# Figures


def test_largest_employers_are_shares_of_the_profile(soc, naics, load, file):
    run = load("ooh", file)
    shares = IndustryShare.objects.filter(release=run.release, profile__slug=MANAGERS)
    found = {
        (row.industry.code if row.industry else None, row.industry_title, row.class_of_worker): row.share
        for row in shares.select_related("industry")
    }
    assert found == {
        ("325", "Chemical manufacturing", ""): 9,
        ("22", "Utilities", ""): 7,
        (None, "Government, excluding state and local education and hospitals", ""): 3,
        (None, "", "self-employed"): 2,
    }
    assert set(shares.values_list("denominator", flat=True)) == {"profile-jobs"}
    assert "name no single industry: Government, excluding" in run.report


def test_a_table_for_each_occupation_is_of_that_occupation(soc, naics, load, file):
    load("ooh", file)
    shares = IndustryShare.objects.filter(denominator="occupation-jobs")
    assert set(shares.values_list("occupation__code", "profile", "industry__code", "share")) == {
        ("15-1242", None, "52", Decimal(14)), ("15-1243", None, "52", Decimal(16))
    }  # fmt: skip
    wages = ProfileWage.objects.filter(profile__slug=DATABASES).order_by("occupation__code", "industry__code")
    assert list(
        wages.values_list("occupation__code", "industry__code", "basis", "median", "median_missing", "floor")
    ) == [
        ("15-1242", "51", "annual", Decimal(110_000), None, None),
        ("15-1242", "52", "annual", None, MissingReason.TOP_CODED, Decimal(239_200)),
        ("15-1243", "52", "hourly", Decimal("61.50"), None, None),
    ]
    assert set(ProfileWage.objects.values_list("reference_period", flat=True)) == {"May 2024"}


def test_quick_facts_and_why_some_are_missing(soc, naics, load, file):
    load("ooh", file)
    facts = QuickFacts.objects.get(profile__slug=MANAGERS)
    assert (facts.annual_median, facts.hourly_median, facts.jobs) == (121_440, Decimal("58.39"), 241_900)
    assert (facts.percent_change, facts.employment_change, facts.growth_word) == (2, 4_600, "slower")
    assert (facts.entry_education, facts.work_experience, facts.training) == (3, 1, 6)
    assert facts.as_published["qf_employment_outlook"] == {"value": "2", "description": "Slower than average"}
    assert facts.as_published["occupation_code"] == "100"
    assert facts.as_published["similar_occupations"][1] == "Nobody Known"
    capped = QuickFacts.objects.get(profile__slug=DATABASES)
    assert capped.annual_median_missing == capped.hourly_median_missing == MissingReason.TOP_CODED
    assert (capped.entry_education, capped.employment_change) == (None, -5_600)
    hourly = QuickFacts.objects.get(profile__title="Counselors and DJs")
    assert hourly.annual_median_missing == MissingReason.OTHER_BASIS
    assert hourly.as_published["soc_codes"] == ["21-1018", "11-9199"]


@pytest.mark.parametrize("handbook_first", [True, False])
def test_the_growth_word_is_the_handbooks_whichever_comes_first(
    soc, naics, load, file, samples, handbook_first
):
    projections = samples / "projections" / "occupation_2024-34.xlsx"
    for source, path in [("ooh", file), ("projections", projections)][:: 1 if handbook_first else -1]:
        assert load(source, path).outcome == ImportRun.Outcome.LOADED
    row = Projection.objects.get(occupation__code="11-3051")
    assert (row.growth_word, row.growth_word_basis) == ("slower", "published")
    others = Projection.objects.exclude(pk=row.pk)
    assert "published" not in others.values_list("growth_word_basis", flat=True)
    # Withdrawn, the edition's words go with it.
    Release.objects.filter(source__slug="ooh").update(state="withdrawn")
    assert set_growth_words("2024–34") == 0
    row.refresh_from_db()
    assert (row.growth_word, row.growth_word_basis) == ("slower", "derived")


# Again


def test_again_and_dry_and_forced(soc, naics, load, file):
    assert load("ooh", file, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not Profile.objects.exists()
    load("ooh", file)
    tables = (Profile, ProfileSection, QuickFacts, IndustryShare, ProfileWage)
    before = [table.objects.count() for table in tables]
    changed = ProfileSection.objects.order_by("pk").values_list("pk", "body")
    bodies = list(changed)
    assert load("ooh", file).outcome == ImportRun.Outcome.UNCHANGED
    assert load("ooh", file, force=True).outcome == ImportRun.Outcome.LOADED
    assert [table.objects.count() for table in tables] == before
    assert list(changed) == bodies


def test_the_text_follows_the_publisher_where_nobody_changed_it(soc, naics, load, file, edited):
    load("ooh", file)
    run = load(
        "ooh", edited("Then rise.", "Then rise fast.", "<h3>Work Schedules</h3> <p>Shifts rotate.</p>", "")
    )
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert _body(MANAGERS, Kind.ADVANCEMENT) == "<p>Then rise fast.</p>"
    assert not ProfileSection.objects.filter(profile__slug=MANAGERS, kind=Kind.WORK_SCHEDULES).exists()
    assert run.counts["sections brought up to date"] == 1
    assert run.counts["sections taken out"] == 1


def test_what_an_editor_changed_is_left_and_the_news_kept_beside_it(soc, naics, load, file, edited):
    load("ooh", file)
    section = ProfileSection.objects.get(profile__slug=MANAGERS, kind=Kind.ADVANCEMENT)
    section.body = "<p>Ours.</p>"
    section.save()
    run = load("ooh", edited("Then rise.", "Then rise fast."))
    section.refresh_from_db()
    assert (section.body, section.loaded_body, section.incoming_body) == (
        "<p>Ours.</p>", "<p>Then rise.</p>", "<p>Then rise fast.</p>"
    )  # fmt: skip
    assert "Industrial production managers, Advancement: edited here, and left" in run.report
    # The publisher goes back to what it said: no news any more.
    load("ooh", file, force=True)
    section.refresh_from_db()
    assert (section.body, section.incoming_body) == ("<p>Ours.</p>", "")
    # The publisher comes to say what the editor wrote.
    load("ooh", edited("Then rise.", "Ours."))
    section.refresh_from_db()
    assert section.body == section.loaded_body == "<p>Ours.</p>"


def test_an_editors_deletion_state_and_coverage_are_left(soc, naics, load, file, edited):
    load("ooh", file)
    ProfileSection.objects.get(profile__slug=MANAGERS, kind=Kind.ADVANCEMENT).delete()
    profile = Profile.objects.get(slug=DATABASES)
    profile.state = Profile.State.DRAFT
    profile.save()
    profile.occupations.remove(profile.occupations.get(code="15-1243"))
    profile.similar.clear()
    other = edited(
        "Then rise.", "Then rise fast.", "<soc_code>11-3051</soc_code>", "<soc_code>11-9199</soc_code>"
    )
    run = load("ooh", other)
    assert not ProfileSection.objects.filter(profile__slug=MANAGERS, kind=Kind.ADVANCEMENT).exists()
    profile.refresh_from_db()
    assert profile.state == Profile.State.DRAFT
    assert [o.code for o in profile.occupations.all()] == ["15-1242"]
    assert not profile.similar.exists()
    assert [o.code for o in Profile.objects.get(slug=MANAGERS).occupations.all()] == ["11-9199"]
    assert "Advancement: deleted here, and left so" in run.report
    assert "Database administrators and architects: its soc codes were edited here and left" in run.report


def test_an_older_edition_brings_its_figures_and_leaves_the_text(soc, naics, load, file, edited):
    load("ooh", file)
    older = edited(
        "<current_year>2024", "<current_year>2023", "<projection_year>2034", "<projection_year>2033",
        "2/26/2026", "9/6/2024", "Then rise.", "Then rose.",
    )  # fmt: skip
    run = load("ooh", older)
    assert run.release.label == "2023–33"
    assert _body(MANAGERS, Kind.ADVANCEMENT) == "<p>Then rise.</p>"
    assert run.release.quick_facts.count() == 3
    assert QuickFacts.objects.count() == 6
    assert Profile.objects.get(slug=MANAGERS).release.label == "2024–34"
    assert "4 profiles have the text of a later edition" in run.report


# Refused


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<soc_code>11-3051<", "<soc_code>99-3051<", "other.xml:11: Industrial Production Managers: '99-3051'"),
        ("<value>241900</value>", "<value>many</value>", "qf_number_of_jobs is 'many', not a number"),
        ("<value>Bachelor's degree</value>", "<value>Luck</value>", "is 'Luck', which is not known"),
        ("Slower than average", "Sluggish", "'Sluggish' is not a word for growth"),
        ("<td>9%</td>", "<td>lots</td>", "is not an industry and its share of the jobs"),
        ("<td>9%</td>", "<td>97%</td>", "come to more than 100 percent"),
        ("$130,000", "$130,000.50", "is not an industry and its median annual wage"),
        ("<td>Utilities</td> <td>7</td>", "<td>Chemical manufacturing</td> <td>7</td>", "is here 2 times among"),
        ("<title>Military Careers</title>", "<title>Industrial Production Managers</title>", "is here a second time"),
        ("<p>By grade.</p>", "<p> </p>", "Military Careers: pay has no text"),
        ("<quick_facts />", "", "Military Careers lacks: quick_facts"),
        ("2/26/2026", "26.2.2026", "last_updated is '26.2.2026'"),
        ("<projection_year>2034", "<projection_year>2014", "current_year and projection_year are"),
        ("</ooh>", "", "this is not whole XML: no element found"),
        ("<ooh>", "<!DOCTYPE ooh [<!ENTITY a 'b'>]><ooh>", "declares a document type"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_with_their_line(soc, naics, load, edited, old, new, message):
    assert message in _refused(load, edited(old, new))
    assert not Profile.objects.exists()


def test_files_that_are_something_else(soc, load, file, tmp_path):
    page = tmp_path / "page.xml"
    page.write_text("<!DOCTYPE html><html>Access denied</html>")
    assert "this is a web page" in _refused(load, page)
    torn = tmp_path / "torn.xml.gz"
    torn.write_bytes(gzip.compress(file.read_bytes())[:-200])
    assert "damaged or cut off" in _refused(load, torn)
    page.write_text("")
    assert "the file is empty" in _refused(load, page)
    page.write_text("<rss></rss>")
    assert "the XML is of <rss>" in _refused(load, page)
    assert "give one file" in _refused(load, file, page)
    assert "these files are 2024–34, not 2023-33" in _refused(load, file, release="2023-33")


def test_gzipped_is_the_same(soc, naics, load, file, tmp_path):
    zipped = tmp_path / "xml-compilation.xml.gz"
    zipped.write_bytes(gzip.compress(file.read_bytes()))
    assert load("ooh", zipped).counts["profiles"] == 4


def test_a_much_shorter_edition_looks_torn(soc, naics, load, file, tmp_path):
    load("ooh", file)
    text = file.read_text()
    begin, end = text.index("  <occupation>\n    <title>Counselors"), text.index("</ooh>")
    short = tmp_path / "short.xml"
    short.write_text(text[:begin] + text[end:])
    assert "looks incomplete" in _refused(load, short)
    assert load("ooh", short, force=True).outcome == ImportRun.Outcome.LOADED


def test_without_the_soc_there_is_nothing_to_hang_on(load, file):
    assert "load it first: manage.py load soc" in _refused(load, file)


def test_codes_and_reasons_are_those_of_the_models():
    assert {*checks.KIND.values(), *checks.KIND_OF_HEADING.values()} <= set(Kind.values)
    assert set(checks.GROWTH_WORDS.values()) == set(GrowthWord.values)
    assert (checks.OTHER_BASIS, checks.TOP_CODED, checks.NOT_RELEASED, checks.NOT_STATED) == (
        MissingReason.OTHER_BASIS, MissingReason.TOP_CODED, MissingReason.NOT_RELEASED,
        MissingReason.NOT_STATED,
    )  # fmt: skip


# Which text a page shows


def test_our_own_text_goes_before_the_publishers(soc, naics, load, file, django_assert_num_queries):
    load("ooh", file)
    profile = Profile.objects.get(slug=MANAGERS)
    occupation = profile.occupations.get()
    wider = rows.profile(title="A wider one", release=profile.release, state="published")
    wider.occupations.set([occupation, *Profile.objects.get(slug=DATABASES).occupations.all()])
    rows.profile_section(profile=wider, kind=Kind.ADVANCEMENT)
    ours = rows.profile(title="Ours", state="published")
    ours.occupations.add(occupation)
    rows.profile_section(profile=ours, kind=Kind.WHAT_THEY_DO)
    draft = rows.profile(title="Draft")
    draft.occupations.add(occupation)
    rows.profile_section(profile=draft, kind=Kind.WHAT_THEY_DO)
    with django_assert_num_queries(1):
        sections = sections_for(occupation)
        assert [s.profile.title for s in sections[Kind.WHAT_THEY_DO]] == [
            "Ours", "Industrial production managers"
        ]  # fmt: skip
        assert [s.profile.title for s in sections[Kind.ADVANCEMENT]] == [
            "Industrial production managers", "A wider one"
        ]  # fmt: skip
        assert [vars(s)["covered"] for s in sections[Kind.ADVANCEMENT]] == [1, 3]
        assert str(sections[Kind.PAY][0].profile.release) == "OOH 2024–34"
    assert list(sections) == sorted(sections)
    past = sections_for(occupation, profile.release.published_on.replace(year=2025))
    assert {s.profile.title for kind in past.values() for s in kind} == {"Ours"}
    Release.objects.filter(pk=profile.release_id).update(state="withdrawn")
    assert {s.profile.title for kind in sections_for(occupation).values() for s in kind} == {"Ours"}


# The real file


@pytest.mark.real_files
def test_the_whole_edition(real_data, load, db):
    for source, folder in (
        ("soc", "soc-2018/soc_structure_2018.xlsx"),
        ("naics", "naics-2022/2-6 digit_2022_Codes.xlsx"),
    ):
        assert load(source, real_data / folder).outcome == ImportRun.Outcome.LOADED
    path = real_data / "ooh-2024-34" / "xml-compilation.xml.gz"
    begun = time.monotonic()
    run = load("ooh", path)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert time.monotonic() - begun < 60
    assert run.counts["profiles"] == 342
    assert (run.counts["quick facts"], run.counts["industry shares"]) == (341, 1753)
    assert run.counts["medians by industry"] == 1610
    assert load("ooh", path).outcome == ImportRun.Outcome.UNCHANGED
    stated = Profile.objects.filter(industry_shares__isnull=False).distinct().count()
    by_occupation = (
        IndustryShare.objects.filter(denominator="occupation-jobs").values("occupation").distinct()
    )
    assert stated + by_occupation.count() / 2 == 340
    assert ProfileWage.objects.values("profile").distinct().count() == 338
    for body in ProfileSection.objects.values_list("body", flat=True):
        assert "The largest employers of" not in body
        assert "in the top industries in which they worked were as follows" not in body


@pytest.mark.real_files
def test_every_figure_of_the_real_file_is_kept(real_data):
    """Counted in the file itself, without any of the importer's own reading of tables."""
    content = gzip.decompress((real_data / "ooh-2024-34" / "xml-compilation.xml.gz").read_bytes()).decode()
    expected = Counter(
        employers=content.count("The largest employers of"),
        medians=content.count("in the top industries in which"),
    )
    handbook = reader.read([real_data / "ooh-2024-34" / "xml-compilation.xml.gz"])
    counts: Counter[str] = Counter()
    problems = Problems()
    titles = _titles(real_data, handbook)
    checks.profiles(handbook, titles, counts, problems)
    assert not problems, str(problems)
    assert counts["tables of largest employers"] == expected["employers"]
    assert counts["tables of medians by industry"] == expected["medians"]


def _titles(real_data, handbook):
    from importers.soc import checks as soc_checks
    from importers.soc import reader as soc_reader
    from importers.soc.combinations import COMBINATIONS

    structure = soc_reader.read([real_data / "soc-2018" / "soc_structure_2018.xlsx"]).structure
    assert structure is not None
    soc = soc_checks.occupations(structure, Problems())
    return dict(zip(soc["code"], soc["title"], strict=True)) | {row.code: row.title for row in COMBINATIONS}
