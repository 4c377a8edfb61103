"""Fitting the weights by which parts are read to labelled notices, and measuring them on rounds left out.

`python -m tests.notices.part_fitting` tells how parts are read when their round had no part in the fit; `--write` fits all
and writes `rules/lexicon-parts.toml`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from docklint.derive.evidence.part_pieces import PieceRow, clauses, heads
from docklint.derive.evidence.part_places import PlaceGuess, places
from docklint.derive.evidence.part_ranking import (
    LikelyParts,
    PartWeights,
    of_no_place,
    of_place,
    ranked_parts,
)
from docklint.derive.evidence.part_tags import NONE, TagWeights, of_piece
from docklint.derive.part_agreement import choose_parts, likeliest, listed_in
from docklint.derive.parts import PartsList
from docklint.derive.reading import Notice
from docklint.derive.roles import role_of
from docklint.spans import Range

from . import compact, sample, weight_files
from .cases import folds
from .descent import Example, descended
from .part_cases import PartCase, PartReading, labelled, part_cases
from .part_descent import TagExample, tag_weights
from .part_planted import planted_parts

RULES = Path(__file__).parents[2] / "rules" / "lexicon-parts.toml"
FAINT, DIGITS = 0.4, 1
"""A weight nearer to 0 is not kept; so many digits behind the point are."""
PACE, SMALL, STEPS, LEAST = 0.15, 0.004, 8, 6
"""How far a step goes for places, what keeps weights small, how often all are seen, in how many a feature has to be."""
BESIDE = ("sign-before:", "sign-behind:", "left:", "right:", "label:", "head:")
EVERY = 3
"""Of the clauses without a word for a part, one in so many is told to hold none."""


Tables = dict[str, dict[str, float]]


def fitted(some: Sequence[PartCase]) -> Tables:
    """Return the weights that fit some cases and what is planted in them, by model, as they are kept."""
    all_ = (*some, *planted_parts(some))
    tags = _kept(tag_weights([each for case in all_ for each in _tags(case)]))
    weights = TagWeights(tags)
    ranked = [told for case in all_ if (told := _places(case, places(case.notice, weights, case.taken)))]
    return {"tags": tags, "places": _kept(descended(ranked, PACE, SMALL, STEPS, LEAST))}


def weights_of(tables: Tables) -> PartWeights:
    """Return tables as what parts are read by."""
    return PartWeights(TagWeights(tables["tags"]), tables["places"])


def _kept(table: dict[str, float]) -> dict[str, float]:
    return {name: round(weight, DIGITS) for name, weight in table.items() if abs(weight) >= FAINT}


def _tags(case: PartCase) -> Iterator[TagExample]:
    notice = case.notice
    own, below = list(clauses(notice)), list(heads(notice))
    taken: set[int] = set()
    for parts in labelled(case):
        lines = {notice.line_at(words.start) for _, words in parts}
        rows = own if len(lines) == 1 else below
        within = _rows(rows, parts)
        taken |= {row.line for row in within}
        yield from _learned(notice, within, parts)
        yield from _learned(notice, list(_on_lines(within, parts)), parts)
    for at, row in enumerate(own):
        if at % EVERY == 0 and row.line not in taken and _names_none(notice, row):
            yield from _learned(notice, [row], [])


def _rows(rows: Sequence[PieceRow], parts: Sequence[tuple[str, Range]]) -> list[PieceRow]:
    hit = [
        at for at, row in enumerate(rows) if any(_overlap(p.words, w) for p in row.pieces for _, w in parts)
    ]
    return list(rows[hit[0] : hit[-1] + 1]) if hit else []


def _on_lines(rows: Sequence[PieceRow], parts: Sequence[tuple[str, Range]]) -> Iterator[PieceRow]:
    """Yield the parts of some rows as if each stood on a numbered line of its own."""
    told = [piece for row in rows for piece in row.pieces if any(_overlap(piece.words, w) for _, w in parts)]
    for at, piece in enumerate(told):
        yield PieceRow((piece._replace(before=f"{'一二三四五六七八九'[at % 9]}、", behind="¶"),), 0)


def _overlap(one: Range, other: Range) -> bool:
    return one.start < other.end and other.start < one.end


def _names_none(notice: Notice, row: PieceRow) -> bool:
    return all(role_of(notice, notice.words(piece.words)) is None for piece in row.pieces)


def _learned(
    notice: Notice, rows: Sequence[PieceRow], parts: Sequence[tuple[str, Range]]
) -> Iterator[TagExample]:
    last = NONE
    for row in rows:
        for at, piece in enumerate(row.pieces):
            tag = next((tag for tag, words in parts if _overlap(piece.words, words)), NONE)
            told = of_piece(notice, row.pieces, at)
            for some in _with_less(told) if parts else [told]:
                yield some, last, tag
            last = tag if tag != NONE else last


def _with_less(told: Sequence[str]) -> Iterator[list[str]]:
    """Yield what tells of a piece: all, without the words of the lexicon, and what stands beside it alone."""
    yield list(told)
    yield [each for each in told if not each.startswith("role:")]
    yield [each for each in told if each.startswith(BESIDE)]


def _places(case: PartCase, found: Sequence[PlaceGuess]) -> Example | None:
    right = [at for at, each in enumerate(found, 1) if case.fits(each)]
    if not right and not all(reading.is_none for reading in case.readings):
        return None
    return [of_no_place(case.notice), *(of_place(case.notice, each) for each in found)], right or [0]


class LeftParts(NamedTuple):
    """What was read for one audience of a case that had no part in the fit."""

    case: PartCase
    reading: PartReading
    likely: list[LikelyParts]

    def best(self) -> tuple[PartsList | None, float]:
        """Return the likeliest parts for this audience, if they are likelier than none."""
        return likeliest(self.case.notice, self.likely, self.reading.audience)

    def is_right(self) -> bool:
        """Tell whether evidence alone gives the right parts."""
        return self.case.is_right(self.reading, self.best()[0])

    def chosen(self) -> bool:
        """Tell whether both together give the right parts."""
        words = self.case.by_words(self.reading)
        listed = choose_parts(self.case.notice, words, self.likely, self.reading.audience).listed
        return self.case.is_right(self.reading, listed)

    def by_words(self) -> bool:
        """Tell whether words alone give them."""
        return self.case.is_right(self.reading, self.case.by_words(self.reading))

    def is_found(self) -> bool:
        """Tell whether a right place is among the guesses."""
        return any(
            self.case.is_right(self.reading, listed_in(self.case.notice, each.guess)) for each in self.likely
        )


def read_by(weights: PartWeights, some: Sequence[PartCase]) -> Iterator[LeftParts]:
    """Read cases by some weights."""
    for case in some:
        likely = ranked_parts(case.notice, weights, case.taken)
        yield from (LeftParts(case, reading, likely) for reading in case.readings)


def left_out(some: Sequence[PartCase]) -> Iterator[LeftParts]:
    """Read each case with weights fitted to the rounds other than its own."""
    for kept, out in folds(some):
        yield from read_by(weights_of(fitted(kept)), out)


def written(weights: Tables) -> str:
    """Return the file that holds some weights, by model."""
    head = (
        "# What signs and words weigh: which part of a paper a piece of a notice names (evidence-tags), and whether a place of a notice\n"
        "# is the one that says of which parts papers consist (evidence-places). Fitted to labelled notices by\n"
        "# `python -m tests.notices.part_fitting --write`, in log odds; tests/notices/README.md tells how well parts are read by them.\n"
        "# A line has a family of features, weights, and behind each the values that have it; ¶ is a line's end, # a numeral, ␣ a blank, ∅ no value.\n"
    )
    return weight_files.written(head, weights, DIGITS)


def main(*told: str) -> None:
    """Fit and write, or measure on rounds left out."""
    folders = [
        sample.DATA,
        compact.LATER,
        sample.OTHERS,
        sample.OTHERS_SECOND,
        sample.OTHERS_THIRD,
        sample.OTHERS_FOURTH,
    ]
    all_ = list(part_cases(folders))
    if "--write" in told:
        RULES.write_text(written(fitted(all_)), "utf-8")
        return
    read = list(left_out(all_))
    sys.stdout.write(
        f"readings {len(read)}, right by evidence {sum(each.is_right() for each in read)}, "
        f"by words (which had seen them) {sum(each.by_words() for each in read)}, by both {sum(each.chosen() for each in read)}\n"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
