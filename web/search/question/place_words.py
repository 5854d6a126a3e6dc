"""What people call states and cities, where no official name says it, and letters that are words, too. Pure data."""

from __future__ import annotations

# fmt: off
# Letters of a state that are words, too: a state only last, after a comma or after "in", beside something else.
WORDS_TOO = frozenset(
    [
        "in",
        "or",
        "me",
        "hi",
        "ok",
        "oh",
        "id",
        "la",
        "ma",
        "pa",
        "md",
        "ct",
        "co",
        "al",
        "de",
        "ms",
        "va",
        "ar",
        "as",
        "ne",
        "sc",
        "nd",
        "nc",
        "pr",
        "mt",
        "sd",
        "mi",
        "mo",
        "nh",
        "vi",
        "ut",
    ]
)
# Of these, those that are no word of a question: a state wherever they stand beside something else.
PLAIN_LETTERS = frozenset(["ar", "ne", "sc", "nd", "nc", "mt", "sd", "mi", "mo", "nh", "ut"])
STATE_ABBREVIATIONS = {
    "calif": "CA", "cali": "CA", "tex": "TX", "penn": "PA", "mass": "MA", "fla": "FL", "wash": "WA", "ill": "IL", "mich": "MI",
    "minn": "MN", "okla": "OK", "ore": "OR", "tenn": "TN", "wisc": "WI", "conn": "CT", "ariz": "AZ", "colo": "CO", "n carolina": "NC",
    "s carolina": "SC", "n dakota": "ND", "s dakota": "SD", "w virginia": "WV", "no carolina": "NC", "so carolina": "SC",
    "washington dc": "DC", "washington d c": "DC", "d c": "DC", "washington state": "WA", "new york state": "NY", "state of new york": "NY",
    "upstate new york": "NY", "state of washington": "WA", "texas state": "TX", "nueva york": "NY", "nuevo mexico": "NM",
    "carolina del norte": "NC", "carolina del sur": "SC", "tejas": "TX", "luisiana": "LA", "pensilvania": "PA", "hawai": "HI",
    "us virgin islands": "VI", "carolina": "", "mississipi": "MS",
}
NATION_WORDS = frozenset({"us", "usa", "united states", "america", "u s", "u s a", "nationwide", "nationally", "national", "the us",
                          "the united states", "in america", "american", "country", "estados unidos", "eeuu", "nation", "everywhere"})
# What people call a city, by how the title of its area begins.
CALLED = {
    "nyc": "new york", "new york city": "new york", "big apple": "new york", "manhattan": "new york", "brooklyn": "new york",
    "queens": "new york", "bronx": "new york", "the bronx": "new york", "staten island": "new york", "ny city": "new york",
    "long island": "new york", "la": "los angeles", "l a": "los angeles", "so cal": "los angeles", "socal": "los angeles",
    "hollywood": "los angeles", "orange county": "los angeles", "sf": "san francisco", "frisco": "san francisco",
    "bay area": "san francisco", "the bay": "san francisco", "san fran": "san francisco", "sanfran": "san francisco",
    "silicon valley": "san jose", "chi town": "chicago", "chitown": "chicago", "chi": "chicago", "dfw": "dallas", "philly": "philadelphia",
    "vegas": "las vegas", "lv": "las vegas", "nola": "new orleans", "slc": "salt lake city", "salt lake": "salt lake city",
    "okc": "oklahoma city", "kc": "kansas city", "twin cities": "minneapolis", "jax": "jacksonville", "motor city": "detroit",
    "rtp": "raleigh", "research triangle": "raleigh", "atl": "atlanta", "hotlanta": "atlanta", "htx": "houston", "h town": "houston",
    "phx": "phoenix", "pdx": "portland-vancouver", "stl": "st louis", "saint louis": "st louis", "st paul": "minneapolis",
    "saint paul": "minneapolis", "indy": "indianapolis", "cincy": "cincinnati", "clt": "charlotte", "fort worth": "dallas",
    "ft worth": "dallas", "ft lauderdale": "miami", "fort lauderdale": "miami", "ft collins": "fort collins", "ft wayne": "fort wayne",
    "ft myers": "cape coral", "fort myers": "cape coral", "inland empire": "riverside", "tampa bay": "tampa", "sac": "sacramento",
    "san antone": "san antonio", "satx": "san antonio", "atx": "austin", "abq": "albuquerque", "cbus": "columbus oh", "bmore": "baltimore",
    "beantown": "boston", "hampton roads": "virginia beach", "rgv": "mcallen", "quad cities": "davenport", "lehigh valley": "allentown",
    "saint petersburg": "tampa", "st pete": "tampa", "honolulu": "urban honolulu", "colorado spgs": "colorado springs",
    "rio grande valley": "mcallen", "mpls": "minneapolis", "nova": "washington", "northern virginia": "washington", "dmv": "washington",
    "san jose": "san jose", "nueva york city": "new york", "silicon beach": "los angeles",
}

# Cities whose names are said more often for something else: places only after "in", before a state, or last.
SAID_OTHERWISE = frozenset(
    {
        "mobile",
        "reading",
        "normal",
        "orange",
        "enterprise",
        "bend",
        "independence",
        "union",
        "commerce",
        "lead",
    }
)
