"""Examples of rules: `⟦…⟧` marks what must be pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from re import finditer

from docklint.document import Mark
from docklint.packs.profile import limits
from docklint.packs.table import Table
from docklint.rules import Sample
from docklint.spans import Span
from docklint.texts import Text
from docklint.typed import Match

OPEN, CLOSE = "⟦", "⟧"
MARKS = ("insertion", "deletion", "move", "comment", "hidden")


def sample(table: Table) -> Sample:
    """Read one `[[rule.bad]]` or `[[rule.good]]`."""
    text, spans = unmark(table.text("text"), table)
    read = Sample(
        text=text,
        spans=spans,
        profile=table.text("profile", "generic"),
        fixed=table.text("fixed", "") or None,
        markdown=table.flag("markdown", False),
        limits=limits(table.table("limits")),
        marks=tuple(_mark(one, text) for one in table.tables("marks")),
    )
    table.close()
    return read


def unmark(marked: str, table: Table) -> tuple[str, tuple[Span, ...]]:
    """Take the brackets out of `marked`: the plain text, and the spans (code points of it) they marked."""
    if marked.count(OPEN) != marked.count(CLOSE):
        table.fault("text", Text("fault.marks", open=OPEN, close=CLOSE))
    found = finditer(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}", marked)
    return marked.replace(OPEN, "").replace(CLOSE, ""), tuple(_spans(found))


def _spans(found: Iterator[Match[str]]) -> Iterator[Span]:
    for number, match in enumerate(found):
        start = match.start() - 2 * number
        yield Span(start, start + len(match[1]))


def _mark(table: Table, text: str) -> Mark:
    covered = table.text("on")
    start = text.find(covered)
    if start < 0:
        table.fault("on", Text("fault.not-in-sample"))
    author = table.text("author", "") or None
    words = table.text("text", covered)
    mark = Mark(table.choice("kind", MARKS), start, start + len(covered), author, None, words)
    table.close()
    return mark
