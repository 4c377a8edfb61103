"""A bounded, fixed sample of the single-fault and no-fault mutants; `python -m tests.mutations` runs them all."""

from __future__ import annotations

from functools import cache

import pytest

from tests.mutations.__main__ import mutants, sample
from tests.mutations.mutant import HARMLESS
from tests.mutations.score import Row, judge, rows, story

SIZE, SEED = 24, 20231123
LEAST_DETECTION = 0.98
MOST_COLLATERAL = 0.01

# What is known to be missed, as the most mutants of this sample that may not be met; a rule that does worse fails,
# and one that does better should leave the list.
KNOWN = {
    # Without ordinals a foreign heading among short headed paragraphs cannot be told from one more of them.
    "SEC104": 1,
    # 整改错施 without an ordinal shares too little with 整改措施 to be known for a heading at all.
    "SEC105": 1,
    # Silent when in doubt: a habit told in words of the trade (安排预算时首先考虑…) passes for an act (docs/meaning.md).
    "EXA101": 4,
    # Silent when in doubt: a stranger that shares words or a theme with a cause passes (docs/correspondence.md).
    "COR101": 1,
    "COR102": 5,
}


@cache
def table() -> dict[str, Row]:
    return {row.rule: row for row in rows(judge(mutant) for mutant in sample(mutants(), SIZE, SEED))}


FAMILIES = {"SEC": 6, "DIM": 6, "NUM": 9, "EXA": 3, "COR": 2, "RED": 3, "TXT": 1}
RULES = [f"{family}{100 + number}" for family, count in FAMILIES.items() for number in range(1, count + 1)]


@pytest.mark.parametrize("rule", RULES)
def test_faults_are_found_alone_and_in_place(rule: str) -> None:
    row = table()[rule]
    met = row.detection >= LEAST_DETECTION and row.collateral <= MOST_COLLATERAL
    unmet = sum(bool(verdict.missed or verdict.extra) for verdict in row.verdicts)
    assert met or unmet <= KNOWN.get(rule, 0), _told(row)


def test_harmless_changes_find_nothing() -> None:
    verdicts = [
        verdict for row in table().values() if row.rule.startswith(HARMLESS) for verdict in row.verdicts
    ]
    row = Row(HARMLESS, verdicts)
    assert row.collateral <= MOST_COLLATERAL, _told(row)


def _told(row: Row) -> str:
    failed = (verdict for verdict in row.verdicts if verdict.missed or verdict.extra)
    return f"{row.detection:.3f} {row.collateral:.3f}\n" + "\n".join(
        line for each in failed for line in story(each)
    )
