"""The words that introduce an example (比如, 例如, 再如, 以…为例), found without a pattern: theirs took 2 ms to compile."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from docklint.grammar import Grammar
from docklint.spans import up_to
from docklint.tuples import NamedTuple
from docklint.word_search import WordSearch

CLAUSE_STARTS, SENTENCE_STARTS = "\n。；：，！？、”（—", "\n。！？；"
INSTANCE, INSTANCE_END, INSTANCE_STOPS = "以", "为例", "。；，：\n"
LEAST_INSTANCE, MOST_INSTANCE = 2, 40
"""Code points between 以 and 为例."""
_PAUSES, _MORE_PAUSES, _OPENING, _CLOSING = ("：", "，"), ("：", "，", ","), ("【", "“"), ("】", "”")
_NUMERALS = tuple("一二三四五12345")


class ExampleMarker(NamedTuple):
    """Where a marker stands. `may_list`: its words may introduce a list as well (具体表现为, 【事例】)."""

    start: int
    end: int
    may_list: bool = False


class ExampleMarkers:
    """Finds markers, made once (`grammar.once(ExampleMarkers)`).

    Two characters (比如) stand anywhere; a single 如 needs a pause or a sentence of its own.
    """

    def __init__(self, grammar: Grammar) -> None:
        """Sort the words."""
        words, leads, labels = (grammar[f"example-{kind}"] for kind in ("markers", "leads", "labels"))
        self._traps = grammar["example-traps"]
        self._plain = WordSearch(word for word in words if len(word) > 1)
        self._short = tuple(word for word in words if len(word) == 1)
        self._leads = WordSearch(leads)
        self._labels = sorted(labels, key=len, reverse=True)
        self._any = WordSearch((*words, *leads, *labels, *_OPENING, INSTANCE))
        """With one of these every marker begins."""

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Return where between two places a marker may begin, in order: once for a paper, and not for each problem."""
        return [start + at for at in self._any.places(text[start:end])]

    def found(
        self, text: str, start: int, end: int, places: Sequence[int] | None = None
    ) -> Iterator[ExampleMarker]:
        """Yield the markers between two places in order; of what stands at `end` and behind it nothing is read.

        `places`: what `places` gives for the text around, if whoever asks has it already.
        """
        near = self.places(text, start, end) if places is None else _between(places, start, end)
        first = max(start - 1, 0)
        part, behind = text[first:end], start - first
        for at in [place - first for place in near]:
            if at >= behind and (marker := self._at(part, at)):
                behind = marker.end
                yield ExampleMarker(first + at, first + behind, marker.may_list)

    def _at(self, text: str, at: int) -> ExampleMarker | None:
        if text.startswith(self._traps, at):
            return None
        if word := self._plain.at(text, at):
            end = at + len(word)
            return ExampleMarker(at, end + text.startswith(_MORE_PAUSES, end))
        before = text[at - 1] if at else "\n"
        marker = self._in_front(text, at) if before in CLAUSE_STARTS else None
        if marker is None and before in SENTENCE_STARTS and text.startswith(self._short, at):
            return ExampleMarker(at, at + 1)
        return marker

    def _in_front(self, text: str, at: int) -> ExampleMarker | None:
        """Return the marker with which a clause begins."""
        if text.startswith(self._short, at) and text.startswith(_PAUSES, at + 1):
            return ExampleMarker(at, at + 2)
        lead = self._leads.at(text, at)
        if end := at + len(lead) if lead else _end_of_instance(text, at):
            return ExampleMarker(at, end + text.startswith(_PAUSES, end), bool(lead))
        if end := self._end_of_label(text, at + text.startswith(_OPENING, at)):
            return ExampleMarker(at, end, may_list=True)
        return None

    def _end_of_label(self, text: str, at: int) -> int:
        """Return where a label with its number and its colon or bracket ends that begins at a place; 0 if none does."""
        for label in self._labels:
            if text.startswith(label, at):
                end = at + len(label)
                end += text.startswith(_NUMERALS, end)
                is_bracketed = text.startswith(_CLOSING, end)
                if text.startswith("：", end + is_bracketed):
                    return end + is_bracketed + 1
                if text.startswith("】", end):
                    return end + 1
        return 0


def _between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _end_of_instance(text: str, at: int) -> int:
    """Return where 以…为例 ends that begins at a place; 0 if none does."""
    if not text.startswith(INSTANCE, at):
        return 0
    within = up_to(text[at + 1 : at + 1 + MOST_INSTANCE + len(INSTANCE_END)], INSTANCE_STOPS)
    last = within.rfind(INSTANCE_END, LEAST_INSTANCE)
    return 0 if last < 0 else at + 1 + last + len(INSTANCE_END)
