"""The own unit's name is shortened in several ways."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.rules import Check, Hit, Related
from docklint.structure.draft import Draft
from docklint.structure.units.forms import further_forms
from docklint.structure.units.own import own_unit


class UnitForms(Check):
    """Point at the second way in which the own unit's name is shortened."""

    def applies(self, draft: Draft) -> bool:
        """Apply where the own unit is named."""
        return draft.has_structure and any(each.is_full for each in own_unit(draft).names)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a form, where it first stands."""
        for form, other in sorted(further_forms(draft), key=lambda pair: pair[0].place):
            yield Hit(
                draft.span(form.place),
                {"name": draft.quote(form.place), "other": draft.quote(other.place)},
                (Related("first", draft.span(other.place)),),
            )
