"""Layouts seen in published papers, told by small drafts of invented units: what is understood, and what is not a fault."""

from __future__ import annotations

from io import BytesIO

import pytest

from docklint import readers
from docklint.structure.draft import Draft
from tests.mutations import lint

ASPECTS = ("理论学习", "政治素质", "能力本领", "担当作为", "工作作风", "廉洁自律")
EXAMPLES = (
    "2023年5月中心组只学了1次",
    "防汛通知拖了3天才转发",
    "6月培训时有2项操作不熟",
    "老旧泵站改造搁置半年",
    "到5个乡镇都没有走进农户",
    "全年只谈话2人次",
)
CAUSES = "（一）理论学习抓得不实。政治素质提高不快。\n（二）担当作为劲头不足。能力本领欠缺。\n（三）工作作风不严。廉洁自律要求放松。"
MEASURES = "（一）抓实理论学习。每月1次，提高政治素质。\n（二）强化担当作为。每季度练兵1次，增强能力本领。\n（三）改进工作作风。每半年检查1次廉洁自律。"


def codes(text: str, profile: str = "auto", *, infos: bool = False) -> list[str]:
    """Return the codes of what is found, without the notes, and without DUP: these papers say one thing over and over."""
    found = [each for each in lint.check(text.encode(), profile) if not each.code.startswith("DUP")]
    return [each.code for each in found if infos or each.severity != "info"]


def told(text: str, profile: str = "auto") -> list[str]:
    """Write the parts as `kind title`."""
    return [
        f"{part.kind} {draft.quote(part.title)}"
        for draft in lint.drafts(text.encode(), profile)
        for part in draft.parts
    ]


def aspects() -> str:
    """Write the dimensions of 2023, one problem each."""
    parts = zip("一二三四五六", ASPECTS, EXAMPLES, strict=True)
    return "\n".join(
        f"（{number}）{name}方面。抓得不紧。比如，{example}。" for number, name, example in parts
    )


def paper(
    problems: str = "一、存在的突出问题",
    causes: str = "二、存在问题的原因分析",
    measures: str = "三、下一步努力方向和整改措施",
    body: str = "",
) -> str:
    """Write a paper of 2023 with the given headings."""
    start = "临溪市水务局领导班子主题教育专题民主生活会对照检查材料\n现将有关情况报告如下：\n"
    return start + f"{problems}\n{body or aspects()}\n{causes}\n{CAUSES}\n{measures}\n{MEASURES}\n"


@pytest.mark.parametrize(
    "heading",
    [
        "存在的主要问题和具体表现",
        "对照检查存在的突出问题",
        "查摆问题情况",
        "班子存在的主要问题及具体表现",
        "目前存在的主要问题和不足",
        "检视查摆的突出问题",
    ],
)
def test_wordings_that_only_add_to_a_title_are_no_other_title(heading: str) -> None:
    assert codes(paper(problems=f"一、{heading}")) == []


@pytest.mark.parametrize(
    "heading",
    [
        "2022年度民主生活会查摆问题整改落实情况",
        "上次民主生活会整改落实情况",
        "主题教育专题民主生活会整改情况",
        "上年度整改台账完成情况",
    ],
)
def test_an_optional_section_may_be_called_as_one_likes(heading: str) -> None:
    first = f"一、{heading}\n共整改12个问题。\n"
    text = paper("二、存在的突出问题", "三、存在问题的原因分析", "四、下一步努力方向和整改措施")
    assert codes(text.replace("二、", first + "二、", 1)) == []


@pytest.mark.parametrize(
    "label", ["具体事例：", "典型事例：", "事例：", "【事例】", "举个例子，", "突出表现："]
)
def test_a_label_introduces_an_example(label: str) -> None:
    text = paper(body=aspects().replace("比如，", label))
    assert codes(text) == []


@pytest.mark.parametrize("lead", ["最典型的是，", "一个突出的例子是，", "像"])
def test_a_phrase_introduces_an_example(lead: str) -> None:
    text = paper(body=aspects().replace("比如，", lead))
    assert codes(text) == []


def test_a_case_analysis_among_the_dimensions_is_none_of_them() -> None:
    aside = "\n（七）典型案例剖析方面。对照通报的案例，班子深受警醒。"
    text = paper(body=aspects() + aside)
    assert codes(text, infos=True) == []
    assert "item 典型案例剖析方面" in told(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("二、原因剖析及整改措施\n" + CAUSES, "section 原因剖析及整改措施"),
        ("二、存在问题的原因和下一步整改措施\n" + CAUSES, "section 存在问题的原因和下一步整改措施"),
    ],
)
def test_one_section_may_join_causes_and_measures(text: str, parts: str) -> None:
    whole = paper().split("二、", 1)[0] + text
    assert codes(whole) == []
    assert parts in told(whole)


def test_one_section_may_join_problems_and_causes() -> None:
    whole = (
        paper(problems="一、存在的主要问题及原因分析", causes="\n")
        .replace("三、", "二、")
        .replace(CAUSES, "")
    )
    assert codes(whole) == []
    assert told(whole).count("dimension 理论学习方面") == 1


LABELLED = "存在问题：{0}抓得不紧，2024年5月有2条意见拖到9月才答复。\n原因分析：重视不够，认为是软任务。\n整改措施：每月研究1次{0}，由支部书记牵头。"
BRANCH = (
    "发挥政治引领作用",
    "贯彻落实上级党组织工作部署",
    "定期开展党的组织生活",
    "严格党员日常教育管理监督",
    "联系服务群众",
    "改进工作作风",
)


