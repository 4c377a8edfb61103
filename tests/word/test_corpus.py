"""Real files: each is read, or refused with one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint.readers import docx
from docklint.word import errors
from tests.word.conftest import CORPUS
from tests.word.test_properties import check


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name[:60])
@pytest.mark.parametrize("revisions", ["final", "original"])
def test_every_file_is_read_or_refused(path: Path, revisions: str) -> None:
    data = path.read_bytes()
    if path.name.endswith("_password.docx"):
        with pytest.raises(errors.Encrypted):
            docx.read(str(path), data, revisions)
    else:
        check(docx.read(str(path), data, revisions), data)


def test_encrypted_files_are_the_only_ones_refused(shared: Path) -> None:
    assert len(CORPUS) == len(list((shared / "corpus").iterdir())) == 135
    assert sum("_password.docx" in path.name for path in CORPUS) == 2
