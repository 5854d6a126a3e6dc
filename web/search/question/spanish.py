"""Spanish words for occupations: everyday ones of our own, and the official titles of SOC 2010.

An everyday word stands once and is read in both genders, singular and plural: "enfermer-o" is enfermero, enfermera,
enfermeros, enfermeras; "conductor" is also conductora, conductores, conductoras. All are read without their accents.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import occupations
from web.search.question.text import WORD, plain_word

TITLES = Path(occupations.__file__).with_name("words") / "spanish-titles.tsv"

# fmt: off
EVERYDAY: dict[str, str] = {
    # code: words, divided by commas
    "11-1011": "director ejecutiv-o, presidente de empresa, ejecutiv-o",
    "11-1021": "gerente, gerente general, jefe, jefa, gerente de operaciones",
    "11-2021": "gerente de mercadeo, gerente de marketing, mercadologo",
    "11-2022": "gerente de ventas, jefe de ventas",
    "11-3031": "gerente financier-o, director financier-o",
    "11-3121": "gerente de recursos humanos, jefe de recursos humanos",
    "11-9021": "contratista, gerente de construccion, jefe de obra, maestro de obra, maestro de obras",
    "11-9032": "director de escuela, directora de escuela, principal de escuela",
    "11-9051": "gerente de restaurante, encargad-o de restaurante",
    "11-9013": "agricultor, granjer-o, ranchero, ganader-o",
    "13-1071": "recursos humanos, reclutador, especialista en recursos humanos",
    "13-2011": "contador, contable, contador public-o, auditor",
    "13-2052": "asesor financier-o",
    "13-2072": "oficial de prestamos",
    "13-2082": "preparador de impuestos",
    "15-1252": "desarrollador de software, ingenier-o de software, desarrollador, programador de software, ingenier-o en sistemas",
    "15-1251": "programador, programador de computadoras, informatic-o",
    "15-1232": "soporte tecnico, tecnic-o en computadoras, tecnic-o de computadoras",
    "15-1254": "desarrollador web, programador web",
    "15-1212": "ciberseguridad, seguridad informatica",
    "15-2051": "cientific-o de datos, analista de datos",
    "17-1011": "arquitect-o",
    "17-2051": "ingenier-o civil",
    "17-2141": "ingenier-o mecanic-o",
    "17-2071": "ingenier-o electric-o, ingenier-o electricista",
    "17-2112": "ingenier-o industrial",
    "17-1022": "topograf-o, agrimensor",
    "19-1029": "biolog-o",
    "19-2031": "quimic-o",
    "19-3033": "psicolog-o, psicolog-o clinic-o",
    "21-1021": "trabajador social, trabajadora social",
    "21-1012": "consejer-o escolar, orientador",
    "21-1018": "consejer-o",
    "21-2011": "pastor, sacerdote, cura, clerigo, ministro religioso, padre catolico",
    "23-1011": "abogad-o, licenciad-o en derecho, defensor",
    "23-1023": "juez, jueza",
    "23-2011": "asistente legal, paralegal",
    "25-2021": "maestr-o, maestr-o de primaria, profesor de primaria, maestr-o de escuela, maestr-o de escuela primaria",
    "25-2012": "maestr-o de kinder, maestr-o de kindergarten",
    "25-2011": "maestr-o de preescolar, educador de preescolar, maestr-o preescolar",
    "25-2031": "maestr-o de secundaria, profesor de secundaria, maestr-o de preparatoria, profesor de high school",
    "25-9045": "asistente de maestr-o, ayudante de maestr-o, asistente de maestra",
    "25-4022": "bibliotecari-o",
    "27-1024": "disenador grafic-o, disenadora grafica, disenador, disenadora",
    "27-1025": "disenador de interiores, decorador de interiores, decorador",
    "27-2011": "actor, actriz, actrices",
    "27-2042": "music-o, cantante",
    "27-3023": "periodista, reporter-o",
    "27-3091": "interprete, traductor, interprete medico, traductor medico",
    "27-4021": "fotograf-o",
    "27-3043": "escritor, autor",
    "29-1141": "enfermer-o, enfermer-o registrad-o, enfermeria, enfermer-o titulad-o",
    "29-2061": "enfermer-o practic-o, enfermer-o vocacional",
    "29-1171": "enfermer-o especializad-o",
    "29-1215": "medic-o, doctor, doctora, medic-o familiar, medic-o de familia, doctores",
    "29-1249": "cirujan-o",
    "29-1221": "pediatra",
    "29-1223": "psiquiatra",
    "29-1021": "dentista, odontolog-o",
    "29-1131": "veterinari-o",
    "29-1051": "farmaceutic-o, boticari-o",
    "29-1041": "optometrista",
    "29-1123": "fisioterapeuta, terapeuta fisic-o, terapista fisico",
    "29-1122": "terapeuta ocupacional",
    "29-1127": "terapeuta del habla, logopeda, fonoaudiolog-o",
    "29-1031": "nutricionista, dietista",
    "29-1292": "higienista dental",
    "29-2042": "paramedic-o, tecnic-o en emergencias medicas",
    "29-2052": "tecnic-o de farmacia, tecnic-o en farmacia",
    "29-2034": "tecnic-o de rayos x, radiolog-o tecnico, tecnic-o en radiologia",
    "31-1120": "cuidador, cuidador de ancianos, cuidadora de ancianos, asistente de salud en el hogar, cuidadora de personas mayores",
    "31-1131": "auxiliar de enfermeria, asistente de enfermeria, asistente de enfermera, auxiliar de enfermera",
    "31-9091": "asistente dental, auxiliar dental",
    "31-9092": "asistente medic-o, auxiliar medic-o",
    "31-9011": "masajista, terapeuta de masajes",
    "31-9097": "flebotomista",
    "33-2011": "bomber-o",
    "33-3051": "policia, oficial de policia, agente de policia",
    "33-3021": "detective, investigador criminal",
    "33-9032": "guardia, guardia de seguridad, vigilante, guardia de seguridad privada",
    "33-3012": "guardia de prision, oficial correccional, celador",
    "33-9092": "salvavidas, socorrista",
    "35-1011": "chef, jefe de cocina",
    "35-2014": "cociner-o, cociner-o de restaurante",
    "35-2021": "ayudante de cocina, preparador de comida, preparador de alimentos",
    "35-3011": "cantiner-o, barman, bartender",
    "35-3031": "meser-o, camarer-o, mozo de restaurante, mesonero, mesonera",
    "35-9021": "lavaplatos, friegaplatos",
    "35-3023": "trabajador de comida rapida, comida rapida",
    "37-2011": "conserje, limpiador, trabajador de limpieza, afanador, intendente, personal de limpieza",
    "37-2012": "mucama, camarista, sirvient-a, empleada domestica, empleado domestico, limpiadora de casas, ama de llaves, recamarera",
    "37-3011": "jardiner-o, paisajista, jardineria",
    "37-2021": "fumigador, exterminador",
    "39-5012": "peluquer-o, estilista, cosmetolog-o, peinador",
    "39-5011": "barber-o",
    "39-5092": "manicurista, uñas, tecnica de uñas",
    "39-9011": "niner-o, nana, cuidador de ninos, cuidadora de ninos, nineras, babysitter en espanol",
    "39-9031": "entrenador personal, instructor de gimnasio, entrenador de gimnasio",
    "39-4031": "embalsamador, funerari-o",
    "41-2011": "cajer-o",
    "41-2031": "vendedor, dependiente, dependienta, vendedor de tienda, empleado de tienda",
    "41-3021": "agente de seguros, vendedor de seguros",
    "41-9022": "agente de bienes raices, corredor de bienes raices, vendedor de casas, agente inmobiliari-o",
    "41-3041": "agente de viajes",
    "43-3031": "tenedor de libros, auxiliar contable, auxiliar de contabilidad",
    "43-3071": "cajer-o de banco, cajer-o bancari-o",
    "43-4051": "servicio al cliente, representante de servicio al cliente, atencion al cliente",
    "43-4171": "recepcionista",
    "43-5052": "carter-o, repartidor de correo",
    "43-6014": "secretari-o, asistente administrativ-o, oficinista",
    "43-9061": "empleado de oficina, auxiliar de oficina",
    "43-5071": "empacador de envios, encargad-o de almacen",
    "43-5032": "despachador",
    "45-2092": "campesin-o, jornaler-o, trabajador agricola, trabajador del campo, piscador, recolector de fruta, obrero agricola",
    "45-3031": "pescador",
    "45-4022": "lenador, talador",
    "47-2021": "albanil, ladrillero, albañil, colocador de ladrillos",
    "47-2031": "carpinter-o",
    "47-2044": "azulejista, instalador de azulejos",
    "47-2051": "cementero, concretero, trabajador de cemento",
    "47-2061": "obrer-o, obrer-o de construccion, trabajador de construccion, peon, ayudante de construccion, trabajador de la construccion",
    "47-2073": "operador de maquinaria pesada, operador de excavadora, operador de maquinaria",
    "47-2081": "tablarroquero, instalador de drywall, yesero",
    "47-2111": "electricista",
    "47-2141": "pintor, pintor de casas",
    "47-2152": "plomer-o, fontaner-o",
    "47-2181": "techador, roofero, techero",
    "47-2211": "hojalatero, chapista",
    "47-2231": "instalador de paneles solares, instalador solar",
    "47-5041": "miner-o",
    "49-3023": "mecanic-o, mecanic-o de autos, mecanic-o automotriz, mecanic-o de carros",
    "49-3031": "mecanic-o diesel, mecanic-o de camiones, mecanic-o de diesel",
    "49-3011": "mecanic-o de aviones, mecanic-o de aviacion",
    "49-9021": "tecnic-o de aire acondicionado, aire acondicionado, tecnic-o en refrigeracion, tecnic-o de refrigeracion",
    "49-9071": "mantenimiento, trabajador de mantenimiento, tecnic-o de mantenimiento",
    "49-9041": "mecanic-o industrial",
    "49-9094": "cerrajer-o",
    "51-3011": "panader-o, paster-o, repostero, repostera, pasteler-o",
    "51-3021": "carnicer-o",
    "51-4121": "soldador",
    "51-4041": "maquinista, tornero, operador de torno",
    "51-6031": "costurer-o, operador de maquina de coser",
    "51-6052": "sastre, modista",
    "51-2090": "ensamblador, trabajador de fabrica, operari-o, obrero de fabrica",
    "51-9061": "inspector de calidad, control de calidad",
    "51-9111": "empacador, empaquetador",
    "51-6011": "lavander-o, trabajador de lavanderia",
    "53-2011": "pilot-o, pilot-o de avion, aviador",
    "53-2031": "azafata, sobrecargo, auxiliar de vuelo, aeromoza, aeromozo",
    "53-3032": "camioner-o, chofer de trailer, operador de trailer, conductor de camion, chofer de camion, trailero, troquero, trailera, conductor de trailer, troquera",
    "53-3033": "repartidor, conductor de reparto, chofer de reparto",
    "53-3054": "taxista, conductor de taxi",
    "53-3052": "conductor de autobus, chofer de autobus, autobusero",
    "53-3051": "conductor de autobus escolar, chofer de autobus escolar",
    "53-3053": "chofer, conductor",
    "53-4011": "maquinista de tren",
    "53-5011": "marinero, marino",
    "53-7051": "montacarguista, operador de montacargas",
    "53-7062": "cargador, estibador, mozo de almacen, trabajador de almacen, almacenista, bodeguer-o, trabajador de bodega",
    "53-7065": "surtidor, acomodador de mercancia",
    "53-7081": "basurero, recolector de basura, basurera",
    "27-2022": "entrenador deportiv-o",
    "27-2021": "futbolista, atleta, deportista",
    "19-3011": "economista",
    "15-2031": "analista de operaciones",
    "17-2081": "ingenier-o ambiental",
    "17-2041": "ingenier-o quimic-o",
    "17-2011": "ingenier-o aeroespacial",
    "17-2061": "ingenier-o en computacion, ingenier-o de computadoras",
    "53-2021": "controlador aereo, controlador de trafico aereo",
    "11-9141": "administrador de propiedades",
    "13-1161": "analista de mercado",
    "11-2032": "relacionista publico",
    "55-3016": "soldad-o",
}
# fmt: on


AMBIGUOUS_IN_ENGLISH = frozenset(
    {"doctor", "actor", "detective", "pastor", "mason", "chef", "auditor", "autor"}
)


def forms(word: str) -> set[str]:
    """A word or phrase in both genders and numbers, by its first word that changes."""
    if "-" in word:  # "enfermer-o registrad-o": all parts change alike
        return {_with(word, ending) for ending in ("o", "a", "os", "as")}
    first, space, more = word.partition(" ")
    tail = f" {more}" if space else ""
    if first.endswith(("dor", "tor", "sor", "dur")):
        return {f"{first}{ending}{tail}" for ending in ("", "a", "es", "as")}
    if first.endswith(("o", "a", "e")):
        return {f"{first}{tail}", f"{first}s{tail}"}
    return {f"{first}{tail}", f"{first}es{tail}"}


def _with(word: str, ending: str) -> str:
    parts = []
    for part in word.split(" "):
        stem, dash, _ = part.rpartition("-")
        parts.append(f"{stem.replace('-', '')}{ending}" if dash else part)
    return " ".join(parts)


@cache
def everyday_words() -> dict[str, tuple[str, ...]]:
    """The codes of each everyday word or phrase, in plain letters."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in EVERYDAY.items():
        for word in words.split(", "):
            for form in forms(word):
                plain = " ".join(map(plain_word, form.split()))
                if plain not in AMBIGUOUS_IN_ENGLISH:
                    found.setdefault(plain, ())
                    found[plain] += (code,) if code not in found[plain] else ()
    return found


