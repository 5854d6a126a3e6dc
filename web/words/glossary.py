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
    Term("oews", "OEWS", "The survey of employers by the Bureau of Labor Statistics (BLS) that all wages here come from. It gives jobs and pay by occupation for the nation, states and areas, and by industry for the nation.", ("release", "wage-and-salary", "reference-period"), "sources/oews", "Occupational Employment and Wage Statistics"),
    Term("ep", "EP", "Ten-year projections by the Bureau of Labor Statistics: how many jobs an occupation had in a base year, how many it is expected to have, and how many openings a year.", ("round", "openings", "growth-words", "typical-entry-education"), "sources/projections", "Employment Projections"),
    Term("nem", "NEM", "The part of the projections that shows each occupation’s jobs by industry. Unlike OEWS, it counts the self-employed.", ("ep", "share-of-occupation", "class-of-worker"), "sources/matrix", "National Employment Matrix"),
    Term("ooh", "OOH", "The career guide of the Bureau of Labor Statistics. One of its profiles can describe several occupations together.", ("profile", "growth-words"), "sources/ooh", "Occupational Outlook Handbook"),
    Term("onet", "O*NET", "A U.S. Department of Labor database that describes work: tasks, skills, interests, tools and job zones. It has no wages and doesn’t count jobs.", ("job-zone", "interests", "importance", "onet-soc"), "sources/onet", "Occupational Information Network"),
    Term("soc", "SOC", "The federal list of occupations, each with a code such as 11-3051. The 2018 edition is the current one.", ("major-group", "detailed-occupation", "combination-of-occupations", "onet-soc"), "titles", "Standard Occupational Classification"),
    Term("onet-soc", "O*NET-SOC code", "A SOC code with two more digits, such as 11-3051.01. A code that ends in .00 is the SOC occupation itself. Other codes are specialties within it, which have no wages of their own.", ("soc", "onet")),
    Term("naics", "NAICS", "The list of industries that the United States shares with Canada and Mexico. The more digits a code has, the narrower the industry.", ("sector", "industry"), "industries", "North American Industry Classification System"),
    Term("cip", "CIP", "The federal list of college and training programs. Program codes such as 14.3501 come from it.", ("typical-entry-education",), "", "Classification of Instructional Programs"),
    Term("cpi", "CPI", "A Bureau of Labor Statistics measure of how consumer prices change over time. This site uses it to show past pay in constant dollars.", ("constant-dollars", "regional-price-parity"), "sources/cpi", "Consumer Price Index"),
)  # fmt: skip

_RELEASES = (
    Term("release", "release", "One publication of a source, such as OEWS May 2025. Every figure here says which release it comes from.", ("reference-period", "edition", "as-of", "round"), "past"),
    Term("reference-period", "reference period", "The time a figure describes, which is earlier than the day it came out. Wages for May 2025 were published in 2026.", ("release",)),
    Term("edition", "edition", "What one release says about an occupation. You can still read earlier editions after a newer one comes out.", ("release", "editorial-release")),
    Term("editorial-release", "entered by hand", "Figures that people typed in here, rather than figures read from a publisher’s files. Where both give the same figure, this site shows the publisher’s.", ("release", "edition")),
    Term("round", "round", "One issue of the projections, named after its ten years, such as 2024–34. Each round starts from a new count of jobs, so rounds can’t be joined into one trend.", ("ep", "growth-words", "release"), "outlook"),
    Term("as-of", "as of", "A page shown as of a past day uses the newest release of every source on that day. Later figures are left out.", ("release",), "past"),
    Term("derived", "derived", "Marks a growth word that we took from the publisher’s scale because the publisher gives no word for exactly this occupation.", ("growth-words", "computed"), "outlook"),
    Term("computed", "computed", "Worked out by this site from published figures of one release, such as a share or a gap, and marked that way. Everything else is shown as published.", ("derived", "gap", "share-of-occupation"), "industries"),
)  # fmt: skip

