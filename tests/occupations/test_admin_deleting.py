"""Several rows deleted at once: official ones are refused before anything that goes with them is read."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.utils import NestedObjects
from django.db.models import Model
from django.test import Client

from occupations.admin import deleting
from occupations.models import Projection, Release
from tests import rows
from tests.admin_client import address, editor
from wages.models import WageEstimate

__all__ = ["editor"]


def delete(client: Client, model: type[Model], *chosen: Model, sure: bool = False) -> Any:
    data: dict[str, Any] = {"action": "delete_selected", "_selected_action": [row.pk for row in chosen]}
    return client.post(address(model, "changelist"), data | ({"post": "yes"} if sure else {}), follow=True)


@pytest.fixture
def official(db: None) -> dict[type[Model], Model]:
    release = rows.release("oews", kind="official", label="May 2031")
    outlook = rows.release("projections", kind="official", label="2034–44")
    return {
        Release: release,
        WageEstimate: rows.wage_estimate(release=release, annual_median=1),
        Projection: rows.projection(release=outlook),
    }


@pytest.mark.parametrize("model", [Release, WageEstimate, Projection])
@pytest.mark.parametrize("sure", [False, True])
def test_official_rows_are_refused_before_anything_is_gathered(
    editor: Client,
    official: dict[type[Model], Model],
    model: type[Any],
    sure: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(NestedObjects, "collect", lambda *_, **__: pytest.fail("was gathered"))
    page = delete(editor, model, official[model], sure=sure)
    if model is not WageEstimate:  # there it isn't even offered outside of an editorial release
        assert "are official, and nobody can delete official ones. Nothing was deleted." in page.text
    assert model.objects.filter(pk=official[model].pk).exists()


def test_editorial_rows_are_deleted_after_a_question(editor: Client, official: Any) -> None:
    release = rows.release("oews", label="May 2021")
    estimate = rows.wage_estimate(release=release, annual_median=1)
    assert "Are you sure" in delete(editor, Release, release).text
    delete(editor, WageEstimate, estimate, sure=True)
    delete(editor, Release, release, sure=True)
    assert not Release.objects.filter(pk=release.pk).exists()


def test_an_official_row_among_editorial_ones_stops_all(editor: Client, official: Any) -> None:
    release = rows.release("oews", label="May 2021")
    delete(editor, Release, release, official[Release], sure=True)
    assert Release.objects.filter(pk=release.pk).exists()


def test_no_more_are_gathered_than_one_can_mean(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deleting, "MOST_AT_ONCE", 1)
    chosen = [rows.release("oews", label=f"May 20{year}") for year in (21, 22)]
    assert "You can delete at most 1 releases at once." in delete(editor, Release, *chosen, sure=True).text
    assert Release.objects.editorial().count() >= 2
