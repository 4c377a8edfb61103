"""What there is: the rules and profiles that a check may use, as the settings of a folder have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docklint.errors import PluginError
from docklint.packs import Library
from docklint.profile import Profile
from docklint.reports.catalogue import ListedRule
from docklint.rules_in_force import RulesInForce
from docklint.settings import AUTO, Settings, check_selectors, unknown_profile
from docklint.values import Value


class Catalogue(Value):
    """The library of what is in use and of what else is installed.

    `in_use`: codes of the rules that a check has without naming anything more. `failed`: installed packs that do not work.
    """

    settings: Settings
    library: Library
    in_use: frozenset[str] = frozenset()
    failed: tuple[PluginError, ...] = ()

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """The profiles by their ids."""
        return self.library.profiles

    def rules(self) -> Iterator[ListedRule]:
        """Yield every rule, by code. Raises `SetupError` for a profile in the settings that there is not."""
        check_selectors((*self.settings.select, *self.settings.ignore), self.library.rules)
        force = RulesInForce(self.settings, self.library)
        for _, rule in force.adjusted(self.named_profile()):
            runs = rule.code in self.in_use and force.runs(rule)
            yield ListedRule(rule, self.library.rules[rule.code].severity, runs)

    def rule(self, name: str) -> ListedRule | None:
        """Return a rule by its code or its name, whatever the case; None if there is none."""
        wanted = name.strip().lower()
        return next(
            (each for each in self.rules() if wanted in (each.rule.code.lower(), each.rule.name)), None
        )

    def named_profile(self) -> Profile | None:
        """Return the profile that the settings name. Raises `SetupError` if there is none of that name."""
        return None if self.settings.profile == AUTO else self.profile(self.settings.profile)

    def profile(self, id: str) -> Profile:
        """Return a profile by its id, or the one of the file that was named. Raises `SetupError`."""
        given = self.library.given[-1] if id.endswith(".toml") and self.library.given else id
        if given not in self.profiles:
            raise unknown_profile(id, self.profiles)
        return self.profiles[given]
