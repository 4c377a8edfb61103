"""What may name a part of a paper in a sentence of a notice: pieces between separators, without what leads to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.derive.names import SHORTEST_NAME, clean
from docklint.derive.reading import Notice
from docklint.derive.roles import audience_of, role_of
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.tuples import NamedTuple

LONGEST = 26
"""Code points of what may name a part."""
LONGEST_SENTENCE = 900
"""So much of a sentence is looked at: each of its parts is read with what stands around it."""
JOINED = "和"
"""Stands for the sign between two pieces that a word joins."""


class NamedPart(NamedTuple):
    """A part: its role (None: one that no profile knows), the notice's words for it, and whether all must have it."""

    role: str | None
    words: Range
    required: bool


class PartPiece(NamedTuple):
    """What a sentence says between two separators.

    `whole`: all of it. `before`, `behind`: the signs around it. `words`: what of it may name a part, of which `role`.
    """

    whole: Range
    before: str
    behind: str
    words: Range
    role: str | None


def sentences(notice: Notice) -> Iterator[Range]:
    """Yield the sentences of a notice; questions of one line are one, and of a long one only its beginning is read."""
    for line in notice.lines:
        start = line.start
        for at in range(line.start, line.end + 1):
            if at == line.end or notice.text[at] in "。！":
                if at > start:
                    yield Range(start, min(at, start + LONGEST_SENTENCE))
                start = at + 1


def groups(notice: Notice, sentence: Range) -> Iterator[Range]:
    """Yield what a sentence says between its semicolons."""
    start = sentence.start
    for at in range(sentence.start, sentence.end + 1):
        if at == sentence.end or notice.text[at] == "；":
            yield Range(start, at)
            start = at + 1


def audience_in(notice: Notice, sentence: Range) -> str | None:
    words = notice.words(sentence)
    if notice.says("notice-both", words):
        return None
    clause = words.split("，")[0].split("：")[0]
    paragraph = notice.paragraph(sentence.start)
    head = notice.text[paragraph.start : min(paragraph.start + 24, sentence.start)]
    return audience_of(notice, clause, words, head, *notice.heading(sentence.start).split("\n"))


def distinct(parts: Iterable[NamedPart]) -> Iterator[NamedPart]:
    """Take each role once; of one that is named again before any other, the last (查摆问题，材料写存在的问题、…)."""
    found: dict[str, NamedPart] = {}
    for part in parts:
        if part.role and (part.role not in found or [*found] == [part.role]):
            found[part.role] = part
    yield from found.values()


def as_measures(parts: list[NamedPart]) -> list[NamedPart]:
    """Take what is put right (整改落实) for this year's measures if it follows the problems and no others are named."""
    roles = [part.role for part in parts]
    if "measures" in roles or "problems" not in roles:
        return parts
    behind = roles.index("problems")
    return [
        part._replace(role="measures") if part.role == "rectification" and at > behind else part
        for at, part in enumerate(parts)
    ]


def without_weak(notice: Notice, parts: list[NamedPart]) -> list[NamedPart]:
    """Drop what only says that problems are looked for (…等方面检视) if problems are named further on."""
    strong = [at for at, part in enumerate(parts) if part.role == "problems" and _has_noun(notice, part)]
    last = max(strong, default=-1)
    return [
        part
        for at, part in enumerate(parts)
        if part.role != "problems" or at >= last or _has_noun(notice, part)
    ]


def _has_noun(notice: Notice, part: NamedPart) -> bool:
    return notice.says("notice-lack-nouns", notice.words(part.words))


def named_parts(notice: Notice, sentence: Range, taken: frozenset[int] = frozenset()) -> Iterator[NamedPart]:
    """Yield what a sentence names as parts, in order; what stands at places that are taken names none."""
    for piece in pieces_of(notice, sentence, taken):
        if piece.role:
            yield NamedPart(piece.role, piece.words, not is_conditional(notice, piece.whole, sentence))


def pieces_of(notice: Notice, sentence: Range, taken: frozenset[int] = frozenset()) -> Iterator[PartPiece]:
    """Yield all that a sentence says between its separators, in order, without what is taken."""
    start, text, sign = sentence.start, notice.text, ""
    cuts = [m.span() for m in notice.pattern("notice-part-separators").finditer(text, *sentence)]
    for first, following in [*cuts, (sentence.end, sentence.end)]:
        behind = _behind_taken(notice, Range(start, first), taken)
        halves = _halves(notice, Range(behind, first))
        for at, piece in enumerate(halves):
            words = _of_long(notice, bare_part(notice, piece))
            known = 0 < words.end - words.start <= LONGEST and not is_left_out(notice, piece)
            role = role_of(notice, notice.words(words)) if known else None
            joined = JOINED if at < len(halves) - 1 else text[first:following]
            yield PartPiece(piece, "" if behind > start else sign, joined, words, role)
            sign = joined
        start = following


