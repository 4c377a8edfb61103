"""Where a paper says whose it is, or speaks of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from docklint.spans import Range, between, up_to
from docklint.structure.draft import Draft, cached_per_draft
from docklint.structure.units.names import LEAST_NAME, Mention, Where, found_in
from docklint.structure.units.wording import LONGEST_NAME, UnitWords

FIRST_LINES = 4
"""A title, and who wrote it, stand among so many lines."""
LONGEST_TITLE = 60
"""Code points of a line that may be a title."""
LONGEST_LOOK = 200
"""So many code points of a sentence behind its subject are looked at."""
SPARED = ("case-analysis",)
"""Sections that speak of others."""
_SENTENCE_START, _CLAUSE_START = "\n。；：）", "\n。；：），"
_RUNNING = "。；！？，："
_NUMERALS = "一二三四五六七八九十"


def titles(draft: Draft) -> Iterator[Mention]:
    """Yield the names in the title and in the lines beside it, those in brackets too."""
    words, text = draft.grammar.once(UnitWords), draft.reading.text
    for line in first_lines(draft):
        if line.end - line.start > LONGEST_TITLE or any(text.find(stop, *line) >= 0 for stop in _RUNNING):
            continue
        for piece in _pieces(text, line):
            if name := found_in(text, piece, words, whole=False):
                yield _mention(text, name, "title", words)


def first_lines(draft: Draft) -> Iterator[Range]:
    """Yield the first lines of a paper, as far as they stand before its first part; none is empty."""
    start = min((part.range.start for part in draft.parts if part.kind == "section"), default=draft.range.end)
    lines = between(draft.reading.text, Range(draft.range.start, start), "\n")
    return islice(lines, FIRST_LINES)


def said(draft: Draft) -> Iterator[Mention]:
    """Yield the names where a paper says in so many words whose it is: at the end, before the parts, in headings."""
    words, text = draft.grammar.once(UnitWords), draft.reading.text
    for closing in words.closings(text, draft.range):
        if name := found_in(text, closing, words, whole=True):
            yield _mention(text, name, "closing", words)
    for spoken_for in words.speakers(text, draft.range):
        if name := found_in(text, spoken_for, words, whole=True):
            yield _mention(text, name, "speaker", words)
    yield from _signatures(draft, words)
    yield from _headings(draft, words)
    yield from _openings(draft, words)


def _signatures(draft: Draft, words: UnitWords) -> Iterator[Mention]:
    text = draft.reading.text
    for line in between(text, draft.closing, "\n"):
        name = found_in(text, line, words, whole=True)
        if name and _is_whole(text[name.end : line.end], words) and name.end - name.start >= LEAST_NAME:
            yield _mention(text, name, "signature", words)


def _is_whole(behind: str, words: UnitWords) -> bool:
    """Return whether nothing but a body stands behind a name."""
    return not behind or behind in words["bodies"]


def _headings(draft: Draft, words: UnitWords) -> Iterator[Mention]:
    text = draft.reading.text
    for part in draft.parts:
        if part.kind in ("section", "dimension") and part.role not in SPARED:
            name = found_in(text, part.title, words, whole=True)
            if name and name.end - name.start >= LEAST_NAME and _body(text, name, words):
                yield _mention(text, name, "heading", words)


def _openings(draft: Draft, words: UnitWords) -> Iterator[Mention]:
    verbs, group = words["self-verbs"], words["groups"]
    for name, body in _subjects(draft, draft.preamble, _CLAUSE_START, words):
        end = next(
            (body.end + len(each) for each in group if draft.reading.text.startswith(each, body.end)),
            body.end,
        )
        if draft.reading.text.startswith(verbs, end) and not _tells(
            draft, name, body, words["superior-words"]
        ):
            yield _mention(draft.reading.text, name, "opening", words)


def subjects(draft: Draft) -> Iterator[Mention]:
    """Yield the names with which sentences below the headings begin that tell a fault of a body (县水利局班子…不够)."""
    words = draft.grammar.once(UnitWords)
    below = Range(draft.preamble.end, draft.range.end)
    for name, body in _subjects(draft, below, _SENTENCE_START, words):
        if draft.reading.text.startswith(words.behind_no_subject, body.end) or _spared(draft, name):
            continue
        faulty = _tells(draft, Range(body.end, body.end), body, draft.grammar["fault-words"])
        if faulty and not _tells(draft, name, body, words["mention-words"]):
            yield _mention(draft.reading.text, name, "subject", words)


def _subjects(draft: Draft, place: Range, starts: str, words: UnitWords) -> Iterator[tuple[Range, Range]]:
    """Yield the units, each with its body behind it, that stand right behind one of the signs `starts`."""
    text = draft.reading.text
    for at, end in words.bodies.spans(text[place.start : place.end]):
        body = Range(place.start + at, place.start + end)
        least = max(place.start, body.start - LONGEST_NAME - 1)
        # Most bodies stand alone (党组研究不够), and to ask for the name before them would take five times as long.
        if not text.endswith(words.endings, least, body.start):
            continue
        start = max(text.rfind(sign, least, body.start) for sign in starts) + 1
        if not start:
            continue
        is_item = text[start] in _NUMERALS and text.startswith("是", start + 1)
        name = found_in(text, Range(start + 2 * is_item, body.start), words, whole=True)
        if name and name.end == body.start:
            yield name, body


def _tells(draft: Draft, name: Range, body: Range, told: Iterable[str]) -> bool:
    """Return whether one of some words stands in a name or in its sentence behind the body."""
    text = draft.reading.text
    around = text[name.start : name.end] + up_to(text[body.end : body.end + LONGEST_LOOK], "。；\n")
    return any(word in around for word in told)


@cached_per_draft
def itself(draft: Draft) -> tuple[tuple[str, Range], ...]:
    """Return where a paper says 我局, 本院 and the like, each with its kind; what is quoted others say."""
    return tuple(_itself(draft))


def _itself(draft: Draft) -> Iterator[tuple[str, Range]]:
    words, quotes = draft.grammar.once(UnitWords), _Quotes(draft.reading.text, draft.range.start)
    for kind, place in words.itself(draft.reading.text, draft.range):
        if not (
            quotes.around(place.start) or _spared(draft, place) or _others_speak(draft, place.start, words)
        ):
            yield kind, place


class _Quotes:
    """How many quotations are open at a place; each place lies behind the one that was asked about before."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._at = start
        self._depth = 0

    def around(self, place: int) -> int:
        """Go on to a place; with its line a quotation ends, closed or not."""
        passed = self._text[self._at : place]
        if "\n" in passed:
            self._depth, passed = 0, passed[passed.rindex("\n") :]
        for mark in filter("“”".__contains__, passed):
            self._depth = max(0, self._depth + (1 if mark == "“" else -1))
        self._at = place
        return self._depth


def _others_speak(draft: Draft, at: int, words: UnitWords) -> bool:
    """Return whether the sentence before a place tells of a former post, or says who says it."""
    text = draft.reading.text
    start = max(text.rfind(stop, max(0, at - LONGEST_LOOK), at) for stop in "。；\n")
    before = text[max(start, at - LONGEST_LOOK) : at]
    return any(word in before for word in words["other-speakers"])


def _spared(draft: Draft, place: Range) -> bool:
    return any(part.role in SPARED and part.range.covers(place) for part in draft.children(None))


def _pieces(text: str, line: Range) -> Iterator[Range]:
    return between(text, line, "（）()、")


def _mention(text: str, name: Range, where: Where, words: UnitWords) -> Mention:
    return Mention(text[name.start : name.end], name, where, _body(text, name, words))


def _body(text: str, name: Range, words: UnitWords) -> str:
    return words.bodies.at(text, name.end)
