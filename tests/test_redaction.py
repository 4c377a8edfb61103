"""RED101-RED103 on the marks people really use, and on what only looks like them.

`⟦…⟧` marks what must be pointed at; each case is judged by all three rules together.
"""

from __future__ import annotations

import pytest

from docklint.document import Document
from docklint.linter import Linter
from docklint.rules import Finding
from docklint.settings import Settings
from docklint.spans import Span
from docklint.structure.normalise.reading import Reading

_LINTER = Linter(Settings(select=("RED",)))

CERTAIN = [
    "中共⟦*⟧纪委机关中共⟦*⟧委组织部",
    "涉及⟦*⟧、⟦*⟧、⟦*⟧、⟦*⟧备、⟦*⟧质量等",
    "“⟦*⟧”事件的扩散，在全⟦*⟧乃至全省",
    "每天学习至少⟦*⟧分，开展⟦*⟧次警示教育",
    "中共⟦**⟧市委办公室、⟦**⟧、⟦***⟧同志",
    "⟦＊⟧局党组、⟦＊＊＊⟧同志",
    "⟦×⟧局、⟦××⟧局、⟦×××⟧同志、⟦××××⟧万元",
    "⟦x⟧局、⟦xx⟧局、⟦xxx⟧同志、⟦XX⟧县、⟦XXX⟧同志、⟦XXXX⟧年来",
    "⟦ＸＸ⟧县、⟦Ｘ⟧市",
    "中共⟦X⟧市委、⟦X⟧县⟦X⟧镇、⟦X⟧同志，⟦X⟧、⟦X⟧、⟦X⟧等工作",
    "“⟦X⟧”事件、“⟦XX⟧”专项行动",
    "⟦____⟧局、责任人：⟦________⟧。",
    "张⟦_⟧同志、⟦＿＿⟧局",
    "⟦○○⟧镇、⟦○⟧局、⟦〇〇⟧县、⟦□□⟧村、⟦□⟧局、⟦◯◯⟧乡",
    "⟦●●⟧局、⟦■■⟧公司、⟦■⟧县、⟦△△⟧村",
    "于⟦20**年⟧、⟦202X年⟧、⟦20XX年⟧、⟦20××年⟧、⟦202*年⟧、⟦20__年⟧、⟦20xx年⟧",
    "⟦20XX年X月X日⟧、⟦20**年*月*日⟧、⟦X月X日⟧、⟦×月×日⟧、⟦XX月XX日⟧、⟦X年X月X日⟧",
    "2023年⟦X月X日⟧、2023年5月⟦X日⟧、2023年⟦X月⟧、⟦X月⟧5日、⟦20XX年5月X日⟧",
    "⟦20XX⟧—⟦20XX⟧学年度",
    "⟦〔*〕⟧5号、⟦〔**〕⟧、⟦[*]⟧、⟦【××】⟧、⟦〔XX〕⟧",
    "〔⟦20**⟧〕5号、《⟦××⟧县⟦20**年⟧工作要点》",
    "（⟦××⟧）、（⟦*⟧）",
    "⟦XX⟧2023年工作、2023年⟦XX⟧工作、第⟦XX⟧次会议、⟦XX⟧5月",
    "⟦*⟧工作职能多\n⟦*⟧局党组\n⟦***⟧",
    "统一⟦○○⟧思想、这是之一⟦○⟧局",
    "1.⟦XX⟧局；（一）⟦XX⟧县",
    "总投资⟦***⟧万元、涉及⟦×⟧个乡镇⟦×⟧户",
    "国道⟦**⟧线、⟦*⟧5号文件",
]

