"""What a run is asked to do: the caller's options, `docklint.toml`, and how the two become one.

values      Settings (what holds for one draft) and Request (what the caller asked for)
selection   which rules run: a pure decision
names       “did you mean”
search      where the nearest configuration lies
config      a configuration file as values, every fault kept
globs       the patterns of `[[per-file]]` and `[[suppress]]`
merge       request and configuration for one draft, and where each value came from
verify      codes and profiles of a configuration against the library

Only `values` and `selection` are imported by this package itself; a run without a configuration needs no more, and of
`names` what is asked for when something is named wrong.
"""

from __future__ import annotations

from docklint.settings.selection import Lists, check_selectors, decide, is_selected
from docklint.settings.values import AUTO, FAIL_ON, LANGUAGES, MAX_FINDINGS, Request, Settings
from docklint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from docklint.settings.names import choose, unknown, unknown_profile, unknown_rule

__all__ = [
    "AUTO",
    "FAIL_ON",
    "LANGUAGES",
    "MAX_FINDINGS",
    "Lists",
    "Request",
    "Settings",
    "check_selectors",
    "choose",
    "decide",
    "is_selected",
    "unknown",
    "unknown_profile",
    "unknown_rule",
]


def __getattr__(name: str) -> object:
    if name in ("choose", "unknown", "unknown_profile", "unknown_rule"):
        from docklint.settings import names

        return getattr(names, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
