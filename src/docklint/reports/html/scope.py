"""What was checked and what was not: the rules by their outcome, and what of the file was read."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.reports.html.markup import Markup, tag
from docklint.reports.html.sheet import DraftPage
from docklint.reports.words import unread_words
from docklint.texts import Texts

_OUTCOMES = ("crashed", "findings", "passed", "not-applicable", "disabled")


def scope(sheet: DraftPage) -> Markup:
    """Return the rules by outcome and the coverage of the file."""
    return tag("div", _coverage(sheet), _outcomes(sheet))


def _coverage(sheet: DraftPage) -> Markup:
    return tag("ul", (tag("li", line) for line in _coverage_lines(sheet)), class_="coverage")


def _coverage_lines(sheet: DraftPage) -> Iterator[str]:
    texts, coverage = sheet.texts, sheet.file["coverage"]
    parts = texts("general.list").join(_part_name(part, texts) for part in coverage["read"])
    yield texts("html.read", parts=parts)
    for unread in coverage["unread"]:
        part = _part_name(unread["part"], texts)
        yield texts("report.unread", part=part, what=unread_words(unread["reason"], texts))
    if not coverage["unread"]:
        yield texts("html.all-read")
    if sheet.file["encoding"]:
        yield texts("html.encoding", encoding=sheet.file["encoding"])


def _outcomes(sheet: DraftPage) -> Iterator[Markup]:
    for outcome in _OUTCOMES:
        codes = [code for code, status in sheet.file["rules"].items() if status == outcome]
        if codes:
            head = tag(
                "h4", sheet.texts(f"html.outcome-{outcome}"), tag("span", str(len(codes)), class_="tally")
            )
            yield tag(
                "div", head, tag("ul", (_rule(sheet, code) for code in codes)), class_=f"outcome {outcome}"
            )


def _rule(sheet: DraftPage, code: str) -> Markup:
    looked_at = sheet.rules.get(code, {}).get("checks", "")
    return tag("li", tag("span", code, class_="code"), " ", looked_at)


def _part_name(part: str, texts: Texts) -> str:
    """Return what people call a part of a file; a part without a name of its own keeps the one it has."""
    key = f"html.part-{part}"
    return texts(key) if key in texts else part
