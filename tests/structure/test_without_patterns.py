"""What is found without patterns, for these were dear to compile, is what the patterns found."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from docklint import packs
from docklint.patterns import alternatives
from docklint.spans import Range, between
from docklint.structure.binding.markers import ExampleMarkers
from docklint.structure.meaning.numbers import CountedNumbers
from docklint.structure.outline.titles import title_end

GRAMMAR = packs.load().grammar


def _marker() -> re.Pattern[str]:
    words, leads, labels = (GRAMMAR[f"example-{kind}"] for kind in ("markers", "leads", "labels"))
    plain, short = (alternatives(w for w in words if (len(w) > 1) == longer) for longer in (True, False))
    return re.compile(
        rf"(?!{alternatives(GRAMMAR['example-traps'])})(?:(?:{plain})[：，,]?"
        rf"|(?<![^\n。；：，！？、”（—])(?:(?:{short})[：，]"
        rf"|(?:以[^。；，：\n]{{2,40}}为例|(?P<lead>{alternatives(leads)}))[：，]?"
        rf"|[【“]?(?P<label>{alternatives(labels)})[一二三四五1-5]?(?:[】”]?：|】))"
        rf"|(?<![^\n。！？；])(?:{short}))"
    )


def _number() -> re.Pattern[str]:
    numerals = r"(?P<digits>[0-9][0-9.]*)|(?P<words>百分之[一二三四五六七八九十百点]+|[零〇一二两三四五六七八九十百千万半几]{1,6})"
    abstract, measures = alternatives(GRAMMAR["abstract-nouns"]), alternatives(GRAMMAR["meaning-measures"])
    return re.compile(
        rf"(?:{numerals})(?:余|多|来)?(?:万|亿)?(?:余|多)?(?:(?P<abstract>个?(?:{abstract}))|(?P<measure>{measures}))?"
    )


MARKER, NUMBER = _marker(), _number()
MARKED = st.lists(
    st.sampled_from(
        [
            *GRAMMAR["example-markers"],
            *GRAMMAR["example-leads"][:6],
            *GRAMMAR["example-labels"],
            *GRAMMAR["example-traps"][:6],
            *(
                "以",
                "为例",
                "以采购为例",
                "，",
                "。",
                "：",
                ":",
                ",",
                "\n",
                "【",
                "】",
                "“",
                "”",
                "一",
                "3",
                "学",
                "（",
                "—",
            ),
        ]
    ),
    max_size=10,
).map("".join)
COUNTED = st.lists(
    st.sampled_from(
        [
            "3",
            "20",
            ".5",
            "百分之",
            "三",
            "十二",
            "万",
            "亿",
            "余",
            "多",
            "来",
            "个",
            "半",
            "几",
            "点",
            "学",
            *GRAMMAR["abstract-nouns"][:5],
            *GRAMMAR["meaning-measures"],
        ]
    ),
    max_size=8,
).map("".join)


@given(MARKED, st.integers(0, 6), st.integers(0, 60))
@example("以甲为例以乙丙为例，", 0, 60)
@example("。【典型案例1】：", 1, 60)
def test_markers_of_examples(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    expected = [(*found.span(), bool(found.lastgroup)) for found in MARKER.finditer(text, start, end)]
    assert [tuple(marker) for marker in GRAMMAR.once(ExampleMarkers).found(text, start, end)] == expected


@given(COUNTED, st.integers(0, 30))
def test_numbers_and_what_they_count(text: str, end: int) -> None:
    numbers = GRAMMAR.once(CountedNumbers)
    for at in range(min(end, len(text))):
        found, read = NUMBER.match(text, at, end), numbers.at(text, at, end)
        if found is None or read is None:
            assert found is None
            assert read is None
            continue
        groups = found.groupdict("")
        told = (groups["digits"], groups["words"], bool(groups["abstract"]), groups["measure"], found.end())
        assert tuple(read) == told


_PLAIN = "“(?:[^”\n]{0,60}”)?|‘(?:[^’\n]{0,60}’)?|《(?:[^》\n]{0,60}》)?|（(?:[^）\n]{0,60}）)?"
CLAIM = re.compile(rf"(?:[^“‘《（。！？；：\n]|{_PLAIN})*")
TITLE = re.compile(rf"(?:[^“‘《（。！？；：\n方]|{_PLAIN}|方(?!面，))*(?:方面)?")
TITLES = st.lists(
    st.sampled_from(
        [*"“”‘’《》（）。！？；：\n方面，学", "方面，", "学习", "学" * 59, "“" + "学" * 60, "（一）"]
    ),
    max_size=10,
).map("".join)


@given(TITLES, st.integers(0, 3), st.integers(0, 200))
def test_where_a_title_ends(text: str, start: int, limit: int) -> None:
    start, limit = min(start, len(text)), min(limit, len(text))
    for pattern, aspect in ((TITLE, True), (CLAIM, False)):
        found = pattern.match(text, start, limit)
        assert title_end(text, start, limit, aspect) == (found.end() if found else limit)


@given(TITLES, st.integers(0, 3), st.integers(0, 20))
def test_what_stands_between_stops(text: str, start: int, end: int) -> None:
    expected = [found.span() for found in re.compile(r"[^。；！？\n]+").finditer(text, start, end)]
    assert list(between(text, Range(start, end), "。；！？\n")) == expected
