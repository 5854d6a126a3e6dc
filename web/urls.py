"""The public addresses."""

from __future__ import annotations

from django.urls import path, re_path

from web.about import views as about
from web.certifications import views as certifications
from web.compare import views as compare
from web.finder import views as finder
from web.found import views as found
from web.glossary import views as glossary
from web.handouts import views as handouts
from web.home import views as home
from web.industries import views as industries
from web.occupations import views as occupations
from web.occupations.address import redirect_code
from web.occupations.answer import views as answer
from web.occupations.by_industry import views as by_industry
from web.occupations.by_place import views as by_place
from web.occupations.history import views as history
from web.occupations.own_pay import views as own_pay
from web.places import views as places
from web.search import views as search
from web.sources import views as sources

CODE = r"(?P<code>\d\d-\d{4}(?:\.\d\d)?)"
OCCUPATION = rf"occupations/{CODE}-(?P<title>[-\w]+)/"
# Longer than any code we have, so that the codes of the publisher's files lead to their pages as well.
INDUSTRY = r"(?P<code>\d\d-\d\d|[0-9A-Za-z]{2,8})"
AREA = r"(?P<area>\d{7})(?:-(?P<area_title>[-\w]+))?"
OF_INDUSTRY = r"(?P<industry>\d\d-\d\d|[0-9A-Za-z]{2,8})(?:-(?P<industry_title>[-\w]+))?"

urlpatterns = [
    re_path(
        rf"^occupations/{CODE}/(?P<rest>(?:(?:(?:industries|places)/[-\w]+|industries|places|pay|history|changes)/)?)$",
        redirect_code,
    ),
    re_path(rf"^{OCCUPATION}$", occupations.profile, name="occupation"),
    re_path(rf"^{OCCUPATION}industries/$", by_industry.industries, name="occupation-industries"),
    re_path(rf"^{OCCUPATION}places/$", by_place.places, name="occupation-places"),
    re_path(rf"^{OCCUPATION}places/{AREA}/$", answer.in_place, name="occupation-place"),
    re_path(rf"^{OCCUPATION}industries/{OF_INDUSTRY}/$", answer.in_industry, name="occupation-industry"),
    re_path(rf"^{OCCUPATION}pay/$", own_pay.own_pay, name="occupation-pay"),
    re_path(rf"^{OCCUPATION}history/$", history.history, name="occupation-history"),
    re_path(rf"^{OCCUPATION}changes/$", history.changes, name="occupation-changes"),
    path("places/", places.places, name="places"),
    re_path(r"^places/(?P<code>\d{7})(?:-(?P<title>[-\w]+))?/$", places.place, name="place"),
    path("", home.home, name="home"),
    path("occupations/", finder.finder, name="finder"),
    path("occupations/areas/", finder.area_names, name="finder-areas"),
    path("industries/", industries.industries, name="industries"),
    re_path(rf"^industries/{INDUSTRY}/$", industries.redirect_code),
    re_path(rf"^industries/{INDUSTRY}-(?P<title>[-\w]+)/$", industries.industry, name="industry"),
    path("compare/", compare.compare, name="compare"),
    path("handouts/", handouts.handouts, name="handouts"),
    path("certifications/", certifications.certifications, name="certifications"),
    path("certifications/<slug:slug>/", certifications.certification, name="certification"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggest, name="search-suggest"),
    path("sources/", sources.sources, name="sources"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("about/", about.about, name="about"),
    path("robots.txt", found.robots, name="robots"),
    path("sitemap.xml", found.index, name="sitemaps"),
    path("sitemap-<slug:section>.xml", found.sitemap, name="sitemap"),
    path(".well-known/security.txt", found.security, name="security"),
]
