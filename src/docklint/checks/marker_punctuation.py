"""The mark behind an ordinal is not the one the standard asks for (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from docklint.checks.runs import NumberedCheck, runs
from docklint.rules import Hit
from docklint.structure.draft import Draft, Ordinal
from docklint.structure.numerals import CHINESE
from docklint.structure.ordinals import right_form

_STOPS = "、.．。，,：:"
_NO_MARK = ("paren", "arabic-paren", "circled")


class MarkerPunctuation(NumberedCheck):
    """Point at ordinals with a wrong mark. `faults`: `wrong` (（一）、 一. 1。) or `dunhao` (1、, common but off).

    Variant `incomplete`: the mark, or half of the brackets, was forgotten.
    """

    faults: Literal["wrong", "dunhao"]

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an ordinal."""
        for run in runs(draft):
            for _, ordinal in run:
                text = draft.text(ordinal.span)
                if _fault(text, ordinal) == self.faults:
                    expected = right_form(ordinal.style, ordinal.value)
                    variant = "" if _is_whole(text, ordinal) else "incomplete"
                    yield Hit(ordinal.span, {"ordinal": text, "expected": expected}, variant=variant)


def _fault(text: str, ordinal: Ordinal) -> str:
    mark = text.rstrip()[-1]
    if not _is_whole(text, ordinal):
        return "wrong"
    if ordinal.style in _NO_MARK:
        return "wrong" if mark in _STOPS else ""
    if ordinal.style == "chinese":
        return "" if mark == "、" else "wrong"
    if ordinal.style == "arabic":
        return {"、": "dunhao", ".": "", "．": ""}.get(mark, "wrong")
    return ""


def _is_whole(text: str, ordinal: Ordinal) -> bool:
    """Say whether the ordinal has all its marks, right or wrong."""
    if ordinal.style == "paren":
        return text[0] not in CHINESE and text.rstrip()[-1] not in CHINESE
    return ordinal.style not in ("chinese", "arabic") or text.rstrip()[-1] in _STOPS
