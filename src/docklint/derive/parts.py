"""Of which parts a notice says that papers consist: in one sentence, on lines of their own, or by verbs alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docklint.derive.line_lists import runs
from docklint.derive.names import SHORTEST_NAME, clean
from docklint.derive.reading import Notice
from docklint.derive.roles import audience_of, role_of
from docklint.patterns import alternatives, compiled
from docklint.spans import Range

LONGEST = 26
"""Code points of what may name a part."""
NAMES_PAPER, NAMES_SHAPE = 3, 2
_SEPARATORS = (
    r"[、，；：。→＋+/]|—+|-+|“|”|（[一二三四五六七八九1-9]）|[①-⑳]|(?<![0-9])[1-9][.．]"
    "|[一二三四五六七八九]是|第[一二三四五六](?:个?部分|[块段层]|个板块)"
)


class NamedPart(NamedTuple):
    """A part: its role (None: one that no profile knows), the notice's words for it, and whether all must have it."""

    role: str | None
    words: Range
    required: bool


class PartsList(NamedTuple):
    """The parts that one place lists, and what speaks for it."""

    parts: tuple[NamedPart, ...]
    place: Range
    weight: int
    audience: str | None


def parts_lists(notice: Notice, dimensions: Iterable[Range] = ()) -> list[PartsList]:
    """Return the lists of parts, the weightiest first. `dimensions`: names that are none, whatever they hold."""
    taken = frozenset(at for name in dimensions for at in range(*name))
    found = [*_in_sentences(notice, taken), *_on_lines(notice)]
    return sorted(found, key=lambda each: (-each.weight, each.place.start))


def conditional_parts(notice: Notice, audience: str = "") -> list[NamedPart]:
    """Return the parts that only some of an audience must write, or that may be left out, wherever the notice says so."""
    found: dict[str, NamedPart] = {}
    for sentence in _sentences(notice):
        if audience and _audience(notice, sentence) not in (None, audience):
            continue
        for clause in _groups(notice, sentence):
            if not notice.says("notice-conditional", notice.words(clause)):
                continue
            for part in _pieces(notice, clause):
                if part.role and part.role != "problems" and not part.required:
                    found.setdefault(part.role, part)
    return list(found.values())


def under_each(notice: Notice) -> Range | None:
    """Return where a notice says that each dimension has problems, causes and measures of its own."""
    match = notice.pattern("notice-under-each").search(notice.text)
    return Range(*match.span()) if match else None


def _sentences(notice: Notice) -> Iterator[Range]:
    for line in notice.lines:
        start = line.start
        for at in range(line.start, line.end + 1):
            if at == line.end or notice.text[at] in "。！？":
                if at > start:
                    yield Range(start, at)
                start = at + 1


def _groups(notice: Notice, sentence: Range) -> Iterator[Range]:
    """Yield what a sentence says between its semicolons."""
    start = sentence.start
    for at in range(sentence.start, sentence.end + 1):
        if at == sentence.end or notice.text[at] == "；":
            yield Range(start, at)
            start = at + 1


def _in_sentences(notice: Notice, taken: frozenset[int]) -> Iterator[PartsList]:
    for at, sentence in enumerate(sentences := list(_sentences(notice))):
        words = notice.words(sentence)
        parts = list(_distinct(p for p in _pieces(notice, sentence) if taken.isdisjoint(range(*p.words))))
        required = [part for part in parts if part.required]
        roles = {part.role for part in required} - {None}
        if len(roles) < 2 or ("problems" not in roles and "case-analysis" not in roles):
            continue
        if not roles & {"causes", "measures"}:
            continue
        paper = notice.says("notice-paper-words", words)
        if not paper:
            before = notice.words(sentences[at - 1]) if at else ""
            heading = notice.heading(sentence.start).split("\n")[0]
            paper = notice.says("notice-paper-words", heading) or (
                len(before) <= LONGEST and notice.says("notice-paper-words", before)
            )
        shape = notice.says("notice-part-shapes", words)
        other = notice.says("notice-part-others", words)
        total = NAMES_PAPER * paper + NAMES_SHAPE * shape + len(roles) - 4 * (other and not paper)
        if not paper and len(roles) < 3:
            continue
        if total >= 3:
            yield PartsList(tuple(parts), sentence, total, _audience(notice, sentence))


def _audience(notice: Notice, sentence: Range) -> str | None:
    words = notice.words(sentence)
    clause = words.split("，")[0].split("：")[0]
    paragraph = notice.paragraph(sentence.start)
    head = notice.text[paragraph.start : paragraph.start + 24]
    return audience_of(notice, clause, words, head, *notice.heading(sentence.start).split("\n"))


