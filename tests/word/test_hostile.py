"""No file may hurt: each hostile one ends in a document or in one error of the fitting type, within its limits."""

from __future__ import annotations

import io
import pickle
import re
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from docklint.errors import DocklintError, Empty, TooLarge, TooLong
from docklint.readers import docx
from docklint.word import errors, guard
from tests import docx_builder as b
from tests.docx_builder import para

GOOD = b.package(
    para("一、甲"), para("乙", num=(1, 0)), numbering=b.abstract(0, b.level(0, "%1.")) + b.num(1, 0)
)


def with_body(body: str, declaration: str = "") -> bytes:
    """Put raw XML into the body, and a declaration before the root."""
    xml = f"{declaration}<w:document {b.NAMESPACES}><w:body>{body}</w:body></w:document>"
    return b.package(extra={"word/document.xml": xml})


def raw_zip(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip entries as they come, repeated names too."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in entries:
            file.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def declaring(data: bytes, name: str, size: int) -> bytes:
    """Let an entry declare another inflated size, in its own header and in the directory."""
    patched = bytearray(data)
    for found in re.finditer(re.escape(name.encode()), data):
        for magic, header, field in ((b"PK\x03\x04", 30, 22), (b"PK\x01\x02", 46, 24)):
            start = found.start() - header
            if start >= 0 and data[start : start + 4] == magic:
                struct.pack_into("<I", patched, start + field, size)
    return bytes(patched)


def flagged(data: bytes, flag: int) -> bytes:
    """Set a general purpose flag of every entry in the directory."""
    patched = bytearray(data)
    for found in re.finditer(b"PK\x01\x02", data):
        patched[found.start() + 8] |= flag
    return bytes(patched)


def counting(data: bytes, entries: int) -> bytes:
    """Let the end record declare another number of entries."""
    patched = bytearray(data)
    struct.pack_into("<HH", patched, len(data) - 22 + 8, entries, entries)
    return bytes(patched)


def zip64(data: bytes, entries: int) -> bytes:
    """Add a zip64 end record that lies about everything."""
    end = len(data) - 22
    size, start = struct.unpack_from("<II", data, end + 12)
    record = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, entries, entries, size, start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    last = bytearray(data[end:])
    struct.pack_into("<HHII", last, 8, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    return data[:end] + record + locator + bytes(last)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
_RUN = "<w:r><w:t>甲</w:t></w:r>"
_BLANKS = b" " * (guard.MAX_PART + 1024)
_ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_UTF16 = f'<?xml version="1.0" encoding="UTF-16"?>{_ENTITIES}<w:document xmlns:w="{b.W}"/>'.encode("utf-16")

REFUSED: dict[str, tuple[Callable[[], bytes], type[DocklintError]]] = {
    "no bytes": (lambda: b"", Empty),
    "too many bytes": (lambda: b"PK\x03\x04" + bytes(guard.MAX_BYTES), TooLarge),
    "not a zip": (lambda: "这不是压缩包".encode(), errors.NotDocx),
    "rich text": (lambda: b"{\\rtf1 x}", errors.NotDocx),
    "web page": (lambda: b"\xef\xbb\xbf\n<HTML>x</HTML>", errors.NotDocx),
    "owner file": (lambda: b"\x04Zhou" + bytes(157), errors.OwnerFile),
    "old Word": (lambda: _OLE, errors.OldWord),
    "encrypted": (lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), errors.Encrypted),
    "entries encrypted": (lambda: flagged(GOOD, 1), errors.Encrypted),
    "truncated": (lambda: GOOD[: len(GOOD) // 2], errors.Truncated),
    "truncated in its end": (lambda: GOOD[:-7], errors.Truncated),
    "empty zip": (lambda: raw_zip(), errors.NoMainPart),
    "no main part": (lambda: raw_zip(("a.txt", b"x")), errors.NoMainPart),
    "workbook": (lambda: b.package(extra={"word/document.xml": '<workbook xmlns="x"/>'}), errors.OtherOffice),
    "OpenDocument": (lambda: raw_zip(("mimetype", b"x"), ("content.xml", b"<a/>")), errors.OtherOffice),
    "some other XML": (lambda: b.package(extra={"word/document.xml": "<a/>"}), errors.NoMainPart),
    "not XML": (lambda: b.package(extra={"word/document.xml": "甲"}), errors.BadXml),
    "empty part": (lambda: b.package(extra={"word/document.xml": ""}), errors.BadXml),
    "XML cut off": (lambda: b.package(extra={"word/document.xml": f"<w:document {b.NAMESPACES}><w:body>"}), errors.BadXml),
    "undefined entity": (lambda: with_body(para("<w:r><w:t>&a;</w:t></w:r>")), errors.BadXml),
    "unknown encoding": (lambda: with_body("", '<?xml version="1.0" encoding="utf-7"?>'), errors.BadXml),
    "styles broken": (lambda: b.package(styles="<w:style>"), errors.BadXml),
    "DTD": (lambda: with_body(para("甲"), "<!DOCTYPE w>"), errors.DoctypeRefused),
    "entities": (lambda: with_body(para("<w:r><w:t>&b;</w:t></w:r>"), _ENTITIES), errors.DoctypeRefused),
    "DTD after a comment": (lambda: with_body("", "<?xml version='1.0'?>\n<!-- 注 -->" + _ENTITIES), errors.DoctypeRefused),
    "DTD in UTF-16": (lambda: b.package(extra={"word/document.xml": _UTF16}), errors.DoctypeRefused),
    "external entity": (lambda: with_body("", '<!DOCTYPE w SYSTEM "file:///etc/passwd">'), errors.DoctypeRefused),
    "DTD in relationships": (lambda: b.package(extra={"_rels/.rels": "<!DOCTYPE r><r/>"}), errors.DoctypeRefused),
    "repeated entry": (lambda: raw_zip(("word/a.xml", b"1"), ("word/A.xml", b"2")), errors.UnsafeName),
    "repeated by backslash": (lambda: raw_zip(("word/a.xml", b"1"), ("word\\a.xml", b"2")), errors.UnsafeName),
    "absolute name": (lambda: raw_zip(("/etc/passwd", b"1")), errors.UnsafeName),
    "drive": (lambda: raw_zip(("C:/a.xml", b"1")), errors.UnsafeName),
    "name that climbs": (lambda: raw_zip(("word/../../a.xml", b"1")), errors.UnsafeName),
    "name that climbs by backslash": (lambda: raw_zip(("word\\..\\..\\a.xml", b"1")), errors.UnsafeName),
    "other method": (lambda: raw_zip(("a.xml", b"1" * 99), method=zipfile.ZIP_BZIP2), errors.Damaged),
    "20,000 parts": (lambda: raw_zip(*((f"word/{n}.xml", b"") for n in range(20_000))), errors.TooManyEntries),
    "20,000 parts denied": (lambda: counting(raw_zip(*((f"{n}", b"") for n in range(20_000))), 3), errors.TooManyEntries),
    "many entries declared": (lambda: counting(GOOD, 5000), errors.TooManyEntries),
    "part too large": (lambda: b.package(extra={"word/document.xml": _BLANKS}), errors.TooManyBytes),
    "part larger than it says": (lambda: declaring(b.package(extra={"word/document.xml": _BLANKS}), "word/document.xml", 99), errors.Damaged),
    "parts too large in all": (lambda: raw_zip(*((f"{n}", _BLANKS) for n in range(5))), errors.TooManyBytes),
    "too many elements": (lambda: with_body("<w:p/>" * (guard.MAX_ELEMENTS + 1)), errors.TooManyElements),
    "too many elements in styles": (lambda: b.package(styles="<a/>" * (guard.MAX_ELEMENTS + 1)), errors.TooManyElements),
    "too many elements in all": (lambda: b.package(headers=["<a/>" * (guard.MAX_ELEMENTS // 2)], styles="<a/>" * (guard.MAX_ELEMENTS // 2)), errors.TooManyElements),
    "too many paragraphs": (lambda: with_body("<w:p/>" * (guard.MAX_LINES + 1)), errors.TooManyLines),
    "too many line breaks": (lambda: with_body(para(b.raw_run("<w:br/>" * (guard.MAX_LINES + 1)))), errors.TooManyLines),
    "too many pieces of text": (lambda: with_body(para(_RUN * (guard.MAX_PIECES + 1))), errors.TooManyPieces),
    "too many pieces in all": (lambda: b.package(para(_RUN * guard.MAX_PIECES), headers=["眉"]), errors.TooManyPieces),
    "more text nodes than memory": (lambda: with_body(f"<w:p><w:r>{'<w:t>甲</w:t>' * (guard.MAX_NODES // 2)}</w:r></w:p>"), errors.TooManyElements),
    "too many marks": (lambda: with_body(para(*(f'<w:ins w:author="{n}"/>' for n in range(guard.MAX_MARKS + 1)))), errors.TooManyMarks),
    "too much text": (lambda: b.package(para(b.run("甲" * (guard.MAX_CHARACTERS + 1)))), TooLong),
    "too many fields in fields": (lambda: b.package(para(*[b.char("begin")] * (guard.MAX_FIELDS + 1))), errors.TooDeep),
    "too deep": (lambda: with_body("<w:sdt><w:sdtContent>" * 5000), errors.TooDeep),
    "too deep by one": (lambda: with_body("<w:p>" * 255 + "</w:p>" * 255), errors.TooDeep),
}  # fmt: skip


@pytest.mark.parametrize(("make", "cause"), REFUSED.values(), ids=REFUSED)
def test_refused_by_name(make: Callable[[], bytes], cause: type[DocklintError]) -> None:
    with pytest.raises(cause) as caught:
        docx.read("x", make())
    assert type(caught.value) is cause
    for lang in ("zh", "en"):
        message = caught.value.message(lang)
        assert "{" not in message
        assert message.isprintable()
        assert lang == "en" or not re.search("[a-z]{3,} [a-z]{2,}", message), (
            "a parser's English in a Chinese sentence"
        )
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_each_cause_has_a_code_of_its_own() -> None:
    def below(cause: type[DocklintError]) -> list[type[DocklintError]]:
        return [each for child in cause.__subclasses__() for each in (child, *below(child))]

    leaves = [cause for cause in below(errors.PackageError) if "code" in vars(cause)]
    assert len({cause.code for cause in leaves}) == len(leaves)


_DEEP = 120
READ: dict[str, tuple[Callable[[], bytes], str]] = {
    "no styles, no numbering": (lambda: b.package(para("甲", style="X", num=(1, 0)), styles=""), "甲"),
    "zip64 that tells the truth": (lambda: zip64(GOOD, len(b.entries(GOOD))), "一、甲\n1.乙"),
    "blanks after the zip": (lambda: GOOD + b" " * 300, "一、甲\n1.乙"),
    "nested tables": (lambda: with_body("<w:tbl><w:tr><w:tc>" * 80 + para("甲") + "</w:tc></w:tr></w:tbl>" * 80), "甲"),
    "nested controls": (lambda: with_body("<w:sdt><w:sdtContent>" * _DEEP + para("甲") + "</w:sdtContent></w:sdt>" * _DEEP), "甲"),
    "nested insertions": (lambda: with_body("<w:p>" + "<w:ins>" * 240 + b.run("甲") + "</w:ins>" * 240 + "</w:p>"), "甲"),
    "nested fields": (lambda: b.package(para(*[b.char("begin")] * 90, *[b.char("separate") + b.char("end")] * 90, "甲")), "甲"),
    "huge numbers": (lambda: b.package(para("甲", num=(10**30, -5), outline=10**20), numbering=b.num(10**30, 10**30)), "甲"),
    "cyclic styles": (lambda: b.package(para("甲", style="A"), styles=b.style("A", based_on="A")), "甲"),
    "style that names a list that names the style": (
        lambda: b.package(
            para("甲", style="A"),
            styles=b.style("A", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>'),
            numbering=b.abstract(0, extra='<w:numStyleLink w:val="A"/>') + b.num(1, 0),
        ),
        "甲",
    ),
    "relationship to itself": (lambda: b.package(para("甲"), extra={"word/_rels/document.xml.rels": _rels("styles", "document.xml")}), "甲"),
    "relationship outside": (lambda: b.package(para("甲"), extra={"word/_rels/document.xml.rels": _rels("styles", "../../../etc/passwd")}), "甲"),
    "20,000 relationships": (lambda: b.package(para("甲"), extra={"word/_rels/document.xml.rels": _rels("header", "../a.xml", 20_000)}), "甲"),
    "text that looks like a DTD": (lambda: b.package(para(b.run("<!DOCTYPE"))), "<!DOCTYPE"),
}  # fmt: skip


def _rels(kind: str, target: str, count: int = 1) -> str:
    inside = "".join(f'<Relationship Id="q{n}" Type="{b.R}/{kind}" Target="{target}"/>' for n in range(count))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


@pytest.mark.parametrize(("make", "text"), READ.values(), ids=READ)
def test_read_all_the_same(make: Callable[[], bytes], text: str) -> None:
    assert docx.read("x", make()).text == text


def test_a_field_that_never_ends_is_read_twice_but_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit, value in {"MAX_LINES": 3, "MAX_PIECES": 4, "MAX_MARKS": 3}.items():
        monkeypatch.setattr(guard, limit, value)
    broken = para(b.char("begin"), b.inserted("甲"), b.inserted("乙", author="吴敏"))
    assert docx.read("x", b.package("前", broken, "后")).text == "前\n甲乙\n后"


def test_zip64_that_lies_is_refused() -> None:
    with pytest.raises(errors.PackageError):
        docx.read("x", zip64(raw_zip(*((f"{n}", b"") for n in range(5000))), 2))


def test_a_bomb_is_stopped_in_bounded_memory() -> None:
    bomb = declaring(
        b.package(extra={"word/document.xml": bytes(200 * guard.MEGABYTE)}), "word/document.xml", 1000
    )
    assert len(bomb) < guard.MEGABYTE
    tracemalloc.start()
    try:
        with pytest.raises(errors.PackageError):
            docx.read("x", bomb)
        assert tracemalloc.get_traced_memory()[1] < 2 * guard.MAX_PART
    finally:
        tracemalloc.stop()


def test_a_part_is_never_inflated_beyond_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_PART", 1000)
    with pytest.raises(errors.TooManyBytes):
        docx.read("x", b.package(para("甲" * 2000)))
    monkeypatch.setattr(guard, "MAX_PART", guard.MAX_TOTAL)
    monkeypatch.setattr(guard, "MAX_TOTAL", 30_000)
    with pytest.raises(errors.TooManyBytes):
        docx.read("x", b.package(para("甲" * 20_000)))


def test_good_files_pass_the_guard(shared: Path) -> None:
    for path in (shared / "corpus").iterdir():
        if "_password.docx" not in path.name:
            guard.check_bytes(path.read_bytes())


@pytest.mark.parametrize("closed", [True, False], ids=["circle", "chain"])
def test_a_long_chain_of_styles_ends(closed: bool) -> None:
    count = 30_000
    chain = "".join(b.style(f"S{n}", based_on=f"S{n + 1}") for n in range(count))
    last = b.style(f"S{count}", based_on="S0" if closed else "", rpr="<w:b/>")
    assert docx.read("x", b.package(para("甲", style="S0"), styles=chain + last)).lines[0].bold


@pytest.mark.parametrize("code", [r"eq \o\ac(○,", "macrobutton x "])
def test_an_endless_instruction_costs_no_more_than_its_length(code: str) -> None:
    assert docx.read("x", b.package(para(b.field(code + " " * 300_000 + "甲"), "乙"))).text == "乙"
