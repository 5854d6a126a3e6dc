"""Words that ask for something, other than names: what is asked, which jobs are meant, and little words. Pure data.

Phrases stand as `text.plain_word` leaves them: in lower case, without accents and apostrophes.
"""

from __future__ import annotations

# fmt: off
# What is asked of an occupation, and how people ask it.
MEASURES = {
    "pay": (
        "pay", "pays", "paid", "paying", "making", "salary", "salaries", "wage", "wages", "earn", "earns", "earning", "earnings",
        "make", "makes", "income", "money", "average salary", "median salary", "average pay", "median pay", "mean salary",
        "median wage", "average wage", "salary range", "pay range", "pay scale", "annual salary", "yearly salary", "how much",
        "get paid", "per year", "a year", "yearly", "annual", "annually", "worth", "compensation", "payment", "salery", "sallary",
        "salry", "payrate", "salaryrange", "pay in", "avg salary", "avg pay", "avg", "sueldo", "salario", "sueldos", "salarios",
        "gana", "ganan", "pagan", "paga", "cuanto gana", "cuanto ganan", "cuanto gana un", "cuanto gana una", "cuanto pagan",
        "cuanto se gana", "cuanto cobra", "cobra", "ingresos", "pay for", "salaried",
    ),
    "hourly": (
        "hourly", "hourly pay", "hourly wage", "hourly rate", "an hour", "per hour", "by the hour", "hourly salary", "per hr", "an hr", "hour",
        "pay rate", "rate of pay", "hourly wages", "each hour", "por hora", "la hora",
    ),
    "starting": (
        "starting", "starting pay", "starting salary", "starting salaries", "starting wage", "starting wages", "entry level",
        "entry level salary", "entry level pay", "beginner", "beginning salary", "new grad", "new graduate", "new grad salary",
        "first year", "first year salary", "base salary", "starting out", "start out", "starting pay for", "start at", "starts at",
        "start", "starter", "lowest salary", "minimum salary", "salario inicial", "base pay",
    ),
    "top": (
        "top pay", "top salary", "highest salary", "maximum salary", "max salary", "most experienced", "top earners", "max pay",
        "top earning",
    ),
    "jobs": (
        "how many", "number of", "number of jobs", "employment", "how many jobs", "how many people work as", "how common",
        "total employment", "employed", "cuantos", "cuantas", "cuantos hay",
    ),
    "growth": (
        "outlook", "job outlook", "growth", "job growth", "future", "future of", "projected growth", "growth rate", "projections",
        "demand", "demand for", "is there demand for", "forecast", "prospects", "job prospects", "career outlook", "employment outlook",
        "growing field", "dying", "dying field", "will ai replace", "going away", "disappearing", "job market",
        "job security", "futuro", "in demand for",
    ),
    "openings": (
        "openings", "job openings", "vacancies", "openings a year", "annual openings", "openings per year", "number of openings",
    ),
    "education": (
        "education", "education needed", "education required", "education requirements", "requirements", "what degree", "degree",
        "degree needed", "degree for", "degree do i need", "what degree do i need", "qualifications", "schooling", "how long is school",
        "how long does it take", "how long", "years of school", "how many years", "what education", "school for", "school needed",
        "training needed", "training for", "training", "what do you need", "what do i need", "do you need a degree",
        "do i need a degree", "need a degree", "need college", "need to go to college", "college for", "study", "what to study", "school", "schools for", "training school",
        "major", "what major", "classes", "courses", "requisitos", "que estudiar", "estudios", "prerequisites", "how much school",
        "how much schooling", "how much education", "how much experience", "need experience", "experience needed", "go to college",
        "how many years of school", "years of college",
    ),
    "become": (
        "become", "becoming", "how to become", "how do i become", "how do you become", "how to be", "how can i become", "to become",
        "how to get into", "get into", "how to start", "want to be", "wanna be", "path to", "steps to become", "steps",
        "how does one become", "como ser", "como convertirse en", "para ser", "quiero ser", "break into", "how to get a job as",
        "switch to", "get hired as", "turn into",
    ),
    "license": (
        "license", "licence", "licensed", "licensing", "licensure", "license requirements", "need a license", "do you need a license",
        "do i need a license", "board exam", "state board", "licencia", "permit", "licenses", "get licensed", "license needed",
        "licensing requirements",
    ),
    "certification": (
        "certification", "certifications", "certificate", "certificates", "certified", "cert", "certs", "credential", "credentials",
        "get certified", "certificacion", "what certification", "certification needed", "certificado",
    ),
    "skills": (
        "skills", "skill", "skills needed", "skills required", "what skills", "qualities", "abilities", "tools", "software used",
        "habilidades", "knowledge", "traits",
    ),
    "duties": (
        "duties", "job description", "description", "what does", "responsibilities", "tasks", "job duties", "day in the life",
        "day in the life of", "what is", "what are", "whats", "what is a", "what is an", "que es", "que hace", "que hacen",
        "what they do", "typical day", "what do", "define", "definition", "meaning", "what kind of work", "info",
        "what kind of work do", "tell me about",
    ),
}

