"""The page as a whole: its head, the index of several files, and a section for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docklint.reports.entries import unlisted
from docklint.reports.html import findings, matrix, passage, scope, tree
from docklint.reports.html.filters import filters, progress
from docklint.reports.html.head import LANGUAGES, head, report_script
from docklint.reports.html.legend import legend
from docklint.reports.html.lengths import lengths
from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.html.sheet import DraftPage
from docklint.reports.html.skipped import skipped_list
from docklint.reports.imprint import file_name, made_by
from docklint.reports.verdicts import overall, reasons_sentence
from docklint.reports.words import chosen_words
from docklint.texts import Texts, load


def render(report: Mapping[str, Any]) -> str:
    """Return the page for the data that `data` describes; the same data give the same bytes."""
    texts, check = load(report["lang"]), report["check"]
    sheets = [
        DraftPage(file, paper, report["rules"], number, texts)
        for number, (file, paper) in enumerate(zip(check["files"], report["papers"], strict=True), 1)
    ]
    script = report_script()
    body = tag(
        "body",
        tag("main", _main(sheets, check, texts)),
        tag("footer", tag("p", made_by(check["tool"], texts))),
        Markup(f"<script>{script}</script>"),
        id="top",
    )
    page = tag("html", head(_title(sheets, texts), script=script), body, lang=LANGUAGES[texts.lang])
    return f"<!DOCTYPE html>\n{page}\n"


def _main(sheets: list[DraftPage], check: Mapping[str, Any], texts: Texts) -> Iterator[Child]:
    verdicts = overall((sheet.verdict for sheet in sheets), texts)
    several = tag("p", verdicts, class_="overall") if len(sheets) != 1 else None
    yield tag("header", tag("h1", texts("verdict.title")), several, class_="banner")
    yield _index(sheets, texts)
    yield skipped_list(check.get("skipped", ()), texts)
    yield map(_article, sheets, [len(sheets)] * len(sheets))
    yield legend(texts)


def _title(sheets: list[DraftPage], texts: Texts) -> str:
    """Return what the browser's tab says: the name of the file before all else."""
    title = texts("verdict.title")
    if len(sheets) == 1:
        return texts("html.title", name=file_name(sheets[0].file["path"]), title=title)
    return texts("html.title-several", count=len(sheets), title=title)


def _index(sheets: list[DraftPage], texts: Texts) -> Markup | None:
    if len(sheets) < 2:
        return None
    heads = [texts("html.draft"), texts("html.verdict")]
    heads += [texts(f"report.severity-{severity}") for severity in ("error", "warning", "info")]
    row = tag("tr", (tag("th", head, scope="col") for head in heads))
    table = tag("table", tag("thead", row), tag("tbody", map(_index_row, sheets)), class_="index")
    return tag("section", tag("h2", texts("html.index")), table, class_="contents", id="index")


def _index_row(sheet: DraftPage) -> Markup:
    counts = (
        tag("td", str(sheet.file["summary"][key]), class_="tally") for key in ("error", "warning", "info")
    )
    verdict = tag("span", sheet.texts(f"verdict.one-{sheet.verdict}"), class_=f"verdict-word {sheet.verdict}")
    link = tag("a", sheet.file["path"], href=sheet.link("top"))
    return tag("tr", tag("th", link, scope="row"), tag("td", verdict), counts)


def _article(sheet: DraftPage, files: int) -> Markup:
    back = _back(sheet, files > 1)
    return tag("article", _about(sheet, back), id=sheet.id("top"), class_=sheet.verdict)


def _about(sheet: DraftPage, back: list[Child]) -> Iterator[Child]:
    """Yield what the report says of one file, from its name to the lines to sign on."""
    parts = list(_parts(sheet))
    yield from (tag("h2", _name(sheet.file["path"])), _verdict(sheet), _profile(sheet))
    if remark := sheet.paper.get("remark"):
        yield tag("p", remark, class_="profile")
    yield (tag("p", told, class_="aside") for told in unlisted(dict(sheet.file), sheet.texts))
    yield _contents(sheet, [(key, label) for key, label, _ in parts], back)
    yield (_part(sheet, *part) for part in parts)
    yield from (tag("p", back, class_="back"), _signatures(sheet.texts))


