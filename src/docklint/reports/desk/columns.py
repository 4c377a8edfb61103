"""The columns of an overview: what stands in each cell, for every format that is a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docklint.reports.desk.overview import OverviewEntry
from docklint.reports.desk.words import percent
from docklint.reports.verdicts import overall
from docklint.texts import Texts
from docklint.tuples import NamedTuple

NUMBERS = ("error", "warning", "info")
PARTS = ("sections", "dimensions", "problems", "problems_with_examples", "causes", "measures", "characters")
KEYS = (
    *("verdict", "path", "who", "audience", "meeting"),
    *NUMBERS,
    *("likeness", "pairs", "share"),
    *("families", "reasons", "worst"),
    *PARTS,
)
"""The columns in their order."""
WIDTHS = {
    "verdict": 11,
    "path": 34,
    "who": 28,
    "audience": 8,
    "meeting": 24,
    "families": 18,
    "reasons": 34,
    "worst": 60,
}
"""Characters wide, in a workbook; the others are `NARROW`."""
NARROW = 9


class OverviewCell(NamedTuple):
    """What stands in a cell. `value`: the number behind `shown`, where it is one."""

    shown: str
    value: float | None = None


def cells(paper: OverviewEntry, texts: Texts) -> dict[str, OverviewCell]:
    """Return the cells of a row, by column."""
    who, parts = paper["who"] or {}, paper["parts"] or {}
    audience = who.get("audience")
    return {
        "verdict": OverviewCell(texts(f"verdict.one-{paper['verdict']}")),
        "path": OverviewCell(paper["path"]),
        "who": OverviewCell(_name(paper, texts)),
        "audience": OverviewCell(texts(f"overview.audience-{audience}") if audience else ""),
        "meeting": OverviewCell((paper["meeting"] or {}).get("title", "")),
        **{key: _number(paper["summary"][key] if paper["status"] == "checked" else None) for key in NUMBERS},
        "families": OverviewCell(texts("general.list").join(families(paper, texts))),
        "reasons": OverviewCell(texts("general.semicolon").join(paper["verdict_reasons"])),
        "worst": OverviewCell("\n".join(worst(paper, texts))),
        **{key: _number(parts.get(key)) for key in PARTS},
        "share": _part(parts.get("share")),
        "likeness": _likeness(paper["likeness"], texts),
        "pairs": _number((paper["likeness"] or {}).get("pairs")),
    }


def families(paper: OverviewEntry, texts: Texts) -> Iterator[str]:
    """Yield how many findings there are of each family."""
    return (texts("overview.families", code=code, count=count) for code, count in paper["families"].items())


def worst(paper: OverviewEntry, texts: Texts) -> Iterator[str]:
    """Yield the worst findings in words, each with its place."""
    for each in paper["worst"]:
        number = each["paragraph_shown"]
        place = (
            texts("derive.line", line=each["line"])
            if number is None
            else texts("report.paragraph", number=number)
        )
        yield texts("skipped.entry", path=place, reason=f"{each['message']} [{each['code']}]")


def head(key: str, texts: Texts) -> str:
    """Return the heading of a column."""
    return texts("html.verdict" if key == "verdict" else f"overview.head-{key}")


def counted(report: OverviewEntry, texts: Texts) -> str:
    """Say how many files there are, and papers where these are more, and what is to become of how many."""
    papers = report["papers"]
    files = len({paper["path"] for paper in papers})
    several = len(papers) > files
    told = texts("overview.total-several" if several else "overview.total", count=files, papers=len(papers))
    return told + overall((paper["verdict"] for paper in papers), texts)


def notes(report: OverviewEntry, texts: Texts) -> Iterator[str]:
    """Yield what a reader must know of the figures."""
    yield texts("overview.threshold", threshold=percent(report["threshold"]))
    if report["past"]:
        yield texts("overview.with-past", past=report["past"])


def _name(paper: OverviewEntry, texts: Texts) -> str:
    name: str = (paper["who"] or {}).get("name", "")
    return texts("overview.papers", name=name, number=paper["paper"]) if paper["papers"] > 1 else name


def _number(value: Any) -> OverviewCell:
    return OverviewCell("") if value is None else OverviewCell(str(value), value)


def _part(value: float | None) -> OverviewCell:
    return OverviewCell("") if value is None else OverviewCell(percent(value), value)


def _likeness(likeness: OverviewEntry | None, texts: Texts) -> OverviewCell:
    if likeness is None:
        return OverviewCell("")
    score = percent(likeness["score"])
    return OverviewCell(texts("overview.past", score=score) if likeness["past"] else score, likeness["score"])
