"""Several faults in one draft, as real drafts have them: each must be found, and none may hide or breed another.

Faults of different rules are drawn for one draft. Those whose parts or sequences touch are listed and not
counted: nobody can say what two faults at one place should look like.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from docklint.spans import Span

from . import contents, lint, numbering, parts, pasted
from .edits import Edit, Edits
from .mutant import Expected, Mutant, Outcome, Place
from .paper import Paper
from .score import CONSEQUENCES, known
from .touching import Reach, reach
from .truth import papers

FAULTS = (*parts.FAULTS, *numbering.FAULTS, *contents.FAULTS, *pasted.FAULTS)
MOST = 5
TRIES = 12


class Combined(NamedTuple):
    """A draft with several faults. `wanted`: the right answers of each, moved to where they stand now."""

    paper: Paper
    faults: tuple[Mutant, ...]
    text: str
    wanted: tuple[tuple[Outcome, ...], ...]


class Judged(NamedTuple):
    """What came of it: which faults were not found, and what was found for no reason."""

    combined: Combined
    lost: tuple[Mutant, ...]
    extra: tuple[lint.Found, ...]


class Drawn(NamedTuple):
    """What was drawn: the drafts, and the pairs of faults left out because they touch."""

    drafts: list[Combined]
    touching: list[tuple[Mutant, Mutant]]


@cache
def _faults(paper: Paper) -> dict[str, list[Mutant]]:
    """Return a paper's faults by rule: those that show, and that are made by edits alone."""
    found: dict[str, list[Mutant]] = defaultdict(list)
    for generator in FAULTS:
        for mutant in generator(paper):
            if mutant.edits and not mutant.harmless and all(mutant.outcomes):
                found[mutant.rule].append(mutant)
    return found


def drawn(count: int, seed: int) -> Drawn:
    """Draw `count` drafts of two to five faults, the same ones for the same seed."""
    chance = random.Random(seed)
    result = Drawn([], [])
    while len(result.drafts) < count:
        paper = chance.choice(papers())
        faults = _choose(paper, chance.randint(2, MOST), chance, result.touching)
        if len(faults) > 1:
            result.drafts.append(combine(paper, faults))
    return result


def _choose(
    paper: Paper, size: int, chance: random.Random, touching: list[tuple[Mutant, Mutant]]
) -> tuple[Mutant, ...]:
    by_rule = _faults(paper)
    chosen: list[tuple[Mutant, Reach]] = []
    for _ in range(TRIES):
        free = sorted(set(by_rule) - {mutant.rule for mutant, _ in chosen})
        fault = chance.choice(by_rule[chance.choice(free)])
        extent = reach(fault)
        clash = next((mutant for mutant, other in chosen if extent.touches(other)), None)
        if clash:
            touching.append((clash, fault))
        else:
            chosen.append((fault, extent))
        if len(chosen) == size:
            break
    return tuple(mutant for mutant, _ in chosen)


def combine(paper: Paper, faults: tuple[Mutant, ...]) -> Combined:
    """Make all the faults in one draft."""
    text = Edits(edit for fault in faults for edit in fault.edits).apply(paper.text)
    wanted = tuple(tuple(_moved(fault, faults)) for fault in faults)
    return Combined(paper, faults, text, wanted)


def _moved(fault: Mutant, faults: tuple[Mutant, ...]) -> Iterator[Outcome]:
    """Yield a fault's right answers, moved by the edits of the others."""
    own = Edits(fault.edits)
    others = Edits(
        Edit(*own.moved(Span(edit.start, edit.end)), edit.text)
        for other in faults
        if other is not fault
        for edit in other.edits
    )
    for outcome in fault.outcomes:
        yield tuple(
            Expected(each.code, Place(others.moved(each.place.inner), others.moved(each.place.outer)))
            for each in outcome
        )


def stands(combined: Combined, fault: Mutant) -> bool:
    """Return whether a fault's places hold in the draft what they hold in the mutant: nothing was moved amiss."""
    at = combined.faults.index(fault)
    pairs = zip(fault.outcomes, combined.wanted[at], strict=True)
    return all(
        fault.text[slice(*own.place.inner)] == combined.text[slice(*moved.place.inner)]
        for outcome, there in pairs
        for own, moved in zip(outcome, there, strict=True)
    )


def judge(combined: Combined) -> Judged:
    """Lint a draft and see which of its faults were found, and what else was."""
    profile = combined.paper.profile
    found = lint.check(combined.text.encode(), profile)
    fresh = list(lint.without(found, known(combined.paper, profile)))
    pairs = zip(combined.faults, combined.wanted, strict=True)
    lost = tuple(fault for fault, outcomes in pairs if not any(_met(each, fresh) for each in outcomes))
    pardoned = CONSEQUENCES.union(*(fault.tolerated for fault in combined.faults))
    wanted = [each for outcomes in combined.wanted for outcome in outcomes for each in outcome]
    extra = (
        each for each in fresh if each.code not in pardoned and not any(hits(one, each) for one in wanted)
    )
    return Judged(combined, lost, tuple(extra))


def _met(outcome: Outcome, found: Iterable[lint.Found]) -> bool:
    return all(any(hits(expected, each) for each in found) for expected in outcome)


def hits(expected: Expected, found: lint.Found) -> bool:
    """Return whether a finding is the fault's: its code, overlapping its place or, without width, touching it."""
    place, span = expected.place.outer, found.span
    bare = place.start == place.end or span.start == span.end
    near = place.start <= span.end and span.start <= place.end
    return found.code == expected.code and (near if bare else place.overlaps(span))


def shares(verdicts: Iterable[Judged]) -> tuple[float, float]:
    """Return the share of faults found, and of drafts with a false finding."""
    told = list(verdicts)
    faults = sum(len(each.combined.faults) for each in told)
    lost = sum(len(each.lost) for each in told)
    return 1 - lost / faults, sum(bool(each.extra) for each in told) / len(told)


def table(verdicts: list[Judged]) -> Iterator[str]:
    """Yield the lines of the Markdown table: a row a number of faults, and one for all."""
    yield "| faults | drafts | faults made | found | share found | drafts with a false extra |"
    yield "|---|---|---|---|---|---|"
    for size in range(2, MOST + 1):
        yield from _row(str(size), [each for each in verdicts if len(each.combined.faults) == size])
    yield from _row("all", verdicts)


def _row(name: str, verdicts: list[Judged]) -> Iterator[str]:
    if verdicts:
        made = sum(len(each.combined.faults) for each in verdicts)
        lost = sum(len(each.lost) for each in verdicts)
        found, extra = shares(verdicts)
        yield f"| {name} | {len(verdicts)} | {made} | {made - lost} | {found:.3f} | {extra:.3f} |"


def story(judged: Judged) -> Iterator[str]:
    """Yield the lines that tell what a draft's faults are and what went wrong."""
    yield f"{judged.combined.paper.id} · {' + '.join(_named(each) for each in judged.combined.faults)}"
    yield from (f"    lost  {_named(each)}" for each in judged.lost)
    yield from (f"    extra {each.code} {each.span[0]}-{each.span[1]} {each.quote}" for each in judged.extra)


def _named(fault: Mutant) -> str:
    return f"{fault.rule} ({fault.kind} at {fault.place[:16]})"


def pairs_touching(touching: Iterable[tuple[Mutant, Mutant]]) -> list[tuple[str, int]]:
    """Count which rules were drawn for places that touch."""
    counts: dict[str, int] = defaultdict(int)
    for one, other in touching:
        counts[" + ".join(sorted((one.rule, other.rule)))] += 1
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))
