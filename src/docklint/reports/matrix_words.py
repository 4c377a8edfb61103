"""The words of the matrix, in both languages."""

from __future__ import annotations

from docklint.structure.correspondence.link_evidence import LinkEvidence

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("问题、原因与措施的对应关系", "How problems, causes and measures answer one another"),
    "dimensions": ("各方面问题对应的原因和措施", "Causes and measures for each dimension"),
    "causes": ("各条原因对应的措施", "Measures for each cause"),
    "dimension": ("方面", "Dimension"),
    "cause": ("原因", "Cause"),
    "measure": ("措施", "Measure"),
    "grounds": ("依据", "Grounds"),
    "no-cause": ("没有对应的原因", "no cause"),
    "no-measure": ("没有对应的措施", "no measure"),
    "unsure": ("未能确定", "not certain"),
    "idle": ("没有对应的原因和问题", "no cause and no problem"),
    "direct": ("直接对应问题：{titles}", "answers problems directly: {titles}"),
    "nearest": ("最接近的是{title}", "the nearest is {title}"),
    "weak": ("较弱", "weak"),
    "between": ("；", "; "),
    "list": ("、", ", "),
    "not-comparable": (
        "这份文稿没有可以比较的原因和措施（各需两条以上、200条以内，并写有内容），未分析对应关系。",
        "There are no causes and measures to compare (2 to 200 of each, with some text); nothing was compared.",
    ),
    "caption": (
        "数值为对应程度（0至1）；“较弱”的请人工核对。",
        "The numbers say how well two parts fit (0 to 1); please look at the weak ones yourself.",
    ),
}
_GROUNDS: dict[str, tuple[str, str]] = {
    "reference": ("点明针对“{0}”", "names “{0}” as its target"),
    "theme": ("同属“{0}”主题（{1}／{2}）", "both speak of {0} ({1} / {2})"),
    "theme-same": ("同属“{0}”主题（{1}）", "both speak of {0} ({1})"),
    "term": ("都提到“{0}”", "both say “{0}”"),
    "place": ("序号相同", "both bear the same number"),
}


def word(key: str, lang: str, **values: object) -> str:
    """Return a phrase in `zh` or `en` with its values filled in."""
    return _WORDS[key][lang == "en"].format(**values)


def evidence_words(item: LinkEvidence, lang: str) -> str:
    """Return what speaks for a link."""
    same = item.kind == "theme" and item.words[1] == item.words[2]
    return _GROUNDS[item.kind + "-same" * same][lang == "en"].format(*item.words)
