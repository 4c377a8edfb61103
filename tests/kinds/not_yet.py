"""What docklint does not do yet: the instances, and which aspects. Whoever mends one takes it out."""

from __future__ import annotations

NOT_YET: dict[str, str] = {}

TAKEN_FOR_DRAFTS: set[str] = set()
"""Other writings that a folder walk takes for drafts."""

SOURCE_TOLD_WRONG = False
"""Whether the profile of a published report still calls itself a notice."""

IN_WORD: set[str] = set()
"""What is not done yet in DOCX."""

REASONS: set[str] = set()
"""What a paper may lack of which `matrix` does not tell the truth yet."""
