"""Every term that the site uses, in plain words of our own. Pure data: `{% term "median" %}` links to one.

A term's `slug` is its anchor on the page of terms, `name` is how it stands in a sentence, `full` is what an
abbreviation is short for, `see` names related terms by slug, and `about` is the section of the page about the
method (or, with a leading "sources/", of the page of sources) that says more.
"""

from __future__ import annotations

from dataclasses import dataclass

from web.words.interests import INTERESTS


@dataclass(frozen=True)
class Term:
    slug: str
    name: str
    meaning: str
    see: tuple[str, ...] = ()
    about: str = ""
    full: str = ""

    @property
    def is_source(self) -> bool:
        return self.about.startswith("sources/")

    @property
    def heading(self) -> str:
        """The name as the beginning of a line."""
        return f"{self.name[0].upper()}{self.name[1:]}"


_SOURCES = (
    Term("oews", "OEWS", "The survey of employers by the Bureau of Labor Statistics from which all wages here come: jobs and pay by occupation, for the nation, states and areas, and by industry for the nation.", ("release", "wage-and-salary", "reference-period"), "sources/oews", "Occupational Employment and Wage Statistics"),
    Term("ep", "EP", "The ten-year projections of the Bureau of Labor Statistics: how many jobs an occupation had in a base year, how many are expected, and how many openings a year.", ("round", "openings", "growth-words", "typical-entry-education"), "sources/projections", "Employment Projections"),
    Term("nem", "NEM", "The table of the projections that crosses occupations with industries. It counts the self-employed, which OEWS does not.", ("ep", "share-of-occupation", "class-of-worker"), "sources/matrix", "National Employment Matrix"),
    Term("ooh", "OOH", "The career guide of the Bureau of Labor Statistics. One of its profiles can describe several occupations together.", ("profile", "growth-words"), "sources/ooh", "Occupational Outlook Handbook"),
    Term("onet", "O*NET", "A database of the U.S. Department of Labor that describes work: tasks, skills, interests, tools, job zones. It holds no wages and counts no jobs.", ("job-zone", "interests", "importance", "onet-soc"), "sources/onet", "Occupational Information Network"),
    Term("soc", "SOC", "The federal list of occupations, each with a code such as 11-3051. The edition of 2018 is the current one.", ("major-group", "detailed-occupation", "combination-of-occupations", "onet-soc"), "titles", "Standard Occupational Classification"),
    Term("onet-soc", "O*NET-SOC code", "A SOC code with two more digits, such as 11-3051.01. Codes that end in .00 are the SOC occupation itself; others are specialties within it, which have no wages of their own.", ("soc", "onet")),
    Term("naics", "NAICS", "The list of industries that the United States shares with Canada and Mexico. The more digits a code has, the narrower the industry.", ("sector", "industry"), "industries", "North American Industry Classification System"),
    Term("cip", "CIP", "The federal list of programs of study, from which a program’s code such as 14.3501 comes.", ("typical-entry-education",), "", "Classification of Instructional Programs"),
    Term("cpi", "CPI", "The Bureau of Labor Statistics’ measure of how prices for consumers change over time. It turns pay of different years into constant dollars.", ("constant-dollars", "regional-price-parity"), "sources/cpi", "Consumer Price Index"),
)  # fmt: skip

_RELEASES = (
    Term("release", "release", "One publication of a source, such as OEWS May 2025. Every figure here belongs to one, and says which.", ("reference-period", "edition", "as-of", "round"), "past"),
    Term("reference-period", "reference period", "The time that a figure is about, which is earlier than the day it was published: wages of May 2025 came out in 2026.", ("release",)),
    Term("edition", "edition", "What one release says of an occupation. Earlier editions stay readable here after a newer one is out.", ("release", "editorial-release")),
    Term("editorial-release", "entered by hand", "A release that people typed in here, rather than one read from a publisher’s files. Where both state the same figure, the publisher’s is shown.", ("release", "edition")),
    Term("round", "round", "One issue of the projections, named after its ten years, such as 2024–34. Each starts from jobs counted anew, so rounds cannot be chained into a trend.", ("ep", "growth-words", "release"), "outlook"),
    Term("as-of", "as of", "Reading a page with what was the newest of every source on a past day. Figures published later are left out.", ("release",), "past"),
    Term("derived", "derived", "Said of a word that we took from the publisher’s scale where the publisher gives none for exactly this occupation.", ("growth-words", "computed"), "outlook"),
    Term("computed", "computed", "Worked out here from published figures of one release, such as a share or a gap, and marked so. Everything else is shown as published.", ("derived", "gap", "share-of-occupation"), "industries"),
)  # fmt: skip

