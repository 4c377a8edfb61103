"""Whose paper it is, as its title or its file name says."""

from __future__ import annotations

import os
from typing import Literal

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.draft import Draft
from docklint.structure.units.names import found_in
from docklint.structure.units.places import first_lines
from docklint.structure.units.wording import UnitWords
from docklint.title_decoration import stripped_end
from docklint.values import Value

Audience = Literal["group", "individual", ""]
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
    lines = [line for line in (draft.words(place).strip() for place in first_lines(draft)) if line]
    title = next((line for line in lines if draft.grammar.paper_title.fullmatch(line)), "")
    stem = os.path.splitext(os.path.basename(draft.document.path.replace("\\", "/")))[0]
    name = (
        _name_in(title, draft.grammar)
        or _beside(lines, title, draft.grammar)
        or _name_in(stem, draft.grammar)
        or stem
    )
    return Who(name, _audience(draft, title, stem) or _by_name(draft, name))


def _name_in(title: str, grammar: Grammar) -> str:
    """Return whose paper a title says it is: the unit with its body or its head, or what is left of the title."""
    words = grammar.once(UnitWords)
    unit = found_in(title, Range(0, len(title)), words, whole=False)
    if unit is None:
        return _bare(title, grammar)
    behind = words.head.match(title, unit.end)
    name = title[unit.start : behind.end() if behind else unit.end].strip(_EDGES)
    return stripped_end(name, words["groups"])


def _bare(title: str, grammar: Grammar) -> str:
    """Return what is left of a title without year, kind of meeting and kind of paper."""
    lists = ("document-words", "meeting-kinds", "who-fillers", "official-phrases")
    words = alternatives(word for key in lists for word in grammar[key])
    years = "|".join(grammar["who-years"])
    plain = compiled(f"{years}|{words}|{_NUMBER}").sub("\n", title)
    parts = (part.strip(_EDGES) for part in plain.split("\n"))
    return next((part for part in parts if len(part) > 1 and not part.isdigit()), "")


def _beside(lines: list[str], title: str, grammar: Grammar) -> str:
    """Return the line below the title, or above it, that only says who wrote the paper; without its year and meeting."""
    words = grammar.once(UnitWords)
    at = lines.index(title) if title in lines else 0
    near = (*lines[at + 1 : at + 2], *lines[:at][-1:])
    said = (line.strip(_EDGES) for line in near if not compiled("[。；！？：]").search(line))
    line = next((line for line in said if 1 < len(line) <= LONGEST), "")
    lead = words.end_of_lead(line)
    return line[lead:] if lead and found_in(line, Range(0, len(line)), words, whole=False) else line


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
