"""Words that head several occupations: "nurse", "teacher", "engineer". Pure data, reviewed by hand.

Of a family with a dominant member people who say its word mostly mean that one: it gets the figure, and the others a line
each. Of one without, a table of at most six is shown, and nothing is chosen for the reader.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_MEMBERS = 6


@dataclass(frozen=True)
class Family:
    """A word, the phrases that mean it, and the codes of its members, in the order in which they are shown."""

    name: str
    phrases: tuple[str, ...]
    members: tuple[str, ...]
    dominant: str = ""


# fmt: off
FAMILIES = (
    Family("nurses", ("nurse", "nursing"), ("29-1141", "29-2061", "29-1171", "31-1131", "29-1151", "29-1161"), "29-1141"),
    Family("teachers", ("teacher", "teaching", "school teacher", "public school teacher", "educator"),
           ("25-2021", "25-2031", "25-2022", "25-2011", "25-2012", "25-9031")),
    Family("special education teachers",
           ("special education teacher", "special ed teacher", "sped teacher", "special needs teacher", "special ed", "sped"),
           ("25-2052", "25-2058", "25-2057", "25-2051")),
    Family("professors", ("professor", "college professor", "university professor", "college teacher", "college instructor"),
           ("25-1071", "25-1011", "25-1042", "25-1123", "25-1066", "25-1022")),
    Family("doctors", ("doctor", "physician", "md", "dr", "medical doctor", "doctors and surgeons", "medicine"),
           ("29-1215", "29-1216", "29-1221", "29-1223", "29-1218", "29-1229")),
    Family("surgeons", ("surgeon", "surgery"), ("29-1249", "29-1242", "29-1241", "29-1243")),
    Family("dentists", (), ("29-1021", "29-1022", "29-1023", "29-1024"), "29-1021"),
    Family("engineers", ("engineer", "engineering"), ("17-2141", "17-2051", "17-2112", "17-2071", "17-2072", "17-2011")),
    Family("drivers", ("driver", "driving"), ("53-3032", "53-3033", "53-3051", "53-3052", "53-3054", "53-3031")),
    Family("truck drivers", ("truck driver", "trucker", "truck driving", "trucking"), ("53-3032", "53-3033"), "53-3032"),
    Family("marketing workers", ("marketing", "advertising"), ("13-1161", "11-2021", "11-2011", "41-3011", "27-3031")),
    Family("delivery drivers", ("delivery driver",), ("53-3033", "53-3031"), "53-3033"),
    Family("miners", ("miner", "coal miner"), ("47-5041", "47-5043", "47-5044", "47-5049")),
    Family("bus drivers", ("bus driver",), ("53-3051", "53-3052")),
    Family("police", ("police", "cop", "police officer", "law enforcement", "policeman", "policewoman", "policia"),
           ("33-3051", "33-1012", "33-3021", "33-3052"), "33-3051"),
    Family("operators", ("operator", "machine operator"), ("53-7051", "47-2073", "51-9111", "51-4041", "53-7021", "51-9161")),
    Family("heavy equipment operators", ("equipment operator",), ("47-2073", "47-2071", "45-2091"), "47-2073"),
    Family("managers", ("manager", "management", "boss"), ("11-1021", "11-3031", "11-3021", "11-9111", "11-2022", "11-9051")),
    Family("supervisors", ("supervisor", "foreman", "shift supervisor"),
           ("43-1011", "41-1011", "35-1012", "47-1011", "51-1011", "49-1011")),
    Family("analysts", ("analyst",), ("13-2051", "13-1111", "15-1211", "15-1212", "13-1161", "15-2031")),
    Family("technicians", ("technician", "tech"), ("29-2052", "29-2034", "49-9021", "31-9096", "29-2042", "49-2022")),
    Family("lab technicians", ("lab tech", "lab technician", "laboratory technician"),
           ("29-2010", "19-4031", "19-4021", "29-2012", "29-2011"), "29-2010"),
    Family("therapists", ("therapist", "therapy"), ("29-1123", "29-1122", "29-1126", "21-1018", "29-1127", "31-9011")),
    Family("counselors", ("counselor", "counseling", "counsellor"), ("21-1018", "21-1012", "21-1015", "21-1019")),
    Family("social workers", ("social worker", "social work", "msw"), ("21-1021", "21-1022", "21-1023", "21-1029")),
    Family("psychologists", ("psychologist", "psychology"), ("19-3033", "19-3034", "19-3039", "19-3032")),
    Family("scientists", ("scientist", "science", "researcher"), ("15-2051", "19-1042", "19-2041", "15-1221", "19-2031", "19-1029")),
    Family("biologists", ("biologist", "biology"), ("19-1023", "19-1022", "19-1021", "19-1029")),
    Family("mechanics", ("mechanic", "mechanics"), ("49-3023", "49-3031", "49-9041", "49-3011", "49-3042", "49-9021")),
    Family("installers", ("installer",), ("49-9021", "49-9052", "47-2031", "47-2231", "47-2044", "47-2152")),
    Family("cooks", ("cook", "cooking", "line cook"), ("35-2014", "35-2012", "35-2011", "35-2015", "35-2013")),
    Family("assistants", ("assistant",), ("31-9092", "43-6014", "31-9091", "43-6011", "29-1071", "31-2021")),
    Family("secretaries", ("secretary", "admin", "admin assistant", "administrative assistant"),
           ("43-6014", "43-6011", "43-6013", "43-6012"), "43-6014"),
    Family("clerks", ("clerk", "office work"), ("43-9061", "43-3031", "43-5071", "43-4081", "43-3051", "43-3021")),
    Family("sales workers", ("sales", "salesperson", "salesman", "seller", "sales person"),
           ("41-2031", "41-4012", "41-3091", "41-3021", "41-9022", "41-4011")),
    Family("sales representatives", ("sales rep", "sales representative"), ("41-4012", "41-3091", "41-4011", "41-3021")),
    Family("pilots", ("pilot",), ("53-2011", "53-2012")),
    Family("designers", ("designer", "design"), ("27-1024", "15-1255", "27-1025", "27-1021", "27-1022", "27-1026")),
    Family("artists", ("artist", "art"), ("27-1014", "27-1013", "27-1011", "27-1012")),
    Family("musicians", ("musician", "music"), ("27-2042", "27-2041", "25-1121")),
    Family("writers", ("writer", "writing"), ("27-3043", "27-3042", "27-3041", "27-3023")),
    Family("software and web developers", ("developer", "dev"), ("15-1252", "15-1254", "15-1255"), "15-1252"),
    Family("laborers", ("laborer", "labor", "labourer"), ("53-7062", "47-2061", "37-3011", "45-2092")),
    Family("farm workers", ("farm worker", "farmworker", "farm hand"), ("45-2092", "45-2093", "45-2091"), "45-2092"),
    Family("guards", ("guard",), ("33-9032", "33-3012", "33-9092")),
    Family("investigators", ("investigator",), ("33-3021", "33-9021", "13-1031")),
    Family("inspectors", ("inspector",), ("51-9061", "47-4011", "13-1041", "53-6051")),
    Family("coaches and trainers", ("trainer",), ("39-9031", "13-1151", "29-9091", "39-2011")),
    Family("scheduling and dispatch", ("dispatcher",), ("43-5032", "43-5031")),
    Family("home and personal care", ("aide", "caregiver"), ("31-1120", "31-1131", "25-9045", "31-1132"), "31-1120"),
    Family("paramedics and EMTs", ("ems", "paramedics and emts", "emt paramedic"), ("29-2042", "29-2043")),
    Family("bankers", ("banker", "banking"), ("43-3071", "13-2072", "11-3031", "13-2051", "41-3031")),
    Family("contractors", ("contractor",), ("11-9021", "47-1011", "47-2031", "47-2111", "47-2152")),
    Family("tradespeople", ("tradesman", "trades", "skilled trades", "tradespeople", "the trades", "trade jobs", "trade", "skilled trade"),
           ("47-2111", "47-2152", "47-2031", "51-4121", "49-9021", "47-2211")),
    Family("chefs and head cooks", ("chef",), ("35-1011", "35-2014"), "35-1011"),
    Family("veterinary work", ("vet",), ("29-1131", "29-2056", "31-9096"), "29-1131"),
    Family("accountants and bookkeepers", ("accounting",), ("13-2011", "43-3031", "13-2082"), "13-2011"),
    Family("firefighters", ("fire fighter", "firefighter", "fireman"), ("33-2011", "33-1021", "33-2021"), "33-2011"),
    Family("computer work", ("computers", "computer"), ("15-1252", "15-1232", "15-1211", "15-1244", "15-1212", "15-1251")),
)
# fmt: on


def by_phrase() -> dict[str, Family]:
    """The families by each phrase in lower case."""
    return {phrase: family for family in FAMILIES for phrase in family.phrases}
