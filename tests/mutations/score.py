"""Judge mutants, and sum up the verdicts in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from . import lint
from .mutant import HARMLESS, LOOK, Mutant, Outcome
from .paper import Paper

CONSEQUENCES = {"COR103", "COR104", "NUM109"}
"""Notes that change with any word of a cause or any new number; they are not counted against a fault."""
EXAMPLES = 3


class Verdict(NamedTuple):
    """What came of one mutant: what should have been found and was not, what should not and was."""

    mutant: Mutant
    missed: Outcome
    extra: tuple[lint.Found, ...]


class Row(NamedTuple):
    """A rule's line in the table."""

    rule: str
    verdicts: list[Verdict]

    @property
    def detection(self) -> float:
        """Return the share of mutants in which everything expected was found."""
        return sum(not verdict.missed for verdict in self.verdicts) / len(self.verdicts)

    @property
    def collateral(self) -> float:
        """Return the share of mutants in which something else was found as well."""
        return sum(bool(verdict.extra) for verdict in self.verdicts) / len(self.verdicts)


def judge(mutant: Mutant) -> Verdict:
    """Lint a mutant and compare with the right answer that comes nearest."""
    profile = mutant.profile or mutant.paper.profile
    found = lint.check(mutant.data or mutant.text.encode(), profile, mutant.name)
    fresh = list(lint.without(found, known(mutant.paper, profile)))
    verdicts = [_compare(mutant, outcome, fresh) for outcome in mutant.outcomes]
    return min(verdicts, key=lambda verdict: (len(verdict.missed), len(verdict.extra)))


def spoken(papers: Iterable[Paper]) -> Iterator[str]:
    """Say what is found in clean drafts as they stand, where nothing should be: in a mutant it would be no news."""
    for paper in papers:
        for found in known(paper, paper.profile):
            if found.code not in CONSEQUENCES:
                yield f"{found.code} · {paper.id} · the clean draft as it stands · at '{found.quote}'"


@cache
def known(paper: Paper, profile: str) -> list[lint.Found]:
    """Return what docklint says about a clean draft; kept, for every mutant of it asks."""
    return lint.check(paper.text.encode(), profile)


def _compare(mutant: Mutant, outcome: Outcome, fresh: list[lint.Found]) -> Verdict:
    left = list(fresh)
    missed = []
    for expected in outcome:
        hit = next(
            (each for each in left if each.code == expected.code and expected.place.holds(each.span)), None
        )
        if hit:
            left.remove(hit)
        else:
            missed.append(expected)
    pardoned = mutant.tolerated | CONSEQUENCES
    return Verdict(mutant, tuple(missed), tuple(each for each in left if each.code not in pardoned))


def rows(verdicts: Iterable[Verdict]) -> list[Row]:
    """Group verdicts by rule; harmless changes by what was done."""
    grouped: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        grouped.setdefault(_group(verdict.mutant), []).append(verdict)
    return [
        Row(rule, grouped[rule])
        for rule in sorted(grouped, key=lambda rule: (rule.startswith(HARMLESS), rule))
    ]


def _group(mutant: Mutant) -> str:
    if mutant.kind.startswith(LOOK):
        return f"{HARMLESS}: {mutant.kind.removeprefix(LOOK)}"
    return f"{HARMLESS}: {mutant.kind.split(':')[0].split(' ')[0]}" if mutant.harmless else mutant.rule


def table(table_rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of the Markdown table."""
    yield "| rule | mutants | detected | detection | collateral | misses |"
    yield "|---|---|---|---|---|---|"
    for row in table_rows:
        detected = sum(not verdict.missed for verdict in row.verdicts)
        harmless = row.rule.startswith(HARMLESS)
        detection = ("-", "-") if harmless else (str(detected), f"{row.detection:.3f}")
        cells = (row.rule, str(len(row.verdicts)), *detection, f"{row.collateral:.3f}", _misses(row.verdicts))
        yield f"| {' | '.join(cells)} |"


def _misses(verdicts: list[Verdict]) -> str:
    failed = [verdict.mutant for verdict in verdicts if verdict.missed or verdict.extra]
    shown = (f"{each.paper.id} “{each.place[:14]}” ({each.kind[:24]})" for each in failed[:EXAMPLES])
    return "; ".join(shown).replace("|", "/")


def story(verdict: Verdict) -> Iterator[str]:
    """Yield the lines that tell why a mutant failed."""
    mutant = verdict.mutant
    yield f"{mutant.rule} · {mutant.paper.id} · {mutant.kind} · at {mutant.place!r}"
    for code, place in verdict.missed:
        yield f"    missed {code} {place.inner[0]}-{place.inner[1]} {_around(mutant.text, *place.inner)}"
    for found in verdict.extra:
        yield f"    extra  {found.code} {found.span[0]}-{found.span[1]} {_around(mutant.text, *found.span)}"


def _around(text: str, start: int, end: int) -> str:
    before, inside, behind = text[max(start - 8, 0) : start], text[start:end], text[end : end + 12]
    shown = inside if len(inside) < 60 else f"{inside[:28]}…{inside[-28:]}"
    return f"{before}⟦{shown}⟧{behind}".replace("\n", "⏎")
