"""What answers what, and when docklint says nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from docklint import packs, readers
from docklint.grammar import Grammar
from docklint.linter import Linter
from docklint.pairs import number
from docklint.settings import Settings
from docklint.structure.correspondence import link_evidence, references, topics
from docklint.structure.correspondence.links import UNANSWERED, Link, correspondence
from docklint.structure.correspondence.obstacles import MOST, comparable
from docklint.structure.draft import Draft

DRAFTS = sorted((Path(__file__).parents[1] / "drafts").glob("*.txt"))
PROBLEMS = """一、存在的问题
（一）理论学习方面。一是学习不系统。2023年上半年中心组只学习了2次。
（二）工作作风方面。一是调查研究不深。2023年4月到5个乡镇调研，没有走进农户。
（三）廉洁自律方面。一是警示教育不经常。2023年只组织1次警示教育。
"""
CAUSES = (
    "理论武装抓得不紧。学习满足于完成任务，理想信念有所松动。",
    "宗旨意识有所淡化。与群众面对面少，听取意见不够。",
    "纪律约束不够严格。廉政谈话流于形式，监督执纪偏软。",
)
MEASURES = (
    "用创新理论凝心铸魂。中心组每月研讨一次，读原著、悟原理。",
    "把群众的事放在心上。班子成员每月走访十户，现场解决诉求。",
    "筑牢廉洁防线。每季度开展廉政谈话，对违纪行为一查到底。",
)
FOREIGN = "改造老旧锅炉房。更换阀门和保温层，确保冬季温度达标。"


@cache
def linter(profile: str = "generic") -> Linter:
    return Linter(Settings(profile=profile))


def draft(
    causes: tuple[str, ...] = CAUSES, measures: tuple[str, ...] = MEASURES, problems: str = PROBLEMS
) -> Draft:
    text = problems + f"二、原因分析\n{_listed(causes)}三、整改措施\n{_listed(measures)}"
    return linter().understand(readers.parse("draft.txt", text.encode(), "final")).drafts[0]


def _listed(parts: tuple[str, ...]) -> str:
    return "".join(f"（{'一二三四五六七八九十'[i]}）{part}\n" for i, part in enumerate(parts))


def links(found: Draft) -> tuple[Link, ...]:
    return correspondence(found).links


def pairs(found: Draft) -> set[tuple[int, int]]:
    """Return the cause-measure links by 0-based number."""
    causes, measures = ([part.id for part in found.of(kind)] for kind in ("cause", "measure"))
    return {
        (causes.index(link.source.id), measures.index(link.target.id))
        for link in links(found)
        if link.kind == "cause-measure"
    }


def unanswered(found: Draft) -> list[str]:
    return [found.quote(one.part.title) for one in correspondence(found).causes if one.score < UNANSWERED]


def idle(found: Draft) -> list[str]:
    return [found.quote(one.part.title) for one in correspondence(found).measures if one.score < UNANSWERED]


def test_subjects_meet_without_a_common_word() -> None:
    assert pairs(draft()) == {(0, 0), (1, 1), (2, 2)}


def test_the_order_of_measures_does_not_matter() -> None:
    assert pairs(draft(measures=(MEASURES[2], MEASURES[0], MEASURES[1]))) == {(0, 1), (1, 2), (2, 0)}


def test_a_measure_may_serve_several_causes() -> None:
    both = "抓实理论学习，密切联系群众。一是中心组每月研讨一次，读原著、悟原理；二是班子成员每月走访群众十户，听取意见。"
    assert pairs(draft(measures=(both, MEASURES[2]))) == {(0, 0), (1, 0), (2, 1)}


@pytest.mark.parametrize("gone", range(3))
def test_a_cause_without_its_measure_is_unanswered(gone: int) -> None:
    left = tuple(measure for n, measure in enumerate(MEASURES) if n != gone)
    found = draft(measures=left)
    assert unanswered(found) == [CAUSES[gone].split("。")[0]]
    assert idle(found) == []


@pytest.mark.parametrize("place", range(4))
def test_a_foreign_measure_answers_nothing(place: int) -> None:
    found = draft(measures=(*MEASURES[:place], FOREIGN, *MEASURES[place:]))
    assert idle(found) == [FOREIGN.split("。")[0]]
    assert unanswered(found) == []


def test_a_lost_ordinal_hides_no_measure() -> None:
    merged = (MEASURES[0] + "\n" + MEASURES[1], MEASURES[2])
    assert unanswered(draft(measures=merged)) == []


def test_what_is_not_understood_may_be_the_answer() -> None:
    """A cause and a measure in words the lexicon lacks are left alone."""
    odd = draft(
        (*CAUSES[:2], "锅炉房安全弦绷得松。阀门锈蚀无人过问。"),
        (*MEASURES[:2], "改造锅炉房。更换阀门和保温层。"),
    )
    assert (unanswered(odd), idle(odd)) == ([], [])


def test_a_named_target_decides() -> None:
    named = (
        "针对“纪律约束不够严格”，改进方法。每季度检视一次。",
        "针对宗旨意识淡化的问题，改进方法。每月检视一次。",
    )
    found = draft(measures=(*named, MEASURES[0]))
    assert pairs(found) == {(0, 2), (1, 1), (2, 0)}
    kinds = {ground.kind for link in links(found) for ground in link.evidence if link.kind == "cause-measure"}
    assert "reference" in kinds


def test_grounds_speak_in_the_drafts_words() -> None:
    said = {ground.words for link in links(draft()) for ground in link.evidence}
    assert ("理论学习", "理论武装", "创新理论") in said
    assert all(word for words in said for word in words)


def test_scores_are_shares() -> None:
    assert all(0 < link.score <= 1 for link in links(draft()))


def test_the_same_draft_gives_the_same_links() -> None:
    first, second = draft(), draft()
    assert first is not second
    assert links(first) == links(second)


@pytest.mark.parametrize(
    ("causes", "measures", "problems"),
    [
        (CAUSES, MEASURES, ""),
        (CAUSES[:1], MEASURES, PROBLEMS),
        (CAUSES, MEASURES[:1], PROBLEMS),
        (("武装不紧。", "宗旨不牢。"), MEASURES, PROBLEMS),
    ],
    ids=["problems", "causes", "measures", "text"],
)
def test_silent_where_there_is_too_little(
    causes: tuple[str, ...], measures: tuple[str, ...], problems: str
) -> None:
    found = draft(causes, measures, problems)
    assert not comparable(found)


def test_silent_where_there_is_too_much() -> None:
    many = "".join(f"{n}.理论武装不够，学习抓得不紧。\n" for n in range(1, MOST + 2))
    text = PROBLEMS + f"二、原因分析\n{many}三、整改措施\n{_listed(MEASURES)}"
    found = linter().understand(readers.parse("draft.txt", text.encode(), "final")).drafts[0]
    assert sum(1 for _ in found.of("cause")) == MOST + 1
    assert not comparable(found)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_clean_drafts_are_clean(path: Path) -> None:
    for found in linter("auto").understand(readers.read(str(path), "final")).drafts:
        if comparable(found):
            assert (unanswered(found), idle(found)) == ([], [])


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return packs.load().grammar


def test_the_longest_theme_word_wins(grammar: Grammar) -> None:
    assert [word for word, _ in topics.theme_words("政治判断力和理论武装", grammar)] == [
        "政治判断力",
        "理论武装",
    ]


def test_stock_phrases_are_no_terms(grammar: Grammar) -> None:
    assert topics.terms("进一步加强，不断提高", grammar) == frozenset()
    assert number("档案") in topics.terms("进一步加强档案利用", grammar)


def test_shared_expressions_are_whole(grammar: Grammar) -> None:
    one, other = "严守党的政治纪律和政治规矩，查档不便", "带头严守党的政治纪律和政治规矩；改进查档服务"
    assert link_evidence.shared(one, other, grammar) == ["严守党的政治纪律和政治规矩", "查档"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("针对理论根基不深、政治站位不高问题，持续加强", ["理论根基不深政治站位不高"]),
        ("针对“感情疏远”，常去坐一坐", ["感情疏远"]),
        ("针对“带头干事创业”方面的问题。组建专班", ["带头干事创业"]),
        ("着力解决作风漂浮的问题。", ["作风漂浮"]),
        ("提高针对性和实效性。", []),
        ("加强学习。", []),
    ],
)
def test_targets(text: str, expected: list[str], grammar: Grammar) -> None:
    assert list(references.targets(text, grammar)) == expected


def test_a_target_is_found_in_other_words_around_it() -> None:
    assert references.named("感情疏远", "和一线职工感情疏远") == 1
    assert references.named("感情疏远", "理论武装") == 0


VILLAGE = """个人对照检查材料
一、存在的问题
（一）学习上不上心。镇里发的学习书，翻了头几页就放在一边。
（二）办事不够公道。危房改造报名，先告诉几户走得近的，后来才在广播里喊了一遍。
（三）{third}
二、原因
（一）思想上松劲了。老经验够用，学不学都能干。
（二）心里装群众少了。总想着先把上面的任务应付过去。
三、打算
（一）带头学。每月读完一本册子的两章。
（二）一碗水端平。要紧的事情先上广播、再进群、后贴榜，三样做到了才开始登记。
（三）晒明白账。光伏收益分给哪些户，每季度贴到公开栏。
"""


@pytest.mark.parametrize(
    "third",
    ["账目公开不及时。光伏收益分给哪些户没有写清楚。", "工作不细。别人的意见听得少。"],
)
def test_a_measure_that_speaks_of_a_problem_answers_it(third: str) -> None:
    (found,) = (
        linter().understand(readers.parse("d.txt", VILLAGE.format(third=third).encode(), "final")).drafts
    )
    left = [
        found.words(each.part.title) for each in correspondence(found).measures if each.score < UNANSWERED
    ]
    assert "一碗水端平" not in left
    # Without such a problem it may be told or not: nothing in so short a paper is understood well enough to be sure.
    assert "光伏" not in third or "晒明白账" not in left