# "What do … do" asks for duties; "what do … make" for pay. Such openings count only where nothing else is asked.
WEAK_MEASURES = frozenset(["duties", "jobs"])

# Which jobs are meant: parameters of the finder.
BELOW_ASSOCIATES = ("postsecondary", "some-college", "high-school", "none")
AT_MOST_HIGH_SCHOOL = ("high-school", "none")
PROPERTIES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    # name: (parameter, values, phrases)
    "no-degree": (
        "education", BELOW_ASSOCIATES,
        ("without a degree", "without degree", "no degree", "no degree needed", "no degree required", "dont need a degree",
         "that dont require a degree", "dont require a degree", "with no degree", "not require a degree", "without degrees",
         "do not require a degree", "don t need a degree", "w o a degree", "w o degree", "without a college degree",
         "no college degree", "without college degree", "with no college degree", "degree not required", "without a bachelors",
         "without a bachelors degree", "without a 4 year degree", "no 4 year degree", "without a four year degree", "wo a degree",
         "without having a degree", "that do not need a degree", "without any degree", "sin titulo", "sin diploma", "wout degree",
         "without university", "sin carrera", "dont have a degree", "not needing a degree", "no bachelors", "nondegree", "non degree"),
    ),
    "no-college": (
        "education", AT_MOST_HIGH_SCHOOL,
        ("without college", "no college", "no college needed", "no college required", "dont need college", "with no college",
         "without going to college", "not go to college", "dont require college", "that dont require college", "skip college",
         "high school diploma", "high school", "with a high school diploma", "with just a high school diploma", "ged", "with a ged",
         "right out of high school", "out of high school", "straight out of high school", "after high school", "hs diploma",
         "only high school", "with only a high school diploma", "high school only", "high school education", "without school",
         "no school", "no schooling", "didnt go to college", "sin universidad", "sin ir a la universidad", "not going to college",
         "no higher education", "sin estudios", "college dropout", "without any college"),
    ),
    "no-diploma": (
        "education", ("none",),
        ("without a diploma", "no diploma", "without a high school diploma", "no high school diploma", "no education",
         "without education", "with no education", "high school dropout", "without a ged", "no ged", "without high school",
         "no high school", "didnt finish high school", "dropped out"),
    ),
    "associates": (
        "education", ("associates",),
        ("associates degree", "associate degree", "associate s degree", "2 year degree", "two year degree",
         "with an associates degree", "community college", "with an associates", "with a two year degree", "with a 2 year degree",
         "with an associate degree", "aa degree", "associates only"),
    ),
    "bachelors": (
        "education", ("bachelors",),
        ("bachelors degree", "bachelors", "bachelor s degree", "4 year degree", "four year degree", "with a bachelors degree",
         "with a bachelors", "with a college degree", "college degree", "with a degree", "bachelor degree", "bachelor",
         "with a four year degree", "with a 4 year degree", "undergraduate degree", "college graduates", "college grads",
         "bachelors of science"),
    ),
    "masters": (
        "education", ("masters",),
        ("masters degree", "masters", "with a masters degree", "with a masters", "master s degree", "graduate degree",
         "master degree", "that require a masters"),
    ),
    "doctoral": (
        "education", ("doctoral",),
        ("doctorate", "doctoral degree", "phd", "with a phd", "with a doctorate", "professional degree", "doctoral", "ph d"),
    ),
    "award": (
        "education", ("postsecondary",),
        ("trade school", "vocational school", "vocational", "tech school", "technical school", "certificate program",
         "with a certificate", "trade school jobs", "with a certification", "postsecondary certificate", "certificate programs",
         "trade schools"),
    ),
    "growing": (
        "growth", ("growing",),
        ("growing", "that are growing", "growing fast", "with growth", "on the rise", "with a future", "with good outlook",
         "with a good outlook", "good job outlook", "good outlook", "still growing", "future proof"),
    ),
    "shrinking": (
        "growth", ("shrinking",),
        ("shrinking", "declining", "dying jobs", "disappearing jobs", "in decline", "going away jobs", "that are dying",
         "that are going away", "losing jobs", "jobs that are disappearing", "that are declining", "dying careers",
         "dying occupations", "dying professions", "dying industries"),
    ),
    "no-experience": (
        "experience", ("none",),
        ("no experience", "without experience", "no experience needed", "no experience required", "with no experience",
         "no prior experience", "without any experience", "sin experiencia", "no work experience", "zero experience",
         "dont require experience", "no exp", "without work experience", "for beginners"),
    ),
    "apprenticeship": (
        "training", ("apprenticeship",),
        ("apprenticeship", "apprenticeships", "apprentice", "with an apprenticeship", "apprentice jobs", "earn while you learn",
         "with apprenticeships", "with apprenticeship", "registered apprenticeship", "aprendiz"),
    ),
    "on-the-job": (
        "training", ("long", "moderate", "short"),
        ("on the job training", "with on the job training", "train on the job", "ojt", "will train", "paid training",
         "on job training"),
    ),
    "hands-on": (
        "interest", ("R",),
        ("hands on", "with my hands", "work with my hands", "working with my hands", "working with your hands", "practical",
         "working with hands", "work with hands", "blue collar", "manual labor"),
    ),
    "helping": (
        "interest", ("S",),
        ("helping people", "help people", "helping others", "working with people", "work with people", "that help people",
         "help others", "working with kids", "working with children", "work with kids"),
    ),
    "creative": (
        "interest", ("A",),
        ("creative", "artistic", "creative careers", "for creative people", "for artists", "creativos"),
    ),
    "investigating": ("interest", ("I",), ("research jobs", "for people who like science", "solving problems")),
}

