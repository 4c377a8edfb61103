"""What a fix promises: the finding gone, nothing new, fixing twice is fixing once; of examples, and of drafts with a fault.

The tester of rules holds the examples to it (`tests/test_rules.py`); here it is held to itself, and to the mutants.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from docklint import readers
from docklint.fixing import proof
from docklint.linter import Linter
from docklint.rules import Edit, Fix, Hit
from docklint.settings import Settings
from docklint.spans import Span
from docklint.values import replace
from tests.mutations import lint, pasted
from tests.mutations.__main__ import GENERATORS, mutants, sample
from tests.mutations.mutant import Mutant
from tests.running import FAULTY

MENDING = ("DIM105", "NUM101", "NUM102", "NUM103", "NUM104", "NUM107", "NUM108", "NUM109", "SEC105", "TXT101")
"""Rules whose fault the harness can put in and whose checks propose fixes."""
SIZE, SEED = 8, 20231123


@pytest.mark.parametrize("rule", MENDING)
def test_fixes_of_mutants(rule: str) -> None:
    _keep_their_promises(rule, sample(_mutants(rule), SIZE, SEED))


@pytest.mark.thorough
@pytest.mark.parametrize("rule", MENDING)
def test_fixes_of_every_mutant(rule: str) -> None:
    _keep_their_promises(rule, list(_mutants(rule)))


def _mutants(rule: str) -> Iterator[Mutant]:
    return mutants((rule,), (*GENERATORS, *pasted.FAULTS))


def _keep_their_promises(rule: str, pool: Sequence[Mutant]) -> None:
    broken, proposed = [], 0
    for mutant in pool:
        linter = lint.linter(mutant.profile or mutant.paper.profile)
        document = readers.parse(mutant.name, mutant.data or mutant.text.encode())
        proposed += any(each.fix for each in linter.check(document).findings if each.code == rule)
        told = proof.broken_promises(linter, document)
        broken += [f"{mutant.paper.id} {mutant.kind} at {mutant.place!r}: {each}" for each in told]
    assert not broken, "\n".join(broken)
    assert proposed or rule == "NUM109"


@pytest.mark.parametrize(
    ("text", "promise"),
    [("*", "leaves it there"), ("“", "brings TXT101"), ("**", "fixing twice is not fixing once")],
)
def test_a_fix_that_breaks_its_promise_is_told(
    monkeypatch: pytest.MonkeyPatch, text: str, promise: str
) -> None:
    linter = Linter(Settings(profile="generic", select=("RED101", "TXT101")))
    check = type(linter.library.rules["RED101"].check)
    original = check.__call__

    def fixing(self: object, draft: object) -> Iterator[Hit]:
        for hit in original(self, draft):  # type: ignore[arg-type]
            span = Span(hit.span.start, hit.span.start + 1)
            yield replace(hit, fix=Fix("safe", (Edit(span, text),)))

    monkeypatch.setattr(check, "__call__", fixing)
    told = list(proof.broken_promises(linter, readers.parse("draft.txt", FAULTY.encode())))
    assert any(promise in each for each in told), told


@pytest.mark.parametrize(
    "edits",
    [(), (Edit(Span(5, 4), ""),), (Edit(Span(2, 4), ""), Edit(Span(3, 5), "")), (Edit(Span(0, 9999), ""),)],
)
def test_edits_that_cannot_be_are_a_crash_of_their_rule(
    monkeypatch: pytest.MonkeyPatch, edits: tuple[Edit, ...]
) -> None:
    linter = Linter(Settings(profile="generic"))
    check = type(linter.library.rules["TXT101"].check)
    monkeypatch.setattr(
        check, "__call__", lambda *_: [Hit(Span(0, 1), {"mark": "", "expected": ""}, fix=Fix("safe", edits))]
    )
    result = linter.check_bytes("draft.txt", FAULTY.encode())
    assert result.statuses["TXT101"] == "crashed"
    assert [each.code for each in result.findings] == ["DL903", "RED101"]
