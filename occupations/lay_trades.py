"""Words for a kind of work, a machine or a school, and the people whose work it is. Pure data, for the search.

People who look for an occupation often type what is done ("roofing"), with what ("bulldozer"), or where it is learned
("beauty school"). Entries are for words that otherwise lead to titles which only mention them. As in
`occupations.lay_words`, a key is in the singular and its values are what the text is read as beside itself.
"""

from __future__ import annotations

WORK = {
    "acting": ("actor",),
    "auditing": ("auditor",),
    "babysitting": ("babysitter",),
    "baking": ("baker",),
    "bartending": ("bartender",),
    "caregiving": ("home health aide", "personal care aide"),
    "coaching": ("coach",),
    "coding": ("computer programmer",),
    "dancing": ("dancer",),
    "drafting": ("drafter",),
    "editing": ("editor",),
    "farming": ("farmer",),
    "flooring": ("floor layer",),
    "framing": ("carpenter",),
    "gardening": ("landscaping and groundskeeping worker",),
    "interpreting": ("interpreter",),
    "machining": ("machinist",),
    "masonry": ("brickmason",),
    "modeling": ("model",),
    "painting": ("painter",),
    "ranching": ("rancher",),
    "roofing": ("roofer",),
    "singing": ("singer",),
    "surveying": ("surveyor",),
    "tailoring": ("tailor",),
    "tiling": ("tile setter",),
    "translating": ("translator",),
    "tutoring": ("tutor",),
}
# A machine of the same name as the person, or one that a person runs.
MACHINES = {
    "bulldozer": ("operating engineer",),
    "printer": ("printing press operator",),
    "typesetter": ("prepress technician",),
}
SCHOOLS = {
    "beauty school": ("hairdresser",),
    "culinary school": ("chef",),
    "dental school": ("dentist",),
    "flight school": ("commercial pilot",),
    "med school": ("family medicine physician",),
    "medical school": ("family medicine physician",),
    "pharmacy school": ("pharmacist",),
    "vet school": ("veterinarian",),
}

TRADES = WORK | MACHINES | SCHOOLS
