"""The result in a few words, for reports that people read."""

from __future__ import annotations

from collections.abc import Iterable

WORDS: dict[str, tuple[str, str]] = {
    "title": ("文稿检查报告", "Draft check report"),
    "ready": ("可提交", "Ready to hand in"),
    "revise": ("修改后提交", "Revise, then hand in"),
    "failed": ("无法检查", "Could not be checked"),
    "ready-many": ("{count} 份可提交", "{count} ready"),
    "revise-many": ("{count} 份修改后提交", "{count} to revise"),
    "failed-many": ("{count} 份无法检查", "{count} could not be checked"),
    "crashed": (
        "规则 {codes} 运行出错，结果可能不全。",
        "Rule(s) {codes} crashed, so the result may not be complete.",
    ),
    "unread": ("没有读到：{part}（{reason}）", "Not read: {part} ({reason})"),
    "none": ("没有可检查的文稿", "No draft to check"),
}


def word(key: str, lang: str, **values: object) -> str:
    """Return a phrase in `zh` or `en` with its values filled in."""
    return WORDS[key][lang == "en"].format(**values)


def overall(verdicts: Iterable[str], lang: str) -> str:
    """Return the verdict about several files in one line."""
    all_verdicts = list(verdicts)
    if len(all_verdicts) == 1:
        return word(all_verdicts[0], lang)
    counts = {key: all_verdicts.count(key) for key in ("failed", "revise", "ready")}
    told = (word(f"{key}-many", lang, count=count) for key, count in counts.items() if count)
    return ("，" if lang == "zh" else ", ").join(told) or word("none", lang)