_PAY = (
    Term("wage", "wage", "Pay for regular hours before taxes and deductions. Tips, commissions and production bonuses are in it; overtime, shift differentials and year-end bonuses are not.", ("median", "basis", "wage-and-salary"), "pay"),
    Term("percentile", "percentile", "The pay below which a given percent of the jobs lie. Seventy-five percent of them pay less than the 75th percentile.", ("p10", "p25", "median", "p75", "p90"), "pay"),
    Term("p10", "P10", "The 10th percentile: the lowest-paid 10 percent earn less than this.", ("percentile", "p90"), "pay"),
    Term("p25", "P25", "The 25th percentile: a quarter earn less than this. The middle half lies between P25 and P75.", ("percentile", "p75"), "pay"),
    Term("median", "median", "The middle: half earn more and half earn less. It is neither the mean nor the pay of somebody who is starting out.", ("mean", "percentile"), "pay"),
    Term("p75", "P75", "The 75th percentile: a quarter earn more than this. The middle half lies between P25 and P75.", ("percentile", "p25"), "pay"),
    Term("p90", "P90", "The 90th percentile: the highest-paid 10 percent earn more than this.", ("percentile", "p10"), "pay"),
    Term("mean", "mean", "The average: all pay added up and divided by the number of jobs. A few very high wages can lift it far above the median.", ("median", "rse"), "pay"),
    Term("basis", "annual and hourly", "Pay is published by the year, by the hour, or both; annual is normally 2,080 times hourly, from unrounded figures. Where only one is published the other is not worked out.", ("wage", "other-basis"), "pay"),
    Term("pay-range", "pay range", "The bar from P10 to P90, with the middle half darker and the median marked.", ("p10", "p90", "median")),
    Term("gap", "gap", "How far a median lies above or below that of the occupation in the whole nation and all industries, in dollars or in percent of the latter.", ("median", "computed")),
    Term("base", "base", "In a comparison, the occupation that the others are held against. Differences are from its figure in the same row.", ("gap", "may-be-chance", "percentage-point"), "comparing"),
    Term("constant-dollars", "constant dollars", "Pay of earlier years in the prices of the latest one, so that what is left of a difference is not inflation.", ("cpi", "as-published")),
    Term("as-published", "as published", "In the dollars of its own year and place, without any adjustment.", ("constant-dollars", "adjusted-for-prices")),
    Term("regional-price-parity", "regional price parity", "The price level of a state or metropolitan area, where the nation’s is 100, published by the Bureau of Economic Analysis.", ("adjusted-for-prices", "cpi"), "sources/rpp"),
    Term("adjusted-for-prices", "adjusted for prices", "A wage divided by the price level of its place: what it would buy at the nation’s prices. Computed here.", ("regional-price-parity", "computed")),
)  # fmt: skip

_MISSING = (
    Term("missing", "missing figure", "A figure that is not there has a reason, and the reason is shown in its place. Missing figures come last in a sorted table, in both directions.", ("top-coded", "not-released", "other-basis", "below-threshold", "no-such-cell", "not-stated"), "missing"),
    Term("top-coded", "top-coded", "Too high to be published exactly. It is shown as “$239,200 or more”, and is never averaged or drawn as a point.", ("missing",), "missing"),
    Term("not-released", "not released", "Estimated by the publisher and held back, to protect what an employer reported or because the estimate was not good enough.", ("missing",), "missing"),
    Term("other-basis", "published on one basis only", "Some pay is published only by the year (teachers, pilots) or only by the hour (actors, musicians), because 2,080 hours a year would be wrong for it.", ("basis", "missing"), "missing"),
    Term("below-threshold", "under 0.5 %", "Said where too few establishments report the occupation to state their share.", ("missing",), "missing"),
    Term("no-such-cell", "not published", "The source has no estimate at all for this occupation in this industry or place. It does not mean that there are no jobs.", ("missing", "not-released"), "missing"),
    Term("not-stated", "not stated", "Left open by a release that was entered by hand, because what it was entered from does not give the figure.", ("editorial-release", "missing"), "missing"),
    Term("rse", "relative standard error", "How far an estimate from a sample may be off, in percent of the estimate. It is published for the number of jobs and for the mean wage, and for no percentile.", ("reliability", "mean"), "reliability"),
    Term("may-be-chance", "may be chance", "Said of two means, or two numbers of jobs, whose ranges overlap. A range is the figure plus and minus 1.96 times its relative standard error. It is a cautious check of ours: the two may differ all the same.", ("rse", "mean", "base"), "comparing"),
    Term("reliability", "reliability", "The relative standard error in words: the smaller it is, the higher the reliability. The limits between the words are ours.", ("rse",), "reliability"),
)  # fmt: skip

