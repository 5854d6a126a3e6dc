"""Foreign HTML: nothing gets through that isn't on the list, whatever it is wrapped in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from occupations.markup import ATTRIBUTES, TAGS, clean_html, text_of


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p style='x' class='y' id='z'>a</p>", "<p>a</p>"),
        ("<a href='javascript:alert(1)'>a</a>", "a"),
        ("<a href='data:text/html,x'>a</a>", "a"),
        ("<a href='mailto:a@b.example'>a</a>", '<a href="mailto:a@b.example" rel="external noopener">a</a>'),
        ("<a href='http://x.org' target=_top onclick=x>a</a>", '<a href="http://x.org" rel="external noopener">a</a>'),
        ("<svg><script>x</script></svg><math><mi>y</mi></math>", ""),
        ("<img src=x onerror=alert(1)>a<!-- b -->", "a"),
        ("<td colspan=2>stray", "stray"),
        ("<div><span>a</span></div>", "a"),
        ("<s>gone</s><ins>new</ins>", "new"),
        ("<iframe src='//x'>y</iframe>", ""),
    ],
)  # fmt: skip
def test_what_is_not_on_the_list_goes(dirty, clean):
    assert clean_html(dirty) == clean


def test_relative_links_need_a_base():
    assert clean_html('<a href="/a">b</a>') == "b"
    assert clean_html('<a href="/a">b</a>', "https://x.example/c") == (
        '<a href="https://x.example/a" rel="external noopener">b</a>'
    )


@given(st.text(alphabet="<>/\"'=abphrefsiotnlj:&; \n", max_size=60) | st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(text):
    once = clean_html(f"<p>{text}</p>", "https://x.example/")
    assert clean_html(once) == once
    for tag, attributes in re.findall(r"<([a-z0-9]+)([^>]*)>", once):
        assert tag in TAGS
        assert set(re.findall(r"([a-z-]+)=", re.sub(r'"[^"]*"', "", attributes))) <= {
            *ATTRIBUTES.get(tag, ()),
            "rel",
        }


def test_words_of_markup():
    assert text_of("<p>a <em>b</em>&amp;c</p>\n<p>d</p>") == "a b &c d"
