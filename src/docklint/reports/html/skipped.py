"""The list of files that nobody looked into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docklint.reports.html.markup import Markup, tag
from docklint.texts import Texts


def skipped_list(passed_over: Sequence[Mapping[str, str]], texts: Texts) -> Markup | None:
    """Return the list, with the reason for each; None if there is none."""
    if not passed_over:
        return None
    lines = (tag("li", texts("skipped.entry", **each)) for each in passed_over)
    head = tag("h2", texts("skipped.head", count=len(passed_over)))
    return tag("section", head, tag("ul", lines), class_="contents skipped")
