"""A zip with some entries changed: the others keep their bytes, their order, their dates and their attributes."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docklint.word.guard import part_name

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_SIZES_FOLLOW = 0x8
_UTF8 = 0x800
_ZIP64 = 1


def repackage(data: bytes, changed: Mapping[str, bytes], dropped: frozenset[str] = frozenset()) -> bytes:
    """Return the package with the parts in `changed` in place of, or after, its own, and without those `dropped`.

    What does not change is copied as it is stored: nothing is inflated, and nothing packed anew.
    """
    out = io.BytesIO()
    directory: list[bytes] = []
    with ZipFile(io.BytesIO(data)) as file:
        for info, packed in _entries(file, data, changed, dropped):
            info.header_offset = out.tell()
            out.write(_local(info) + packed)
            directory.append(_central(info))
        start = out.tell()
        out.write(b"".join(directory))
        sizes = (len(directory), len(directory), out.tell() - start, start, len(file.comment))
        out.write(_END.pack(b"PK\x05\x06", 0, 0, *sizes) + file.comment)
    return out.getvalue()


def _entries(
    file: ZipFile, data: bytes, changed: Mapping[str, bytes], dropped: frozenset[str]
) -> Iterator[tuple[ZipInfo, bytes]]:
    """Yield what the package is to hold: each entry and its packed bytes."""
    waiting = {name.casefold(): content for name, content in changed.items()}
    gone = {name.casefold() for name in dropped}
    for info in file.infolist():
        name = part_name(info.filename).casefold()
        info.extra = _without_zip64(info.extra)
        if name in waiting:
            yield info, _pack(info, waiting.pop(name))
        elif name not in gone:
            yield info, _packed(info, data)
    for name, content in changed.items():
        if name.casefold() in waiting:
            info = ZipInfo(name)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            yield info, _pack(info, content)


def _packed(info: ZipInfo, data: bytes) -> bytes:
    """Return an entry's bytes as they are stored."""
    header = _LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + _LOCAL.size + header[-2] + header[-1]
    return data[start : start + info.compress_size]


def _pack(info: ZipInfo, content: bytes) -> bytes:
    """Pack new content the way the entry was packed, and note its sizes."""
    packed = content
    if info.compress_type == ZIP_DEFLATED:
        deflate = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
        packed = deflate.compress(content) + deflate.flush()
    info.CRC, info.file_size, info.compress_size = zlib.crc32(content), len(content), len(packed)
    return packed


def _local(info: ZipInfo) -> bytes:
    name, flags = _named(info)
    return (
        _LOCAL.pack(b"PK\x03\x04", info.extract_version, flags, *_stored(info), len(name), len(info.extra))
        + name
        + info.extra
    )


def _central(info: ZipInfo) -> bytes:
    name, flags = _named(info)
    version = info.create_system << 8 | info.create_version
    lengths = (len(name), len(info.extra), len(info.comment))
    attributes = (0, info.internal_attr, info.external_attr, info.header_offset)
    head = (b"PK\x01\x02", version, info.extract_version, flags)
    return _CENTRAL.pack(*head, *_stored(info), *lengths, *attributes) + name + info.extra + info.comment


def _stored(info: ZipInfo) -> tuple[int, int, int, int, int, int]:
    """Return what both headers say alike: method, time, date, checksum and sizes."""
    year, month, day, hour, minute, second = info.date_time
    date = (year - 1980) << 9 | month << 5 | day
    time = hour << 11 | minute << 5 | second // 2
    return info.compress_type, time, date, info.CRC, info.compress_size, info.file_size


def _named(info: ZipInfo) -> tuple[bytes, int]:
    """Return the name as it is stored, and the flags: sizes stand in the header, never behind the data."""
    flags = info.flag_bits & ~_SIZES_FOLLOW
    try:
        # `orig_filename`: zipfile cuts names at a zero byte and turns separators.
        return info.orig_filename.encode("utf-8" if flags & _UTF8 else "cp437"), flags
    except UnicodeEncodeError:
        return info.orig_filename.encode(), flags | _UTF8


def _without_zip64(extra: bytes) -> bytes:
    """Drop the long sizes: no file this small needs them, and they must not speak beside the short ones."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept + extra[at:]
