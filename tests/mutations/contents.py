"""Faults of what stands in the parts: examples, correspondence, redaction, paired marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docklint import packs
from docklint.spans import Span

from .edits import Edit
from .material import MATERIAL
from .mutant import Change, Expected, Mutant, Place
from .paper import Paper, Part
from .surgery import after, content_end, cut, insertion_points, numbered, part_at, recount

MARKER = re.compile("(?:比如|例如|譬如)[：，:,]")
MARKER_DEMANDED = ("2023-theme-education",)
PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))


def example_removed(paper: Paper) -> Iterator[Mutant]:
    """Take a problem's example out."""
    for part in paper.of("problem"):
        if part.example:
            change = Change(paper, [_without_example(paper, part)])
            found = change.expect("EXA101", change.heading(part))
            yield change.mutant("EXA101", "example removed", part, (found,))


def _without_example(paper: Paper, part: Part) -> Edit:
    start, end = part.example or part.heading
    if paper.text[start - 1] in "，,":
        return Edit(start - 1, end - 1)
    return Edit(start, end)


def marker_removed(paper: Paper) -> Iterator[Mutant]:
    """Take the example's marker out and leave the fact, which is enough unless the profile demands a marker."""
    for part, marker, _ in _marked(paper):
        change = Change(paper, [Edit(*marker)])
        if paper.profile in MARKER_DEMANDED:
            fact = change.moved(Span(marker.end, part.span.end))
            unmarked = Expected("EXA104", Place(Span(fact.start, fact.start), fact))
            outcomes = [(change.expect("EXA101", change.heading(part)),), (unmarked,)]
            yield change.mutant("EXA101", "marker removed", part, *outcomes)
        elif re.search(r"\d", paper.quote(part.example or marker)):
            yield change.mutant("none", "marker removed, fact kept", part)


def _marked(paper: Paper) -> Iterator[tuple[Part, Span, Span]]:
    """Yield the problems whose example has a marker: marker, and what follows it without its stop."""
    for part in paper.of("problem"):
        if part.example and (match := MARKER.match(paper.quote(part.example))):
            middle = part.example.start + match.end()
            yield part, Span(part.example.start, middle), Span(middle, part.example.end - 1)


def hollowed(paper: Paper) -> Iterator[Mutant]:
    """Put a few words that say nothing after the marker."""
    for index, (part, marker, told) in enumerate(_marked(paper)):
        for kind, sentences in MATERIAL.hollow.items():
            words = sentences[index % len(sentences)]
            change = Change(paper, [Edit(told.start, told.end + 1, words)])
            end = told.start + len(words)
            place = Place(Span(told.start, end - 1), Span(marker.start, end))
            yield change.mutant("EXA102", kind, part, (Expected("EXA102", place),))


def example_repeated(paper: Paper) -> Iterator[Mutant]:
    """Tell one problem's example again under the next."""
    for (first, _, told), (second, marker, own) in pairwise(_marked(paper)):
        words = paper.quote(told)
        change = Change(paper, [Edit(*own, words)])
        end = own.start + len(words)
        place = Place(Span(own.start, end), Span(marker.start, end + 1))
        yield change.mutant(
            "EXA103", f"told again: {paper.quote(first.heading)}", second, (Expected("EXA103", place),)
        )


def measure_removed(paper: Paper) -> Iterator[Mutant]:
    """Take out the only measure that answers a cause, the others counted anew."""
    causes, measures = paper.of("cause"), paper.of("measure")
    for measure in measures:
        elsewhere = {number for other in measures if other is not measure for number in other.answers}
        orphans = [number for number in measure.answers if number not in elsewhere]
        if orphans and len(measures) > 2:
            change = Change(paper, [cut(paper, measure), *recount(after(paper, measure), -1)])
            found = tuple(change.expect("COR101", change.heading(causes[number - 1])) for number in orphans)
            yield change.mutant("COR101", "measure removed", measure, found)


def measure_added(paper: Paper) -> Iterator[Mutant]:
    """Put in a measure that answers nothing, the others counted anew."""
    for measure in paper.of("measure"):
        for stranger in MATERIAL.unrelated_measures:
            yield _with_stranger(paper, measure, stranger)


