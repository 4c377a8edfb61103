"""An agreement that findings do not count, and nothing it speaks of. The linter says so; this lends the words."""

from __future__ import annotations

from collections.abc import Iterable

from docklint.rules import Check, Hit
from docklint.structure.draft import Draft
from docklint.typed import ClassVar


class UnusedSuppression(Check):
    """See nothing: only after all other rules have run is it known which agreement was of no use."""

    whole_file: ClassVar[bool] = True

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield nothing."""
        return ()
