"""The kinds of check, found by name and imported when a rule needs one.

To add a kind: a file here with a frozen dataclass deriving `docklint.rules.Check`, and a line in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from docklint.rules import Check


class Kind(NamedTuple):
    """Where a kind lives (`module:class` in this package) and the values its hits carry for messages."""

    place: str
    values: tuple[str, ...]


KINDS: Mapping[str, Kind] = {
    "missing-part": Kind("missing_part:MissingPart", ("title", "before")),
    "moved-part": Kind("moved_part:MovedPart", ("title", "other")),
    "duplicate-part": Kind("duplicate_part:DuplicatePart", ("title", "name", "other")),
    "unexpected-part": Kind("unexpected_part:UnexpectedPart", ("title",)),
    "renamed-part": Kind("renamed_part:RenamedPart", ("title", "expected")),
    "empty-part": Kind("empty_part:EmptyPart", ("title",)),
    "numbering-gap": Kind("numbering_gap:NumberingGap", ("ordinal", "expected", "previous")),
    "numbering-repeat": Kind("numbering_repeat:NumberingRepeat", ("ordinal", "expected", "previous")),
    "numbering-start": Kind("numbering_start:NumberingStart", ("ordinal", "expected")),
    "mixed-style": Kind("mixed_style:MixedStyle", ("ordinal", "expected", "sibling")),
    "level-skip": Kind("level_skip:LevelSkip", ("ordinal", "expected")),
    "lone-item": Kind("lone_item:LoneItem", ("ordinal",)),
    "marker-punctuation": Kind("marker_punctuation:MarkerPunctuation", ("ordinal", "expected")),
    "count-mismatch": Kind("count_mismatch:CountMismatch", ("announced", "actual", "unit")),
    "missing-example": Kind("missing_example:MissingExample", ("dimension", "ordinal")),
    "hollow-example": Kind("hollow_example:HollowExample", ("example",)),
    "repeated-example": Kind("repeated_example:RepeatedExample", ("ordinal", "other", "dimension")),
    "unmarked-example": Kind("unmarked_example:UnmarkedExample", ("ordinal", "evidence", "dimension")),
    "cause-without-measure": Kind(
        "cause_without_measure:CauseWithoutMeasure", ("title", "nearest", "shared")
    ),
    "measure-without-cause": Kind(
        "measure_without_cause:MeasureWithoutCause", ("title", "nearest", "shared")
    ),
    "dimension-without-cause": Kind("dimension_without_cause:DimensionWithoutCause", ("title",)),
    "dimension-without-measure": Kind("dimension_without_measure:DimensionWithoutMeasure", ("title",)),
    "text-pattern": Kind("text_pattern:TextPattern", ("text",)),
    "unpaired-mark": Kind("unpaired_mark:UnpairedMark", ("mark", "expected")),
    "leftover-marks": Kind("leftover_marks:LeftoverMarks", ("count", "author", "text")),
    "structure-not-found": Kind("structure_not_found:StructureNotFound", ()),
    "profile-not-recognised": Kind("profile_not_recognised:ProfileNotRecognised", ()),
    "rule-crashed": Kind("rule_crashed:RuleCrashed", ("rule", "reason")),
}


def find(kind: str) -> type[Check]:
    """Import the class of `kind`, a key of `KINDS`."""
    module, _, name = KINDS[kind].place.partition(":")
    found: type[Check] = getattr(import_module(f"{__name__}.{module}"), name)
    return found
