"""The index of a folder of reports: a row a draft, with its verdict and the way to its report; no word of any draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from docklint.reports.html.head import LANGUAGES, head
from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.html.skipped import skipped_list
from docklint.reports.imprint import made_by, tool
from docklint.reports.json import counts, skipped_entries
from docklint.reports.verdicts import overall, reasons_sentence
from docklint.results import FileResult, Summary
from docklint.texts import Texts
from docklint.values import Value


class Listed(Value):
    """A row: the draft's path, the name of its report below the index, verdict and counts."""

    path: str
    report: str
    verdict: str
    because: str
    counts: Mapping[str, int]


def listed(result: FileResult, report: str, texts: Texts) -> Listed:
    """Return what the index says of one draft."""
    reasons = [reason.told_in(texts) for reason in result.verdict.reasons]
    because = result.error.text.told_in(texts) if result.error else ""
    return Listed(
        result.path,
        report,
        result.verdict.word,
        because or reasons_sentence({"verdict_reasons": reasons}, texts),
        counts(Summary().plus(result)),
    )


def render(rows: Sequence[Listed], summary: Summary, texts: Texts) -> str:
    """Return the page."""
    title = texts("html.index-title")
    told = tag("p", overall((row.verdict for row in rows), texts), class_="overall")
    banner = tag("header", tag("h1", title), told, class_="banner")
    skipped = skipped_list(skipped_entries(summary, texts), texts)
    footer = tag("footer", tag("p", made_by(tool(), texts)))
    table = tag("section", _table(rows, texts), class_="contents") if rows else None
    body = tag("body", tag("main", banner, table, skipped), footer, id="top")
    return "<!DOCTYPE html>\n" + tag("html", head(title), body, lang=LANGUAGES[texts.lang]) + "\n"


def _table(rows: Sequence[Listed], texts: Texts) -> Markup:
    heads = [texts("html.draft"), texts("html.verdict")]
    heads += [texts(f"report.severity-{severity}") for severity in ("error", "warning", "info")]
    top = tag("thead", tag("tr", (tag("th", each, scope="col") for each in heads)))
    return tag("table", top, tag("tbody", (tag("tr", _cells(row, texts)) for row in rows)), class_="index")


def _cells(row: Listed, texts: Texts) -> Iterator[Child]:
    link = tag("a", row.path, href=quote(row.report.replace("\\", "/"), errors="surrogateescape"))
    yield tag("th", link, scope="row")
    word = tag("span", texts(f"verdict.one-{row.verdict}"), class_=f"verdict-word {row.verdict}")
    yield tag("td", word, tag("span", row.because, class_="because") if row.because else None)
    for key in ("error", "warning", "info"):
        yield tag("td", str(row.counts[key]), class_="tally")
