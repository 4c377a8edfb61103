"""What docklint does not do yet: the instances, and which aspects. Whoever mends one takes it out."""

from __future__ import annotations

NOT_YET: dict[str, str] = {
    "01 causes": "findings outline",
    "01 dimensions of 2025": "findings outline",
    "01 measures of a branch committee": "findings outline",
    "02 dimension of 2024": "findings",
    "02 dimension of a branch committee": "findings",
    "02 first section": "findings",
    "02 measure": "findings",
    "02 problem 三是三是": "findings",
    "02 problem 第二，第二，": "findings",
    "02 section of 2025": "findings",
    "02 with a blank between": "findings outline",
    "03 missing dimension, doubled cause number, placeholder, mixed style": "findings",
    "03 two gaps, a dash for 一, a unit not named": "findings",
    "04 2024 as 1、": "findings outline",
    "04 a gap among 1.": "findings outline",
    "04 branch committee as a pandoc list": "findings outline",
    "04 branch member, no causes, as 1.": "findings outline",
    "04 five sections as 1.": "findings outline",
    "05 2024 all": "findings profile outline",
    "05 2025 all": "findings profile outline",
    "05 a placeholder and a redaction among radicals": "findings",
    "05 a renamed dimension told in ordinary characters": "findings",
    "05 branch member all": "findings profile outline",
    "05 generic, headings alone": "findings",
    "05 radical supplement for 民 and 长": "findings",
    "06 a gap among circles": "findings",
    "06 angle brackets": "profile outline",
    "06 circles in 2025": "profile outline",
    "06 circles in a branch paper": "findings outline",
    "06 em dash for a section": "findings",
    "06 full-width hyphen for a section": "findings",
    "06 hyphen in brackets": "findings outline",
    "06 katakana long sign": "findings",
    "06 katakana ni for a section": "findings",
    "07 a gap is still a gap": "findings",
    "07 a redaction in the third of lines parted by vertical tabs": "findings",
    "07 form feeds of a PDF": "outline",
    "07 joiners inside ordinals": "findings",
    "07 line separators": "findings profile outline",
    "07 next line signs": "findings profile outline",
    "07 one form feed before a dimension": "findings outline",
    "07 paragraph separators in 2023": "findings profile outline",
    "07 variation selectors and an object sign": "findings",
    "07 vertical tabs for line ends": "findings profile outline",
    "08 a link is no placeholder, and one is": "findings",
    "08 a list all 1.": "findings",
    "08 entities and tags": "findings profile outline",
    "08 entities in 2024": "findings profile outline",
    "08 escapes": "findings",
    "09 causes keep their role though 问题 stands in the heading": "findings",
    "09 自我剖析 in 2023": "findings",
    "10 bold labels under each dimension": "findings profile outline",
    "10 bracketed lines are placeholders": "findings outline",
    "10 labels plain, the paper of 2025": "findings profile outline",
    "10 labels with a colon alone on their lines": "findings",
    "10 首先 其次 最后 open items": "outline",
    "11 clauses after praise": "findings outline",
    "12 a field in place of the example and of a cause": "findings",
    "12 a template of 2024": "findings",
    "12 brackets that are no field": "findings outline",
    "12 links and fields in Markdown": "findings",
    "13 pairs of stars: emphasis in .txt, or redaction; a note": "findings",
    "13 people and places": "findings",
    "13 units": "findings",
    "14 a word added for a branch committee": "findings",
    "14 a word added in 2025": "findings",
    "16 a contents list after the title, with dots": "findings profile outline",
    "16 a contents list in an unnumbered paper": "findings outline",
    "16 a contents list with tabs, dimensions listed": "findings outline",
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