_PAY = (
    Term("wage", "wage", "Pay for regular hours before taxes and deductions. Tips, commissions and production bonuses count. Overtime, shift differentials and year-end bonuses don’t.", ("median", "basis", "wage-and-salary"), "pay"),
    Term("percentile", "percentile", "The pay that a given percent of jobs fall below. For example, 75 percent of jobs pay less than the 75th percentile.", ("p10", "p25", "median", "p75", "p90"), "pay"),
    Term("p10", "P10", "The 10th percentile: the lowest-paid 10 percent earn less than this.", ("percentile", "p90"), "pay"),
    Term("p25", "P25", "The 25th percentile: a quarter earn less than this. The middle half earns between P25 and P75.", ("percentile", "p75"), "pay"),
    Term("median", "median", "The middle: half earn more and half earn less. It isn’t the average, and it isn’t starting pay.", ("mean", "percentile"), "pay"),
    Term("p75", "P75", "The 75th percentile: a quarter earn more than this. The middle half earns between P25 and P75.", ("percentile", "p25"), "pay"),
    Term("p90", "P90", "The 90th percentile: the highest-paid 10 percent earn more than this.", ("percentile", "p10"), "pay"),
    Term("mean", "mean", "The average: all pay added up and divided by the number of jobs. A few very high wages can pull it far above the median.", ("median", "rse"), "pay"),
    Term("basis", "annual and hourly", "Pay is published by the year, by the hour, or both. Annual pay is normally 2,080 times hourly pay, worked out before rounding. Where only one is published, this site doesn’t work out the other.", ("wage", "other-basis"), "pay"),
    Term("pay-range", "pay range", "The bar from P10 to P90. The darker part is the middle half, and the mark is the median.", ("p10", "p90", "median")),
    Term("gap", "gap", "How far a median is above or below the occupation’s median for the whole nation and all industries, in dollars or as a percent of that national median.", ("median", "computed")),
    Term("base", "base", "In a comparison, the occupation that the others are measured against. Each difference is from the base’s figure in the same row.", ("gap", "may-be-chance", "percentage-point"), "comparing"),
    Term("constant-dollars", "constant dollars", "Pay of earlier years shown in the latest year’s prices, so inflation doesn’t count as a raise.", ("cpi", "as-published")),
    Term("as-published", "as published", "In the dollars of its own year and place, with no adjustment.", ("constant-dollars", "adjusted-for-prices")),
    Term("regional-price-parity", "regional price parity", "The price level of a state or metropolitan area, where the nation’s is 100. The Bureau of Economic Analysis publishes it.", ("adjusted-for-prices", "cpi"), "sources/rpp"),
    Term("adjusted-for-prices", "adjusted for prices", "A wage divided by the price level of its place: what it would buy at average U.S. prices. Computed here.", ("regional-price-parity", "computed")),
)  # fmt: skip

_MISSING = (
    Term("missing", "missing figure", "When a figure is missing, the reason is shown in its place. In a sorted table, missing figures come last in both directions.", ("top-coded", "not-released", "other-basis", "below-threshold", "no-such-cell", "not-stated"), "missing"),
    Term("top-coded", "top-coded", "Too high for an exact figure to be published. It is shown as “$239,200 or more” and is never averaged or drawn as a point.", ("missing",), "missing"),
    Term("not-released", "not released", "BLS made an estimate but held it back, to protect what an employer reported or because the estimate wasn’t good enough.", ("missing",), "missing"),
    Term("other-basis", "published on one basis only", "Some pay is published only by the year (teachers, pilots) or only by the hour (actors, musicians), because multiplying by 2,080 hours a year would be wrong.", ("basis", "missing"), "missing"),
    Term("below-threshold", "under 0.5%", "Shown where too few employers report the occupation to give its share.", ("missing",), "missing"),
    Term("no-such-cell", "not published", "The source has no estimate at all for this occupation in this industry or place. That doesn’t mean there are no jobs.", ("missing", "not-released"), "missing"),
    Term("not-stated", "not stated", "Left out of a release that was entered by hand, because its source doesn’t give the figure.", ("editorial-release", "missing"), "missing"),
    Term("rse", "relative standard error", "How far an estimate from a sample may be off, as a percent of the estimate. It is published for the number of jobs and for the mean wage, but for no percentile.", ("reliability", "mean"), "reliability"),
    Term("may-be-chance", "may be chance", "Marks two means, or two numbers of jobs, whose ranges overlap. A range is the figure plus and minus 1.96 times its relative standard error. This is a cautious check by this site: the two may differ all the same.", ("rse", "mean", "base"), "comparing"),
    Term("reliability", "reliability", "The relative standard error in words. The smaller the error, the higher the reliability. This site chose where one word ends and the next begins.", ("rse",), "reliability"),
)  # fmt: skip

