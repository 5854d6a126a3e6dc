"""Where a reader's own pay sits."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from occupations.models import Occupation
from web.http.as_of import read_as_of
from web.http.fragments import wants_fragment
from web.http.parameters import knows, unknown
from web.http.privacy import private_posts, small_posts
from web.occupations.address import of_occupation
from web.occupations.described import table_data
from web.occupations.heading import crumbs, heading
from web.occupations.own_pay.page import own_pay_page

LARGEST_POST = 4_000  # bytes; the form's four fields need two hundred


@knows("industry", "area")
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@csrf_exempt  # it changes nothing and knows nobody: a token would only keep the profile from being cached
@small_posts(LARGEST_POST)
@private_posts
@of_occupation("pay/")
def own_pay(request: HttpRequest, occupation: Occupation) -> HttpResponse:
    """The form, by GET; and by POST the answer to an amount, so that no address, log or cache keeps it."""
    answer = request.method == "POST"
    as_of = read_as_of(request)
    fragment = wants_fragment(request)
    asked = request.POST if answer else request.GET
    context = {
        "page": heading(occupation),
        "own": own_pay_page(occupation, as_of.day, asked.dict(), answer=answer, with_choices=not fragment),
        "crumbs": crumbs(occupation, as_of),
        "structured": table_data(request, as_of, occupation, "Compare my pay", ""),
        "notices": unknown(request, {"release"} if answer else {"release", "industry", "area"}),
    }
    response = render(request, f"occupations/own_pay/{'_answer' if fragment else 'index'}.html", context)
    if answer:
        add_never_cache_headers(response)
    return response