def _with_stranger(paper: Paper, measure: Part, stranger: dict[str, str]) -> Mutant:
    ordinal = numbered(measure, (measure.ordinal.value if measure.ordinal else 0) + 1)
    title = ordinal + stranger["title"]
    at = content_end(paper, measure.span)
    words = f"\n{title}{_join(paper, measure)}{stranger['body']}"
    change = Change(paper, [Edit(at, at, words), *recount(after(paper, measure), 1)])
    found = (Expected("COR102", Place(*[Span(at + 1, at + 1 + len(title))] * 2)),)
    outcomes = [found] if paper.of("cause") else [found, ()]
    return change.mutant("COR102", "unrelated measure added", measure, *outcomes)


def measure_replaced(paper: Paper) -> Iterator[Mutant]:
    """Put a measure that answers nothing in the place of one: its cause, or the stranger, or both stand out."""
    causes = paper.of("cause")
    for measure in paper.of("measure"):
        for stranger in MATERIAL.unrelated_measures if measure.answers else ():
            ordinal = measure.ordinal.text if measure.ordinal else ""
            title = ordinal + stranger["title"]
            words = title + _join(paper, measure) + stranger["body"]
            change = Change(paper, [Edit(measure.span.start, content_end(paper, measure.span), words)])
            place = Span(measure.span.start, measure.span.start + len(title))
            alone = Expected("COR102", Place(place, place))
            orphans = tuple(change.expect("COR101", change.heading(causes[at - 1])) for at in measure.answers)
            outcomes = ((alone, *orphans), (alone,), orphans)
            yield change.mutant("COR102", "measure replaced", measure, *outcomes)


def _join(paper: Paper, part: Part) -> str:
    """Return what stands between a part's title and its text: a line end, or a stop."""
    return "\n" if paper.text[part.heading.end] == "\n" else "。"


def redacted(paper: Paper) -> Iterator[Mutant]:
    """Put in a sentence with a redaction marker or a placeholder, at each place."""
    for at in insertion_points(paper):
        where = part_at(paper, at) or Span(at, at + 8)
        for code, sentences in MATERIAL.redactions.items():
            for sentence in sentences:
                change = Change(paper, [Edit(at, at, sentence.text)])
                found = tuple(
                    Expected(code, Place(*(Span(at + span.start, at + span.end) for span in place)))
                    for place in sentence.places
                )
                yield change.mutant(code, sentence.text, where, found)


def pair_broken(paper: Paper) -> Iterator[Mutant]:
    """Take away one mark of a pair, or turn it round."""
    ordinals = [part.marker for part in paper.parts]
    for opening, closing in PAIRS:
        for match in re.finditer(f"{opening}[^{opening}{closing}\n]{{3,}}{closing}", paper.text):
            if not any(marker.overlaps(Span(*match.span())) for marker in ordinals):
                yield from _broken(paper, Span(*match.span()), closing)


def _broken(paper: Paper, quoted: Span, closing: str) -> Iterator[Mutant]:
    left, right = Span(quoted.start, quoted.start + 1), Span(quoted.end - 1, quoted.end)
    for kind, gone, stays in (("opening", left, right), ("closing", right, left)):
        change = Change(paper, [Edit(*gone)])
        found = change.expect("TXT101", change.moved(stays))
        yield change.mutant("TXT101", f"{kind} mark deleted", quoted, (found,))
    change = Change(paper, [Edit(*left, closing)])
    yield change.mutant("TXT101", "opening mark turned round", quoted, (change.expect("TXT101", left),))


def formula_misspelt(paper: Paper) -> Iterator[Mutant]:
    """Write a set formula with another character in its middle, or without it."""
    phrases = sorted(packs.load().rules["TXT104"].check.phrases, key=len, reverse=True)  # type: ignore[attr-defined]
    titles = [part.heading for part in paper.parts if part.kind in ("section", "dimension")]
    for match in re.finditer("|".join(map(re.escape, phrases)), paper.text):
        place = Span(*match.span())
        at = place.start + len(match[0]) // 2 + 1
        if any(title.overlaps(place) for title in titles):
            continue
        for kind, words in (("wrong", "它"), ("lost", "")):
            change = Change(paper, [Edit(at, at + 1, words)])
            found = change.expect("TXT104", change.moved(place))
            yield change.mutant("TXT104", f"a character {kind}", place, (found,))


FAULTS = (
    example_removed, marker_removed, hollowed, example_repeated, measure_removed, measure_added, measure_replaced,
    redacted, pair_broken, formula_misspelt,
)  # fmt: skip