@pytest.mark.parametrize("form", ["{}", "{}\n", "是{}"])
def test_causes_and_measures_may_stand_labelled_under_every_dimension(form: str) -> None:
    body = LABELLED.replace("：", form.format("："))
    text = "云岭区图书馆党支部班子对照检查材料\n" + "\n".join(
        f"（{number}）{name}方面\n{body.format(name)}"
        for number, name in zip("一二三四五六", BRANCH, strict=True)
    )
    assert codes(text) == []
    kinds = [line.split()[0] for line in told(text)]
    assert [kinds.count(kind) for kind in ("dimension", "problem", "cause", "measure")] == [6, 6, 6, 6]


def test_causes_and_measures_may_stand_labelled_and_numbered_under_every_dimension() -> None:
    body = "1.存在问题。{0}抓得不紧，2024年5月有2条意见拖到9月才答复。\n2.原因分析。重视不够，认为是软任务。\n3.整改措施。每月研究1次{0}。"
    text = "云岭区图书馆党支部班子对照检查材料\n" + "\n".join(
        f"（{number}）{name}方面\n{body.format(name)}"
        for number, name in zip("一二三四五六", BRANCH, strict=True)
    )
    assert codes(text) == []
    kinds = [line.split()[0] for line in told(text)]
    assert [kinds.count(kind) for kind in ("dimension", "problem", "cause", "measure")] == [6, 6, 6, 6]


def test_aspects_with_paragraphs_are_dimensions_in_any_paper() -> None:
    text = (
        "一、存在的问题\n（一）政治建设方面\n学习少，2023年5月只学了1次。\n（二）作风建设方面\n调研少，2023年只去了2个村。\n"
        "二、原因分析\n思想松懈。\n三、整改措施\n加强学习。"
    )
    assert [line for line in told(text, "generic") if line.startswith("dim")] == [
        "dimension 政治建设方面",
        "dimension 作风建设方面",
    ]


@pytest.mark.parametrize(
    "lines",
    ["加强理论学习\n改进工作作风\n严守纪律规矩\n提高业务能力", "加强理论学习\n改进工作作风", "【待补】"],
)
def test_short_lines_of_the_last_section_sign_nothing(lines: str) -> None:
    text = paper().replace(MEASURES, lines)
    assert "SEC106" not in codes(text)


@pytest.mark.parametrize(
    "lines",
    ["临溪市水务局党组\n2023年8月25日", "2023年8月25日", "李明", "以上是班子对照检查材料，请批评指正。"],
)
def test_a_signature_fills_no_section(lines: str) -> None:
    text = paper().replace(MEASURES, lines)
    assert "SEC106" in codes(text)


@pytest.mark.parametrize("before", ["一、", "三、"])
def test_personal_matters_may_stand_anywhere(before: str) -> None:
    headings = ["存在的突出问题", "存在问题的原因分析", "下一步努力方向和整改措施"]
    at = "一二三".index(before[0])
    headings.insert(at, "个人有关事项说明")
    bodies = [aspects(), CAUSES, MEASURES]
    bodies.insert(at, "本人住房1套，无经商办企业情况。")
    text = "主题教育专题民主生活会个人对照检查材料\n" + "".join(
        f"{number}、{heading}\n{body}\n"
        for number, heading, body in zip("一二三四", headings, bodies, strict=True)
    )
    assert codes(text) == []


def test_a_placeholder_is_told_once() -> None:
    text = paper().replace(
        aspects(),
        "\n".join(f"（{n}）{a}方面\n【待补】" for n, a in zip("一二三四五六", ASPECTS, strict=True)),
    )
    assert set(codes(text)) == {"RED102"}


def test_a_case_names_no_place() -> None:
    text = (
        paper()
        .replace("二、", "二、反面典型案例剖析\n邻县某镇原党委书记李某某违规决策，教训深刻。\n三、", 1)
        .replace("三、下一步", "四、下一步")
    )
    assert codes(text) == []


@pytest.mark.parametrize("form", ["{0}是{1}方面。", "{0}是在{1}方面，", "{0}是{1}方面，"])
def test_dimensions_may_be_enumerated(form: str) -> None:
    parts = zip("一二三四五六", ASPECTS, EXAMPLES, strict=True)
    body = "".join(
        f"{form.format(number, name)}抓得不紧。比如，{example}。" for number, name, example in parts
    )
    text = paper(body=body)
    assert codes(text) == []
    assert sum(line.startswith("dimension") for line in told(text)) == len(ASPECTS)
    assert sum(line.startswith("problem") for line in told(text)) == len(ASPECTS)


def test_problems_may_be_called_so_and_numbered() -> None:
    body = (
        aspects().replace("抓得不紧。", "\n问题1：抓得不紧。\n具体表现：今年不够经常。")
        + "\n问题2：管得不严。比如，2次没有督查。"
    )
    text = paper(body=body)
    assert [line for line in told(text) if line.startswith("problem")][-2:] == [
        "problem 抓得不紧",
        "problem 管得不严",
    ]
    assert codes(text.replace("问题2", "问题3")).count("NUM101") == 1


