"""The rules as one set of settings and a profile have them: which run, how severe, and which were switched off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docklint import packs
from docklint.profile import Profile
from docklint.rules import Rule, RuleStatus
from docklint.settings import Settings, decide
from docklint.tuples import NamedTuple
from docklint.typed import Any


class Selection(NamedTuple):
    """What becomes of the rules under one profile. `switched_off`: they would run if nobody had selected anything."""

    chosen: tuple[Rule, ...]
    statuses: Mapping[str, RuleStatus]
    """Of all rules, before any has looked at a draft."""
    switched_off: tuple[Rule, ...]


class RulesInForce:
    """Adjusts and selects the rules of a library, once for each profile."""

    def __init__(self, settings: Settings, library: packs.Library) -> None:
        self._settings = settings
        self._library = library
        self._selections: dict[str, Selection] = {}

    def under(self, profile: Profile) -> Selection:
        """Return the rules under a profile."""
        if profile.id not in self._selections:
            self._selections[profile.id] = self._selected(profile)
        return self._selections[profile.id]

    def adjusted(self, profile: Profile | None) -> Iterator[tuple[bool, Rule]]:
        """Yield every rule as it is in force, and whether it would run if nobody had selected anything."""
        for code, rule in self._library.rules.items():
            demanded = _adjusted(rule, profile.rules.get(code), profile.id) if profile else rule
            yield demanded.enabled, _adjusted(demanded, self._settings.rules.get(code), self._settings.source)

    def runs(self, rule: Rule) -> bool:
        """Return whether a rule, adjusted, is to run."""
        return decide(rule.code, rule.enabled, self._settings.levels)

    def _selected(self, profile: Profile) -> Selection:
        chosen, switched_off = list[Rule](), list[Rule]()
        for demanded, rule in self.adjusted(profile):
            if self.runs(rule):
                chosen.append(rule)
            elif demanded:
                switched_off.append(rule)
        codes = {rule.code for rule in chosen}
        statuses: dict[str, RuleStatus] = {
            code: "passed" if code in codes else "disabled" for code in self._library.rules
        }
        return Selection(tuple(chosen), statuses, tuple(switched_off))


def _adjusted(rule: Rule, settings: Mapping[str, Any] | None, source: str) -> Rule:
    """Return a rule as `source` has it. Raises `SetupError`."""
    if not settings:
        return rule
    faults = packs.Faults()
    adjusted = packs.adjust(rule, settings, source, f"rules.{rule.code}", faults)
    faults.settle()
    return adjusted
