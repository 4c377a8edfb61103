"""`docklint annotate --with-fixes`: comments and tracked changes in one copy, and what later runs make of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import docklint as api
from docklint.document import Mark
from docklint.word.own import MENDED
from tests import docx_builder as b
from tests.annotating.drafts import TEXT, comments, draft, replied, told
from tests.fixing.drafts import MENDED as SAFE_MENDED
from tests.fixing.drafts import SAFE, UNSAFE
from tests.running import Ran, docklint
from tests.word_writing.writing import WRITTEN, body, read, undeclared, unlike

COPY = "稿（批注）.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft and its copy with comments and fixes."""
    (tmp_path / "稿.docx").write_bytes(draft())
    assert _again(tmp_path).status == 0
    return tmp_path


def _again(folder: Path, *more: str, name: str = "稿.docx") -> Ran:
    return docklint("annotate", name, "--with-fixes", *more, cwd=folder)


def _changes(data: bytes) -> list[Mark]:
    return [mark for mark in read(data).marks if mark.kind in ("insertion", "deletion")]


def _mended(data: bytes) -> list[str]:
    own = (mark.text for mark in read(data).marks if mark.kind == "own")
    return [said for said in own if said.endswith(str(MENDED))]


@pytest.mark.parametrize(("text", "unsafe"), [(TEXT, False), (SAFE, False), (UNSAFE, True), (TEXT, True)])
@pytest.mark.parametrize("shape", ["typed", "split", "inserted", "strict"])
def test_both_in_one_copy(text: str, unsafe: bool, shape: str) -> None:
    data = (
        b.strict(text) if shape == "strict" else b.SHAPES[shape](text) if shape in b.SHAPES else b.typed(text)
    )
    fixed = api.fix(data, unsafe=unsafe)
    both = api.annotate(data, with_fixes=True, unsafe=unsafe)
    assert read(both).text == fixed.text
    assert read(both, "original").text == read(data, "original").text
    assert fixed.made
    left = {(each.code, each.fingerprint) for each in api.check(both, name="稿.docx").findings}
    assert {tuple(tag.split()) for tag, _ in told(both)} >= left
    assert all("已用修订改好" in said for said in _mended(both))
    assert {each.code for each in fixed.made if each.quote} >= {
        said.split("[")[-2][:6] for said in _mended(both)
    }
    for more in ({}, {"with_fixes": True, "unsafe": unsafe}):
        assert api.annotate(both, **more) == both  # type: ignore[arg-type]


def test_what_is_summed_up_and_who_did_it() -> None:
    both = api.annotate(
        undeclared(b.typed(SAFE)), with_fixes=True, author="李青", date="2026-01-31T00:00:00Z"
    )
    title = SAFE.partition("\n")[0]
    assert f"有 {len(_mended(both))} 处已用修订改好" in comments(both)[title]
    assert {mark.author for mark in _changes(both)} == {"李青"}
    assert unlike(undeclared(b.typed(SAFE)), both) == WRITTEN
    assert api.annotate(both, with_fixes=True, author="李青", date="2026-01-31T00:00:00Z") == both


def test_nothing_to_mend_is_annotating() -> None:
    data = b.typed(SAFE_MENDED)
    assert api.annotate(data, with_fixes=True) == api.annotate(data)


def _accepted(data: bytes) -> bytes:
    """Take docklint's changes in: what it deletes goes, what it inserts stays."""
    return _decided(data, "del", "ins")


def _refused(data: bytes) -> bytes:
    return _decided(data, "ins", "del")


def _decided(data: bytes, gone: str, stays: str) -> bytes:
    parts: dict[str, bytes | str] = dict(b.entries(data))
    text = b.entries(data)["word/document.xml"].decode()
    text = re.sub(rf"<w:{gone} [^>]*>.*?</w:{gone}>", "", text)
    text = re.sub(rf"</?w:{stays}(?: [^>]*)?>", "", text).replace("w:delText", "w:t")
    parts["word/document.xml"] = text
    return b.zipped(parts)


