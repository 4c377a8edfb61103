"""The figures as Markdown, as JSON, and as the part of a page that is made from them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.measure import Goal, Measure

BEGIN, END = (
    "<!-- Figures: `python -m benchmarks --write` makes what stands between these notes. -->",
    "<!-- End. -->",
)
_MET = {True: "met", False: "**missed**", None: ""}


def markdown(found: Iterable[Measure], facts: Mapping[str, str], judged: bool = True) -> str:
    """Return the facts and a table a section. `judged`: say which goals are met."""
    told = " · ".join(f"{name} {value}" for name, value in facts.items())
    return "\n".join((f"{told}\n", *_tables(list(found), judged))) + "\n"


def _tables(found: list[Measure], judged: bool) -> Iterator[str]:
    for section in dict.fromkeys(each.section for each in found):
        yield f"### {section}\n\n| measure | value | quartiles | goal | | |\n|---|---|---|---|---|---|"
        yield from (row(each, judged) for each in found if each.section == section)
        yield ""


def row(each: Measure, judged: bool = True) -> str:
    """Return the row of one measure."""
    span = "" if each.low is None or each.high is None else f"{number(each.low)}–{number(each.high)}"
    met = _MET[each.met] if judged else ""
    value = "skipped" if each.value is None else f"{number(each.value)} {each.unit}".strip()
    return f"| {each.name} | {value} | {span} | {_goal(each.goal)} | {met} | {each.note} |"


def number(value: float) -> str:
    """Write three digits that count."""
    if math.isinf(value):
        return "∞"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _goal(goal: Goal | None) -> str:
    return "" if goal is None else f"{'≥' if goal.least else '≤'} {goal.bound:g}"


def dump(found: Iterable[Measure], facts: Mapping[str, str], judged: bool = True) -> str:
    """Return everything as JSON; a value that is infinite (it took too long) or absent is null."""
    measures = [_plain(each) for each in found]
    return (
        json.dumps({"facts": facts, "judged": judged, "measures": measures}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _plain(each: Measure) -> dict[str, Any]:
    goal = None if each.goal is None else each.goal._asdict()
    value = None if each.value is None or math.isinf(each.value) else each.value
    return {**each._asdict(), "value": value, "goal": goal, "met": each.met}


def load(text: str) -> tuple[list[Measure], dict[str, str], bool]:
    """Read back what `dump` wrote."""
    given = json.loads(text)
    return [_measure(each) for each in given["measures"]], given["facts"], given["judged"]


def _measure(given: dict[str, Any]) -> Measure:
    met, goal = given.pop("met"), given.pop("goal")
    value = math.inf if given["value"] is None and met is False else given["value"]
    return Measure(**{**given, "value": value, "goal": Goal(**goal) if goal else None})


def write(page: Path, figures: str) -> None:
    """Put the figures into a page, between its two notes."""
    head, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{page} has no place for figures: {BEGIN} … {END}")
    page.write_text(f"{head}{begin}\n\n{figures}\n{end}{tail}", "utf-8")
