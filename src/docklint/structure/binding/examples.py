"""Examples in a problem: what an example marker (比如, 例如, 再如, 以…为例) introduces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.grammar import Grammar
from docklint.structure.binding import facts
from docklint.structure.binding.markers import ExampleMarkers
from docklint.structure.outline.ordinals import ordinal_at

LONGEST = 1000
"""Code points behind its marker at which an example ends without a stop; markers in a row share what follows."""
_STOPS = "。！？\n"


def examples(
    text: str, start: int, end: int, grammar: Grammar, places: Sequence[int] | None = None
) -> Iterator[tuple[int, int, int]]:
    """Yield (start, marker end, end) of every example in `text[start:end]` of a reading.

    An example runs to the end of its sentence, which may stand on the next line. A lead (具体表现为) that an
    ordinal follows introduces a list; a likeness (像) without a fact is a manner of speaking. `places`: as
    `ExampleMarkers.found` takes them.
    """
    for marker in grammar.once(ExampleMarkers).found(text, start, end, places):
        told = _text_after(text, marker.end, end)
        if marker.may_list and ordinal_at(text, told):
            continue
        limit = min(end, told + LONGEST)
        stop = min([at for at in (text.find(sign, told, limit) for sign in _STOPS) if at >= 0], default=-1)
        last = limit if stop < 0 else stop + (text[stop] != "\n")
        words = text[marker.start : marker.end]
        if words not in grammar["example-likenesses"] or facts.find(text, told, last, grammar):
            yield marker.start, marker.end, last


def _text_after(text: str, at: int, end: int) -> int:
    """Step over the line break behind a marker that stands at the end of its line."""
    while at < end and text[at] == "\n":
        at += 1
    return at
