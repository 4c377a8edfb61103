"""The mark behind an ordinal is not the one the standard asks for (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from docklint.checks.runs import NumberedCheck, written_once
from docklint.rules import Hit
from docklint.structure.draft import Draft, Ordinal, cached_per_draft
from docklint.structure.outline.numerals import CHINESE, LOOKALIKES
from docklint.structure.outline.styles import CHINESE_STYLES, right_form

_STOPS = "、.．。，,：:"
_NO_MARK = ("paren", "arabic-paren", "circled")


class MarkerPunctuation(NumberedCheck):
    """Point at ordinals with a wrong mark. `faults`: `wrong` (（一）、 一. 1。) or `dunhao` (1、, common but off).

    Variants: `incomplete` (the mark, or half of the brackets, was forgotten), `lookalike` (another sign stands for the
    numeral).
    """

    faults: Literal["wrong", "dunhao"]

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an ordinal."""
        for ordinal, fault in _faults(draft):
            if fault == self.faults:
                text, expected = draft.quote(ordinal.range), right_form(ordinal.style, ordinal.value)
                variant = _variant(text, ordinal)
                yield Hit(draft.span(ordinal.range), {"ordinal": text, "expected": expected}, variant=variant)


@cached_per_draft
def _faults(draft: Draft) -> tuple[tuple[Ordinal, str], ...]:
    """Return the ordinals with a wrong mark and what is wrong, for the rules that tell one of the faults each."""
    judged = ((one, _fault(draft.quote(one.range), one)) for run in written_once(draft) for _, one in run)
    return tuple((ordinal, fault) for ordinal, fault in judged if fault)


def _fault(text: str, ordinal: Ordinal) -> str:
    mark = text.rstrip()[-1]
    if _variant(text, ordinal):
        return "wrong"
    if ordinal.style in _NO_MARK:
        return "wrong" if mark in _STOPS else ""
    if ordinal.style == "chinese":
        return "" if mark == "、" else "wrong"
    if ordinal.style == "arabic":
        return {"、": "dunhao", ".": "", "．": ""}.get(mark, "wrong")
    return ""


def _variant(text: str, ordinal: Ordinal) -> str:
    if ordinal.style in CHINESE_STYLES and not LOOKALIKES.keys().isdisjoint(map(ord, text)):
        return "lookalike"
    return "" if _is_whole(text, ordinal) else "incomplete"


def _is_whole(text: str, ordinal: Ordinal) -> bool:
    """Return whether the ordinal has all its marks, right or wrong."""
    if ordinal.style == "paren":
        return text[0] not in CHINESE and text.rstrip()[-1] not in CHINESE
    return ordinal.style not in ("chinese", "arabic") or text.rstrip()[-1] in _STOPS