# Orders of a list: the finder's `sort`. "best" ranks nothing.
LISTS = {
    "-median": (
        "highest paying", "highest paid", "best paying", "best paid", "top paying", "top paid", "most money", "pay the most",
        "pays the most", "paid the most", "make the most money", "make the most", "high paying", "well paying", "good paying",
        "high paid", "highest salary jobs", "high earning", "most paid", "most paying", "higher paying",
        "highest pay", "highest salaries", "highest earning", "decent paying",
        "most lucrative", "that pay well", 
        "mejor pagados", "mejor pagadas", "mejores pagados", "mejor pagado", 
        "earn the most", "earns the most",
        "highest wages", "highest wage", "top salary jobs", "richest", "high wage", "makes the most money", "makes the most",
        "mas pagados", "que pagan bien", "bien pagados", "mejor salario", "better paying", "best salary",
    ),
    "good-pay": (
        "good money", "good pay", "good salary", "decent pay", "well paid", "lucrative", "big money", "pay well", "pays well", "pay good",
        "pays good", "make a lot of money", "makes a lot of money", "lots of money", "a lot of money", "get rich", "make good money",
        "makes good money", "high pay", "high salary", "high income", "paid well", "pay good money", "pays good money", "make bank",
        "decent money", "decent salary", "good wages", "make decent money", "pay a lot", "pays a lot", "make a lot", "makes a lot",
    ),
    "median": (
        "lowest paying", "lowest paid", "worst paying", "worst paid", "least paid", "low paying", "low paid", "least paying",
        "lowest salary jobs", "pay the least", "lowest wages", "poorest paid", "lowest pay", "pays the least",
        "peor pagados",
    ),
    "-openings": (
        "most in demand", "in demand", "high demand", "in high demand", "highest demand", "most openings", "hiring the most",
        "most needed", "most wanted", "in demand jobs", "most job openings", "hottest", "shortage", "mas demandados",
        "most demanded", "shortages", "easiest to get", "biggest demand", "greatest demand",
    ),
    "-growth": (
        "fastest growing", "fast growing", "growing the fastest", "most growth", "quickest growing", "highest growth", "rapidly growing",
        "growing fastest", "jobs of the future", "of the future", "growing quickly", "grow the most", "most job growth", "emerging",
        "high growth", "up and coming",
    ),
    "-jobs": (
        "most common", "most popular", "biggest", "largest", "most jobs", "most people", "popular", "common", "most workers",
        "most employed", "mas comunes",
    ),
    "best": ("best", "good", "top", "great", "coolest", "better", "mejores", "happiest", "easiest", "dream", "perfect", "ideal",
             "worst", "nice", "fun", "cool", "easy", "interesting", "right"),
}

