"""Text files: encodings, line ends, what is no text, and the way back into the file."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint import readers
from docklint.document import MOST_CHARACTERS, Document, Piece
from docklint.errors import (
    Binary,
    DraftError,
    Empty,
    NotAFile,
    NotFound,
    OldFormat,
    TooLarge,
    TooLong,
    Undecodable,
    UnknownFormat,
)
from docklint.readers import text

SAMPLE = "青禾县档案馆\n一、查摆出的突出问题\n（一）理论学习方面。一是学得不深。"


def read(data: bytes, path: str = "a.txt") -> Document:
    return text.read(path, data)


def piece_of(document: Document, offset: int) -> Piece | None:
    return next((piece for piece in document.pieces if piece.start <= offset < piece.end), None)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SAMPLE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + SAMPLE.encode(), "utf-8-sig"),
        (b"\xff\xfe" + SAMPLE.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + SAMPLE.encode("utf-16-be"), "utf-16"),
        (SAMPLE.encode("gbk"), "gb18030"),
        ("㐀𠀀的馆".encode("gb18030"), "gb18030"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str) -> None:
    document = read(data)
    assert document.encoding == encoding
    assert document.text in (SAMPLE, "㐀𠀀的馆")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_at_the_three_line_ends(end: str) -> None:
    document = read(SAMPLE.replace("\n", end).encode())
    assert document.text == SAMPLE
    assert [document.text[line.start : line.end] for line in document.lines] == SAMPLE.split("\n")
    assert [line.paragraph for line in document.lines] == [1, 2, 3]


def test_nothing_else_ends_a_line() -> None:
    odd = "一\u2028二\x0b三\x0c四\x85五\x1c六"
    assert len(read(odd.encode()).lines) == 1


def test_markdown_is_known_by_its_suffix() -> None:
    assert read(b"# a", "Draft.MD").markdown
    assert not read(b"# a", "draft.txt").markdown


def test_a_text_with_plain_line_ends_is_one_piece() -> None:
    assert len(read(SAMPLE.encode()).pieces) == 1


@given(st.text(st.sampled_from("一是\r\n。a𠀀 "), max_size=40))
def test_every_character_leads_back_to_its_place(decoded: str) -> None:
    try:
        document = read(decoded.encode())
    except Empty:
        return
    for at, character in enumerate(document.text):
        piece = piece_of(document, at)
        if piece is None:
            assert character == "\n"
        else:
            assert decoded[piece.offset + at - piece.start] == character


@given(st.text(st.sampled_from("一是\r\n。a𠀀 "), min_size=1, max_size=40))
def test_pieces_are_maximal_and_in_order(decoded: str) -> None:
    try:
        pieces = read(decoded.encode()).pieces
    except Empty:
        return
    for one, two in pairwise(pieces):
        assert one.end <= two.start
        assert two.start - one.end != two.offset - (one.offset + one.end - one.start) or one.end < two.start


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\u3000\n\u3000".encode(), b"\xef\xbb\xbf", b"\xff\xfe"])
def test_blank_files_are_empty(data: bytes) -> None:
    with pytest.raises(Empty):
        read(data)


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"PK\x03\x04rest", 0),
        (b"%PDF-1.7", 0),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", 0),
        ("好".encode() + b"\0", 3),
        (b"\xff\xfe" + "好\0".encode("utf-16-le"), 4),
        (b"\xef\xbb\xbf" + "好\0".encode(), 6),
        (b"ab" + bytes(range(1, 9)) * 5, 2),
    ],
)
def test_binary_data_is_refused_with_its_place(data: bytes, offset: int) -> None:
    with pytest.raises(Binary) as caught:
        read(data)
    assert caught.value.values["offset"] == offset


def test_a_few_control_characters_are_still_text() -> None:
    assert read(("表格\x07" + SAMPLE).encode()).text.startswith("表格\x07")


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (SAMPLE.encode()[:-1], len(SAMPLE.encode()) - 3),
        (b"\xff\xfe" + SAMPLE.encode("utf-16-le") + b"\x00", 2 + 2 * len(SAMPLE)),
        (SAMPLE.encode("gbk") + b"\xff\xff", len(SAMPLE.encode("gbk"))),
        (SAMPLE.encode() + b"\x80" + SAMPLE.encode(), len(SAMPLE.encode())),
    ],
)
def test_undecodable_text_is_refused_with_its_place(data: bytes, offset: int) -> None:
    with pytest.raises(Undecodable) as caught:
        read(data)
    assert caught.value.values["offset"] == offset


@given(st.binary(max_size=80))
def test_any_bytes_give_a_document_or_a_clear_error(data: bytes) -> None:
    try:
        assert "\r" not in read(data).text
    except DraftError as error:
        said = error.message("zh"), error.message("en")
        assert all(said)


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".odt", ".rtf", ".DOC"])
def test_old_formats_are_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"稿{suffix}"
    with pytest.raises(NotFound):
        readers.read(str(path))
    path.touch()
    with pytest.raises(OldFormat, match="另存为"):
        readers.read(str(path))


def test_rich_text_named_text_is_an_old_format() -> None:
    with pytest.raises(OldFormat):
        read(rb"{\rtf1\ansi")


def test_what_is_no_draft_file(tmp_path: Path) -> None:
    (tmp_path / "dir.docx").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.pdf").touch()
    (tmp_path / "a").touch()
    cases = {
        "none.txt": NotFound,
        "none": NotFound,
        "none.pdf": NotFound,
        ".": NotAFile,
        "dir.docx": NotAFile,
        "pipe.txt": NotAFile,
        "a.pdf": UnknownFormat,
        "a": UnknownFormat,
    }
    for name, error in cases.items():
        with pytest.raises(error):
            readers.read(str(tmp_path / name))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(readers.LIMIT_MB * 2**20 + 1)
    with pytest.raises(TooLarge):
        readers.read(str(huge))


def test_bytes_without_a_name_are_text_unless_they_are_a_package() -> None:
    assert readers.parse("-", SAMPLE.encode()).format == "text"
    assert readers.parse("稿.md", SAMPLE.encode()).markdown


def test_more_text_than_any_draft_has_is_refused() -> None:
    with pytest.raises(TooLong):
        read(b"x" * (MOST_CHARACTERS + 1))
    assert len(read(b"x" * MOST_CHARACTERS).text) == MOST_CHARACTERS
