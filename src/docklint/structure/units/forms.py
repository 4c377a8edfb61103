"""The forms in which a paper writes the name of its own unit."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.draft import Draft
from docklint.structure.units.own import own_unit
from docklint.structure.units.wording import LONGEST_NAME, UnitWords
from docklint.tuples import NamedTuple
from docklint.word_search import WordSearch, is_chinese

LEAST_FORM = 3
"""Code points of a form without its place; 县局 and 法院 are no names."""
_HAN = r"[^\W0-9A-Za-z_]"


class Form(NamedTuple):
    """A name of the own unit. `short`: without its place; `place`: the whole name."""

    short: str
    place: Range


def further_forms(draft: Draft) -> Iterator[tuple[Form, Form]]:
    """Yield the short forms that a paper uses beside another one, each where it first stands, with the other one.

    The full name and one short form are how everybody writes. One that is introduced (以下简称) or configured goes first.
    """
    first: dict[str, Form] = {}
    for form in _forms(draft):
        first.setdefault(form.short, form)
    if len(first) < 2:
        return
    told = _introduced(draft)
    ordered = sorted(first.values(), key=lambda form: (form.short not in told, form.place))
    for form in ordered[1:]:
        if form.short not in told:
            yield form, ordered[0]


def _forms(draft: Draft) -> Iterator[Form]:
    """Yield the short forms of the own unit's name, in the order of the text."""
    words = draft.grammar.once(UnitWords)
    full = max((each.name for each in own_unit(draft).names if each.is_full), key=len, default="")
    if not words.kind_of(full):
        return
    at = len(words.place_of(full))
    text, joints = draft.reading.text, frozenset(words["joints"])
    own = text[draft.range.start : draft.range.end]
    for _, behind in draft.grammar.once(_endings, words.kind_of(full)).spans(own):
        end = draft.range.start + behind
        start, inside = _walked_back(text, end, full)
        short = text[start + _outside(inside, at) : end]
        placed = inside[:1] < [at] and start + len(inside) == end
        free = start == 0 or text[start - 1] in joints or not is_chinese(text[start - 1])
        if placed and free and len(short) >= LEAST_FORM and short != full[at:]:
            yield Form(short, Range(start, end))


def _endings(grammar: Grammar, kind: str) -> WordSearch:
    return WordSearch(grammar.once(UnitWords).kinds[kind])


def _walked_back(text: str, end: int, full: str) -> tuple[int, list[int]]:
    """Return where a shorter form of a name begins that ends at a place, and which characters of the name it keeps."""
    start, at, inside = end, len(full), list[int]()
    while start > max(0, end - LONGEST_NAME):
        before = full.rfind(text[start - 1], 0, at)
        if before < 0:
            break
        start, at = start - 1, before
        inside.insert(0, at)
    return start, inside


def _outside(inside: list[int], at: int) -> int:
    return sum(each < at for each in inside)


def _introduced(draft: Draft) -> frozenset[str]:
    """Return the names that a paper introduces (以下简称“县人社局”) or the configuration tells, without their place."""
    words = draft.grammar.once(UnitWords)
    said = compiled(rf"(?:{alternatives(words['shortened'])})[：“]?({_HAN}{{2,{LONGEST_NAME}}})")
    names = (*said.findall(draft.reading.text, *draft.range), *draft.units)
    return frozenset(name[at:] for name in names for at in {0, 1, len(words.place_of(name))})
