"""All that is known of rules and meetings, as values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from docklint.grammar import Grammar
from docklint.profile import Lexicon, Profile
from docklint.rules import Rule
from docklint.typed import Any, Self
from docklint.values import Value


class Library(Value):
    """All that was loaded. `given`: ids of the profiles named as files, in the order they were named."""

    rules: Mapping[str, Rule]
    profiles: Mapping[str, Profile]
    lexicon: Lexicon
    given: tuple[str, ...] = ()

    @cached_property
    def grammar(self) -> Grammar:
        """The lexicon, compiled as far as drafts ask for it."""
        return Grammar(self.lexicon)

    def __replace__(self, **changes: Any) -> Self:
        """Return a copy in which some fields differ; a lexicon that stays is not compiled anew.

        A finished library holds lists that are only sorted no longer as they were: they are in its grammar alone.
        """
        copy = super().__replace__(**changes)
        if copy.lexicon is self.lexicon:
            vars(copy)["grammar"] = self.grammar
        return copy
