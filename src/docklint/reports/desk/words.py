"""What reports about many papers say alike."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from docklint.texts import Texts

_Entry = Mapping[str, Any]


def percent(part: float) -> str:
    """Return a part (0-1) as people say it; what is little and not nothing is not called nothing."""
    return "<1%" if 0 < part < 0.005 else f"{part:.0%}"


def name(file: _Entry) -> str:
    """Return what a paper is called: its file, and which paper of it if there are several."""
    return f"{file['path']}#{file['paper']}" if file["paper"] > 1 else str(file["path"])


def short_name(file: _Entry) -> str:
    """Return the same without the folders."""
    return os.path.basename(name(file).replace("\\", "/"))


def place(location: _Entry, texts: Texts) -> str:
    """Return where something stands: the paragraph of a Word file, the line of a text."""
    if location.get("paragraph_shown") is None:
        return texts("html.place", line=location["line"], column=location["column"])
    return texts("report.paragraph", number=location["paragraph_shown"])


def figures(pair: _Entry, texts: Texts) -> str:
    """Return how much two papers share."""
    if pair["identical"]:
        return texts("alike.identical")
    count = len(pair["passages"])
    return texts("alike.figures", score=percent(pair["score"]), characters=pair["characters"], count=count)


def totals(report: _Entry, texts: Texts) -> str:
    """Return how many papers were compared and how many pairs are told."""
    past = sum(paper["past"] for paper in report["papers"])
    key = "alike.total-with-past" if past else "alike.total"
    return texts(
        key,
        papers=len(report["papers"]) - past,
        past=past,
        pairs=len(report["pairs"]) + report["truncated"]["pairs"],
        threshold=percent(report["threshold"]),
    )


def measure_sentences(report: _Entry, texts: Texts) -> Iterator[str]:
    """Yield what a reader must know of the figures: what was measured, and what was left out of it."""
    papers = report["papers"]
    official = {
        key: sum(paper["official"][key] for paper in papers) for key in ("profile", "notice", "phrases")
    }
    common = sum(paper["common"] for paper in papers) / len(papers) if papers else 0.0
    yield texts("alike.measure")
    yield texts("alike.left-out", common=percent(common), **official)
    if report["sampled"] > 1:
        yield texts("alike.sampled", step=report["sampled"])
    if short := [paper for paper in papers if not paper["measured"]]:
        yield texts("alike.too-short", count=len(short), names=tuple(name(paper) for paper in short[:3]))
