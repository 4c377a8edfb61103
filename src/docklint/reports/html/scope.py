"""What was not checked, and what was: the rules by their outcome, and what of the file was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.reports.html.markup import Markup, tag
from docklint.reports.html.sheet import DraftPage
from docklint.reports.words import unread_words
from docklint.texts import Texts

_LEFT_OUT = ("crashed", "disabled")
_LOOKED_AT = ("findings", "passed", "not-applicable")


def unchecked(sheet: DraftPage) -> Markup:
    """Return what of the file nobody looked at, and what no rule can judge."""
    lines = list(_unread(sheet)) or [sheet.texts("html.all-read")]
    limits = tag("p", sheet.texts("html.limits"), class_="aside")
    return tag("div", _listed(lines), _outcomes(sheet, _LEFT_OUT), limits)


def scope(sheet: DraftPage) -> Markup:
    """Return what was read, and the rules that ran."""
    return tag("div", _listed(_read(sheet)), _outcomes(sheet, _LOOKED_AT))


def _listed(lines: Iterable[str]) -> Markup:
    return tag("ul", (tag("li", line) for line in lines), class_="coverage")


def _unread(sheet: DraftPage) -> Iterator[str]:
    texts = sheet.texts
    if sheet.verdict == "unchecked":
        yield from sheet.file["verdict_reasons"]
    for unread in sheet.file["coverage"]["unread"]:
        part = _part_name(unread["part"], texts)
        yield texts("report.unread", part=part, what=unread_words(unread["reason"], texts))


def _read(sheet: DraftPage) -> Iterator[str]:
    texts = sheet.texts
    parts = (_part_name(part, texts) for part in sheet.file["coverage"]["read"])
    yield texts("html.read", parts=texts("general.list").join(parts))
    if sheet.file["encoding"]:
        yield texts("html.encoding", encoding=sheet.file["encoding"])


def _outcomes(sheet: DraftPage, outcomes: Iterable[str]) -> Iterator[Markup]:
    for outcome in outcomes:
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
