"""Characters and markup that look or act alike change nothing: a fixed sample of every look on the clean drafts.

`python -m tests.mutations --looks` runs them all.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.mutations.__main__ import LOOKS, mutants, sample
from tests.mutations.mutant import HARMLESS
from tests.mutations.score import Row, judge, rows, story

SIZE, SEED = 8, 20231123
HARMLESS_NOW = (
    "NEL for every other line end",
    "NEL for line ends",
    "U+2028 for every other line end",
    "U+2028 for line ends",
    "U+2029 for every other line end",
    "U+2029 for line ends",
    "VT for every other line end",
    "VT for line ends",
    "a label above the problems",
    "a second piece",
    "byte order marks inside",
    "case analysis behind the causes",
    "causes called otherwise",
    "contents after the title",
    "contents after the title with dimensions",
    "contents before the title",
    "contents before the title with dimensions",
    "form feed before every line",
    "form feed before pages",
    "form feed for line ends",
    "md, &nbsp; after ordinals",
    "md, 1\\.",
    "md, <br> for line ends",
    "md, a centred title",
    "md, a footnote",
    "md, a link",
    "md, a list",
    "md, a list all 1.",
    "md, a table",
    "md, a tag",
    "md, a task box",
    "md, an image",
    "md, emphasis of claims",
    "md, emphasis of headings",
    "md, emphasis of ordinals",
    "md, entities for quotes",
    "md, entities indent",
    "md, escapes",
    "md, front matter",
    "md, headings with #",
    "md, headings with closing #",
    "md, nested emphasis of claims",
    "md, paragraphs",
    "md, tags around headings",
    "md, tags around ordinals",
    "one （三） as ㈢",
    "praise before the problems",
    "problems called otherwise",
    "radicals for all",
    "radicals for some",
    "radicals in headings",
    "radicals in ordinals",
    "sections as 1.",
    "sections as 1、",
    "unseen signs at line starts",
    "unseen signs in ordinals",
    "unseen signs in words",
    "（一） as [一]",
    "（一） as 〈一〉",
    "（一） as 【一】",
    "（一） as 〔一〕",
    "（一） as ㈠",
    "（一） as ㊀",
    "（一） as ﹝一﹞",
    "（一） as ［一］",
)
NOT_YET: tuple[str, ...] = ()
"""Looks in which docklint still finds what is not there. Whoever mends one moves its line up."""


@cache
def table() -> dict[str, Row]:
    pool = sample(mutants(generators=LOOKS), SIZE, SEED)
    return {row.rule.removeprefix(f"{HARMLESS}: "): row for row in rows(map(judge, pool))}


MENDED = [pytest.param(look, id=look) for look in HARMLESS_NOW]
OPEN = [
    pytest.param(look, id=look, marks=pytest.mark.xfail(reason="issue 14", strict=True)) for look in NOT_YET
]


@pytest.mark.parametrize("look", [*MENDED, *OPEN])
def test_a_look_changes_nothing(look: str) -> None:
    failed = [each for each in table()[look].verdicts if each.missed or each.extra]
    assert not failed, "\n".join(line for each in failed for line in story(each))


def test_every_look_is_told() -> None:
    assert sorted(table()) == sorted((*HARMLESS_NOW, *NOT_YET))
