"""The labelled set for cures is sound: large enough, without repeats, split by its rule, at one with itself."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, Literal

import pytest

DATA = Path(__file__).parent / "data"
KINDS = {
    "answered": {"official", "spoken", "mixed"},
    "unanswered": {"manner", "stock", "object", "neighbour", "foreign", "hard", "near", "twin"},
}
ODD_CHARACTERS = re.compile(r"[\"',;:?!()*\s]|\.\.|（[一二三四五六七八九十]+）")
"""Half-width punctuation, blanks and ordinals have no place in a title or text of the set."""
LONGEST_SHARED = 12
"""Two parts written apart never share as many characters in a row: they were not made from one mould."""

Part = dict[str, str]
Entry = dict[str, Any]


def _load(name: Literal["pair", "case"]) -> list[Entry]:
    """Return the entries of one file, as written."""
    file = {"pair": "cures.toml", "case": "cases.toml"}[name]
    entries: list[Entry] = tomllib.loads((DATA / file).read_text("utf-8"))[name]
    return entries


PAIRS = _load("pair")
CASES = _load("case")
BY_ID = {pair["id"]: pair for pair in PAIRS}
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])


def _words(part: Part) -> str:
    """Return title and text of a part as one string."""
    return "\n".join(part.values())


def _own_parts() -> list[Part]:
    """Return every part of the set once: a borrowed measure counts where it was first written."""
    of_pairs = [part for pair in PAIRS for part in (pair["cause"], *_own_measure(pair))]
    return of_pairs + [part for case in CASES for part in (*case["causes"], *case["measures"])]


def _own_measure(pair: Entry) -> list[Part]:
    """Return the measure of a pair, or nothing if it is borrowed."""
    return [] if "measure_of" in pair else [pair["measure"]]


def test_there_are_enough_pairs_of_every_kind() -> None:
    count = Counter((pair["label"], pair["kind"]) for pair in PAIRS)
    assert set(count) == {(label, kind) for label, kinds in KINDS.items() for kind in kinds}
    assert min(Counter(pair["label"] for pair in PAIRS).values()) >= 400
    assert min(count["answered", kind] for kind in KINDS["answered"]) >= 100
    assert min(count["unanswered", kind] for kind in KINDS["unanswered"]) >= 45


@pytest.mark.parametrize("label", sorted(KINDS))
def test_the_halves_are_halves(label: str) -> None:
    halves = Counter(pair["split"] for pair in PAIRS if pair["label"] == label)
    assert set(halves) == {"dev", "heldout"}
    assert abs(halves["dev"] - halves["heldout"]) <= sum(halves.values()) * 0.05


@pytest.mark.parametrize("label", sorted(KINDS))
def test_ids_count_in_the_order_of_writing(label: str) -> None:
    ids = [pair["id"] for pair in PAIRS if pair["label"] == label]
    assert ids == [f"{label[0]}{number:03}" for number in range(1, len(ids) + 1)]


def test_the_split_follows_its_rule() -> None:
    for pair in PAIRS:
        deciding = BY_ID[pair.get("measure_of", pair["id"])]
        assert pair["split"] == ("dev" if int(deciding["id"][1:]) % 2 else "heldout"), pair["id"]


def test_a_borrowed_measure_is_the_same_and_bears_the_other_label() -> None:
    for pair in (pair for pair in PAIRS if "measure_of" in pair):
        lender = BY_ID[pair["measure_of"]]
        assert "measure_of" not in lender
        assert (pair["measure"], pair["label"]) != (lender["measure"], lender["label"]), pair["id"]
        assert pair["measure"] == lender["measure"], pair["id"]


def test_no_measure_is_borrowed_twice() -> None:
    lenders = Counter(pair["measure_of"] for pair in PAIRS if "measure_of" in pair)
    assert lenders
    assert set(lenders.values()) == {1}


def test_no_part_is_written_twice_and_none_from_the_mould_of_another() -> None:
    seen: dict[str, int] = {}
    for number, part in enumerate(_own_parts()):
        words = _words(part)
        runs = [words] + [words[start:][:LONGEST_SHARED] for start in range(len(words) - LONGEST_SHARED + 1)]
        assert not [run for run in runs if seen.setdefault(run, number) != number], words


def test_parts_are_plain_chinese() -> None:
    for part in _own_parts():
        assert {"title"} <= set(part) <= {"title", "text"}
        assert all(value and not ODD_CHARACTERS.search(value) for value in part.values()), part
        assert not part["title"].endswith("。")


def test_there_are_enough_cases_of_every_sort() -> None:
    count = Counter((case["difficulty"], case["order"], case["split"]) for case in CASES)
    assert len(CASES) >= 60
    assert len(count) == 3 * 2 * 2
    assert min(count.values()) >= 2
    assert [case["id"] for case in CASES] == [f"c{number:02}" for number in range(1, len(CASES) + 1)]


@pytest.mark.parametrize("split", ["dev", "heldout"])
def test_both_halves_of_the_cases_hold_every_fault_and_second_measures(split: str) -> None:
    half = [case for case in CASES if case["split"] == split]
    assert sum(bool(case["unanswered"]) for case in half) >= 10
    assert sum(bool(case["idle"]) for case in half) >= 15
    assert sum(_has_second_measure(case) for case in half) >= 4


def _answered(case: Entry) -> list[int]:
    """Return the causes answered in a case, in the order of its measures."""
    return [cause for causes in case["answers"] for cause in causes]


def _has_second_measure(case: Entry) -> bool:
    """Return whether two measures of a case answer one cause."""
    return max(Counter(_answered(case)).values()) > 1


@every_case
def test_the_gold_answers_of_a_case_agree(case: Entry) -> None:
    causes, measures = case["causes"], case["measures"]
    assert 3 <= len(causes) <= 4
    assert 3 <= len(measures) <= 5
    assert len(case["answers"]) == len(measures)
    assert set(_answered(case)) | set(case["unanswered"]) == set(range(1, len(causes) + 1))
    assert not set(_answered(case)) & set(case["unanswered"])
    assert case["idle"] == [number for number, answers in enumerate(case["answers"], 1) if not answers]


@every_case
def test_order_and_split_of_a_case_are_as_told(case: Entry) -> None:
    answered = _answered(case)
    assert case["order"] == ("ordered" if answered == sorted(answered) else "reordered")
    assert case["split"] == ("dev" if int(case["id"][1:]) % 4 in {1, 2} else "heldout")
