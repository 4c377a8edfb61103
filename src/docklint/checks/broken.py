"""Stands for a check of a plugin that could not be imported: the rule is reported as crashed, by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from docklint.errors import PluginError
from docklint.rules import Check, Hit
from docklint.structure.draft import Draft


@dataclass(frozen=True, slots=True)
class Broken(Check):
    """Fail on every draft with the reason."""

    error: PluginError = field(metadata={"option": False})

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Raise `PluginError`."""
        raise self.error
