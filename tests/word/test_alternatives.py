"""`mc:AlternateContent`: whatever stands in its branches, what a reader sees in Word is what is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.document import Document
from docklint.readers import docx
from docklint.word import stories, xml
from tests import docx_builder as b
from tests.docx_builder import para, run, text_box
from tests.word.reading import built

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "cases" / "hostile"
SYMEX = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
DRAWING = "http://schemas.microsoft.com/office/drawing/"
WORD = "http://schemas.microsoft.com/office/word/"
SIGN = '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="{}"/>'


@pytest.fixture(params=["lxml", "standard"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read everything with either parser."""
    stories._read_styles.cache_clear()
    if request.param == "standard":
        monkeypatch.setattr(xml, "etree", None)


def alternative(choice: str, fallback: str | None, requires: str = "w16se", bound: str = SYMEX) -> str:
    """One alternative of two branches."""
    last = "" if fallback is None else f"<mc:Fallback>{fallback}</mc:Fallback>"
    return (
        f'<mc:AlternateContent xmlns:{requires.split()[0]}="{bound}">'
        f'<mc:Choice Requires="{requires}">{choice}</mc:Choice>{last}</mc:AlternateContent>'
    )


def in_run(inside: str) -> str:
    """Read a run that holds this."""
    return built(f"<w:p><w:r>{inside}</w:r>{run('甲')}</w:p>").text


@pytest.mark.parametrize(
    ("code", "sign"), [("2460", "①"), ("1F60A", "😊"), ("2612", "☒"), ("3231", "㈱"), ("20BB7", "𠮷")]
)
def test_a_symbol_is_read(code: str, sign: str) -> None:
    assert in_run(alternative(SIGN.format(code), "<w:t>旧</w:t>")) == sign + "甲"
    assert in_run(alternative(SIGN.format(code), None)) == sign + "甲"


@pytest.mark.parametrize(
    "code", ["", "x", "-5", "D800", "110000", "0", "FFFF", "7F", "9" * 5000, "1_0_", "１x"]
)
def test_what_is_no_sign_leaves_the_fallback(code: str) -> None:
    assert in_run(alternative(SIGN.format(code), "<w:t>①</w:t>")) == "①甲"


def test_a_symbol_needs_no_alternative() -> None:
    assert in_run(f'<w16se:symEx xmlns:w16se="{SYMEX}" w16se:font="x" w16se:char="2463"/>') == "④甲"


def test_hidden_and_deleted_symbols_are_not_shown() -> None:
    sign = alternative(SIGN.format("2460"), "<w:t>①</w:t>")
    assert built(f"<w:p><w:r><w:rPr><w:vanish/></w:rPr>{sign}</w:r>{run('甲')}</w:p>").text == "甲"
    assert built(f'<w:p><w:del w:id="1" w:author="x"><w:r>{sign}</w:r></w:del>{run("甲")}</w:p>').text == "甲"


STRANGE = [
    ("w16se", SYMEX, "<w16se:other/>"),
    ("w14", f"{WORD}2010/wordml", '<w14:contentPart r:id="rId9"/>'),
    ("am3d", f"{DRAWING}2017/model3d", "<w:drawing><am3d:model3d/></w:drawing>"),
    ("aink", f"{DRAWING}2016/ink", "<w:drawing><aink:ink/></w:drawing>"),
    ("cx1", f"{DRAWING}2015/9/8/chartex", "<w:drawing><cx1:thing/></w:drawing>"),
    ("w16du", f"{WORD}2023/wordml/word16du", "<w16du:sign>①</w16du:sign>"),
    ("asvg", f"{DRAWING}2016/SVG/main", "<asvg:svg/>"),
]


@pytest.mark.parametrize(("prefix", "uri", "inside"), STRANGE)
def test_a_known_namespace_with_an_element_nobody_knows(prefix: str, uri: str, inside: str) -> None:
    assert in_run(alternative(inside, "<w:t>①</w:t>", prefix, uri)) == "①甲"
    assert in_run(alternative(f"<w:t>新</w:t>{inside}", "<w:t>①</w:t>", prefix, uri)) == "①甲"
    # Without a fallback what can be read is read.
    assert in_run(alternative(f"<w:t>新</w:t>{inside}", None, prefix, uri)) == "新甲"


@pytest.mark.parametrize("uri", ["http://example.com/later", f"{WORD}2099/wordml/later", "urn:x", ""])
@pytest.mark.parametrize("prefix", ["w14", "zz"])
def test_a_prefix_means_what_it_is_bound_to(prefix: str, uri: str) -> None:
    bound = alternative("<w:t>新</w:t>", "<w:t>旧</w:t>", prefix, uri) if uri else ""
    unbound = (
        '<mc:AlternateContent><mc:Choice Requires="qq"><w:t>新</w:t></mc:Choice>'
        "<mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent>"
    )
    assert in_run(bound or unbound) == "旧甲"


def test_another_prefix_for_a_known_namespace() -> None:
    inside = '<s:symEx s:font="x" s:char="2460"/>'
    assert in_run(alternative(inside, "<w:t>旧</w:t>", "s", SYMEX)) == "①甲"