@pytest.mark.parametrize(
    "onward",
    [
        "这反映出班子自我要求不严。",
        "但是，落实的办法不多。",
        "究其原因，是思想上松懈。",
        "像去年的2次抽查，都没有整改。",
    ],
)
def test_a_paragraph_may_go_on_with_the_problem_above(onward: str) -> None:
    body = aspects().replace("方面。", "方面\n").replace("。比如", f"。\n{onward}\n比如")
    assert sum(line.startswith("problem") for line in told(paper(body=body))) == len(ASPECTS)


def wrapped(text: str, width: int) -> str:
    """Break every paragraph at `width` code points."""
    lines = (line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width))
    return "\n".join(lines)


LONG = "对有关要求学得不深不透，满足于完成规定动作，联系实际思考不够，指导实践、推动工作的办法不多，有时以文件传达代替研究落实。"


@pytest.mark.parametrize("width", [26, 28, 31, 33])
def test_a_heading_nearly_as_long_as_the_wrapped_lines_is_not_joined_to_the_text_below(width: int) -> None:
    heading = "一、2022年度主题教育专题民主生活会整改措施落实情况"[: width - 2].ljust(width - 2, "况")
    body = aspects().replace("抓得不紧。", LONG)
    text = paper("二、存在的突出问题", "三、存在问题的原因分析", "四、下一步努力方向和整改措施", body)
    whole = wrapped(text.replace("二、", f"{heading}\n共整改12个问题。\n二、", 1), width)
    assert codes(whole) == []
    assert f"section {heading[2:]}" in told(whole)


def test_a_short_line_behind_a_full_one_that_ends_a_sentence_may_be_a_heading() -> None:
    sentence = "学习不够深不够透，联系实际不够紧，办法也不多，还要努力。"
    lines = [sentence[:27] + "。"] * 8
    text = "\n".join(
        ["一、存在的突出问题", *lines, "理论学习方面", *lines, "政治素质方面", "一是学习少。二是研讨少。"]
    )
    assert "dimension 政治素质方面" in told(text, "2023-theme-education")


def test_a_stop_alone_on_a_line_is_no_cause() -> None:
    text = paper().replace(
        CAUSES,
        "学习自觉性不强是根源，总认为自己是搞技术的\n。\n担当精神不足，有等靠思想。\n作风不实，监督不严。",
    )
    assert sum(line.startswith("cause") for line in told(text)) == 3


@pytest.mark.parametrize(
    ("role", "heading"),
    [
        ("problems", "深入检视，查找存在的突出问题"),
        ("problems", "个人对照检查情况"),
        ("problems", "对照六个方面查摆出来的问题"),
        ("causes", "存在问题的主客观原因"),
        ("causes", "剖析问题根源"),
        ("causes", "问题成因分析"),
        ("causes", "党性分析及原因剖析"),
        ("measures", "下步整改措施"),
        ("measures", "明确努力方向，制定整改措施"),
        ("measures", "解决问题的思路和措施"),
        ("measures", "整改举措"),
    ],
)
def test_a_heading_worded_in_a_way_of_its_own_is_no_slip(role: str, heading: str) -> None:
    headings = {
        "problems": "一、存在的突出问题",
        "causes": "二、存在问题的原因分析",
        "measures": "三、下一步努力方向和整改措施",
    }
    headings[role] = headings[role][:2] + heading
    assert codes(paper(**headings)) == []


@pytest.mark.parametrize("heading", ["存在的突处问题", "存在的向题"])
def test_a_slip_in_a_heading_is_still_told(heading: str) -> None:
    assert codes(paper(problems=f"一、{heading}")) == ["SEC105"]


def test_attachments_are_no_part_of_the_paper() -> None:
    text = (
        paper()
        + "以上报告，请批评指正。\n附件：1.局领导班子专题民主生活会问题清单\n2.局领导班子整改清单\n临溪市水务局\n2023年8月25日\n"
    )
    assert codes(text, infos=True) == codes(paper(), infos=True)
    assert told(text) == told(paper())


def test_the_opening_of_a_second_paper_is_its_own() -> None:
    first, second = paper(), paper().replace("领导班子", "局长")
    drafts = lint.drafts((first + second).encode(), "2023-theme-education")
    assert [draft.quote(draft.preamble)[:9] for draft in drafts] == [
        "临溪市水务局领导班",
        "临溪市水务局局长主",
    ]


def word(*lines: tuple[str, bool]) -> bytes:
    """Write a Word document of lines, bold or not."""
    from docx import Document

    document, out = Document(), BytesIO()
    for text, bold in lines:
        document.add_paragraph().add_run(text).bold = bold
    document.save(out)
    return out.getvalue()


def test_bold_lines_below_bold_dimensions_are_problems() -> None:
    parts = [
        line
        for name, example in zip(ASPECTS, EXAMPLES, strict=True)
        for line in ((f"{name}方面", True), ("劲头还不够大", True), (f"比如，{example}。", False))
    ]
    ends = [
        ("存在问题的原因分析", True),
        (CAUSES, False),
        ("下一步努力方向和整改措施", True),
        (MEASURES, False),
    ]
    data = word(("个人对照检查材料", True), ("存在的突出问题", True), *parts, *ends)
    linter = lint.linter("2023-theme-education")
    assert [
        each.code for each in linter.check_bytes("draft.docx", data).findings if each.severity != "info"
    ] == []
    (draft,) = linter.understand(readers.parse("draft.docx", data, "final")).drafts
    kinds = [part.kind for part in draft.parts]
    assert [kinds.count(kind) for kind in ("dimension", "problem")] == [len(ASPECTS), len(ASPECTS)]


