"""Parts in other encodings than UTF-8: both parsers read the same, and as it was meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.readers import docx
from docklint.word import errors, stories, xml
from tests import docx_builder as b

MARK = b"\xef\xbb\xbf"
TEXT = "一、存在的问题：学习不够深入，“三会一课”走过场。"


@pytest.fixture(params=["lxml", "standard"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read everything with either parser."""
    stories._read_styles.cache_clear()
    if request.param == "standard":
        monkeypatch.setattr(xml, "etree", None)


def part(text: str, declared: str, codec: str, before: bytes = b"") -> bytes:
    """A package whose main part is in an encoding."""
    root = f"<w:document {b.NAMESPACES}><w:body>{b.para(b.run(text))}</w:body></w:document>"
    data = f'<?xml version="1.0" encoding="{declared}"?>{root}'.encode(codec)
    return b.package(extra={"word/document.xml": before + data})


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("GB18030", "gb18030"),
        ("gb18030", "gb18030"),
        ("GBK", "gbk"),
        ("gb2312", "gb2312"),
        ("GB2312", "gbk"),
        ("UTF-8", "utf-8"),
        ("utf8", "utf-8"),
        ("UTF-16", "utf-16"),
    ],
)
def test_chinese(declared: str, codec: str) -> None:
    assert docx.read("x.docx", part(TEXT, declared, codec)).text == TEXT


@pytest.mark.parametrize("text", ["㐂𠮷镕①", "朱镕基，喆、堃，€"])
def test_what_gb2312_lacks(text: str) -> None:
    assert docx.read("x.docx", part(text, "GB18030", "gb18030")).text == text
    assert docx.read("x.docx", part("镕喆堃", "gb2312", "gbk")).text == "镕喆堃"


@pytest.mark.parametrize(
    ("declared", "codec"), [("iso-8859-1", "latin-1"), ("windows-1252", "cp1252"), ("us-ascii", "ascii")]
)
def test_western(declared: str, codec: str) -> None:
    text = "plain" if codec == "ascii" else "Ünïcode é"
    assert docx.read("x.docx", part(text, declared, codec)).text == text


@pytest.mark.parametrize("declared", ["GBK", "utf-16", "us-ascii", "windows-1252", "utf-8"])
def test_a_byte_order_mark_is_believed(declared: str) -> None:
    assert docx.read("x.docx", part(TEXT, declared, "utf-8", before=MARK)).text == TEXT


def test_utf_16_that_is_none() -> None:
    assert docx.read("x.docx", part(TEXT, "utf-16", "utf-8")).text == TEXT


@pytest.mark.parametrize("declared", ["GB18030", "gbk", "gb2312", "utf-8", "us-ascii"])
def test_bytes_that_are_none_of_it(declared: str) -> None:
    data = part("@", declared, "ascii").replace(b"@", b"@")
    broken = b.entries(data)["word/document.xml"].replace(b"@", b"\xff\xff\x80")
    with pytest.raises(errors.BadXml):
        docx.read("x.docx", b.package(extra={"word/document.xml": broken}))


@pytest.mark.parametrize("declared", ["big5", "utf-7", "cp037", "rot13", "x" * 30])
def test_other_encodings_are_refused(declared: str) -> None:
    with pytest.raises(errors.BadXml):
        docx.read("x.docx", part("a", declared, "ascii"))


@settings(deadline=None)
@given(st.text(st.characters(codec="gb18030", exclude_categories=["C", "Z"]), min_size=1))
def test_any_text_in_gb18030(text: str) -> None:
    assert docx.read("x.docx", part(text, "GB18030", "gb18030")).text == text
