"""`docklint annotate` as a process: the copy beside the draft, and all that is refused with one sentence."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import docklint as api
from tests import docx_builder as b
from tests.annotating.drafts import comments, draft
from tests.running import docklint, surroundings
from tests.word_writing.writing import built, with_part


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft."""
    (tmp_path / "稿.docx").write_bytes(draft())
    return tmp_path


def test_a_copy_beside_the_draft(folder: Path) -> None:
    ran = docklint("annotate", "稿.docx", cwd=folder)
    assert (ran.status, ran.text) == (0, "")
    copy = folder / "稿（批注）.docx"
    assert "稿（批注）.docx" in ran.said
    assert copy.read_bytes() == api.annotate(draft(), name="稿.docx")
    assert (folder / "稿.docx").read_bytes() == draft()
    assert docklint("annotate", "稿.docx", cwd=folder).status == 0
    assert copy.read_bytes() == api.annotate(draft(), name="稿.docx")


def test_a_copy_of_a_copy_is_numbered(folder: Path) -> None:
    for name in ("稿.docx", "稿（批注）.docx", "稿（批注2）.docx"):
        assert docklint("annotate", name, cwd=folder).status == 0
    assert (folder / "稿（批注3）.docx").read_bytes() == (folder / "稿（批注）.docx").read_bytes()


def test_options(folder: Path) -> None:
    arguments = ("annotate", "稿.docx", "-o", "b.docx", "--author", "李青", "--select", "RED", "--quiet")
    ran = docklint(*arguments, "--date", "2026-01-31", cwd=folder)
    assert (ran.status, ran.said) == (0, "")
    said = b.entries((folder / "b.docx").read_bytes())["word/comments.xml"].decode()
    assert 'w:author="李青" w:date="2026-01-31T00:00:00Z" w:initials="李"' in said
    assert "NUM101" not in said


def test_the_date_of_the_surroundings(folder: Path) -> None:
    docklint("annotate", "稿.docx", cwd=folder, environment={"SOURCE_DATE_EPOCH": "0"})
    said = b.entries((folder / "稿（批注）.docx").read_bytes())["word/comments.xml"].decode()
    assert 'w:date="1970-01-01T00:00:00Z"' in said


def test_standard_input(folder: Path) -> None:
    assert docklint("annotate", "-", "--output", "b.docx", cwd=folder, given=draft()).status == 0
    assert comments((folder / "b.docx").read_bytes())
    ran = docklint("annotate", "-", cwd=folder, given=draft())
    assert ran.status == 2
    assert "--output" in ran.said


def test_removing(folder: Path) -> None:
    docklint("annotate", "稿.docx", cwd=folder)
    ran = docklint("annotate", "--remove", "稿（批注）.docx", "--output", "净.docx", cwd=folder)
    assert ran.status == 0
    assert not comments((folder / "净.docx").read_bytes())
    assert api.check(folder / "净.docx").text == api.check(folder / "稿.docx").text
    assert docklint("annotate", "--remove", "稿（批注）.docx", "--output", "净.docx", cwd=folder).status == 0
    assert docklint("annotate", "--remove", "稿（批注）.docx", cwd=folder).status == 0
    assert (folder / "稿（去批注）.docx").read_bytes() == (folder / "净.docx").read_bytes()
    (folder / "稿（去批注）.docx").unlink()
    ran = docklint("annotate", "--remove", "稿.docx", cwd=folder)
    assert ran.status == 0
    assert (folder / "稿（去批注）.docx").read_bytes() == draft()
    assert "没有 docklint 的批注" in ran.said


def _protected() -> bytes:
    inside = f'<w:settings xmlns:w="{b.W}"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    return with_part(draft(), "settings", f"{b.R}/settings", inside)


_SIGNED = built("一、存在的问题", extra={"_xmlsignatures/sig1.xml": "<x/>"})
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_REFUSED = {
    "signed": ("a.docx", _SIGNED, [], "签名"),
    "protected": ("a.docx", _protected(), [], "限制编辑"),
    "old": ("a.doc", _OLD, [], ".docx"),
    "old-inside": ("a.docx", _OLD, [], ""),
    "text": ("a.txt", "一、存在的问题\n".encode(), [], "Word"),
    "broken": ("a.docx", draft()[:300], [], ""),
    "onto-itself": ("a.docx", draft(), ["--output", "a.docx"], "文稿本身"),
    "onto-itself-by-force": ("a.docx", draft(), ["--output", "./a.docx", "--force"], "文稿本身"),
    "other-suffix": ("a.docx", draft(), ["--output", "b.txt"], ".docx"),
    "macros": ("a.docx", draft(), ["--output", "b.docm"], ".docx"),
    "no-folder": ("a.docx", draft(), ["--output", "没有/b.docx"], "没有"),
    "no-author": ("a.docx", draft(), ["--author", ""], "--author"),
    "no-date": ("a.docx", draft(), ["--date", "昨天"], "--date"),
}


@pytest.mark.parametrize("case", _REFUSED)
@pytest.mark.parametrize("more", [[], ["--remove"]], ids=["write", "remove"])
def test_refused_in_one_sentence(case: str, more: list[str], tmp_path: Path) -> None:
    name, data, arguments, words = _REFUSED[case]
    if more and case in ("no-author", "no-date"):
        pytest.skip("nothing is signed")
    (tmp_path / name).write_bytes(data)
    ran = docklint("annotate", name, *arguments, *more, cwd=tmp_path)
    assert ran.status == 2
    assert words in ran.said
    assert ran.said.count("\n") == 1
    assert "Traceback" not in ran.said
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == data


def test_an_output_that_is_open_in_word(folder: Path) -> None:
    (folder / "~$（批注）.docx").write_bytes(b"")
    (folder / "~$稿（批注）.docx").write_bytes(b"")
    ran = docklint("annotate", "稿.docx", cwd=folder)
    assert ran.status == 2
    assert "打开" in ran.said
    assert not (folder / "稿（批注）.docx").exists()


def test_a_full_disk_leaves_the_old_file(folder: Path) -> None:
    docklint("annotate", "稿.docx", "--select", "RED", cwd=folder)
    old = (folder / "稿（批注）.docx").read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "docklint", "annotate", "稿.docx"],
        cwd=folder, env=surroundings({"PYTHONDONTWRITEBYTECODE": "1"}), capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)), timeout=120,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert (folder / "稿（批注）.docx").read_bytes() == old
    assert sorted(path.name for path in folder.iterdir()) == ["稿.docx", "稿（批注）.docx"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_must_not_be_written_to(folder: Path) -> None:
    folder.chmod(0o500)
    ran = docklint("annotate", "稿.docx", cwd=folder)
    folder.chmod(0o700)
    assert ran.status == 2
    assert not (folder / "稿（批注）.docx").exists()