def _of_long(notice: Notice, words: Range) -> Range:
    """Return the end of many words, if that names a part (联系近年来查处的反面典型案例开展剖析)."""
    if words.end - words.start <= LONGEST:
        return words
    named = notice.pattern("notice-long-parts").search(notice.text, *words)
    return Range(*named.span()) if named else words


def is_left_out(notice: Notice, piece: Range) -> bool:
    """Return whether what follows in the clause leaves a part out, perhaps with others (“…”“…”这两部分不要)."""
    behind = notice.text[piece.end : notice.at_stop("，。；：！？", piece.end)]
    return len(behind) <= 2 * LONGEST and notice.says("notice-left-out-behind", behind)


def _behind_taken(notice: Notice, piece: Range, taken: frozenset[int]) -> int:
    """Return where a piece goes on behind what is taken; its beginning if a part is named before (问题从思想…)."""
    places = [at for at in range(*piece) if at in taken]
    if not places or role_of(notice, notice.words(Range(piece.start, places[0]))):
        return piece.start
    return places[-1] + 1


def is_conditional(notice: Notice, piece: Range, sentence: Range) -> bool:
    """Return whether the clauses around a part let it be left out."""
    text = notice.text
    start = max((text.rfind(stop, sentence.start, piece.start) for stop in "；。：、"), default=-1)
    start = max(start + 1, sentence.start)
    end = min(
        (at for stop in "，；" if (at := text.find(stop, piece.end, sentence.end)) >= 0), default=sentence.end
    )
    clause_start = max(text.rfind("，", sentence.start, piece.start) + 1, start)
    own = text[clause_start : end + 1]
    before = text[start:clause_start]
    stop = max((text.rfind(sign, sentence.start, piece.start) for sign in "；。："), default=-1)
    group = text[max(stop + 1, sentence.start) : clause_start]
    behind = text[piece.end : min(piece.end + LONGEST, sentence.end)]
    return (
        notice.says("notice-conditional", own)
        or notice.says("notice-for-some-behind", behind)
        or ("、" not in before and notice.says("notice-conditional", before[-30:]))
        or notice.says("notice-for-some", group)
    )


def _halves(notice: Notice, piece: Range) -> list[Range]:
    """Part a piece where both halves name parts of different roles (问题和原因分析), not 努力方向和整改措施."""
    for joint in notice.pattern("notice-part-joints").finditer(notice.text, *piece):
        halves = [Range(piece.start, joint.start()), Range(joint.end(), piece.end)]
        roles = [role_of(notice, notice.words(bare_part(notice, half))) for half in halves]
        # A part of its own may have the role of the one before it (整改措施以及明年工作安排).
        own = joint[0] in notice.grammar["notice-strong-joints"] and notice.says(
            "notice-own-parts", notice.words(halves[1])
        )
        if (all(roles) and roles[0] != roles[1]) or (roles[0] and own):
            return [*_halves(notice, halves[0]), *_halves(notice, halves[1])]
    return [piece]


def bare_part(notice: Notice, piece: Range) -> Range:
    """Drop what leads to the name of a part (先写, 第一部分, 包括) and what follows it (三个部分)."""
    start = _behind_leads(notice, piece)
    text, end = notice.text, piece.end
    tail = compiled(f"(?:{alternatives(notice.grammar['notice-part-ends'])})$").search(text, start, end)
    if tail and tail.start() - start >= SHORTEST_NAME and tail.end() > tail.start():
        end = tail.start()
    bare, whole = (role_of(notice, text[start:at]) for at in (end, piece.end))
    if whole and (bare is None or whole == "personal"):
        end = piece.end  # its end is what names it (有关情况作出说明)
    stripped = clean(notice, Range(start, end))
    # “的问题” is no end of a part's name, but its name.
    kept = stripped.end < end and text[end - 1] not in ("、", "，", *notice.grammar["notice-loose-ends"])
    return Range(stripped.start, end) if kept else stripped


def _behind_leads(notice: Notice, piece: Range) -> int:
    """Find where the name begins: behind the last lead whose rest still names the part."""
    start, end = piece
    text, role = notice.text, role_of(notice, notice.words(piece))
    for match in compiled(f"(?:{alternatives(notice.grammar['notice-part-leads'])})+").finditer(text, *piece):
        rest = role_of(notice, text[match.end() : end]) if end - match.end() >= SHORTEST_NAME else None
        if rest is None:
            continue
        begins = match.start() == start and rest == role
        behind = text[match.start() - 1]
        whole_word = rest == role and (
            behind in notice.grammar["notice-paper-ends"]
            or (len(match[0]) > 1 and behind not in notice.grammar["notice-part-inner"])
        )
        if begins or whole_word:
            start = match.end()
    return start
