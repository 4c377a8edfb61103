"""Emphasis: stars and underscores that are markup, told from those that stand for words taken out.

CommonMark's own rules are no help: by them 中共*局党组、*局 is one emphasis, and two redactions would be lost. So a
pair is emphasis only where it can hardly be anything else; in doubt the sign stands for something taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match

from docklint.patterns import compiled
from docklint.profile import Redacted
from docklint.structure.normalise.reading import Edit, Reading, edited, through

_NUMBER = "[一二三四五六七八九十]{1,3}"
ORDINAL = (
    rf"(?:第?{_NUMBER}(?:[、，：.．]|是|要)|第{_NUMBER}部分|其{_NUMBER}[，、是：]?"
    rf"|[（(〈﹝\[【〔](?:{_NUMBER}|[0-9]{{1,2}})[）)〉﹞\]】〕]|[㈠-㈩㊀-㊉①-⒛]|[0-9]{{1,2}}(?:[.．](?![0-9])|[、)）]))"
)
_BLANKS = r"[ \t\u3000\u00a0]*"
_NOT_FIRST = r"(?![\s*_、，。；：！？）”])"
_NOT_LAST = r"(?<![\s（“])"


def emphasis(text: str, markdown: bool, redacted: Redacted) -> Reading | None:
    """Return `text` without the signs of emphasis; None if it has none."""
    reading: Reading | None = None
    for sign, patterns in (_in_markdown(redacted) if markdown else _PASTED).items():
        for pattern in patterns if sign in text else ():
            edits = sorted(_signs(pattern, text))
            if edits:
                reading = through(reading, edited(text, edits))
                text = reading.text
    return reading


def _in_markdown(redacted: Redacted) -> dict[str, Sequence[str]]:
    inner = rf"[^*\n]{{1,100}}?(?<![\s（“，、；{redacted.before}])(?P<last>\*)"
    first = rf"(?P<first>\*)(?![\s*、，。；：！？）”{redacted.behind}])"
    return {
        **_MARKDOWN,
        "*": (
            rf"(?<![\w*])(?P<first>\*){ORDINAL}(?P<last>\*)(?!\*)",
            rf"(?m:^){_BLANKS}{ORDINAL}[ \t]*{first}{inner}(?!\*)",
            rf"(?m)(?:^|(?<=[\s，。；：、（“])){first}{inner}(?=[\s，。；：、！？）”]|$)",
        ),
    }


_MARKDOWN: dict[str, Sequence[str]] = {
    "**": (
        rf"(?<!\*)(?P<first>\*\*\*){_NOT_FIRST}[^*\n]{{1,400}}?{_NOT_LAST}(?P<last>\*\*\*)(?!\*)",
        rf"(?<![*0-9])(?P<first>\*\*)_?{ORDINAL}_?(?P<last>\*\*)(?!\*)",
        r"(?<![*0-9])(?P<first>\*\*)(?![\s*、，。；：！？）”])(?P<within>(?:[^*\n]|\*(?!\*)){1,400}?)(?<![\s（“*、，；])(?P<last>\*\*)(?!\*)",
    ),
    "_": (
        rf"(?<![\w_])(?P<first>__?){ORDINAL}(?P<last>__?)(?!_)",
        rf"(?m:^){_BLANKS}(?P<first>__?)(?={ORDINAL})[^_\n]{{1,200}}?(?<!\s)(?P<last>__?)(?!_)",
        r"(?<!\w)(?P<first>__?)(?![\s_])[^_\n]{1,200}?(?<!\s)(?P<last>__?)(?!\w)",
    ),
}
_OPENS = rf"(?P<first>\*{{2,3}}){_NOT_FIRST}"
_CLOSES = rf"{_NOT_LAST}(?P<last>\*{{2,3}})(?=[ \t\u3000]*(?:[：:。]|(?m:$)))"
_PASTED: dict[str, Sequence[str]] = {
    "**": (
        rf"(?<!\*)(?P<first>\*{{2,3}}){ORDINAL}(?P<last>\*{{2,3}})(?!\*)",
        rf"(?m:^){_BLANKS}(?P<first>\*{{2,3}})(?={ORDINAL})[^*\n]{{1,80}}?{_NOT_LAST}(?P<last>\*{{2,3}})"
        rf"(?=[ \t\u3000]*(?m:$)|[。：；，]|{_NUMBER}是)",
        rf"(?m:^){_BLANKS}(?:[-*+•][ \t]+)?(?:{ORDINAL}[ \t]*)?{_OPENS}[^*\n]{{1,100}}?{_CLOSES}",
        rf"(?<=[。；：！？]){ORDINAL}{_OPENS}[^*\n]{{1,100}}?{_CLOSES}",
        rf"(?<=[。；：！？])(?P<first>\*{{2,3}})(?={ORDINAL})[^*\n]{{1,100}}?{_CLOSES}",
    ),
}
"""In other text a pair is markup only where the first half opens a line or item and the second ends a phrase."""


def _signs(pattern: str, text: str) -> Iterator[Edit]:
    for match in compiled(pattern).finditer(text):
        yield Edit(*match.span("first"))
        yield Edit(*match.span("last"))
        if match.groupdict().get("within"):
            yield from _within(match)


def _within(match: Match[str]) -> Iterator[Edit]:
    """Within strong emphasis a pair of single stars is emphasis, wherever it stands."""
    pairs = compiled(r"(?<!\*)(\*)(?![\s*])[^*\n]*?(?<!\s)(\*)(?!\*)")
    for pair in pairs.finditer(match.string, *match.span("within")):
        yield Edit(*pair.span(1))
        yield Edit(*pair.span(2))
