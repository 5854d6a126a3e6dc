"""The public addresses."""

from __future__ import annotations

from django.urls import path, re_path

from web.views import about, finder, home, occupations, sources

CODE = r"(?P<code>\d\d-\d{4}(?:\.\d\d)?)"
TITLE = r"(?P<title>[-\w]+)"

urlpatterns = [
    re_path(rf"^occupations/{CODE}/$", occupations.redirect_code, name="occupation-code"),
    re_path(rf"^occupations/{CODE}/industries/$", occupations.redirect_code, {"rest": "industries/"}),
    re_path(rf"^occupations/{CODE}-{TITLE}/$", occupations.profile, name="occupation"),
    re_path(
        rf"^occupations/{CODE}-{TITLE}/industries/$", occupations.industries, name="occupation-industries"
    ),
    path("", home.home, name="home"),
    path("occupations/", finder.finder, name="finder"),
    path("sources/", sources.sources, name="sources"),
    path("about/", about.about, name="about"),
]
