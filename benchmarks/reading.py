"""Reading a DOCX against its floor (unzip and parse document.xml) and against python-docx, by size."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable, Iterator

import docx
from lxml import etree

from docklint.readers.docx import read
from tests.docx_builder import typed

SIZES = (100, 1_000, 10_000)
SENTENCE = "对上级部署的重点任务往往停留在会议传达层面，跟踪问效不够及时，抓落实的力度层层递减。"
ROUNDS = 9


def rows() -> Iterator[str]:
    """Yield a table row a size: milliseconds of the floor, and the two readers as multiples of it."""
    yield "| paragraphs | floor, ms | docklint / floor | python-docx / floor |\n|---|---|---|---|"
    for size in SIZES:
        data = typed("\n".join(SENTENCE for _ in range(size)))
        floor, ours, peer = _best((_floor, _ours, _peer), data)
        yield f"| {size} | {floor * 1e3:.2f} | {ours / floor:.2f} | {peer / floor:.2f} |"


def _best(ways: tuple[Callable[[bytes], object], ...], data: bytes) -> list[float]:
    """Time the ways in random order, round by round, and give the best of each in seconds."""
    best = [float("inf")] * len(ways)
    for _ in range(ROUNDS):
        for at in random.sample(range(len(ways)), len(ways)):
            start = time.perf_counter()
            ways[at](data)
            best[at] = min(best[at], time.perf_counter() - start)
    return best


def _floor(data: bytes) -> object:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def _ours(data: bytes) -> object:
    return read("draft.docx", data)


def _peer(data: bytes) -> object:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