def test_a_lead_at_the_end_of_its_line_introduces_the_next() -> None:
    listed = (
        aspects()
        .replace("抓得不紧。比如，", "\n1.抓得不紧。具体表现：\n（1）")
        .replace("。\n（", "；\n（2）督查少。\n（", 5)
    )
    assert "EXA102" not in codes(paper(body=listed))
    assert codes(paper(body=aspects().replace("比如，", "具体事例：\n"))) == []


REST = "（二）作风方面。到5个乡镇都没有走进农户。\n二、整改措施\n多学。"


@pytest.mark.parametrize(
    "fact",
    [
        "积分全年排在支部倒数第三",
        "方案拖了半年",
        "条例起草拖了一年半",
        "意见半个月没有答复",
        "组织方式两年没有变化",
        "考核列全县第五名",
    ],
)
def test_a_rank_or_a_while_is_a_fact(fact: str) -> None:
    text = f"一、存在的问题\n（一）学习方面。一是学得少，{fact}。二是研讨少，2023年只有2次。\n" + REST
    assert codes(text, "generic") == []


@pytest.mark.parametrize("phrase", ["每半年研究一次不够经常", "对百年大计认识不深", "三年行动推进不快"])
def test_a_span_of_time_in_a_phrase_is_none(phrase: str) -> None:
    text = f"一、存在的问题\n（一）学习方面。一是{phrase}。二是研讨少，2023年只有2次。\n" + REST
    assert codes(text, "generic") == ["EXA101"]


def test_a_heading_that_joins_a_part_told_elsewhere_is_the_other() -> None:
    text = paper("一、深入查找自身毛病，找准存在的问题短板", measures="三、针对问题，落实整改措施")
    assert codes(text) == []
    assert sum(line.startswith("dimension") for line in told(text)) == len(ASPECTS)


def test_a_dimension_that_lost_a_word_is_told() -> None:
    names = (
        "强化政治忠诚、提高政治能力",
        "固本培元、增强党性",
        "敬畏人民、敬畏组织",
        "干事创业、担当作为",
        "扛起管党治党责任",
    )
    body = "\n".join(
        f"（{n}）{a}方面。抓得不紧，{e}。" for n, a, e in zip("一二三四五", names, EXAMPLES, strict=False)
    )
    text = paper(body=body).replace("主题教育专题", "2025年度")
    assert codes(text, "2025") == ["DIM105"]


def test_a_quotation_mark_the_wrong_way_round_joins_no_lines() -> None:
    text = paper(body="”学习“抓得不紧。\n" + aspects())
    assert "section 存在的突出问题" in told(text)


@pytest.mark.parametrize("end", ["", "附件：1.问题清单\n2.整改清单\n"])
def test_a_second_paper_may_begin_with_the_year(end: str) -> None:
    second = paper().replace("临溪市水务局领导班子", "2023年临溪市水务局局长")
    text = paper() + end + second
    assert told(text) == told(paper()) * 2
    assert codes(text) == []


ROWS = (
    ("序号", "方面", "存在问题", "整改措施"),
    ("1", "理论学习", "学习不系统", "1.每月学习1次\n2.每季研讨1次"),
)


def test_a_table_behind_the_paper_adds_nothing() -> None:
    plain, tabled = (word_paper(rows) for rows in ((), ROWS))
    assert [part.kind for part in plain.parts] == [part.kind for part in tabled.parts]
    assert not tabled.sections.duplicated


def word_paper(rows: tuple[tuple[str, ...], ...]) -> Draft:
    """Write the model paper in Word, with a table at its end, and understand it."""
    from docx import Document

    document, out = Document(), BytesIO()
    for line in paper().splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=4)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(out)
    (draft,) = (
        lint.linter("2023-theme-education")
        .understand(readers.parse("a.docx", out.getvalue(), "final"))
        .drafts
    )
    return draft


def test_dimensions_may_be_numbered_in_one_run_with_the_sections() -> None:
    parts = zip("一二三四五六", ASPECTS, EXAMPLES, strict=True)
    body = "".join(
        f"{number}、{name}方面\n一是抓得不紧。比如，{e}。二是学得不够。比如，{name}只研究{len(e)}次。\n"
        for number, name, e in parts
    )
    text = f"主题教育专题民主生活会对照检查材料\n{body}七、原因分析\n{CAUSES}\n八、整改措施\n{MEASURES}\n"
    assert codes(text) == []
    kinds = [line.split()[0] for line in told(text)]
    assert [kinds.count(kind) for kind in ("section", "dimension", "problem")] == [2, 6, 12]
    assert codes(text.replace("六、廉洁自律方面\n", "").replace("七、", "六、").replace("八、", "七、")) == [
        "DIM101"
    ]


@pytest.mark.parametrize("causes", ["二、存在的突出问题", "二、存在的主要问题", "二、存在问题的体会"])
def test_a_wrong_heading_further_down_does_not_take_the_place_of_the_right_one(causes: str) -> None:
    """Whatever the second heading says, the dimensions are looked for under the first."""
    assert codes(paper(causes=causes)) in (["SEC103", "SEC101"], ["SEC101"])