NO_MARKS = [
    "规格为5×3米、5 × 3、3×4×5、3米×5米、1.2m×0.8m、7×24小时、7*24小时、5x3、5人×3次、１０×２０",
    "完成率=完成数÷任务数×100%，绩效＝基础分×系数，单价×数量=总价，出席率 × 100 %",
    "A×B、N×N的矩阵；“数据要素×”三年行动计划",
    "XXL号、XXXL号、AAA级、XXS、SXX、Max、Linux、exx、xxl、XXIV、P2XX、6XX7",
    "X光机、X射线、X轴、X坐标、“1+X”证书、“党建+X”、X型支架、X+1、X-ray、OPEX、iPhone X，X波段雷达、X线片",
    "二○二三年、二〇二三年、一○一会议室、二○○八年、一百○五人、三○、2○23年、十二○一号",
    "对口联系邮箱a_b@example.com，网址https://a.cn/x_x/**/y，www.xxx.cn，文件a_b_c，表A_整改、整改_v2，附件_整改清单.docx",
    "* 项目符号一\n* 项目符号二\n○ 圆圈符号\n□ 方框符号\n■ 方块符号\n● 圆点",
    "________________\n* * * * *\n*****",
    "是□否□、□是 □否、有□ 无□、已整改□未整改□、□已完成□未完成",
    "一、问题\n——抓落实不够。--\n---\n第一时间、一方面、如何",
    "数据*核对不细。\n*注：数据截至2023年6月底。",
    "领导班子对照检查材料*\n一、存在的问题\n* 说明：本材料为讨论稿。",
    "某些、某种、某个、某企业、某方面、某项、某一、某位、某次、某类、某处、某天、某时、某样、某事、某人",
    "某市场、某区域、某局部、某委员、某村民、某办法、某乡镇企业、某县域、某科学问题、某市民、某省级单位",
    "李某某、张某、王某某（另案处理）违纪案、原局长刘某",
    "抓落实——特别是末端落实——不够，工作--例如调研--不深，A-B、2023-05-01、12--15人",
    "（一）存在的问题。（略有不足）、战略（策略）、（简略）、〔2023〕5号、[1]、[2023]、（含待办事项）",
    "【导语】按照要求\n【案例一】某企业；【案例】某企业；【摘要】略谈几点；【关键词】学习；【时间】2023年3月",
    "有待补充、尚待完善、有待填写、待人接物、等待时机、待遇、亟待加强、待办事项、待岗、期待、期待补充",
    "各科室（单位）、有关部门（机关）、（姓名笔画为序）、（时间为准）、参加（人员）",
    "TODOS、MetODO、todolist、{a}、$5、{{}}",
    "略有不足、（策略）、（大略）、（攻略）",
]

PLACEHOLDERS = [
    "⟦【待补充】⟧、⟦【待补】⟧、⟦[待定]⟧、⟦（待填写）⟧、⟦（待核实）⟧、⟦【此处填写单位名称】⟧、⟦（请补充具体事例）⟧",
    "⟦[上级通知]⟧、⟦【单位】⟧、⟦【单位名称】⟧、⟦[姓名]⟧、⟦【具体时间】⟧、⟦［文件名］⟧、⟦【本单位名称】⟧",
    "⟦（内容略）⟧、⟦（略）⟧、⟦（此处略）⟧、⟦（下略）⟧、⟦（以下略）⟧、⟦（具体名单略）⟧、⟦【略】⟧、⟦（从略）⟧",
    "⟦TODO⟧：补事例，⟦FIXME⟧ ⟦TBD⟧ ⟦todo⟧",
    "责任人：⟦待定⟧。完成时限：⟦待定⟧\n事例：⟦待补充⟧，⟦待补⟧。",
    "⟦{{unit}}⟧、⟦${unit}⟧、⟦{单位名称}⟧、⟦<待补充>⟧、⟦＜待补充＞⟧",
    "⟦此处填写事例⟧，⟦请在此处插入数据⟧。",
    "⟦（XX略）⟧、⟦【××待补充】⟧",
    "在⟦【时间】⟧开展调研，会同⟦【部门】⟧",
]

LIKELY = [
    "⟦某局⟧党组、⟦某党委⟧、⟦某县⟧、⟦某市⟧、⟦某镇⟧、⟦某村⟧、⟦某同志⟧、⟦某县委⟧、⟦某街道⟧、⟦某区⟧",
    "⟦某某同志⟧、⟦某某局⟧、⟦某某⟧、⟦某某某⟧、⟦某某县⟧⟦某某镇⟧、⟦某某公司⟧",
    "中共⟦--⟧县委、⟦--⟧局，在⟦--⟧会议上",
    "⟦某年某月⟧、⟦某年某月某日⟧、⟦某月某日⟧",
]

