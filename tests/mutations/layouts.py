"""The same draft laid out differently: nothing of its meaning changes, so nothing new may be found in it."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from docklint.spans import Span

from .edits import Edit
from .paper import Paper, Part
from .surgery import heading_stop

Layout = Callable[[Paper], Paper | None]
Typesetting = Callable[[str], Iterator[Edit]]
HALF_WIDTH = str.maketrans("，：；（）？！", ",:;()?!")
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def typesetting(name: str, set_text: Typesetting) -> Layout:
    """Make a layout of a typesetting, which needs to know nothing of a paper but its text."""

    def layout(paper: Paper) -> Paper:
        return paper.edited(set_text(paper.text))

    layout.__name__ = name
    return layout


def _hard_wrapped(text: str, width: int = 26) -> Iterator[Edit]:
    """Break every line after 26 characters, in mid-word, as text pasted from a PDF."""
    for line in re.finditer("[^\n]+", text):
        yield from (Edit(at, at, "\n") for at in range(line.start() + width, line.end(), width))


def _indented(text: str) -> Iterator[Edit]:
    """Indent every line by two full-width blanks."""
    return (Edit(m.start(), m.start(), "\u3000\u3000") for m in re.finditer("(?m)^(?=.)", text))


def _spaced_lines(text: str) -> Iterator[Edit]:
    """Put a blank line between all paragraphs."""
    return (Edit(m.start(), m.end(), "\n\n") for m in re.finditer("\n+", text))


def _half_width(text: str) -> Iterator[Edit]:
    """Write ，：；（） half-width."""
    return _translated(text, HALF_WIDTH)


def _straight_quotes(text: str) -> Iterator[Edit]:
    """Write straight quotes."""
    return _translated(text, STRAIGHT)


def _traditional(text: str) -> Iterator[Edit]:
    """Write traditional characters."""
    return _translated(text, _traditional_table())


@cache
def _traditional_table() -> dict[int, int]:
    table = tomllib.loads(Path(__file__).with_name("traditional.toml").read_text("utf-8"))
    return str.maketrans(table["simplified"], table["traditional"])


def _translated(text: str, table: dict[int, int]) -> Iterator[Edit]:
    return (Edit(at, at + 1, mark.translate(table)) for at, mark in enumerate(text) if ord(mark) in table)


TYPESETTINGS: dict[str, Typesetting] = {
    "hard_wrapped": _hard_wrapped,
    "indented": _indented,
    "spaced_lines": _spaced_lines,
    "half_width": _half_width,
    "straight_quotes": _straight_quotes,
    "traditional": _traditional,
}


def spaced_digits(paper: Paper) -> Paper:
    """Put blanks around the numbers in running text, as a PDF leaves them."""
    markers = [part.marker for part in paper.parts]
    return paper.edited(
        edit
        for match in re.finditer(r"(?<=[\u4e00-\u9fff])\d+(?=[\u4e00-\u9fff])", paper.text)
        if not any(marker.overlaps(Span(*match.span())) for marker in markers)
        for edit in (Edit(match.start(), match.start(), " "), Edit(match.end(), match.end(), " "))
    )


def spaced_ordinals(paper: Paper) -> Paper:
    """Put a blank after every ordinal."""
    return paper.edited(Edit(part.marker.end, part.marker.end, " ") for part in paper.parts if part.ordinal)


def spaced_words(paper: Paper) -> Paper:
    """Put a blank into some words of the running text."""
    headings = [part.heading for part in paper.parts]
    places = (m.start() for m in re.finditer("(?<=[存问工学])[在题作习]", paper.text))
    return paper.edited(
        Edit(at, at, " ") for at in places if not any(span.start <= at < span.end for span in headings)
    )


def title_twice(paper: Paper) -> Paper:
    """Put the title before the title."""
    first = paper.titles[0]
    words = "".join(paper.quote(span) for span in paper.titles)
    return paper.edited([Edit(first.start, first.start, words + "\n")])


def title_wrapped(paper: Paper) -> Paper | None:
    """Break a long title over two lines."""
    first = paper.titles[0]
    middle = (first.start + first.end) // 2
    return paper.edited([Edit(middle, middle, "\n")]) if first.end - first.start > 12 else None


def outline_before(paper: Paper) -> Paper:
    """Put a list of the sections before the draft."""
    listed = "\n".join(paper.quote(part.heading) for part in paper.of("section"))
    return paper.edited([Edit(0, 0, f"提纲\n{listed}\n\n")])


def glued(paper: Paper) -> Paper | None:
    """Pull every dimension but the first up to the end of the paragraph before it."""
    run = [part for part in paper.of("dimension") if part.ordinal and paper.text[part.span.start - 2] == "。"]
    edits = [Edit(part.span.start - 1, part.span.start) for part in run[1:]]
    return paper.edited(edits) if edits and paper.text[heading_stop(paper, run[0]) - 1] != "，" else None


def glued_heads(paper: Paper) -> Paper | None:
    """Put the last section's heading and its first item on one line, as a careless paste does."""
    return _heads_on_one_line(paper, "")


