"""Plain text and Markdown: bytes to one immutable Document.

Encodings are tried in this order: a byte order mark, UTF-8, GB18030 (which holds GBK and GB2312).
Lines end at CRLF, CR or LF and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from docklint.document import MOST_CHARACTERS, Document, Line, Piece
from docklint.errors import Binary, Empty, OldFormat, TooLong, Undecodable
from docklint.patterns import compiled
from docklint.readers.markdown import MarkdownTable, tables
from docklint.spans import utf16_length

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
    (b"\xff\xfe", "utf-16-le", "utf-16"),
    (b"\xfe\xff", "utf-16-be", "utf-16"),
)
_MAGIC = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
)
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1a\x1b"))
"""Bytes that text has hardly any of; a few come along when text is copied out of an old Word table."""
_MOST_CONTROLS = 0.02
_BLANKS = "\ufeff\u200b\u200c\u200d\u2060"


def read(path: str, data: bytes, revisions: str = "final") -> Document:
    """Read a `.txt` or `.md` file. `revisions` means nothing here.

    Raises `Empty`, `TooLong`, `OldFormat` (rich text under a text file's name), or `Binary` or `Undecodable`
    with the byte offset at which it shows.
    """
    decoded, encoding = decode(data)
    if not decoded.strip().strip(_BLANKS).strip():
        raise Empty()
    if len(decoded) > MOST_CHARACTERS:
        raise TooLong(limit=MOST_CHARACTERS)
    text = decoded.replace("\r\n", "\n").replace("\r", "\n")
    markdown = path.lower().endswith(".md")
    found = [*tables(text)] if markdown else []
    return Document(
        path=path,
        text=text,
        lines=tuple(_with_tables(_lines(text), found) if found else _lines(text)),
        pieces=tuple(_pieces(decoded)),
        encoding=encoding,
        markdown=markdown,
        read=("body", "table") if found else ("body",),
    )


def decode(data: bytes) -> tuple[str, str]:
    """Turn bytes into text, line ends untouched and without byte order mark; give the encoding's name too.

    Raises `Binary`, `OldFormat` or `Undecodable`.
    """
    _refuse_foreign(data)
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, mark, codec), name
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_chinese(data, error.start), "gb18030"


def _refuse_foreign(data: bytes) -> None:
    if data.startswith(_MAGIC):
        raise Binary(offset=0)
    if data.startswith(b"{\\rtf"):
        raise OldFormat(suffix=".rtf")


def _decode_marked(data: bytes, mark: bytes, codec: str) -> str:
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        raise Undecodable(offset=len(mark) + error.start) from error
    if "\0" in text:
        before = text[: text.index("\0")]
        size = len(before.encode()) if codec == "utf-8" else 2 * utf16_length(before, 0, len(before))
        raise Binary(offset=len(mark) + size)
    return text


def _refuse_binary(data: bytes) -> None:
    if b"\0" in data:
        raise Binary(offset=data.index(b"\0"))
    clean = data.translate(None, _CONTROLS)
    if len(data) - len(clean) > max(3, _MOST_CONTROLS * len(data)):
        raise Binary(offset=next(at for at, byte in enumerate(data) if byte in _CONTROLS))


def _decode_chinese(data: bytes, fault: int) -> str:
    # GB18030 reads nearly any bytes as some Chinese; damaged UTF-8 must not be shown as gibberish.
    if _mostly_utf8(data):
        raise Undecodable(offset=fault)
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise Undecodable(offset=max(fault, error.start)) from error


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    return sum(character > "\u07ff" for character in text) - faults > faults


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield Line(start, start + len(line), paragraph=number)
        start += len(line) + 1


def _with_tables(lines: Iterable[Line], found: Sequence[MarkdownTable]) -> Iterator[Line]:
    starts = [table.start for table in found]
    for line in lines:
        at = bisect_right(starts, line.start) - 1
        inside = at >= 0 and line.end <= found[at].end
        yield line._replace(part="table") if inside else line


def _pieces(decoded: str) -> Iterator[Piece]:
    """Yield the runs that stand in `decoded` as in the text: a CR, with or without LF, breaks them."""
    at = source = 0
    # A pattern is dear to compile, and looked for only where it can be found.
    for ending in compiled("\r\n?").finditer(decoded) if "\r" in decoded else ():
        length = ending.start() - source
        if length:
            yield Piece(at, at + length, "", 0, source)
        at += length + 1
        source = ending.end()
    if source < len(decoded):
        yield Piece(at, at + len(decoded) - source, "", 0, source)
