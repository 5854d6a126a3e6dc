"""Sentences of an occupation's page that its profile leaves to the page."""

from __future__ import annotations

from occupations.choices import ProfileLicense
from web.occupations.comparisons import LeftOut, States
from web.words import numbers
from web.words.sentences import joined, plural, ranked_list

LICENSES = {
    ProfileLicense.STATE: "Most states, if not all, license {name}. Each sets its own rules, and its licensing board"
    " can explain them.",
    ProfileLicense.SOME_STATES: "Some states license {name}; others don’t. A state’s licensing board can explain its"
    " rules.",
    ProfileLicense.FEDERAL: "A federal agency licenses or certifies {name}.",
    ProfileLicense.NONE: "{name} usually don’t need a license to start.",
}


def license_sentence(license: str, name: str = "") -> str:
    """Who licenses the workers of that name, in the plural, if anybody; "" where no source speaks of it."""
    said = LICENSES.get(ProfileLicense(license), "").format(name=name or "these workers")
    return said[:1].upper() + said[1:]


def which_states(states: States) -> str:
    """Which states the table of pay by state has, in which order, without a full stop."""
    exact = " published exactly" if states.unranked else ""
    if states.lowest:
        return (
            f"The five states with the highest and the five with the lowest median of {states.count}{exact}"
        )
    if states.unranked and not states.highest:
        return "States with a published median"
    return f"States with a median{exact or ' that is published'}, highest first"


def unranked_states(states: States, basis: str) -> str:
    """What the states on top are, whose medians are known to be a floor or more; "" for none."""
    if not states.unranked:
        return ""
    floors = [state.median.floor for state in states.unranked if state.median.floor is not None]
    amount = (
        f"{numbers.money(min(floors), basis)} or more" if floors else "above the highest published figure"
    )
    if len(states.unranked) == 1:
        name = states.unranked[0].name
        return f"{name} stands first because its median, {amount}, may be the highest: BLS gives no exact figure."
    return (
        f"The first {len(states.unranked)} have a median of {amount} without an exact figure: any of them may be the"
        " highest, and nobody can rank them."
    )


def tied_states(states: States) -> str:
    """Which states are not shown, though their median is that of the last shown at either end; "" for none."""
    return " ".join(
        f"{ranked_list(list(names))} {'has' if len(names) == 1 else 'have'} the same median as the last of the five"
        f" with the {end}."
        for names, end in ((states.as_high, "highest"), (states.as_low, "lowest"))
        if names
    )


LEFT_OUT = {
    LeftOut.TOP_CODED: (
        "has",
        "have",
        "a top-coded median, which can’t be adjusted for prices and may be the highest",
    ),
    LeftOut.NO_LEVEL: ("has", "have", "no price level here"),
    LeftOut.ROUGH: ("has", "have", "a very rough median: the same amount as the 90th percentile"),
    LeftOut.OTHER: ("has", "have", "no median on this basis"),
}


def left_out_states(states: States) -> str:
    """How many states are in no order, and why; "" for none. Those that BLS released no median of have a sentence of
    their own, whose term leads to the glossary."""
    said = [
        f"{plural(count, 'state', 'states')} {one if count == 1 else many} {what}"
        for kind, (one, many, what) in LEFT_OUT.items()
        if (count := states.left_out.get(kind, 0))
    ]
    return f"Left out: {joined(said)}." if said else ""
