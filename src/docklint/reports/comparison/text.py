"""A comparison for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.comparison import Comparison
from docklint.neutral import safe
from docklint.reports.comparison.words import ComparisonWords, EditLine, FindingLine
from docklint.reports.imprint import made_by, tool
from docklint.texts import Texts


def render(comparison: Comparison, texts: Texts) -> Iterator[str]:
    """Yield the report: what is new first, what is mended last, then what nobody had asked for."""
    words = ComparisonWords(comparison, texts)
    yield from (f"{line}\n" for line in (_pair(comparison, texts), words.held_against, words.summary) if line)
    for state, lines in words.groups():
        yield f"\n{texts(f'compare.state-{state}', count=len(lines))}\n"
        yield from (_finding(each, texts) for each in lines)
    yield f"\n{words.edits_summary}\n"
    if words.unasked:
        yield f"\n{texts('compare.unasked', count=len(words.unasked))}\n"
        yield from map(_edit, words.unasked_lines())
    yield f"\n{made_by(tool(), texts)}\n"


def _pair(comparison: Comparison, texts: Texts) -> str:
    old, new = safe(comparison.old.result.path), safe(comparison.new.result.path)
    return texts("compare.pair", old=old, new=new)


def _finding(line: FindingLine, texts: Texts) -> str:
    before = f"\n      {line.before}" if line.before else ""
    return f"  {line.place}  {line.severity}  {line.message}  [{line.code}]{before}\n"


def _edit(line: EditLine) -> str:
    if line.old and line.new and line.old != line.new:
        return f"  {line.place}  {line.kind}\n    - {line.old}\n    + {line.new}\n"
    return f"  {line.place}  {line.kind}  {line.new or line.old}\n"
