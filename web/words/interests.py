"""O*NET's six interests by their letters: the name, and what it means in our words."""

from __future__ import annotations

# The six interests of Holland's model, in our words.
INTERESTS = {
    "R": ("Realistic", "practical, hands-on work with tools, machines, plants or animals"),
    "I": ("Investigative", "working things out: research, analysis, science"),
    "A": ("Artistic", "making and designing, with few fixed rules"),
    "S": ("Social", "helping, teaching and caring for people"),
    "E": ("Enterprising", "leading, persuading and deciding, often in business"),
    "C": ("Conventional", "order, detail and set procedures"),
}
