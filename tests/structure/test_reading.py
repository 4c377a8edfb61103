"""The reading: every character leads back to its place, whatever was dropped around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docklint.document import Document
from docklint.readers.text import read as read_text
from docklint.spans import Range
from docklint.structure.normalise.body import read
from docklint.structure.normalise.reading import Reading

NOISE = st.sampled_from(
    [" ", "　", "\t", "\u200b", "\n", ",", "(", ")", "1", ".", "理", "论", "。", "a", "：", "‘"]
)


def document(text: str) -> Document:
    return read_text("draft.txt", text.encode())


def reading(text: str) -> tuple[str, Reading]:
    found = document(text)
    return found.text, read(found)


@given(
    st.lists(NOISE, min_size=1, max_size=60).map("".join).filter(lambda text: text.strip("\u200b \t\u3000\n"))
)
def test_every_character_of_the_reading_stands_in_the_document(text: str) -> None:
    source, found = reading(text)
    offsets = [found.offset(i) for i in range(len(found.text))]
    assert offsets == sorted(set(offsets))
    wide = str.maketrans(",()", "，（）")
    for i, offset in enumerate(offsets):
        same = source[offset].translate(wide) == found.text[i].translate(wide)
        assert same or (source[offset], found.text[i]) == (".", "。")
        assert found.index(offset) == i


def test_blanks_beside_chinese_mean_nothing() -> None:
    source, found = reading("　　（ 一 ）理 论 2023 年，word for word")
    assert found.text == "（一）理论2023年，word for word"
    span = found.span(Range(3, 5))
    assert source[span.start : span.end] == "理 论"


def test_half_width_punctuation_is_read_as_full_width() -> None:
    assert (
        reading("学习不够,比如:(1)时间3:30,数量1,200.再次")[1].text
        == "学习不够，比如：（1）时间3:30，数量1,200.再次"
    )


def test_a_blank_in_a_number_stays() -> None:
    assert reading("1. 5月份")[1].text == "1. 5月份"


def test_text_wrapped_by_a_page_is_joined() -> None:
    body = "对上级部署的重点任务往往停留在会议传达层面，跟踪问效不够及时，抓落实的力度层层递减，" * 6
    lines = [body[i : i + 27] for i in range(0, len(body), 27)]
    source, found = reading("\n".join(lines))
    assert found.text == body
    assert source[found.offset(27)] == body[27]


def test_ordinary_paragraphs_are_not_joined() -> None:
    text = "\n".join(f"第{n}段写了一些情况，长短不一{'，补充说明' * n}。" for n in range(1, 9))
    assert reading(text)[1].text == text


def test_a_mark_broken_by_a_page_is_one_mark() -> None:
    from docklint.linter import Linter
    from docklint.settings import Settings

    body = "对上级部署的重点任务往往停留在会议传达层面，跟踪问效不够及时，抓落实的力度层层递减，" * 6
    text = body[:26] + "X" + "X" + body[26:]
    lines = "\n".join(text[i : i + 27] for i in range(0, len(text), 27))
    result = Linter(Settings()).check_bytes("draft.txt", lines.encode())
    assert [finding.quote for finding in result.findings if finding.code == "RED101"] == ["X\nX"]
