"""A comparison as one HTML page: what became of the findings, and both texts side by side. No network, no script."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from docklint.comparison import ComparedFinding, Comparison, State
from docklint.neutral import safe
from docklint.reports.comparison.sides import SideBySide
from docklint.reports.comparison.words import ComparisonWords
from docklint.reports.html.markup import Markup, tag
from docklint.texts import Texts
from docklint.version import __version__

_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def render(comparison: Comparison, texts: Texts) -> Iterator[str]:
    """Yield the page; what stands in the drafts stays text."""
    words = ComparisonWords(comparison, texts)
    title = texts("compare.pair", old=safe(comparison.old.result.path), new=safe(comparison.new.result.path))
    banner = tag("header", tag("h1", title), tag("p", words.summary), tag("p", words.edits_summary))
    groups = (_group(state, comparison, words, texts) for state, _ in words.groups())
    sides = tag(
        "section",
        tag("h2", texts("compare.side-by-side")),
        tag("p", texts("compare.legend")),
        _sides(comparison, texts),
    )
    footer = tag("footer", tag("p", texts("html.footer", version=__version__)))
    body = tag("body", tag("main", banner, groups, sides), footer)
    yield "<!DOCTYPE html>\n" + tag("html", _head(title), body, lang=_LANGUAGES[texts.lang]) + "\n"


def _head(title: str) -> Markup:
    from base64 import b64encode
    from hashlib import sha256

    style = files(__package__).joinpath("style.css").read_text("utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    metas = (
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
    )
    return tag("head", metas, tag("title", title), Markup(f"<style>{style}</style>"))


def _group(state: State, comparison: Comparison, words: ComparisonWords, texts: Texts) -> Markup:
    found = comparison.of(state)
    head = tag("h2", texts(f"compare.state-{state}", count=len(found)))
    return tag("section", head, tag("ul", (_item(each, words) for each in found)), class_=state)


def _item(compared: ComparedFinding, words: ComparisonWords) -> Markup:
    line = words.finding(compared)
    link = tag("a", line.place, href=f"#{_side(compared)}{compared.told.span.start}")
    before = tag("span", line.before, class_="before") if line.before else None
    return tag(
        "li", link, " ", tag("b", line.severity), " ", line.message, " ", tag("code", line.code), " ", before
    )


def _side(compared: ComparedFinding) -> str:
    return "n" if compared.new else "o"


def _sides(comparison: Comparison, texts: Texts) -> Markup:
    heads = (tag("th", texts(f"compare.column-{side}"), scope="col") for side in ("old", "new"))
    rows = SideBySide(comparison, texts).rows()
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows))
    return tag(
        "div", table, class_="sides", tabindex=0, role="region", aria_label=texts("compare.side-by-side")
    )
