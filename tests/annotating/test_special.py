"""Drafts as other programs store them: annotated and mended like any other, with everything else as it was."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import docklint
from docklint.document import Document
from docklint.readers import docx
from docklint.word.notes import remove_notes
from tests import docx_builder as b
from tests.annotating.drafts import TEXT, comments, told
from tests.word_writing.test_own_comments import _extended, _with_identities
from tests.word_writing.writing import built, encoded, read, respelt, undeclared, unlike, with_part

_LINES = TEXT.rstrip("\n").split("\n")
_MACROS = "../../vnd.ms-word.document.macroEnabled.main+xml"
_EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{b.W}"/>'


def _threads(done: int = 0) -> bytes:
    """A draft that two people talk about: one comment, its reply, and one that is resolved."""
    first, *rest = _LINES
    said = [
        b.comment(3, b.para("请核实单位名称", para_id="0A000001"), author="李青"),
        b.comment(4, b.para("已核实", para_id="0A000002"), author="王禾"),
        b.comment(5, b.para("这里写具体些", para_id="0A000003"), author="李青"),
    ]
    data = built(
        b.para(b.commented(3, b.run(first[:3])), b.commented(4, b.run(first[3:6])), first[6:]),
        b.para(b.commented(5, b.run(rest[0]))),
        *rest[1:],
        comments=said,
    )
    names = ("0A000001", "0A000002", "0A000003")
    ids = "".join(
        f'<w16cid:commentId w16cid:paraId="{each}" w16cid:durableId="1{each[1:]}"/>' for each in names
    )
    lasting = "".join(f'<w16cex:commentExtensible w16cex:durableId="1{each[1:]}"/>' for each in names)
    known = _extended(("0A000001", "", done), ("0A000002", "0A000001", done), ("0A000003", "", 1))
    return _with_identities(data, known, ids, lasting)


def _plain() -> bytes:
    return built(*_LINES)


_SPECIAL: dict[str, Callable[[], bytes]] = {
    "docm": lambda: built(*_LINES, extra={"word/vbaProject.bin": b"\0\1"}, content_type=_MACROS),
    "other prefix": lambda: respelt(_plain(), "x"),
    "default namespace": lambda: respelt(_plain(), ""),
    "strict": lambda: b.strict(TEXT),
    "UTF-16": lambda: encoded(_plain(), "utf-16", "UTF-16"),
    "GB18030": lambda: encoded(_plain(), "gb18030", "GB18030"),
    "GBK": lambda: encoded(_plain(), "gbk", "GBK"),
    "no comments part": lambda: undeclared(_plain()),
    "empty comments part": lambda: with_part(undeclared(_plain()), "comments", f"{b.R}/comments", _EMPTY),
    "answered threads": _threads,
    "resolved threads": lambda: _threads(1),
    "threads in UTF-16": lambda: encoded(_threads(), "utf-16", "UTF-16"),
    "threads, other prefix": lambda: respelt(_threads(), "x"),
    "main part elsewhere": lambda: built(*_LINES, main="content/main.xml"),
}


def _read(name: str, data: bytes, revisions: str = "final") -> Document:
    return docx.read(f"稿.{'docm' if name == 'docm' else 'docx'}", data, revisions)


@pytest.mark.parametrize("name", _SPECIAL)
def test_annotated(name: str) -> None:
    data, called = _SPECIAL[name](), f"稿.{'docm' if name == 'docm' else 'docx'}"
    found = docklint.check(data, name=called).findings
    annotated = docklint.annotate(data, name=called)
    there = dict(told(annotated))
    inside = {f"{each.code} {each.fingerprint}": each.span for each in found if each.quote}
    assert len(inside) > 5
    assert {tag: there[tag] for tag in inside} == inside
    assert {each.fingerprint for each in found} == {tag.partition(" ")[2] for tag in there}
    assert _read(name, annotated).text == _read(name, data).text
    assert docklint.annotate(annotated, name=called) == annotated
    assert docklint.check(annotated, name=called).findings == found
    assert "word/vbaProject.bin" not in unlike(data, annotated)
    removed, kept = remove_notes(annotated)
    assert (_read(name, removed).text, _read(name, removed).marks, kept) == (
        _read(name, data).text,
        _read(name, data).marks,
        (),
    )


@pytest.mark.parametrize("name", _SPECIAL)
def test_mended(name: str) -> None:
    data, called = _SPECIAL[name](), f"稿.{'docm' if name == 'docm' else 'docx'}"
    fixed, silent = (docklint.fix(data, name=called, unsafe=True, plain=each) for each in (False, True))
    assert len(fixed.made) > 1
    assert _read(name, fixed.data).text == _read(name, silent.data).text == fixed.text
    assert _read(name, fixed.data, "original").text == _read(name, data).text
    assert len(unlike(data, fixed.data)) == len(unlike(data, silent.data)) == 1
    both = docklint.annotate(data, name=called, with_fixes=True, unsafe=True)
    assert _read(name, both).text == fixed.text
    assert _read(name, both, "original").text == _read(name, data).text
    assert docklint.annotate(both, name=called, with_fixes=True, unsafe=True) == both


@pytest.mark.parametrize("done", [0, 1])
def test_threads_of_others_stay_to_the_byte(done: int) -> None:
    data = _threads(done)
    before, after = (
        {name: part.decode() for name, part in b.entries(each).items() if name.startswith("word/comments")}
        for each in (data, docklint.annotate(data, with_fixes=True))
    )
    assert len(before) == 4
    for name, part in before.items():
        inside = part[
            part.index(">", part.index("?>") + 2 if part.startswith("<?") else 0) + 1 : part.rindex("</")
        ]
        assert inside in after[name], name
    new = re.findall(r'w14:paraId="([0-9A-F]{8})"', after["word/comments.xml"])[3:]
    assert len(new) > 5
    assert len(set(new)) == len(new)
    for each in new:
        assert f'w15:paraId="{each}" w15:done="0"' in after["word/commentsExtended.xml"]
        assert f'w16cid:paraId="{each}"' in after["word/commentsIds.xml"]
    lasting = re.findall(r'durableId="(\w+)"', after["word/commentsIds.xml"])
    assert lasting == re.findall(r'durableId="(\w+)"', after["word/commentsExtensible.xml"])


@pytest.mark.parametrize(
    ("where", "words"),
    [("headers", "页眉中的“*”，页眉不能加批注"), ("footers", "页脚中的“*”，页脚不能加批注"), ("footnotes", "脚注中的“*”，脚注不能加批注"), ("endnotes", "尾注中的“*”，尾注不能加批注")],
)  # fmt: skip
def test_where_no_comment_may_stand_it_stands_in_the_body_and_says_so(where: str, words: str) -> None:
    data = built(*_LINES, **{where: [b.para("青禾县*局")]})
    assert any(words in said for said in comments(docklint.annotate(data)).values())
    other = unlike(data, docklint.annotate(data))
    assert not any(re.search("header|footer|footnotes|endnotes", part) for part in other)
    assert read(docklint.annotate(data)).text == read(data).text
