"""From the code in an address to the occupation that it means."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from occupations.models import Occupation

View = Callable[[HttpRequest, Occupation], HttpResponseBase]
AddressedView = Callable[..., HttpResponseBase]


def of_occupation(page: str = "") -> Callable[[View], AddressedView]:
    """Hand a view the occupation that its address names; `page` is what follows the occupation's own address.

    A code under another title leads to the address of today, but for a POST, whose body a redirect would lose.
    A code that no code system has is a 404.
    """

    def decorate(view: View) -> AddressedView:
        @wraps(view)
        def addressed(request: HttpRequest, code: str, title: str) -> HttpResponseBase:
            occupation = occupation_or_404(code)
            if occupation.title_slug != title and request.method != "POST":
                return redirect_to(request, occupation, page)
            return view(request, occupation)

        return addressed

    return decorate


def redirect_code(request: HttpRequest, code: str, rest: str = "") -> HttpResponse:
    """The bare code leads to the page's own address."""
    return redirect_to(request, occupation_or_404(code), rest)


def redirect_to(request: HttpRequest, occupation: Occupation, page: str) -> HttpResponse:
    """To the occupation's address, with the query as it is."""
    address = f"{occupation.get_absolute_url()}{page}"
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address)


def occupation_or_404(code: str) -> Occupation:
    """The occupation with this code and the groups above it. Raises Http404 where there is none.

    O*NET's 11-3051.00 is the SOC's 11-3051: what is said of it stands there.
    """
    code = code.removesuffix(".00")
    occupation: Occupation | None = Occupation.objects.by_code(code).with_ancestors().first()
    if occupation is None:
        raise Http404(f"No code system here has the code {code}.")
    return occupation
