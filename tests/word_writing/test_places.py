"""A comment stands at exactly the characters it is about, or at the nearest and says so."""

from __future__ import annotations

import pytest

from docklint.word.errors import NoPlace
from docklint.word.notes import add_notes
from tests import docx_builder as b
from tests.docx_xml import raw_run
from tests.word_writing.writing import anchored, annotated, body, built, markers, note, own, read

_DRAWING = "<w:drawing/>"


def _said(data: bytes) -> str:
    (mark,) = own(read(data)).values()
    return mark.text


@pytest.mark.parametrize(
    ("blocks", "quote"),
    [
        (["甲乙丙丁"], "甲乙丙丁"),
        (["甲乙丙丁"], "乙丙"),
        (["甲乙丙丁"], "甲"),
        (["甲乙丙丁"], "丁"),
        ([b.para("甲乙", b.run("丙丁", bold=True))], "乙丙"),
        ([b.para("甲乙", b.wrap("hyperlink", "丙丁"), "戊")], "丙"),
        ([b.para("甲", b.inserted("乙丙丁"), "戊")], "丙"),
        ([b.para("甲", b.inserted("乙丙丁"), "戊")], "甲乙"),
        ([b.para(b.control("甲乙丙"))], "乙"),
        ([b.control(b.para("甲乙丙"))], "乙"),
        ([b.para("甲", b.simple_field("PAGE", "乙丙"))], "丙"),
        ([b.para("甲", b.field("REF x", "乙丙"), "丁")], "乙丙丁"),
        ([b.table(["甲乙", "丙丁"])], "丁"),
        ([b.para("甲", b.tab(), "乙")], "甲\t乙"),
        ([b.para(raw_run(f"{b.t('甲乙')}<w:tab/>{b.t('丙丁')}"))], "乙\t丙"),
        ([b.para("甲", b.deleted("乙"), "丙")], "甲丙"),
        ([b.para("甲", b.br(), "乙丙")], "乙"),
        ([b.para("甲&<>乙")], "&<"),
        ([b.para("<w:r><w:t>甲<![CDATA[&乙]]>丙<!-- 注 -->丁&#x4E01;</w:t></w:r>")], "乙丙丁"),
        ([b.para("𠀀甲𠀁乙")], "𠀁"),
        (["甲", b.para("乙丙", mark=b.MARK_DELETED), "丁戊"], "丙丁"),
        ([b.para(b.ruby("甲", "jia"), "乙")], "乙"),
        ([b.para(b.moved_to("甲乙"), "丙")], "乙丙"),
    ],
)
def test_exactly_the_quoted_text(blocks: list[str], quote: str) -> None:
    data = built(*blocks)
    after = annotated(data, quote)
    assert anchored(after) == [quote]
    assert read(after).text == read(data).text
    assert len(_said(after).split("\n")) == 2


def test_markers_stand_inside_the_wrapper() -> None:
    assert body(annotated(built(b.para(b.inserted("甲乙丙"))), "乙")).count("</w:ins>") == 1
    link = body(annotated(built(b.para(b.wrap("hyperlink", "甲乙丙"))), "乙"))
    assert link.startswith("<w:p><w:hyperlink><w:r>")
    assert link.endswith("</w:r></w:hyperlink></w:p>")


def test_runs_are_cut_no_more_than_needed() -> None:
    before = built(b.para(b.run("甲"), b.run("乙"), b.run("丙")))
    after = body(annotated(before, "乙"))
    plain = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    assert after == (
        f"<w:p>{plain.format('甲')}{start}{plain.format('乙')}{end}{reference}{plain.format('丙')}</w:p>"
    )


def test_a_cut_copies_the_look_and_nothing_else() -> None:
    run = f'<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr>{_DRAWING}{b.t("甲乙丙")}<w:footnoteReference w:id="1"/></w:r>'
    after = body(annotated(built(b.para(run), footnotes=["注"]), "乙"))
    assert after.count(_DRAWING) == after.count("<w:footnoteReference") == 1
    assert after.count('<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr>') == 3


def test_a_copied_change_of_looks_has_a_number_of_its_own() -> None:
    change = '<w:rPrChange w:id="7" w:author="李青"><w:rPr/></w:rPrChange>'
    after = body(annotated(built(b.para(b.run("甲乙丙", change))), "乙"))
    numbers = [each.split('"')[0] for each in after.split('<w:rPrChange w:id="')[1:]]
    assert len(numbers) == len(set(numbers)) == 3


def test_trimmed_blanks_stay_unseen() -> None:
    data = built(b.para("<w:r><w:t>  甲 乙  </w:t></w:r>", "丙"))
    assert read(data).text == "甲 乙丙"
    after = annotated(data, " 乙")
    assert read(after).text == "甲 乙丙"
    assert anchored(after) == [" 乙"]


def test_several_on_one_run_and_on_one_span() -> None:
    data = built("甲乙丙丁戊")
    document = read(data)
    notes = [note(1, 3, 0), note(2, 4, 1), note(1, 3, 2), note(0, 5, 3), note(3, 4, 4)]
    after = add_notes(data, document, notes)
    assert anchored(after) == ["乙丙", "丙丁", "乙丙", "甲乙丙丁戊", "丁"]
    assert sorted(markers(after)) == sorted(
        f"{each}" for n in range(5) for each in (f"<{n}", f"{n}>", f"{n}")
    )
    assert "<w:r></w:r>" not in body(after)


