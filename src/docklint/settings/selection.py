"""Which rules run: a pure decision, the longest prefix wins, and who stands nearer to the user wins first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docklint.typed import TYPE_CHECKING
from docklint.values import Value

if TYPE_CHECKING:
    from docklint.rules import Rule

ALL = "ALL"


class Lists(Value):
    """What one place (the command line, a table, a file) selects and ignores: codes or prefixes of codes."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def decide(code: str, enabled: bool, levels: Iterable[Lists]) -> bool:
    """Decide whether a rule runs; the first of `levels` that speaks of it decides.

    A level with a `select` list speaks of every rule: what the list leaves out does not run. `enabled`:
    whether the rule runs when no level speaks.
    """
    for level in levels:
        if level.select or _longest(code, level.ignore) is not None:
            return is_selected(code, enabled, level.select, level.ignore)
    return enabled


def is_selected(code: str, enabled: bool, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Decide for one level: the longest prefix of the code wins, and `ignore` wins a tie.

    `enabled`: whether it runs when neither list speaks of it; with a `select` list, nothing else runs.
    """
    chosen = _longest(code, select)
    ignored = _longest(code, ignore)
    if chosen is None and ignored is None:
        return enabled and not select
    return (-1 if chosen is None else chosen) > (-1 if ignored is None else ignored)


def matches(code: str, selector: str) -> bool:
    """Return whether `selector` is `code`, a prefix of it, or `ALL`."""
    return selector == ALL or code.startswith(selector)


def check_selectors(given: Iterable[str], rules: Mapping[str, Rule]) -> None:
    """Raise `SetupError` for the first selector that is no prefix of a code in `rules`."""
    for selector in given:
        if not any(matches(code, selector) for code in rules):
            # Late: only a mistake needs it.
            from docklint.settings.names import unknown_rule

            raise unknown_rule(selector, rules)


def _longest(code: str, prefixes: Iterable[str]) -> int | None:
    lengths = (0 if prefix == ALL else len(prefix) for prefix in prefixes if matches(code, prefix))
    return max(lengths, default=None)