# Questions about where an occupation is paid or found best.
WHERE = (
    "which state", "what state", "states", "which states", "what states", "best state", "best states", "cities", "which city",
    "what city", "which cities", "best city", "best cities", "best place", "best places", "where do", "where can", "where does",
    "by city", "by state", "in every state", "in each state", "state by state", "every state", "each state", "top states", "where are",
    "what cities", "by metro", "all states", "highest paying states", "highest paying state", "highest paying cities",
    "highest paying city", "best paying states", "best paying state", "best paying cities", "top paying states", "top paying cities",
    "que estado", "donde ganan", "donde pagan", "where is", "where",
)

VERSUS = ("vs", "versus", "v", "compared to", "compared with", "difference between", "difference", "differences", "or", "compare", "against", "better than", "contra")

# What no source here has: a name for it, how people ask for it, and what is said.
ABSENT: dict[str, tuple[tuple[str, ...], str]] = {
    "remote work": (
        ("remote", "remotely", "work from home", "working from home", "wfh", "from home", "at home", "online", "telework", "hybrid",
         "virtual", "telecommute", "remoto", "desde casa", "stay at home", "teletrabajo"),
        "None of our sources say which jobs can be done from home.",
    ),
    "hours and shifts": (
        ("night shift", "nights", "overnight", "part time", "weekends", "weekend", "day shift", "second shift", "third shift", "shift",
         "shifts", "flexible hours", "flexible", "overtime", "weekdays", "no weekends", "medio tiempo", "summer", "seasonal", "temp",
         "graveyard", "graveyard shift", "per diem", "prn", "parttime", "4 day week", "9 to 5"),
        "None of our sources break pay down by shift or hours.",
    ),
    "job ads": (
        ("hiring", "now hiring", "hiring now", "who is hiring", "apply", "application", "resume", "interview", "interview questions",
         "cover letter", "job posting", "job postings", "hiring near me", "jobs hiring", "jobs hiring near me", "apply online", "indeed",
         "vacante", "vacantes", "urgently hiring", "immediate hire", "linkedin", "contratando", "job application"),
        "This site has no job ads. It shows what work pays and how many people do it.",
    ),
    "where you are": (
        ("near me", "nearby", "close to me", "in my area", "around me", "my area", "cerca de mi", "local", "around here",
         "in my city", "in my state"),
        "This site doesn’t know where you are. Add a city, a state or a ZIP code.",
    ),
    "single employers": (
        ("walmart", "amazon", "google", "target", "costco", "mcdonalds", "starbucks", "apple", "microsoft", "meta", "facebook", "tesla",
         "boeing", "lockheed", "lockheed martin", "nasa", "kroger", "home depot", "chick fil a", "cvs", "walgreens", "kaiser", "disney",
         "netflix", "usaa", "chipotle", "publix", "aldi", "heb", "goldman sachs", "deloitte", "spacex", "nvidia", "mayo clinic",
         "delta", "united airlines", "hca", "ibm", "intel", "oracle", "raytheon", "bank of america", "chase", "wells fargo", "sams club"),
        "None of our sources show pay by employer.",
    ),
    "benefits": (
        ("benefits", "health insurance", "pension", "401k", "bonus", "bonuses", "tips", "vacation", "pto", "insurance benefits",
         "after taxes", "take home", "take home pay", "after tax", "net pay", "with tips", "retirement", "beneficios", "commission",
         "sign on bonus", "hazard pay"),
        "Pay here is before taxes. None of our sources cover benefits, bonuses or take-home pay.",
    ),
    "who is paid": (
        ("female", "male", "women", "men", "woman", "man", "by age", "by gender", "by race", "over 50", "over 40", "teens", "teen",
         "teenagers", "14 year olds", "15 year olds", "16 year olds", "17 year olds", "felons", "felon", "with a felony", "felony",
         "immigrants", "veterans", "seniors", "retirees", "introverts", "autistic", "adhd", "students", "disabled", "h1b", "visa",
         "with a criminal record", "undocumented", "for women", "for introverts", "with anxiety"),
        "None of our sources break jobs or pay down by who does the work.",
    ),
    "years of experience": (
        ("experienced", "journeyman", "journeymen", "years experience", "years of experience", "senior", "junior", "mid level", "by experience", "10 years",
         "5 years", "with experience", "year experience", "lead", "sr", "jr", "20 years", "2 years", "3 years", "principal engineer",
         "15 years", "staff", "10 years experience", "5 years experience"),
        "None of our sources show pay by years of experience. The range from low to high pay gives an idea.",
    ),
    "minimum wages": (
        ("minimum wage", "min wage", "minimum wages", "salario minimo", "living wage"),
        "None of our sources list minimum wages. The federal government, states and cities set them.",
    ),
    "other countries": (
        ("canada", "mexico", "uk", "united kingdom", "england", "britain", "london", "paris", "japan", "tokyo", "germany", "australia",
         "india", "china", "france", "spain", "italy", "dubai", "philippines", "toronto", "ireland", "europe", "korea", "south korea",
         "brazil", "nigeria", "new zealand", "south africa", "pakistan", "russia", "israel", "switzerland", "norway", "sweden",
         "singapore", "hong kong", "abroad", "overseas", "scotland", "netherlands", "kenya", "ghana", "saudi arabia"),
        "The figures here cover the United States only.",
    ),
    "unions": (("union", "unions", "unionized", "non union", "union scale", "sindicato"), "None of our sources show pay by union membership."),
    "stress": (
        ("stressful", "low stress", "stress free", "least stressful", "work life balance", "stress", "high stress", "less stressful"),
        "None of our sources measure stress or work-life balance.",
    ),
}