def _back(sheet: DraftPage, has_index: bool) -> list[Child]:
    """Return the ways back: to the top of what is about this file, and to the index if there is one."""
    top = tag("a", sheet.texts("html.to-top"), href=sheet.link("top"))
    return [top, " ", tag("a", sheet.texts("html.to-index"), href="#index")] if has_index else [top]


def _signatures(texts: Texts) -> Markup:
    """Return the lines to sign on; they are printed only."""
    lines = (tag("span", texts(f"html.sign-{who}"), class_="sign") for who in ("author", "reader", "day"))
    return tag("p", lines, class_="signatures", aria_hidden="true")


def _name(path: str) -> Iterator[Child]:
    name = file_name(path)
    if folder := path[: len(path) - len(name)]:
        yield tag("span", folder.replace("\\", "/"), class_="folder")
    yield tag("span", name, class_="name")


def _verdict(sheet: DraftPage) -> Markup:
    strong = tag("strong", sheet.texts(f"verdict.one-{sheet.verdict}"))
    return tag("p", strong, " ", tag("span", _reason(sheet)), class_=f"verdict {sheet.verdict}")


def _profile(sheet: DraftPage) -> Iterator[Child]:
    """Return which meeting the draft was checked for: the first thing to look at when a finding surprises."""
    if profile := sheet.file["profile"]:
        told = chosen_words(**profile, texts=sheet.texts)
        yield tag("p", told, class_="profile")
    if (count := sheet.file.get("papers", 1)) > 1:
        yield tag("p", sheet.texts("report.papers", count=count), class_="profile")


def _reason(sheet: DraftPage) -> Iterator[Child]:
    texts = sheet.texts
    if sheet.file["error"]:
        yield sheet.file["error"]["message"]
        return
    yield reasons_sentence(sheet.file, texts) or texts("html.ready-line")
    if count := sheet.file["summary"]["info"]:
        yield " " + texts("html.more-line", count=count)


def _parts(sheet: DraftPage) -> Iterator[tuple[str, str, Child]]:
    """Yield what the report says of a file: anchor, title and content of each part."""
    if sheet.file["error"]:
        return
    texts = sheet.texts
    if sheet.to_do:
        listed = findings.entries(sheet, sheet.to_do, ticked=True)
        yield "findings", texts("html.findings", count=len(sheet.to_do)), (filters(sheet), listed)
    if sheet.notices:
        yield "notices", texts("html.notices"), findings.entries(sheet, sheet.notices)
    if bars := lengths(sheet):
        yield "lengths", texts("html.lengths"), bars
    if sheet.paper.get("matrix") is not None:
        yield "matrix", texts("html.matrix"), matrix.matrix(sheet)
    yield "unchecked", texts("html.unchecked"), scope.unchecked(sheet)
    if sheet.suppressed:
        yield "suppressed", texts("html.suppressed"), findings.passed_over(sheet)
    if sheet.paper.get("text") is not None:
        note = tag("p", texts("html.text-note"), class_="aside") if sheet.findings else None
        yield "text", texts("html.text"), (note, passage.passage(sheet))
    if sheet.paper.get("outline") is not None:
        yield "outline", texts("html.outline"), tree.tree(sheet)
    yield "scope", texts("html.scope"), scope.scope(sheet)


def _contents(sheet: DraftPage, parts: list[tuple[str, str]], back: list[Child]) -> Markup | None:
    if not parts:
        return None
    links = (tag("li", tag("a", label, href=sheet.link(key))) for key, label in parts)
    done = tag("li", progress(sheet), class_="last") if sheet.to_do else None
    label = f"{sheet.file['path']}: {sheet.texts('html.sections')}"
    return tag("nav", tag("ul", tag("li", back, class_="first"), links, done), aria_label=label)


def _part(sheet: DraftPage, key: str, label: str, content: Child) -> Markup:
    return tag("section", tag("h3", label), content, id=sheet.id(key))
