"""What the page is made of: the JSON of `check`, `outline` and `matrix`, and the text of `text`.

{
  "lang": "zh",                        # zh | en: the page's own words
  "check": {…},                        # `docklint check --format json`
  "papers": [{                         # one for each of check's `files`, in their order
    "text": "…",                       # `docklint text`; null for a file that failed
        "paragraphs": [1, null, …],        # Word: the paragraph a person counts, by line; null for a text file
    "outline": {"nodes": […]},         # `docklint outline --format json`; null: not known
    "remark": "…",                     # a sentence about the file; may be absent
    "matrix": {"links": […], "uncovered": […]}   # `docklint matrix --format json`; null: not known
  }],
  "rules": {"EXA101": {"name": "missing-example", "checks": "…"}}   # what the codes mean; may lack some
}
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from docklint import packs
from docklint.reports import ReportOptions
from docklint.reports import json as json_report
from docklint.reports import matrix as matrix_report
from docklint.reports import outline as outline_report
from docklint.reports.understood import understood
from docklint.results import FileResult, Run, Summary
from docklint.structure.draft import Draft
from docklint.texts import Texts


class PageData:
    """The data of a page, file by file; the structure is read anew, since results do not carry it."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._library = options.library or packs.load()
        self._check = json_report.JsonReport(options)
        self._written = list(self._check.begin(Run(0)))
        self._papers: list[dict[str, Any]] = []

    def add(self, result: FileResult) -> None:
        """Gather what is to be shown of one file."""
        remark = self._options.remarks.get(result.path)
        drafts = understood(result, self._library.grammar)
        paper = paper_entry(result, drafts, self._options.texts)
        self._papers.append({**paper, "remark": remark} if remark else paper)
        self._written += self._check.file(result)

    def complete(self, summary: Summary) -> dict[str, Any]:
        """Return the data of the whole page."""
        check = json.loads("".join((*self._written, *self._check.end(summary))))
        rules = {
            code: {"name": rule.name, "checks": rule.text_in(self._options.lang).looked_at}
            for code, rule in self._library.rules.items()
        }
        return {
            "lang": self._options.lang,
            "check": check,
            "papers": self._papers,
            "rules": rules,
        }


def _paragraphs(result: FileResult) -> list[int | None] | None:
    """Return what stands before each line of a Word file; None where lines are counted."""
    document = result.document
    return None if document is None or document.format == "text" else list(document.paragraphs_shown)


def paper_entry(result: FileResult, drafts: Sequence[Draft], texts: Texts) -> dict[str, Any]:
    """Return one element of `papers`. `drafts`: as its profile has them; none of a file that failed."""
    return {
        "text": result.document.text if result.document else None,
        "paragraphs": _paragraphs(result),
        "outline": {"nodes": list(outline_report.nodes(drafts))} if drafts else None,
        "matrix": _matrix(drafts, texts) if drafts else None,
    }


def _matrix(drafts: Sequence[Draft], texts: Texts) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(matrix_report.json(drafts, texts)))
    return found
