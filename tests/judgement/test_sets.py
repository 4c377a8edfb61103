"""The labelled sets are sound: large enough, split by the stated rule, no text twice, none taken from a draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from .sets import Item, evidence, hollow, repeats

REAL_DRAFTS = Path(__file__).parents[3] / "shared" / "drafts"
CLAUSE_END = re.compile(r"[，。；：！？\n]")
LONGEST_SHARED = 12
"""A clause of this many characters or more must not stand in a real draft as well."""
MARKER = re.compile("再?比如[，：]|例如[，：]|譬如，|再如，|以[^，]+为例，|(具体)?表现(在|为)：|主要体现在")
NUMERAL = re.compile(r"[0-9〇零一二两三四五六七八九十百千万半]")
LEAST = {"hollow": 240, "good": 240, "evidence": 60, "none": 60, "same": 120, "different": 120}
LOADERS = [hollow, evidence, repeats]

every_set = pytest.mark.parametrize("load", LOADERS, ids=lambda load: str(load.__name__))


def everything() -> list[Item]:
    return [item for load in LOADERS for item in load()]


def test_every_label_has_its_number() -> None:
    counts = Counter(item.label for item in everything())
    assert set(counts) == set(LEAST)
    assert {label: n for label, n in counts.items() if n < LEAST[label]} == {}


@pytest.mark.parametrize("label", LEAST)
def test_labels_alternate_between_the_halves_in_order_of_the_file(label: str) -> None:
    splits = [item.split for item in everything() if item.label == label]
    assert splits == (["dev", "heldout"] * len(splits))[: len(splits)]


def test_a_half_can_be_loaded_alone() -> None:
    for load in LOADERS:
        assert {item.split for item in load("dev")} == {"dev"}
        assert [*load("dev"), *load("heldout")] == sorted(load(), key=lambda item: item.split)


def test_ids_and_texts_are_unique() -> None:
    ids = Counter(item.id for item in everything())
    texts = Counter(text for item in everything() for text in item.texts)
    assert [id for id, n in ids.items() if n > 1] == []
    assert [text for text, n in texts.items() if n > 1] == []


@pytest.mark.parametrize("load", [hollow, repeats], ids=["hollow", "repeats"])
def test_examples_begin_with_a_marker(load: Callable[[], list[Item]]) -> None:
    assert [text for item in load() for text in item.texts if not MARKER.match(text)] == []


def test_claims_without_a_marker_have_none() -> None:
    assert [item.texts for item in evidence() if MARKER.match(item.texts[0])] == []


def test_enough_good_examples_tell_their_fact_without_any_numeral() -> None:
    plain = [item for item in hollow() if item.label == "good" and not NUMERAL.search(item.texts[0])]
    assert len(plain) >= 100


def test_both_halves_hold_borderline_cases() -> None:
    noted = Counter((item.label, item.split) for item in everything() if item.note)
    assert (
        min(noted[label, split] for label in LEAST for split in ("dev", "heldout") if label != "evidence")
        >= 5
    )


def test_pairs_have_two_texts_and_their_halves_share_no_story() -> None:
    assert {len(item.texts) for item in repeats()} == {2}
    dev, heldout = (
        [(text, _bigrams(text)) for item in repeats(split) for text in item.texts]
        for split in ("dev", "heldout")
    )
    assert [(one, other) for one, a in dev for other, b in heldout if _overlap(a, b) >= 0.5] == []


@every_set
def test_nothing_is_taken_from_a_real_draft(load: Callable[[], list[Item]]) -> None:
    if not REAL_DRAFTS.is_dir():
        pytest.skip("no real drafts beside this checkout")
    real = "\n".join(path.read_text("utf-8") for path in REAL_DRAFTS.glob("*.txt"))
    assert real
    clauses = [clause for item in load() for text in item.texts for clause in CLAUSE_END.split(text)]
    assert [clause for clause in clauses if len(clause) >= LONGEST_SHARED and clause in real] == []


def _bigrams(text: str) -> set[str]:
    letters = re.sub(r"\W", "", MARKER.sub("", text, count=1))
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / min(len(one), len(other))
