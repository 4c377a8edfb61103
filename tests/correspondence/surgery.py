"""Cutting measures out of a labelled draft and adding one, by its text alone; no docklint needed."""

from __future__ import annotations

import re
from typing import NamedTuple

from .sample import Sample

NUMERALS = "一二三四五六七八九十"
_SECTION = re.compile(rf"^[{NUMERALS}]、", re.MULTILINE)
_CLOSING = re.compile(r"^以上", re.MULTILINE)
_ORDINAL = re.compile(rf"（[{NUMERALS}]+）$|第[{NUMERALS}]+，$|[{NUMERALS}][是要]$|\d+[.、]$")


class Block(NamedTuple):
    """A measure as it stands: its ordinal (empty without one) and the rest, up to the next measure."""

    ordinal: str
    body: str


def sections(text: str) -> tuple[str, ...]:
    """Cut a draft into what stands before the first level-1 heading and its sections."""
    starts = [match.start() for match in _SECTION.finditer(text)]
    bounds = zip([0, *starts], [*starts, len(text)], strict=True)
    return tuple(text[start:end] for start, end in bounds)


def without(sample: Sample, title: str) -> str:
    """Return the draft without the measure called `title`; the later measures move up."""
    head, blocks, tail = _dissect(sample)
    kept = [block for block in blocks if not block.body.startswith(title)]
    return head + _numbered(blocks, kept) + tail


def with_unrelated(sample: Sample) -> str:
    """Return the draft with its unrelated measure added as the last one."""
    head, blocks, tail = _dissect(sample)
    last = blocks[-1]
    inline = all("\n" not in block.body for block in blocks[:-1])
    body = last.body.rstrip("\n") if inline else last.body
    added = Block(_next(last.ordinal), sample.unrelated + "\n")
    blocks = [*blocks[:-1], Block(last.ordinal, body), added]
    return head + _numbered(blocks, blocks) + tail


def _dissect(sample: Sample) -> tuple[str, list[Block], str]:
    section = sections(sample.text)[3]
    offset = sample.text.index(section)
    closing = _CLOSING.search(section)
    end = closing.start() if closing else len(section)
    starts = [_start(section, title) for title in sample.measures]
    bounds = zip(starts, [*starts[1:], end], strict=True)
    blocks = [
        _block(section[start:stop], title)
        for (start, stop), title in zip(bounds, sample.measures, strict=True)
    ]
    return sample.text[: offset + starts[0]], blocks, sample.text[offset + end :]


def _start(section: str, title: str) -> int:
    at = section.index(title)
    ordinal = _ORDINAL.search(section[:at])
    return ordinal.start() if ordinal else at


def _block(text: str, title: str) -> Block:
    at = text.index(title)
    return Block(text[:at], text[at:])


def _numbered(numbers: list[Block], blocks: list[Block]) -> str:
    return "".join(number.ordinal + block.body for number, block in zip(numbers, blocks, strict=False))


def _next(ordinal: str) -> str:
    return re.sub(rf"\d+|[{NUMERALS}]", lambda match: _successor(match[0]), ordinal)


def _successor(number: str) -> str:
    return str(int(number) + 1) if number.isdecimal() else NUMERALS[NUMERALS.index(number) + 1]
