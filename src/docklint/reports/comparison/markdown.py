"""A comparison as Markdown, for a merge request or a chat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.comparison import Comparison
from docklint.reports.comparison.words import ComparisonWords
from docklint.reports.imprint import made_by, tool
from docklint.reports.markdown import escaped
from docklint.texts import Texts


def render(comparison: Comparison, texts: Texts) -> Iterator[str]:
    """Yield the report; what stands in the drafts stays text."""
    words = ComparisonWords(comparison, texts)
    old, new = comparison.old.result.path, comparison.new.result.path
    yield f"## docklint: {escaped(texts('compare.pair', old=old, new=new))}\n\n"
    yield "\n\n".join(line for line in (escaped(words.held_against), words.summary) if line) + "\n"
    for state, lines in words.groups():
        yield f"\n### {texts(f'compare.state-{state}', count=len(lines))}\n\n"
        rows = [(each.place, each.severity, f"{each.message} [{each.code}] {each.before}") for each in lines]
        yield from _table(texts, ("place", "severity", "finding"), rows)
    yield f"\n{words.edits_summary}\n"
    if words.unasked:
        yield f"\n### {texts('compare.unasked', count=len(words.unasked))}\n\n"
        yield from _table(texts, ("place", "kind", "old", "new"), list(words.unasked_lines()))
    yield f"\n{made_by(tool(), texts)}\n"


def _table(texts: Texts, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(texts(f'compare.column-{column}') for column in columns)} |\n"
    yield f"|{'---|' * len(columns)}\n"
    for row in rows:
        yield f"| {' | '.join(map(escaped, row))} |\n"
