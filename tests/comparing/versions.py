"""Two versions of one draft, made by a script that knows what became of every fault.

The old version has some faults; the new one has lost some of them, keeps others and has got further ones. In between the
author may have done what changes no fault: put a dimension elsewhere, written sentences nobody asked for, moved a
paragraph with its fault.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docklint import readers
from docklint.comparing.compare import compare, unbounded
from docklint.comparison import Comparison
from docklint.spans import Span

from ..mutations import lint
from ..mutations.combined import Combined, _choose, combine, hits
from ..mutations.mutant import Mutant
from ..mutations.paper import Paper
from ..mutations.truth import papers

WITHIN = ("RED", "TXT", "EXA")
"""Families whose faults stand inside a dimension, so that they are still the same when it is put elsewhere."""
ADDED = "这一点在年中的职工大会上也有人提到。"
"""What nobody asked for: a sentence without a fault."""


class Versions(NamedTuple):
    """Two texts, and the faults by what became of them, each with its place in both."""

    paper: Paper
    old: Combined
    new: Combined
    text: str
    """The new text, with whatever else was done."""
    kind: str
    fate: dict[str, str]
    """By code (no two faults share one): `fixed`, `remaining`, `new`."""
    touched: tuple[Span, ...] = ()
    """Where the new text has something nobody asked for."""


class Score(NamedTuple):
    """What the comparison said of the faults whose fate is known."""

    right: int
    wrong: list[str]


def drawn(count: int, seed: int) -> Iterator[Versions]:
    """Yield pairs of versions, the same ones for the same seed."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        paper = chance.choice(papers())
        faults = _choose(paper, 5, chance, [])
        if len(faults) < 3:
            continue
        made += 1
        third = max(len(faults) // 3, 1)
        fixed, kept, fresh = faults[:third], faults[third : 2 * third], faults[2 * third :]
        old, new = combine(paper, (*fixed, *kept)), combine(paper, (*kept, *fresh))
        yield _edited(paper, old, new, (fixed, kept, fresh), chance)


def _edited(
    paper: Paper,
    old: Combined,
    new: Combined,
    faults: tuple[tuple[Mutant, ...], tuple[Mutant, ...], tuple[Mutant, ...]],
    chance: random.Random,
) -> Versions:
    states = zip(("fixed", "remaining", "new"), faults, strict=True)
    fate = {fault.rule: state for state, each in states for fault in each}
    if chance.random() < 1 / 2:
        return Versions(paper, old, new, new.text, "faults alone", fate)
    ends = [at + 1 for at, sign in enumerate(new.text) if sign == "。"]
    at = chance.choice(ends)
    text = new.text[:at] + ADDED + new.text[at:]
    return Versions(paper, old, new, text, "a sentence added", fate, (Span(at, at + len(ADDED)),))


def compared(versions: Versions) -> Comparison:
    """Compare the two, both held against the paper's own profile."""
    linter = unbounded(lint.linter(versions.paper.profile))
    sides = (versions.old.text, versions.text)
    return compare(linter, *(readers.parse(lint.NAME, text.encode(), "final") for text in sides))


def score(versions: Versions) -> Score:
    """Compare and count the faults whose finding has the right state; faults that are not found are not counted."""
    told = compared(versions)
    right, wrong = 0, list[str]()
    for side, combined in (("old", versions.old), ("new", versions.new)):
        for fault, outcomes in zip(combined.faults, combined.wanted, strict=True):
            expected = [each for outcome in outcomes for each in outcome]
            for each in told.findings:
                finding = each.old if side == "old" else each.new
                if finding is None or finding.code != fault.rule:
                    continue
                found = lint.Found(finding.code, "", _moved_back(versions, side, finding.span), finding.quote)
                if not any(hits(one, found) for one in expected):
                    continue
                fate = versions.fate[fault.rule]
                if each.state == fate:
                    right += 1
                else:
                    wrong.append(f"{versions.paper.id} {fault.rule} ({fault.kind}): {each.state}, not {fate}")
    return Score(right, wrong)


def _moved_back(versions: Versions, side: str, span: Span) -> Span:
    """Return where a finding of the new text stands without what nobody asked for."""
    for added in versions.touched if side == "new" else ():
        if span.start >= added.end:
            width = added.end - added.start
            return Span(span.start - width, span.end - width)
    return span


def total(all_versions: Iterable[Versions]) -> tuple[int, list[str], Counter[str]]:
    """Return how many states are right, what is wrong, and the wrong ones by rule."""
    scores = [score(each) for each in all_versions]
    wrong = [line for each in scores for line in each.wrong]
    return sum(each.right for each in scores), wrong, Counter(line.split()[1] for line in wrong)