MARKDOWN = [
    "# 标题\n\n**一、存在的问题**\n\n* **学习方面**：*不走心*\n- 列表\n+ 列表\n\n***\n---\n___\n",
    "**比如**，在工作中**不够深入**的问题，__重点__，_强调_ 内容，***很重要***。",
    "- [x] 已整改\n- [ ] 未整改\n* [X] 已完成\n\n`*.docx` 文件\n",
    "中共⟦*⟧局党组、涉及⟦*⟧、⟦*⟧、⟦*⟧等，⟦20**年⟧，⟦**⟧同志",
    "**中共⟦*⟧局党组**、**⟦××⟧县**、⟦XX⟧镇",
    "开展⟦*⟧市场⟦*⟧专项监督，“⟦*⟧”事件，⟦____⟧局",
]


@pytest.mark.parametrize("marked", CERTAIN)
def test_certain_marks(marked: str) -> None:
    assert _found(marked, "RED101") == _wanted(marked)
    assert _found(marked, "RED103") == []


@pytest.mark.parametrize("marked", PLACEHOLDERS)
def test_placeholders(marked: str) -> None:
    assert _found(marked, "RED102") == _wanted(marked)
    assert _found(marked, "RED101", "RED103") == []


@pytest.mark.parametrize("marked", LIKELY)
def test_likely_redaction(marked: str) -> None:
    assert _found(marked, "RED103") == _wanted(marked)
    assert _found(marked, "RED101", "RED102") == []


@pytest.mark.parametrize("text", NO_MARKS)
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert _found(text, "RED101", "RED102", "RED103") == []


@pytest.mark.parametrize("marked", MARKDOWN)
def test_markdown_is_markup(marked: str) -> None:
    assert _found(marked, "RED101", "RED102", "RED103", name="draft.md") == _wanted(marked)


def test_emphasis_is_redaction_outside_markdown() -> None:
    assert len(_found("中共**市委**局党组", "RED101")) == 2


def test_a_footnote_needs_its_mark_to_be_alone() -> None:
    note = "\n*注：数据截至2023年6月底。"
    assert _found("数据*核对不细。" + note, "RED101") == []
    assert len(_found("中共*局在*会议上" + note, "RED101")) == 2


def test_a_long_run_is_one_finding_and_its_message_stays_short() -> None:
    [finding] = _findings("中共" + "*" * 5000 + "局", "RED101")
    assert finding.span == Span(2, 5002)
    assert len(finding.message) < 80


@pytest.mark.parametrize("text", ["本项待议。", "本项 my own 待议。"])
def test_a_comment_in_a_pattern_of_one_s_own_is_only_a_comment(text: str) -> None:
    for option in ("patterns", "unless"):
        rules = {"RED102": {"patterns": ["待议"], option: ["(?#my own)待议"]}}
        result = Linter(Settings(select=("RED102",), rules=rules)).check_bytes("draft.txt", text.encode())
        quotes = [finding.quote for finding in result.findings if finding.code == "RED102"]
        assert quotes == (["待议"] if option == "patterns" else [])


_UNITS = [
    *'*_×○X□某-（【[{a1待略“" ',
    *(
        "某某局",
        "20**年",
        "1×",
        "=×a",
        "a_",
        "**a",
        ".a@",
        "【待",
        "[a",
        "X、",
        "一○",
        "是□",
        "“）",
        "*a ",
        "` ",
        "*\n",
    ),
]


@pytest.mark.parametrize("unit", _UNITS)
def test_hostile_runs_come_to_an_end(unit: str) -> None:
    """Anything but linear time would keep this test busy for minutes."""
    for name in ("draft.txt", "draft.md"):
        document = Document(name, (unit * 60_000)[:60_000], (), (), markdown=name.endswith(".md"))
        for code in ("RED101", "RED102", "RED103", "TXT101"):
            for hit in _LINTER.library.rules[code].check(_Draft(document)):  # type: ignore[arg-type]
                assert 0 <= hit.span.start < hit.span.end <= 60_000


class _Draft:
    """All that a check of the whole file reads."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.reading = Reading(document.text, (0,), (0,))


def _wanted(marked: str) -> list[str]:
    return [piece.split("⟧")[0] for piece in marked.split("⟦")[1:]]


def _found(marked: str, *codes: str, name: str = "draft.txt") -> list[str]:
    return [finding.quote for finding in _findings(marked, *codes, name=name)]


def _findings(marked: str, *codes: str, name: str = "draft.txt") -> list[Finding]:
    text = marked.replace("⟦", "").replace("⟧", "")
    result = _LINTER.check_bytes(name, text.encode())
    return [finding for finding in result.findings if finding.code in codes]
