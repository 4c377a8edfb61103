"""Whether a notice asks for examples: demanded, expressly not demanded, or not spoken of."""

from __future__ import annotations

from docklint.derive.proposal import Found
from docklint.derive.reading import Notice
from docklint.patterns import alternatives, compiled
from docklint.spans import Range

EVIDENCE, OFF = "evidence", "off"
NO_QUESTION = "(?![^，。；\\n]{0,3}吗)"
"""Behind what demands an example: who asks whether there must be any demands none."""


def example(notice: Notice) -> Found | None:
    """Return what a profile says of examples, with the sentence that says so; None if there is none.

    A demand anywhere counts more than a sentence that spares some paper its examples.
    """
    spared = [
        Range(*match.span())
        for match in compiled(alternatives(notice.grammar["derive-no-examples"])).finditer(notice.text)
    ]
    asked = compiled(f"(?:{alternatives(notice.grammar['derive-examples'])}){NO_QUESTION}")
    for match in asked.finditer(notice.text):
        if not any(each.start <= match.start() < each.end for each in spared):
            return notice.found(Range(*match.span()))._replace(value=EVIDENCE)
    return notice.found(spared[0])._replace(value=OFF) if spared else None
