"""A comparison as one page in the design of the report: what became of the findings, and both texts side by side."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from docklint.comparison import ComparedFinding, Comparison, State
from docklint.reports.comparison.sides import SideBySide
from docklint.reports.comparison.words import ComparisonWords
from docklint.reports.html.head import LANGUAGES, head
from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.imprint import file_name, made_by, tool
from docklint.texts import Texts


def render(comparison: Comparison, texts: Texts) -> Iterator[str]:
    """Yield the page; what stands in the drafts stays text."""
    old, new = comparison.old.result.path, comparison.new.result.path
    title = texts("compare.title")
    banner = tag("header", tag("h1", title), class_="banner")
    article = tag("article", list(_parts(comparison, texts)), class_="plain")
    footer = tag("footer", tag("p", made_by(tool(), texts)))
    body = tag("body", tag("main", banner, article), footer)
    named = texts("html.title", name=f"{file_name(old)} → {file_name(new)}", title=title)
    style = files(__package__).joinpath("style.css").read_text("utf-8")
    yield f"<!DOCTYPE html>\n{tag('html', head(named, style), body, lang=LANGUAGES[texts.lang])}\n"


def _parts(comparison: Comparison, texts: Texts) -> Iterator[Child]:
    words = ComparisonWords(comparison, texts)
    old, new = comparison.old.result.path, comparison.new.result.path
    yield tag("h2", texts("compare.pair", old=old, new=new))
    if words.held_against:
        yield tag("p", words.held_against, class_="profile")
    yield tag("p", words.summary, class_="profile")
    yield tag("p", words.edits_summary, class_="profile")
    for state, _ in words.groups():
        yield _group(state, comparison, words, texts)
    head_line, legend = (
        tag("h3", texts("compare.side-by-side")),
        tag("p", texts("compare.legend"), class_="aside"),
    )
    yield tag("section", head_line, legend, _sides(comparison, texts))


def _group(state: State, comparison: Comparison, words: ComparisonWords, texts: Texts) -> Markup:
    found = comparison.of(state)
    title = tag("h3", texts(f"compare.state-{state}", count=len(found)))
    return tag("section", title, tag("ul", (_item(each, words) for each in found)), class_=state)


def _item(compared: ComparedFinding, words: ComparisonWords) -> Markup:
    line = words.finding(compared)
    side = "n" if compared.new else "o"
    link = tag("a", line.place, href=f"#{side}{compared.told.span.start}")
    told = [link, " ", tag("b", line.severity), f" {line.message} ", tag("code", line.code), " "]
    return tag("li", told, tag("span", line.before, class_="before") if line.before else None)


def _sides(comparison: Comparison, texts: Texts) -> Markup:
    heads = (tag("th", texts(f"compare.column-{side}"), scope="col") for side in ("old", "new"))
    body = tag("tbody", SideBySide(comparison, texts).rows())
    table = tag("table", tag("thead", tag("tr", heads)), body)
    return tag(
        "div", table, class_="sides", tabindex=0, role="region", aria_label=texts("compare.side-by-side")
    )
