"""Docklint's own limit: a rule raised. The engine says so; nothing in a draft does."""

from __future__ import annotations

from collections.abc import Iterable

from docklint.rules import Check, Hit
from docklint.structure.draft import Draft
from docklint.typed import ClassVar


class RuleCrashed(Check):
    """See nothing: the rule lends its code and its words to the engine, which catches the exception."""

    whole_file: ClassVar[bool] = True

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield nothing."""
        return ()