_JOBS = (
    Term("job", "job", "A position that somebody fills, full-time or part-time. Figures here count jobs, so that a person with two is counted twice.", ("employment", "wage-and-salary"), "jobs"),
    Term("employment", "employment", "The sources’ word for the number of jobs. OEWS counts those on a payroll, rounded to 10; the projections count the self-employed as well.", ("job", "wage-and-salary", "oews", "ep"), "jobs"),
    Term("wage-and-salary", "wage-and-salary jobs", "Jobs on somebody’s payroll. People who work for themselves are not in them.", ("class-of-worker", "employment"), "jobs"),
    Term("class-of-worker", "class of worker", "Whether somebody is paid a wage or is self-employed. “Self-employed workers” is a class of worker and not an industry, also where a table of industries lists it.", ("wage-and-salary", "nem")),
    Term("share-of-occupation", "share of the occupation", "Of all jobs in an occupation, the percent that are in one industry or place: where the people who do this work are.", ("share-of-industry", "remainder", "nem"), "industries"),
    Term("share-of-industry", "share of the industry", "Of all jobs in an industry, the percent that are in one occupation: whom the industry employs. The opposite question of the share of the occupation.", ("share-of-occupation", "industry-concentration"), "industries"),
    Term("remainder", "remainder", "What the rows of a table leave out of the whole: its last row. “About 0” where rounding makes it negative.", ("share-of-occupation", "sector"), "industries"),
    Term("industry-concentration", "industry concentration", "An occupation’s share of the jobs in an industry, divided by its share of all jobs. Above 1, the industry has more of the occupation than the economy does. Computed here.", ("location-quotient", "share-of-industry")),
    Term("location-quotient", "location quotient", "An occupation’s share of the jobs in a place, divided by its share of the jobs in the nation, as OEWS publishes it. Above 1, the occupation is more common there than elsewhere.", ("jobs-per-1000", "industry-concentration"), "places"),
    Term("jobs-per-1000", "jobs per 1,000", "Of every 1,000 jobs in a place, how many are in the occupation.", ("location-quotient",)),
    Term("percentage-point", "percentage point", "The difference of two percentages. From 10 percent to 9 percent is 1 percentage point less.", ("percent",)),
    Term("percent", "percent", "A part of a hundred of something that has to be named. From 10 percent to 9 percent is a fall of 10 percent, and of 1 percentage point.", ("percentage-point",)),
)  # fmt: skip

_OUTLOOK = (
    Term("numeric-change", "change in jobs", "The projected jobs less the jobs of the base year. Change, percent and openings are each published from unrounded data, so one need not follow from another.", ("percent-change", "openings", "round"), "outlook"),
    Term("percent-change", "percent change", "The projected change in percent of the jobs in the base year, over the whole ten years and not a year.", ("numeric-change", "growth-words"), "outlook"),
    Term("openings", "openings", "Jobs to be filled in an average year of the ten: new ones, and those of people who retire or change occupation. A shrinking occupation still has openings.", ("labor-force-exits", "occupational-transfers", "numeric-change", "ep"), "outlook"),
    Term("labor-force-exits", "labor force exits", "How many people in an occupation are expected to retire, or to stop working and looking for work for another reason, in an average year of the ten.", ("occupational-transfers", "openings"), "outlook"),
    Term("occupational-transfers", "occupational transfers", "How many people in an occupation are expected to take up another one in an average year of the ten. Who changes the employer and not the occupation isn’t counted.", ("labor-force-exits", "openings"), "outlook"),
    Term("growth-words", "growth words", "“Faster than average” and the like, on a scale that changes with every round because the average does.", ("derived", "percent-change", "round"), "outlook"),
    Term("typical-entry-education", "typical entry education", "The schooling that most people need to start in the occupation, as the projections assign it. Some get in with less, and many have more.", ("work-experience", "training", "job-zone"), "outlook"),
    Term("work-experience", "work experience in a related occupation", "How much experience elsewhere employers usually ask for, or accept in the place of schooling, as the projections assign it.", ("typical-entry-education", "training")),
    Term("training", "on-the-job training", "What somebody typically still has to learn at work to become competent, as the projections assign it: from none to an apprenticeship.", ("typical-entry-education", "work-experience")),
)  # fmt: skip

