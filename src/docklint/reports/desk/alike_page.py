"""Which papers share text, as a page: a table of pairs, and for each the passages side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docklint.reports.desk.alike import AlikeEntry, beside_pairs
from docklint.reports.desk.page import control_words, page
from docklint.reports.desk.words import figures, measure_sentences, name, percent, place, short_name, totals
from docklint.reports.html.markup import Child, Markup, tag
from docklint.texts import Texts

_HEADING = " › "


def render(report: AlikeEntry, texts: Texts) -> str:
    """Return the page for the JSON of `docklint alike`."""
    return page(texts("alike.title"), list(_AlikePage(report, texts).parts()), texts)


class _AlikePage:
    def __init__(self, report: AlikeEntry, texts: Texts) -> None:
        self._report, self._texts = report, texts

    def parts(self) -> Iterator[Child]:
        """Yield what stands on the page, from top to bottom."""
        yield self._banner()
        if self._report["pairs"]:
            yield self._table()
        if found := beside_pairs(self._report):
            yield self._examples(found)
        for number, pair in enumerate(self._report["pairs"], 1):
            yield self._pair(number, pair)
        if self._report["failed"] or self._report["skipped"]:
            yield self._left_out()

    def _banner(self) -> Markup:
        notes = (tag("p", sentence) for sentence in measure_sentences(self._report, self._texts))
        lead = tag("p", totals(self._report, self._texts), class_="lead")
        more = self._report["truncated"]["pairs"]
        return tag(
            "header",
            (tag("h1", self._texts("alike.title")), lead),
            tag("p", self._texts("alike.more-pairs", count=more)) if more else None,
            tag("div", notes, class_="notes"),
            class_="banner",
        )

    def _table(self) -> Markup:
        keys = ("score", "one", "other", "characters", "passages")
        heads = (
            tag("th", self._texts(f"alike.head-{key}"), scope="col", class_=_figure(key)) for key in keys
        )
        rows = (self._row(number, pair) for number, pair in enumerate(self._report["pairs"], 1))
        table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows), **control_words(self._texts))
        title = self._texts("alike.pairs")
        wide = tag("div", table, class_="wide", tabindex="0", role="region", aria_label=title)
        return tag("section", tag("h2", title), wide, class_="contents")

    def _row(self, number: int, pair: AlikeEntry) -> Markup:
        one, other = pair["files"]
        link = tag("a", percent(pair["score"]), href=f"#p{number}", aria_label=self._label(pair))
        return tag(
            "tr",
            tag("td", link, class_="figure", data_value=pair["score"]),
            tag("td", name(one)),
            tag("td", name(other), self._past(pair)),
            tag("td", str(pair["characters"]), class_="figure"),
            tag("td", str(len(pair["passages"])), class_="figure"),
            data_score=pair["score"],
            data_past="" if pair["past"] else None,
            data_about=f"p{number}",
        )

    def _label(self, pair: AlikeEntry) -> str:
        one, other = map(short_name, pair["files"])
        return self._texts("alike.pair", one=one, other=other, figures=figures(pair, self._texts))

    def _past(self, pair: AlikeEntry) -> Child:
        return tag("span", self._texts("alike.past"), class_="tag") if pair["past"] else None

    def _pair(self, number: int, pair: AlikeEntry) -> Markup:
        one, other = pair["files"]
        head = tag(
            "h2",
            name(one),
            tag("span", self._texts("alike.and"), class_="versus"),
            name(other),
            self._past(pair),
        )
        twins = (
            self._twin(number, at, len(pair["passages"]), pair) for at in range(1, len(pair["passages"]) + 1)
        )
        return tag(
            "article",
            (head, tag("p", figures(pair, self._texts), class_="lead")),
            tag("p", tag("a", self._texts("alike.to-table"), href="#top")),
            tag("div", twins, class_="twins"),
            id=f"p{number}",
        )

    def _twin(self, number: int, at: int, count: int, pair: AlikeEntry) -> Markup:
        passage = pair["passages"][at - 1]
        links = [
            tag("a", self._texts(f"alike.way-{way}"), href=f"#p{number}-{to}")
            for way, to in (("previous", at - 1), ("next", at + 1))
            if 1 <= to <= count
        ]
        told = self._texts("alike.passage", number=at, count=count, characters=passage["characters"])
        sides = (
            self._side(file, location, same)
            for file, location, same in zip(pair["files"], passage["locations"], passage["same"], strict=True)
        )
        return tag(
            "div",
            tag("p", tag("span", told), links, class_="twin-head"),
            tag("div", sides, class_="sides"),
            id=f"p{number}-{at}",
            class_="twin",
        )

    def _side(self, file: AlikeEntry, location: AlikeEntry, same: Sequence[Sequence[int]]) -> Markup:
        where = _HEADING.join(
            (f"{short_name(file)}  {place(location, self._texts)}", *location["heading_path"])
        )
        words = tag("span", list(_marked(location, same)), class_="words", lang="zh-CN")
        return tag("div", tag("p", where, class_="whose"), words, class_="side", tabindex="-1")

    def _examples(self, found: Sequence[AlikeEntry]) -> Markup:
        items = (
            tag(
                "li",
                tag("blockquote", example["quote"], lang="zh-CN"),
                (
                    tag(
                        "p",
                        self._texts("alike.at", name=name(file), place=place(file["location"], self._texts)),
                        class_="where",
                    )
                    for file in example["files"]
                ),
            )
            for example in found
        )
        head = tag("h2", self._texts("alike.examples", count=len(found)))
        rest = len(self._report["examples"]) - len(found)
        note = tag("p", self._texts("alike.examples-of-pairs", count=rest), class_="aside") if rest else None
        return tag("section", head, tag("ol", items, class_="examples"), note, class_="contents")

    def _left_out(self) -> Markup:
        lines = [
            *((each["path"], each["error"]["message"]) for each in self._report["failed"]),
            *((each["path"], each["reason"]) for each in self._report["skipped"]),
        ]
        items = (tag("li", self._texts("skipped.entry", path=path, reason=why)) for path, why in lines)
        head = tag("h2", self._texts("skipped.head", count=len(lines)))
        return tag("section", head, tag("ul", items), class_="contents skipped")


def _figure(key: str) -> str | None:
    return "figure" if key in ("score", "characters", "passages") else None


def _marked(location: Mapping[str, Any], same: Sequence[Sequence[int]]) -> Iterator[Child]:
    """Yield a passage with a mark around what its twin has too."""
    quote, start = location["quote"], location["offset"]
    at = 0
    for first, last in same:
        yield quote[at : first - start]
        yield tag("mark", quote[first - start : last - start])
        at = last - start
    yield quote[at:]
