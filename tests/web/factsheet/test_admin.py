"""The fact sheet beside a profile's text, and nowhere else."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from occupations.models import Description, Occupation, Profile
from tests import rows
from tests.admin_client import address, editor, errors, submit

__all__ = ["editor"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def profile() -> Profile:
    profile = rows.profile(title="Managers of two kinds")
    soc = rows.release("soc", "SOC 2018", kind="official")
    onet = rows.release("onet", "30.3", kind="official", parts=["alternate titles"])
    for code, text in (("11-3051", "They run plants."), ("11-3061", "They buy.")):
        occupation = rows.occupation(code)
        Description.objects.create(release=soc, occupation=occupation, text=text)
        rows.alternate_title(occupation=occupation, release=onet, kind="alternate", title=f"Boss {code}")
        rows.alternate_title(occupation=occupation, release=soc, kind="direct", title=f"Chief {code}")
        profile.occupations.add(occupation)
    return profile


def test_the_sheet_of_the_first_code_stands_beside_the_text(profile: Profile, editor: Client) -> None:
    page = editor.get(address(Profile, "change", profile.pk)).text
    assert "What the sources say about 11-3051 Industrial production managers" in page
    assert "They run plants." in page
    assert 'href="?sheet=11-3061"' in page
    assert "No loaded source covers this." in page
    assert 'style="' not in page
    titles, folded = page.index("Chief 11-3051"), page.index("Boss 11-3051")
    assert "<details>" in page[titles:folded], "of alternate titles there can be hundreds"
    assert "<details>" not in page[page.index("They run plants.") : titles]


def test_another_code_is_chosen_by_the_address(profile: Profile, editor: Client) -> None:
    path = address(Profile, "change", profile.pk)
    assert "They buy." in editor.get(path, {"sheet": "11-3061"}).text
    assert "They run plants." in editor.get(path, {"sheet": "29-1141"}).text, "not one of the profile's"


def test_a_retired_code_has_a_sentence_in_its_place(editor: Client) -> None:
    profile = rows.profile()
    profile.occupations.add(rows.occupation("15-1132", system=rows.system("soc-2010"), is_retired=True))
    page = editor.get(address(Profile, "change", profile.pk)).text
    assert "is a retired code of SOC-2010" in page


def test_it_stands_there_when_a_form_comes_back_and_not_in_its_way(profile: Profile, editor: Client) -> None:
    path = address(Profile, "change", profile.pk)
    refused = submit(editor, path, title="")
    assert errors(refused)
    assert "They run plants." in refused.text
    assert submit(editor, path, title="Managers").status_code == 302
    profile.refresh_from_db()
    assert profile.title == "Managers"


def test_no_other_page_reads_it(profile: Profile, editor: Client) -> None:
    for page in ("add", "changelist"):
        with CaptureQueriesContext(connection) as captured:
            answer = editor.get(address(Profile, page))
        assert "fact-sheet" not in answer.text
        assert not any("occupations_rating" in query["sql"] for query in captured)
    without = rows.profile()
    assert "fact-sheet" not in editor.get(address(Profile, "change", without.pk)).text


def test_the_queries_do_not_grow_with_the_codes(profile: Profile, editor: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(address(Profile, "change", profile.pk)).status_code == 200
        return len(captured)

    asked()
    few = asked()
    for _ in range(10):
        profile.occupations.add(rows.occupation(parent=Occupation.objects.get(code="11-3051").parent))
    assert asked() == few
