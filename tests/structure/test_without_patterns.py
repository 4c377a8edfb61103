"""What is found without patterns, for these were dear to compile, is what the patterns found."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docklint import packs
from docklint.checks.count_mismatch import counts
from docklint.checks.text_pattern import row, rows
from docklint.checks.unpaired_mark import turned_quotes
from docklint.own_reports import escaped, is_english
from docklint.pairs import pairs
from docklint.patterns import alternatives
from docklint.reports.plain import words_of
from docklint.spans import Range, between
from docklint.structure.binding.markers import ExampleMarkers
from docklint.structure.correspondence.topics import terms
from docklint.structure.meaning.counted import Measures, counted, in_digits
from docklint.structure.meaning.numbers import CountedNumbers
from docklint.structure.meaning.sameness import foreign_words
from docklint.structure.meaning.tellings import Tellings
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.outline import damaged, ordinals
from docklint.structure.outline.numerals import parse
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


FRAMES = re.compile("|".join(GRAMMAR["meaning-frames"]))
FRAMED = st.lists(
    st.sampled_from(
        [
            *"不够太重轻怕偏急粗该应未照有无没半忽可而一再自还较为更加日趋欠学习、“3a",
            "重学",
            "轻学",
            "可学可不",
            "不起来",
            "有所",
        ]
    ),
    max_size=14,
).map("".join)


@given(FRAMED, st.integers(0, 3), st.integers(0, 20))
@example("重学习、轻落实轻学习", 0, 20)
def test_frames_of_sayings(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    expected = {found.start(): found.end() for found in FRAMES.finditer(text, start, end)}
    found = GRAMMAR.once(Vocabulary).frames.found(text, start, end, pairs(text[start:end]))
    assert found == expected


NOTATED = st.lists(
    st.sampled_from(
        [
            "3",
            "20",
            ".5",
            ".",
            "百分之",
            "三",
            "十二",
            "一",
            "万",
            "成",
            "元",
            "小时",
            "个",
            "半",
            "月",
            "季度",
            "多",
            "余",
            "%",
            "次",
            "_",
            "学",
            "立",
            "a",
            "Ab",
            "，",
        ]
    ),
    max_size=9,
).map("".join)
_DIGITAL = (
    ("([0-9])万([0-9])(?![0-9])", r"\1.\2万"),
    ("百分之([0-9.]+)", r"\1%"),
    ("(?<![0-9.])([1-9])成(?![立员功果本绩为长都了交])", r"\g<1>0%"),
)
_MEASURED = re.compile(
    r"([0-9]+(?:[.][0-9]+)?)[多余来]?(个(?:半?月|小时|季度)|万?(?:公里|小时|分钟)|万?元|[^\W0-9_]|%|)"
)


def _digits(numeral: re.Match[str]) -> str:
    value = parse(numeral[0]) if numeral[0] != "一" else None
    return numeral[0] if value is None else str(value)


@given(NOTATED)
def test_numbers_in_one_notation_and_what_they_measure(passage: str) -> None:
    text = re.sub("[〇零一二三四五六七八九十百千两]+", _digits, passage)
    for pattern, digits in _DIGITAL:
        text = re.sub(pattern, digits, text)
    assert in_digits(passage) == text
    lines = GRAMMAR.once(Measures).lines
    expected: dict[str, set[str]] = {}
    for number, measure in _MEASURED.findall(text):
        year = measure == "年" and len(number) == 4
        for line in ["年份"] if year else lines[measure] if measure in lines else filter(None, [measure]):
            expected.setdefault(line, set()).add(number)
    told = {line: own for line, own in counted(passage, GRAMMAR).items() if not line.startswith("name ")}
    assert told == expected
    foreign = {found.start(): found[0] for found in re.finditer("[0-9]+(?:[.][0-9]+)?|[A-Za-z]+", text)}
    assert dict(foreign_words(text)) == foreign


TITLED = st.lists(st.sampled_from([*"（（）学习_3a，。“ \n", "共3条"]), max_size=12).map("".join)


@given(TITLED)
def test_all_words_of_a_title(title: str) -> None:
    expected = re.sub(r"[^\w]|_", "", re.sub(r"（[^（）\n]*）", "", title) or title)
    assert GRAMMAR.whole(title) == expected


TERMED = st.lists(
    st.sampled_from([*"学习调研的和了。，\n3a_", *GRAMMAR["stock-phrases"][:30]]), max_size=12
).map("".join)


@given(TERMED)
def test_terms_stand_between_phrases_and_particles(text: str) -> None:
    runs = re.findall(rf"[^\W0-9A-Za-z_{GRAMMAR.particles}]{{2,}}", GRAMMAR.stock_phrases.replaced(text, "|"))
    assert terms(text, GRAMMAR) == {number for run in runs for number in pairs(run)[:-1]}


BRACKETED = st.lists(st.sampled_from([*"（（））三会一课\n，"]), max_size=10).map("".join)


@given(BRACKETED)
def test_a_bracket_that_is_closed_in_its_line(text: str) -> None:
    closed = re.compile(r"（(?:[^（）\n]+|（[^（）\n]*）)*）")
    for at, sign in enumerate(text):
        if sign == "（":
            assert damaged.is_closed(text, at) == bool(closed.match(text, at))


COUNTS = st.lists(
    st.sampled_from(
        [*"三十两百3120个条项点种大类主要突出学，（）", "方面", "问题", "主要", "具体", "不足", "措施"]
    ),
    max_size=10,
).map("".join)
_UNITS = alternatives(
    word for key in ("children", "problems", "causes", "measures") for word in GRAMMAR[f"count-{key}"]
)
COUNT = re.compile(
    rf"(?P<number>[〇零○一二三四五六七八九十百千两]{{1,4}}|[0-9]{{1,3}})(?P<measure>{'|'.join(GRAMMAR['count-measures-of'])})?"
    rf"(?:{'|'.join(GRAMMAR['count-adjectives'])})?(?P<unit>{_UNITS})"
)


@given(COUNTS, st.integers(0, 3), st.integers(0, 30))
def test_counts_of_parts(text: str, start: int, end: int) -> None:
    place = Range(min(start, len(text)), min(end, len(text)))
    expected = [
        (
            found.span("number"),
            found.span(),
            parse(found["number"]) or 0,
            found["unit"],
            found["measure"] or "",
        )
        for found in COUNT.finditer(text, *place)
    ]
    told = [
        (tuple(each.range), tuple(each.whole), each.value, each.unit, each.measure)
        for each in counts(GRAMMAR, text, place)
    ]
    assert told == expected


WITHIN = re.compile(r"“([^“”\n]{1,400})”([^\W_]{2,8})“(?=([^“”\n]{1,400})”)")
QUOTED = st.lists(
    st.sampled_from([*"“”“”“”\n_", "一网通办", "甲", "乙丙", "学" * 8, "学" * 9, "学" * 400, "学" * 401]),
    max_size=12,
).map("".join)


@given(QUOTED)
@example("“以”一网通办“为抓”两山“要点”")
def test_quotation_marks_turned_within_a_quotation(text: str) -> None:
    expected = [(found.start(2) - 1, found.end(2)) for found in WITHIN.finditer(text)]
    assert list(turned_quotes(text)) == expected


_LEVELS = "".join(GRAMMAR["unit-levels"])
PLACED = re.compile(rf"(?:[^\W0-9A-Za-z_]{{1,6}}?[{_LEVELS}](?!场))+(?=[^\W0-9A-Za-z_]{{2}})")


@given(st.text(f"{_LEVELS}青禾局场3a（", max_size=16))
def test_the_place_in_a_name(name: str) -> None:
    found = PLACED.match(name)
    assert GRAMMAR.once(UnitWords).place_of(name) == (found[0] if found else "")


_KINDS = alternatives(GRAMMAR.once(UnitWords).kinds)
CLOSING = re.compile(
    rf"(?m:^)(?:以上|上述)，?(?:就?是|为|系|即)?(?:我(?!{_KINDS})们?|本人)?(?:代表)?(?P<name>[^\W0-9A-Za-z_]{{1,30}})"
)


@given(
    st.lists(
        st.sampled_from(
            [
                "以上",
                "上述",
                "，",
                "就是",
                "是",
                "为",
                "我",
                "我们",
                "我局",
                "本人",
                "代表",
                "学",
                "学" * 29,
                "\n",
                "\n以上",
                "3",
            ]
        ),
        max_size=10,
    ).map("".join)
)
def test_lines_that_close_a_paper(text: str) -> None:
    expected = [found.span("name") for found in CLOSING.finditer(text)]
    told = GRAMMAR.once(UnitWords).closings(text, Range(0, len(text)))
    assert [tuple(name) for name in told] == expected


@given(st.text("a，z~! \n学", max_size=60))
def test_words_that_stay_whole(text: str) -> None:
    assert words_of(text) == re.findall(r"[!-~]{1,24}|[\s\S]", text)


@given(st.text("abcd .:\n学3", max_size=20))
def test_english_is_two_words_side_by_side(sample: str) -> None:
    assert is_english(sample) == bool(re.search(r"[A-Za-z]{4,}[ .:]+[A-Za-z]{2,}", sample))


ROW = r"(?#* ＊ ×)[*＊×_]+"


@given(st.text("*＊×_学\n", max_size=12), st.integers(0, 4), st.integers(0, 12))
def test_rows_of_signs(text: str, start: int, end: int) -> None:
    stretch = Range(min(start, len(text)), min(end, len(text)))
    expected = [found.span() for found in re.compile(ROW).finditer(text, *stretch)]
    assert [tuple(place) for place in rows(row(ROW), text, [stretch])] == expected
    assert row(r"[^*]+") == row(r"[*-]+") == row(r"[*]") == row("某+") == frozenset()


def test_words_as_a_pattern_of_themselves() -> None:
    words = "".join(map(chr, range(128))) + "稿（1）"
    assert escaped(words) == re.escape(words)
