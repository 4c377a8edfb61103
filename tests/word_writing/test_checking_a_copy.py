"""Checking an annotated copy gives the findings of the draft."""

from __future__ import annotations

from pathlib import Path

import docklint
from docklint.readers import docx
from docklint.word.notes import Note, add_notes
from docklint.word.own import Tag
from tests.word_writing.writing import anchored

_DRAFT = Path(__file__).parents[2] / "examples" / "faulty.docx"


def test_the_findings_are_the_drafts(tmp_path: Path) -> None:
    data = _DRAFT.read_bytes()
    before = docklint.check(_DRAFT)
    document = docx.read(str(_DRAFT), data)
    notes = [Note(each.span, (each.name,), (Tag(each.code, each.fingerprint),)) for each in before.findings]
    copy = tmp_path / "faulty.docx"
    copy.write_bytes(add_notes(data, document, notes))
    after = docklint.check(copy)
    assert len(before.findings) > 10
    assert [(each.code, each.span, each.fingerprint) for each in after.findings] == [
        (each.code, each.span, each.fingerprint) for each in before.findings
    ]
    assert after.rules == before.rules
    assert len(anchored(copy.read_bytes())) == len(notes)
