"""docklint: a structure linter for drafts of Chinese Party self-examination documents.

The names below are all there is to rely on; `docklint.api` describes them. Nothing is imported before it is used.
"""

from __future__ import annotations

from docklint.version import __version__

TYPE_CHECKING = False
"""Type checkers take it for true; `typing` itself would be dear to import."""

if TYPE_CHECKING:
    from docklint.api import (
        DocklintError,
        DraftError,
        Edit,
        Finding,
        Fix,
        FixResult,
        Position,
        Related,
        Requirement,
        Result,
        SetupError,
        Severity,
        Span,
        Suppression,
        annotate,
        check,
        fix,
    )

__all__ = [
    "DocklintError",
    "DraftError",
    "Edit",
    "Finding",
    "Fix",
    "FixResult",
    "Position",
    "Related",
    "Requirement",
    "Result",
    "SetupError",
    "Severity",
    "Span",
    "Suppression",
    "__version__",
    "annotate",
    "check",
    "fix",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from docklint import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
