"""What copying leaves behind: another unit's name, a passage or a title that stands twice, the own unit's name in several forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docklint.spans import Span

from .edits import Edit
from .material import MATERIAL
from .mutant import Change, Expected, Mutant, Place
from .paper import Paper
from .surgery import content_end, insertion_points, siblings

LINKS = frozenset(("COR101", "COR102", "COR103", "COR104", "COR105"))
"""What a cause or a measure answers changes with its words."""
LONG_SENTENCE = 34
"""Code points of a sentence that has 25 without punctuation."""
LEAST_TITLE = 4


def name_left_in(paper: Paper) -> Iterator[Mutant]:
    """End the paper in another unit's name."""
    for unit in MATERIAL.foreign_units:
        at = paper.closing.start if paper.closing else content_end(paper, Span(0, len(paper.text)))
        before, behind = ("", "\n") if paper.closing else ("\n", "")
        words = f"{before}以上是{unit}领导班子的对照检查，不当之处请批评指正。{behind}"
        start = at + words.index(unit)
        place = Span(start, start + len(unit))
        change = Change(paper, [Edit(at, at, words)])
        yield change.mutant(
            "UNI101", "at the end", paper.titles[0], (Expected("UNI101", Place(place, place)),)
        )


def other_kind(paper: Paper) -> Iterator[Mutant]:
    """Let the paper speak of itself as of a unit of another kind: 我院 in a bureau's paper."""
    title = "".join(map(paper.quote, paper.titles))
    # A branch may speak of the unit to which it belongs.
    if "支部" in title or "支部" in paper.text[:120]:
        return
    name = "我校" if re.search("[医院]", title) else "我院"
    for at in insertion_points(paper):
        words = f"{name}有三间库房的台账没有补齐。"
        change = Change(paper, [Edit(at, at, words)])
        place = Span(at, at + len(name))
        found = Expected("UNI101", Place(place, place))
        yield change.mutant("UNI101", name, Span(at, at + 8), (found,), tolerated=LINKS)


def two_forms(paper: Paper) -> Iterator[Mutant]:
    """Shorten the own unit's name in two ways."""
    forms = MATERIAL.short_forms.get(paper.id)
    for first, second in pairwise(insertion_points(paper)) if forms else ():
        edits = [
            Edit(at, at, f"{form}的两间库房没有台账。")
            for at, form in zip((first, second), forms or (), strict=True)
        ]
        change = Change(paper, edits)
        start = second + len(edits[0].text)
        place = Span(start, start + len((forms or ("", ""))[1]))
        found = Expected("UNI102", Place(place, place))
        yield change.mutant("UNI102", "two short forms", Span(second, second + 8), (found,), tolerated=LINKS)


def passage_repeated(paper: Paper) -> Iterator[Mutant]:
    """Say a sentence of a cause or a measure again at the end of the next."""
    for kind in ("cause", "measure"):
        for part, following in pairwise(paper.of(kind)):
            for found in re.finditer("[^。；：\n]+。", paper.text[part.heading.end : part.span.end]):
                sentence = found[0]
                if (
                    len(sentence) < LONG_SENTENCE
                    or "“" in sentence
                    or re.match("[一二三四五六七八九]", sentence)
                ):
                    continue
                at = content_end(paper, following.span)
                if paper.text[at - 1] != "。":
                    continue
                change = Change(paper, [Edit(at, at, sentence)])
                place = Place(Span(at, at + len(sentence) - 1), Span(at, at + len(sentence)))
                yield change.mutant(
                    "DUP101",
                    f"again: {sentence[:12]}",
                    following,
                    (Expected("DUP101", place),),
                    tolerated=LINKS,
                )


def title_repeated(paper: Paper) -> Iterator[Mutant]:
    """Give a cause or a measure the title of the one before it."""
    for kind in ("cause", "measure"):
        for part in paper.of(kind):
            run = siblings(paper, part)
            before = run[run.index(part) - 1] if run.index(part) else None
            if before is None or not part.ordinal or not before.ordinal:
                continue
            title = paper.text[before.marker.end : before.heading.end]
            if len(re.sub(r"\W", "", title)) <= LEAST_TITLE:
                continue
            change = Change(paper, [Edit(part.marker.end, part.heading.end, title)])
            place = Span(part.heading.start, part.marker.end + len(title))
            found = Expected("DUP102", Place(place, place))
            yield change.mutant(
                "DUP102", f"title of {paper.quote(before.heading)}", part, (found,), tolerated=LINKS
            )


FAULTS = (name_left_in, other_kind, two_forms, passage_repeated, title_repeated)
