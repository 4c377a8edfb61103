"""Whose paper it is, as its title or its file name says."""

from __future__ import annotations

import os
from typing import Literal

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.draft import Draft
from docklint.values import Value

Audience = Literal["group", "individual", ""]
FIRST_LINES = 4
"""A title, and who wrote it, stand among so many lines."""
LONGEST = 24
"""Code points of a line that only says who wrote the paper."""
_EDGES = "《》“”（）()【】_-—·：:，,、 \u3000"
_NUMBER = r"^[0-9０-９]+[.、_\- ]*|[0-9]{4,8}$|[（(][0-9]+[)）]$"


class Who(Value):
    """`name`: of a unit or person; empty if nothing says it. `audience`: whether a group or one person wrote it."""

    name: str
    audience: Audience


def who(draft: Draft) -> Who:
    """Return whose paper it is: by the title, by the line below it, or by the file's name."""
    lines = _first_lines(draft)
    title = next((line for line in lines if draft.grammar.paper_title.fullmatch(line)), "")
    stem = os.path.splitext(os.path.basename(draft.document.path.replace("\\", "/")))[0]
    name = _bare(title, draft.grammar) or _beside(lines, title) or _bare(stem, draft.grammar) or stem
    return Who(name, _audience(draft, title, stem) or _by_name(draft, name))


def _first_lines(draft: Draft) -> list[str]:
    """Return the first lines of a paper, as far as they stand before its first part."""
    start = min((part.range.start for part in draft.parts if part.kind == "section"), default=draft.range.end)
    text = draft.words(Range(draft.range.start, start))
    return [line.strip() for line in text.split("\n") if line.strip()][:FIRST_LINES]


def _bare(title: str, grammar: Grammar) -> str:
    """Return what is left of a title without year, kind of meeting and kind of paper."""
    lists = ("document-words", "meeting-kinds", "who-fillers", "official-phrases")
    words = alternatives(word for key in lists for word in grammar[key])
    years = "|".join(grammar["who-years"])
    plain = compiled(f"{years}|{words}|{_NUMBER}").sub("\n", title)
    parts = (part.strip(_EDGES) for part in plain.split("\n"))
    return next((part for part in parts if len(part) > 1 and not part.isdigit()), "")


def _beside(lines: list[str], title: str) -> str:
    """Return the line below the title, or above it, that only says who wrote the paper."""
    at = lines.index(title) if title in lines else 0
    near = (*lines[at + 1 : at + 2], *lines[:at][-1:])
    said = (line.strip(_EDGES) for line in near if not compiled("[。；！？：]").search(line))
    return next((line for line in said if 1 < len(line) <= LONGEST), "")


def _audience(draft: Draft, title: str, stem: str) -> Audience:
    """Return who wrote it, by the first of title, file name and preamble that says so; the profile says it at last."""
    grammar = draft.grammar
    for words in (title, stem, draft.words(draft.preamble)):
        group = compiled(alternatives(grammar["group-words"])).search(words)
        person = compiled(alternatives(grammar["person-words"])).search(words)
        if bool(group) != bool(person):
            return "group" if group else "individual"
    return _of_profile(draft)


def _by_name(draft: Draft, name: str) -> Audience:
    return "group" if name.endswith(draft.grammar["group-endings"]) else ""


def _of_profile(draft: Draft) -> Audience:
    known: dict[str, Audience] = {"group": "group", "individual": "individual"}
    return known.get(draft.profile.audience, "")
