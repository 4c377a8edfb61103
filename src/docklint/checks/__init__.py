"""The kinds of check, found by name and imported when a rule needs one.

A kind's name says where it stands: `lone-item` is `LoneItem` in `lone_item.py`. To add one: a file here with a class of
that name deriving `docklint.rules.Check`, and a line in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from docklint.errors import PluginError
from docklint.rules import Check
from docklint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


KINDS: Mapping[str, tuple[str, ...]] = {
    "missing-part": ("title", "before"),
    "moved-part": ("title", "other"),
    "duplicate-part": ("title", "name", "other"),
    "unexpected-part": ("title",),
    "renamed-part": ("title", "expected", "word", "meant"),
    "empty-part": ("title", "required"),
    "numbering-fault": ("ordinal", "expected", "previous"),
    "mixed-style": ("ordinal", "expected", "sibling"),
    "level-skip": ("ordinal", "expected"),
    "lone-item": ("ordinal", "title"),
    "marker-punctuation": ("ordinal", "expected"),
    "count-mismatch": ("announced", "actual", "unit", "said", "written"),
    "missing-example": ("dimension", "ordinal", "number", "nth"),
    "hollow-example": ("example",),
    "repeated-example": ("ordinal", "other", "dimension", "number", "nth"),
    "unmarked-example": ("ordinal", "evidence", "dimension", "number", "nth"),
    "repeated-passage": ("count", "text"),
    "repeated-heading": ("title", "other"),
    "foreign-unit": ("name", "own"),
    "unit-forms": ("name", "other"),
    "unlinked-part": ("title", "nearest", "shared", "ours", "theirs", "shown"),
    "vague-measure": ("title",),
    "paper-length": ("count", "limit"),
    "text-pattern": ("text",),
    "unfilled-field": ("text",),
    "hidden-name": ("text",),
    "odd-characters": ("meant", "code", "count"),
    "misspelt-phrase": ("text", "meant"),
    "half-width-marks": ("mark", "meant", "count"),
    "unpaired-mark": ("mark", "expected"),
    "leftover-marks": ("count", "kind", "author", "date", "text"),
    "structure-not-found": (),
    "profile-not-recognised": ("nearest", "id", "lacking", "year"),
    "rule-crashed": ("rule", "reason"),
    "unused-suppression": ("rule", "quote", "source", "count"),
}
"""The kinds, each with the values its hits carry for messages."""


def find(kind: str) -> type[Check]:
    """Import the class of `kind`: a key of `KINDS`, or a kind that an installed package registers.

    Raises `PluginError` when the plugin does not work.
    """
    if kind not in KINDS:
        return _foreign(kind)
    module = import_module(f"{__name__}.{kind.replace('-', '_')}")
    found: type[Check] = getattr(module, "".join(map(str.capitalize, kind.split("-"))))
    return found


def is_known(kind: str) -> bool:
    """Return whether there is a kind of this name; installed packages are asked only if docklint has none."""
    return kind in KINDS or kind in _plugins()


def names() -> tuple[str, ...]:
    """Return the names of all kinds there are."""
    return (*KINDS, *_plugins())


def values(kind: str) -> tuple[str, ...] | None:
    """Return the names of the values that hits of `kind` carry for messages; None if nobody can say."""
    if kind in KINDS:
        return KINDS[kind]
    try:
        return _foreign(kind).values if is_known(kind) else None
    except PluginError:
        return None


def blame(kind: str, error: Exception) -> PluginError:
    """Build the error that names the package whose kind of check raised `error`."""
    from docklint.plugins import broken

    return broken(_plugins()[kind], f"{type(error).__name__}: {error}")


def _foreign(kind: str) -> type[Check]:
    from docklint.plugins import broken, load

    entry = _plugins()[kind]
    found = load(entry)
    if isinstance(found, type) and issubclass(found, Check):
        return found
    raise broken(entry, "not a class deriving docklint.rules.Check")


def _plugins() -> Mapping[str, EntryPoint]:
    # Late: looking through the installed packages is slow.
    from docklint.plugins import CHECKS, installed

    return installed(CHECKS)
