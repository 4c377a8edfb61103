"""The words of the matrix, in both languages."""

from __future__ import annotations

from docklint.structure.correspondence.link_evidence import LinkEvidence
from docklint.structure.correspondence.links import obstacle
from docklint.structure.draft import Draft

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("问题、原因与措施的对应关系", "How problems, causes and measures answer one another"),
    "dimensions": ("各方面问题对应的原因和措施", "Causes and measures for each dimension"),
    "causes": ("各条原因对应的措施", "Measures for each cause"),
    "measures": ("各条措施对应的方面", "Dimensions that each measure answers"),
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
    "not-comparable-problems": (
        "没有认出问题部分，未分析对应关系；可用 docklint outline 查看认出的结构。",
        "No section of problems was recognised, so nothing was compared; docklint outline shows the structure.",
    ),
    "not-comparable-causes": (
        "没有认出原因部分，未分析对应关系。",
        "No section of causes was recognised, so nothing was compared.",
    ),
    "not-comparable-measures": (
        "没有认出整改措施部分，未分析对应关系。",
        "No section of measures was recognised, so nothing was compared.",
    ),
    "not-comparable-few": (
        "原因或措施不到两条（或没有分条写），未分析对应关系。",
        "There are fewer than two causes or measures, so nothing was compared.",
    ),
    "not-comparable-many": (
        "方面、原因或措施超过200条，未分析对应关系。",
        "There are more than 200 dimensions, causes or measures, so nothing was compared.",
    ),
    "not-comparable-empty": (
        "原因或措施几乎没有写内容，未分析对应关系。",
        "The causes or measures have hardly any text, so nothing was compared.",
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


def note(draft: Draft, lang: str) -> str:
    """Return what a reader must know of the figures, or why there are none."""
    kept_from = obstacle(draft)
    return word(f"not-comparable-{kept_from}" if kept_from else "caption", lang)
