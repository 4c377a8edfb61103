"""Sequences: a draft's ordinals, told as `marker depth` lines, single faults included."""

from __future__ import annotations

import pytest

from docklint import packs
from docklint.readers.text import read
from docklint.structure.outline.papers import parse
from docklint.structure.outline.tree import Outline

LEXICON = packs.load().grammar


def outlines(text: str) -> tuple[Outline, ...]:
    return parse(read("draft.txt", text.encode()), LEXICON)


def told(text: str) -> str:
    """Write an outline as `depth:marker` words, `?` for a part whose heading is lost."""
    return " ".join(
        f"{node.depth}:{'?' if node.implied else outline.text(node.start, node.marker_end) or '-'}"
        for outline in outlines(text)
        for node in outline.nodes
    )


MODEL = "一、问题\n（一）学习方面。一是少。二是浅。\n（二）作风方面。一是虚。二是漂。三是散。\n二、原因\n（一）思想。松了。\n（二）制度。弱了。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MODEL, "0:一、 1:（一） 2:一是 2:二是 1:（二） 2:一是 2:二是 2:三是 0:二、 1:（一） 1:（二）"),
        (
            "一、问题\n1.学习少。\n2.作风虚。\n二、措施\n1.多学。\n2.多走。",
            "0:一、 1:1. 1:2. 0:二、 1:1. 1:2.",
        ),
        ("一、问题\n第一，学习少。第二，作风虚。", "0:一、 1:第一， 1:第二，"),
        ("一、问题\n首先，学习少。其次，作风虚。最后，担当弱。", "0:一、 1:首先， 1:其次， 1:最后，"),
        ("一、问题\n①学习少。②作风虚。", "0:一、 1:① 1:②"),
        ("一、问题（一）学习方面。一是少；二是浅。", "0:一、 1:（一） 2:一是 2:二是"),
    ],
)
def test_plain_layouts(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "trap",
    [
        "思想统一是关键。",
        "第一是质量，这个观念不牢。",
        "这是原因之一是显然的。",
        "万一是这样就晚了。",
        "处置突发事件第一时间到场不够。",
        "一方面要求严，另一方面落实松。",
        "依据条例第三条第（一）项、第（三）项处理。",
        "增长1.5倍，占比2：1。",
        "坚持一、二、三产业融合。",
    ],
)
def test_running_text_is_no_ordinal(trap: str) -> None:
    assert told(MODEL.replace("松了。", trap)) == told(MODEL)


def test_a_gap_is_one_gap() -> None:
    assert told(MODEL.replace("二是漂。", "")).count("2:三是") == 1


def test_a_lost_marker_one_level_up_is_no_repeat() -> None:
    lost = "一、问题\n（一）学习方面。一是少。二是浅。\n一是虚。二是漂。三是散。\n（三）纪律方面。一是松。二是软。"
    assert told(lost) == "0:一、 1:（一） 2:一是 2:二是 1:? 2:一是 2:二是 2:三是 1:（三） 2:一是 2:二是"


def test_a_repeat_stays_in_its_sequence() -> None:
    (outline,) = outlines(MODEL.replace("二是漂", "一是漂"))
    items = [node for node in outline.nodes if node.parent == 4]
    assert [node.value for node in items] == [1, 1, 3]
    assert len({node.sequence for node in items}) == 1


def test_two_papers_in_one_file_are_two_outlines() -> None:
    assert len(outlines(MODEL + "\n\n" + MODEL)) == 2


def test_every_paper_of_a_file_begins_where_the_one_before_ends() -> None:
    paper = f"青禾县水务局对照检查材料\n{MODEL}\n"
    found = outlines(paper * 3)
    assert [(each.start, each.end) for each in found] == [
        (n * len(paper), (n + 1) * len(paper)) for n in range(3)
    ]


def test_a_list_of_headings_before_the_paper_is_not_the_paper() -> None:
    (outline,) = outlines("提纲\n一、问题\n二、原因\n\n青禾县水务局对照检查材料\n" + MODEL)
    assert len(outline.nodes) == 11


def test_a_document_without_ordinals_has_no_outline_nodes() -> None:
    assert all(not outline.nodes for outline in outlines("今天天气很好，大家都去植树。"))


@pytest.mark.parametrize("head", ["敬畏组织", "敬畏组织和法纪", "管党责任"])
def test_a_sub_head_that_shortens_the_dimension_is_transparent(head: str) -> None:
    from docklint.structure.binding.bind import bind

    whole = "带头坚决扛起管党治党责任" if head == "管党责任" else "带头敬畏人民、敬畏组织、敬畏法纪"
    text = f"一、存在的问题\n（一）{whole}方面\n1.{head}\n一是不够。2025年3月迟报。二是不严。2025年4月漏报。\n二、整改措施\n1.改。\n2.再改。"
    document = read("draft.txt", text.encode())
    library = packs.load()
    (outline,) = parse(document, library.grammar)
    draft = bind(outline, document, library.profiles["2025"], library.grammar)
    assert [draft.words(part.title) for part in draft.of("problem")] == ["不够", "不严"]


def test_what_leads_to_no_explanation_is_dropped_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    faulty = (
        MODEL.replace("二是漂", "一是漂")
        .replace("（二）作风", "（三）作风")
        .replace("\n（一）思想", "一是思想")
    )
    text = f"{faulty}\n{MODEL.replace('（一）学习方面。', '')}\n" * 3
    whole = told(text)
    monkeypatch.setattr("docklint.structure.outline.sequences.LEAST_CLEARED", 1)
    assert told(text) == whole
