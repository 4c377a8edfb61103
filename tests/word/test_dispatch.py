"""Every suffix of WordprocessingML comes to this reader; a folder is walked for drafts alone."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from docklint import readers
from docklint.errors import DraftError
from docklint.readers import docx
from tests import docx_builder as b


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".dotm", ".DOCX"])
def test_suffix(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"稿{suffix}"
    path.write_bytes(b.typed("一、甲"))
    assert readers.read(str(path)).text == "一、甲"
    assert readers.format_of(path.name) == "docx"
    assert readers.is_draft_name(path.name) == (suffix.lower() == ".docx")


@pytest.mark.parametrize("data", [b.typed("甲"), b"PK"])
def test_the_cycle_collector_runs_again_afterwards(data: bytes) -> None:
    assert gc.isenabled()
    if data == b"PK":
        with pytest.raises(DraftError):
            docx.read("x", data)
    else:
        docx.read("x", data)
    assert gc.isenabled()
