"""axe-core finds nothing to complain of on any kind of page, in either color scheme, wide or narrow."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

# A row like five before it, in its elements and classes, tells axe nothing new, and takes as long as the first.
ONE_OF_EACH_KIND = """() => {
    const kind = element => [element, ...element.querySelectorAll("*")]
        .map(part => [part.tagName, part.getAttribute("class"), part.getAttribute("role"), part.getAttribute("scope")])
        .join("|");
    for (const list of document.querySelectorAll("tbody, ul, ol, datalist")) {
        const seen = new Map();
        for (const item of [...list.children]) {
            const times = (seen.get(kind(item)) ?? 0) + 1;
            seen.set(kind(item), times);
            if (times > 5) item.remove();
        }
    }
}"""
IDS_USED_TWICE = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    return ids.filter((id, position) => ids.indexOf(id) !== position);
}"""

# Rules that axe leaves out unless they are asked for.
RULES = {
    name: {"enabled": True} for name in ("target-size", "label-content-name-mismatch", "label-title-only")
}

PAGES = {
    "home": "/",
    "finder": "/occupations/",
    "finder: a search": "/occupations/?q=nurse&pay_min=50000&sort=-median",
    "finder: nothing found": "/occupations/?q=zzzzzzzz",
    "finder: in a state": "/occupations/?education=bachelors&pay_min=75000&growth=growing&area=3900000",
    "finder: in an industry": "/occupations/?industry=622&pay=hourly&columns=median&columns=word&columns=interests",
    "finder: a way out": "/occupations/?education=none&pay_min=200000&zone=5",
    "finder: which area": "/occupations/?place=portland",
    "profile": "/occupations/11-3051-industrial-production-managers/",
    "profile of the past": "/occupations/11-3051-industrial-production-managers/?release=May-2021",
    "hourly only": "/occupations/27-2011-actors/",
    "top-coded": "/occupations/29-1241-ophthalmologists-except-pediatric/",
    "projections only": "/occupations/11-1031-legislators/",
    "group": "/occupations/11-3000-operations-specialties-managers/",
    "residual": "/occupations/11-9199-managers-all-other/",
    "combination": "/occupations/21-1018/",
    "military": "/occupations/55-3016-infantry/",
    "industries": "/occupations/11-3051-industrial-production-managers/industries/?open=31-33",
    "industries: all": "/occupations/29-1141-registered-nurses/industries/?view=all&pay=hourly",
    "all industries": "/industries/?open=31-33",
    "all industries: by owner": "/industries/?view=owners&pay=hourly",
    "all industries: a search": "/industries/?q=brewery",
    "industry": "/industries/622-hospitals/?sort=-concentration",
    "industry: narrowed": "/industries/31-33-manufacturing/?q=nurse&within=all",
    "industry: nothing found": "/industries/622-hospitals/?q=zzzzzz&group=11-0000",
    "industry without figures": "/industries/325110-petrochemical-manufacturing/",
    "industry of the past": "/industries/325-chemical-manufacturing/?release=May-2021",
    "history": "/occupations/11-3051-industrial-production-managers/history/",
    "history in constant dollars": "/occupations/27-2011-actors/history/?pay=hourly&dollars=constant",
    "changes": "/occupations/11-3051-industrial-production-managers/changes/",
    "compare: choosing": "/compare/?occupation=11-3051&q=engineer",
    "compare: nation": "/compare/?occupation=11-3051&occupation=27-2011&occupation=11-1031&occupation=29-1216",
    "compare: industries": "/compare/?occupation=11-3051&occupation=17-2112&by=industry&measure=mean&open=31-33",
    "compare: places": "/compare/?occupation=29-1141&occupation=29-1216&by=place&sort=name&base=none",
    "places": "/places/",
    "places: metropolitan areas": "/places/?view=metros&sort=-median",
    "state": "/places/4800000-texas/?prices=adjusted",
    "metropolitan area": "/places/0045500-texarkana-tx-ar/?q=nurse",
    "occupation by place": "/occupations/29-1241-ophthalmologists-except-pediatric/places/?map=jobs",
    "answer in a place": "/occupations/29-1141-registered-nurses/places/0018140-columbus-oh/?prices=adjusted",
    "answer in an industry": "/occupations/29-1141-registered-nurses/industries/622-hospitals/?pay=hourly",
    "no answer": "/occupations/19-2012-physicists/places/3900001-west-northwestern-ohio-nonmetropolitan-area/",
    "handouts with a place": "/handouts/?occupation=11-3051&occupation=29-1141&place=0018140",
    "handouts": "/handouts/?occupation=11-3051&occupation=27-2011&occupation=11-1031",
    "own pay": "/occupations/11-3051-industrial-production-managers/pay/?industry=22",
    "certifications": "/certifications/",
    "certification": "/certifications/cpim/",
    "sources": "/sources/",
    "search: results": "/search/?q=nurse",
    "search: a code": "/search/?q=622",
    "search: nothing found": "/search/?q=zzzzqqq",
    "glossary": "/glossary/#median",
    "about": "/about/",
    "not found": "/occupations/99-9999-nothing/",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing(
    site: Any, new_page: Callable[..., Any], path: str, scheme: str, request: Any
) -> None:
    width = 390 if scheme == "dark" else 1280
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    page.goto(site.url + path)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"the page is {overflow} px too wide at {width}"
    assert page.evaluate(IDS_USED_TWICE) == []
    page.evaluate(ONE_OF_EACH_KIND)
    # Without preload: axe would fetch style sheets again, from addresses it gets wrong.
    results = Axe().run(page, options={"preload": False, "resultTypes": ["violations"], "rules": RULES})
    assert results.violations_count == 0, results.generate_report()
    assert page.locator("h1").count() == 1
