"""Parts in other encodings, namespaces and prefixes are written as they came."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docklint.word import stories, xml
from docklint.word.notes import remove_notes
from tests import docx_builder as b
from tests.word_writing.writing import (
    anchored,
    annotated,
    built,
    changed,
    encoded,
    read,
    respelt,
    unlike,
)

_WORDS = "一、关于“𠀀镕”的问题与℃"


def _plain() -> bytes:
    comments = [b.comment(0, "请核实“镕”字")]
    return built(b.para(b.commented(0, "甲"), b.run(_WORDS, bold=True)), "第二段", comments=comments)


_SPELT: dict[str, Callable[[], bytes]] = {
    "other prefix": lambda: respelt(_plain(), "x"),
    "default namespace": lambda: respelt(_plain(), ""),
    "UTF-16": lambda: encoded(_plain(), "utf-16", "UTF-16"),
    "UTF-16 without mark": lambda: encoded(_plain(), "utf-16-be", "UTF-16"),
    "UTF-8 with mark": lambda: encoded(_plain(), "utf-8-sig", "UTF-8"),
    "GB18030": lambda: encoded(_plain(), "gb18030", "GB18030"),
    "strict": lambda: built(b.para("甲", b.run(_WORDS, bold=True)), "第二段", strict_names=True),
    "main part elsewhere": lambda: built(b.para("甲", _WORDS), main="content/main.xml"),
    "main part at the root": lambda: built(b.para("甲", _WORDS), main="main.xml"),
}


@pytest.mark.parametrize("name", _SPELT)
def test_comments(name: str) -> None:
    data = _SPELT[name]()
    after = annotated(data, "𠀀镕")
    assert anchored(after) == ["𠀀镕"]
    assert read(after).text == read(data).text
    assert annotated(after, "𠀀镕") == after
    assert read(remove_notes(after)[0]).text == read(data).text


@pytest.mark.parametrize("name", _SPELT)
def test_changes(name: str) -> None:
    data = _SPELT[name]()
    tracked = changed(data, "关于“𠀀镕”", "对照“𠀁”镕")
    silent = changed(data, "关于“𠀀镕”", "对照“𠀁”镕", tracked=False)
    assert read(tracked).text == read(silent).text == read(data).text.replace("关于“𠀀镕”", "对照“𠀁”镕")
    assert read(tracked, "original").text == read(data).text
    assert len(unlike(data, tracked)) == len(unlike(data, silent)) == 1


@pytest.mark.parametrize(
    ("encoding", "declared"), [("gbk", "GBK"), ("gb2312", "GB2312"), ("ascii", "US-ASCII")]
)
def test_characters_that_the_encoding_lacks(encoding: str, declared: str) -> None:
    data = encoded(built("abc"), encoding, declared)
    after = changed(data, "b", "𠀀镕")
    assert read(after).text == "a𠀀镕c"
    assert b"&#131072;" in b.entries(after)["word/document.xml"]


def test_bytes_outside_the_edit_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = "<w:p  w:rsidR='00AB' ><w:r ><w:t\n>甲乙</w:t ></w:r><!-- 注 --><?x y?></w:p>"
    data = built(odd, "丙丁")
    before, after = (b.entries(each)["word/document.xml"] for each in (data, annotated(data, "丁")))
    assert odd.encode() in after
    head = before[: before.index("丙".encode())]
    assert after.startswith(head[: head.rindex(b"<w:r>")])
    assert after.endswith(before[before.index(b"<w:sectPr>") :])


@pytest.mark.parametrize("declared", ["GB18030", "GBK", "GB2312"])
def test_they_are_read_without_lxml_too(declared: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = encoded(built("一、甲乙"), declared, declared)
    stories._read_styles.cache_clear()
    monkeypatch.setattr(xml, "etree", None)
    assert read(data).text == "一、甲乙"
    assert anchored(annotated(data, "乙")) == ["乙"]
    stories._read_styles.cache_clear()