def test_a_comment_goes_with_the_change_that_was_accepted_and_is_a_finding_again_when_refused() -> None:
    both = api.annotate(b.typed(SAFE), with_fixes=True)
    accepted, refused = api.annotate(_accepted(both)), api.annotate(_refused(both))
    assert read(accepted).text == SAFE_MENDED
    assert not _mended(accepted)
    assert not _changes(accepted)
    assert {tag for tag, _ in told(accepted)} == {tag for tag, _ in told(api.annotate(b.typed(SAFE_MENDED)))}
    assert comments(refused) == comments(api.annotate(b.typed(SAFE)))
    assert read(refused).text == SAFE


def test_a_second_run_over_draft_and_copy(folder: Path) -> None:
    first = (folder / COPY).read_bytes()
    assert first == api.annotate(draft(), with_fixes=True)
    assert _again(folder).status == 0
    assert (folder / COPY).read_bytes() == first
    assert _again(folder, name=COPY).status == 0
    assert (folder / "稿（批注2）.docx").read_bytes() == first


def test_with_and_without_follow_each_other(folder: Path) -> None:
    both = (folder / COPY).read_bytes()
    assert docklint("annotate", "稿.docx", cwd=folder).status == 0
    assert (folder / COPY).read_bytes() == api.annotate(draft())
    ran = _again(folder, "--unsafe")
    assert ran.status == 0
    assert "已用修订改好" in ran.said
    assert len(_changes((folder / COPY).read_bytes())) > len(_changes(both))
    ran = _again(folder)
    assert "--unsafe" in ran.said
    assert (folder / COPY).read_bytes() == both


def test_what_others_wrote_is_carried_over(folder: Path) -> None:
    (folder / COPY).write_bytes(replied((folder / COPY).read_bytes(), 0, "同意这样改"))
    ran = _again(folder)
    assert ran.status == 0
    assert "别人的批注" in ran.said
    after = (folder / COPY).read_bytes()
    assert "同意这样改" in b.entries(after)["word/comments.xml"].decode()
    assert comments(after) == comments(api.annotate(draft(), with_fixes=True))
    assert _again(folder).status == 0
    assert (folder / COPY).read_bytes() == after


def test_a_copy_without_fixes_that_others_wrote_into_gets_them(tmp_path: Path) -> None:
    (tmp_path / "稿.docx").write_bytes(draft())
    docklint("annotate", "稿.docx", cwd=tmp_path)
    (tmp_path / COPY).write_bytes(replied((tmp_path / COPY).read_bytes(), 2, "已核实"))
    assert _again(tmp_path).status == 0
    after = (tmp_path / COPY).read_bytes()
    assert "已核实" in b.entries(after)["word/comments.xml"].decode()
    assert read(after).text.startswith(api.fix(draft()).text)
    assert comments(after) == comments(api.annotate(draft(), with_fixes=True))


def test_a_copy_whose_words_somebody_changed_is_left_alone(folder: Path) -> None:
    copy = (folder / COPY).read_bytes()
    changed = b.entries(copy)["word/document.xml"].replace("查档流程".encode(), "借阅流程".encode())
    some = b.zipped({**b.entries(copy), "word/document.xml": changed})
    (folder / COPY).write_bytes(some)
    ran = _again(folder)
    assert ran.status == 2
    assert "正文与文稿不同" in ran.said
    assert (folder / COPY).read_bytes() == some


def test_removing_leaves_the_changes_and_says_so(folder: Path) -> None:
    ran = docklint("annotate", "--remove", COPY, cwd=folder)
    assert ran.status == 0
    assert "用修订改过的 1 处没有动" in ran.said
    clean = (folder / "稿（去批注）.docx").read_bytes()
    assert not comments(clean)
    assert body(clean).count("<w:del ") == body((folder / COPY).read_bytes()).count("<w:del ") == 1
    assert read(clean, "original").text == read(draft()).text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--remove"], "--remove、--with-fixes"),
        (["--revisions", "original"], "original"),
        (["--output", "稿.docx"], "文稿本身"),
    ],
)
def test_refused_in_one_sentence(folder: Path, arguments: list[str], words: str) -> None:
    before = sorted(path.name for path in folder.iterdir())
    ran = _again(folder, *arguments)
    assert ran.status == 2
    assert words in ran.said
    assert ran.said.count("\n") == 1
    assert sorted(path.name for path in folder.iterdir()) == before


def test_unsafe_alone_means_nothing(folder: Path) -> None:
    ran = docklint("annotate", "稿.docx", "--unsafe", cwd=folder)
    assert ran.status == 2
    assert "--with-fixes" in ran.said
