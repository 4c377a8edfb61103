"""The later notices (`later/`): what is read in them. The figures are floors; see the README for which were unseen."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from docklint import packs, readers
from docklint.derive import derive
from docklint.derive.proposal import Proposal

from .compact import LATER, Compact, load, told_parts

FILES = sorted(path.name for path in LATER.glob("*.txt"))
DIMENSIONS, PARTS = 0.9, 0.85
FEWER = {"50-dev.txt": 0.84}
"""Where fewer are read: names sought out to be hard to begin and end."""
FALSE = {"17-dev.txt": 1, "50-dev.txt": 2, "51-dev.txt": 1, "31-dims.txt": 2}
"""Readings with a wrong list: where the members' names have one character each or the group's are not read, the other audience's are
taken for theirs; what a member chooses from is not told; words in quotes are taken for the names they stand in; a verb
that counts (算一件) stays with each name; tasks to think about are taken for dimensions."""


class Read(NamedTuple):
    """A notice and what was proposed for its audience."""

    notice: Compact
    proposal: Proposal

    @property
    def dimensions(self) -> tuple[str, ...]:
        return tuple(each.value for each in self.proposal.dimensions)

    @property
    def parts(self) -> list[tuple[str, bool]]:
        return told_parts(self.proposal.sections)


@cache
def read(name: str) -> tuple[Read, ...]:
    return tuple(Read(notice, _proposed(notice)) for notice in load(name))


def _proposed(notice: Compact) -> Proposal:
    with TemporaryDirectory() as folder:
        found = derive(readers.read(str(notice.put(Path(folder))), "final", False), packs.load())
    own = [each for each in found if each.audience and each.audience.value == notice.audience]
    return (own or found)[0] if notice.audience else found[0]


@pytest.mark.parametrize("name", FILES)
def test_lists_of_dimensions(name: str) -> None:
    wrong = [
        (each.notice.id, each.dimensions) for each in read(name) if not each.notice.accepts(each.dimensions)
    ]
    assert len(wrong) <= (1 - FEWER.get(name, DIMENSIONS)) * len(read(name)), wrong


@pytest.mark.parametrize("name", FILES)
def test_wrong_lists_of_dimensions(name: str) -> None:
    wrong = [
        each.notice.id for each in read(name) if each.dimensions and not each.notice.accepts(each.dimensions)
    ]
    assert len(wrong) <= FALSE.get(name, 0), wrong


@pytest.mark.parametrize("name", FILES)
def test_lists_of_parts(name: str) -> None:
    wrong = [(each.notice.id, each.parts) for each in read(name) if not each.notice.accepts_parts(each.parts)]
    assert len(wrong) <= (1 - PARTS) * len(read(name)), wrong


@pytest.mark.parametrize("name", FILES)
def test_none_is_silent(name: str) -> None:
    silent = [each.notice.id for each in read(name) if not each.dimensions and not each.proposal.undecided]
    assert silent == []
