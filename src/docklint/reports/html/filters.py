"""What one may do with the list of findings: filter, put in another order, copy. Shown only where the script runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docklint.reports.html.markup import Markup, tag
from docklint.reports.html.sheet import DraftPage

_LONGEST_NAME = 24


def filters(sheet: DraftPage) -> Markup:
    """Return the tools for the list of what there is to do."""
    return tag(
        "div",
        _severities(sheet),
        _rules(sheet),
        _order(sheet),
        tag("button", sheet.texts("html.copy"), type="button", class_="copy", **_answers(sheet)),
        tag("p", class_="status", role="status", data_words=sheet.texts("html.shown")),
        class_="tools",
        hidden="",
    )


def progress(sheet: DraftPage) -> Markup:
    """Return where the script says how much is done."""
    return tag("span", class_="progress", data_words=sheet.texts("html.done-count"), hidden="")


def _answers(sheet: DraftPage) -> dict[str, str]:
    return {"data_done": sheet.texts("html.copied"), "data_failed": sheet.texts("html.not-copied")}


def _severities(sheet: DraftPage) -> Markup:
    counts = Counter(finding["severity"] for _, finding in sheet.to_do)
    boxes = (
        tag(
            "label",
            tag("input", type="checkbox", value=severity, checked=""),
            sheet.texts(f"report.severity-{severity}"),
            " ",
            str(counts[severity]),
        )
        for severity in ("error", "warning", "info")
        if counts[severity]
    )
    return tag("fieldset", tag("legend", sheet.texts("markdown.head-severity")), boxes, class_="severities")


def _rules(sheet: DraftPage) -> Markup:
    every = tag("option", sheet.texts("html.every-rule"), value="")
    return tag("label", sheet.texts("markdown.head-rule"), " ", tag("select", every, _options(sheet)))


def _options(sheet: DraftPage) -> Iterator[Markup]:
    counts = Counter(finding["code"] for _, finding in sheet.to_do)
    for code, count in sorted(counts.items()):
        summary = sheet.rules.get(code, {}).get("summary", "")
        name = summary if len(summary) <= _LONGEST_NAME else summary[: _LONGEST_NAME - 1] + "…"
        yield tag("option", sheet.texts("html.rule-count", code=code, name=name, count=count), value=code)


def _order(sheet: DraftPage) -> Markup:
    choices = (
        tag(
            "label",
            tag(
                "input", type="radio", name=sheet.id("order"), value=by, checked="" if by == "place" else None
            ),
            sheet.texts(f"html.by-{by}"),
        )
        for by in ("place", "rule")
    )
    return tag("fieldset", tag("legend", sheet.texts("html.order")), choices, class_="order")
