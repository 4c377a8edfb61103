"""What docklint does not do yet: the instances, and which aspects. Whoever mends one takes it out."""

from __future__ import annotations

NOT_YET: dict[str, str] = {
    "03 missing dimension, doubled cause number, placeholder, mixed style": "findings",
    "03 two gaps, a dash for 一, a unit not named": "findings",
    "11 clauses after praise": "findings outline",
    "16 a report and what was learned": "findings",
}

TAKEN_FOR_DRAFTS: set[str] = {"directive.txt", "meeting.txt", "plan.md"}
"""Other writings that a folder walk takes for drafts."""

SOURCE_TOLD_WRONG = True
"""Whether the profile of a published report still calls itself a notice."""

IN_WORD: set[str] = {
    "10-2025-individual 三、三、整改",
    "10-2025-individual 一、二、原因",
    "08-2024-group （三）（三）",
    "15-branch-committee （一）（二）",
    "16-2025-paragraphs 一、四、整改",
    "13-2024-first-next contents",
    "14-branch-member contents",
}
"""What is not done yet in DOCX."""

REASONS: set[str] = set()
"""What a paper may lack of which `matrix` does not tell the truth yet."""
