"""Nothing is written into what must not be written to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docklint.document import Document
from docklint.readers import text
from docklint.spans import Span
from docklint.values import replace
from docklint.word import errors, stories
from docklint.word.changes import make_changes, refused
from docklint.word.notes import add_notes, own_tags, remove_notes
from tests import docx_builder as b
from tests.word_writing.writing import annotated, built, note, read, with_part


def _protected(edit: str, enforcement: str = "1") -> bytes:
    words = f'<w:documentProtection w:edit="{edit}" w:enforcement="{enforcement}"/>'
    inside = f'<w:settings xmlns:w="{b.W}">{words}</w:settings>'
    return with_part(annotated(built("甲乙"), "乙"), "settings", f"{b.R}/settings", inside)


def _signed() -> bytes:
    return built("甲乙", extra={"_xmlsignatures/sig1.xml": "<x/>"})


_WRITERS: dict[str, Callable[[bytes, Document], object]] = {
    "comments": lambda data, document: add_notes(data, document, [note(0, 1)]),
    "removal": lambda data, document: remove_notes(data),
    "tracked": lambda data, document: make_changes(data, document, [(Span(0, 1), "丙")]),
    "silent": lambda data, document: make_changes(data, document, [(Span(0, 1), "丙")], tracked=False),
}


@pytest.mark.parametrize("writer", _WRITERS)
def test_signed(writer: str) -> None:
    data = _signed()
    with pytest.raises(errors.Signed):
        _WRITERS[writer](data, read(data))


@pytest.mark.parametrize(
    ("edit", "allowed"),
    [
        ("readOnly", set()),
        ("forms", set()),
        ("comments", {"comments", "removal"}),
        ("trackedChanges", {"comments", "removal", "tracked"}),
        ("none", set(_WRITERS)),
    ],
)
@pytest.mark.parametrize("writer", _WRITERS)
def test_protected(edit: str, allowed: set[str], writer: str) -> None:
    data = _protected(edit)
    if writer in allowed:
        assert _WRITERS[writer](data, read(data))
        return
    with pytest.raises(errors.Protected) as caught:
        _WRITERS[writer](data, read(data))
    assert caught.value.message("zh") != caught.value.message("en")


@pytest.mark.parametrize("writer", _WRITERS)
def test_protection_that_is_not_in_force(writer: str) -> None:
    data = _protected("readOnly", "0")
    assert _WRITERS[writer](data, read(data))


def test_which_protection_is_said() -> None:
    data = _protected("forms")
    with pytest.raises(errors.Protected, match="只许填写窗体"):
        add_notes(data, read(data), [])


def test_what_is_no_word_file() -> None:
    document = text.read("x.txt", "甲乙".encode(), "final")
    for writer in ("comments", "tracked", "silent"):
        with pytest.raises(errors.NotWritable):
            _WRITERS[writer](b"", document)
    with pytest.raises(errors.NotWritable):
        refused(b"", document, [])
    converted = replace(read(built("甲乙")), converted=True)
    with pytest.raises(errors.NotWritable):
        add_notes(built("甲乙"), converted, [])


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, errors.OldWord),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), errors.Encrypted),
        (b"PK\x03\x04", errors.Truncated),
        (b"x" * 300, errors.NotDocx),
    ],
)
def test_what_is_no_package(data: bytes, cause: type[errors.PackageError]) -> None:
    document = read(built("甲乙"))
    for writer in _WRITERS.values():
        with pytest.raises(cause):
            writer(data, document)
    with pytest.raises(cause):
        own_tags(data)


def test_a_package_that_does_not_say_what_its_parts_are() -> None:
    parts = b.entries(built("甲乙"))
    data = b.zipped({name: part for name, part in parts.items() if name != "[Content_Types].xml"})
    with pytest.raises(errors.Damaged):
        add_notes(data, read(data), [note(0, 1)])


@pytest.mark.parametrize("part", ["word/comments.xml", "word/commentsExtended.xml"])
def test_side_parts_that_are_damaged_or_hostile(part: str) -> None:
    kind = part.removeprefix("word/").removesuffix(".xml")
    deep = "<x>" * 300 + "</x>" * 300
    cases = {
        "<x": errors.BadXml,
        "<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>": errors.DoctypeRefused,
        deep: errors.TooDeep,
    }
    for content, cause in cases.items():
        data = with_part(built("甲乙"), kind, f"{b.R}/{kind}", content)
        with pytest.raises(cause):
            add_notes(data, read(built("甲乙")), [note(0, 1)])


def test_a_document_of_another_file() -> None:
    data, other = built("甲乙"), built("甲乙丙丁")
    with pytest.raises(errors.WriteFailed):
        add_notes(data, read(b.package(b.para("甲乙"), "丙")), [note(0, 1)])
    with pytest.raises(errors.WriteFailed):
        make_changes(other, read(data), [(Span(0, 1), "丙")])


def test_what_does_not_read_as_it_should_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    data = built("甲乙")
    document = read(data)
    broken = replace(document, text="另一篇")
    monkeypatch.setattr(stories, "read", lambda *_: broken)
    with pytest.raises(errors.WriteFailed):
        add_notes(data, document, [note(0, 1)])
    with pytest.raises(errors.WriteFailed):
        make_changes(data, document, [(Span(0, 1), "丙")])
