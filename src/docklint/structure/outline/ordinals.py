"""The grammar of ordinals: which strings may number a part, and how each style is written (GB/T 9704 7.3.3).

A *style* is one way of writing (（一）, (一), 一是); styles of one *family* continue each other, and a change of
style within a family is at most a matter of taste or punctuation. *Levels* (一、（一）1.（1）) rank by standard;
*enumerations* (一是, 第一, 其一, ①) have no rank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from re import Match
from typing import Literal, NamedTuple

from docklint.patterns import compiled
from docklint.structure.outline import numerals

_STOPS = "、.。，：,:．"


StyleName = Literal[
    "part",
    "chinese",
    "paren",
    "arabic",
    "arabic-paren",
    "arabic-half",
    "circled",
    "is",
    "must",
    "ordinal",
    "ordinal-is",
    "among",
    "issue",
    "word",
    "title",
]
"""The ways of writing an ordinal; `title` is a heading without one."""


class OrdinalStyle(NamedTuple):
    """`family`: what it continues. `level`: rank in GB/T 9704 (1-4), 0 for an enumeration. `write`: 3 → “（三）”."""

    family: str
    level: int
    write: Callable[[int], str]


STYLES: dict[StyleName, OrdinalStyle] = {
    "part": OrdinalStyle("part", 1, lambda n: f"第{numerals.chinese(n)}部分"),
    "chinese": OrdinalStyle("chinese", 1, lambda n: f"{numerals.chinese(n)}、"),
    "paren": OrdinalStyle("paren", 2, lambda n: f"（{numerals.chinese(n)}）"),
    "arabic": OrdinalStyle("arabic", 3, lambda n: f"{n}."),
    "arabic-paren": OrdinalStyle("arabic-paren", 4, lambda n: f"（{n}）"),
    "arabic-half": OrdinalStyle("arabic-paren", 4, lambda n: f"{n}）"),
    "circled": OrdinalStyle("circled", 0, lambda n: chr(0x2460 + n - 1) if n <= 20 else str(n)),
    "is": OrdinalStyle("is", 0, lambda n: f"{numerals.chinese(n)}是"),
    "must": OrdinalStyle("must", 0, lambda n: f"{numerals.chinese(n)}要"),
    "ordinal": OrdinalStyle("ordinal", 0, lambda n: f"第{numerals.chinese(n)}"),
    "ordinal-is": OrdinalStyle("ordinal", 0, lambda n: f"第{numerals.chinese(n)}是"),
    "among": OrdinalStyle("among", 0, lambda n: f"其{numerals.chinese(n)}"),
    "issue": OrdinalStyle("issue", 0, lambda n: f"问题{numerals.chinese(n)}："),
    "word": OrdinalStyle("word", 0, str),
    "title": OrdinalStyle("title", 0, str),
}

# One pattern for all styles: a class of Chinese characters is dear to compile, so each stands here once.
_ORDINAL = compiled(
    rf"(?P<head>第|其|（|问题)?(?:(?P<chinese>[{numerals.CHINESE}]{{1,5}})|(?P<arabic>[0-9]{{1,3}}))"
    rf"(?P<tail>部分[：、，。]?|是|要|）?[{_STOPS}]|）)|(?P<circled>[①-⒛㈠-㈩㊀-㊉])[、.]?"
)
_PLACE = compiled(rf"[\n。；：，！？][”’）》]?(?=[第其（问0-9{numerals.CHINESE}①-⒛㈠-㈩㊀-㊉])")
"""A stop, and whatever closes behind it, before a character that `_ORDINAL` may begin with."""
_FORMS: dict[tuple[str, str, str], StyleName] = {
    ("第", "chinese", "部"): "part",
    ("", "chinese", "是"): "is",
    ("", "chinese", "要"): "must",
    ("第", "chinese", "是"): "ordinal-is",
    **{("第", "chinese", stop): "ordinal" for stop in "，、：。"},
    **{("其", "chinese", stop): "among" for stop in "是，、：。"},
    **{("", "chinese", stop): "chinese" for stop in _STOPS},
    ("（", "chinese", "）"): "paren",
    ("（", "arabic", "）"): "arabic-paren",
    ("", "arabic", "）"): "arabic-half",
    **{("", "arabic", stop): "arabic" for stop in _STOPS},
    **{("问题", kind, stop): "issue" for kind in ("chinese", "arabic") for stop in "：、.。"},
    ("", "circled", ""): "circled",
    ("", "bracketed", ""): "paren",
}
"""The style by what stands before the numeral, its kind, and the first character behind it."""
_LINE_START_ONLY = "，：。:,"
"""After a bare number these end an ordinal only at a line start: “，2：1的比例”, “，十。” are running text."""


class Candidate(NamedTuple):
    """What may be an ordinal. `start`/`end`: its place in the reading; `line_start`: nothing stands before it."""

    start: int
    end: int
    style: StyleName
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
    end = 0
    for start in _places(text):
        if start >= end and (match := _ORDINAL.match(text, start)):
            end = match.end()
            found = _candidate(match)
            if found:
                yield found


def candidate_at(text: str, start: int) -> Candidate | None:
    """Read an ordinal that begins exactly at `start` of `text`, wherever that is."""
    match = _ORDINAL.match(text, start)
    return _candidate(match) if match else None


def _places(text: str) -> Iterator[int]:
    """Yield where an ordinal may stand: at a line start, after a stop, and after one inside quotes or brackets."""
    yield 0
    for match in _PLACE.finditer(text):
        stop = match[0]
        if len(stop) == 1 or stop[0] in "。；！？":
            yield match.end()


def is_place(text: str, start: int) -> bool:
    """Return whether an ordinal may stand at `start`."""
    before = text[start - 1 : start]
    if before in "\n。；：，！？":
        return True
    return before in "”’）》" and text[max(start - 2, 0) : start - 1] in ("。", "；", "！", "？")


def _candidate(match: Match[str]) -> Candidate | None:
    text, start, end = match.string, match.start(), match.end()
    head, chinese, arabic, tail, circled = match.groups("")
    kind = "chinese" if chinese else "arabic" if arabic else "circled"
    kind = "bracketed" if circled in numerals.BRACKETED else kind
    style = _FORMS.get((head, kind, tail[:1]))
    line_start = start == 0 or text[start - 1] == "\n"
    value = numerals.parse(chinese or arabic or circled)
    if style == "arabic-half":
        end = match.start("tail") + 1  # 1） has no stop of its own
    if style is None or value is None or _runs_on(text, end, style):
        return None
    if style in ("chinese", "arabic") and text[end - 1] in _LINE_START_ONLY and not line_start:
        return None
    return Candidate(start, end, style, value, line_start)


def _runs_on(text: str, end: int, style: StyleName) -> bool:
    """Return whether what follows shows that this was no ordinal: 1.5, 一、二、三产业, 一是否, 一要求."""
    following = text[end : end + 1]
    if style == "is":
        return following == "否"
    if style == "must":
        return following != "" and following in "求点素"
    if style == "arabic":
        return following.isdecimal()
    if style == "chinese":
        return _is_list(text, end, "、把级")
    return style == "ordinal" and _is_list(text, end + (following == "第"), "，、：")


def _is_list(text: str, start: int, marks: str) -> bool:
    """Return whether another numeral stands at `start` and one of `marks` behind it."""
    end = start
    while end < len(text) and text[end] in numerals.CHINESE:
        end += 1
    return start < end < len(text) and text[end] in marks


def right_form(style: StyleName, value: int) -> str:
    """Write an ordinal the way the standard (for enumerations: usage) writes it."""
    return STYLES[style].write(value)
