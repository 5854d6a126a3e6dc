"""AddForm occupations on the page that shows them: links that add or remove one, and a search for more.

The address keeps the choice, so that it works without JavaScript.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from occupations.models import Occupation
from web.compare.queries import Compared, matches, published, suggestions
from web.http.as_of import PARAMETER as RELEASE
from web.http.as_of import AsOf, keep_release
from web.http.parameters import shortened
from web.http.selection import IN_A_PACKET, PARAMETER, with_codes, with_parameters_kept

LONGEST_SEARCH = 100
SEARCH = "q"
Address = Callable[[Sequence[str]], str]


@dataclass(frozen=True)
class Addable:
    """A link to the page with one occupation more or less."""

    text: str
    href: str
    code: str = ""


@dataclass
class AddForm:
    """What is chosen and what can be: `hidden` are the other parameters, which a search keeps."""

    action: str
    codes: list[str]
    at_most: int
    search: str
    removals: list[Addable]
    additions: list[Addable]
    matches: list[Addable]
    hidden: list[tuple[str, str]] = field(default_factory=list)
    page: str = ""

    @property
    def suggestions(self) -> str:
        """Where suggestions of what to add come from while somebody types."""
        parameters = [("to", self.page), *((PARAMETER, code) for code in self.codes)]
        rest = [(name, value) for name, value in self.hidden if name != RELEASE]
        parameters += [("with", urlencode(rest))] if rest else []
        parameters += [(name, value) for name, value in self.hidden if name == RELEASE]
        return f"{reverse('search-suggest')}?{urlencode(parameters)}"

    @property
    def is_full(self) -> bool:
        return len(self.codes) >= self.at_most

    @property
    def found_nothing(self) -> str:
        """What to say of a search that found nothing to add; "" otherwise."""
        if not self.search or self.matches or self.is_full:
            return ""
        return f"We couldn’t find another occupation for “{shortened(self.search)}”."


def add_form(
    request: HttpRequest,
    selection: Sequence[Occupation],
    compared: Compared,
    at_most: int,
    *,
    suggested: Sequence[Occupation],
    address: Address,
    dropped: Sequence[str] = (),
) -> AddForm:
    """What the request asks to find among the occupations with figures. Two queries with a search, else none.

    `address` is this page's for the given codes; a search leaves out the parameters in `dropped`.
    """
    text = request.GET.get(SEARCH, "").replace("\x00", "").strip()[:LONGEST_SEARCH]
    codes = [occupation.code for occupation in selection]

    def added(occupations: Sequence[Occupation]) -> list[Addable]:
        if len(codes) >= at_most:
            return []
        return [Addable(o.sentence_title, address([*codes, o.code]), o.code) for o in occupations]

    return AddForm(
        page=request.resolver_match.url_name or "" if request.resolver_match is not None else "",
        action=request.path,
        codes=codes,
        at_most=at_most,
        search=text,
        removals=[
            Addable(o.sentence_title, address([code for code in codes if code != o.code]), o.code)
            for o in selection
        ],
        additions=added(suggested),
        matches=added([o for o in matches(text, compared) if o not in selection]),
        hidden=[
            (name, value)
            for name, values in request.GET.lists()
            if name not in (SEARCH, PARAMETER, *dropped)
            for value in values
        ],
    )


def add_form_of_handouts(
    request: HttpRequest, selection: Sequence[Occupation], as_of: AsOf, keep: Mapping[str, str]
) -> AddForm:
    """The choice on the page of handouts, whose links `keep` these parameters. Eight queries at most."""
    compared = published(as_of.day)

    def address(codes: Sequence[str]) -> str:
        return keep_release(with_parameters_kept(with_codes(request.path, codes), keep), as_of)

    suggested = suggestions(selection, as_of.day, compared)[:5]
    return add_form(request, selection, compared, IN_A_PACKET, suggested=suggested, address=address)
