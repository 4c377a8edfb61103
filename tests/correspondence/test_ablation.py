"""The method on the development half: good enough, and every ingredient can be left out."""

from __future__ import annotations

import pytest

from .ablation import VARIANTS, Variant, line, method
from .evaluate import Outcome, outcomes, total
from .sample import KINDS, load


@pytest.fixture(scope="module")
def results() -> list[Outcome]:
    return _tried(VARIANTS[0])


def _tried(variant: Variant) -> list[Outcome]:
    return list(outcomes([sample for sample in load() if sample.split == "dev"], method(variant)))


@pytest.mark.parametrize("kind", KINDS)
def test_links_are_found(kind: str, results: list[Outcome]) -> None:
    assert total(results, "links", kind).f1 >= 0.9


@pytest.mark.parametrize(("code", "trial"), [("COR101", "removal"), ("COR102", "addition")])
def test_faults_are_found_without_false_alarms(code: str, trial: str, results: list[Outcome]) -> None:
    assert total(results, trial, code).recall >= 0.9
    for each in ("as-is", trial):
        tried = sum((one.trial, one.subject) == (each, code) for one in results)
        assert total(results, each, code).wrong / tried <= 0.05


def test_themes_carry_the_method() -> None:
    without = next(variant for variant in VARIANTS if variant.name == "without themes")
    assert total(_tried(without), "links", "cause-measure").f1 < 0.9


def test_a_line_tells_everything(results: list[Outcome]) -> None:
    told = line(VARIANTS[0], results)
    assert told.startswith("everything")
    assert told.count(" / ") == 2
