"""Docklint's own limit: the document speaks for no profile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from docklint.rules import Check, Hit
from docklint.spans import Span
from docklint.structure.draft import Draft


class ProfileNotRecognised(Check):
    """Point at the beginning of the document.

    The linter, which chose the profile, lets this check run only where none was named and none recognised.
    """

    whole_file: ClassVar[bool] = True

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield one hit."""
        yield Hit(Span(0, 0))
