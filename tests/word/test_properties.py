"""For any document and any cut: the same text, the same lines, and a way back to every character."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.document import MADE_UP, Document
from docklint.readers import docx
from docklint.word import xml
from docklint.word.atoms import atoms
from docklint.word.package import Package
from tests import docx_builder as b

_LINE = st.text(st.sampled_from('一二三、（）是比如：。青禾县档案馆 \u3000*ABC1234<&>"𠮷'), max_size=30)
_TEXT = st.lists(_LINE, min_size=1, max_size=8).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(_TEXT, st.integers(0, 10_000))
def test_cut_anywhere_text_and_lines_unchanged(text: str, seed: int) -> None:
    whole, cut = docx.read("x", b.typed(text)), docx.read("x", b.split_runs(text, Random(seed)))
    assert whole.text == cut.text == text
    assert whole.lines == cut.lines


@settings(max_examples=40, deadline=None)
@given(_TEXT)
def test_every_guise_shows_the_same_lines(text: str) -> None:
    for name, guise in b.GUISES.items():
        document = docx.read("x", guise(text))
        assert document.text == text, name
        assert [document.text[line.start : line.end] for line in document.lines] == text.split("\n"), name


_INLINE = st.recursive(
    st.text("青禾县\u3000 a", max_size=4).map(b.run)
    | st.sampled_from(
        [
            b.tab(),
            b.br(),
            b.br("page"),
            b.raw_run("<w:noBreakHyphen/>"),
            b.ruby("学", "xué"),
            b.deleted("删"),
            b.text_box("框"),
        ]
    )
    | st.text("甲乙 ", max_size=4).map(lambda text: f"<w:r><w:t> {text}</w:t></w:r>"),
    lambda inner: st.builds(
        lambda wrapper, content: wrapper(*content),
        st.sampled_from(
            [
                b.inserted,
                b.moved_to,
                b.moved_from,
                b.control,
                lambda *c: b.wrap("hyperlink", *c),
                lambda *c: b.field("REF x", *c),
            ]
        ),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)
_BLOCK = st.recursive(
    st.builds(
        lambda inline, num, mark, stops: b.para(*inline, num=num, mark=mark, props=stops),
        st.lists(_INLINE, max_size=4),
        st.sampled_from([None, (1, 0), (1, 1)]),
        st.sampled_from(["", "", b.MARK_DELETED, b.MARK_INSERTED, "<w:vanish/>"]),
        st.sampled_from(["", '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>']),
    ),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: b.table([b.cell(*blocks)]))
        | st.lists(inner, max_size=2).map(lambda blocks: b.control(*blocks))
    ),
    max_leaves=5,
)
_NUMBERING = b.abstract(
    0, b.level(0, "%1、", "chineseCounting"), b.level(1, "（%2）", "chineseCounting")
) + b.num(1, 0)


@settings(max_examples=150, deadline=None)
@given(st.lists(_BLOCK, max_size=5), st.sampled_from(["final", "original"]))
def test_pieces_lead_back_to_the_exact_characters(blocks: list[str], revisions: str) -> None:
    data = b.package(*blocks, numbering=_NUMBERING, headers=[blocks[0]] if blocks else [])
    check(docx.read("x", data, revisions), data)


def check(document: Document, data: bytes) -> None:
    """Check the invariants of lines, pieces and marks against a fresh parse of the package."""
    text = document.text
    assert [text[line.start : line.end] for line in document.lines] == text.split("\n")
    package = Package(data)
    parsed = {
        source: list(atoms(package.parse(source))) for source in {piece.source for piece in document.pieces}
    }
    covered: set[int] = set()
    for piece in document.pieces:
        assert piece.start < piece.end
        covered.update(range(piece.start, piece.end))
        if piece.atom != MADE_UP:
            assert _stored(parsed[piece.source][piece.atom], piece.offset, piece.end - piece.start) in (
                None,
                text[piece.start : piece.end],
            )
    assert covered == {at for at, character in enumerate(text) if character != "\n"}
    assert list(document.pieces) == sorted(document.pieces)
    assert all(0 <= mark.start <= mark.end <= len(text) for mark in document.marks)


def _stored(atom: xml.Element, offset: int, length: int) -> str | None:
    """Return the characters an atom holds there; None for one that is a character by its name."""
    if not atom.tag.endswith(("}t", "}delText")):
        assert (offset, length) == (0, 1)
        return None
    return (atom.text or "")[offset : offset + length].replace("\n", " ").replace("\r", " ")
