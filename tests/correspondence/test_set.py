"""The labelled set is sound: its titles stand where they should, its labels agree with each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from .sample import Sample, load
from .surgery import sections, with_unrelated, without

STYLES = {"themes", "dimensions", "layers", "targeted", "unequal", "unnumbered"}
REAL_DRAFTS = Path(__file__).parents[3] / "shared" / "drafts"
CLAUSE_END = re.compile(r"[，。；：！？\n]")
LONGEST_SHARED = 12
"""A clause of this many characters or more must not stand in a real draft as well."""
OFFICIAL = re.compile("(三、)?下一步努力方向和整改措施|现将有关情况对照检查如下|（.）在认真对照“.{4}”方面")
"""Headings and set phrases that the notices prescribe or every paper of the kind uses."""

every_sample = pytest.mark.parametrize("sample", load(), ids=lambda sample: sample.id)


def test_the_set_is_large_enough_and_split_in_halves_by_style() -> None:
    count = Counter((sample.style, sample.split) for sample in load())
    assert len(load()) >= 36
    assert {style for style, _ in count} == STYLES
    assert all(count[style, "dev"] == count[style, "heldout"] for style in STYLES)
    assert len(set(count.values())) == 1


def test_ids_are_unique() -> None:
    assert len({sample.id for sample in load()}) == len(load())


def test_both_halves_hold_natural_faults() -> None:
    faulty = Counter(sample.split for sample in load() if sample.uncovered or sample.idle)
    assert min(faulty["dev"], faulty["heldout"]) >= 4


@every_sample
def test_every_title_stands_once_in_its_section(sample: Sample) -> None:
    _, problems, causes, measures = sections(sample.text)
    for part, titles in ((problems, sample.dimensions), (causes, sample.causes), (measures, sample.measures)):
        assert [part.count(title) for title in titles] == [1] * len(titles)
        places = [part.index(title) for title in titles]
        assert places == sorted(places)


@every_sample
def test_titles_end_where_the_contract_ends_them(sample: Sample) -> None:
    for section, titles in zip(sections(sample.text)[1:], _titles(sample), strict=True):
        for title in titles:
            follower = section[section.index(title) + len(title)]
            assert follower in "。：！？；\n" or (title.endswith("方面") and follower == "，"), title
            assert not re.search(r"[。！？；：\n]", title)


@every_sample
def test_links_lead_from_part_to_part(sample: Sample) -> None:
    ends = {
        "cause-measure": (sample.causes, sample.measures),
        "dimension-cause": (sample.dimensions, sample.causes),
        "dimension-measure": (sample.dimensions, sample.measures),
    }
    for kind, start, end in sample.links:
        assert start in ends[kind][0]
        assert end in ends[kind][1]


@every_sample
def test_faults_and_removals_agree_with_the_links(sample: Sample) -> None:
    answers = {cause: _answers(sample, cause) for cause in sample.causes}
    served = {end for kind, _, end in sample.links if kind != "dimension-cause"}
    assert sample.uncovered == tuple(cause for cause in sample.causes if not answers[cause])
    assert sample.idle == tuple(measure for measure in sample.measures if measure not in served)
    assert dict(sample.removable) == {
        measure: alone
        for measure in sample.measures
        if (alone := tuple(cause for cause in sample.causes if answers[cause] == {measure}))
    }


@every_sample
def test_surgery_leaves_the_rest_alone(sample: Sample) -> None:
    for gone in sample.measures:
        cut = sections(without(sample, gone))[3]
        assert [cut.count(title) for title in sample.measures] == [
            int(title != gone) for title in sample.measures
        ]
    grown = with_unrelated(sample)
    assert grown.replace(sample.unrelated, "").startswith(
        sample.text[: sample.text.index(sample.measures[-1])]
    )
    assert grown.count(sample.unrelated) == 1


@every_sample
def test_unrelated_measure_is_not_in_the_draft(sample: Sample) -> None:
    assert sample.unrelated_title not in sample.text
    assert sample.unrelated.endswith("。")


@pytest.mark.skipif(not REAL_DRAFTS.is_dir(), reason="the real drafts are not at hand")
def test_no_sentence_is_taken_from_a_real_draft() -> None:
    real = "\n".join(path.read_text("utf-8") for path in sorted(REAL_DRAFTS.glob("*.txt")))
    copied = {
        clause for sample in load() for clause in _clauses(sample.text + sample.unrelated) if clause in real
    }
    assert not {clause for clause in copied if not OFFICIAL.fullmatch(clause)}


def _clauses(text: str) -> Iterator[str]:
    return (clause for clause in CLAUSE_END.split(text) if len(clause) >= LONGEST_SHARED)


def _titles(sample: Sample) -> tuple[tuple[str, ...], ...]:
    return sample.dimensions, sample.causes, sample.measures


def _answers(sample: Sample, cause: str) -> set[str]:
    return {end for kind, start, end in sample.links if kind == "cause-measure" and start == cause}
