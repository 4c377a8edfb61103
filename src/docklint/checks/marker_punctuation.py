"""The mark behind an ordinal is not the one the standard asks for (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.checks.fixes import fix, written
from docklint.checks.runs import NumberedCheck, written_once
from docklint.rules import Edit, Fix, Hit
from docklint.structure.draft import Draft, Ordinal, cached_per_draft
from docklint.structure.outline.numerals import CHINESE, LOOKALIKES
from docklint.structure.outline.styles import CHINESE_STYLES, right_form
from docklint.typed import ClassVar, Literal

_STOPS = "、.．。，,：:"
_NO_MARK = ("paren", "arabic-paren", "arabic-half", "circled")


class MarkerPunctuation(NumberedCheck):
    """Point at ordinals with a wrong mark. `faults`: `wrong` (（一）、 一. 1。) or `dunhao` (1、, common but off).

    Variants: `incomplete` (the mark, or half of the brackets, was forgotten), `lookalike` (another sign stands for the
    numeral).
    """

    own: ClassVar[tuple[str, ...]] = ("faults",)

    faults: Literal["wrong", "dunhao"]

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an ordinal."""
        for run in _faults(draft):
            # One 、 or dot alone would make a row a mixed one.
            mixes = any(fault == "dunhao" for _, fault in run)
            together = _fix(draft, [ordinal for ordinal, _ in run]) if mixes else None
            for ordinal, fault in run:
                if fault == self.faults:
                    yield _hit(draft, ordinal, together or _fix(draft, [ordinal]))


@cached_per_draft
def _faults(draft: Draft) -> tuple[list[tuple[Ordinal, str]], ...]:
    """Return by run the ordinals with a wrong mark and what is wrong, for the rules that tell one of the faults each."""
    return tuple(
        [(ordinal, fault) for _, ordinal in run if (fault := _fault(draft.quote(ordinal.range), ordinal))]
        for run in written_once(draft)
    )


def _hit(draft: Draft, ordinal: Ordinal, proposed: Fix | None) -> Hit:
    text, expected = draft.quote(ordinal.range), right_form(ordinal.style, ordinal.value)
    values = {"ordinal": text, "expected": expected}
    return Hit(draft.span(ordinal.range), values, variant=_variant(text, ordinal), fix=proposed)


def _fix(draft: Draft, ordinals: Sequence[Ordinal]) -> Fix | None:
    return fix("safe", [_rewritten(draft, ordinal) for ordinal in ordinals])


def _rewritten(draft: Draft, ordinal: Ordinal) -> Edit | None:
    return written(draft, ordinal.range, right_form(ordinal.style, ordinal.value))


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
