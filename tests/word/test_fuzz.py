"""Bytes and XML of good files, mutated: a document or a DraftError, never anything else."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.document import Document
from docklint.errors import DraftError
from docklint.readers import docx
from tests import docx_builder as b
from tests.docx_builder import para

_SEED = b.package(
    para("一、甲", b.commented(1, "乙"), style="Heading1"),
    b.contents_table("目录"),
    b.table(["丙", "丁"]),
    para(b.inserted("戊"), b.deleted("己"), b.field("REF x", "庚"), num=(1, 0), mark=b.MARK_DELETED),
    para(b.text_box("框"), b.ruby("学", "xué"), b.control("辛"), b.run("隐", style="Hidden"), num=(2, 1)),
    para(
        b.raw_run('<w:sym w:font="Wingdings" w:char="F081"/>'),
        b.note_reference("footnote", 1),
        b.br(),
        b.tab(),
    ),
    numbering=b.abstract(0, b.level(0, "%1、", "chineseCounting"), b.level(1, "%1.%2", "upperRoman"))
    + b.num(1, 0)
    + b.num(2, 0, {1: 4}),
    headers=["眉"],
    footnotes=["注"],
    comments=[b.comment(1, "批")],
)
_PARTS = b.entries(_SEED)
_TOKENS = [b"w:p", b"w:r", b"w:t", b"w:del", b"w:ins", b"w:tbl", b"w:val", b"0", b"-1", b"99999999999999999999", b"", b"\xff", b"<", b">", b'"', b"w:sdt", b"w:tab", b"mc:Choice", b"w:fldChar", b"begin", b"end", b"separate", b"w:vanish", b"F081", b"\xe4\xb8"]  # fmt: skip


def read(data: bytes, revisions: str = "final") -> None:
    """Read, and accept a document that hangs together or a DraftError with its sentences."""
    outcome = attempt(data, revisions)
    if isinstance(outcome, Document):
        coherent(outcome)
    else:
        assert outcome.message("zh").isprintable()
        assert outcome.message("en").isprintable()
        assert pickle.loads(pickle.dumps(outcome)).values == outcome.values


def attempt(data: bytes, revisions: str) -> Document | DraftError:
    """Read, or give the error a user would see."""
    try:
        return docx.read("x", data, revisions)
    except DraftError as error:
        return error


def coherent(document: Document) -> None:
    """Check that lines, pieces and marks fit the text, and that the text can be written out."""
    text = document.text
    assert [text[line.start : line.end] for line in document.lines] == text.split("\n")
    assert all(0 <= piece.start < piece.end <= len(text) for piece in document.pieces)
    assert all(0 <= mark.start <= mark.end <= len(text) for mark in document.marks)
    text.encode()


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(_SEED) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_bytes_changed(changes: list[tuple[int, int]]) -> None:
    data = bytearray(_SEED)
    for at, value in changes:
        data[at] = value
    read(bytes(data))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(_SEED)), st.integers(0, 200), st.binary(max_size=40))
def test_bytes_cut_and_pasted(at: int, length: int, pasted: bytes) -> None:
    read(_SEED[:at] + pasted + _SEED[at + length :])


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(_PARTS)), st.data(), st.sampled_from(["final", "original"]))
def test_xml_changed(name: str, data: st.DataObject, revisions: str) -> None:
    """Exchange tokens of one part for others, so that much of it stays well-formed."""
    part = _PARTS[name]
    for _ in range(data.draw(st.integers(1, 4))):
        old, new = data.draw(st.sampled_from(_TOKENS[:8])), data.draw(st.sampled_from(_TOKENS))
        part = part.replace(old, new, data.draw(st.integers(-1, 3)))
    read(b.zipped({**_PARTS, name: part}), revisions)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(_PARTS)), st.data())
def test_elements_moved(name: str, data: st.DataObject) -> None:
    """Move a stretch between two tags to another tag's place: well-formed by luck, valid hardly ever."""
    pieces = _PARTS[name].split(b"<")
    start = data.draw(st.integers(1, len(pieces)))
    end = data.draw(st.integers(start, min(start + 6, len(pieces))))
    rest = pieces[:start] + pieces[end:]
    to = data.draw(st.integers(0, len(rest)))
    read(b.zipped({**_PARTS, name: b"<".join(rest[:to] + pieces[start:end] + rest[to:])}))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(_PARTS)), st.sampled_from(sorted(_PARTS)))
def test_parts_exchanged_or_dropped(one: str, other: str) -> None:
    read(b.zipped({**_PARTS, one: _PARTS[other]}))
    read(b.zipped({name: data for name, data in _PARTS.items() if name != one}))
