"""The kinds of check, found by name and imported when a rule needs one.

To add a kind: a file here with a class deriving `docklint.rules.Check`, and a line in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from docklint.errors import PluginError
from docklint.rules import Check
from docklint.values import Value

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class Kind(Value):
    """Where a kind lives (`module:class` in this package) and the values its hits carry for messages."""

    place: str
    values: tuple[str, ...]


KINDS: Mapping[str, Kind] = {
    "missing-part": Kind("missing_part:MissingPart", ("title", "before")),
    "moved-part": Kind("moved_part:MovedPart", ("title", "other")),
    "duplicate-part": Kind("duplicate_part:DuplicatePart", ("title", "name", "other")),
    "unexpected-part": Kind("unexpected_part:UnexpectedPart", ("title",)),
    "renamed-part": Kind("renamed_part:RenamedPart", ("title", "expected", "word", "meant")),
    "empty-part": Kind("empty_part:EmptyPart", ("title",)),
    "numbering-gap": Kind("numbering_gap:NumberingGap", ("ordinal", "expected", "previous")),
    "numbering-repeat": Kind("numbering_repeat:NumberingRepeat", ("ordinal", "expected", "previous")),
    "numbering-start": Kind("numbering_start:NumberingStart", ("ordinal", "expected")),
    "mixed-style": Kind("mixed_style:MixedStyle", ("ordinal", "expected", "sibling")),
    "level-skip": Kind("level_skip:LevelSkip", ("ordinal", "expected")),
    "lone-item": Kind("lone_item:LoneItem", ("ordinal", "title")),
    "marker-punctuation": Kind("marker_punctuation:MarkerPunctuation", ("ordinal", "expected")),
    "count-mismatch": Kind("count_mismatch:CountMismatch", ("announced", "actual", "unit")),
    "missing-example": Kind("missing_example:MissingExample", ("dimension", "ordinal", "number")),
    "hollow-example": Kind("hollow_example:HollowExample", ("example",)),
    "repeated-example": Kind("repeated_example:RepeatedExample", ("ordinal", "other", "dimension", "number")),
    "unmarked-example": Kind(
        "unmarked_example:UnmarkedExample", ("ordinal", "evidence", "dimension", "number")
    ),
    "cause-without-measure": Kind(
        "cause_without_measure:CauseWithoutMeasure", ("title", "nearest", "shared")
    ),
    "measure-without-cause": Kind(
        "measure_without_cause:MeasureWithoutCause", ("title", "nearest", "shared")
    ),
    "dimension-without-cause": Kind("dimension_without_cause:DimensionWithoutCause", ("title",)),
    "dimension-without-measure": Kind("dimension_without_measure:DimensionWithoutMeasure", ("title",)),
    "vague-measure": Kind("vague_measure:VagueMeasure", ("title",)),
    "text-pattern": Kind("text_pattern:TextPattern", ("text",)),
    "unpaired-mark": Kind("unpaired_mark:UnpairedMark", ("mark", "expected")),
    "odd-characters": Kind("odd_characters:OddCharacters", ("meant", "code", "count")),
    "leftover-marks": Kind("leftover_marks:LeftoverMarks", ("count", "kind", "author", "date", "text")),
    "structure-not-found": Kind("structure_not_found:StructureNotFound", ()),
    "profile-not-recognised": Kind(
        "profile_not_recognised:ProfileNotRecognised", ("nearest", "id", "lacking")
    ),
    "rule-crashed": Kind("rule_crashed:RuleCrashed", ("rule", "reason")),
    "unused-suppression": Kind("unused_suppression:UnusedSuppression", ("rule", "quote", "source", "count")),
}


def find(kind: str) -> type[Check]:
    """Import the class of `kind`: a key of `KINDS`, or a kind that an installed package registers.

    Raises `PluginError` when the plugin does not work.
    """
    if kind not in KINDS:
        return _foreign(kind)
    module, _, name = KINDS[kind].place.partition(":")
    found: type[Check] = getattr(import_module(f"{__name__}.{module}"), name)
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
        return KINDS[kind].values
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
