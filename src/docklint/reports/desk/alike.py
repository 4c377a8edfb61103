"""What is told of likeness: the JSON of `docklint alike`, of which the other formats are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from docklint.errors import DraftError
from docklint.likeness.examples import SharedExamples
from docklint.likeness.folder import FolderLikeness, Pair
from docklint.likeness.passages import Passage, PassageFinder
from docklint.likeness.wording import OwnPaper
from docklint.reports.encoding import encode
from docklint.reports.imprint import tool
from docklint.reports.json import SCHEMA_VERSION
from docklint.reports.location import Locator
from docklint.results import Skipped
from docklint.spans import Span
from docklint.texts import Texts
from docklint.values import Value

AlikeEntry = Mapping[str, Any]
"""The whole JSON, or one element of its lists."""


class AlikeResult(Value):
    """What came of a run. `failed`: files that could not be read; `skipped`: what a folder holds beside papers."""

    likeness: FolderLikeness
    examples: SharedExamples
    failed: Sequence[tuple[str, DraftError]] = ()
    skipped: Sequence[Skipped] = ()


def entries(result: AlikeResult, texts: Texts) -> dict[str, Any]:
    """Return the contract's `alike`."""
    likeness, telling = result.likeness, _Telling(result.likeness)
    listed, told = len(likeness.pairs), len(result.examples.found)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(),
        "threshold": likeness.threshold,
        "sampled": likeness.step,
        "papers": [telling.paper(at) for at in range(len(likeness.papers))],
        "pairs": [telling.pair(pair) for pair in likeness.pairs],
        "examples": [telling.example(group) for group in result.examples.found],
        "failed": [
            {"path": path, "error": {"code": error.code, "message": error.text.told_in(texts)}}
            for path, error in result.failed
        ],
        "skipped": [{"path": each.path, "reason": each.reason.told_in(texts)} for each in result.skipped],
        "truncated": {"pairs": likeness.count - listed, "examples": result.examples.count - told},
    }


def json(report: AlikeEntry) -> Iterator[str]:
    """Yield the JSON, a pair, paper or example a line."""
    lists = ("papers", "pairs", "examples", "failed", "skipped")
    told = (
        f"{encode(key)}: {lines(value) if key in lists else encode(value)}" for key, value in report.items()
    )
    yield "{" + ", ".join(told) + "}\n"


def lines(items: Iterable[AlikeEntry]) -> str:
    told = ",\n".join(map(encode, items))
    return f"[\n{told}\n]" if told else "[]"


class _Telling:
    """Papers, pairs and examples in the words of the contract; lines and columns of a document are found once."""

    def __init__(self, likeness: FolderLikeness) -> None:
        self._likeness = likeness
        self._papers = likeness.papers
        self._passages = PassageFinder(likeness.shared_by_many, likeness.step)
        self._locator = cache(lambda at: Locator(self._papers[at].document))

    def paper(self, at: int) -> dict[str, Any]:
        paper = self._papers[at]
        return {
            **self._file(at),
            "past": paper.past,
            "meeting": paper.meeting,
            "characters": paper.size,
            "official": {source: paper.taken.get(source, 0) for source in ("profile", "notice", "phrases")},
            "common": self._likeness.common[at],
            "measured": self._likeness.measured[at],
        }

    def pair(self, pair: Pair) -> dict[str, Any]:
        here, there = self._papers[pair.first], self._papers[pair.second]
        found = self._passages.between(here, there)
        return {
            "files": [self._file(pair.first), self._file(pair.second)],
            "past": there.past,
            "score": pair.score,
            "identical": pair.identical,
            "characters": sum(each.characters for each in found),
            "passages": [self._passage(pair, each) for each in found],
        }

    def example(self, group: Sequence[Any]) -> dict[str, Any]:
        files = [
            {
                **self._file(told.paper),
                "location": self._location(told.paper, told.example.span, told.example.path),
            }
            for told in group
        ]
        return {"files": files, "quote": files[0]["location"]["quote"]}

    def _file(self, at: int) -> dict[str, Any]:
        paper: OwnPaper = self._papers[at]
        return {"path": paper.path, "paper": paper.number}

    def _passage(self, pair: Pair, passage: Passage) -> dict[str, Any]:
        return {
            "characters": passage.characters,
            "locations": [
                self._location(pair.first, passage.here, passage.path_here),
                self._location(pair.second, passage.there, passage.path_there),
            ],
            "same": [_offsets(passage.same_here), _offsets(passage.same_there)],
        }

    def _location(self, at: int, span: Span, path: tuple[str, ...]) -> dict[str, Any]:
        return self._locator(at).location(span, path)


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def beside_pairs(report: AlikeEntry) -> list[AlikeEntry]:
    """Return the examples that papers share which are no listed pair: in copies every example is shared."""
    leads: dict[Any, Any] = {}
    for pair in report["pairs"]:
        one, other = (_root(leads, (file["path"], file["paper"])) for file in pair["files"])
        leads[other] = one
    return [
        each
        for each in report["examples"]
        if len({_root(leads, (file["path"], file["paper"])) for file in each["files"]}) > 1
    ]


def _root(leads: dict[Any, Any], paper: Any) -> Any:
    """Return the paper that stands for all that listed pairs lead to from this one."""
    while (lead := leads.get(paper, paper)) != paper:
        leads[paper] = leads.get(lead, lead)
        paper = lead
    return paper
