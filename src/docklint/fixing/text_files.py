"""Edits of a text file: its encoding, byte order mark and line ends stay, and so does every byte around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from docklint.readers.text import decode
from docklint.rules import Edit

_MARKS = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}
_BIG_ENDIAN = b"\xfe\xff"
_LENGTHS = {"utf-8-sig": 3, "utf-16": 2}
"""Bytes of the byte order mark that an encoding begins with."""


def edited_bytes(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the bytes of a text file after edits of its text, as `readers.text.read` gives it.

    A line end that an edit brings is written as the first of the file is.
    """
    decoded, encoding = decode(data)
    mark = data[: _LENGTHS.get(encoding, 0)]
    codec = "utf-16-be" if mark == _BIG_ENDIAN else _MARKS.get(encoding, encoding)
    line_end = next(iter(re.findall("\r\n|\r|\n", decoded)), "\n")
    longer = [match.start() - at for at, match in enumerate(re.finditer("\r\n", decoded))]
    pieces, done = [mark], 0
    for (start, end), words in edits:
        first, last = start + bisect_left(longer, start), end + bisect_left(longer, end)
        pieces += (decoded[done:first].encode(codec), words.replace("\n", line_end).encode(codec))
        done = last
    return b"".join((*pieces, decoded[done:].encode(codec)))