@pytest.mark.parametrize(
    ("start", "end", "quote", "words"),
    [
        (0, 0, "甲", "（指所标文字之前的位置。）"),
        (3, 3, "丙", "（指所标文字之后的位置。）"),
        (4, 4, "丁", "（指所标文字之前的位置。）"),
        (5, 5, "丁", "（指所标文字之前的位置。）"),
    ],
)
def test_places_without_width(start: int, end: int, quote: str, words: str) -> None:
    data = built("甲乙丙", "", "丁")
    after = add_notes(data, read(data), [note(start, end)])
    assert anchored(after) == [quote]
    assert _said(after).split("\n")[1] == words


def test_automatic_numbers() -> None:
    data = built(
        b.para("甲乙", num=(1, 0)),
        numbering=b.abstract(0, b.level(0, "%1、", "chineseCounting")) + b.num(1, 0),
    )
    assert read(data).text == "一、甲乙"
    after = add_notes(data, read(data), [note(0, 2)])
    assert anchored(after) == ["甲"]
    assert "（指自动生成的“一、”。）" in _said(after)
    assert anchored(add_notes(data, read(data), [note(0, 3)])) == ["甲"]


def test_in_english() -> None:
    data = built("甲")
    after = add_notes(data, read(data), [note(0, 0)], lang="en")
    assert "(About the place before these words.)" in _said(after)


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_headers_and_footers(kind: str) -> None:
    data = built("标题", **{f"{kind}s": ["页边文字"]})
    after = annotated(data, "页边")
    assert anchored(after) == ["标"]
    assert "中的“页边”" in _said(after)
    assert markers(after, f"word/{kind}1.xml") == []


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_told_of_at_their_reference(kind: str) -> None:
    reference = b.note_reference(kind, 2)
    data = built(
        b.para("甲", b.note_reference(kind, 1), "乙", reference), **{f"{kind}s": ["注一", "注二文字"]}
    )
    after = annotated(data, "注二")
    assert "中的“注二”" in _said(after)
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    assert f"{start}{reference}{end}" in body(after)
    assert unlike_notes(data, after, kind) == []


def unlike_notes(before: bytes, after: bytes, kind: str) -> list[str]:
    """Say whether the notes' part differs."""
    name = f"word/{kind}s.xml"
    return [name] if b.entries(before)[name] != b.entries(after)[name] else []


def test_what_a_foreign_comment_says_is_told_of_at_its_reference() -> None:
    data = built(b.para("甲", b.commented(4, "乙"), "丙"), comments=[b.comment(4, "批注文字")])
    after = annotated(data, "批注")
    assert "（指一条批注中的“批注”。）" in _said(after)
    assert markers(after) == ["<4", "4>", "<5", "4", "5>", "5"]


def test_text_boxes_by_the_run_that_holds_them() -> None:
    data = built(b.para("前", b.text_box("框中文字"), "后"))
    after = annotated(data, "框中")
    assert "（指文本框中的“框中”。）" in _said(after)
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    assert f"{start}{b.text_box('框中文字')}{end}" in body(after)


def test_a_text_box_in_a_run_with_text() -> None:
    box = b.text_box("框").removeprefix("<w:r>").removesuffix("</w:r>")
    data = built(b.para(raw_run(f"{b.t('前')}{box}{b.t('后')}")))
    after = annotated(data, "框", "后")
    assert body(after).count("<w:txbxContent>") == 2
    assert read(after).text == read(data).text
    assert anchored(after)[1] == "后"


def test_a_long_quote_is_shortened() -> None:
    data = built("标题", headers=["页" * 100])
    assert f"“{'页' * 39}…”" in _said(annotated(data, "页" * 100))


def test_a_body_without_text() -> None:
    data = built("<w:p/>")
    after = add_notes(data, read(data), [note(0, 0)])
    assert markers(after) == ["<0", "0>", "0"]
    assert add_notes(after, read(after), [note(0, 0)]) == after


def test_a_body_without_paragraphs() -> None:
    data = built()
    with pytest.raises(NoPlace):
        add_notes(data, read(data), [note(0, 0)])


def test_a_page_break_before_the_text() -> None:
    data = built(b.para("甲", b.br("page"), "乙丙"))
    after = annotated(data, "乙")
    assert anchored(after) == ["乙"]


def test_the_text_of_the_original_view() -> None:
    data = built(b.para("甲", b.deleted("乙丙"), "丁"))
    document = read(data, "original")
    after = add_notes(data, document, [note(document.text.index("丙"), document.text.index("丙") + 1)])
    assert markers(after) == ["<0", "0>", "0"]
    assert body(after).count("<w:delText") == 2
    shown = read(after, "original")
    (mark,) = own(shown).values()
    assert shown.text[mark.start : mark.end] == "丙"


def test_beside_smart_tags_where_the_ends_of_ranges_are_overlooked() -> None:
    nested = b.wrap("smartTag", b.wrap("smartTag", b.run("2023年") + b.run("5月")))
    commented = annotated(built(b.para("于", nested, "举行")), "2023年5月", "年5")
    outside, inside = "<w:smartTag><w:smartTag>", "</w:smartTag></w:smartTag>"
    assert f'<w:commentRangeStart w:id="0"/>{outside}' in body(commented)
    assert f'{inside}<w:commentRangeEnd w:id="0"/>' in body(commented)
    assert body(commented).index(outside) < body(commented).index('<w:commentRangeStart w:id="1"/>')
    assert anchored(commented) == ["2023年5月", "年5"]
    assert annotated(commented, "2023年5月", "年5") == commented
