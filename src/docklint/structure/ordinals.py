"""The grammar of ordinals: which strings may number a part, and how each style is written (GB/T 9704 7.3.3).

A *style* is one way of writing (（一）, (一), 一是); styles of one *family* continue each other, and a change of
style within a family is at most a matter of taste or punctuation. *Levels* (一、（一）1.（1）) rank by standard;
*enumerations* (一是, 第一, 其一, ①) have no rank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from re import Match
from typing import NamedTuple

from docklint.patterns import ours
from docklint.structure import numerals

_CN = f"[{numerals.CHINESE}]{{1,5}}"
_STOPS = "、.。，：,:．"


class Style(NamedTuple):
    """`family`: what it continues. `level`: rank in GB/T 9704 (1-4), 0 for an enumeration. `write`: 3 → “（三）”."""

    family: str
    level: int
    write: Callable[[int], str]


STYLES: dict[str, Style] = {
    "part": Style("part", 1, lambda n: f"第{numerals.chinese(n)}部分"),
    "chinese": Style("chinese", 1, lambda n: f"{numerals.chinese(n)}、"),
    "paren": Style("paren", 2, lambda n: f"（{numerals.chinese(n)}）"),
    "arabic": Style("arabic", 3, lambda n: f"{n}."),
    "arabic-paren": Style("arabic-paren", 4, lambda n: f"（{n}）"),
    "arabic-half": Style("arabic-paren", 4, lambda n: f"{n}）"),
    "circled": Style("circled", 0, lambda n: chr(0x2460 + n - 1) if n <= 20 else str(n)),
    "is": Style("is", 0, lambda n: f"{numerals.chinese(n)}是"),
    "must": Style("must", 0, lambda n: f"{numerals.chinese(n)}要"),
    "ordinal": Style("ordinal", 0, lambda n: f"第{numerals.chinese(n)}"),
    "ordinal-is": Style("ordinal", 0, lambda n: f"第{numerals.chinese(n)}是"),
    "among": Style("among", 0, lambda n: f"其{numerals.chinese(n)}"),
    "word": Style("word", 0, str),
    "title": Style("title", 0, str),
}

# Each alternative is one style; the reading has full-width brackets and no blanks beside Chinese. A decimal
# (1.5), a list of numbers (一、二、三产业) and a clock (10：30) are not ordinals: hence the look-aheads.
_SHAPES = (
    ("part", rf"第(?P<part>{_CN})部分[：、，。]?"),
    ("is", rf"(?P<is>{_CN})是(?!否)"),
    ("must", rf"(?P<must>{_CN})要(?![求点素])"),
    ("ordinal-is", rf"第(?P<ordinal_is>{_CN})是"),
    ("ordinal", rf"第(?P<ordinal>{_CN})[，、：。](?!第?[{numerals.CHINESE}]+[，、：])"),
    ("among", rf"其(?P<among>{_CN})(?:是|[，、：。])"),
    ("chinese", rf"(?P<chinese>{_CN})[{_STOPS}](?![{numerals.CHINESE}]+[、把级])"),
    ("paren", rf"（(?P<paren>{_CN})）[{_STOPS}]?"),
    ("arabic-paren", rf"（(?P<arabic_paren>[0-9]{{1,3}})）[{_STOPS}]?"),
    ("arabic-half", r"(?P<arabic_half>[0-9]{1,3})）"),
    ("arabic", rf"(?P<arabic>[0-9]{{1,3}})[{_STOPS}](?![0-9])"),
    ("circled", r"(?P<circled>[①-⑳⑴-⒇⒈-⒛])[、.]?"),
)
# Where an ordinal may stand: at a line start or right after a stop; a closing quote may stand between.
PLACE = r"(?:(?<![^\n。；：，！？])|(?<=[。；！？][”’）》]))"
_CANDIDATE = ours(PLACE + "(?:" + "|".join(shape for _, shape in _SHAPES) + ")")
_HERE = ours("(?:" + "|".join(shape for _, shape in _SHAPES) + ")")
_STYLE_OF = {name.replace("-", "_"): name for name, _ in _SHAPES}
_LINE_START_ONLY = "，：。:,"
"""After a bare number these end an ordinal only at a line start: “，2：1的比例”, “，十。” are running text."""


class Candidate(NamedTuple):
    """What may be an ordinal. `start`/`end`: its place in the reading; `line_start`: nothing stands before it."""

    start: int
    end: int
    style: str
    value: int
    line_start: bool

    @property
    def family(self) -> str:
        """The family of its style."""
        return STYLES[self.style].family

    @property
    def level(self) -> int:
        """Its rank, 0 for an enumeration."""
        return STYLES[self.style].level


def candidates(text: str) -> Iterator[Candidate]:
    """Yield every string of `text` (a reading) that could be an ordinal where it stands."""
    for match in _CANDIDATE.finditer(text):
        start = match.start()
        found = _candidate(match, start == 0 or text[start - 1] == "\n")
        if found:
            yield found


def candidate_at(text: str, start: int) -> Candidate | None:
    """Read an ordinal that begins exactly at `start` of `text`, wherever that is."""
    match = _HERE.match(text, start)
    return _candidate(match, start == 0 or text[start - 1] == "\n") if match else None


def _candidate(match: Match[str], line_start: bool) -> Candidate | None:
    group = match.lastgroup or ""
    value = numerals.parse(match[group])
    style = _STYLE_OF[group]
    loose = style in ("chinese", "arabic") and match[0][-1] in _LINE_START_ONLY
    if value is None or (loose and not line_start):
        return None
    return Candidate(match.start(), match.end(), style, value, line_start)


def right_form(style: str, value: int) -> str:
    """Write an ordinal the way the standard (for enumerations: usage) writes it."""
    return STYLES[style].write(value)