def test_an_unusual_word_for_the_cause_is_asked_about() -> None:
    assert codes(paper(causes="二、存在问题缘由分析")) == ["SEC105"]


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("附：征求意见情况汇总表", "二、存在问题的原因分析"),
        ("附表", "（二）政治素质方面"),
        ("附件1：征求意见汇总。", "（一）理论学习抓得不实"),
        ("附件：整改台账", "（三）改进工作作风"),
        ("撰写对照检查材料由办公室代笔", "（二）担当作为劲头不足"),
    ],
)
def test_a_line_that_only_looks_like_the_end_or_a_title_ends_nothing(line: str, before: str) -> None:
    found = codes(paper().replace(before, f"{line}\n{before}"))
    assert [code for code in found if code[:3] not in ("EXA",)] == []


def test_labels_outside_the_dimensions_announce_no_part() -> None:
    text = paper()[: paper().index("三、")]
    stray = text.replace("（五）", "整改措施：略。\n（五）").replace("（六）", "整改措施：略。\n（六）")
    assert "SEC101" in codes(stray)


@pytest.mark.parametrize("title", ["三、下一步整改", "三、今后整改", "三、整改"])
def test_words_of_time_tell_last_year_s_rectification_from_measures(title: str) -> None:
    assert codes(paper(measures=title)) in ([], ["SEC105"])


def test_an_added_dimension_that_mentions_a_section_is_told() -> None:
    added = "（七）执行个人重大事项报告制度方面。一是填报不够及时。比如，2023年晚了3天。二是学习政策不深。比如，只学1次。"
    assert "DIM104" in codes(paper(body=f"{aspects()}\n{added}"), infos=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("**第一中学党总支与**街道联系不紧密。", "RED101"),
        ("2023年某局原计划6月底前完成。", "RED103"),
        ("某镇原有撂荒地没有复耕。", "RED103"),
    ],
)
def test_hidden_names_are_told_though_the_line_looks_like_something_else(text: str, code: str) -> None:
    assert code in codes(f"一、存在的问题\n{text}\n", "generic")


@pytest.mark.parametrize("claim", ["把群众利益放在第一位的自觉性不强。", "没有把学习摆在第一位，时紧时松。"])
def test_to_put_something_first_is_no_fact(claim: str) -> None:
    text = (
        f"一、存在的问题\n（一）理论学习方面。一是宗旨意识树得不牢。{claim}二是学得不够。2023年5月只学1次。\n"
    )
    assert codes(text, "generic").count("EXA101") == 1


def test_a_dot_behind_a_circled_number_stays_what_it_is() -> None:
    text = "一、存在的问题\n（一）理论学习方面。\n①.学习不够深入。2023年5月只学1次。\n②.碰硬精神不足。6月有2项没办。\n"
    assert codes(text, "generic").count("NUM107") == 2


def test_everyday_phrases_begin_problems_of_their_own() -> None:
    lines = "以上率下的作用发挥不够充分。\n但求无过的心态仍然存在。\n结果导向树得不够牢固。\n"
    text = f"一、存在的问题\n（一）工作作风方面\n学习抓得不够紧。\n{lines}二、原因分析\n（一）抓得不紧。\n"
    assert [line.split()[0] for line in told(text, "generic")].count("problem") == 4


def test_a_repeated_example_is_found_however_many_begin_alike() -> None:
    tails = (
        "学习只有一次",
        "调研走过场了",
        "台账缺了三页",
        "走访少了两户",
        "值班漏了五天",
        "会议开了九次",
        "培训来了四人",
        "报表错了七处",
        "简报压了八期",
        "信访拖了六件",
    )
    examples = [f"2023年以来，青禾县档案馆{tail}。" for tail in (*tails, tails[-1])]
    marks = "一二三四五六七八九十"
    items = "".join(
        f"{marks[n] if n < 10 else '十一'}是{'学想干查改管帮带评促联'[n]}得不紧。比如：{example}"
        for n, example in enumerate(examples)
    )
    found = lint.check(f"一、存在的问题\n（一）作风方面。{items}\n".encode(), "generic")
    assert [each.quote for each in found if each.code == "EXA103"] == [f"比如：{examples[-1]}"]


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("3月14日夜间巡查缺4人，带班员没有补上，也没有记录。", False),
        ("3月12日夜间巡查缺两人，带班员没有补上，也没有记录。", True),
        ("夜间巡查缺2人，带班员没有补上，也没有记录。", True),
    ],
)
def test_an_example_with_another_date_or_number_is_another(again: str, told: bool) -> None:
    first = "3月12日夜间巡查缺2人，带班员没有补上，也没有记录。"
    items = f"一是管得不严。比如：{first}二是查得不细。比如：{again}"
    found = lint.check(f"一、存在的问题\n（一）作风方面。{items}\n".encode(), "generic")
    assert [each.quote for each in found if each.code == "EXA103"] == [f"比如：{again}"] * told


@pytest.mark.parametrize("mark", ["## {}", "**{}**", "#{}"])
def test_markdown_pasted_into_plain_text_hides_no_heading(mark: str) -> None:
    """Some headings with marks, the others without: all of them are understood."""
    for heading in ("三、下一步努力方向和整改措施", "（二）政治素质方面", "二、存在问题的原因分析"):
        text = paper().replace(heading, mark.format(heading))
        assert [code for code in codes(text) if code != "RED101"] == []


