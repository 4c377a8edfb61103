"""What was checked and what was not: the rules by their outcome, and what of the file was read."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.reports.html.markup import Markup, tag
from docklint.reports.html.sheet import DraftPage
from docklint.reports.html.words import part_name, word
from docklint.reports.words import word as shared_word

_OUTCOMES = ("crashed", "findings", "passed", "not-applicable", "disabled")


def scope(sheet: DraftPage) -> Markup:
    """Return the rules by outcome and the coverage of the file."""
    return tag("div", _coverage(sheet), _outcomes(sheet))


def _coverage(sheet: DraftPage) -> Markup:
    return tag("ul", (tag("li", line) for line in _coverage_lines(sheet)), class_="coverage")


def _coverage_lines(sheet: DraftPage) -> Iterator[str]:
    lang, coverage = sheet.lang, sheet.file["coverage"]
    parts = word("comma", lang).join(part_name(part, lang) for part in coverage["read"])
    yield word("read", lang, parts=parts)
    for unread in coverage["unread"]:
        part = part_name(unread["part"], lang)
        yield shared_word("unread", lang, part=part, reason=unread["reason"])
    if not coverage["unread"]:
        yield word("all-read", lang)
    if sheet.file["encoding"]:
        yield word("encoding", lang, encoding=sheet.file["encoding"])


def _outcomes(sheet: DraftPage) -> Iterator[Markup]:
    for outcome in _OUTCOMES:
        codes = [code for code, status in sheet.file["rules"].items() if status == outcome]
        if codes:
            head = tag("h4", word(outcome, sheet.lang), tag("span", str(len(codes)), class_="tally"))
            yield tag(
                "div", head, tag("ul", (_rule(sheet, code) for code in codes)), class_=f"outcome {outcome}"
            )


def _rule(sheet: DraftPage, code: str) -> Markup:
    summary = sheet.rules.get(code, {}).get("summary", "")
    return tag("li", tag("span", code, class_="code"), " ", summary)
