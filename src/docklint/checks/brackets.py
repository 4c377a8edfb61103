"""Stretches in brackets: which opens where, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.patterns import compiled
from docklint.spans import Range
from docklint.tuples import NamedTuple

PAIRS = {
    "【": "】",
    "［": "］",
    "[": "]",
    "〔": "〕",
    "＜": "＞",
    "<": ">",
    "〈": "〉",
    "«": "»",
    "〖": "〗",
    "{": "}",
}
"""Brackets that a template may put around a field, round ones excepted."""
AROUND = 40
"""So many code points before a bracket are looked at."""

_OPENERS = {close: opener for opener, close in PAIRS.items()}
_SIGNS = r"[【】［］\[\]〔〕＜＞<>〈〉«»〖〗{}\n]"
_NUMBER = "[一二三四五六七八九十]{1,3}"
_ORDINAL = (
    rf"(?:第?{_NUMBER}[、，：.．是要]|其{_NUMBER}[，、]?|[（(](?:{_NUMBER}|[0-9]{{1,2}})[）)]"
    r"|[0-9]{1,2}[.．、)）]|[①-⑳])"
)
_OPENING = r"(?:^|[\n。；;！!？?：:”》】］\]〕）)|])[ \t\u3000>#*+•·-]*"
_OPENS_CLAUSE = rf"{_OPENING}(?:{_ORDINAL}[ \t\u3000]*)?\Z"


class Bracketed(NamedTuple):
    """A stretch of a text with its brackets."""

    text: str
    range: Range

    @property
    def opener(self) -> str:
        """The bracket it begins with."""
        return self.text[self.range.start]

    @property
    def inside(self) -> str:
        """What the brackets hold, without blanks around and without brackets within."""
        return self.text[self.range.start + 1 : self.range.end - 1].strip(" \t\u3000\u00a0{}[]【】")

    @property
    def before(self) -> str:
        """The character before it; empty at the text's start."""
        return self.text[self.range.start - 1 : self.range.start] if self.range.start else ""

    @property
    def behind(self) -> str:
        """The rest of its line, or as much of that as matters, without blanks in front."""
        return (
            self.text[self.range.end : self.range.end + AROUND].partition("\n")[0].lstrip(" \t\u3000\u00a0*_")
        )

    @property
    def in_title(self) -> bool:
        """Whether it stands within 《》."""
        before = self.text[max(0, self.range.start - AROUND) : self.range.start].rpartition("\n")[2]
        return before.rfind("《") > before.rfind("》")

    @property
    def opens_clause(self) -> bool:
        """Whether a line, an item or a sentence begins with it."""
        before = self.text[max(0, self.range.start - AROUND) : self.range.start]
        return compiled(_OPENS_CLAUSE).search(before) is not None


def bracketed(text: str) -> Iterator[Bracketed]:
    """Yield the stretches in brackets, in order, and of those that lie in one another the outermost; none is longer
    than a line.

    A bracket without its partner is none.
    """
    pending: list[tuple[str, int]] = []
    found: list[Range] = []
    for match in compiled(_SIGNS).finditer(text):
        sign, at = match[0], match.start()
        if sign == "\n":
            yield from (Bracketed(text, each) for each in found)
            pending, found = [], []
        elif sign in PAIRS:
            pending.append((sign, at))
        elif any(opener == _OPENERS[sign] for opener, _ in pending[-AROUND:]):
            while (last := pending.pop())[0] != _OPENERS[sign]:
                pass
            while found and found[-1].start > last[1]:
                found.pop()
            found.append(Range(last[1], at + 1))
    yield from (Bracketed(text, each) for each in found)
