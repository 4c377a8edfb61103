"""Every measured file: comments where they belong and nothing else changed; edits both ways with both views right."""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint.word.changes import make_changes
from docklint.word.errors import NoPlace
from docklint.word.notes import add_notes, remove_notes
from tests.word.conftest import CORPUS
from tests.word_writing.writing import (
    DATE,
    edited,
    is_real,
    own,
    possible,
    read,
    some_edits,
    some_notes,
    unlike,
)

_READABLE = [path for path in CORPUS if not path.name.endswith("_password.docx")]
_MAY_CHANGE = {
    "document",
    "document.xml.rels",
    "comments",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
}

pytestmark = pytest.mark.thorough


def _stem(part: str) -> str:
    name = part.rpartition("/")[2]
    return name.removesuffix(".xml").rstrip("0123456789")


@pytest.mark.parametrize("path", _READABLE, ids=lambda path: path.name[:60])
def test_comments(path: Path) -> None:
    data = path.read_bytes()
    document = read(data)
    notes = some_notes(document, len(data))
    try:
        after = add_notes(data, document, notes)
    except NoPlace:
        assert not document.text
        return
    commented = read(after)
    assert commented.text == document.text
    assert commented.lines == document.lines
    assert [mark for mark in commented.marks if mark.kind != "own"] == list(document.marks)
    assert len(own(commented)) == len(notes)
    assert {_stem(part) for part in unlike(data, after)} <= _MAY_CHANGE | {"[Content_Types]"}
    assert add_notes(after, commented, notes) == after
    removed, kept = remove_notes(after)
    assert kept == ()
    assert read(removed).text == document.text
    assert read(removed).marks == document.marks


@pytest.mark.parametrize("path", _READABLE, ids=lambda path: path.name[:60])
def test_exactly_the_quoted_text(path: Path) -> None:
    document = read(path.read_bytes())
    inside = [
        line
        for line in document.lines
        if line.part in ("body", "table") and line.end - line.start > line.label
    ]
    if not inside:
        pytest.skip("no text in the body")
    notes = [
        each for each in some_notes(document, 7, 60)
        if any(line.start + line.label <= each.span.start < each.span.end <= line.end for line in inside)
    ]  # fmt: skip
    real = [each for each in notes if all(is_real(document, at) for at in range(*each.span))]
    shown = own(read(add_notes(path.read_bytes(), document, real)))
    for each in real:
        mark = shown[each.tags]
        quote = document.text[each.span.start : each.span.end]
        assert document.text[mark.start : mark.end].lstrip("\n") in (quote, quote.lstrip("\n"))


@pytest.mark.parametrize("lines", [False, True], ids=["words", "lines"])
@pytest.mark.parametrize("path", _READABLE, ids=lambda path: path.name[:60])
def test_changes(path: Path, lines: bool) -> None:
    data = path.read_bytes()
    document = read(data)
    edits = possible(data, document, some_edits(document, len(data), lines=lines))
    tracked = make_changes(data, document, edits, date=DATE)
    silent = make_changes(data, document, edits, tracked=False)
    assert read(tracked).text == read(silent).text == edited(document.text, edits)
    assert read(tracked, "original").text == read(data, "original").text
    assert len(unlike(data, tracked)) <= 1
    assert len(unlike(data, silent)) <= 1
