"""Markdown by the line: what opens a line or has it to itself, tables, lists that count by themselves.

An ordered list whose items are all `1.` is shown counted (CommonMark 5.2), so its ordinals are read as they are
shown: `10. ` has room in `1. `, for the blank behind it means nothing; an item for which there is no room has
lost its ordinal.
"""

from __future__ import annotations

from collections.abc import Iterator

from docklint.patterns import compiled
from docklint.readers.markdown import tables
from docklint.structure.normalise.reading import Substitution
from docklint.tuples import NamedTuple

_BLANKS = r"[ \t\u3000\u00a0\u2002\u2003]*"
_FRONT_MATTER = (
    r"\A---[ \t]*\n(?=[^\s:：-][^\n:：]{0,60}:(?:[ \t]|\n))(?:.*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TASK = r"\[[ xX]\](?=[ \t])"
_MARKS = (
    rf"(?m:^){_BLANKS}(?:"
    r"(?P<line>(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]*){2,}$|=+[ \t]*$|(?:```+|~~~+)[^`\n]*$)"
    rf"|(?P<opening>(?:#{{1,6}}(?!#)[ \t]*|>[ \t]?|[-*+][ \t]+(?:{_TASK})?)+))"
    r"|(?P<closing>(?<=\S)[ \t]+#+[ \t]*$)"
).replace("$", "(?m:$)")
_PASTED = (
    rf"(?m:^){_BLANKS}(?:#{{1,6}}[ \t]*(?P<heading>.*?)(?P<closing>(?:[ \t]+#+)?[ \t]*)(?m:$)"
    rf"|[-*+•][ \t]+(?P<task>{_TASK}))"
)
_ITEM = r"([ \t]*)([0-9]{1,9})([.)])([ \t]+)(?=\S)"
_INSIDE = 2
"""So many blanks more than the item a line begins with to stand below it."""
_FIRST = "1"


def front_matter(text: str) -> Iterator[Substitution]:
    """Yield the metadata that a Markdown file may begin with."""
    match = compiled(_FRONT_MATTER).match(text) if text.startswith("---") else None
    if match:
        yield Substitution(*match.span())


def blocks(text: str) -> list[Substitution]:
    """Return what stands for the marks of lines, tables and lists in Markdown, in order."""
    rows = list(_rows(text)) if "|" in text else []
    marks = [Substitution(*match.span()) for match in compiled(_MARKS).finditer(text)]
    return list(_disjoint([*rows, *marks, *_counted(text)]))


def pasted(text: str) -> Iterator[Substitution]:
    """Yield the marks of headings and task boxes that were pasted into a text that is no Markdown."""
    for match in compiled(_PASTED).finditer(text) if "#" in text or "[" in text else ():
        if match["task"]:
            yield Substitution(*match.span("task"))
            continue
        yield Substitution(match.start(), match.start("heading"))
        if match["closing"]:
            yield Substitution(*match.span("closing"))


def _disjoint(edits: list[Substitution]) -> Iterator[Substitution]:
    """Put edits in order; of two that overlap the first has the place."""
    at = 0
    for edit in sorted(edits):
        if edit.start >= at:
            yield edit
            at = edit.end


def _rows(text: str) -> Iterator[Substitution]:
    """Yield what parts the cells of tables: every cell is a line, as it is in a Word file."""
    for start, dashes, end in tables(text):
        yield from _cells(text, start, dashes[0] - 1)
        yield Substitution(*dashes)
        at = dashes[1] + 1
        for row in text[at:end].split("\n") if at < end else ():
            yield from _cells(text, at, at + len(row))
            at += len(row) + 1


def _cells(text: str, start: int, end: int) -> Iterator[Substitution]:
    row = text[start:end]
    first, last = len(row) - len(row.lstrip()), len(row.rstrip()) - 1
    for match in compiled(r"\|").finditer(row):
        at = match.start()
        yield Substitution(start + at, start + at + 1, "" if at in (first, last) else "\n")


class _Item(NamedTuple):
    """An item of an ordered list: where its number, its mark and the blanks behind begin, and where these end."""

    start: int
    number: str
    mark: str
    end: int


class _List:
    """The items of a list so far."""

    def __init__(self, indent: int, item: _Item) -> None:
        self.indent = indent
        self.items = [item]


def _counted(text: str) -> Iterator[Substitution]:
    """Count the items of the lists that leave that to whoever shows them."""
    if not compiled(rf"(?m)^[ \t]*{_FIRST}[.)][ \t]").search(text):
        return
    for each in _lists(text):
        if len(each) > 1 and all(item.number == _FIRST and item.mark == each[0].mark for item in each):
            for number, item in enumerate(each[1:], 2):
                marker = f"{number}{item.mark}"
                room = item.end - item.start
                if len(marker) <= room:
                    yield Substitution(item.start, item.start + len(marker), marker)
                else:
                    yield Substitution(item.start, item.end)


def _lists(text: str) -> Iterator[list[_Item]]:
    """Yield the items of every ordered list, nested ones too."""
    open_: list[_List] = []
    start, apart = 0, False
    for line in text.split("\n"):
        content = line.lstrip(" \t")
        indent, match = len(line) - len(content), compiled(_ITEM).match(line)
        closing = bool(content) and (match is not None or apart or content[0] in "#>")
        while closing and open_ and not _belongs(indent, match is not None, open_[-1]):
            yield open_.pop().items
        if match:
            item = _Item(start + match.start(2), match[2], match[3], start + match.end())
            if open_ and indent < open_[-1].indent + _INSIDE:
                open_[-1].items.append(item)
            else:
                open_.append(_List(indent, item))
        apart = not content
        start += len(line) + 1
    yield from (each.items for each in open_)


def _belongs(indent: int, is_item: bool, list_: _List) -> bool:
    """Return whether a line stands in a list: as an item of it, or below one."""
    return indent >= list_.indent + _INSIDE or (is_item and indent >= list_.indent)
