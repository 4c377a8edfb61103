"""What an overview tells: the JSON of `docklint overview`, of which the other formats are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docklint.overview.rows import Alike, Row, Worst, worst_first
from docklint.overview.shape import Shape
from docklint.reports.desk.alike import lines
from docklint.reports.encoding import encode
from docklint.reports.imprint import tool
from docklint.reports.json import SCHEMA_VERSION
from docklint.texts import Texts
from docklint.values import Value
from docklint.verdict import WORDS

OverviewEntry = Mapping[str, Any]
"""The whole JSON, or one element of its lists."""


class OverviewResult(Value):
    """`rows`: in any order. `threshold`: from which likeness on pairs count. `past`: so many papers of earlier years."""

    rows: Sequence[Row]
    threshold: float
    past: int = 0
    reports: Mapping[str, str] = {}
    """The report of each file by its path, below the overview's own folder; none where none is written."""


def entries(result: OverviewResult, texts: Texts) -> dict[str, Any]:
    """Return the contract's `overview`."""
    rows = worst_first(result.rows)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(),
        "threshold": result.threshold,
        "past": result.past,
        "papers": [{**entry(row, texts), "report": result.reports.get(row.path)} for row in rows],
        "summary": {word: sum(row.verdict == word for row in rows) for word in WORDS},
    }


def json(report: OverviewEntry) -> Iterator[str]:
    """Yield the JSON, a paper a line."""
    told = (
        f"{encode(key)}: {lines(value) if key == 'papers' else encode(value)}"
        for key, value in report.items()
    )
    yield "{" + ", ".join(told) + "}\n"


def entry(row: Row, texts: Texts) -> dict[str, Any]:
    """Return one element of `papers`."""
    return {
        "path": row.path,
        "status": row.status,
        "verdict": row.verdict,
        "verdict_reasons": [reason.told_in(texts) for reason in row.reasons],
        "reason": row.reason.told_in(texts) if row.reason else None,
        "paper": row.number,
        "papers": row.papers,
        "who": {"name": row.shape.who.name, "audience": row.shape.who.audience or None}
        if row.shape
        else None,
        "meeting": {"title": row.meeting, "chosen_by": row.chosen_by} if row.meeting else None,
        "summary": {key: row.severities.get(key, 0) for key in ("error", "warning", "info")},
        "families": dict(row.families),
        "worst": [_worst(each) for each in row.worst],
        "parts": _parts(row.shape) if row.shape else None,
        "likeness": _likeness(row.alike) if row.alike else None,
    }


def _worst(finding: Worst) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "line": finding.line,
        "paragraph_shown": finding.paragraph,
    }


def _parts(shape: Shape) -> dict[str, Any]:
    return {
        **{f"{kind}s": count for kind, count in shape.parts.items()},
        "problems_with_examples": shape.with_examples,
        "characters": shape.characters,
        "share": None if shape.share is None else round(shape.share, 4),
    }


def _likeness(alike: Alike) -> dict[str, Any]:
    return {"score": alike.score, "pairs": alike.pairs, "past": alike.past, "common": alike.common}
