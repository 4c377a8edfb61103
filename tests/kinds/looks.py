"""Ways in which a draft comes to look different, for the tables of the kinds."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.mutations.looks import twins
from tests.wanted import Look


def radicals(text: str) -> str:
    """Write look-alikes for every character that has one."""
    return "".join(twins().get(mark, mark) for mark in text)


def _line_ends(mark: str) -> Callable[[str], str]:
    return lambda text: text.rstrip("\n").replace("\n", mark) + "\n"


def form_feeds(text: str) -> str:
    """Begin a page before every line, as pdftotext does."""
    return text.replace("\n", "\n\f")


def paragraphs(text: str) -> str:
    """Set every line as a Markdown paragraph."""
    return re.sub("\n+", "\n\n", text)


def indented_entities(text: str) -> str:
    """Indent every paragraph by two &emsp;."""
    return re.sub("(?m)^(?=.)", "&emsp;&emsp;", paragraphs(text))


def circles(text: str) -> str:
    """Write ㈠ for （一） at every line start."""
    return re.sub("(?m)^（([一二三四五六七八九十])）", lambda match: chr(0x3220 + _value(match[1])), text)


def squares(text: str) -> str:
    """Write [一] for （一） at every line start."""
    return re.sub("(?m)^（([一二三四五六七八九十])）", r"[\1]", text)


def angles(text: str) -> str:
    """Write 〈一〉 for （一） at every line start."""
    return re.sub("(?m)^（([一二三四五六七八九十])）", r"〈\1〉", text)


def small_brackets(text: str) -> str:
    """Write ﹝一﹞ for （一） at every line start."""
    return re.sub("(?m)^（([一二三四五六七八九十])）", r"﹝\1﹞", text)


def arabic_sections(text: str) -> str:
    """Write 1. for 一、 at every line start."""
    return re.sub("(?m)^([一二三四五六七八九十])、", lambda match: f"{1 + _value(match[1])}.", text)


def arabic_dunhao(text: str) -> str:
    """Write 1、 for 一、 at every line start."""
    return re.sub("(?m)^([一二三四五六七八九十])、", lambda match: f"{1 + _value(match[1])}、", text)


def bold_list(text: str) -> str:
    """Write 一、 as pandoc does when the number was automatic: a list of bold items."""
    return re.sub(
        "(?m)^([一二三四五六七八九十])、(.*)$", lambda match: f"{1 + _value(match[1])}.  **{match[2]}**", text
    )


def no_emphasis(text: str) -> str:
    """Take the stars of emphasis away."""
    return text.replace("**", "")


def labels_run_in(text: str) -> str:
    """Write a label and the paragraph below it on one line."""
    return re.sub("(?m)^(存在问题|原因分析|整改措施)\n+", r"\1：", text)


def case_analysis_last_but_one(text: str) -> str:
    """Put the case analysis, the second section, behind the causes, the third, both counted anew."""
    first, case, causes, rest = re.split("(?m)^(?=[二三四]、)", text)
    return first + causes.replace("三、", "二、", 1) + case.replace("二、", "三、", 1) + rest


def _value(numeral: str) -> int:
    return "一二三四五六七八九十".index(numeral)


LOOKS: dict[str, Look] = {
    "radicals": radicals,
    "VT": _line_ends("\v"),
    "NEL": _line_ends("\x85"),
    "U+2028": _line_ends("\u2028"),
    "U+2029": _line_ends("\u2029"),
    "form feeds": form_feeds,
    "paragraphs": paragraphs,
    "entities": indented_entities,
    "circles": circles,
    "squares": squares,
    "angles": angles,
    "small brackets": small_brackets,
    "1. sections": arabic_sections,
    "1、 sections": arabic_dunhao,
    "bold list": bold_list,
    "no emphasis": no_emphasis,
    "labels run in": labels_run_in,
    "case analysis last but one": case_analysis_last_but_one,
}
