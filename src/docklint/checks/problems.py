"""What the checks of examples share: the problems of a draft and how messages name them."""

from __future__ import annotations

from docklint.rules import Check
from docklint.structure.draft import Draft, Part


class ProblemCheck(Check):
    """A check of the problems: it applies where there are any and the profile asks for examples."""

    def applies(self, draft: Draft) -> bool:
        """Apply where there are problems and the profile does not waive examples."""
        return draft.profile.example != "off" and any(draft.of("problem"))


def named(draft: Draft, problem: Part) -> dict[str, str]:
    """Give the values by which a message names a problem: its `dimension` and `ordinal`, empty where unknown."""
    dimension = draft.above(problem, "dimension")
    return {
        "dimension": (dimension.name or draft.understood(dimension.title)) if dimension else "",
        "ordinal": draft.text(problem.ordinal.span).rstrip("，、：。") if problem.ordinal else "",
    }


def which(values: dict[str, str]) -> str:
    """Name the wording that fits what is known of a problem."""
    return "-".join(
        key for key, value in (("nodim", values["dimension"]), ("noordinal", values["ordinal"])) if not value
    )
