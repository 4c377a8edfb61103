"""What fixing a draft would change, paragraph by paragraph, and what it leaves alone; for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docklint.document import Document
from docklint.neutral import safe, shown
from docklint.results import ProposedFix
from docklint.rules import Edit, Finding
from docklint.spans import Lines
from docklint.texts import Texts

AROUND = 24
"""So many characters before and behind a change are shown of a longer line."""


def changes(
    document: Document, edits: Sequence[Edit], made: Iterable[ProposedFix], texts: Texts
) -> Iterator[str]:
    """Yield a block of lines for every line of the draft that edits change: what is done there, before, after.

    An edit across line ends is told at the line where it begins.
    """
    lines = Lines(document.text)
    titles = _titles(made, lines)
    groups: dict[int, list[Edit]] = {}
    for edit in edits:
        groups.setdefault(lines.number(edit.span.start), []).append(edit)
    if groups:
        yield f"{shown(document.path)}\n"
    for number, group in groups.items():
        yield f"{_place(document, number, texts)}{texts('general.semicolon').join(titles.get(number, ()))}\n"
        start, end = _stretch(document, group)
        yield f"- {_shown(document.text, start, end, ())}\n"
        yield f"+ {_shown(document.text, start, end, group)}\n"


def left_alone(fixes: Iterable[ProposedFix], document: Document, texts: Texts) -> Iterator[str]:
    """Yield a line for every fix that was not made."""
    lines = Lines(document.text)
    for each in fixes:
        place = _place(document, lines.number(each.span.start), texts)
        yield f"{place}{_title(each.finding)}{texts('fix.because', reason=each.why)}"


def _titles(made: Iterable[ProposedFix], lines: Lines) -> Mapping[int, Sequence[str]]:
    """Return by line what is done there, the same once."""
    titles: dict[int, dict[str, None]] = {}
    for each in made:
        titles.setdefault(lines.number(each.span.start), {})[_title(each.finding)] = None
    return {number: tuple(each) for number, each in titles.items()}


def _title(finding: Finding) -> str:
    assert finding.fix is not None
    return f"{safe(finding.fix.title)} [{finding.code}]"


def _place(document: Document, number: int, texts: Texts) -> str:
    paragraph = document.paragraphs_shown[number - 1]
    if paragraph is None:
        return texts("fix.place", line=number)
    return texts("fix.place-in-word", paragraph=paragraph)


def _stretch(document: Document, group: Sequence[Edit]) -> tuple[int, int]:
    """Return what is shown of a line: all of it, or what stands around its changes."""
    text = document.text
    first, last = group[0].span.start, max(edit.span.end for edit in group)
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    return max(start, first - AROUND), min(end, last + AROUND)


def _shown(text: str, start: int, end: int, group: Sequence[Edit]) -> str:
    """Return a stretch of the text after some edits; where much stays between two of them, it is left out."""
    pieces, done = list[str](), start
    for (first, last), words in group:
        pieces += (text[done:first], words)
        done = last
    whole = "".join((*pieces, text[done:end]))
    before = "…" if text[start - 1 : start] not in ("", "\n") else ""
    behind = "…" if text[end : end + 1] not in ("", "\n") else ""
    return f"{before}{safe(whole)}{behind}"
