"""What papers share is found, and nothing else is: by the folder whose truth is known, and case by case."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.likeness.examples import shared_examples
from docklint.likeness.folder import COMMON_LEAST, MOST_PAIRS, compare
from docklint.likeness.grams import grams, step_for
from docklint.likeness.passages import PassageFinder
from docklint.likeness.wording import OwnPaper, PaperReader
from docklint.linter import Linter
from docklint.readers import parse
from docklint.settings import Settings
from tests.counting import calls
from tests.desk import evaluate
from tests.desk.folder import made
from tests.running import READY

LINTER = Linter(Settings())
SEED = 7


def papers(*texts: str, past: Sequence[str] = ()) -> list[OwnPaper]:
    reader = PaperReader("zh")
    return [
        paper
        for at, text in enumerate((*texts, *past))
        for paper in reader.papers(
            LINTER.understand(parse(f"{at}.txt", text.encode(), "final")).drafts, at >= len(texts)
        )
    ]


def test_every_copy_is_found_and_no_other_pair() -> None:
    folder = made(SEED)
    got = evaluate.figures(folder, evaluate.found(folder))
    assert {part: found for part, found in got.recall.items() if found[0] < found[1]} == {}
    assert (got.false, got.false_examples) == (0, 0)
    assert got.unrelated < 0.08
    assert got.examples == (3, 3)


@pytest.mark.thorough
def test_the_figures_hold_for_other_folders() -> None:
    found, there = 0, 0
    for seed in range(20, 32):
        folder = made(seed)
        got = evaluate.figures(folder, evaluate.found(folder))
        assert all(hit == all_of for part, (hit, all_of) in got.recall.items() if part >= 0.4)
        assert (got.false, got.false_examples) == (0, 0)
        assert got.examples[0] == got.examples[1]
        found += got.recall[0.2][0]
        there += got.recall[0.2][1]
    assert found / there >= 0.95


def test_the_folder_is_the_same_for_the_same_seed() -> None:
    assert made(3) == made(3) != made(4)
    assert len(made(3).papers) == 40
    assert len(made(3).foreign) == 8


def test_passages_stand_where_they_are_said_to() -> None:
    folder = made(SEED)
    read = {paper.path: paper for paper in evaluate.read(folder)}
    for each in folder.pairs:
        here, there = read[each.paper], read[each.source]
        found = PassageFinder().between(here, there)
        assert found, each
        for passage in found:
            for span, same, paper in (
                (passage.here, passage.same_here, here),
                (passage.there, passage.same_there, there),
            ):
                assert all(span.covers(one) for one in same)
                assert all(one.end <= two.start for one, two in pairwise(same))
                assert paper.document.text[span.start : span.end].strip()
        if each.how in ("past", "reordered"):
            mine = sum(len(sentence.words) for sentence in here.sentences)
            assert sum(passage.characters for passage in found) > 0.8 * mine


def test_official_wording_is_taken_off_and_counted_apart() -> None:
    phrase = "坚持以习近平新时代中国特色社会主义思想为指导，做到“两个维护”。"
    (plain,), (with_it,) = papers(READY), papers(READY.replace("可提交", "") + phrase)
    assert with_it.taken["phrases"] > plain.taken["phrases"]
    assert not any("习近平新时代" in sentence.words for sentence in with_it.sentences)
    titles = READY.replace("按照通知要求，", "按照通知要求，围绕带头增强党性、严守纪律、砥砺作风，")
    assert papers(titles)[0].taken["profile"] > plain.taken["profile"]


def test_the_sentences_of_a_notice_count_as_the_notice() -> None:
    from docklint.likeness.official import Official

    (draft,) = LINTER.understand(parse("a.txt", READY.encode(), "final")).drafts
    slot = draft.profile.sections[0].__replace__(source="请各单位对照清单逐项查摆群众身边的具体问题。")
    official = Official(draft.profile.__replace__(sections=(slot,)), draft.grammar)
    left, taken = official.taken_out("我们请各单位对照清单逐项查摆群众身边的具体问题办好")
    assert left.split() == ["我们", "办好"]
    assert taken == {"notice": 21}


def test_what_many_papers_share_is_nobodys() -> None:
    own = list(made(1).papers.values())[:12]
    shared = "上级通报指出有的单位把会议开成了表扬会，批评意见不疼不痒，会后也没有人去整改落实。" * 3
    alone, together = compare(papers(*own), 0.01), compare(papers(*(text + shared for text in own)), 0.01)
    assert alone.count == together.count
    assert min(together.common) > max(alone.common)
    few = compare(papers(*(text + shared for text in own[:COMMON_LEAST])), 0.01)
    assert few.count > together.count


def test_copies_to_the_letter_do_not_hide_each_other() -> None:
    text = next(iter(made(1).papers.values()))
    result = compare(papers(*[text] * 9))
    assert result.count == 36
    assert all(pair.identical and pair.score == 1 for pair in result.pairs)
    assert max(result.common) == 0


def test_earlier_years_are_compared_with_this_one_alone() -> None:
    one, other, *_ = made(1).papers.values()
    result = compare(papers(one, past=[one, one, other]))
    assert [(pair.first, pair.second) for pair in result.pairs] == [(0, 1), (0, 2)]
    assert shared_examples(papers(other, past=[one, one])).found == ()


def test_of_a_paper_without_words_of_its_own_nothing_is_said_but_that_it_is_a_copy() -> None:
    short = "一、存在的问题\n学习不够。\n二、原因分析\n重视不够。\n"
    result = compare(papers(short, short, short.replace("学习", "调研")))
    assert result.measured == (False, False, False)
    assert [(pair.first, pair.second, pair.identical) for pair in result.pairs] == [(0, 1, True)]


def test_redaction_numbers_and_layout_make_no_difference() -> None:
    one = next(iter(made(2).papers.values()))
    other = (
        one.replace("。", "。\n\n").replace("，", "**，").replace("一是", "第一，").replace("二是", "第二，")
    )
    (pair,) = compare(papers(one, other)).pairs
    assert pair.score > 0.9


def test_very_many_papers_are_sampled_evenly() -> None:
    assert step_for(200 * 4_000) == 1
    assert step_for(2_000 * 4_000) == 4
    text = "".join(made(1).papers.values())
    every, some = grams([text]), grams([text], 4)
    assert some < every
    assert 0.2 < len(some) / len(every) < 0.3


def test_no_more_pairs_are_told_than_anybody_reads() -> None:
    text = next(iter(made(1).papers.values()))
    result = compare(papers(*[text] * 50))
    assert (len(result.pairs), result.count) == (MOST_PAIRS, 1225)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.text(alphabet="一是、。，（二）比如：2024年月甲乙丙丁戊*\n", max_size=300), min_size=2, max_size=5
    )
)
def test_whatever_stands_in_papers_scores_are_parts_and_places_are_places(texts: list[str]) -> None:
    read = papers(*(f"甲{text}" for text in texts))
    result = compare(read, 0.0001)
    for pair in result.pairs:
        assert 0 < pair.score <= 1
        here, there = read[pair.first], read[pair.second]
        for passage in PassageFinder(result.shared_by_many, result.step).between(here, there):
            assert 0 <= passage.here.start < passage.here.end <= len(here.document.text)
            assert 0 <= passage.there.start < passage.there.end <= len(there.document.text)
    for group in shared_examples(read).found:
        assert len({told.paper for told in group}) == len(group) > 1


def test_whatever_papers_repeat_the_work_grows_with_their_length() -> None:
    def comparing(times: int) -> None:
        told = "比如，今年五月群众反映的积水问题拖了三个月才有人到现场去看过一眼。" * times
        read = papers(*(f"一、存在的问题\n一是甲{at}。{told}\n" + "甲" * times for at in range(3)))
        result = compare(read, 0.01)
        shared_examples(read)
        finder = PassageFinder(result.shared_by_many, result.step)
        for pair in result.pairs:
            finder.between(read[pair.first], read[pair.second])

    few, many = (calls(lambda times=times: comparing(times)) for times in (100, 400))  # type: ignore[misc]
    assert many / few < 6
