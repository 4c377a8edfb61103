"""Every layout: the outline against hand-written truth, and no warning in a clean draft."""

from __future__ import annotations

import pytest

from tests.mutations import lint
from tests.mutations.outlines import KINDS, Comparison, Score, compare, differences, table, variants
from tests.mutations.paper import Paper
from tests.mutations.truth import papers

LEAST_F1 = 0.98
PAPERS = papers()
VARIANTS = [(paper, layout, changed) for paper in PAPERS for layout, changed in variants(paper)]
IDS = [f"{paper.id}-{layout}" for paper, layout, _ in VARIANTS]


@pytest.fixture(scope="module")
def comparisons() -> list[Comparison]:
    return [compare(changed, layout, changed.profile) for _, layout, changed in VARIANTS]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_outline_of_each_draft_is_the_truth(paper: Paper) -> None:
    assert list(differences(compare(paper, "as written", paper.profile))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_outline_of_all_layouts(kind: str, comparisons: list[Comparison]) -> None:
    total = Score(0, 0, 0)
    for comparison in comparisons:
        total = total.plus(comparison.score(kind))
    assert total.f1 >= LEAST_F1, "\n".join(table(comparisons))


@pytest.mark.parametrize(("paper", "layout", "changed"), VARIANTS, ids=IDS)
def test_clean_drafts_have_no_warnings(paper: Paper, layout: str, changed: Paper) -> None:
    found = lint.check(changed.text.encode(), paper.profile)
    assert [each for each in found if each.severity != "info"] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_profile_is_recognised(paper: Paper) -> None:
    assert {draft.profile.id for draft in lint.drafts(paper.text.encode(), "auto")} == {paper.profile}


def test_two_drafts_in_one_file() -> None:
    first, second = (paper for paper in PAPERS if paper.id in ("08-2024-group", "13-2024-first-next"))
    both = (first.text + "\n" + second.text).encode()
    assert [each for each in lint.check(both, first.profile) if each.severity != "info"] == []
    understood = lint.drafts(both, first.profile)
    counted = [[sum(part.kind == kind for part in draft.parts) for kind in KINDS] for draft in understood]
    assert counted == [[len(paper.of(kind)) for kind in KINDS] for paper in (first, second)]
