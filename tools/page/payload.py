"""Files in one stretch of text: a table of contents and the files behind each other, compressed. Same files, same bytes."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from zopfli import gzip

DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the first that an archive can have."""


DIGITS = "".join(chr(code) for code in range(33, 127) if chr(code) not in "<>&")
"""What nothing means in HTML."""
GROUP = 13
"""Bytes that are eight times 13 bits."""
ROUNDS = 3
"""Of zopfli's search; five take a quarter longer and save a thousandth."""


def payload(files: Mapping[str, bytes]) -> str:
    """Return files as the worker unpacks them."""
    table = json.dumps([[name, len(data)] for name, data in files.items()], ensure_ascii=False).encode()
    data = _gzip(len(table).to_bytes(4, "little") + table + b"".join(files.values()))
    return _digits(data + bytes(-len(data) % GROUP)) + f"{-len(data) % GROUP:02}"


def _digits(data: bytes) -> str:
    """Write 13 bits as two of 91 characters: that takes 8 % less than base 64, and 1.5 % less than base 85."""
    pairs = [one + other for one in DIGITS for other in DIGITS]
    groups = (int.from_bytes(data[at : at + GROUP], "big") for at in range(0, len(data), GROUP))
    return "".join(pairs[group >> shift & 0x1FFF] for group in groups for shift in range(91, -1, -13))


def _gzip(data: bytes) -> bytes:
    """Compress as what a browser unpacks by itself, by a search that takes seconds and saves a twentieth."""
    compressed: bytes = gzip.compress(data, numiterations=ROUNDS)
    return compressed


def packed(data: bytes) -> str:
    """Return base64 of gzip."""
    return b64encode(_gzip(data)).decode()


def archive(files: Mapping[str, bytes], compression: int = ZIP_STORED) -> bytes:
    """Return a zip archive; stored files are read faster by Python, and the payload is compressed as a whole."""
    written = BytesIO()
    with ZipFile(written, "w") as package:
        for name, data in files.items():
            entry = ZipInfo(name, DAY)
            entry.external_attr = 0o644 << 16
            entry.compress_type = compression
            package.writestr(entry, data, compresslevel=9)
    return written.getvalue()
