"""What a copy with comments is called: the draft's name with an ending that says so, and a number for a copy of a copy."""

from __future__ import annotations

import re

from docklint.texts import Texts


def copy_stem(stem: str, texts: Texts, *, without: bool = False) -> str:
    """Return the name, without its suffix, of a copy of `stem`; `without`: of one that has no comments of ours any more."""
    ending, bare = texts("annotate.copy", number="0"), texts("annotate.copy-without", number="0")
    if without and (found := _numbered(stem, ending)):
        # A copy that has none is not said to have them.
        stem = found[1]
    before, _, after = (bare if without else ending).partition("0")
    found = _numbered(stem, bare if without else ending)
    if found is None:
        return stem + before + after
    return f"{found[1]}{before}{int(found[2] or 1) + 1}{after}"


def _numbered(stem: str, ending: str) -> re.Match[str] | None:
    """Match a name with an ending in which `0` stands for its number, if it has one."""
    before, _, after = ending.partition("0")
    return re.fullmatch(rf"(.*){re.escape(before)}(\d*){re.escape(after)}", stem)
