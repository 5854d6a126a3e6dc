"""What the home page says of itself to search engines."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from web.home.page import HomePage
from web.http.as_of import AsOf
from web.http.structured import CONTEXT, Structured, dataset


def home_data(request: HttpRequest, page: HomePage, as_of: AsOf) -> list[Structured]:
    """The site, and the table of the major groups."""
    site: Structured = {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": "Occupedia",
        "url": request.build_absolute_uri(reverse("home")),
        "description": page.lede,
    }
    if page.pay is None or not page.groups:
        return [site]
    name = "Jobs, growth and pay by major occupational group"
    return [site, dataset(request, as_of, page.pay, name=name, description=f"{name}. {page.caption}")]
