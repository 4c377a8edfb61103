"""A copy that is there already: replaced if it is ours and of this draft, with all that others wrote into it."""

from __future__ import annotations

from pathlib import Path

import pytest

import docklint as api
from tests import docx_builder as b
from tests.annotating.drafts import TEXT, comments, draft, replied
from tests.running import docklint
from tests.word_writing.test_own_comments import _extended, _with_identities

COPY = "稿（批注）.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft and its annotated copy."""
    (tmp_path / "稿.docx").write_bytes(draft())
    assert docklint("annotate", "稿.docx", cwd=tmp_path).status == 0
    return tmp_path


def _says(data: bytes) -> str:
    return b.entries(data)["word/comments.xml"].decode()


def test_comments_of_others_are_carried_over(folder: Path) -> None:
    (folder / COPY).write_bytes(replied((folder / COPY).read_bytes(), 2, "已请办公室核实"))
    ran = docklint("annotate", "稿.docx", "--select", "RED", cwd=folder)
    assert ran.status == 0
    assert "别人的批注" in ran.said
    after = (folder / COPY).read_bytes()
    assert "已请办公室核实" in _says(after)
    assert "NUM101" not in _says(after)
    assert "RED102" in _says(after)
    assert docklint("annotate", "稿.docx", "--select", "RED", cwd=folder).status == 0
    assert (folder / COPY).read_bytes() == after


def _resolved(data: bytes) -> bytes:
    """Mark the first comment on a placeholder as done, as Word does: by the id of its last paragraph."""
    said = _says(data)
    at = said.rindex("<w:p>", 0, said.index("[RED102"))
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    parts: dict[str, bytes | str] = dict(b.entries(data))
    parts["word/comments.xml"] = f'{said[:at]}<w:p {w14} w14:paraId="0B000000">{said[at + 5 :]}'
    return _with_identities(b.zipped(parts), _extended(("0B000000", "", 1)))


def test_what_is_resolved_is_not_repeated(folder: Path) -> None:
    resolved = _resolved((folder / COPY).read_bytes())
    (folder / COPY).write_bytes(resolved)
    ran = docklint("annotate", "稿.docx", cwd=folder)
    assert ran.status == 0
    assert "已解决" in ran.said
    after = (folder / COPY).read_bytes()
    assert _says(after).count("[RED102") == _says(resolved).count("[RED102")
    extended = b.entries(after)["word/commentsExtended.xml"].decode()
    assert 'w15:paraId="0B000000" w15:done="1"' in extended
    assert len(comments(after)) == len(comments(resolved))


def test_a_text_that_somebody_edited_is_not_replaced(folder: Path) -> None:
    (folder / "稿.docx").write_bytes(b.typed(TEXT.replace("三年没有", "五年没有")))
    old = (folder / COPY).read_bytes()
    ran = docklint("annotate", "稿.docx", cwd=folder)
    assert ran.status == 2
    assert "正文与文稿不同" in ran.said
    assert (folder / COPY).read_bytes() == old
    assert docklint("annotate", "稿.docx", "--force", cwd=folder).status == 0
    assert "五年没有" in api.check(folder / COPY).text


@pytest.mark.parametrize("data", [draft(), b"", b"PK", "别的文件".encode()])
def test_what_docklint_did_not_write_is_not_replaced(folder: Path, data: bytes) -> None:
    (folder / COPY).write_bytes(data)
    ran = docklint("annotate", "稿.docx", cwd=folder)
    assert ran.status == 2
    assert "不是 docklint 写的" in ran.said
    assert (folder / COPY).read_bytes() == data


def test_a_draft_with_comments_the_copy_lacks_is_not_put_together_with_it(folder: Path) -> None:
    (folder / COPY).write_bytes(replied((folder / COPY).read_bytes(), 2, "已核实"))
    first, _, rest = TEXT.partition("\n")
    commented = b.package(
        b.para(b.commented(3, first)),
        *map(b.para, map(b.run, rest.split("\n"))),
        comments=[b.comment(3, b.para("领导意见"), author="王局")],
    )
    (folder / "稿.docx").write_bytes(commented)
    old = (folder / COPY).read_bytes()
    ran = docklint("annotate", "稿.docx", cwd=folder)
    assert ran.status == 2
    assert "别人的批注" in ran.said
    assert (folder / COPY).read_bytes() == old


def test_comments_that_draft_and_copy_share_are_nothing_to_carry(tmp_path: Path) -> None:
    text = "青禾县档案馆对照检查材料"
    data = b.package(
        b.para(b.commented(3, text)),
        "一、存在的问题",
        comments=[b.comment(3, b.para("请填*处"), author="王局")],
    )
    (tmp_path / "稿.docx").write_bytes(data)
    for _ in range(2):
        ran = docklint("annotate", "稿.docx", cwd=tmp_path)
        assert ran.status == 0
        assert "别人的批注和回复" not in ran.said
        assert (tmp_path / COPY).read_bytes() == api.annotate(data, name="稿.docx")
    (tmp_path / COPY).write_bytes(replied((tmp_path / COPY).read_bytes(), 4, "补充一条"))
    assert "别人的批注和回复" in docklint("annotate", "稿.docx", cwd=tmp_path).said
    assert "请填*处" in _says((tmp_path / COPY).read_bytes())
