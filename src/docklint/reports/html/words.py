"""The words of the page, in both languages."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "index": ("本次检查的文稿", "Drafts in this report"),
    "draft": ("文稿", "Draft"),
    "verdict": ("结论", "Verdict"),
    "demanded": ("需要修改", "To revise"),
    "advised": ("供参考", "For your information"),
    "suppressed": ("已按约定忽略", "Suppressed"),
    "text": ("文稿原文", "The draft"),
    "outline": ("结构", "Structure"),
    "matrix": ("问题、原因、措施的对应", "Problems, causes and measures"),
    "scope": ("检查了什么", "What was checked"),
    "revise-line": ("有 {count} 处需要修改（{counts}）。", "{count} finding(s) to deal with ({counts})."),
    "ready-line": ("没有发现需要修改的问题。", "Nothing was found that needs to be changed."),
    "more-line": ("另有 {count} 处供参考。", "{count} more for your information."),
    "count": ("{name} {count}", "{name} {count}"),
    "place": ("第 {line} 行第 {column} 列", "line {line}, column {column}"),
    "page": ("约第 {page} 页", "about page {page}"),
    "finding": ("第 {number} 处（{severity}）：{message}", "Finding {number} ({severity}): {message}"),
    "to-text": ("到原文中查看：{place}", "See it in the draft: {place}"),
    "reason-config": ("按配置文件", "by configuration"),
    "reason-comment": ("按文稿中的批注", "by a comment in the draft"),
    "reason-baseline": ("按基线", "by the baseline"),
    "text-note": (
        "底色标出有问题的文字，数字对应上面的清单，点数字可以回到清单。行号与 docklint text 的输出一致。",
        "Findings are shaded; a number leads back to the list. Lines are those of docklint text.",
    ),
    "outline-empty": (
        "没有找到可识别的结构（如“一、”“（一）”“一是”）。",
        "No structure was found (such as 一、 （一） 一是).",
    ),
    "matrix-note": (
        "由程序按用词和主题推断，仅供核对，请以文意为准。",
        "Inferred from words and themes; a hint for your own reading.",
    ),
    "matrix-empty": (
        "没有可以互相比较的问题、原因和措施。",
        "There are no problems, causes and measures to compare.",
    ),
    "head-dimension": ("查摆的问题", "Problems"),
    "head-cause": ("原因", "Causes"),
    "head-measure": ("整改措施", "Measures"),
    "problems": ("{count} 个问题", "{count} problem(s)"),
    "evidence": ("依据：{words}", "because of: {words}"),
    "no-cause": ("没有找到对应的原因", "no cause found"),
    "no-measure": ("没有找到对应的措施", "no measure found"),
    "unsure": ("不能确定，请自行核对", "not certain, please check"),
    "loose-measures": (
        "没有对应到原因或问题的措施",
        "Measures that answer no cause and no problem",
    ),
    "score": ("相符度 {percent}%", "match {percent}%"),
    "rule": ("规则", "Rule"),
    "findings": ("发现问题", "Findings"),
    "crashed": ("运行出错，没有查完", "Crashed, not checked to the end"),
    "passed": ("已检查，没有发现问题", "Checked, nothing found"),
    "not-applicable": ("不适用于这份文稿", "Not applicable to this draft"),
    "disabled": ("没有启用", "Not switched on"),
    "read": ("读到的内容：{parts}", "Read: {parts}"),
    "all-read": ("没有未读到的内容。", "Nothing was left unread."),
    "encoding": ("文字编码：{encoding}", "Text encoding: {encoding}"),
    "top": ("回到顶部", "Back to the top"),
    "sections": ("本文稿的各部分", "Parts of this draft's report"),
    "footer": (
        "由 docklint {version} 生成。本报告只检查写法和结构，不评判内容。",
        "Made by docklint {version}. It checks form and structure, not content.",
    ),
    "part-body": ("正文", "body"),
    "part-table": ("表格", "tables"),
    "part-textbox": ("文本框", "text boxes"),
    "part-header": ("页眉", "headers"),
    "part-footer": ("页脚", "footers"),
    "part-footnote": ("脚注", "footnotes"),
    "part-endnote": ("尾注", "endnotes"),
    "part-comment": ("批注", "comments"),
    "colon": ("：", ": "),
    "comma": ("、", ", "),
    "semicolon": ("；", "; "),
}


def word(key: str, lang: str, **values: object) -> str:
    """Return a phrase in `zh` or `en` with its values filled in."""
    return WORDS[key][lang == "en"].format(**values)


def part_name(part: str, lang: str) -> str:
    """Return what people call a part of a file; a part without a name of its own keeps the one it has."""
    return word(f"part-{part}", lang) if f"part-{part}" in WORDS else part
