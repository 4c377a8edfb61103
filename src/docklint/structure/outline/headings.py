"""Headings that stand without an ordinal: lines whose title is known, or whose looks tell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate, pairwise

from docklint.document import Document, Line
from docklint.grammar import Grammar
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.labels import label
from docklint.structure.outline.titles import LONGEST, is_heading_shape, title_end
from docklint.structure.outline.tokens import Heading, Token
from docklint.structure.outline.wordings import TitlePairs

LONGEST_ASPECT = 16
"""Code points of an unnumbered heading that no opener (在, 关于) marks as one."""
LEAST_NUMBERED = 2
"""So many sections with ordinals show that a paper numbers them."""
_NEAR, _VERY_NEAR = 0.66, 0.8
"""Least likeness (Dice, 0-1) of a line to a known title; where sections bear numbers, only a slip comes so near."""
SHORT_TITLE = (4, 5)
"""Code points of a title in which one wrong character leaves hardly a pair of characters as it was."""
_BRACKETS = {"[": "]", "［": "］", "【": "】", "{": "}", "〔": "〕", "<": ">", "＜": "＞"}


class UnnumberedHeadings:
    """The lines of one reading, asked which of them are headings."""

    def __init__(self, document: Document, reading: Reading, grammar: Grammar) -> None:
        """`document`: where the lines' looks stand."""
        self._document = document
        self._reading = reading
        self._text = reading.text
        self._grammar = grammar
        self._are_numbered = False

    def tokens(self, numbered: Sequence[Token]) -> Iterator[Token]:
        """Yield the headings in order; no line that begins with one of the `numbered` tokens is one."""
        taken = sorted(each.start for each in numbered if each.line_start)
        self._are_numbered = sum(each.heading == "section" for each in numbered) >= LEAST_NUMBERED
        labels = self._labels(taken) | self._captions({each.start for each in numbered if each.level})
        for start, end in self._lines:
            whole = self._text[start:end]
            if (
                len(whole) < 2
                or start in labels
                or _stands_in(start, taken)
                or (self._are_numbered and _is_bracketed(whole))
            ):
                continue
            line = self._document.line_at(self._reading.offset(start))
            if not line.contents and (token := self._token(start, end, line)):
                yield token

    def _token(self, start: int, end: int, line: Line) -> Token | None:
        whole = self._text[start:end]
        head = title_end(self._text, start, min(end, start + LONGEST))
        name = self._grammar.normal(self._text[start:head])
        heading = self._grammar.known_titles.get(name) or self._joint(whole) or self._looks(whole, name, line)
        if not heading or (heading == "section" and not is_heading_shape(whole)):
            return None
        return Token(
            start=start,
            end=start,
            title_end=head,
            style="title",
            family="title",
            level=0,
            value=None,
            line_start=True,
            at_boundary=True,
            heading=heading,
            of_measures=heading == "section" and self._grammar.is_of_measures(name),
            name=name,
            alone=not self._text[head:end].strip("。："),
        )

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        """Where every line begins and ends."""
        ends = list(accumulate([len(line) + 1 for line in self._text.split("\n")], initial=0))
        return [(start, after - 1) for start, after in pairwise(ends)]

    def _labels(self, taken: Sequence[int]) -> set[int]:
        """Find the lines that say again and again what follows (整改措施：): below dimensions, they are no headings.

        Before the first and between two of them stands a dimension or another part with an ordinal (at one of `taken`),
        and no new paper begins. With a colon a label is one in any case.
        """
        places: dict[str, list[int]] = {}
        for start, end in self._lines:
            line = self._text[start:end]
            if label(line.removesuffix("："), self._grammar):
                places.setdefault(line, []).append(start)
        return {
            start
            for line, starts in places.items()
            if len(starts) > 1 and (line.endswith("：") or self._recur(starts, taken))
            for start in starts
        }

    def _captions(self, levels: Set[int]) -> Set[int]:
        """Find the labels right below a heading with an ordinal (at one of `levels`) or a known dimension.

        They name its text. Where sections bear no numbers, 原因分析 may well be one of them, and the dimension is empty.
        """
        found, below = set(), False
        for start, end in self._lines:
            line = self._text[start:end]
            if not line:
                continue
            role = label(line.removesuffix("："), self._grammar) if below else ""
            if role and (self._are_numbered or role == "problems"):
                found.add(start)
            heads = is_heading_shape(line) and line[-1] not in "：。"
            below = heads and (start in levels or self._is_dimension(line))
        return found

    def _is_dimension(self, line: str) -> bool:
        return self._grammar.known_titles.get(self._grammar.normal(line)) == "dimension"

    def _recur(self, starts: Sequence[int], taken: Sequence[int]) -> bool:
        return bisect_left(taken, starts[0]) > 0 and all(
            bisect_left(taken, following) > bisect_left(taken, start)
            and bisect_left(self._paper_titles, following) == bisect_left(self._paper_titles, start)
            for start, following in pairwise(starts)
        )

    @cached_property
    def _paper_titles(self) -> list[int]:
        """Where the lines begin that name a paper."""
        names = self._grammar.paper_title.fullmatch
        return [start for start, end in self._lines if names(self._text, start, end)]

    @cached_property
    def _word_levels(self) -> Mapping[int, Heading]:
        """What the heading styles of a Word document stand for; a lone first heading is the paper's title."""
        used = [line.heading for line in self._document.lines if line.heading and line.end > line.start]
        ranks = sorted(set(used))
        if len(ranks) > 1 and used.count(ranks[0]) == 1 and used[0] == ranks[0]:
            ranks = ranks[1:]
        kinds: tuple[Heading, ...] = ("section", "dimension")
        return dict(zip(ranks, kinds, strict=False))

    def _joint(self, whole: str) -> Heading:
        """Return `section` for a line that joins the titles of several (原因分析和整改措施)."""
        known, normal = self._grammar.known_titles, self._grammar.normal
        pieces = self._grammar.sides(whole) if is_heading_shape(whole) else ()
        joins = len(pieces) > 1 and all(known.get(normal(piece)) == "section" for piece in pieces)
        return "section" if joins else ""

    def _looks(self, whole: str, name: str, line: Line) -> Heading:
        """Judge a line by its shape: styled as a heading, bold, or short and ending in 方面."""
        if not is_heading_shape(whole):
            return ""
        styled = self._word_levels.get(line.heading) if line.heading else None
        if styled:
            return styled
        words = self._grammar["document-words"]
        titled = whole[0] in "（《" or any(word in whole for word in words)
        # Where sections bear numbers, a line that only speaks of problems or measures is none of them.
        least = _VERY_NEAR if self._are_numbered else _NEAR
        if (
            not titled
            and whole[-1] not in "。："
            and (self._is_near(name, "section", least) or self._is_misspelt(name))
        ):
            return "section"
        if self._is_near(name, "dimension") or self._names_an_aspect(whole):
            return "plain"
        return "bold" if line.bold else ""

    def _names_an_aspect(self, whole: str) -> bool:
        """Return whether a line is a heading like 在服务群众方面, and not 主要有以下几个方面."""
        if not whole.rstrip("。：").endswith(self._grammar["heading-closers"]):
            return False
        if any(word in whole for word in self._grammar["lead-in-words"]):
            return False
        opened = whole.startswith(self._grammar["title-openers"])
        return opened or (len(whole) <= LONGEST_ASPECT and "，" not in whole)

    def _is_near(self, name: str, kind: Heading, least: float = _NEAR) -> bool:
        titles = self._section_titles if kind == "section" else self._dimension_titles
        return len(name) >= 3 and titles.resemble(name, least)

    def _is_misspelt(self, name: str) -> bool:
        """Return whether one character is wrong in the short title of a section (整改错施), where none bears a number."""
        if self._are_numbered or not SHORT_TITLE[0] <= len(name) <= SHORT_TITLE[1]:
            return False
        known = self._grammar.once(_short_titles)
        return any(sum(map(str.__ne__, name, title)) == 1 for title in known if len(title) == len(name))

    @cached_property
    def _section_titles(self) -> TitlePairs:
        return self._grammar.once(TitlePairs, self._grammar.lexicon.section_titles)

    @cached_property
    def _dimension_titles(self) -> TitlePairs:
        return self._grammar.once(TitlePairs, self._grammar.lexicon.dimension_titles)


def _short_titles(grammar: Grammar) -> frozenset[str]:
    titles = map(grammar.normal, grammar.lexicon.section_titles)
    return frozenset(title for title in titles if SHORT_TITLE[0] <= len(title) <= SHORT_TITLE[1])


def _stands_in(start: int, starts: Sequence[int]) -> bool:
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] == start


def _is_bracketed(line: str) -> bool:
    """Return whether a whole line stands in brackets: a field of a template, or a remark."""
    return _BRACKETS.get(line[0]) == line[-1]