def test_an_item_in_bold_is_an_item() -> None:
    text = "一、存在的问题\n（一）工作作风方面\n**一是调研不够。**2023年只去1次。二是服务不够。6月有2项没办。\n二、原因分析\n（一）抓得不紧。\n"
    assert [line.split()[0] for line in told(text, "generic")].count("problem") == 2
    assert "RED101" in codes(text, "generic")


def test_labelled_causes_and_measures_may_be_enumerated() -> None:
    parts = zip("一二三四五六", ASPECTS, EXAMPLES, strict=True)
    body = "\n".join(
        f"（{number}）{name}方面\n存在问题：一是抓得不紧。比如，{example}。二是学得不够。比如，{name}只研究{len(example)}次。\n"
        "原因分析：一是思想不重视。二是制度不严格。\n整改措施：一是每月研读一篇原著。二是逐户回访农户。"
        for number, name, example in parts
    )
    text = f"临溪市水务局领导班子主题教育专题民主生活会对照检查材料\n一、存在的突出问题\n{body}\n"
    kinds = [line.split()[0] for line in told(text)]
    assert [kinds.count(kind) for kind in ("problem", "cause", "measure")] == [12, 12, 12]
    assert [code for code in codes(text) if code != "NUM106"] == []


@pytest.mark.parametrize(
    "phrase", ["像往常一样。", "像老黄牛那样干。", "像钉钉子那样一锤接着一锤敲的韧劲不足。"]
)
def test_a_likeness_without_a_fact_is_no_example(phrase: str) -> None:
    body = aspects()
    assert codes(paper(body=body.replace("抓得不紧。", f"抓得不紧。{phrase}", 1))) == []
    without = body.replace(f"比如，{EXAMPLES[0]}。", phrase, 1)
    assert codes(paper(body=without)) == ["EXA101"]


@pytest.mark.parametrize("heading", ["上级点名问题", "上级点名问题整改情况", "组织点名的问题说明"])
def test_what_superiors_named_may_have_a_section_anywhere(heading: str) -> None:
    named = f"一、{heading}\n县纪委通报的1项问题已于8月整改到位。\n二、存在的突出问题"
    text = paper(problems=named, causes="三、存在问题的原因分析", measures="四、下一步努力方向和整改措施")
    assert codes(text, infos=True) == []


LED_IN = """个人对照检查材料
一、存在的问题及原因
（一）理论学习不够。比如，今年的十二次学习缺了三次。
（二）作风不够扎实。比如，下村调研时只看了公路边的两户。
{lead}
（一）思想认识不到位，把学习当软任务。
（二）群众观念淡薄，很少换位思考。
二、整改措施
（一）每月交一篇学习心得。
（二）每周走访五户群众。
"""


@pytest.mark.parametrize(
    "lead", ["产生上述问题的原因，主要有以下几点：", "究其根源，主要如下。", "上述不足的成因是："]
)
def test_a_sentence_among_the_problems_leads_in_to_their_causes(lead: str) -> None:
    kinds = [line.split()[0] for line in told(LED_IN.format(lead=lead), "generic")]
    assert [kinds.count(kind) for kind in ("problem", "cause", "measure")] == [2, 2, 2]


@pytest.mark.parametrize("lead", ["对照上年度整改情况，还有以下问题：", "措施不实，主要有以下表现："])
def test_a_sentence_that_leads_in_to_more_problems(lead: str) -> None:
    kinds = [line.split()[0] for line in told(LED_IN.format(lead=lead), "generic")]
    assert kinds.count("cause") == 0


def test_without_a_section_of_problems_headings_named_as_dimensions_hold_them() -> None:
    text = "个人对照检查材料\n" + "".join(
        f"{number}、{name}方面\n一是抓得不紧。比如，{example}。\n二是学得不够。比如，只研究{len(example)}次。\n"
        for number, name, example in zip(
            "一二三", ("理论学习", "工作实绩", "窗口服务"), EXAMPLES, strict=False
        )
    )
    kinds = [line.split()[0] for line in told(text, "generic")]
    assert (kinds.count("dimension"), kinds.count("problem")) == (3, 6)


def test_items_counted_anew_within_a_dimension_are_a_repeat() -> None:
    items = "一是抓得不紧。比如，{0}。\n二是学得不够，例会记录缺了几页。\n"
    text = "个人检视剖析材料\n一、存在的问题\n（一）政治素质方面\n{}{}（二）能力本领方面\n{}二、原因分析\n一是抓得不紧。\n二是要求不严。\n"
    parts = [items.format(example) for example in EXAMPLES[:3]]
    assert codes(text.format(*parts), "generic") == ["NUM102"]


def test_a_quotation_within_a_dimension_keeps_its_marks_where_it_is_named() -> None:
    title = "带头深刻领悟“两个确立”、做到“两个维护”方面"
    text = f"某材料\n一、存在的问题\n（一）{title}\n1.学习不够深。\n2.站位不够高。\n（二）学习方面\n1.学得少。\n2.记得少。\n"
    found = lint.linter("generic").check_bytes("draft.txt", text.encode()).findings
    messages = [each.message for each in found if each.code == "EXA101"]
    assert messages[0].startswith("“带头深刻领悟‘两个确立’、做到‘两个维护’”方面")


