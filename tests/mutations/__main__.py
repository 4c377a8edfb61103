"""`python -m tests.mutations`: apply every fault at every place and print what docklint makes of it."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import TypeVar

from . import combined, contents, copied, harmless, looks, manners, markdown, numbering, parts, pasted
from .layouts import TYPESETTINGS
from .mutant import LOOK, Generator, Mutant, typeset
from .paper import Paper
from .score import judge, rows, spoken, story, table
from .truth import papers

GENERATORS = (*parts.FAULTS, *numbering.FAULTS, *contents.FAULTS, *copied.FAULTS, *harmless.CHANGES)
LOOKS = (*looks.CHANGES, *markdown.CHANGES, *manners.CHANGES)
Given = TypeVar("Given")
Made = TypeVar("Made")
CHUNK = 64
TOLD = 20
"""How many pairs of touching faults are told, the commonest first."""
UNDONE = {"half_width": "NUM104", "straight_quotes": "TXT101"}
"""Rules whose fault a typesetting takes away again: what it makes alike is no longer mixed or turned round."""


def mutants(
    prefixes: Iterable[str] = (), generators: Iterable[Generator] = GENERATORS, draft: str = ""
) -> Iterator[Mutant]:
    """Yield the mutants of every draft whose rule starts with one of `prefixes`, or all.

    `draft`: how the names of the drafts begin that are changed.
    """
    chosen = tuple(prefixes)
    for paper in _papers(draft):
        for generator in generators:
            yield from (each for each in generator(paper) if not chosen or each.rule.startswith(chosen))


def _papers(draft: str) -> list[Paper]:
    return [paper for paper in papers() if paper.id.startswith(draft)]


def sample(pool: Iterable[Mutant], size: int, seed: int) -> list[Mutant]:
    """Choose at most `size` mutants of each rule and kind of harmless change, the same ones for the same seed."""
    by_rule: dict[str, list[Mutant]] = {}
    for mutant in pool:
        by_rule.setdefault(f"{mutant.rule} {_what(mutant)}", []).append(mutant)
    chance = random.Random(seed)
    return [
        each
        for group in by_rule.values()
        for each in (chance.sample(group, size) if len(group) > size else group)
    ]


def _what(mutant: Mutant) -> str:
    if mutant.kind.startswith(LOOK):
        return mutant.kind
    return mutant.kind.split(":")[0] if mutant.harmless else ""


def _survives(mutant: Mutant, layout: str) -> bool:
    once = mutant.data is None and not mutant.kind.startswith(("layout:", LOOK))
    return once and mutant.rule != UNDONE.get(layout)


def _mapped(function: Callable[[Given], Made], pool: list[Given], jobs: int) -> Iterator[Made]:
    """Yield what the function makes of each, in order."""
    if jobs == 1:
        yield from map(function, pool)
        return
    with ProcessPoolExecutor(jobs) as workers:
        yield from workers.map(function, pool, chunksize=CHUNK)


def main() -> int:
    """Print the table; give 1 if some mutant was not met as the contract says."""
    options = _options()
    if options.combinations:
        return _several(options)
    generators = LOOKS if options.looks else (*GENERATORS, *pasted.FAULTS, *LOOKS)
    pool = list(mutants(options.rule, generators, options.draft))
    if not pool:
        sys.exit(
            "no mutant: is there such a draft, and a generator in FAULTS that makes mutants of the rule?"
        )
    if options.layout:
        pool = [
            typeset(mutant, TYPESETTINGS[options.layout])
            for mutant in pool
            if _survives(mutant, options.layout)
        ]
    if options.auto:
        pool = [replace(mutant, profile="auto") for mutant in pool]
    if options.sample:
        pool = sample(pool, options.sample, options.seed)
    verdicts = list(_mapped(judge, pool, options.jobs))
    failed = [verdict for verdict in verdicts if verdict.missed or verdict.extra]
    if options.show:
        _print(line for verdict in failed for line in story(verdict))
    _print(table(rows(verdicts)))
    unclean = list(spoken(_papers(options.draft)))
    _print(unclean)
    _print([f"\n{len(verdicts)} mutants, {len(failed)} not met as expected."])
    return bool(failed or unclean)


def _several(options: argparse.Namespace) -> int:
    """Print the table of drafts with several faults; give 1 if one was lost or something was found for no reason."""
    drawn = combined.drawn(options.combinations, options.seed)
    verdicts = list(_mapped(combined.judge, drawn.drafts, options.jobs))
    failed = [each for each in verdicts if each.lost or each.extra]
    if options.show:
        _print(line for each in failed for line in combined.story(each))
    _print(combined.table(verdicts))
    _print([f"\n{len(drawn.touching)} pairs left out because they touch:"])
    _print(f"  {count} {pair}" for pair, count in combined.pairs_touching(drawn.touching)[:TOLD])
    return bool(failed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument(
        "--rule", action="append", default=[], metavar="CODE", help="code or prefix; none: harmless"
    )
    parser.add_argument(
        "--looks", action="store_true", help="only characters and markup that look or act alike"
    )
    parser.add_argument(
        "--draft", default="", metavar="NAME", help="only drafts whose name begins so (18, 18-stems)"
    )
    parser.add_argument("--sample", type=int, metavar="N", help="at most N mutants of each rule")
    parser.add_argument("--combinations", type=int, metavar="N", help="N drafts with two to five faults each")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--layout", choices=TYPESETTINGS, help="typeset the mutants so")
    parser.add_argument("--auto", action="store_true", help="let docklint choose the profile")
    parser.add_argument("--jobs", type=int, default=1, metavar="N")
    parser.add_argument("--show", action="store_true", help="tell each mutant that was not met as expected")
    return parser.parse_args()


def _print(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
