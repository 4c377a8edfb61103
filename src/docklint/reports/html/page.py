"""The page as a whole: its head, the index of several files, and a section for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docklint.reports.entries import unlisted
from docklint.reports.html import findings, matrix, passage, scope, tree
from docklint.reports.html.head import LANGUAGES, head
from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.html.sheet import DraftPage
from docklint.reports.html.skipped import skipped_list
from docklint.reports.verdicts import overall, reasons_sentence
from docklint.texts import Texts, load


def render(report: Mapping[str, Any]) -> str:
    """Return the page for the data that `data` describes; the same data give the same bytes."""
    texts, check = load(report["lang"]), report["check"]
    sheets = [
        DraftPage(file, paper, report["rules"], number, texts)
        for number, (file, paper) in enumerate(zip(check["files"], report["papers"], strict=True), 1)
    ]
    title = texts("verdict.title")
    banner = tag(
        "header",
        tag("h1", title),
        tag("p", overall((sheet.verdict for sheet in sheets), texts), class_="overall")
        if len(sheets) != 1
        else None,
        class_="banner",
    )
    footer = tag("footer", tag("p", texts("html.footer", version=check["tool"]["version"])))
    skipped = skipped_list(check.get("skipped", ()), texts)
    main = tag("main", banner, _index(sheets, texts), skipped, map(_article, sheets))
    body = tag("body", main, footer, id="top")
    return "<!DOCTYPE html>\n" + tag("html", head(title), body, lang=LANGUAGES[texts.lang]) + "\n"


def _index(sheets: list[DraftPage], texts: Texts) -> Markup | None:
    if len(sheets) < 2:
        return None
    heads = [texts("html.draft"), texts("html.verdict")]
    heads += [texts(f"report.severity-{severity}") for severity in ("error", "warning", "info")]
    row = tag("tr", (tag("th", head, scope="col") for head in heads))
    table = tag("table", tag("thead", row), tag("tbody", map(_index_row, sheets)), class_="index")
    return tag("section", tag("h2", texts("html.index")), table, class_="contents")


def _index_row(sheet: DraftPage) -> Markup:
    counts = (
        tag("td", str(sheet.file["summary"][key]), class_="tally") for key in ("error", "warning", "info")
    )
    verdict = tag("span", sheet.texts(f"verdict.one-{sheet.verdict}"), class_=f"verdict-word {sheet.verdict}")
    link = tag("a", sheet.file["path"], href=sheet.link("top"))
    return tag("tr", tag("th", link, scope="row"), tag("td", verdict), counts)


def _article(sheet: DraftPage) -> Markup:
    parts = list(_parts(sheet))
    return tag(
        "article",
        (tag("h2", _name(sheet.file["path"])), _verdict(sheet), _profile(sheet)),
        (tag("p", told, class_="aside") for told in unlisted(dict(sheet.file), sheet.texts)),
        _contents(sheet, [(key, label) for key, label, _ in parts]),
        (_part(sheet, *part) for part in parts),
        id=sheet.id("top"),
        class_=sheet.verdict,
    )


def _name(path: str) -> Iterator[Child]:
    folder, slash, name = path.replace("\\", "/").rpartition("/")
    if slash:
        yield tag("span", folder + slash, class_="folder")
    yield tag("span", name, class_="name")


def _verdict(sheet: DraftPage) -> Markup:
    strong = tag("strong", sheet.texts(f"verdict.one-{sheet.verdict}"))
    return tag("p", strong, " ", tag("span", _reason(sheet)), class_=f"verdict {sheet.verdict}")


def _profile(sheet: DraftPage) -> Iterator[Child]:
    """Return which meeting the draft was checked for: the first thing to look at when a finding surprises."""
    if profile := sheet.file["profile"]:
        told = sheet.texts(f"report.chosen-{profile['chosen_by']}", title=profile["title"])
        yield tag("p", told, class_="profile")


def _reason(sheet: DraftPage) -> Iterator[Child]:
    texts = sheet.texts
    if sheet.file["error"]:
        yield sheet.file["error"]["message"]
        return
    yield reasons_sentence(sheet.file, texts) or texts("html.ready-line")
    if count := sheet.file["summary"]["info"]:
        yield " " + texts("html.more-line", count=count)


def _parts(sheet: DraftPage) -> Iterator[tuple[str, str, Markup]]:
    """Yield what the report says of a file: anchor, title and content of each part."""
    if sheet.file["error"]:
        return
    texts = sheet.texts
    if sheet.demanded:
        yield "demanded", texts("html.demanded"), findings.entries(sheet, sheet.demanded)
    if sheet.advised:
        yield "advised", texts("html.advised"), findings.entries(sheet, sheet.advised)
    if sheet.notices:
        yield "notices", texts("html.notices"), findings.entries(sheet, sheet.notices)
    if sheet.paper.get("text") is not None:
        note = tag("p", texts("html.text-note"), class_="aside") if sheet.findings else None
        yield "text", texts("html.text"), tag("div", note, passage.passage(sheet))
    if sheet.paper.get("outline") is not None:
        yield "outline", texts("html.outline"), tree.tree(sheet)
    if sheet.paper.get("matrix") is not None:
        yield "matrix", texts("html.matrix"), matrix.matrix(sheet)
    yield "scope", texts("html.scope"), scope.scope(sheet)
    if sheet.suppressed:
        yield "suppressed", texts("html.suppressed"), findings.passed_over(sheet)


def _contents(sheet: DraftPage, parts: list[tuple[str, str]]) -> Markup | None:
    if not parts:
        return None
    links = (tag("li", tag("a", label, href=sheet.link(key))) for key, label in parts)
    return tag("nav", tag("ul", links), aria_label=f"{sheet.file['path']}: {sheet.texts('html.sections')}")


def _part(sheet: DraftPage, key: str, label: str, content: Markup) -> Markup:
    return tag("section", tag("h3", label), content, id=sheet.id(key))
