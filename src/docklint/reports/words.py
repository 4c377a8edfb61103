"""The words of the reports themselves, in both languages. What a rule says is the rule's own."""

from __future__ import annotations

from docklint.reports.plain import safe
from docklint.rules import Suppression

WORDS: dict[str, tuple[str, str]] = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "papers": (
        "这个文件里有 {count} 份材料，已分别检查；上面写的是第一份的要求",
        "This file holds {count} papers; each was checked by itself, the first as said above",
    ),
    "chosen-auto": ("按“{title}”的要求检查（自动识别）", "Checked as “{title}” (recognised)"),
    "chosen-option": (
        "按“{title}”的要求检查（由 --profile 指定）",
        "Checked as “{title}” (named with --profile)",
    ),
    "chosen-config": (
        "按“{title}”的要求检查（由配置文件指定）",
        "Checked as “{title}” (named in the configuration)",
    ),
    "clean": ("没有发现问题。", "Nothing to report."),
    "folded": ("本行共 {count} 处，分别在第 {places} 列", "{count} on this line, at columns {places}"),
    "places": ("、", ", "),
    "advice": ("建议：", "Advice: "),
    "insertion": ("修订插入：{author} {date}", "inserted by {author} {date}"),
    "deletion": ("修订删除：{author} {date}", "deleted by {author} {date}"),
    "path": (" > ", " > "),
    "unread": ("没有读到：{part}（{reason}）", "Not read: {part} ({reason})"),
    "total": (
        "共检查 {checked} 份文稿：错误 {error} 处，警告 {warning} 处，提示 {info} 处。",
        "{checked} draft(s) checked: {error} error(s), {warning} warning(s), {info} note(s).",
    ),
    "failed": (
        "另有 {failed} 份无法检查。",
        "{failed} could not be checked.",
    ),
    "suppressed": ("已按约定忽略 {suppressed} 处。", "{suppressed} suppressed."),
    "kind-section": ("部分", "section"),
    "kind-dimension": ("方面", "dimension"),
    "kind-problem": ("问题", "problem"),
    "kind-cause": ("原因", "cause"),
    "kind-measure": ("措施", "measure"),
    "kind-item": ("条目", "item"),
    "examples": ("事例 {count} 个", "{count} example(s)"),
    "outline-total": (
        "共 {sections} 个部分、{dimensions} 个方面、{problems} 个问题、{causes} 条原因、{measures} 条措施。",
        "Sections {sections}, dimensions {dimensions}, problems {problems}, causes {causes}, measures {measures}.",
    ),
    "outline-empty": (
        "没有找到可识别的结构（如“一、”“（一）”“一是”）。",
        "No structure was found (such as 一、 （一） 一是).",
    ),
    "more": (
        "{code} 还有 {count} 处没有列出；用 --max-findings 可以多列。",
        "{code}: {count} more not listed; --max-findings lists more.",
    ),
    "crashed": (
        "有规则运行出错（DL903），结果可能不全。",
        "A rule crashed (DL903), so the result may not be complete.",
    ),
}
_SUPPRESSED: dict[str, tuple[str, str]] = {
    "config": ("已按配置忽略：{reason}", "suppressed by the configuration: {reason}"),
    "comment": ("已按文稿中的批注忽略：{reason}", "suppressed by a comment: {reason}"),
    "baseline": ("基线中已有，不计：{reason}", "known from the baseline: {reason}"),
}
_RELATED: dict[str, tuple[str, str]] = {
    "dimension": ("所在方面：{quote}", "in the dimension: {quote}"),
    "section": ("所在部分：{quote}", "in the section: {quote}"),
    "first": ("前一处：{quote}", "the first one: {quote}"),
    "candidate": ("最接近的一处：{quote}", "the nearest one: {quote}"),
}
_LONGEST_QUOTE = 40


def word(key: str, lang: str, **values: object) -> str:
    """Return a phrase in `zh` or `en` with its values filled in."""
    return WORDS[key][lang == "en"].format(**values)


def related_words(role: str, quote: str, lang: str) -> str:
    """Return what a related place is; `quote`: its text, which is cut after 40 characters."""
    shown = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + "…"
    return _RELATED.get(role, ("相关：{quote}", "related: {quote}"))[lang == "en"].format(quote=shown)


def suppression_words(suppression: Suppression, lang: str) -> str:
    """Say why a finding does not count, on one line."""
    return _SUPPRESSED[suppression.kind][lang == "en"].format(reason=safe(suppression.reason))
