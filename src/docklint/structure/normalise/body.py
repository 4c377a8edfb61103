"""The body of a document as a person reads it.

Understanding works on this reading, so that a blank inside a word, a half-width comma, a traditional character
or a line broken by a PDF is met once, here, and nowhere else. Substitutions are one to one; what a reader
skips is dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docklint.document import Document, Line
from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.structure.normalise.contents import contents
from docklint.structure.normalise.lookalikes import CODE_POINTS
from docklint.structure.normalise.plain import plain
from docklint.structure.normalise.reading import Reading, Substitution, edited, through
from docklint.structure.normalise.wrapping import LEAST_LINES, soft_breaks
from docklint.typed import TYPE_CHECKING, Match
from docklint.values import replace

if TYPE_CHECKING:
    from docklint.structure.normalise.emphasis import Redacted

_CJK = (
    ("\u4e00", "\u9fff"),
    ("\uff01", "\uff60"),
    ("\u3001", "\u301f"),
    ("\u2018", "\u201d"),
    ("\u2460", "\u249b"),
    ("\u3220", "\u3229"),
    ("\u3280", "\u3289"),
)
"""First and last of the characters beside which a blank means nothing. No pattern: it is dear to compile."""
_BLANKS = " \t\u3000\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800"
_LEFT_IN_MARKDOWN = r"\*\*|__|(?<!\*)\*(?=\S)(?=[^*\n]*\S\*(?!\*))|(?<=\S)\*(?!\*)"
"""Signs that may be redactions are left to the rules about these; to structure they mean nothing."""
_LEFT_ELSEWHERE = (
    r"(?m:^)[ \t\u3000]*\*{2,3}"
    r"(?=第[一二三四五六七八九十]+[，、：]|[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]{1,2}[.．、])"
)
"""Half of an emphasis before an ordinal, the other half of which is lost."""
_NARROW = (
    r"(?<![0-9A-Za-z])[,;:!?](?![0-9])|(?<=[0-9])[,;:!?](?![0-9A-Za-z/])|(?<=[^\x00-\x7f\s])[,;:!?]|[()]"
)
_NARROW_STOP = r"(?<=[^\x00-\x24\x26-\x7f\s①-⒛])\.(?=[^!-~]|$)"
FIRST_PLANE = 0x10000
"""Code points; what lies behind them is unusual in any draft."""
_MAY_WIDEN = ",;:!?()"
_WIDE = str.maketrans(_MAY_WIDEN, "，；：！？（）")
_MAY_FOLD = "０１２３４５６７８９．「」『』﹁﹂〔〕﹙﹚﹝﹞"
_FOLDED = str.maketrans(_MAY_FOLD, "0123456789.“”‘’“”（）（）（）")  # 〔1〕 numbers like （1）
_OTHER_BRACKETS = "〈[［【＜<"
_NUMBERED = r"(?m)^([ \t\u3000\u00a0]*)[〈\[［【＜<]([ ]?[一二三四五六七八九十]{1,3}[ ]?)[〉\]］】＞>]"


def read(document: Document, grammar: Grammar | None = None, wrapped: int = LEAST_LINES) -> Reading:
    """Read the body of `document`. `grammar`: what knows traditional characters, and what redactions stand beside.

    `wrapped`: so many lines of one width prove that a page's width broke them.
    """
    has_unusual = _has_unusual(document.text, grammar)
    whole = plain(document, has_unusual, lambda: _redacted(grammar))
    body = list(_body(document.lines) if whole is None else _lines_of(whole, _body(document.lines)))
    text = (document if whole is None else whole).text[: body[-1].end if body else 0]
    text = _fold(text, grammar.lexicon.simplification if grammar and has_unusual else {})
    breaks = list(soft_breaks(text, body, wrapped))
    skipped = [*_skipped(text, document.markdown), *breaks, *contents(text, body)]
    step = edited(text, (Substitution(*each) for each in _merged(skipped)))
    return replace(
        through(whole, step),
        gaps=step.starts[1:],
        plain=whole,
        breaks=tuple(_around(breaks, step)) if breaks else (),
    )


def unwrapped(document: Document, reading: Reading) -> Reading:
    """Return the whole document in ordinary characters, without the line breaks that the reading of its body skips."""
    whole = reading.plain or Reading(document.text, (0,), (0,))
    return through(whole, edited(whole.text, reading.breaks)) if reading.breaks else whole


def _body(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        if line.part not in ("body", "table"):
            return
        yield line


def _lines_of(whole: Reading, body: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of a body where `whole` has them; in one line of the document there may be several."""
    for line in body:
        start, end = whole.index(line.start), whole.index(line.end)
        for content in whole.text[start:end].split("\n"):
            yield line._replace(start=start, end=start + len(content))
            start += len(content) + 1


