"""The lists of findings: what to revise, what to know, what was passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from docklint.reports.entries import requirement_of
from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.html.sheet import DraftPage
from docklint.rules import is_notice
from docklint.texts import Texts

_LONGEST_QUOTE = 120
_AROUND = 16
"""Code points shown on each side of a passage."""


def entries(
    sheet: DraftPage, findings: Sequence[tuple[int, Mapping[str, Any]]], ticked: bool = False
) -> Markup:
    """Return a list of findings; what to do is said once for each rule. `ticked`: with a box for what is done."""
    look = "findings main" if ticked else "findings"
    return tag("ol", _entries(sheet, findings, ticked), class_=look)


def passed_over(sheet: DraftPage) -> Markup:
    """Return the list of suppressed findings, each with the reason."""
    return tag("ul", (_suppressed(sheet, one) for one in sheet.suppressed), class_="suppressed")


def place_words(location: Mapping[str, Any], texts: Texts) -> str:
    """Return where something stands."""
    if location.get("paragraph_shown") is None:
        place = texts("html.place", line=location["line"], column=location["column"])
    else:
        place = texts("report.paragraph", number=location.get("paragraph_shown"))
    if location["page"] is None:
        return place
    return texts("general.list").join((place, texts("html.page", page=location["page"])))


def _entries(
    sheet: DraftPage, findings: Iterable[tuple[int, Mapping[str, Any]]], ticked: bool
) -> Iterator[Markup]:
    advised: set[str] = set()
    for number, finding in findings:
        help = finding["help"] if finding["help"] not in advised else ""
        yield _entry(sheet, number, finding, help, _box(sheet, number) if ticked else None)
        advised.add(finding["help"])


def _box(sheet: DraftPage, number: int) -> Markup:
    """Return a box to tick, on the screen or on paper; nothing is kept."""
    label = sheet.texts("html.done", number=number)
    return tag("input", type="checkbox", class_="done", aria_label=label, title=label)


def _entry(
    sheet: DraftPage, number: int, finding: Mapping[str, Any], help: str, box: Markup | None
) -> Markup:
    location, severity = finding["location"], finding["severity"]
    return tag(
        "li",
        tag("p", box, *_head(sheet, number, finding), class_="head"),
        tag("p", *_where(sheet, number, location), class_="where"),
        (_excerpt(sheet, finding), _requirement(sheet, finding)),
        tag("p", sheet.texts("report.advice"), help, class_="help") if help else None,
        (_related(sheet, each) for each in finding["related"]),
        id=sheet.id(number),
        class_=severity,
        data_severity=severity,
        data_code=finding["code"],
    )


def _head(sheet: DraftPage, number: int, finding: Mapping[str, Any]) -> Iterator[Child]:
    severity = finding["severity"]
    yield tag("span", str(number), class_=f"number {severity}")
    yield " "
    name = "notice" if is_notice(finding["code"]) else severity
    yield tag("span", sheet.texts(f"report.severity-{name}"), class_=f"severity {severity}")
    yield " "
    yield tag("strong", finding["message"])
    yield " "
    yield tag("span", finding["code"], class_="code")


def _where(sheet: DraftPage, number: int, location: Mapping[str, Any]) -> Iterator[Child]:
    place = place_words(location, sheet.texts)
    label = sheet.texts("html.to-text", place=place)
    yield tag("a", place, href=sheet.link(f"m{number}"), aria_label=label)
    for heading in location["heading_path"]:
        yield tag("span", _shortened(heading), class_="heading")


def _excerpt(sheet: DraftPage, finding: Mapping[str, Any]) -> Markup | None:
    """Return the passage with a few words around it, as far as they stand on the same line."""
    location, text = finding["location"], sheet.paper.get("text") or ""
    quote, start, end = location["quote"], location["offset"], location["end_offset"]
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    if not (before + quote + after).strip():
        return None
    lead = "…" if start - len(before) > 0 and text[start - len(before) - 1] != "\n" else ""
    trail = "…" if text[end + len(after) : end + len(after) + 1] not in ("", "\n") else ""
    mark = tag("mark", _shortened(quote), class_=finding["severity"]) if quote else None
    return tag("blockquote", lead, before, mark, after, trail, lang="zh-CN")


def _requirement(sheet: DraftPage, finding: Mapping[str, Any]) -> Markup | None:
    """Return the sentence that the finding rests on."""
    because = requirement_of(finding, sheet.texts)
    return tag("p", because, class_="requirement") if because else None


def _related(sheet: DraftPage, related: Mapping[str, Any]) -> Markup:
    location = related["location"]
    link = tag("a", place_words(location, sheet.texts), href=sheet.link(f"t{location['line']}"))
    return tag("p", related["message"], " ", link, class_="related")


def _suppressed(sheet: DraftPage, finding: Mapping[str, Any]) -> Markup:
    location, suppressed = finding["location"], finding["suppressed"]
    reason = sheet.texts(f"html.reason-{suppressed['kind']}")
    return tag(
        "li",
        (tag("a", place_words(location, sheet.texts), href=sheet.link(f"t{location['line']}")), " "),
        (finding["message"], " "),
        tag("span", finding["code"], class_="code"),
        tag("span", reason, sheet.texts("html.colon"), suppressed["reason"], class_="reason"),
    )


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"
