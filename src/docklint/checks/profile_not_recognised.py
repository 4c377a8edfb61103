"""Docklint's own limit: the document speaks for no profile."""

from __future__ import annotations

from collections.abc import Iterable

from docklint.rules import Check, Hit
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.typed import ClassVar


class ProfileNotRecognised(Check):
    """Point at the beginning of the document.

    The linter, which chose the profile, lets this check run only where none was named and none recognised, and tells
    it which came nearest, or of what year the draft is. Variants: `near`: some profile did; `year`: none is of its year.
    """

    whole_file: ClassVar[bool] = True
    no_options: ClassVar[tuple[str, ...]] = ("nearest", "id", "lacking", "year")

    nearest: str = ""
    """The title of the profile that comes nearest."""
    id: str = ""
    lacking: tuple[str, ...] = ()
    """The titles of its dimensions that the draft does not have."""
    year: str = ""
    """The year the draft says it is of, if no profile is."""

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield one hit."""
        values = {
            "nearest": self.nearest,
            "id": self.id,
            "lacking": "、".join(f"“{title}”" for title in self.lacking),
            "year": self.year,
        }
        yield Hit(Span(0, 0), values, variant="year" if self.year else "near" if self.nearest else "")
