"""`docklint.fix`: the file as it is then, on the standard library alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import docklint
from tests import docx_builder as b
from tests.fixing.drafts import MENDED, SAFE, UNSAFE
from tests.running import surroundings
from tests.word_writing.writing import read


def test_text_bytes_and_paths(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_bytes(SAFE.encode("utf-16"))
    assert docklint.fix(SAFE, profile="generic").data.decode() == MENDED
    assert docklint.fix(SAFE.encode("gb18030"), profile="generic").data.decode("gb18030") == MENDED
    fixed = docklint.fix(tmp_path / "draft.txt", profile="generic")
    assert fixed.data.decode("utf-16") == fixed.text == MENDED
    assert (tmp_path / "draft.txt").read_bytes() == SAFE.encode("utf-16")
    assert [each.code for each in fixed.made] == ["NUM107", "TXT102", "NUM102", "NUM109", "NUM109", "NUM104"]
    assert fixed.left == ()
    assert not any(each.fix for each in fixed.result.findings)


def test_what_is_left() -> None:
    fixed = docklint.fix(UNSAFE, profile="generic")
    assert fixed.data.decode() == UNSAFE
    assert {each.code for each in fixed.left} >= {"NUM101"}
    assert all(each.fix and each.fix.safety == "unsafe" for each in fixed.left)


def test_word() -> None:
    data = b.typed(SAFE)
    fixed = docklint.fix(data, profile="generic", author="李青", date="2025-01-06T00:00:00Z")
    assert read(fixed.data).text == fixed.text == MENDED
    assert read(fixed.data, "original").text == SAFE
    assert {mark.author for mark in read(fixed.data).marks} == {"李青"}
    assert not read(docklint.fix(data, profile="generic", plain=True).data).marks


def test_errors() -> None:
    with pytest.raises(docklint.DraftError):
        docklint.fix("nowhere.txt")
    with pytest.raises(docklint.SetupError):
        docklint.fix(SAFE, select=["NUM999"])
    with pytest.raises(docklint.DraftError):
        docklint.fix(b.package(SAFE, extra={"_xmlsignatures/sig1.xml": "<x/>"}))


def test_on_the_standard_library_alone(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(b.typed(SAFE))
    script = """import sys
sys.modules.update(dict.fromkeys(["regex", "lxml", "rich", "typer", "docx"]))
import docklint
sys.stdout.buffer.write(docklint.fix("draft.docx", profile="generic").data)"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        cwd=tmp_path,
        env=surroundings(),
        check=True,
        timeout=60,
    )
    assert read(done.stdout).text == MENDED
    assert read(done.stdout, "original").text == SAFE
