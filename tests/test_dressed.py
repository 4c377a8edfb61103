"""Whatever a draft looks like, the same is found at the same places: radicals, unseen signs, line ends, Markdown.

A faulty draft is dressed up at random, character by character. Every finding must be there again, in the same
words and with the same fingerprint, at the characters that stand for the ones it pointed at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.linter import Linter
from docklint.rules import Finding
from docklint.settings import Settings
from docklint.structure.normalise.lookalikes import SUPPLEMENT, ordinary
from tests.running import docklint

LINTER = Linter(Settings(profile="2024"))
DRAFT = """青禾县档案馆党支部2024年度民主生活会对照检查材料
按照[上级通知]要求，中共**县委督导组到会指导。现将有关情况报告如下：
一、存在的主要问题
（一）带头严守政治纪律和政治规矩，维护党的团结统一方面。一是学习不深入。2024年4月的读书班请假2天。三是请示不及时。6月外出才补报。
（二）带头增强党性、严守纪律、砥砺作风方面。一是党性锻炼不经常。上半年缺席组织生活3次。二是自我批评不够深。
（四）带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新方面。一是担责勇气不足。20XX年5月的事故9月才报。二是对“窗口的意见办得慢。8月积压12件。
（三）、带头履行全面从严治党政治责任方面。一是抓党建不经常。全年只听取1次汇报。二是监督不严。某局的补贴发错7处。
二、原因剖析
（一）理论武装不够。学得不深不透。
（一）担当精神不足。怕担责，创新少。
三、整改措施
（一）抓紧理论武装。每月研读一篇原著，严守政治纪律。
（二）增强担当精神。对事故限期上报，履行管党治党责任。
"""
UNSEEN = [
    "\u200b",
    "\u200e",
    "\u2060",
    "\u2066",
    "\xad",
    "\ufeff",
    "\ufe0f",
    "\u3164",
    "\ufffc",
    "\x02",
    "\U000e0101",
]
TWINS = {meant: sign for sign, meant in SUPPLEMENT.items()} | {
    ordinary(chr(code)): chr(code) for code in (*range(0x2F00, 0x2FD6), 0xF967, 0xF9DA, 0xF9B5)
}
LINE_ENDS = ["\v", "\x85", "\u2028", "\u2029", "\f", "\n\f", "\n\n", "\n"]
TAGS = ["<b>", "</b>", '<font color="red">', "</font>", "<span style='x'>", "<u>"]
IGNORED = ("TXT102",)


class Dressed(NamedTuple):
    """A draft in other characters, and where those stand that stand for the old ones."""

    text: str
    starts: list[int]
    ends: list[int]


def dressed(forms: Sequence[tuple[str, str]]) -> Dressed:
    """Write every character in its form, behind what is put before it."""
    starts, ends, at = list[int](), list[int](), 0
    for before, form in forms:
        starts.append(at + len(before))
        at += len(before) + len(form)
        ends.append(at)
    return Dressed("".join(before + form for before, form in forms), starts, ends)


@cache
def expected(name: str) -> tuple[Finding, ...]:
    return findings(DRAFT, name)


def findings(text: str, name: str) -> tuple[Finding, ...]:
    result = LINTER.check_bytes(name, text.encode())
    return tuple(each for each in result.findings if each.code not in IGNORED)


def same(look: Dressed, name: str) -> None:
    told = [
        (each.code, each.message, each.heading_path, each.fingerprint) for each in findings(look.text, name)
    ]
    plain = expected(name)
    assert told == [(each.code, each.message, each.heading_path, each.fingerprint) for each in plain]
    places = [each.span for each in findings(look.text, name) if each.span.end > each.span.start]
    assert places == [
        (look.starts[each.span.start], look.ends[each.span.end - 1])
        for each in plain
        if each.span.end > each.span.start
    ]


def test_the_draft_has_faults_of_many_kinds() -> None:
    assert {each.code for each in expected("draft.txt")} >= {
        *("RED101", "RED102", "RED103", "TXT101", "NUM101", "NUM102", "NUM107", "EXA101"),
    }
    assert [each[1:] for each in _told("draft.md")] == [each[1:] for each in _told("draft.txt")]


def _told(name: str) -> list[tuple[str, str, int]]:
    return [(name, each.code, each.span.start) for each in expected(name)]


chances = st.integers(0, 2**32).map(Random)


@settings(deadline=None, max_examples=40)
@given(chances)
def test_unseen_signs_and_radicals_change_nothing(chance: Random) -> None:
    def form(char: str) -> tuple[str, str]:
        before = chance.choice(UNSEEN) if chance.random() < 0.1 else ""
        return before, TWINS.get(char, char) if chance.random() < 0.5 else char

    # A byte order mark before the first character is none of the text.
    same(dressed([("", DRAFT[0]), *map(form, DRAFT[1:])]), "draft.txt")


@settings(deadline=None, max_examples=40)
@given(chances)
def test_other_line_ends_change_nothing(chance: Random) -> None:
    ends = [chance.choice(LINE_ENDS) if char == "\n" else char for char in DRAFT]
    same(dressed([("", end) for end in ends]), "draft.txt")


@settings(deadline=None, max_examples=40)
@given(chances, st.sampled_from(["draft.md", "draft.txt"]))
def test_entities_escapes_and_tags_change_nothing(chance: Random, name: str) -> None:
    def form(char: str) -> tuple[str, str]:
        if char == "\n":
            return "", "\n\n"
        before = chance.choice(TAGS) if chance.random() < 0.05 else ""
        if char.isascii() and not char.isalnum():
            return before, chance.choice(["\\" + char, f"&#{ord(char)};"])
        return before, chance.choice([char] * 9 + [f"&#x{ord(char):x};"])

    same(dressed([form(char) for char in DRAFT]), name)


@pytest.mark.parametrize("first", ["㈠", "㊀"])
def test_numerals_with_brackets_in_one_sign_number_parts(first: str) -> None:
    def sign(match: re.Match[str]) -> str:
        return chr(ord(first) + "一二三四".index(match[1]))

    look = re.sub("(?m)^（([一二三四])）、?", sign, DRAFT)
    told = [each for each in findings(look, "draft.txt") if each.code in ("NUM101", "NUM102", "NUM104")]
    plain = [each for each in expected("draft.txt") if each.code in ("NUM101", "NUM102", "NUM104")]
    assert [each.code for each in told] == [each.code for each in plain]
    assert chr(ord(first)) in [each.quote for each in told]


def test_one_such_sign_among_others_is_another_style() -> None:
    look = DRAFT.replace("（二）带头", "㈡带头")
    (mixed,) = [each for each in findings(look, "draft.txt") if each.code == "NUM104"]
    assert mixed.quote == "㈡"
    assert "（二）" in mixed.message


def test_outline_titles_are_in_ordinary_characters(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(
        "<b>⼀、</b>存在的&#38382;题\n\n（⼀）**廉洁⾃律**方面。一是\u200b不严。\n", encoding="utf-8"
    )
    nodes = json.loads(docklint("outline", "--format", "json", path).text)["nodes"]
    assert [(node["ordinal"], node["title"]) for node in nodes[:2]] == [
        ("一、", "存在的问题"),
        ("（一）", "廉洁自律方面"),
    ]
    assert nodes[0]["location"]["quote"] == "⼀、</b>存在的&#38382;题"


def test_text_prints_the_source(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    source = "<b>⼀、</b>存在的&nbsp;问题\f\u200b\n"
    path.write_text(source, encoding="utf-8")
    assert docklint("text", path).text == source
