"""An independent reader: LibreOffice finds every comment at its text, and both views of every change.

Slow, so it runs only when asked for: `DOCKLINT_SOFFICE=1 pytest tests/word_writing/test_libreoffice.py -s`, where `soffice`
is installed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from docklint.document import Document
from docklint.word.changes import make_changes
from docklint.word.notes import Note, add_notes
from tests.word.conftest import CORPUS
from tests.word_writing.opendocument import commented, converted, final, original
from tests.word_writing.writing import DATE, is_real, note, possible, read, some_edits

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(
        not (SOFFICE and os.environ.get("DOCKLINT_SOFFICE") and CORPUS),
        reason="opt-in, needs soffice and the corpus",
    ),
]
_READABLE = [path for path in CORPUS if not path.name.endswith("_password.docx")]


def _in_runs(document: Document, seed: int, many: int = 10) -> list[Note]:
    """Notes on characters of the body that stand in the file."""
    random, found = Random(seed), []
    lines = [line for line in document.lines if line.part in ("body", "table") and not line.contents]
    lines = [line for line in lines if document.text[line.start + line.label : line.end].strip()]
    for number in range(many if lines else 0):
        line = random.choice(lines)
        start = random.randrange(line.start + line.label, line.end)
        end = random.randint(start + 1, min(start + 20, line.end))
        if document.text[start:end].strip() and all(is_real(document, at) for at in range(start, end)):
            found.append(note(start, end, number))
    return found


def _every(make: Callable[[bytes, Document], bytes | None]) -> dict[str, bytes]:
    made = {}
    for at, path in enumerate(_READABLE):
        data = path.read_bytes()
        written = make(data, read(data))
        if written is not None:
            made[str(at)] = written
    return made


def test_comments_stand_at_their_text(tmp_path: Path) -> None:
    wanted: dict[str, dict[str, str]] = {}

    def with_comments(data: bytes, document: Document) -> bytes | None:
        notes = _in_runs(document, len(data))
        wanted[str(len(wanted))] = {
            str(each.tags[0]): document.text[each.span.start : each.span.end] for each in notes
        }
        return add_notes(data, document, notes) if notes else None

    roots = converted(_every(with_comments), tmp_path, str(SOFFICE))
    right = total = 0
    for name, quotes in wanted.items():
        found = commented(roots[name]) if quotes else {}
        for key, quote in quotes.items():
            total += 1
            right += _visible(found.get(key, "")) == _visible(quote)
            if _visible(found.get(key, "")) != _visible(quote):
                print(_READABLE[int(name)].name, repr(quote), repr(found.get(key)))  # noqa: T201
    print(f"{right} of {total} comments at exactly their text in {len(roots)} files")  # noqa: T201
    assert total > 1000
    assert right == total


def test_both_views_of_the_changes(tmp_path: Path) -> None:
    files: dict[str, bytes] = {}
    for at, path in enumerate(_READABLE):
        data = path.read_bytes()
        document = read(data)
        if any(mark.kind in ("insertion", "deletion", "move") for mark in document.marks):
            continue  # LibreOffice forgets who inserted what is wholly deleted.
        edits = possible(data, document, some_edits(document, at))
        files[f"{at}-before"] = data
        files[f"{at}-tracked"] = make_changes(data, document, edits, date=DATE)
        files[f"{at}-silent"] = make_changes(data, document, edits, tracked=False)
    roots = converted(files, tmp_path, str(SOFFICE))
    wrong, count = [], 0
    for number in sorted({int(name.partition("-")[0]) for name in files}):
        before, tracked, silent = (roots[f"{number}-{kind}"] for kind in ("before", "tracked", "silent"))
        count += 1
        if _visible(original(tracked)) != _visible(final(before)):
            wrong.append(f"{_READABLE[number].name}: refused")
        if _visible(final(tracked)) != _visible(final(silent)):
            wrong.append(f"{_READABLE[number].name}: accepted")
    print(f"{count} files", *wrong, sep="\n")  # noqa: T201
    assert count > 100
    assert not wrong


def _visible(text: str) -> str:
    return "".join(each for each in text if not each.isspace() and each not in "\u2011\u00ad\u200b-")