_JOBS = (
    Term("job", "job", "A position that somebody fills, full-time or part-time. Figures here count jobs, so a person with two jobs is counted twice.", ("employment", "wage-and-salary"), "jobs"),
    Term("employment", "employment", "The sources’ word for the number of jobs. OEWS counts payroll jobs, rounded to 10. The projections count the self-employed as well.", ("job", "wage-and-salary", "oews", "ep"), "jobs"),
    Term("wage-and-salary", "wage-and-salary jobs", "Jobs on an employer’s payroll. People who work for themselves aren’t included.", ("class-of-worker", "employment"), "jobs"),
    Term("class-of-worker", "class of worker", "Whether somebody is paid a wage or is self-employed. “Self-employed workers” is a class of worker, not an industry, even when a table of industries lists it.", ("wage-and-salary", "nem")),
    Term("share-of-occupation", "share of the occupation", "The percent of an occupation’s jobs that are in one industry or place. It shows where people in this occupation work.", ("share-of-industry", "remainder", "nem"), "industries"),
    Term("share-of-industry", "share of the industry", "The percent of an industry’s jobs that are in one occupation. It shows who works in the industry: the reverse of the share of the occupation.", ("share-of-occupation", "industry-concentration"), "industries"),
    Term("remainder", "remainder", "The last row of a table: the part of the whole that the other rows leave out. It says “about 0” where rounding would make it negative.", ("share-of-occupation", "sector"), "industries"),
    Term("industry-concentration", "industry concentration", "An occupation’s share of the jobs in an industry, divided by its share of all jobs. Above 1, the occupation is more common in the industry than in the whole economy. Computed here.", ("location-quotient", "share-of-industry")),
    Term("location-quotient", "location quotient", "An occupation’s share of the jobs in a place, divided by its share of the jobs in the nation, as published by OEWS. Above 1, the occupation is more common there than nationwide.", ("jobs-per-1000", "industry-concentration"), "places"),
    Term("jobs-per-1000", "jobs per 1,000", "How many of every 1,000 jobs in a place are in the occupation.", ("location-quotient",)),
    Term("percentage-point", "percentage point", "The difference between two percentages. Going from 10 percent to 9 percent is a drop of 1 percentage point.", ("percent",)),
    Term("percent", "percent", "A part of a hundred of something. Going from 10 percent to 9 percent is a drop of 10 percent, and of 1 percentage point.", ("percentage-point",)),
)  # fmt: skip

_OUTLOOK = (
    Term("numeric-change", "change in jobs", "The projected jobs minus the jobs of the base year. Change, percent and openings are each published from unrounded data, so they may not match exactly.", ("percent-change", "openings", "round"), "outlook"),
    Term("percent-change", "percent change", "The projected change as a percent of the jobs in the base year, over the whole ten years and not per year.", ("numeric-change", "growth-words"), "outlook"),
    Term("openings", "openings", "Jobs to fill in an average year of the ten: new jobs, and jobs left by people who retire or change occupation. Even a shrinking occupation has openings.", ("labor-force-exits", "occupational-transfers", "numeric-change", "ep"), "outlook"),
    Term("labor-force-exits", "labor force exits", "How many people in an occupation are expected to retire, or to stop working and looking for work for another reason, in an average year of the ten.", ("occupational-transfers", "openings"), "outlook"),
    Term("occupational-transfers", "occupational transfers", "How many people in an occupation are expected to move to a different occupation in an average year of the ten. People who change employers but keep the occupation aren’t counted.", ("labor-force-exits", "openings"), "outlook"),
    Term("growth-words", "growth words", "“Faster than average” and similar words. Their scale changes with every round, because the average does.", ("derived", "percent-change", "round"), "outlook"),
    Term("typical-entry-education", "typical entry education", "The schooling most people need to start in the occupation, as assigned by the projections. Some start with less, and many have more.", ("work-experience", "training", "job-zone"), "outlook"),
    Term("work-experience", "work experience in a related occupation", "How much experience in a related occupation employers usually ask for, or accept in place of schooling, as assigned by the projections.", ("typical-entry-education", "training")),
    Term("training", "on-the-job training", "What people usually still have to learn on the job to do the work well, as assigned by the projections: from none to an apprenticeship.", ("typical-entry-education", "work-experience")),
)  # fmt: skip

