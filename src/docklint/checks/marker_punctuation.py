"""The mark behind an ordinal is not the one the standard asks for (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from docklint.checks.runs import NumberedCheck, runs
from docklint.rules import Hit
from docklint.structure.draft import Draft, Ordinal
from docklint.structure.ordinals import right_form

_STOPS = "、.．。，,：:"
_NO_MARK = ("paren", "arabic-paren", "circled")


class MarkerPunctuation(NumberedCheck):
    """Point at ordinals with a wrong mark. `faults`: `wrong` (（一）、 一. 1。) or `dunhao` (1、, common but off)."""

    faults: Literal["wrong", "dunhao"]

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an ordinal."""
        for run in runs(draft):
            for _, ordinal in run:
                text = draft.text(ordinal.span)
                if _fault(text, ordinal) == self.faults:
                    expected = right_form(ordinal.style, ordinal.value)
                    yield Hit(ordinal.span, {"ordinal": text, "expected": expected})


def _fault(text: str, ordinal: Ordinal) -> str:
    mark = text.rstrip()[-1]
    if ordinal.style in _NO_MARK:
        return "wrong" if mark in _STOPS else ""
    if ordinal.style == "chinese":
        return "" if mark == "、" else "wrong"
    if ordinal.style == "arabic":
        return {"、": "dunhao", ".": "", "．": ""}.get(mark, "wrong")
    return ""
