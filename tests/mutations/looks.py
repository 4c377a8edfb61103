"""The same draft in characters that look or act alike: as PDFs, chat programs and converters leave it.

Nothing new may be found but TXT102, which names such characters once a paper.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from docklint.spans import Span

from . import ordinals
from .edits import Edit
from .mutant import HARMLESS, LOOK, Change, Mutant, Outcome
from .paper import Paper, Part

ODD = ("TXT102",)
SEED = 20231123
DECOMPOSING = (range(0x2F00, 0x2FD6), range(0x2E80, 0x2F00), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
RADICALS = dict(zip("民长见门车风马黄西青页飞鱼鸟齐齿龙", "⺠⻓⻅⻔⻋⻛⻢⻩⻄⻘⻚⻜⻥⻦⻬⻮⻰", strict=True))
"""Simplified characters whose radicals have no decomposition of their own."""

CIRCLES = {"㈠": 0x3220, "㊀": 0x3280}
BRACKETS = ("﹝﹞", "〈〉", "[]", "〔〕", "［］", "【】")
BREAKS = {"VT": "\v", "NEL": "\x85", "U+2028": "\u2028", "U+2029": "\u2029"}
UNSEEN = (
    "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202c", "\u2060", "\u2066", "\u2069", "\u00ad", "\ufeff",
    "\ufe0f", "\ufffc",
)  # fmt: skip
BLANK = ("\u202f", "\u3164", "\u00a0", "\u2003")


def looks(paper: Paper, name: str, edits: Iterable[Edit], *outcomes: Outcome) -> Iterator[Mutant]:
    """Finish a mutant that only looks different, if it does."""
    change = Change(paper, edits)
    if change.text != paper.text:
        yield change.mutant(HARMLESS, f"{LOOK}{name}", paper.parts[0], *outcomes, tolerated=ODD)


@cache
def twins() -> dict[str, str]:
    """Return the characters that have a twin which looks the same, each with the first one."""
    pairs = [(unicodedata.normalize("NFKC", chr(code)), chr(code)) for each in DECOMPOSING for code in each]
    return {
        **{plain: twin for plain, twin in reversed(pairs) if len(plain) == 1 and plain != twin},
        **RADICALS,
    }


def radicals(paper: Paper) -> Iterator[Mutant]:
    """Write twins for ordinary characters: all, some, those of the headings, those of the ordinals."""
    chance = random.Random(f"{SEED} {paper.id}")
    everywhere = Span(0, len(paper.text))
    headings = [part.heading for part in paper.parts if part.kind != "problem"]
    yield from looks(paper, "radicals for all", _twinned(paper, [everywhere]))
    some = [each for each in _twinned(paper, [everywhere]) if chance.random() < 0.1]
    yield from looks(paper, "radicals for some", some)
    yield from looks(paper, "radicals in headings", _twinned(paper, headings))
    yield from looks(paper, "radicals in ordinals", _twinned(paper, [part.marker for part in paper.parts]))


def _twinned(paper: Paper, spans: Iterable[Span]) -> Iterator[Edit]:
    for span in spans:
        for at in range(*span):
            if twin := twins().get(paper.text[at]):
                yield Edit(at, at + 1, twin)


def bracketed(paper: Paper) -> Iterator[Mutant]:
    """Write （一） in one sign or in other brackets throughout."""
    parts = _numbered(paper, "（一）")
    for sign, first in CIRCLES.items():
        few = [part for part in parts if part.ordinal and part.ordinal.value <= 10]
        yield from looks(
            paper, f"（一） as {sign}", (_as(part, chr(first + _value(part) - 1)) for part in few)
        )
    for pair in BRACKETS:
        edits = (_as(part, pair[0] + ordinals.chinese(_value(part)) + pair[1]) for part in parts)
        yield from looks(paper, f"（一） as {pair[0]}一{pair[1]}", edits)


def one_circle(paper: Paper) -> Iterator[Mutant]:
    """Write one （三） as ㈢: no fault but that of a mixed style."""
    for run in paper.sequences():
        if len(run) > 2 and run[0].ordinal and run[0].ordinal.style == "（一）":
            change = Change(paper, [_as(run[2], "㈢")])
            place = change.marker(run[2])
            outcomes: list[Outcome] = [(), *((change.expect(code, place),) for code in ("NUM104", "NUM107"))]
            yield from looks(paper, "one （三） as ㈢", change.edits, *outcomes)


def _numbered(paper: Paper, style: str) -> list[Part]:
    return [part for part in paper.parts if part.ordinal and part.ordinal.style == style]


def _value(part: Part) -> int:
    return part.ordinal.value if part.ordinal else 0


def _as(part: Part, words: str) -> Edit:
    return Edit(*part.marker, words)


def broken_lines(paper: Paper) -> Iterator[Mutant]:
    """Part the lines with other characters: in place of line ends, or a form feed before the first line of a page."""
    ends = [match.start() for match in re.finditer("\n", paper.text)]
    for name, mark in BREAKS.items():
        yield from looks(paper, f"{name} for line ends", (Edit(at, at + 1, mark) for at in ends))
        yield from looks(
            paper, f"{name} for every other line end", (Edit(at, at + 1, mark) for at in ends[::2])
        )
    yield from looks(paper, "form feed for line ends", (Edit(at, at + 1, "\f") for at in ends))
    yield from looks(paper, "form feed before every line", (Edit(at + 1, at + 1, "\f") for at in ends))
    yield from looks(paper, "form feed before pages", (Edit(at + 1, at + 1, "\f") for at in ends[3::4]))


def unseen(paper: Paper) -> Iterator[Mutant]:
    """Put signs nobody sees at line starts, into ordinals, into words."""
    lines = [match.start() for match in re.finditer("(?m)^(?=.)", paper.text)]
    markers = [part.marker.start + 1 for part in paper.parts if part.ordinal]
    words = [match.start() for match in re.finditer("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", paper.text)]
    inside = random.Random(f"{SEED} {paper.id}").sample(words, len(words) // 20)
    for mark in UNSEEN + BLANK:
        yield from looks(paper, "unseen signs at line starts", _put(mark, lines))
    for mark in UNSEEN:
        yield from looks(paper, "unseen signs in ordinals", _put(mark, markers))
        yield from looks(paper, "unseen signs in words", _put(mark, inside))


def _put(mark: str, places: Iterable[int]) -> Iterator[Edit]:
    return (Edit(at, at, mark) for at in places)


LEADERS: dict[str, Callable[[int], str]] = {
    "……": lambda page: f"……{page}",
    "long ……": lambda page: f"{'…' * 12}{page}",
    "......": lambda page: f"{'.' * 20} {page}",
    "a tab": lambda page: f"\t{page}",
    "·····": lambda page: f"{'·' * 9}（{page}）",
}


def contents(paper: Paper) -> Iterator[Mutant]:
    """Type a list of contents after the title or before it, of the sections or of the dimensions too."""
    for name, leader in LEADERS.items():
        for kinds in (("section",), ("section", "dimension")):
            listed = _listed(paper, kinds, leader)
            deep = " with dimensions" if len(kinds) > 1 else ""
            after = paper.titles[-1].end
            yield from looks(
                paper, f"contents after the title{deep}", [Edit(after, after, f"\n目录\n{listed}")]
            )
            if name in ("……", "a tab"):
                edit = Edit(0, 0, f"目　录\n{listed}\n\n")
                yield from looks(paper, f"contents before the title{deep}", [edit])


def _listed(paper: Paper, kinds: tuple[str, ...], leader: Callable[[int], str]) -> str:
    chosen = [part for part in paper.parts if part.kind in kinds]
    return "\n".join(paper.quote(part.heading) + leader(1 + at // 2) for at, part in enumerate(chosen))


def arabic_sections(paper: Paper) -> Iterator[Mutant]:
    """Number the sections 1. or 1、 as converters do, where nothing else bears such numbers."""
    styles = {part.ordinal.style for part in paper.parts if part.ordinal}
    if not styles & {"1.", "1．", "1、"}:
        for style in ("1.", "1、", "1. "):
            edits = (_as(part, style.replace("1", str(_value(part)))) for part in _numbered(paper, "一、"))
            yield from looks(paper, "sections as " + style.rstrip(), edits)


CHANGES = (radicals, bracketed, one_circle, broken_lines, unseen, contents, arabic_sections)
