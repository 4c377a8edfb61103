"""The tokens of a reading: everything in it that may open a part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docklint.document import Document
from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.damaged import DamagedOrdinals
from docklint.structure.outline.doubled import DoubledOrdinals
from docklint.structure.outline.headings import UnnumberedHeadings
from docklint.structure.outline.leads import lead_away
from docklint.structure.outline.numerals import CHINESE
from docklint.structure.outline.ordinals import is_place, ordinal_at, ordinals, token
from docklint.structure.outline.titles import LONGEST, after_stop, is_heading_shape, title_end
from docklint.structure.outline.tokens import Heading, Token

LEAST_SECTIONS = 2
"""So many section headings outside its tables make a text a paper without them."""
_GLUED = rf"（[{CHINESE}]{{1,3}}）(?![项款条目])|[{CHINESE}]{{1,3}}、|[0-9]{{1,2}}[.、](?![0-9])"
_STOPS = ("", *"\n。；：，！？”’）》")


class Tokenizer:
    """One reading of a document, and what it takes to find its tokens."""

    def __init__(self, document: Document, reading: Reading, grammar: Grammar) -> None:
        """`document`: what the reading was made of."""
        self._document = document
        self._reading = reading
        self._text = reading.text
        self._grammar = grammar

    def tokens(self) -> list[Token]:
        """Find everything in the reading that may open a part, in order."""
        found = self._numbered(self._ordinals())
        headings = UnnumberedHeadings(self._document, self._reading, self._grammar)
        everything = sorted([*found, *headings.tokens(found)], key=_start)
        return list(self._with_adjacency(self._outside_tables(everything)))

    # Ordinals

    def _ordinals(self) -> Sequence[Token]:
        """Find the ordinals, as yet without what stands around them."""
        found = _in_order([*ordinals(self._text), *self._words(), *self._behind_blanks()])
        found = _in_order([*found, *DamagedOrdinals(self._text, found, self._grammar).tokens()])
        found = _in_order([*DoubledOrdinals(self._text, found).tokens(), *found])
        return _in_order([*found, *self._glued(found)])

    def _words(self) -> Iterator[Token]:
        values = self._grammar.enumeration_values
        if not any(word in self._text for word in values):
            return
        for match in self._grammar.enumeration_word.finditer(self._text):
            start = match.start()
            if is_place(self._text, start):
                yield token(
                    start=start,
                    end=match.end(),
                    style="word",
                    value=values[match[1]],
                    line_start=start == 0 or self._text[start - 1] == "\n",
                )

    def _behind_blanks(self) -> Iterator[Token]:
        """Yield the levels that stand in mid-line behind something that the reading leaves out."""
        for start in self._reading.gaps:
            if start < len(self._text) and self._text[start - 1] not in "\n。；：，！？":
                found = ordinal_at(self._text, start)
                if found and found.level and found.end < len(self._text):
                    yield found

    def _glued(self, found: Iterable[Token]) -> Iterator[Token]:
        """Find ordinals right behind a heading that has no stop: 三、整改措施（一）强化理论武装."""
        for outer in found:
            if outer.level and (inner := self._glued_to(outer)):
                yield inner

    def _glued_to(self, outer: Token) -> Token | None:
        begin = outer.end + 2
        end = title_end(self._text, outer.end, min(outer.end + LONGEST, len(self._text)))
        title = self._text[begin:end]
        if not ("）" in title or "、" in title or "." in title):
            return None
        match = compiled(_GLUED).search(self._text, begin, end)
        inner = ordinal_at(self._text, match.start()) if match else None
        if inner is None or inner.family == outer.family:
            return None
        known = self._grammar.normal(self._text[outer.end : inner.start]) in self._grammar.known_titles
        return inner if known or (inner.value, inner.style) == (1, "paren") else None

    # What stands around them

    def _numbered(self, found: Sequence[Token]) -> list[Token]:
        """Complete the ordinals by their titles and what stands before them."""
        completed: list[Token] = []
        previous, heading_end = 0, -1
        limits = [*(each.start for each in found[1:]), len(self._text)]
        for each, limit in zip(found, limits, strict=False):
            whole = self._completed(each, limit, previous, heading_end)
            completed.append(whole)
            heading_end = after_stop(self._text, whole.title_end) if whole.level else -1
            previous = whole.start
        return completed

    def _completed(self, found: Token, limit: int, previous: int, heading_end: int) -> Token:
        text, start = self._text, found.start
        begin = found.end + (found.level > 0 and text[found.end : found.end + 1] == "\n")
        stop = title_end(text, begin, limit)
        name = self._grammar.normal(text[begin : min(stop, begin + LONGEST)])
        known: Heading = self._grammar.known_titles.get(name, "")
        before = text[start - 1 : start] if start else ""
        return Token(  # all of it: to replace some of its fields would take twice as long
            start=start,
            end=found.end,
            style=found.style,
            family=found.family,
            level=found.level,
            value=found.value,
            line_start=found.line_start,
            second=found.second,
            title_end=stop,
            at_boundary=found.line_start or start == heading_end,
            after_blank=before not in _STOPS,
            after=before,
            heading=known if found.level else "",
            of_measures=known == "section" and self._grammar.is_of_measures(name),
            name=name if found.level or known == "dimension" else "",
            has_lead_in=found.value == 1 and self._has_lead_in(found, previous),
            leads_away=found.value == 1
            and not found.level
            and lead_away(text, previous, start, self._grammar) is not None,
        )

    def _has_lead_in(self, found: Token, previous: int) -> bool:
        """Return whether words that belong to no ordinal lead in to this one, in its line or the line before."""
        text, start = self._text, found.start
        line = text.rfind("\n", previous, start) + 1
        if not found.line_start:
            return previous < line or (previous == 0 and line == 0)
        above = text[previous : max(line - 1, 0)].rstrip("\n")
        above_start = above.rfind("\n") + 1
        lead = above[above_start:]
        if not lead or not above_start:
            return False
        if lead[-1] == "。":
            return lead[:-1].endswith(self._grammar["lead-in-words"])
        return lead[-1] == "：" or is_heading_shape(lead)

    def _outside_tables(self, found: Sequence[Token]) -> Sequence[Token]:
        """Leave out what stands in tables, a list of problems say, where the text itself has sections."""
        if all(line.part != "table" for line in self._document.lines):
            return found
        at, offset = self._document.line_at, self._reading.offset
        outside = [each for each in found if at(offset(each.start)).part != "table"]
        sections = sum(each.heading == "section" or each.level == 1 for each in outside)
        return outside if sections >= LEAST_SECTIONS else found

    def _with_adjacency(self, found: Iterable[Token]) -> Iterator[Token]:
        title_end = -1
        for each in found:
            adjacent = each.value is None and title_end >= 0 and self._is_empty(title_end, each.start)
            yield each._replace(adjacent=True) if adjacent else each
            title_end = each.title_end

    def _is_empty(self, start: int, end: int) -> bool:
        return not self._text[start:end].strip("。：\n")


def _start(found: Token) -> int:
    return found.start


def _in_order(found: Iterable[Token]) -> list[Token]:
    """Sort tokens and drop those that begin inside an earlier one."""
    kept: list[Token] = []
    for each in sorted(found, key=_start):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept
