"""What is found without patterns, for these were dear to compile, is what the patterns found."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docklint import packs
from docklint.patterns import alternatives
from docklint.spans import Range, between
from docklint.structure.binding.markers import ExampleMarkers
from docklint.structure.meaning.numbers import CountedNumbers
from docklint.structure.meaning.tellings import Tellings
from docklint.structure.outline import ordinals
from docklint.structure.outline.titles import title_end
from docklint.structure.units.wording import UnitWords

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


def _occasion() -> re.Pattern[str]:
    vague, stock, undertakings, makings, closers = (
        alternatives(GRAMMAR[key])
        for key in (
            *("meaning-vague", "meaning-no-occasions", "meaning-undertakings", "meaning-makings"),
            "occasion-closers",
        )
    )
    made = rf"(?:{makings}).{{0,50}}20[0-9]{{2}}年"
    told = rf"(?!.{{0,50}}(?:{stock})$).{{5,50}}(?:{closers})"
    named = rf".{{0,50}}(?:{undertakings}|{made}).{{0,50}}"
    return re.compile(rf".{{0,12}}?在(?!.{{0,50}}(?:{vague}))(?:{named}|(?P<any>{told}))")


OCCASION = _occasion()
DEGREE = re.compile(
    f"{alternatives(GRAMMAR['meaning-degrees'])}|得[不很较]?[{''.join(GRAMMAR['meaning-manners'])}]"
    "|多、[^，、]{1,8}少|少、[^，、]{1,8}多"
)
_MEASURE = f"[{''.join(GRAMMAR['meaning-tally-measures'])}]"
TALLY = re.compile(
    rf"[没未只仅每各][^，]{{0,4}}一{_MEASURE}(?![步点]|[^，]{{0,2}}不够)|一{_MEASURE}[^，]{{0,3}}[都也][没未不无]"
)
SPEECH = re.compile(
    r"(?:说|讲|写|批|问|答|回|喊|念|道|报|称)(?:了|着|过|的|的是|成|作|为|我|他|她|一句|一声|是|上)?[：，]?[“‘「]"
)
CLAUSES = st.lists(
    st.sampled_from(
        [
            *(
                "在",
                "有的",
                "某项",
                "工作中",
                "其中",
                "专项",
                "试点",
                "编制",
                "制定",
                "2025年",
                "20年",
                "时",
                "中",
                "期间",
                "会上",
                "学" * 5,
            ),
            *(
                "学" * 44,
                "学",
                "得",
                "不",
                "很",
                "深",
                "粗",
                "不够",
                "多",
                "少",
                "、",
                "没",
                "每",
                "一",
                "次",
                "个",
                "步",
                "点",
                "都",
                "也",
                "无",
            ),
            *("说", "批", "的", "的是", "一句", "是", "：", "“", "「"),
        ]
    ),
    max_size=10,
).map("".join)


@given(CLAUSES)
@example("在编制全县2025年工作要点方面")
@example("在" + "学" * 50 + "专项" + "学" * 51)
def test_what_a_clause_tells(clause: str) -> None:
    tellings = GRAMMAR.once(Tellings)
    named = OCCASION.fullmatch(clause)
    assert tellings.occasion(clause) == (("any" if named["any"] else "undertaking") if named else "")
    assert tellings.is_of_degree(clause) == bool(DEGREE.search(clause))
    assert tellings.is_tallied(clause) == bool(TALLY.search(clause))
    assert tellings.quotes(clause) == bool(SPEECH.search(clause))


PLACE = re.compile(
    r"[\n。；：，！？][”’）》]?(?=[第其问0-9（［〈﹝【[〇零○一二三四五六七八九十百千两①-⒛㈠-㈩㊀-㊉])"
)
PLACES = st.lists(st.sampled_from([*"\n。；，！？”）》第其3（【一①㊀学", "。”", "，）"]), max_size=9).map(
    "".join
)


@given(PLACES)
def test_where_an_ordinal_may_stand(text: str) -> None:
    found = [match for match in PLACE.finditer(text) if len(match[0]) == 1 or match[0][0] in "。；！？"]
    assert list(ordinals.places(text)) == [0, *(match.end() for match in found)]


SELF = re.compile(
    r"[我本](?<![自忘小大敌你].)(?:局(?![部面限势促])|公司|集团(?!军)|中心(?![组思任城])|馆)(?!（)"
)
SELVES = st.lists(
    st.sampled_from([*"我本自小局部馆（军组", "公司", "集团", "中心", "我局", "本馆"]), max_size=8
).map("".join)


@given(SELVES, st.integers(0, 4), st.integers(0, 12))
def test_where_a_unit_speaks_of_itself(text: str, start: int, end: int) -> None:
    expected = [found.span() for found in SELF.finditer(text, start, end)]
    told = GRAMMAR.once(UnitWords).itself(text, Range(start, min(end, len(text))))
    assert [tuple(place) for _, place in told] == expected


@pytest.mark.parametrize(
    ("words", "is_no_name"),
    [
        ("安全局", False),
        ("县安全局", False),
        ("全局", True),
        ("大局", True),
        ("原局", True),
        ("按照", True),
        ("县水利局", False),
    ],
)
def test_what_no_name_holds(words: str, is_no_name: bool) -> None:
    assert GRAMMAR.once(UnitWords).is_no_name(words) == is_no_name


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("关于2023年度中共青禾县", "关于2023年度中共"),
        ("二〇二三年青禾县", "二〇二三年"),
        ("青禾县2023年", ""),
        ("", ""),
    ],
)
def test_what_stands_before_a_name(line: str, lead: str) -> None:
    assert line[: GRAMMAR.once(UnitWords).end_of_lead(line)] == lead


_HAN_NAME = rf"([^\W0-9A-Za-z_]{{1,30}}?)(?:{alternatives(GRAMMAR['unit-bodies'])})"
SPEAKER = re.compile(
    rf"代表{_HAN_NAME}(?=[作向进就对汇报检，])"
    rf"|现(?:将|就){_HAN_NAME}(?=(?:对照|检视|剖析|检查|查摆|自查|[^，。；\n]{{0,12}}(?:如下|情况)))"
)
SPOKEN = st.lists(
    st.sampled_from(
        [
            *(
                "代表",
                "现将",
                "现就",
                "县水利局",
                "党组",
                "班子",
                "党组领导班子",
                "支部",
                "作",
                "检查",
                "情况",
                "如下",
                "，",
                "\n",
            ),
            *("对照", "学" * 11, "学" * 26, "a", "3", "_", "的"),
        ]
    ),
    max_size=9,
).map("".join)


@given(SPOKEN, st.integers(0, 5), st.integers(0, 80))
def test_for_whom_somebody_speaks(text: str, start: int, end: int) -> None:
    place = Range(start, min(end, len(text)))
    expected = [found.span(found.lastindex or 0) for found in SPEAKER.finditer(text, *place)]
    assert [tuple(name) for name in GRAMMAR.once(UnitWords).speakers(text, place)] == expected
