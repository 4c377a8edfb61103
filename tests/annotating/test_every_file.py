"""Over every file: comments at the quoted text for docklint and LibreOffice, all else as it was, valid, and reversible.

Slow: `DOCKLINT_SOFFICE=1 DOCKLINT_VALIDATOR=PATH pytest -s tests/annotating/test_every_file.py` asks for the other programs too
(see `tests/word_writing/test_libreoffice.py` and `test_validator.py`).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import docklint
from docklint.document import Document
from docklint.errors import Empty
from docklint.spans import Span
from docklint.word.errors import NoPlace
from docklint.word.notes import remove_notes
from tests import docx_builder as b
from tests.annotating.drafts import told
from tests.annotating.proof import readable
from tests.word_writing.opendocument import commented, converted
from tests.word_writing.writing import is_real, read, unlike

pytestmark = pytest.mark.thorough
_SOFFICE = shutil.which("soffice") if os.environ.get("DOCKLINT_SOFFICE") else None
_VALIDATOR = os.environ.get("DOCKLINT_VALIDATOR")
_MAY_CHANGE = ("comments", "document", "document.xml.rels", "[Content_Types]")


def _annotated(name: str, data: bytes) -> bytes | None:
    """Annotate a file; None if there is nothing in it."""
    try:
        return docklint.annotate(data, name=_named(name))
    except (NoPlace, Empty):
        return None


def _named(name: str) -> str:
    return name if name.endswith((".docx", ".docm", ".dotx", ".dotm")) else f"{name}.docx"


def _wanted(name: str, data: bytes, document: Document) -> dict[str, Span]:
    """Give the findings whose characters stand in the body itself, within a line."""
    found = docklint.check(data, name=_named(name)).findings
    return {
        f"{each.code} {each.fingerprint}": each.span
        for each in found
        if each.suppressed is None and each.span.start < each.span.end and _in_body(document, each.span)
    }


def _in_body(document: Document, span: Span) -> bool:
    line = document.line_at(span.start)
    whole = line.part in ("body", "table") and span.end <= line.end
    return whole and all(is_real(document, at) for at in range(*span))


def _stem(part: str) -> str:
    return part.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")


def test_every_file() -> None:
    files = comments = exact = 0
    for name, data in readable():
        annotated = _annotated(name, data)
        if annotated is None:
            continue
        files += 1
        before, after = read(data), read(annotated)
        assert after.text == before.text, name
        assert after.lines == before.lines, name
        assert [mark for mark in after.marks if mark.kind != "own"] == list(before.marks), name
        assert all(_stem(part).startswith(_MAY_CHANGE) for part in unlike(data, annotated)), name
        there, wanted = dict(told(annotated)), _wanted(name, data, before)
        comments += len(there)
        exact += len(wanted)
        assert {tag: _shown(before, there[tag]) for tag in wanted} == wanted, name
        assert docklint.annotate(annotated, name=_named(name)) == annotated, name
        removed, kept = remove_notes(annotated)
        assert (read(removed).text, read(removed).marks, kept) == (before.text, before.marks, ()), name
    print(f"{files} files, {comments} comments, {exact} of them on words of the body: all exact")  # noqa: T201
    assert files > 100


def _shown(document: Document, span: Span) -> Span:
    """Before a page break a place is still in the line that ends there."""
    return Span(span.start + (document.text[span.start : span.start + 1] == "\n"), span.end)


@pytest.mark.skipif(not _SOFFICE, reason="opt-in, needs soffice")
def test_libreoffice_finds_every_comment(tmp_path: Path) -> None:
    files: dict[str, bytes] = {}
    wanted: dict[str, dict[str, str]] = {}
    names: dict[str, str] = {}
    for number, (name, data) in enumerate(readable()):
        annotated = _annotated(name, data)
        if annotated is not None:
            document = read(data)
            names[str(number)] = name
            files[str(number)] = annotated
            wanted[str(number)] = {
                tag: document.text[span.start : span.end]
                for tag, span in _wanted(name, data, document).items()
            }
    roots = converted(files, tmp_path, str(_SOFFICE))
    total, blind, wrong = 0, 0, []
    for at, quotes in wanted.items():
        found = commented(roots[at])
        by_tag = {tag: words for tags, words in found.items() for tag in _tags(tags)}
        passed_over = _within_smart_tags(files[at])
        for tag, quote in quotes.items():
            total += 1
            if _visible(by_tag.get(tag, "")) == _visible(quote):
                continue
            blind += tag in passed_over
            if tag not in passed_over or tag not in by_tag:
                wrong.append((names[at], tag, quote, by_tag.get(tag)))
    print(f"{total - blind - len(wrong)} of {total} comments at their text in {len(roots)} files,", end=" ")  # noqa: T201
    print(f"{blind} begin or end amid a smart tag", *wrong, sep="\n")  # noqa: T201
    assert total > 400
    assert blind < total / 50
    assert not wrong


def _within_smart_tags(data: bytes) -> set[str]:
    """Give the tags of comments that begin or end amid a smart tag, where LibreOffice keeps the comment and no range."""
    parts = b.entries(data)
    amid = re.findall(
        r"<w:smartTag\b.*?</w:smartTag>", parts["word/document.xml"].decode(errors="replace"), re.DOTALL
    )
    numbers = {each for tag in amid for each in re.findall(r'<w:commentRange(?:Start|End) w:id="(\d+)"', tag)}
    said = parts.get("word/comments.xml", b"").decode(errors="replace")
    told = re.findall(r'<w:comment [^>]*w:id="(\d+)"(.*?)</w:comment>', said, re.DOTALL)
    return {
        f"{code} {print_}"
        for number, words in told
        if number in numbers
        for code, print_ in re.findall(r"\[(\w+) · (\w+)\]", words)
    }


def _tags(line: str) -> list[str]:
    return [each.strip(" []").replace(" · ", " ") for each in line.split("] [")]


def _visible(text: str) -> str:
    return "".join(each for each in text if not each.isspace() and each not in "\u2011\u00ad\u200b-")


def _with_fixes(name: str, data: bytes) -> bytes:
    return docklint.annotate(data, name=_named(name), with_fixes=True, unsafe=True)


def test_every_file_with_its_fixes() -> None:
    files = changed = 0
    for name, data in readable():
        annotated = _annotated(name, data)
        if annotated is None:
            continue
        both, fixed = _with_fixes(name, data), docklint.fix(data, name=_named(name), unsafe=True)
        files += 1
        changed += both != annotated
        assert read(both).text == fixed.text, name
        assert read(both, "original").text == read(data, "original").text, name
        assert docklint.annotate(both, name=_named(name)) == both, name
        assert _with_fixes(name, both) == both, name
        left = {
            f"{each.code} {each.fingerprint}" for each in docklint.check(both, name=_named(name)).findings
        }
        assert left <= {tag for tag, _ in told(both)}, name
        removed, _ = remove_notes(both)
        assert read(removed).text == fixed.text, name
        assert read(removed, "original").text == read(data, "original").text, name
    print(f"{files} files, {changed} of them with fixes")  # noqa: T201
    assert changed > 25


@pytest.mark.skipif(not _VALIDATOR, reason="opt-in, needs the Open XML SDK's validator")
def test_nothing_new_for_the_validator(tmp_path: Path) -> None:
    checked, wrong = 0, []
    for name, data in readable():
        annotated = _annotated(name, data)
        if annotated is None:
            continue
        file = tmp_path / f"x{Path(_named(name)).suffix}"
        checked += 1
        written = {"annotated": annotated, "removed": remove_notes(annotated)[0]}
        if (both := _with_fixes(name, data)) != annotated:
            written |= {"with fixes": both, "removed from these": remove_notes(both)[0]}
        found = {kind: _faults(each, file) for kind, each in written.items()}
        before = _faults(data, file) if any(found.values()) else set()
        wrong += [(name, kind, each - before) for kind, each in found.items() if each - before]
    print(f"{checked} files", *wrong, sep="\n")  # noqa: T201
    assert checked > 100
    assert not wrong


def _faults(data: bytes, path: Path) -> set[tuple[str, str]]:
    path.write_bytes(data)
    done = subprocess.run([str(_VALIDATOR), str(path)], capture_output=True, check=False, timeout=120)
    return {(each.get("id", ""), each.get("description", "")) for each in json.loads(done.stdout)["errors"]}
