"""Parts of which other sentences speak than the one that lists them: for some members only, or asked of all besides."""

from __future__ import annotations

from docklint.derive.part_names import NamedPart, audience_in, groups, named_parts, sentences
from docklint.derive.proposal import USUAL
from docklint.derive.reading import Notice
from docklint.derive.roles import role_of
from docklint.spans import Range
from docklint.tuples import NamedTuple

FURTHER = ("rectification", "case-analysis", "personal")
"""The roles that a sentence of its own may add."""


class FurtherParts(NamedTuple):
    """What other sentences than the one with the list say of parts, for one audience.

    `conditional`: what only some must write. `extras`: what a clause lets some add. `added`: what a sentence adds for all.
    """

    conditional: tuple[NamedPart, ...]
    extras: tuple[NamedPart, ...]
    added: tuple[NamedPart, ...]


def further_parts(notice: Notice, audience: str = "") -> FurtherParts:
    """Return what is said of parts beside their list."""
    return FurtherParts(
        tuple(conditional_parts(notice, audience)),
        tuple(conditional_extras(notice, audience)),
        tuple(added_parts(notice, audience)),
    )


def conditional_parts(notice: Notice, audience: str = "") -> list[NamedPart]:
    """Return the parts that only some of an audience must write, or that may be left out, wherever the notice says so."""
    found: dict[str, NamedPart] = {}
    for clause in _clauses(notice, audience, "notice-conditional"):
        for part in named_parts(notice, clause):
            told = notice.words(clause)
            own = notice.says("notice-own-parts", notice.words(part.words))
            if part.role in USUAL and (
                notice.says("notice-further", told)
                or not notice.says("notice-written", told)
                or (own and notice.says("notice-optional-object", told))
            ):
                continue
            behind = notice.text[part.words.end : notice.at_stop("，。；", part.words.end)]
            if part.role in USUAL and notice.says("notice-beside", behind):
                continue  # It tells where another part stands.
            if part.role and part.role != "problems" and not part.required:
                found.setdefault(part.role, part)
    return list(found.values())


def conditional_extras(notice: Notice, audience: str = "") -> list[NamedPart]:
    """Return what a clause lets some add to the parts (可以增写一段履职承诺), with its role if profiles know it.

    Required is what it adds for all (写一段践诺书，作为材料的最后一部分).
    """
    found: dict[Range, NamedPart] = {}
    for key, object_ in (
        ("notice-conditional", "notice-further-object"),
        ("notice-conditional", "notice-optional-object"),
        ("notice-added-parts", "notice-further-object"),
        *(
            (key, "notice-further-object")
            for key in (() if audience else ("notice-group", "notice-individual"))
        ),
    ):
        for clause in _clauses(notice, audience, key):
            match = notice.pattern(object_).search(notice.text, *clause)
            words = Range(*match.span("name")) if match else None
            role = role_of(notice, notice.words(words)) if words else None
            if words and not notice.says("notice-no-extra", notice.words(words)):
                known = role if role in (*FURTHER, "named") else None
                found.setdefault(words, NamedPart(known, words, key == "notice-added-parts" and not known))
    return list(found.values())


def added_parts(notice: Notice, audience: str = "") -> list[NamedPart]:
    """Return the parts that a sentence adds to the listed ones for all (作为材料的最后一部分)."""
    found: dict[str, NamedPart] = {}
    for key in ("notice-added-parts", "notice-reported-parts"):
        for clause in _clauses(notice, audience, key):
            for part in reversed(_further_only(notice, clause)):
                reported = key == "notice-reported-parts" and part.role == "personal"
                found.setdefault(part.role or "", part._replace(required=not reported))
    return list(found.values())


def _further_only(notice: Notice, clause: Range) -> list[NamedPart]:
    """Return the further parts that a clause names for all; none if it names others."""
    told = list(named_parts(notice, clause))
    if not {part.role for part in told} <= {*FURTHER, "named"}:
        return []
    return [part for part in told if part.required and part.role in FURTHER]


def _clauses(notice: Notice, audience: str, key: str) -> list[Range]:
    return [
        clause
        for sentence in sentences(notice)
        if not audience or audience_in(notice, sentence) in (None, audience)
        for clause in groups(notice, sentence)
        if notice.says(key, notice.words(clause))
    ]


def under_each(notice: Notice) -> Range | None:
    """Return where a notice says that each dimension has problems, causes and measures of its own."""
    match = notice.pattern("notice-under-each").search(notice.text)
    return Range(*match.span()) if match else None