# Never looked for among titles, and never named as unused.
FILLERS = frozenset(
    ["a", "an", "and", "any", "most", "county", "are", "as", "at", "average", "be", "been", "being", "between", "by", "can", "could", "did", "do", "does", "doing", "don", "dont", "each", "every", "find", "for", "from", "get", "gets", "getting", "give", "go", "going", "had", "has", "have", "having", "here", "hi", "his", "how", "hello", "hey", "i", "if", "im", "in", "into", "is", "it", "its", "itll", "just", "know", "let", "like", "list", "lot", "looking", "many", "may", "me", "median", "mean", "more", "much", "must", "my", "near", "need", "needs", "of", "off", "on", "one", "only", "onto", "our", "out", "people", "per", "person", "please", "plz", "pls", "pursue", "really", "require", "required", "requires", "requiring", "search", "see", "she", "should", "show", "so", "some", "someone", "somebody", "someones", "still", "such", "take", "takes", "tell", "than", "that", "thats", "the", "their", "them", "then", "there", "they", "theyre", "this", "to", "too", "today", "typical", "typically", "u", "ur", "us", "usually", "very", "want", "wanna", "was", "we", "were", "what", "whats", "when", "which", "while", "who", "whos", "why", "will", "with", "work", "workers", "worker", "working", "works", "would", "wud", "you", "your", "youre", "year", "years", "job", "jobs", "career", "careers", "occupation", "occupations", "profession", "professions", "position", "positions", "role", "roles", "field", "fields", "employees", "employee", "gig", "gigs", "industry", "sector", "line", "kind", "kinds", "type", "types", "sort", "out-there", "now", "currently", "actually", "around", "level", "levels", "dollars", "usd", "2023", "2024", "2025", "2026", "rate", "rates", "figure", "figures", "data", "statistics", "stats", "bls", "oews", "title", "titles", "en", "el", "los", "las", "un", "una", "de", "del", "para", "por", "al", "que", "es", "son", "cuanto", "cuantos", "y", "o", "con", "trabajo", "trabajos", "empleo", "empleos", "como", "mi", "se", "hay", "dinero", "ano", "mucho", "somewhere", "me", "everyone", "anyone", "living", "live", "hire", "options", "option", "idea", "ideas", "ones", "thing", "things", "stuff", "full", "time", "fulltime", "full-time", "guide", "help", "gonna", "r", "n", "tho", "lol", "thx", "thanks", "ok", "so", "abt", "bout", "cuz", "btw", "yr", "yrs", "am", "sb", "smth", "also", "else", "both", "either", "after", "before", "once", "someday", "all", "across", "whole"]
)

