"""Measure a method against the labelled set.

    python -m tests.correspondence.evaluate [--split dev|heldout|all] [--show] [--method MODULE:FUNCTION]

Links are counted over all drafts of the split (micro average). COR101 and COR102 are tried on the drafts as
they stand, with a measure removed that was the only answer to some cause, and with an unrelated one added.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .method import Method, docklint, lengthened, original, shortened
from .sample import KINDS, Link, Sample, load


@dataclass(frozen=True, slots=True)
class Counts:
    """Right answers, wrong answers and misses."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of the answers that are right; 1 when nothing was answered."""
        return self.right / ((self.right + self.wrong) or 1) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what was to be found that was found; 1 when there was nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


class Outcome(NamedTuple):
    """One comparison. `trial`: links, as-is, removal or addition; `subject`: a kind of link or a code."""

    sample: Sample
    trial: str
    subject: str
    expected: frozenset[str]
    given: frozenset[str]

    @property
    def counts(self) -> Counts:
        """Compare what was expected with what was given."""
        return Counts(
            len(self.expected & self.given), len(self.given - self.expected), len(self.expected - self.given)
        )


def outcomes(samples: Iterable[Sample], method: Method) -> Iterator[Outcome]:
    """Run the method on every draft of `samples`, as it stands and changed."""
    for sample in samples:
        yield from _as_it_stands(sample, method)
        yield from _with_a_removal(sample, method)
        yield from _with_an_addition(sample, method)


def _as_it_stands(sample: Sample, method: Method) -> Iterator[Outcome]:
    verdict = method(original(sample))
    for kind in KINDS:
        yield Outcome(sample, "links", kind, _shown(sample.links, kind), _shown(verdict.links, kind))
    yield Outcome(sample, "as-is", "COR101", frozenset(sample.uncovered), verdict.unanswered)
    yield Outcome(sample, "as-is", "COR102", frozenset(sample.idle), verdict.idle)


def _shown(links: Iterable[Link], kind: str) -> frozenset[str]:
    return frozenset(f"{start} → {end}" for link, start, end in links if link == kind)


def _with_a_removal(sample: Sample, method: Method) -> Iterator[Outcome]:
    # What is wrong or right already as the draft stands is counted there, not once more here.
    for measure, leaves in sample.removable:
        given = method(shortened(sample, measure)).unanswered - set(sample.uncovered)
        yield Outcome(sample, "removal", "COR101", frozenset(leaves), given)


def _with_an_addition(sample: Sample, method: Method) -> Iterator[Outcome]:
    given = method(lengthened(sample)).idle - set(sample.idle)
    yield Outcome(sample, "addition", "COR102", frozenset([sample.unrelated_title]), given)


def total(results: Iterable[Outcome], trial: str, subject: str) -> Counts:
    """Add up the outcomes of one trial and subject."""
    return sum((one.counts for one in results if (one.trial, one.subject) == (trial, subject)), Counts())


def report(results: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of the result: links, the same by style, then the rules."""
    drafts = len({one.sample.id for one in results})
    yield f"{drafts} drafts"
    for kind in KINDS:
        yield _line(kind, total(results, "links", kind))
    for style in sorted({one.sample.style for one in results}):
        mine = [one for one in results if one.sample.style == style]
        yield _line(f"  cause-measure, {style}", total(mine, "links", "cause-measure"))
    for trial, code in (
        ("as-is", "COR101"),
        ("as-is", "COR102"),
        ("removal", "COR101"),
        ("addition", "COR102"),
    ):
        trials = sum((one.trial, one.subject) == (trial, code) for one in results)
        yield _alarms(f"{code} {trial}", total(results, trial, code), trials)


def _line(name: str, counts: Counts) -> str:
    numbers = f"precision {counts.precision:.3f}  recall {counts.recall:.3f}  F1 {counts.f1:.3f}"
    return f"{name:<28}{numbers}  ({counts.right} right, {counts.wrong} wrong, {counts.missed} missed)"


def _alarms(name: str, counts: Counts, trials: int) -> str:
    found = f"detected {counts.right}/{counts.right + counts.missed} = {counts.recall:.3f}"
    return f"{name:<28}{found}  false alarms {counts.wrong} in {trials} trials = {counts.wrong / (trials or 1):.3f} each"


def mistakes(results: Iterable[Outcome]) -> Iterator[str]:
    """Yield a line for every wrong answer and every miss."""
    for one in results:
        place = f"{one.sample.id} {one.sample.style} {one.trial} {one.subject}"
        yield from (f"{place}  wrong   {item}" for item in sorted(one.given - one.expected))
        yield from (f"{place}  missed  {item}" for item in sorted(one.expected - one.given))


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, measure, print."""
    parser = argparse.ArgumentParser(description="Measure correspondence against the labelled set.")
    parser.add_argument("--split", choices=["dev", "heldout", "all"], default="dev")
    parser.add_argument("--show", action="store_true", help="print every mistake as well")
    parser.add_argument("--method", default="", help="MODULE:FUNCTION that takes a Trial and gives a Verdict")
    chosen = parser.parse_args(arguments)
    samples = [sample for sample in load() if chosen.split in (sample.split, "all")]
    results = list(outcomes(samples, _method(chosen.method)))
    print("\n".join([*(mistakes(results) if chosen.show else ()), *report(results)]))  # noqa: T201  its purpose


def _method(name: str) -> Method:
    if not name:
        return docklint
    module, _, function = name.partition(":")
    method: Method = getattr(importlib.import_module(module), function)
    return method


if __name__ == "__main__":
    main()
