"""The labelled sets as Python values."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from docklint.structure.outline.numerals import chinese

DATA = Path(__file__).parent / "data"
ROUNDS = DATA.with_name("rounds")
MARKER = re.compile("再?比如[，：]|例如[，：]|譬如，|再如，|以[^，]+为例，|(具体)?表现(在|为)：|主要体现在")
"""What introduces the examples of the sets."""

Split = Literal["dev", "heldout", "unseen"]


def told(text: str) -> str:
    """Return what stands behind the marker."""
    return MARKER.sub("", text, count=1)


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled example or claim; `texts` holds one text, or the two of a pair."""

    id: str
    label: str
    split: Split
    texts: tuple[str, ...]
    note: str = ""

    @property
    def told(self) -> str:
        """The first text without its marker."""
        return told(self.texts[0])


def hollow(split: Split | None = None) -> list[Item]:
    """Return the examples labelled "hollow" or "good" (EXA102)."""
    return _load("hollow.toml", split)


def evidence(split: Split | None = None) -> list[Item]:
    """Return the claims without a marker labelled "evidence" or "none" (EXA101)."""
    return _load("evidence.toml", split)


def repeats(split: Split | None = None) -> list[Item]:
    """Return the pairs of examples labelled "same" or "different" (EXA103)."""
    return _load("repeats.toml", split)


def plain() -> list[Item]:
    """Return the further examples of the development half, "hollow" or "good"."""
    return _load("plain.toml", "dev")


def unseen() -> list[Item]:
    """Return the examples ("hollow", "good") and pairs ("same", "different") of other registers."""
    return _load("unseen.toml", "unseen")


def rounds() -> list[Item]:
    """Return the examples, claims and pairs that were written in rounds with the method, or by another hand and once held out."""
    rows = [
        row
        for path in sorted(ROUNDS.glob("examples*.toml"))
        for row in tomllib.loads(path.read_text("utf-8"))["item"]
    ]
    return [_item(row) for row in rows]


def fitted_on() -> list[Item]:
    """Return the examples and claims that the weights of `structure/meaning/judgement.py` are fitted on."""
    return [
        *(*hollow("dev"), *evidence("dev"), *plain()),
        *(item for item in (*unseen(), *rounds()) if len(item.texts) == 1),
    ]


def pairs_fitted_on() -> list[tuple[str, str, bool]]:
    """Return the pairs that the weights of `structure/meaning/sameness.py` are fitted on, and whether they tell one fact.

    Beside the labelled ones these are facts that have nothing to do with each other, facts told back to front, and facts with
    numbers: with other numbers they are others, with the same numbers in Chinese they are the same.
    """
    labelled = [item for item in (*repeats("dev"), *unseen(), *rounds()) if len(item.texts) == 2]
    pairs = [(told(item.texts[0]), told(item.texts[1]), item.label == "same") for item in labelled]
    facts = [item.told for item in fitted_on() if item.label == "good"]
    backwards = ["，".join(reversed(re.split("[，。；：]", fact.strip("。")))) for fact in facts[::16]]
    numbered = [fact for fact in facts if re.search("[0-9]", fact)][::4]
    return [
        *pairs,
        *((fact, re.sub("[0-9]+", _another, fact), False) for fact in numbered),
        *((fact, re.sub("(?<![0-9.])[0-9]{1,2}(?![0-9.])", _in_chinese, fact), True) for fact in numbered),
        *((one, other, False) for one, other in pairwise(facts)),
        *((fact, back, True) for fact, back in zip(facts[::16], backwards, strict=True) if "，" in fact),
    ]


def _another(number: re.Match[str]) -> str:
    return str(int(number[0]) + 2)


def _in_chinese(number: re.Match[str]) -> str:
    return chinese(int(number[0]))


def _load(name: str, split: Split | None) -> list[Item]:
    rows = tomllib.loads((DATA / name).read_text("utf-8"))["item"]
    return [_item(row) for row in rows if split in (None, row["split"])]


def _item(row: dict[str, Any]) -> Item:
    texts = (row["text"],) if "text" in row else (row["a"], row["b"])
    return Item(row["id"], row["label"], row["split"], texts, row.get("note", ""))
