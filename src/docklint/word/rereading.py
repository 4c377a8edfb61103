"""What was written is read again before anybody gets it."""

from __future__ import annotations

from collections.abc import Mapping

from docklint.document import Document
from docklint.spans import Span
from docklint.word import stories
from docklint.word.errors import PackageError, WriteFailed
from docklint.word.own import Tag, tags
from docklint.word.package import Package


def reread(
    data: bytes,
    document: Document | None,
    expected: Mapping[tuple[Tag, ...], Span | None],
    before: bytes = b"",
) -> None:
    """Check that a package reads as `document` (or as `before` does) and has the comments `expected`, where they belong.

    Raises `WriteFailed`.
    """
    try:
        wanted = document or stories.read("", Package(before))
        found = stories.read("", Package(data))
        if found.text != wanted.text:
            found = stories.read("", Package(data), "original")
    except PackageError as error:
        raise WriteFailed(english=error.message("en")) from error
    if found.text != wanted.text:
        raise WriteFailed(english="another text")
    _check_comments(found, expected)


def _check_comments(found: Document, expected: Mapping[tuple[Tag, ...], Span | None]) -> None:
    there = {tags(mark.text.split("\n")): mark for mark in found.marks if mark.kind == "own"}
    for tag, span in expected.items():
        mark = there.get(tag)
        if mark is None:
            raise WriteFailed(english=f"comment {tag} is lost")
        # Before a page break a place is still in the line that ends there.
        start = mark.start + (found.text[mark.start : mark.start + 1] == "\n")
        if span is not None and (start, mark.end) != span:
            raise WriteFailed(english=f"comment {tag} stands at {start}-{mark.end}")


def reread_changes(data: bytes, before: bytes, expected: str, *, tracked: bool) -> None:
    """Check that accepting all changes gives the text `expected`, and refusing them what `before` gives.

    Raises `WriteFailed`.
    """
    try:
        if stories.read("", Package(data)).text != expected:
            raise WriteFailed(english="accepting all gives another text")
        if tracked and _original(data) != _original(before):
            raise WriteFailed(english="refusing all gives another text")
    except PackageError as error:
        raise WriteFailed(english=error.message("en")) from error


def _original(data: bytes) -> str:
    return stories.read("", Package(data), "original").text