def glued_heads_spaced(paper: Paper) -> Paper | None:
    """Put them on one line with a blank between."""
    return _heads_on_one_line(paper, " ")


def _heads_on_one_line(paper: Paper, between: str) -> Paper | None:
    item = paper.of("measure")[0]
    section = next(part for part in paper.of("section") if part.role == "measures")
    if not (
        item.ordinal and section.ordinal and paper.text[section.heading.end : item.heading.start] == "\n"
    ):
        return None
    return paper.edited([Edit(section.heading.end, item.heading.start, between)])


def glued_opening(paper: Paper) -> Paper | None:
    """Put the first section's heading and its first dimension on the line of the preamble's last sentence."""
    section, dimension = paper.of("section")[0], paper.of("dimension")[0]
    if not (section.ordinal and dimension.ordinal and section.role == "problems"):
        return None
    edits = [Edit(section.span.start - 1, section.span.start)]
    if paper.text[section.heading.end : dimension.heading.start] == "\n":
        edits.append(Edit(section.heading.end, dimension.heading.start))
    return paper.edited(edits)


def items_apart(paper: Paper) -> Paper | None:
    """Return every numbered problem a paragraph of its own."""
    inline = [
        part for part in paper.of("problem") if part.ordinal and paper.text[part.span.start - 1] in "。："
    ]
    return paper.edited(Edit(part.span.start, part.span.start, "\n") for part in inline) if inline else None


def items_joined(paper: Paper) -> Paper | None:
    """Pull every numbered problem up to the paragraph before it."""
    edits = [
        Edit(part.span.start - 1, part.span.start)
        for part in paper.of("problem")
        if part.ordinal and part.ordinal.style in ("一是", "第一，", "其一，")
        if re.search("[。：；]\n$", paper.text[: part.span.start])
    ]
    return paper.edited(edits) if edits else None


def closing_first(paper: Paper) -> Paper | None:
    """Move the closing sentence to the start."""
    if not paper.closing:
        return None
    at = paper.titles[-1].end
    words = paper.quote(paper.closing)
    changed = dataclasses.replace(paper, closing=None)
    return changed.edited([Edit(at, at, f"\n{words}"), Edit(paper.closing.start - 1, paper.closing.end)])


def no_closing(paper: Paper) -> Paper | None:
    """Leave the closing out."""
    if not paper.closing:
        return None
    return dataclasses.replace(paper, closing=None).edited([Edit(*paper.closing)])


def decorated(paper: Paper) -> Paper | None:
    """Dress every dimension's heading: 在认真对照“…”方面."""
    return _headings(paper, lambda name: f"在认真对照“{name}”方面")


def undecorated(paper: Paper) -> Paper | None:
    """Leave the bare name in every dimension's heading."""
    return _headings(paper, lambda name: name)


def drifted(paper: Paper) -> Paper | None:
    """Exchange 、 and ， in every dimension's heading."""
    return _headings(paper, lambda name: name.translate(str.maketrans("、，", "，、")))


def _headings(paper: Paper, dress: Callable[[str], str]) -> Paper | None:
    dimensions = [part for part in paper.of("dimension") if part.name]
    return paper.edited(_heading(part, dress) for part in dimensions) if dimensions else None


def _heading(part: Part, dress: Callable[[str], str]) -> Edit:
    return Edit(part.marker.end, part.heading.end, dress(part.name or ""))


LAYOUTS: tuple[Layout, ...] = (
    *(typesetting(name, set_text) for name, set_text in TYPESETTINGS.items()),
    spaced_digits, spaced_ordinals, spaced_words, title_twice, title_wrapped, outline_before, glued, glued_heads,
    glued_heads_spaced, glued_opening, items_apart, items_joined, closing_first, no_closing, decorated, undecorated,
    drifted,
)  # fmt: skip
