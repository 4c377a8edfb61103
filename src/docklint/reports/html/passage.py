"""The draft's text, with the findings marked where they stand.

Findings may overlap: the text is cut wherever one starts or ends, and each run is marked for the worst of those
that cover it. A number stands where a finding starts, a zero-width one too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.html.sheet import DraftPage
from docklint.rules import Severity

_JOINER = Markup("&#8288;")
"""Keeps the number on one line with what it marks."""
_Numbered = tuple[int, Mapping[str, Any]]


def passage(sheet: DraftPage) -> Markup:
    """Return the whole text, a paragraph a line, with anchors for lines, findings and headings."""
    return tag("div", _Marked(sheet).lines(), class_="passage", lang="zh-CN")


class _Marked:
    """A text on its way through: where marks start and end, and which of them are open."""

    def __init__(self, sheet: DraftPage) -> None:
        self._sheet = sheet
        self._text: str = sheet.paper["text"]
        self._starts: dict[int, list[_Numbered]] = defaultdict(list)
        self._ends: dict[int, list[str]] = defaultdict(list)
        self._nodes: dict[int, list[str]] = defaultdict(list)
        self._open: Counter[str] = Counter()
        for number, finding in sheet.findings:
            location = finding["location"]
            self._starts[location["offset"]].append((number, finding))
            if location["end_offset"] > location["offset"]:
                self._ends[location["end_offset"]].append(finding["severity"])
        self._headings = {node["location"]["offset"] for node in sheet.nodes if node["kind"] == "section"}
        for node in sheet.nodes:
            self._nodes[node["location"]["offset"]].append(node["id"])

    def lines(self) -> Iterator[Markup]:
        """Yield the lines; offsets count code points, and only `\\n` ends a line."""
        cuts = iter(sorted({*self._starts, *self._ends, *self._nodes}))
        cut, start = next(cuts, None), 0
        for number, line in enumerate(self._text.removesuffix("\n").split("\n"), 1):
            end, runs, kind = start + len(line), list[Child](), "" if line.strip() else " blank"
            while cut is not None and cut <= end:
                kind = " section-heading" if cut in self._headings else kind
                runs += (self._run(start, cut), *self._at(cut))
                start, cut = max(start, cut), next(cuts, None)
            runs.append(self._run(start, end))
            yield self._line(number, runs, kind)
            start = end + 1

    def _line(self, number: int, runs: list[Child], kind: str) -> Markup:
        paragraphs = self._sheet.paper.get("paragraphs")
        # An empty text has one line and no paragraph.
        counted = (
            number if paragraphs is None else "".join(map(str, filter(None, paragraphs[number - 1 : number])))
        )
        label = tag("span", str(counted), class_="line-number", aria_hidden="true")
        return tag(
            "p",
            label,
            tag("span", runs, class_="words"),
            id=self._sheet.id(f"t{number}"),
            class_=f"line{kind}",
        )

    def _run(self, start: int, end: int) -> Child:
        words = self._text[start:end]
        worst = next((severity.value for severity in Severity if self._open[severity.value]), None)
        return tag("mark", words, class_=worst) if words and worst else words

    def _at(self, offset: int) -> Iterator[Markup]:
        """Close what ends here, then open what starts here."""
        self._open.subtract(self._ends.get(offset, ()))
        for node in self._nodes.get(offset, ()):
            yield tag("span", id=self._sheet.id(node))
        for number, finding in self._starts.get(offset, ()):
            if finding["location"]["end_offset"] > offset:
                self._open[finding["severity"]] += 1
            yield self._number(number, finding)

    def _number(self, number: int, finding: Mapping[str, Any]) -> Markup:
        severity, texts = finding["severity"], self._sheet.texts
        told = texts(
            "html.finding",
            number=number,
            severity=texts(f"report.severity-{severity}"),
            message=finding["message"],
        )
        return tag(
            "a",
            str(number),
            _JOINER,
            id=self._sheet.id(f"m{number}"),
            href=self._sheet.link(number),
            class_=f"number {severity}",
            title=told,
            aria_label=told,
            lang="en" if texts.lang == "en" else None,
        )
