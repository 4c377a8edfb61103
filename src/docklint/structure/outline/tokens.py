"""Tokens: what may open a part. Ordinals, and headings that stand without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docklint.document import Document, Line
from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.labels import label
from docklint.structure.outline.numerals import CHINESE
from docklint.structure.outline.ordinals import (
    STYLES,
    Candidate,
    StyleName,
    candidate_at,
    candidates,
    is_place,
)
from docklint.structure.outline.titles import (
    LONGEST,
    after_stop,
    is_heading_shape,
    title_end,
)
from docklint.structure.outline.unmarked import unmarked
from docklint.structure.outline.wordings import resembles
from docklint.values import Value, replace

LEAST_SECTIONS = 2
"""So many section headings outside its tables make a text a paper without them."""
LONGEST_ASPECT = 16
"""Code points of an unnumbered heading that no opener (在, 关于) marks as one."""
_NEAR = 0.66
_GLUED = rf"（[{CHINESE}]{{1,3}}）(?![项款条目])|[{CHINESE}]{{1,3}}、|[0-9]{{1,2}}[.、](?![0-9])"
_STOPS = ("", *"\n。；：，！？”’）》")


class Token(Value):
    """What may open a part, at `start` of the reading; its marker ends at `end`, its title at `title_end`.

    `family`, `level`: of its style, level 0 for an enumeration. `value`: the ordinal's number, None for a heading
    without one. `heading`: what its title is known or looks like: `section`, `dimension`, `plain` (shaped like a
    heading, wording unknown), `bold` (told by its looks) or empty. `at_boundary`: at a line start or right after a
    heading's end, where hardly anything but an ordinal can stand. `after_blank`: after a blank in mid-line. `after`: the
    character before. `name`: the normalised title, for levels and headings; an enumeration has one only if that is
    a known dimension's (一是理论学习方面).
    `adjacent`: nothing stands between the title before and this heading.
    `has_lead_in`: text that is no part itself leads in to this first number (在作风上：一是…), so counting may begin anew.
    """

    start: int
    end: int
    title_end: int
    style: StyleName
    family: str
    level: int
    value: int | None
    line_start: bool
    at_boundary: bool
    after_blank: bool = False
    after: str = ""
    heading: str = ""
    name: str = ""
    has_lead_in: bool = False
    adjacent: bool = False


def tokens(document: Document, reading: Reading, grammar: Grammar) -> list[Token]:
    """Find everything in the reading that may open a part, in order."""
    found = _in_order(_ordinals(reading, grammar))
    found = _in_order([*found, *unmarked(reading.text, found, grammar.known_titles, grammar)])
    found = _in_order([*found, *_glued(reading.text, found, grammar)])
    taken = {candidate.start for candidate in found if candidate.line_start}
    numbered = list(_numbered(reading, found, grammar))
    headings = _headings(document, reading, grammar, taken)
    everything = sorted([*numbered, *headings], key=lambda token: token.start)
    return list(_with_adjacency(reading.text, _outside_tables(document, reading, everything)))


def _outside_tables(document: Document, reading: Reading, found: Sequence[Token]) -> Sequence[Token]:
    """Leave out what stands in tables, a list of problems say, where the text itself has sections."""
    if all(line.part != "table" for line in document.lines):
        return found
    outside = [token for token in found if document.line_at(reading.offset(token.start)).part != "table"]
    sections = sum(token.heading == "section" or token.level == 1 for token in outside)
    return outside if sections >= LEAST_SECTIONS else found


def _with_adjacency(text: str, found: Iterable[Token]) -> Iterator[Token]:
    title_end = -1
    for token in found:
        adjacent = (
            token.value is None and title_end >= 0 and not text[title_end : token.start].strip("。：\n")
        )
        yield replace(token, adjacent=True) if adjacent else token
        title_end = token.title_end


def _ordinals(reading: Reading, grammar: Grammar) -> Iterator[Candidate]:
    yield from candidates(reading.text)
    yield from _words(reading.text, grammar)
    for start in reading.gaps:
        if start < len(reading.text) and reading.text[start - 1] not in "\n。；：，！？":
            glued = candidate_at(reading.text, start)
            if glued and glued.level and glued.end < len(reading.text):
                yield glued._replace(line_start=False)


def _in_order(found: Iterable[Candidate]) -> list[Candidate]:
    """Sort candidates and drop those that begin inside an earlier one."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda candidate: candidate.start):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def _glued(text: str, found: Iterable[Candidate], grammar: Grammar) -> Iterator[Candidate]:
    """Find ordinals right behind a heading that has no stop: 三、整改措施（一）强化理论武装."""
    known = grammar.known_titles
    for candidate in found:
        if not candidate.level:
            continue
        begin = candidate.end + 2
        end = title_end(text, candidate.end, min(candidate.end + LONGEST, len(text)))
        title = text[begin:end]
        if not ("）" in title or "、" in title or "." in title):
            continue
        match = compiled(_GLUED).search(text, begin, end)
        inner = candidate_at(text, match.start()) if match else None
        if inner is None or inner.family == candidate.family:
            continue
        if grammar.normal(text[candidate.end : inner.start]) in known or (inner.value, inner.style) == (
            1,
            "paren",
        ):
            yield inner._replace(line_start=False)


