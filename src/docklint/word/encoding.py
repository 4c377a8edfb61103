"""A part's bytes as UTF-8, and back into the encoding it came in.

expat knows no encoding of several bytes a character but the UTFs, and positions are simplest in bytes of UTF-8: a part
in any other encoding is worked on in UTF-8 and written back as it came.
"""

from __future__ import annotations

import codecs
import re

from docklint.values import Value
from docklint.word import errors, guard

DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)", re.ASCII)
"""What the XML declaration says, where it can be read as ASCII."""
_WIDE = {
    codecs.BOM_UTF16_LE: ("utf-16-le", codecs.BOM_UTF16_LE),
    codecs.BOM_UTF16_BE: ("utf-16-be", codecs.BOM_UTF16_BE),
    b"<\0": ("utf-16-le", b""),
    b"\0<": ("utf-16-be", b""),
}
_UTF8 = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii"})
"""What is UTF-8, whatever it says: UTF-16 would not begin like ASCII, and ASCII is a part of it."""
_CHINESE = frozenset({"gb2312", "gbk"})
"""GB18030 holds both, and those who write them are not strict about which: read as the reader does."""


class Encoding(Value):
    """How a part is stored. `mark`: the byte order mark before it. `ascii`: no character may be written beyond it."""

    name: str = "utf-8"
    mark: bytes = b""
    ascii: bool = False

    def decode(self, data: bytes, part: str) -> bytes:
        """Return the part in UTF-8. Raises `BadXml`."""
        if self.name == "utf-8":
            return data
        try:
            name = "gb18030" if self.name in _CHINESE else self.name
            return data[len(self.mark) :].decode(name).encode()
        except (UnicodeError, LookupError) as error:
            raise errors.BadXml(part=guard.shown(part), english=guard.shown(str(error))) from error

    def encode(self, data: bytes) -> bytes:
        """Return UTF-8 in this encoding; a character that it lacks is written as a reference."""
        if self.name == "utf-8" and not self.ascii:
            return data
        name = "ascii" if self.ascii else self.name
        return self.mark + data.decode().encode(name, "xmlcharrefreplace")


def encoding_of(data: bytes) -> Encoding:
    """Return the encoding of a part, by its first bytes and by what it declares."""
    for begin, (name, mark) in _WIDE.items():
        if data.startswith(begin):
            return Encoding(name, mark)
    named = DECLARED.match(data[:256].removeprefix(codecs.BOM_UTF8))
    declared = named[1].decode().lower() if named else "utf-8"
    if declared in _UTF8 or data.startswith(codecs.BOM_UTF8):
        return Encoding(ascii=declared.endswith("ascii"))
    return Encoding(declared)
