"""A folder of forty papers of which is known who shares what with whom; the same one for the same seed.

The texts are those of the labelled set (`tests/correspondence`): invented units, sixty hands' worth of sentences, none of
which stands in two of them. Copies replace sentences by such of papers that stand nowhere else in the folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.correspondence.sample import load

REPLACED = (0.2, 0.4, 0.6, 0.8)
"""Parts of the sentences that copies replace."""
EACH = 3
"""Copies of each degree, papers with a borrowed example, papers of last year under a new title."""
SYNONYMS = (
    ("不够", "欠缺"),
    ("深入", "扎实"),
    ("开展", "组织"),
    ("落实", "执行"),
    ("加强", "强化"),
    ("群众", "百姓"),
    ("问题", "毛病"),
)
FOREIGN = ("清浦县水利局", "云桥市档案馆", "白石区民政局", "望江县林业局")
"""Units whose names are left in papers of others."""
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?|\n")
_MARKER = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+[.．、]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，|其[一二三四]，"
    r"|首先，|其次，|再次，|最后，|比如，|例如，|再如，|比如：|例如：)+"
)
_KEPT = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）[^。]*方面。")
"""Headings that the notice lays down."""


class Shared(NamedTuple):
    """Two papers, by their names in the folder, and which part of the sentences they still share."""

    paper: str
    source: str
    part: float
    how: str


class Folder(NamedTuple):
    """`papers`, `past`: texts by file name. `pairs`: who shares text; `examples`: paper, source and the example;
    `foreign`: the unit whose name was left in, by file name.
    """

    papers: dict[str, str]
    past: dict[str, str]
    pairs: tuple[Shared, ...]
    examples: tuple[tuple[str, str, str], ...]
    foreign: dict[str, str]

    def write(self, place: Path) -> tuple[Path, Path]:
        """Write both folders; return this year's and last year's."""
        for name, texts in (("今年", self.papers), ("去年", self.past)):
            (place / name).mkdir()
            for file, text in texts.items():
                (place / name / file).write_text(text, "utf-8")
        return place / "今年", place / "去年"


def made(seed: int) -> Folder:
    """Make the folder."""
    return _FolderMaker(Random(seed)).folder()


class _FolderMaker:
    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._sources = [sample.text for sample in load()]
        chance.shuffle(self._sources)
        self._originals = [self._sources.pop() for _ in range(18)]
        # Who borrows an example has one to give for it: the first of these do.
        self._sources.sort(key=lambda text: any(_examples(text)))
        self._others = [self._sources.pop() for _ in range(2 * EACH + 5)]
        self._spare = [
            sentence
            for text in self._sources
            for sentence in _sentences(text)
            if not _MARKER.match(sentence) and len(sentence) > 12
        ]
        chance.shuffle(self._spare)
        self._papers: dict[str, str] = {}
        self._past: dict[str, str] = {}
        self._pairs: list[Shared] = []
        self._examples: list[tuple[str, str, str]] = []

    def folder(self) -> Folder:
        names = [self._put(text) for text in self._originals]
        lenders = [name for name in reversed(names) if any(_examples(self._papers[name]))]
        bases = iter(zip(names, self._originals, strict=True))
        for part in REPLACED:
            for _ in range(EACH):
                name, text = next(bases)
                self._copy(self._replaced(text, part), name, round(1 - part, 2), "replaced")
        for _ in range(2):
            name, text = next(bases)
            self._copy(_with_synonyms(text), name, 0.7, "synonyms")
            name, text = next(bases)
            self._copy(self._reordered(text), name, 1.0, "reordered")
        for at in range(EACH):
            self._borrow(self._others[at], lenders[at])
        for at in range(EACH):
            self._again(self._others[EACH + at], f"去年{at + 1}.txt")
        for at, text in enumerate(self._others[2 * EACH :], EACH + 1):
            self._past[f"去年{at}.txt"] = text
        return self._mixed()

    def _put(self, text: str) -> str:
        name = f"材料{len(self._papers) + 1:02}.txt"
        self._papers[name] = text
        return name

    def _copy(self, text: str, source: str, part: float, how: str) -> None:
        self._pairs.append(Shared(self._put(text), source, part, how))

    def _replaced(self, text: str, part: float) -> str:
        """Replace sentences, by chance, up to that part of the text; numbers, markers and headings laid down stay."""
        pieces = _sentences(text, all_of_it=True)
        open_to = [at for at, piece in enumerate(pieces) if piece != "\n" and not _KEPT.match(piece)]
        left = part * sum(len(pieces[at]) for at in open_to)
        for at in self._chance.sample(open_to, len(open_to)):
            if len(pieces[at]) > 2 * left:
                continue
            left -= len(pieces[at])
            marker = _MARKER.match(pieces[at])
            pieces[at] = (marker[0] if marker else "") + self._spare.pop()
        return "".join(pieces)

    def _reordered(self, text: str) -> str:
        """Give what stands below the dimensions, the causes or the measures another order; their headings stay."""
        lines = text.split("\n")
        places = [at for at, line in enumerate(lines) if re.match("（[一二三四五六]）", line)]
        heads = [(_KEPT.match(lines[at]) or re.match("（.）", lines[at]))[0] for at in places]  # type: ignore[index]
        bodies = [lines[at][len(head) :] for at, head in zip(places, heads, strict=True)]
        for at, head, body in zip(places, heads, bodies[1:] + bodies[:1], strict=True):
            lines[at] = head + body
        return "\n".join(lines)

    def _borrow(self, text: str, source: str) -> None:
        """Tell an example of another paper."""
        own, theirs = (_example(each) for each in (text, self._papers[source]))
        self._examples.append((self._put(text.replace(own, theirs)), source, theirs))

    def _again(self, text: str, source: str) -> None:
        """Hand in last year's paper under a new title."""
        self._past[source] = text
        title, rest = text.split("\n", 1)
        name = self._put(f"关于对照检查情况的报告（{title[:4]}）\n{rest}")
        self._pairs.append(Shared(name, source, 1.0, "past"))

    def _mixed(self) -> Folder:
        """Leave other units' names in eight papers, and give all papers names that do not tell their order."""
        names = list(self._papers)
        foreign = dict(zip(self._chance.sample(names, 8), FOREIGN * 2, strict=True))
        for name, unit in foreign.items():
            self._papers[name] += f"以上是{unit}班子对照检查材料，不到之处，恳请批评指正。\n"
        new = dict(zip(names, self._chance.sample(names, len(names)), strict=True))
        return Folder(
            papers={new[name]: self._papers[name] for name in sorted(names, key=new.__getitem__)},
            past=self._past,
            pairs=tuple(
                each._replace(paper=new[each.paper], source=new.get(each.source, each.source))
                for each in self._pairs
            ),
            examples=tuple((new[paper], new[source], told) for paper, source, told in self._examples),
            foreign={new[name]: unit for name, unit in foreign.items()},
        )


def _sentences(text: str, all_of_it: bool = False) -> list[str]:
    return [piece for piece in _SENTENCE.findall(text) if all_of_it or piece != "\n"]


def _with_synonyms(text: str) -> str:
    for word, other in SYNONYMS:
        text = text.replace(word, other)
    return text


def _example(text: str) -> str:
    """Return the longest example of a paper, without its marker."""
    return max(_examples(text), key=len)


def _examples(text: str) -> Iterator[str]:
    # What the measures promise has dates as well.
    problems = text.split("\n二、")[0]
    return (found[1] for found in re.finditer(r"(?:比如|例如|再如)[，：]([^。\n]{16,}。)", problems))