def _on_lines(notice: Notice) -> Iterator[PartsList]:
    for run in runs(notice):
        lines = [notice.lines[item.line] for item in run]
        named = [(item, _of_line(notice, item.start, line)) for item, line in zip(run, lines, strict=True)]
        roles = [part.role for _, part in named if part]
        known = [role for role in roles if role]
        if len(set(known)) < 2 or "problems" not in known or len(known) * 4 < len(run) * 3:
            continue
        if not set(known) & {"causes", "measures"}:
            continue
        announcement = notice.words(notice.lines[run[0].line - 1]) if run[0].line else ""
        heading = notice.heading(lines[0].start)
        paper = notice.says("notice-paper-words", announcement) or notice.says("notice-paper-words", heading)
        place = Range(lines[0].start, lines[-1].end)
        whose = audience_of(notice, announcement, *heading.split("\n"))
        yield PartsList(
            tuple(_distinct(part for _, part in named if part)),
            place,
            NAMES_PAPER * paper + 1 + len(known),
            whose,
        )


def _of_line(notice: Notice, start: int, line: Range) -> NamedPart | None:
    stop = min((at for at in range(start, line.end) if notice.text[at] in "。；：，（"), default=line.end)
    words = _bare(notice, Range(start, stop))
    if words.end - words.start > LONGEST or words.end <= words.start:
        return None
    conditional = notice.says("notice-conditional", notice.text[line.start : line.end])
    return NamedPart(role_of(notice, notice.words(words)), words, not conditional)


def _distinct(parts: Iterable[NamedPart]) -> Iterator[NamedPart]:
    seen: set[str] = set()
    for part in parts:
        if part.role and part.role not in seen:
            seen.add(part.role)
            yield part


def _pieces(notice: Notice, sentence: Range) -> Iterator[NamedPart]:
    """Yield what a sentence names as parts, in order."""
    start, text = sentence.start, notice.text
    cuts = [m.span() for m in compiled(_SEPARATORS).finditer(text, *sentence)]
    for first, following in [*cuts, (sentence.end, sentence.end)]:
        for piece in _halves(notice, Range(start, first)):
            words = _bare(notice, piece)
            role = role_of(notice, notice.words(words)) if 0 < words.end - words.start <= LONGEST else None
            if role:
                yield NamedPart(role, words, not _is_conditional(notice, piece, sentence))
        start = following


def _is_conditional(notice: Notice, piece: Range, sentence: Range) -> bool:
    """Return whether the clauses around a part let it be left out."""
    text = notice.text
    start = max((text.rfind(stop, sentence.start, piece.start) for stop in "；。：、"), default=-1)
    start = max(start + 1, sentence.start)
    end = min(
        (at for stop in "，；" if (at := text.find(stop, piece.end, sentence.end)) >= 0), default=sentence.end
    )
    clause_start = max(text.rfind("，", sentence.start, piece.start) + 1, start)
    own = text[clause_start:end]
    before = text[start:clause_start]
    lists = before.count("、")
    return notice.says("notice-conditional", own) or (
        not lists and notice.says("notice-conditional", before[-30:])
    )


def _halves(notice: Notice, piece: Range) -> list[Range]:
    """Part a piece where both halves name parts of different roles (问题和原因分析), not 努力方向和整改措施."""
    for joint in compiled("以及|和|及|与|并|再写|后写|最后写|接着写").finditer(notice.text, *piece):
        halves = [Range(piece.start, joint.start()), Range(joint.end(), piece.end)]
        roles = [role_of(notice, notice.words(_bare(notice, half))) for half in halves]
        if all(roles) and roles[0] != roles[1]:
            return [*_halves(notice, halves[0]), *_halves(notice, halves[1])]
    return [piece]


def _bare(notice: Notice, piece: Range) -> Range:
    """Drop what leads to the name of a part (先写, 第一部分, 包括) and what follows it (三个部分)."""
    start = _behind_leads(notice, piece)
    text, end = notice.text, piece.end
    tail = compiled(f"(?:{alternatives(notice.grammar['notice-part-ends'])})$").search(text, start, end)
    if tail and tail.start() - start >= SHORTEST_NAME and tail.end() > tail.start():
        end = tail.start()
    stripped = clean(notice, Range(start, end))
    # “的问题” is no end of a part's name, but its name.
    whole = stripped.end < end and text[end - 1] not in "等、，方"
    return Range(stripped.start, end) if whole else stripped


def _behind_leads(notice: Notice, piece: Range) -> int:
    """Find where the name begins: behind the last lead whose rest still names the part."""
    start, end = piece
    text, role = notice.text, role_of(notice, notice.words(piece))
    for match in compiled(f"(?:{alternatives(notice.grammar['notice-part-leads'])})+").finditer(text, *piece):
        rest = role_of(notice, text[match.end() : end]) if end - match.end() >= SHORTEST_NAME else None
        if rest is None:
            continue
        begins = match.start() == start
        whole_word = rest == role and (len(match[0]) > 1 or text[match.start() - 1] in "料纲稿面")
        if begins or whole_word:
            start = match.end()
    return start
