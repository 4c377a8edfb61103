"""Another unit's name stands where the paper speaks of itself."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.rules import Check, Hit, Related
from docklint.structure.draft import Draft
from docklint.structure.units.own import foreign, own_unit


class ForeignUnit(Check):
    """Point at another unit's name in the title, in headings, before the parts, at the end, as the subject of what is
    wrong, and at 我院 in a bureau's paper. A name that is hidden in part is never another one.
    """

    def applies(self, draft: Draft) -> bool:
        """Apply where it is known whose paper it is."""
        return draft.has_structure and bool(own_unit(draft).names)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a name; where the own unit is named is shown beside it."""
        for name, own in foreign(draft):
            related = () if own.where == "told" else (Related("own-unit", draft.span(own.place)),)
            yield Hit(
                draft.span(name.shown),
                {"name": draft.quote(name.shown), "own": own.name},
                related,
                variant="itself" if name.where == "itself" else "",
            )
