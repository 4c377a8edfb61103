"""How rightly `derive` reads the labelled notices: lists of dimensions and parts, limits, doubts; right drafts have nothing.

The figures are floors. Both halves have been read by now by those who make the method, so they say nothing of an
unseen wording; see the README.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from docklint import packs, readers
from docklint.derive import derive
from docklint.derive.proposal import Proposal
from tests.running import docklint

from .compact import told_parts
from .sample import Reading, Sample, load

HALVES = ("dev", "heldout")
DIMENSIONS = {"dev": 0.98, "heldout": 0.94}
PARTS = {"dev": 0.98, "heldout": 0.78}
FALSE = {"dev": 0, "heldout": 0}
DRAFTED = [
    pytest.param(sample, reading, id=f"{sample.id}-{reading.audience}")
    for sample in load()
    for reading in sample.readings
    if reading.draft and sample.split == "dev"
]


class Read(NamedTuple):
    """One reading of the set, and what was proposed for it."""

    sample: Sample
    reading: Reading
    proposal: Proposal

    @property
    def dimensions(self) -> tuple[str, ...]:
        return tuple(each.value for each in self.proposal.dimensions)

    @property
    def dimensions_fit(self) -> bool:
        return not self.dimensions if self.sample.kind == "neither" else self.reading.accepts(self.dimensions)

    @property
    def parts_fit(self) -> bool:
        parts = told_parts(self.proposal.sections)
        return not parts if self.sample.kind == "neither" else self.reading.accepts_parts(parts)


@cache
def read(half: str) -> tuple[Read, ...]:
    library = packs.load()
    found = []
    for sample in (each for each in load() if each.split == half):
        with TemporaryDirectory() as folder:
            proposals = derive(readers.read(str(sample.put(Path(folder))), "final", False), library)
        for reading in sample.readings:
            own = [p for p in proposals if p.audience and p.audience.value == reading.audience]
            found.append(Read(sample, reading, (own or proposals)[0] if reading.audience else proposals[0]))
    return tuple(found)


def share(fits: list[bool]) -> float:
    return sum(fits) / len(fits)


@pytest.mark.parametrize("half", HALVES)
def test_lists_of_dimensions(half: str) -> None:
    assert share([each.dimensions_fit for each in read(half)]) >= DIMENSIONS[half]


@pytest.mark.parametrize("half", HALVES)
def test_lists_of_parts(half: str) -> None:
    assert share([each.parts_fit for each in read(half)]) >= PARTS[half]


@pytest.mark.parametrize("half", HALVES)
def test_wrong_lists_of_dimensions(half: str) -> None:
    wrong = [each.sample.id for each in read(half) if each.dimensions and not each.dimensions_fit]
    assert len(wrong) <= FALSE[half], wrong


def test_limits() -> None:
    wrong = [
        each.sample.id for each in read("dev") if dict(each.proposal.limits) != dict(each.reading.limits)
    ]
    assert wrong == []


def test_a_notice_without_dimensions_says_so() -> None:
    silent = [each.sample.id for each in read("dev") if not each.dimensions and not each.proposal.undecided]
    assert silent == []


def test_every_name_and_part_has_its_sentence() -> None:
    for each in read("dev"):
        for found in (*each.proposal.dimensions, *(part.source for part in each.proposal.sections)):
            assert found.source
            assert found.line > 0


@pytest.mark.parametrize(("sample", "reading"), DRAFTED)
def test_right_drafts_have_nothing_against_their_notice(
    sample: Sample, reading: Reading, tmp_path: Path
) -> None:
    assert reading.draft
    options = ["--audience", reading.audience] if reading.audience else []
    ran = docklint("check", "--isolated", reading.draft, "--notice", sample.put(tmp_path), *options)
    assert ran.status == 0, ran.text