CAUSED = """个人对照检查材料
一、存在的问题
（一）理论学习方面。{first}
（二）工作作风方面。调研不深。比如，6月下村只看了公路边的两户。
二、整改措施
（一）每月学习理论一次，写一篇心得。
（二）每月下村调研一次，走访五户。
"""
CAUSE_LEADS = [
    "究其原因，一是认识不到位；二是抓得不紧。",
    "分析缺课的根源，主要是：一是认识不到位，二是抓得不紧。",
    "造成拖延的因素是多方面的，主要有二。一是认识不到位。二是抓得不紧。",
    "出现这些问题，原因在于：一是认识不到位；二是抓得不紧。",
    "究其原因，主要是思想上重视不够，一是认识不到位；二是抓得不紧。",
    "究其原因，主要在于自我要求不严：一是认识不到位；二是抓得不紧。",
    "缺课的原因有以下几点。一是认识不到位。二是抓得不紧。",
]


@pytest.mark.parametrize("lead", CAUSE_LEADS)
def test_causes_told_one_by_one_in_the_middle_of_a_dimension_are_no_problems(lead: str) -> None:
    whole = CAUSED.format(first="学习不够系统。比如，5月的三次学习缺了两次。" + lead)
    kinds = [line.split()[0] for line in told(whole, "generic")]
    assert [kinds.count(kind) for kind in ("problem", "cause", "measure")] == [2, 2, 2]
    assert "EXA101" not in codes(whole, "generic")


@pytest.mark.parametrize("lead", CAUSE_LEADS)
def test_causes_told_one_by_one_within_a_problem_count_below_it(lead: str) -> None:
    text = (
        "一是学习不够系统。比如，5月的三次学习缺了两次。" + lead + "二是研讨不多。比如，全年只写过一篇心得。"
    )
    whole = CAUSED.format(first=text)
    assert [line.split()[0] for line in told(whole, "generic")].count("problem") == 3
    assert {"EXA101", "NUM102"}.isdisjoint(codes(whole, "generic"))


@pytest.mark.parametrize(
    "lead", ["由于事务多等原因，", "对缺课原因分析不透：", "由于主观原因，", "分析原因后，还有以下不足："]
)
def test_a_reason_given_by_the_way_leads_in_to_no_causes(lead: str) -> None:
    whole = CAUSED.format(first=f"{lead}一是只学了两次，5月全缺；二是心得没有写，欠了3篇。")
    assert [line.split()[0] for line in told(whole, "generic")].count("problem") == 3


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("虽然，本人的课年年过关，但也有图省事的时候。", "有图省事的时候"),
        ("尽管没有缺过课，但教案沿用旧的。", "教案沿用旧的"),
        ("廉洁自律方面。家风抓得不紧，很少过问。", "家风抓得不紧，很少过问"),
    ],
)
def test_the_claim_of_a_paragraph_begins_behind_what_is_owned_and_the_name_of_its_matter(
    text: str, claim: str
) -> None:
    whole = f"个人对照检查材料\n一、存在的问题\n{text}\n学习方面。学得不多，记得更少。\n二、整改措施\n每周学习一次。\n"
    assert f"problem {claim}" in told(whole, "generic")


def test_causes_told_among_the_problems_need_no_measure_where_a_section_tells_the_causes() -> None:
    whole = CAUSED.format(first="学习不够系统。比如，5月的三次学习缺了两次。" + CAUSE_LEADS[0])
    section = "二、原因分析\n（一）学习放松。\n（二）调研走过场。\n三、整改措施"
    kinds = [line.split()[0] for line in told(whole.replace("二、整改措施", section), "generic")]
    assert [kinds.count(kind) for kind in ("problem", "cause", "measure")] == [2, 2, 2]


MEASURE_LEADS = [
    "下一步，一是每月学习一次，二是补写心得。",
    "整改措施：一是每月学习一次；二是补写心得。",
    "针对上述问题，本人将从两个方面整改：一是每月学习一次；二是补写心得。",
    "整改措施主要有以下几点：一是每月学习一次；二是补写心得。",
]


@pytest.mark.parametrize("lead", MEASURE_LEADS)
def test_measures_told_one_by_one_in_the_middle_of_the_problems_are_none_of_them(lead: str) -> None:
    first = "学习不够系统。比如，5月的三次学习缺了两次。"
    alone = CAUSED.format(first=first + lead)
    within = CAUSED.format(first=f"一是{first}{lead}二是研讨不多。比如，全年只写过一篇心得。")
    kinds = [[line.split()[0] for line in told(text, "generic")] for text in (alone, within)]
    assert [each.count("problem") for each in kinds] == [2, 3]
    assert {"EXA101", "NUM102"}.isdisjoint(codes(alone, "generic") + codes(within, "generic"))


@pytest.mark.parametrize(
    "lead", ["在抓整改上，", "下一步工作谋划得少，", "整改措施不实：", "对照整改措施，还有以下问题："]
)
def test_a_problem_with_measures_leads_in_to_none(lead: str) -> None:
    whole = CAUSED.format(first=f"{lead}一是只学了两次，5月全缺；二是心得没有写，欠了3篇。")
    assert [line.split()[0] for line in told(whole, "generic")].count("problem") == 3


LABELS_RIGHT_BELOW = """桥头社区自查报告
一、存在突出问题
（一）{problems}
一是值班不严，3月5日夜里空岗1小时。
二是办公楼漏雨，5月起借用老祠堂办公。
（二）{causes}
一是新到任的书记缺少经验，制度执行不到位。
二是集体经济薄弱，修缮没有钱。
二、下一步整改措施
（一）每季度培训一次书记，严格执行制度。
（二）壮大集体经济，盘活闲置房屋修缮办公楼。
"""