def _words(text: str, grammar: Grammar) -> Iterator[Candidate]:
    values = grammar.enumeration_values
    for match in grammar.enumeration_word.finditer(text):
        start = match.start()
        if is_place(text, start):
            line_start = start == 0 or text[start - 1] == "\n"
            yield Candidate(start, match.end(), "word", values[match[1]], line_start)


def _numbered(reading: Reading, found: Sequence[Candidate], grammar: Grammar) -> Iterator[Token]:
    text, known = reading.text, grammar.known_titles
    previous, heading_end = 0, -1
    limits = [*(candidate.start for candidate in found[1:]), len(text)]
    for (start, end, style, value, line_start), limit in zip(found, limits, strict=False):
        family, level, _ = STYLES[style]
        begin = end + (level > 0 and text[end : end + 1] == "\n")
        stop = title_end(text, begin, limit)
        name = grammar.normal(text[begin : min(stop, begin + LONGEST)])
        kind = known.get(name, "")
        if not level and kind != "dimension":
            name = ""
        before = text[start - 1 : start] if start else ""
        yield Token(
            start,
            end,
            stop,
            style,
            family,
            level,
            value,
            line_start,
            line_start or start == heading_end,
            before not in _STOPS,
            before,
            kind if level else "",
            name,
            value == 1 and _has_lead_in(text, start, line_start, previous),
            False,
        )
        heading_end = after_stop(text, stop) if level else -1
        previous = start


def _has_lead_in(text: str, start: int, line_start: bool, previous: int) -> bool:
    """Return whether words that belong to no ordinal lead in to the one at `start`, in its line or the line before."""
    line = text.rfind("\n", previous, start) + 1
    if not line_start:
        return previous < line or (previous == 0 and line == 0)
    above = text[previous : max(line - 1, 0)].rstrip("\n")
    above_start = above.rfind("\n") + 1
    lead = above[above_start:]
    return (
        bool(lead)
        and above_start > 0
        and (lead.endswith("：") or (is_heading_shape(lead) and lead[-1] != "。"))
    )


def _headings(document: Document, reading: Reading, grammar: Grammar, taken: set[int]) -> Iterator[Token]:
    levels = _word_levels(document)
    known, labels = grammar.known_titles, _labels(reading.text, grammar)
    for start, end in _lines(reading.text):
        whole = reading.text[start:end]
        if start in taken or len(whole) < 2 or whole in labels:
            continue
        line = document.line_at(reading.offset(start))
        if line.contents:
            continue
        head = title_end(reading.text, start, min(end, start + LONGEST))
        name = grammar.normal(reading.text[start:head])
        kind = known.get(name) or _joint(whole, known, grammar) or _kind(whole, name, line, levels, grammar)
        if kind == "section" and not is_heading_shape(whole):
            kind = ""
        if kind:
            yield Token(start, start, head, "title", "title", 0, None, True, True, heading=kind, name=name)


def _labels(text: str, grammar: Grammar) -> set[str]:
    """Find the lines that say again and again what follows (整改措施：): below dimensions, they are no headings."""
    lines = Counter(line for line in text.split("\n") if line.endswith("：") and label(line[:-1], grammar))
    return {line for line, count in lines.items() if count > 1}


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where every line begins and ends."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _word_levels(document: Document) -> dict[int, str]:
    """Return what the heading styles of a Word document stand for; a lone first heading is the paper's title."""
    used = [line.heading for line in document.lines if line.heading and line.end > line.start]
    ranks = sorted(set(used))
    if len(ranks) > 1 and used.count(ranks[0]) == 1 and used[0] == ranks[0]:
        ranks = ranks[1:]
    return dict(zip(ranks, ("section", "dimension"), strict=False))


def _joint(whole: str, known: Mapping[str, str], grammar: Grammar) -> str:
    """Return `section` for a line that joins the titles of several (原因分析和整改措施)."""
    pieces = grammar.sides(whole) if is_heading_shape(whole) else ()
    joins = len(pieces) > 1 and all(known.get(grammar.normal(piece)) == "section" for piece in pieces)
    return "section" if joins else ""


def _kind(whole: str, name: str, line: Line, levels: dict[int, str], grammar: Grammar) -> str:
    """Judge a line by its shape: styled as a heading, bold, or short and ending in 方面."""
    if not is_heading_shape(whole):
        return ""
    if line.heading in levels:
        return levels[line.heading]
    titled = whole[0] in "（《" or any(word in whole for word in grammar["document-words"])
    if not titled and whole[-1] not in "。：" and _is_near(name, grammar.lexicon.section_titles, grammar):
        return "section"
    if _is_near(name, grammar.lexicon.dimension_titles, grammar):
        return "plain"
    if _names_an_aspect(whole, grammar):
        return "plain"
    return "bold" if line.bold else ""


def _names_an_aspect(whole: str, grammar: Grammar) -> bool:
    """Return whether a line is a heading like 在服务群众方面, and not 主要有以下几个方面."""
    if not whole.rstrip("。：").endswith(grammar["heading-closers"]):
        return False
    if any(word in whole for word in grammar["lead-in-words"]):
        return False
    return whole.startswith(grammar["title-openers"]) or (len(whole) <= LONGEST_ASPECT and "，" not in whole)


def _is_near(name: str, titles: tuple[str, ...], grammar: Grammar) -> bool:
    return len(name) >= 3 and resembles(name, titles, grammar, _NEAR)
