"""What is said of a file that cannot be read is true of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint import readers
from docklint.document import MOST_CHARACTERS
from docklint.errors import DocklintError, DraftError, TooLong, UnknownFormat
from docklint.readers import docx
from docklint.word import errors, guard, stories, xml
from tests import docx_builder as b
from tests.docx_builder import para, run

GOOD = b.package(para("一、存在的问题"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ODT = b.zipped({"mimetype": "x", "content.xml": "<a/>"})
BAD = {"old": OLE, "text": "不是压缩包".encode(), "pdf": b"%PDF-1.7", "odt": ODT}


def refused(name: str, data: bytes) -> DraftError:
    with pytest.raises(DraftError) as caught:
        docx.read(name, data)
    return caught.value


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".dotm", ".DOCM"])
def test_a_file_is_called_what_it_is_called(kind: str, suffix: str) -> None:
    error = refused("稿" + suffix, BAD[kind])
    assert error.message("zh").startswith(f"扩展名是 {suffix.lower()}，内容却")
    assert error.message("en").startswith(f"Named {suffix.lower()}, but it is ")
    assert "{" not in error.message("zh") + error.message("en")


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("name", ["<stdin>", "-", "", "稿"])
def test_what_has_no_suffix_is_not_called_anything(kind: str, name: str) -> None:
    error = refused(name, BAD[kind])
    assert error.message("zh").startswith(("内容不是", "内容是"))
    assert error.message("en").startswith("This is ")


def test_the_error_survives_a_pickle() -> None:
    import pickle

    error = refused("稿.docm", OLE)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("name", ["稿", "稿.", "README"])
def test_a_file_without_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UnknownFormat) as caught:
        readers.read(str(tmp_path / name))
    assert caught.value.code == "unknown-format"
    assert "“”" not in caught.value.message("zh") + caught.value.message("en")
    assert "扩展名" in caught.value.message("zh")


@pytest.mark.parametrize("filling", [b"\0", b" ", b"\xff", b"\r\n", b"<html>x</html>", b"PK"])
@pytest.mark.parametrize("size", [1, 21, 22, 4096, 65_535, 65_600, 3_000_000])
def test_padding_after_the_zip_is_not_a_missing_end(filling: bytes, size: int) -> None:
    padded = GOOD + (filling * size)[:size]
    assert docx.read("x.docx", padded) == docx.read("x.docx", GOOD)


@pytest.mark.parametrize("lost", [1, 10, 22, 30, 300])
def test_a_missing_end_is_one(lost: int) -> None:
    assert isinstance(refused("x.docx", GOOD[:-lost]), errors.Truncated)
    # The last bytes are zeros, and a disk that fills up with zeros has not lost them.
    assert lost == 1 or isinstance(refused("x.docx", GOOD[:-lost] + b"\0" * 70_000), errors.Truncated)


def test_the_end_of_an_embedded_package_is_not_the_file_s() -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in b.entries(GOOD).items():
            file.writestr(name, data)
        file.writestr("word/embeddings/a.docx", b.package(para("里面的文稿")))
        file.writestr("word/media/a.bin", b"\1" * 80_000)
    whole = out.getvalue()
    assert docx.read("x.docx", whole).text == "一、存在的问题"
    assert isinstance(refused("x.docx", whole[: whole.index(b"\1" * 100) + 75_000]), errors.Truncated)


LARGE = "甲" * (guard.MAX_TEXT // 3 + 100)


@pytest.mark.parametrize("parser", ["lxml", "standard"])
@pytest.mark.parametrize(
    "block",
    [
        f"<w:p><w:r><w:t>{LARGE}</w:t></w:r></w:p>",
        f"<w:p><w:r><w:instrText>{LARGE}</w:instrText></w:r></w:p>",
        f'<w:p><w:pPr><w:pStyle w:val="{LARGE}"/></w:pPr></w:p>',
        f"<w:p><w:r><w:t><![CDATA[{LARGE}]]></w:t></w:r></w:p>",
    ],
    ids=["text", "instruction", "attribute", "cdata"],
)
def test_a_large_text_is_too_large_not_damaged(
    block: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories._read_styles.cache_clear()
    if parser == "standard":
        monkeypatch.setattr(xml, "etree", None)
    error = refused("x.docx", b.package(block))
    assert isinstance(error, errors.TextTooLarge)
    assert "太大" in error.message("zh")
    assert "损坏" not in error.message("zh")


def test_the_limit_of_characters_is_told_and_how_to_split() -> None:
    pages = [para(run("word " * 50_000)) for _ in range(9)]
    for error in (refused("x.docx", b.package(*pages)), _of_text("字" * (MOST_CHARACTERS + 1))):
        assert isinstance(error, TooLong)
        assert f"{error.values['limit']:,} 个字符" in error.message("zh")
        assert "按章节分成几个文件" in error.message("zh")
        assert f"{error.values['limit']:,} characters" in error.message("en")
        assert "split it by chapters" in error.message("en")


def _of_text(text: str) -> DocklintError:
    with pytest.raises(TooLong) as caught:
        readers.parse("x.txt", text.encode())
    return caught.value
