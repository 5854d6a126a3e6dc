"""Spans of years stay in one line, in every text and in nothing else."""

import pytest
from django.test import Client

from tests import rows
from web.http.unbroken import unbroken

KEPT = '<span class="nowrap">2024–34</span>'


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>Projections 2024–34.</p>", f"<p>Projections {KEPT}.</p>"),
        ("<p>2024–34 and 2024–34</p>", f"<p>{KEPT} and {KEPT}</p>"),
        ("from 2019–2029", 'from <span class="nowrap">2019–2029</span>'),
        (
            '<a href="?release=2024–34" title="2024–34">x</a>',
            '<a href="?release=2024–34" title="2024–34">x</a>',
        ),
        ("<title>2024–34</title>", "<title>2024–34</title>"),
        ("<script>let years = '2024–34' < 3;</script>", "<script>let years = '2024–34' < 3;</script>"),
        ("<svg><text>2024–34</text></svg>", "<svg><text>2024–34</text></svg>"),
        ("<option>2024–34</option>", "<option>2024–34</option>"),
        ("CIP 12024–345, 51–35", "CIP 12024–345, 51–35"),
    ],
)
def test_what_is_kept_together(html: str, said: str) -> None:
    assert unbroken(html) == said


@pytest.mark.django_db
def test_pages_and_notices_keep_their_years_together() -> None:
    release = rows.release("projections", "2024–34", kind="official")
    occupation = rows.occupation(title="Actuaries", code="15-2011")
    rows.projection(release=release, occupation=occupation, percent_change=21)
    for path in (occupation.get_absolute_url(), "/sources/"):
        html = Client().get(path).text
        body = html.partition("<body>")[2]
        assert KEPT in body, path
        assert unbroken(body.replace(KEPT, "2024–34")) == body, path
