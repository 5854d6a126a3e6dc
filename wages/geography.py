"""States and territories: their codes and letters. Knows nothing of Django."""

from __future__ import annotations

import re
import unicodedata

# FIPS 5-2, by the letters that the workbooks give in PRIM_STATE.
STATES = {
    "AL": "01", "AK": "02", "AZ": "04", "AR": "05", "CA": "06", "CO": "08", "CT": "09", "DE": "10",
    "DC": "11", "FL": "12", "GA": "13", "HI": "15", "ID": "16", "IL": "17", "IN": "18", "IA": "19",
    "KS": "20", "KY": "21", "LA": "22", "ME": "23", "MD": "24", "MA": "25", "MI": "26", "MN": "27",
    "MS": "28", "MO": "29", "MT": "30", "NE": "31", "NV": "32", "NH": "33", "NJ": "34", "NM": "35",
    "NY": "36", "NC": "37", "ND": "38", "OH": "39", "OK": "40", "OR": "41", "PA": "42", "RI": "44",
    "SC": "45", "SD": "46", "TN": "47", "TX": "48", "UT": "49", "VT": "50", "VA": "51", "WA": "53",
    "WV": "54", "WI": "55", "WY": "56",
}  # fmt: skip
TERRITORIES = {"GU": "66", "PR": "72", "VI": "78"}
FIPS = {"US": "00", **STATES, **TERRITORIES}
NAMES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "GU": "Guam", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
    "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "PR": "Puerto Rico", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VI": "Virgin Islands", "VT": "Vermont", "VA": "Virginia", "WA": "Washington",
    "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
# What people call a city or a metropolitan area, where no word of its title does.
BYNAMES = {
    "big apple": "new york newark", "bay area": "san francisco", "chi town": "chicago", "dc": "washington arlington",
    "dfw": "dallas fort worth", "frisco": "san francisco", "jax": "jacksonville", "kc": "kansas city",
    "la": "los angeles", "lv": "las vegas", "motor city": "detroit", "nola": "new orleans", 
    "ny city": "new york newark", "nyc": "new york newark", "okc": "oklahoma city", "philly": "philadelphia",
    "rtp": "raleigh", "sf": "san francisco", "silicon valley": "san jose", "slc": "salt lake city",
    "twin cities": "minneapolis st paul", "us": "united states", "usa": "united states",
    "vegas": "las vegas", "washington dc": "washington arlington",
}  # fmt: skip
POSTAL = {code: letters for letters, code in FIPS.items()}

STATES_NAMED = re.compile(r", ((?:[A-Z]{2}-)*[A-Z]{2})$")


def states_in_title(title: str) -> frozenset[str]:
    """The postal letters at the end of a metropolitan area's title: "Texarkana, TX-AR" names TX and AR."""
    named = STATES_NAMED.search(title)
    return frozenset(named[1].split("-")) & FIPS.keys() if named else frozenset()


# What a county is called after its name. Virginia's cities that are counties of their own end in a small "city".
COUNTY_WORDS = re.compile(
    r" (County|Parish|Borough|Census Area|Municipality|City and Borough|Municipio|Planning Region|city)$"
)
# One spelling for what stands before many names.
SHORT_FIRST = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def place_key(name: str) -> str:
    """A place's name as it is looked up: small plain letters, one spelling of "St.", "Mt." and "Ft.".

    "Saint Louis" and "St. Louis" are "st louis", "Mayagüez" is "mayaguez", "O'Fallon" "ofallon".
    """
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    if words and words[0] in SHORT_FIRST and len(words) > 1:
        words[0] = SHORT_FIRST[words[0]]
    return " ".join(words)


def county_key(name: str) -> str:
    """A county's name as it is looked up, without "County": "St. Louis County" is "st louis"."""
    return place_key(COUNTY_WORDS.sub("", name))
