"""Short ways to write into what the builder built, and to read what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count
from random import Random
from xml.etree import ElementTree

from docklint.document import MADE_UP, Document, Mark
from docklint.readers import docx
from docklint.spans import Span
from docklint.word.changes import make_changes, refused
from docklint.word.notes import Note, add_notes
from docklint.word.own import Tag, tags
from tests.docx_builder import STRICT_W, W, entries, package, zipped

DATE = "2025-01-06T09:30:00Z"
WRITTEN = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
"""What comments may change in a package that had none."""


def read(data: bytes, revisions: str = "final") -> Document:
    """Read a package."""
    return docx.read("draft.docx", data, revisions)


def tag(number: int) -> Tag:
    """Give a tag of its own to each number."""
    return Tag("EXA101", f"{number:016x}")


def is_real(document: Document, at: int) -> bool:
    """Say whether a character stands in the file, and was not made by the reader."""
    pieces = (piece for piece in document.pieces if piece.start <= at < piece.end)
    return any(piece.atom != MADE_UP for piece in pieces)


def note(start: int, end: int, number: int = 0, *words: str) -> Note:
    """A note on a span."""
    return Note(Span(start, end), words or ("没有事例。",), (tag(number),))


def notes_on(document: Document, *quotes: str) -> list[Note]:
    """Notes on the first place at which each quote stands."""
    places = [(document.text.index(quote), len(quote)) for quote in quotes]
    return [note(at, at + size, number) for number, (at, size) in enumerate(places)]


def annotated(data: bytes, *quotes: str) -> bytes:
    """Comment on the first place of each quote."""
    document = read(data)
    return add_notes(data, document, notes_on(document, *quotes))


def own(document: Document) -> dict[tuple[Tag, ...], Mark]:
    """Give docklint's own comments by their tags."""
    return {tags(mark.text.split("\n")): mark for mark in document.marks if mark.kind == "own"}


def anchored(data: bytes) -> list[str]:
    """Give the text that docklint's own comments stand at, in the order of their tags."""
    document = read(data)
    found = sorted(own(document).items())
    return [document.text[mark.start : mark.end].lstrip("\n") for _, mark in found]


def markers(data: bytes, part: str = "word/document.xml") -> list[str]:
    """Give the markers of comments in document order: `<3`, `3>` and `3` for the reference."""
    signs = {"commentRangeStart": "<{}", "commentRangeEnd": "{}>", "commentReference": "{}"}
    root = ElementTree.fromstring(entries(data)[part])
    found = ((each.tag.rpartition("}")[2], each) for each in root.iter())
    return [signs[local].format(_id(each)) for local, each in found if local in signs]


def _id(element: ElementTree.Element) -> str | None:
    return element.get(f"{{{W}}}id") or element.get(f"{{{STRICT_W}}}id")


def unlike(before: bytes, after: bytes) -> set[str]:
    """Give the names of the parts that differ."""
    old, new = entries(before), entries(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def body(data: bytes) -> str:
    """Give what stands in the body."""
    text = entries(data)["word/document.xml"].decode()
    return text[text.index("<w:body>") + 8 : text.index("<w:sectPr>")]


def some_notes(document: Document, seed: int, many: int = 12) -> list[Note]:
    """Notes on spans anywhere, some of them empty, none across lines."""
    random = Random(seed)
    found = []
    for number in range(many):
        start = random.randrange(len(document.text) + 1)
        end = min(start + random.choice((0, 1, 2, 5, 9, 30)), len(document.text))
        line_end = document.text.find("\n", start, end)
        found.append(note(start, end if line_end < 0 else line_end, number, f"第{number}处：<&>“话”"))
    return found


def some_edits(
    document: Document, seed: int, many: int = 15, *, lines: bool = False
) -> list[tuple[Span, str]]:
    """Edits anywhere that do not overlap; with `lines` they join and part lines, too."""
    random = Random(seed)
    places = sorted(random.randrange(len(document.text) + 1) for _ in range(many))
    words = ["", "新", "甲乙丙", "a\tb<&", "  ", *(["上\n下", "\n"] if lines else [])]
    found, last = [], 0
    for place in places:
        start = max(place, last)
        last = min(start + random.choice((0, 0, 1, 2, 5, 30)), len(document.text))
        old = document.text[start:last]
        if "\n" in old and not lines:
            last = start + old.index("\n")
        chosen = random.choice(words)
        found.append(
            (
                Span(start, last),
                random.choice((chosen, old[:1] + chosen + old[2:])).replace("\n" if not lines else "\0", ""),
            )
        )
    return found


def possible(data: bytes, document: Document, edits: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Leave out the edits that are refused."""
    no = {each.number for each in refused(data, document, edits)}
    return [edit for number, edit in enumerate(edits) if number not in no]


def edited(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """Give the text that edits lead to."""
    for span, words in reversed(list(edits)):
        text = text[: span.start] + words + text[span.end :]
    return text


def changed(data: bytes, old: str, new: str, *, tracked: bool = True) -> bytes:
    """Change the first place of some words."""
    document = read(data)
    at = document.text.index(old)
    return make_changes(data, document, [(Span(at, at + len(old)), new)], date=DATE, tracked=tracked)


def respelt(data: bytes, prefix: str) -> bytes:
    """Write the elements of WordprocessingML with another prefix, or with none; attributes keep one."""
    return zipped(
        {
            name: _respelt(part, prefix) if name.startswith("word/") else part
            for name, part in entries(data).items()
        }
    )


def _respelt(part: bytes, prefix: str) -> bytes:
    text = part.decode()
    if prefix:
        return text.replace("w:", f"{prefix}:").replace("xmlns:w=", f"xmlns:{prefix}=").encode()
    text = re.sub(r"<(/?)w:", r"<\1", text)
    return re.sub(r"xmlns:w=(\"[^\"]*\")", r"xmlns:w=\1 xmlns=\1", text, count=1).encode()


def encoded(data: bytes, encoding: str, declared: str) -> bytes:
    """Store the parts below `word/` in another encoding."""
    return zipped(
        {
            name: _encoded(part, encoding, declared) if name.startswith("word/") else part
            for name, part in entries(data).items()
        }
    )


def _encoded(part: bytes, encoding: str, declared: str) -> bytes:
    return part.decode().replace('encoding="UTF-8"', f'encoding="{declared}"', 1).encode(encoding)


def with_part(data: bytes, kind: str, relationship: str, content: str) -> bytes:
    """Add a part beside the main one, related to it by `relationship`; without saying of what type it is."""
    parts: dict[str, bytes | str] = dict(entries(data))
    rels = parts["word/_rels/document.xml.rels"]
    assert isinstance(rels, bytes)
    number = next(each for each in count(900) if f'"r{each}"'.encode() not in rels)
    more = f'<Relationship Id="r{number}" Type="{relationship}" Target="{kind}.xml"/></Relationships>'
    parts["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", more.encode())
    parts[f"word/{kind}.xml"] = content
    return zipped(parts)


def undeclared(data: bytes) -> bytes:
    """Take out what the builder says of a comments part even where there is none."""
    parts: dict[str, bytes | str] = dict(entries(data))
    types = entries(data)["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = re.sub('<Override PartName="/word/comments.xml"[^>]*/>', "", types)
    return zipped(parts)


def built(*blocks: str, **parts: object) -> bytes:
    """Build a package."""
    return package(*blocks, **parts)  # type: ignore[arg-type]