_CODES = (
    Term("major-group", "major group", "One of the 23 broadest groups in the SOC, such as Management Occupations. Minor groups, broad groups and detailed occupations come below it.", ("soc", "detailed-occupation"), "titles"),
    Term("detailed-occupation", "detailed occupation", "The narrowest kind of occupation in the SOC. Most figures are published at this level.", ("soc", "residual"), "titles"),
    Term("residual", "all other", "An occupation for jobs that fit nowhere else in their group, also called a residual. It is left out of rankings unless you ask for it.", ("detailed-occupation",), "titles"),
    Term("combination-of-occupations", "combination of occupations", "A code under which OEWS publishes several SOC occupations together.", ("soc", "oews"), "titles"),
    Term("retired-code", "retired code", "A code that a newer code system has replaced. Its page stays, with the figures as they were published.", ("soc",), "titles"),
    Term("other-titles", "other titles", "Other names for the same work, from the SOC’s own list, the projections’ lay titles, and O*NET’s alternate titles.", ("soc", "onet"), "titles"),
    Term("profile", "profile", "The page about one occupation. A Handbook profile can cover several occupations, and the page then says which.", ("ooh",)),
    Term("industry", "industry", "What an employer does, whatever jobs its people have. An accountant in a hospital works in the hospital industry.", ("naics", "sector"), "industries"),
    Term("sector", "sector", "One of the 20 broadest industries. Sectors are the only set of industries that covers the whole economy without gaps or overlaps.", ("naics", "remainder", "government-total"), "industries"),
    Term("combination", "combination of industries", "A group of NAICS industries that OEWS publishes together under its own code, such as 3320A1.", ("naics", "oews"), "industries"),
    Term("ownership-cut", "cut by owner", "The private or government-owned part of an industry, such as local government schools. It overlaps the industries next to it, so it is never added to them.", ("government-total", "sector"), "industries"),
    Term("government-total", "government total", "All jobs in federal, state or local government together, in some totals including schools and hospitals. It overlaps the sectors.", ("ownership-cut", "sector"), "industries"),
    Term("metropolitan-area", "metropolitan area", "One or more counties around a city, linked by commuting. It can cross state lines.", ("nonmetropolitan-area", "delineation")),
    Term("nonmetropolitan-area", "nonmetropolitan area", "The counties in part of a state that belong to no metropolitan area, which OEWS groups together.", ("metropolitan-area", "delineation")),
    Term("delineation", "delineation", "The list of which counties make up each area. It changes from time to time, most recently with the May 2024 release, so the same name or code can mean a different area before and after.", ("metropolitan-area", "nonmetropolitan-area"), "places"),
)  # fmt: skip

_WORK = (
    Term("certification", "certification", "An organization’s statement that it has tested or vetted somebody. Unlike a license, it is voluntary.", ("license",)),
    Term("license", "license", "A government’s permission to do certain work, where the law requires one. Usually the state gives it.", ("certification",)),
    Term("job-zone", "job zone", "O*NET’s five levels of preparation for an occupation, from 1 (little or none) to 5 (extensive).", ("typical-entry-education", "onet")),
    Term("importance", "importance and level", "O*NET’s two ratings of a skill: how much it matters in the occupation, from 1 to 5, and how much of it is needed, from 0 to 7.", ("onet",)),
    Term("hot-technology", "hot technology", "Software or equipment that many employers name in job ads. “In demand” means ads for this very occupation often name it.", ("onet",)),
    Term("interests", "interests", "Six kinds of work that people like, after psychologist John Holland: realistic, investigative, artistic, social, enterprising and conventional. O*NET rates how well each describes an occupation.", ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")),
    *(Term(name.lower(), name.lower(), f"One of the six interests: {meaning}.", ("interests",)) for name, meaning in INTERESTS.values()),
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