def spanish_stem(word: str) -> str:
    """A plain word without its ending of gender and number: "maestras", "maestro" → "maestr"."""
    for ending in ("oras", "ores", "ora"):
        if word.endswith(ending) and len(word) > 6:
            return word[: -len(ending)] + "or"
    for ending in ("os", "as", "es", "o", "a", "e", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word


# fmt: off
LITTLE = frozenset([
    "de", "del", "la", "el", "los", "las", "y", "o", "a", "en", "con", "para", "por", "un", "una", "todos", "todas", "demas"
])
# fmt: on


@cache
def official_titles() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Code, title and the stems of its words, of each official title."""
    rows = (line.split("\t") for line in TITLES.read_text(encoding="utf-8").splitlines())
    return tuple((code, title, _stems(title)) for code, title in rows)


def _stems(title: str) -> frozenset[str]:
    before, _, _ = title.partition(", Excepto")
    return frozenset(spanish_stem(plain_word(w)) for w in WORD.findall(before)) - LITTLE


@cache
def spanish_stems() -> frozenset[str]:
    """All words of official titles, as stems."""
    return frozenset(stem for _, _, stems in official_titles() for stem in stems)


def titled(words: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of the official titles that have all these words, the shortest title first."""
    wanted = {spanish_stem(word) for word in words if word not in LITTLE}
    if not wanted:
        return ()
    found = [
        (len(stems), code)
        for code, _, stems in official_titles()
        if wanted <= stems and not code.endswith("9")
    ]
    return tuple(dict.fromkeys(code for _, code in sorted(found)))