def test_a_chart_that_only_word_draws_is_told() -> None:
    inside = "<w:drawing><cx:chart/></w:drawing>"
    chart = alternative(inside, "<w:t>图</w:t>", "cx", f"{DRAWING}2014/chartex")
    read = built(f"<w:p><w:r>{chart}</w:r>{run('甲')}</w:p>")
    assert read.text == "甲"
    assert [each.reason for each in read.unread] == ["chart"]


def test_all_that_is_required_must_be_known() -> None:
    assert in_run(alternative("<w:t>新</w:t>", "<w:t>旧</w:t>", "w16se w14")) == "新甲"
    assert in_run(alternative("<w:t>新</w:t>", "<w:t>旧</w:t>", "w16se zz")) == "旧甲"


def test_the_first_choice_that_is_understood() -> None:
    choices = "".join(
        f'<mc:Choice Requires="w16se">{inside}</mc:Choice>'
        for inside in ("<w16se:other/>", SIGN.format("2461"), "<w:t>三</w:t>")
    )
    both = f'<mc:AlternateContent xmlns:w16se="{SYMEX}">{choices}<mc:Fallback><w:t>四</w:t></mc:Fallback></mc:AlternateContent>'
    assert in_run(both) == "②甲"


def test_only_a_fallback() -> None:
    assert (
        in_run("<mc:AlternateContent><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent>")
        == "旧甲"
    )


def test_nested() -> None:
    lost = alternative("<w:t>新</w:t>", None, "zz", "urn:zz")
    assert in_run(alternative(lost, "<w:t>旧</w:t>", "w14", f"{WORD}2010/wordml")) == "旧甲"
    kept = alternative("<w16se:other/>", "<w:t>里</w:t>")
    assert in_run(alternative(kept, "<w:t>旧</w:t>", "w14", f"{WORD}2010/wordml")) == "里甲"


def test_extensions_of_a_drawing_do_not_spoil_its_text_box() -> None:
    box = text_box(para("框中文字"))
    decorated = box.replace(
        "<a:graphic>",
        '<wp:docPr id="1" name="x"><a:extLst><a:ext uri="{1}"><adec:decorative'
        f' xmlns:adec="{DRAWING}2017/decorative" val="0"/></a:ext></a:extLst></wp:docPr><a:graphic>',
    )
    assert decorated != box
    plain, read = built(f"<w:p>{run('甲')}{box}</w:p>"), built(f"<w:p>{run('甲')}{decorated}</w:p>")
    assert read.text == plain.text == "甲\n框中文字"


WRAPS: dict[str, Callable[[str], str]] = {
    "run": lambda each: f"<w:p><w:r>{each}</w:r></w:p>",
    "paragraph": lambda each: (
        f"<w:p>{each.replace('<w:t>', '<w:r><w:t>').replace('</w:t>', '</w:t></w:r>')}</w:p>"
    ),
    "body": lambda each: (
        "<w:customXml>"
        + each.replace("<w:t>", "<w:p><w:r><w:t>").replace("</w:t>", "</w:t></w:r></w:p>")
        + "</w:customXml>"
    ),
    "cell": lambda each: (
        "<w:tbl><w:tr><w:tc>"
        + each.replace("<w:t>", "<w:p><w:r><w:t>").replace("</w:t>", "</w:t></w:r></w:p>")
        + "</w:tc></w:tr></w:tbl>"
    ),
    "control": lambda each: f"<w:sdt><w:sdtContent><w:p><w:r>{each}</w:r></w:p></w:sdtContent></w:sdt>",
}


@pytest.mark.parametrize("where", WRAPS)
def test_wherever_it_stands(where: str) -> None:
    def read(choice: str) -> Document:
        return built(WRAPS[where](alternative(choice, "<w:t>旧</w:t>")))

    assert read("<w:t>新</w:t>").text == "新"
    assert read("<w16se:other/>").text == "旧"


PARTS = st.sampled_from(["<w:t>字</w:t>", "<w16se:other/>", SIGN.format("2460"), "<w:tab/>", "<a:blip/>", ""])
TREES = st.recursive(
    PARTS,
    lambda inner: st.builds(
        lambda choice, fallback, requires: alternative("".join(choice), "".join(fallback), requires),
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3),
        st.sampled_from(["w16se", "zz9"]),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(TREES)
def test_no_tree_of_alternatives_breaks_the_count_of_atoms(tree: str) -> None:
    read = built(f'<w:p xmlns:w16se="{SYMEX}"><w:r>{tree}<w:t>尾</w:t></w:r></w:p>')
    assert read.text.endswith("尾")
    assert read.pieces[-1].atom == tree.count("<w:t>") + tree.count("<w:tab/>")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no ../shared/cases here")
def test_sample() -> None:
    text = docx.read("x.docx", (SAMPLES / "symex-lost.docx").read_bytes()).text
    assert "①学习不够深入。\n②担当不够有力。\n③" in text


def test_a_custom_number_that_cannot_be_written_leaves_the_plain_one() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="2"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"'
        ' w:format="{}"/></mc:Choice><mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    )

    def label(form: str) -> str:
        lists = f'<w:abstractNum w:abstractNumId="0">{level.format(form)}</w:abstractNum>' + b.num(1, 0)
        return built(para("甲", num=(1, 0)), numbering=lists).text

    assert label("001, 002, 003, ...") == "002.甲"
    assert label("甲, 乙, 丙, ...") == label("") == "II.甲"