_CODES = (
    Term("major-group", "major group", "One of the 23 widest groups of the SOC, such as Management Occupations. Below it come minor and broad groups, then detailed occupations.", ("soc", "detailed-occupation"), "titles"),
    Term("detailed-occupation", "detailed occupation", "The narrowest kind of occupation in the SOC; most figures are published for these.", ("soc", "residual"), "titles"),
    Term("residual", "all other", "An occupation that gathers what fits nowhere else in its group, also called a residual. It is left out of rankings unless asked for.", ("detailed-occupation",), "titles"),
    Term("combination-of-occupations", "combination of occupations", "A code under which OEWS publishes several occupations of the SOC together.", ("soc", "oews"), "titles"),
    Term("retired-code", "retired code", "A code that a newer code system has replaced. Its page stays, with the figures as they were published.", ("soc",), "titles"),
    Term("other-titles", "other titles", "Names under which the same work is advertised or counted: from the SOC’s own list, the projections’ lay titles, and O*NET’s alternate titles.", ("soc", "onet"), "titles"),
    Term("profile", "profile", "The page of one occupation. In the Handbook a profile can cover several occupations; the page then says which.", ("ooh",)),
    Term("industry", "industry", "What an employer does, whatever the work of the people there: an accountant in a hospital works in the hospital industry.", ("naics", "sector"), "industries"),
    Term("sector", "sector", "One of the 20 widest industries. Only the sectors together make up the whole economy without gaps or overlaps.", ("naics", "remainder", "government-total"), "industries"),
    Term("combination", "combination of industries", "A group of NAICS industries that OEWS publishes together under a code of its own, such as 3320A1.", ("naics", "oews"), "industries"),
    Term("ownership-cut", "cut by owner", "The part of an industry that is private, or that a government owns, such as local government schools. It overlaps the industries beside it, so it is never added to them.", ("government-total", "sector"), "industries"),
    Term("government-total", "government total", "All jobs of the federal, a state’s or local governments together, schools and hospitals in some of them included. It overlaps the sectors.", ("ownership-cut", "sector"), "industries"),
    Term("metropolitan-area", "metropolitan area", "One or more counties around a city, joined by commuting; it can reach into several states.", ("nonmetropolitan-area", "delineation")),
    Term("nonmetropolitan-area", "nonmetropolitan area", "The counties of a part of a state that belong to no metropolitan area, taken together by OEWS.", ("metropolitan-area", "delineation")),
    Term("delineation", "delineation", "The list of which counties make up which area. It is redrawn from time to time, last for the release of May 2024, so the same name or code can mean another area before and after.", ("metropolitan-area", "nonmetropolitan-area"), "places"),
)  # fmt: skip

_WORK = (
    Term("certification", "certification", "What an organization says of somebody whom it has tested or vetted. It is voluntary, unlike a license.", ("license",)),
    Term("license", "license", "A state’s permission without which the law does not let somebody do certain work. Only a government gives it.", ("certification",)),
    Term("job-zone", "job zone", "O*NET’s five steps of how much preparation an occupation asks for, from 1 (little or none) to 5 (extensive).", ("typical-entry-education", "onet")),
    Term("importance", "importance and level", "O*NET’s two ratings of a skill: how much it matters in the occupation, from 1 to 5, and how much of it is needed, from 0 to 7.", ("onet",)),
    Term("hot-technology", "hot technology", "Software or equipment that many employers’ postings name. “In demand” is said where postings for this very occupation often do.", ("onet",)),
    Term("interests", "interests", "Six kinds of work that people like, after John Holland: realistic, investigative, artistic, social, enterprising and conventional. O*NET rates how well each describes an occupation.", ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")),
    *(Term(name.lower(), name.lower(), f"Of the six interests, the one in {meaning}.", ("interests",)) for name, meaning in INTERESTS.values()),
)  # fmt: skip

TERMS = {
    term.slug: term
    for term in sorted(
        (*_SOURCES, *_RELEASES, *_PAY, *_MISSING, *_JOBS, *_OUTLOOK, *_CODES, *_WORK),
        key=lambda term: term.name.casefold(),
    )
}


def by_letter() -> list[tuple[str, list[Term]]]:
    """The terms in alphabetical order, under their first letters."""
    letters: dict[str, list[Term]] = {}
    for term in TERMS.values():
        letters.setdefault(term.name[0].upper(), []).append(term)
    return list(letters.items())