# Before or after a title these say which of its workers, and no source tells them apart: never looked for alone.
OPENINGS_OF_A_QUESTION = (
    "what do", "what does", "state of", "how much do", "how much does", "how much is", "how much are", "how much can", "what is the", "what are the",
    "what is a", "whats the", "what would", "how do", "how does", "can you", "can i", "is it", "is there", "are there", "do you",
    "i want to", "i want", "looking for", "tell me", "show me", "how much money do", "how much money does", "how much money", "what can",
    "what jobs", "which jobs", "what careers", "jobs that", "jobs for", "jobs with", "jobs where", "careers with", "careers that",
    "list of", "in the", "of the", "for the", "what should i", "how much a", "how much would", "how much will", "how well do", "the most",
    "in a year", "for a living", "in the us", "in total", "right now", "on average", "typical pay",
)
# fmt: on


def phrases() -> dict[str, list[tuple[str, str]]]:
    """Every phrase with what it may mean: pairs of a kind and a value."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, table in (("measure", MEASURES), ("list", LISTS)):
        for value, said in table.items():
            for phrase in said:
                found.setdefault(phrase, []).append((kind, value))
    for value, (_, _, said) in PROPERTIES.items():
        for phrase in said:
            found.setdefault(phrase, []).append(("property", value))
    for value, (said, _) in ABSENT.items():
        for phrase in said:
            found.setdefault(phrase, []).append(("absent", value))
    for phrase in WHERE:
        found.setdefault(phrase, []).append(("where", ""))
    for phrase in VERSUS:
        found.setdefault(phrase, []).append(("versus", phrase))
    for phrase in (*FILLERS, *OPENINGS_OF_A_QUESTION):
        found.setdefault(phrase, []).append(("filler", ""))
    return found