def _around(breaks: Sequence[tuple[int, int]], step: Reading) -> Iterator[Substitution]:
    """Yield what `step` skips around each of some line breaks."""
    starts = [start for start, _ in breaks]
    for start, end in step.skipped():
        first = bisect_left(starts, start)
        if first < len(starts) and starts[first] < end:
            yield Substitution(start, end)


def _has_unusual(text: str, grammar: Grammar | None) -> bool:
    """Return whether a text may hold traditional characters, or some that look or act like others."""
    if grammar is None:
        return not CODE_POINTS.isdisjoint(_code_points(text))
    points, known = set(_code_points(text)), grammar.once(unusual)
    return bool(points) and (max(points) >= FIRST_PLANE or any(map(known.__getitem__, points)))


def unusual(grammar: Grammar) -> bytes:
    """Return which characters are unusual: a byte for every code point of Unicode's first plane, 1 or else 0."""
    known = bytearray(FIRST_PLANE)
    for point in (*CODE_POINTS, *map(ord, grammar.lexicon.traditional)):
        if point < FIRST_PLANE:
            known[point] = 1
    return bytes(known)


def _redacted(grammar: Grammar | None) -> Redacted:
    # Late, here and below: most drafts have no markup.
    from docklint.structure.normalise.emphasis import Redacted

    if grammar is None:
        return Redacted()
    return Redacted("".join(grammar["redaction-leads"]), "".join(grammar["redaction-heads"]))


def _code_points(text: str) -> memoryview:
    """Return the code points of a text; to look at each of its characters would take half as long again."""
    return memoryview(text.encode("utf-32", "surrogatepass")).cast("I")[1:]  # the first tells the byte order


def _has_any(text: str, signs: str) -> bool:
    """Return whether a text holds one of some signs; a few searches for one are quicker than one for a few."""
    return any(sign in text for sign in signs)


def _fold(text: str, simplified: Mapping[int, int]) -> str:
    if simplified and not simplified.keys().isdisjoint(_code_points(text)):
        text = text.translate(simplified)
    if _has_any(text, _OTHER_BRACKETS):
        text = compiled(_NUMBERED).sub(r"\1（\2）", text)
    if _has_any(text, _MAY_FOLD):
        text = text.translate(_FOLDED)
    if _has_any(text, _MAY_WIDEN):
        text = compiled(_NARROW).sub(lambda match: match[0].translate(_WIDE), text)
    return compiled(_NARROW_STOP).sub("。", text) if "." in text else text


def _skipped(text: str, markdown: bool) -> Iterator[tuple[int, int]]:
    if _has_any(text, _BLANKS):
        for match in compiled(f"[{_BLANKS}]+").finditer(text):
            if _meaningless(text, match):
                yield match.span()
    if markdown:
        yield from _comments(text)
    left = _LEFT_IN_MARKDOWN if markdown else _LEFT_ELSEWHERE if "**" in text else ""
    for match in compiled(left).finditer(text) if left else ():
        yield match.span()


def _comments(text: str) -> Iterator[tuple[int, int]]:
    from docklint.structure.normalise.inline import comment_end

    at = 0
    for match in compiled("<[!！]--").finditer(text):
        end = comment_end(text, match.end())
        if end and match.start() >= at:
            yield match.start(), end
            at = end


def _meaningless(text: str, blanks: Match[str]) -> bool:
    """A blank means something between Latin words or digits only (“1. 5”)."""
    start, end = blanks.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    at_edge = before in ("", "\n") or after in ("", "\n")
    in_ordinal = before.isdecimal() and after == "." and not text[end + 1 : end + 2].isdecimal()
    return at_edge or in_ordinal or _is_chinese(before) or _is_chinese(after)


def _is_chinese(char: str) -> bool:
    return any(first <= char <= last for first, last in _CJK)


def _merged(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges in order, overlapping and touching ones as one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(ranges):
        if last and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last
