"""Stands for a check of a plugin that could not be imported: the rule is reported as crashed, by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from docklint.errors import PluginError
from docklint.rules import Check, Hit
from docklint.structure.draft import Draft


class BrokenCheck(Check):
    """Fail on every draft with the reason."""

    no_options: ClassVar[tuple[str, ...]] = ("error",)

    error: PluginError

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Raise `PluginError`."""
        raise self.error
