"""The codes under which OEWS and the Employment Projections publish several SOC 2018 occupations as one.

Sources: the notes of OEWS on its occupation codes (https://www.bls.gov/oes/soc_2018.htm), the titles of the
national files of May 2019 and May 2020, and the crosswalk of the National Employment Matrix to the SOC
(https://www.bls.gov/emp/documentation/crosswalks.htm). With these codes, and with broad groups that stand
in for all of their details, each file covers every civilian SOC occupation that it surveys exactly once;
a test holds the table to that. Knows nothing of Django.
"""

from __future__ import annotations

from dataclasses import dataclass

HYBRID = "oews-2019-hybrid"
CURRENT = "oews-2021"


@dataclass(frozen=True)
class Combination:
    """One code outside the SOC: its system, its place, and the SOC 2018 occupations that it combines."""

    system: str
    code: str
    title: str
    parent: str
    combines: tuple[str, ...]


def _rows(system: str, text: str) -> list[Combination]:
    """A line for each code: code, parent, the codes it combines, title."""
    rows = []
    for line in text.strip().splitlines():
        code, parent, combines, title = (cell.strip() for cell in line.split("|"))
        rows.append(Combination(system, code, title, parent, tuple(combines.split())))
    return rows


# The parent is the narrowest SOC group that holds all of it. (The crematory operators of 39-9098 are of
# 39-4000, but OEWS counts the whole in 39-9000.)
COMBINATIONS: tuple[Combination, ...] = (
    # Still in use: OEWS since May 2019, the Employment Projections since 2019–29
    *_rows(
        CURRENT,
        """
21-1018 | 21-1010 | 21-1011 21-1014 | Substance Abuse, Behavioral Disorder, and Mental Health Counselors
25-2052 | 25-2050 | 25-2055 25-2056 | Special Education Teachers, Kindergarten and Elementary School
25-9045 | 25-9040 | 25-9042 25-9043 25-9049 | Teaching Assistants, Except Postsecondary
51-2028 | 51-2020 | 51-2022 51-2023 | Electrical, Electronic, and Electromechanical Assemblers, Except Coil Winders, Tapers, and Finishers
53-1047 | 53-1040 | 53-1042 53-1043 53-1044 53-1049 | First-Line Supervisors of Transportation and Material Moving Workers, Except Aircraft Cargo Handling Supervisors
""",
    ),
    # OEWS of May 2019 and May 2020, the Employment Projections of 2019–29
    *_rows(
        HYBRID,
        """
11-9198 | 11-9000 | 11-9072 11-9179 11-9199 | Personal Service Managers, All Other; Entertainment and Recreation Managers, Except Gambling; and Managers, All Other
13-1198 | 13-1000 | 13-1082 13-1199 | Project Management Specialists and Business Operations Specialists, All Other
13-2098 | 13-2000 | 13-2051 13-2054 13-2099 | Financial and Investment Analysts, Financial Risk Specialists, and Financial Specialists, All Other
15-1245 | 15-1240 | 15-1242 15-1243 | Database Administrators and Architects
15-1256 | 15-1250 | 15-1252 15-1253 | Software Developers and Software Quality Assurance Analysts and Testers
15-1257 | 15-1250 | 15-1254 15-1255 | Web Developers and Digital Interface Designers
15-2098 | 15-2000 | 15-2051 15-2099 | Data Scientists and Mathematical Science Occupations, All Other
17-3098 | 17-3020 | 17-3028 17-3029 | Calibration Technologists and Technicians and Engineering Technologists and Technicians, Except Drafters, All Other
19-3031 | 19-3030 | 19-3033 19-3034 | Clinical, Counseling, and School Psychologists
19-4045 | 19-4040 | 19-4043 19-4044 | Geological and Hydrologic Technicians
25-3097 | 25-3000 | 25-3041 25-3099 | Tutors and Teachers and Instructors, All Other
27-4098 | 27-4000 | 27-4015 27-4099 | Lighting Technicians and Media and Communication Equipment Workers, All Other
29-1228 | 29-1000 | 29-1212 29-1213 29-1214 29-1217 29-1222 29-1224 29-1229 29-1241 | Physicians, All Other; and Ophthalmologists, Except Pediatric
29-1248 | 29-1240 | 29-1242 29-1243 29-1249 | Surgeons, Except Ophthalmologists
29-1298 | 29-1290 | 29-1291 29-1299 | Acupuncturists and Healthcare Diagnosing or Treating Practitioners, All Other
29-2098 | 29-2000 | 29-2036 29-2072 29-2099 | Medical Dosimetrists, Medical Records Specialists, and Health Technologists and Technicians, All Other
29-9098 | 29-9000 | 29-9021 29-9093 29-9099 | Health Information Technologists, Medical Registrars, Surgical Assistants, and Healthcare Practitioners and Technical Workers, All Other
33-9098 | 33-9090 | 33-9094 33-9099 | School Bus Monitors and Protective Service Workers, All Other
39-1098 | 39-1000 | 39-1014 39-1022 | First-Line Supervisors of Personal Service and Entertainment and Recreation Workers, Except Gambling Services
39-9098 | 39-9000 | 39-4012 39-9099 | Crematory Operators and Personal Care and Service Workers, All Other
47-5097 | 47-5000 | 47-5023 47-5032 | Earth Drillers, Except Oil and Gas; and Explosives Workers, Ordnance Handling Experts, and Blasters
47-5098 | 47-5000 | 47-5049 47-5099 | Underground Mining Machine Operators and Extraction Workers, All Other
53-3058 | 53-3050 | 53-3051 53-3053 53-3054 | Passenger Vehicle Drivers, Except Bus Drivers, Transit and Intercity
53-6098 | 53-6000 | 53-6032 53-6099 | Aircraft Service Attendants and Transportation Workers, All Other
""",
    ),
)