@pytest.mark.parametrize("problems", ["存在的问题", "存在主要问题", "存在的突出问题"])
@pytest.mark.parametrize("causes", ["产生的原因", "问题产生的原因", "原因分析", "存在问题的原因"])
def test_labels_right_below_the_section_of_problems_say_what_stands_there(problems: str, causes: str) -> None:
    whole = LABELS_RIGHT_BELOW.format(problems=problems, causes=causes)
    kinds = [line.split()[0] for line in told(whole, "generic")]
    assert [kinds.count(kind) for kind in ("dimension", "problem", "cause", "measure")] == [0, 2, 2, 2]
    assert codes(whole, "generic") == []


def test_what_stands_first_among_the_problems_is_problems_though_the_sentence_before_speaks_of_causes() -> (
    None
):
    text = "某材料\n一、存在的问题及原因\n现将主要问题和产生问题的原因分析如下：\n（一）存在的主要问题\n1、学习少。3月只学1次。\n2、调研少。全年1次。\n二、整改措施\n多学多走。\n"
    assert [line.split()[0] for line in told(text, "generic")].count("problem") == 2


def test_dimensions_beside_a_label_stay_dimensions() -> None:
    """（三）产生的原因 stands among the dimensions of the problems and is none of them."""
    text = "某材料\n一、存在的问题\n（一）学习方面\n一是{0}。\n（二）作风方面\n一是{1}。\n二是{2}。\n（三）产生的原因\n1.要求不严。\n2.抓得不紧。\n"
    kinds = [line.split()[0] for line in told(text.format(*EXAMPLES), "generic")]
    assert [kinds.count(kind) for kind in ("dimension", "problem", "cause")] == [2, 3, 2]


@pytest.mark.parametrize("heading", ["下步措施", "今后打算", "整改计划"])
def test_a_section_of_measures_is_called_as_such_parts_are(heading: str) -> None:
    assert codes(paper(measures=f"三、{heading}")) == []


@pytest.mark.parametrize("heading", ["原因探析", "原因查找", "产生问题的主观原因"])
def test_a_section_of_causes_is_called_as_such_parts_are(heading: str) -> None:
    assert codes(paper(causes=f"二、{heading}")) == []


def test_a_clause_that_is_an_example_of_the_one_before_it_is_no_problem_of_its_own() -> None:
    clauses = "执法手软，处罚得少；如对一家两次违规的门店，6月只下了通知；学习不深；例如，5月的测试没有参加。"
    text = f"个人材料\n一、存在的问题\n（一）工作方面\n{clauses}\n（二）学习方面\n一是读得少。\n二是记得少。\n二、整改措施\n多学多查。\n"
    assert [line for line in told(text, "generic") if line.startswith("problem")][:2] == [
        "problem 执法手软，处罚得少",
        "problem 学习不深",
    ]


def test_top_headings_that_hold_their_own_problems_and_measures_are_dimensions() -> None:
    block = "{0}、{1}存在的问题及整改措施\n（一）存在的问题\n1.抓得不紧。{2}。\n2.学得不够。\n（二）整改措施\n1.每月抓一次。\n2.每周学一次。\n"
    text = (
        "某街道自查报告\n"
        + block.format("一", "办事效率方面", EXAMPLES[0])
        + block.format("二", "窗口服务", EXAMPLES[1])
    )
    kinds = [line.split()[0] for line in told(text, "generic")]
    assert [kinds.count(kind) for kind in ("section", "dimension", "problem")] == [0, 2, 4]
    assert "measure" in kinds


UNHEADED = """组织生活会发言材料
{lead}
第一，学习抓得不紧。今年规定的四本书只读完一本。
第二，服务不够热情。5月有一位大爷来盖章，让他第二天再来。
{cause}一是思想松劲；二是图省事。
{measure}一是每季度读完一本书；二是对来办事的群众首问负责。
"""


@pytest.mark.parametrize(
    "lead", ["我的问题主要有两个方面：", "我发现自己仍然存在以下不足：", "存在的差距有以下几点。"]
)
@pytest.mark.parametrize("cause", ["究其原因，主要是要求不严，", "分析原因，主要有："])
@pytest.mark.parametrize("measure", ["今后我将做到：", "下一步，", "今后努力方向："])
def test_a_paper_without_headings_tells_its_parts_by_what_leads_in_to_them(
    lead: str, cause: str, measure: str
) -> None:
    whole = UNHEADED.format(lead=lead, cause=cause, measure=measure)
    kinds = [line.split()[0] for line in told(whole, "generic")]
    assert [kinds.count(kind) for kind in ("problem", "cause", "measure")] == [2, 2, 2]
    assert codes(whole, "generic") == []


@pytest.mark.parametrize("lead", ["现就有关事项通知如下：", "会议议程有两项："])
def test_a_text_without_headings_that_leads_in_to_no_problems_is_no_paper(lead: str) -> None:
    assert (
        told(UNHEADED.format(lead=lead, cause="分工是：", measure="要求："), "generic").count("problem") == 0
    )
    assert codes(UNHEADED.format(lead=lead, cause="分工是：", measure="要求："), "generic") == ["DL901"]
