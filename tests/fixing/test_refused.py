"""`docklint fix` where nothing must or can be written: one sentence, status 2, and every file as it was."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import docx_builder as b
from tests.fixing.drafts import MENDED, SAFE
from tests.fixing.test_fix_word import protected
from tests.running import docklint, surroundings
from tests.word_writing.writing import read

GENERIC = ("--profile", "generic")
_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DATA = b.typed(SAFE)
_WORD = {
    "encrypted": (_CFB + bytes(504) + "EncryptedPackage".encode("utf-16-le"), [], "密码"),
    "old format inside": (_CFB + bytes(600), [], "旧格式"),
    "cut off": (_DATA[:300], [], "不完整"),
    "signed": (b.package(*SAFE.rstrip("\n").split("\n"), extra={"_xmlsignatures/sig1.xml": "<x/>"}), [], "签名"),
    "read-only": (protected(_DATA, "readOnly"), [], "限制编辑"),
    "forms": (protected(_DATA, "forms"), [], "限制编辑"),
    "comments alone": (protected(_DATA, "comments"), [], "限制编辑"),
    "tracked changes alone": (protected(_DATA, "trackedChanges"), ["--plain"], "限制编辑"),
}  # fmt: skip


@pytest.mark.parametrize("case", _WORD)
def test_word_files_that_must_not_be_written_to(tmp_path: Path, case: str) -> None:
    data, arguments, words = _WORD[case]
    (tmp_path / "draft.docx").write_bytes(data)
    ran = docklint("fix", "draft.docx", *GENERIC, "-o", "copy.docx", *arguments, cwd=tmp_path)
    assert (ran.status, ran.text) == (2, "")
    assert words in ran.said
    assert ran.said.count("\n") == 1
    assert os.listdir(tmp_path) == ["draft.docx"]
    assert (tmp_path / "draft.docx").read_bytes() == data


@pytest.mark.parametrize("owner", ["~$copy.docx", "~$py.docx"])
def test_a_copy_that_is_open(tmp_path: Path, owner: str) -> None:
    (tmp_path / "draft.docx").write_bytes(_DATA)
    (tmp_path / "copy.docx").write_bytes(b"old")
    (tmp_path / owner).write_bytes(b"")
    for more in ([], ["--force"]):
        ran = docklint("fix", "draft.docx", *GENERIC, "-o", "copy.docx", *more, cwd=tmp_path)
        assert ran.status == 2
        assert "打开" in ran.said
    assert (tmp_path / "copy.docx").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "data", "arguments"),
    [
        ("draft.docx", _DATA, ["-o", "copy.docx", "--force"]),
        ("draft.txt", SAFE.encode("gb18030"), ["-o", "copy.txt", "--force"]),
        ("draft.txt", SAFE.encode("gb18030"), ["--in-place"]),
    ],
)
def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, name: str, data: bytes, arguments: list[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / f"copy{Path(name).suffix}").write_bytes(b"old")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    done = subprocess.run(
        [sys.executable, "-m", "docklint", "fix", name, *GENERIC, *arguments],
        cwd=tmp_path, env=surroundings({"PYTHONDONTWRITEBYTECODE": "1"}), capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)), timeout=120,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder with drafts in which nobody may write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "draft.docx").write_bytes(_DATA)
        (folder / "draft.txt").write_text(SAFE, "utf-8")
        (folder / "draft.txt").chmod(0o666)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize(
    "arguments",
    [
        ["fix", "draft.docx", "-o", "copy.docx"],
        ["fix", "draft.txt", "-o", "copy.txt"],
        ["fix", "draft.txt", "--in-place"],
        ["annotate", "draft.docx"],
        ["annotate", "draft.docx", "--with-fixes"],
    ],
)
def test_a_folder_that_must_not_be_written_to(closed: Path, arguments: list[str]) -> None:
    before = {path.name: path.read_bytes() for path in closed.iterdir()}
    done = subprocess.run(
        [*_forbidden(), sys.executable, "-m", "docklint", *arguments, *GENERIC],
        cwd=closed, env=surroundings({"PYTHONDONTWRITEBYTECODE": "1"}), capture_output=True, check=False,
        timeout=120,
    )  # fmt: skip
    said = done.stderr.decode()
    assert (done.returncode, said.count("\n")) == (2, 1), said
    assert "Traceback" not in said
    assert {path.name: path.read_bytes() for path in closed.iterdir()} == before


def _forbidden() -> list[str]:
    """To root nothing is forbidden, unless the capability to pass over permissions is dropped."""
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("nothing is forbidden to root")
    return [setpriv, "--bounding-set", "-dac_override,-dac_read_search,-fowner"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_copy_keeps_the_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "draft.md").write_bytes(SAFE.encode(encoding))
    assert docklint("fix", "draft.md", *GENERIC, "-o", "copy.md", cwd=tmp_path).status == 0
    assert (tmp_path / "copy.md").read_bytes() == MENDED.encode(encoding)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_parts_in_other_encodings_through_the_command(tmp_path: Path, encoding: str) -> None:
    parts: dict[str, bytes | str] = dict(b.entries(_DATA))
    text = b.entries(_DATA)["word/document.xml"].decode()
    parts["word/document.xml"] = text.replace("UTF-8", encoding.upper(), 1).encode(encoding)
    (tmp_path / "draft.docx").write_bytes(b.zipped(parts))
    assert docklint("fix", "draft.docx", *GENERIC, "-o", "copy.docx", cwd=tmp_path).status == 0
    copy = (tmp_path / "copy.docx").read_bytes()
    assert read(copy).text == MENDED
    assert read(copy, "original").text == SAFE
    assert encoding.upper() in b.entries(copy)["word/document.xml"].decode(encoding)[:80]
