"""Which papers share text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.neutral import safe
from docklint.reports.desk.alike import AlikeEntry, beside_pairs
from docklint.reports.desk.words import figures, measure_sentences, name, place, short_name, totals
from docklint.reports.plain import wrap
from docklint.texts import Texts

MOST_PASSAGES = 3
"""So many passages of a pair are quoted; the JSON and the page have all."""
LONGEST_QUOTE = 80
_NARROWEST, _WIDEST = 60, 140


def render(report: AlikeEntry, texts: Texts, columns: int) -> Iterator[str]:
    """Yield the report as plain text, at most `columns` terminal columns wide (60 to 140)."""
    told = _AlikeText(texts, max(_NARROWEST, min(columns, _WIDEST)))
    yield from told.paragraph(texts("alike.title"))
    yield from told.paragraph(totals(report, texts))
    for pair in report["pairs"]:
        yield from told.pair(pair)
    yield from told.examples(report)
    yield from told.rest(report)
    yield "\n"
    for sentence in measure_sentences(report, texts):
        yield from told.paragraph(sentence)


class _AlikeText:
    def __init__(self, texts: Texts, room: int) -> None:
        self._texts, self._room = texts, room

    def paragraph(self, words: str, indent: int = 0) -> Iterator[str]:
        """Yield the lines of a paragraph."""
        for line in wrap(words, self._room - indent):
            yield f"{' ' * indent}{line}\n"

    def pair(self, pair: AlikeEntry) -> Iterator[str]:
        """Yield what there is to say of two papers."""
        one, other = (name(file) for file in pair["files"])
        yield "\n"
        yield from self.paragraph(
            self._texts("alike.pair", one=one, other=other, figures=figures(pair, self._texts))
        )
        # Of copies to the letter every passage would be one.
        shown = [] if pair["identical"] else pair["passages"][:MOST_PASSAGES]
        for passage in shown:
            yield from self._quoted(pair["files"], passage["locations"])
        if rest := (0 if pair["identical"] else len(pair["passages"]) - len(shown)):
            yield from self.paragraph(self._texts("alike.more-passages", count=rest), 2)

    def examples(self, report: AlikeEntry) -> Iterator[str]:
        """Yield the examples that papers share which are no pair; the others are counted."""
        found = beside_pairs(report)
        if found:
            yield "\n"
            yield from self.paragraph(self._texts("alike.examples", count=len(found)))
            for example in found:
                yield from self._example(example)
        if rest := len(report["examples"]) - len(found):
            yield "\n"
            yield from self.paragraph(self._texts("alike.examples-of-pairs", count=rest))

    def _example(self, example: AlikeEntry) -> Iterator[str]:
        yield "\n"
        yield from self.paragraph(f"“{_shortened(example['quote'])}”", 2)
        for file in example["files"]:
            where = place(file["location"], self._texts)
            yield from self.paragraph(self._texts("alike.at", name=name(file), place=where), 4)

    def rest(self, report: AlikeEntry) -> Iterator[str]:
        """Yield what was left out, and why."""
        left = report["truncated"]
        if left["pairs"]:
            yield "\n"
            yield from self.paragraph(self._texts("alike.more-pairs", count=left["pairs"]))
        if left["examples"]:
            yield from self.paragraph(self._texts("alike.more-examples", count=left["examples"]))
        others = [(each["path"], each["error"]["message"]) for each in report["failed"]]
        others += [(each["path"], each["reason"]) for each in report["skipped"]]
        if others:
            yield "\n"
            yield from self.paragraph(self._texts("skipped.head", count=len(others)))
        for path, reason in others:
            yield from self.paragraph(self._texts("skipped.entry", path=path, reason=reason), 2)

    def _quoted(self, files: Sequence[AlikeEntry], locations: Sequence[AlikeEntry]) -> Iterator[str]:
        """Yield a passage and its twin; words that are the same in both stand once."""
        quotes = [_shortened(location["quote"]) for location in locations]
        places = [
            self._texts("alike.at", name=short_name(file), place=place(location, self._texts))
            for file, location in zip(files, locations, strict=True)
        ]
        if quotes[0] == quotes[1]:
            yield from self.paragraph(self._texts("general.semicolon").join(places), 2)
            yield from self.paragraph(f"“{quotes[0]}”", 4)
            return
        for where, quote in zip(places, quotes, strict=True):
            yield from self.paragraph(where, 2)
            yield from self.paragraph(f"“{quote}”", 4)


def _shortened(quote: str) -> str:
    words = safe(quote)
    return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"
