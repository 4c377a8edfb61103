"""When something is said to have been written into a Word file: never by the clock, so that the same gives the same."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from docklint.errors import SetupError

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable of reproducible builds: seconds since 1970."""


def written_at(given: str) -> str | None:
    """Return a date as Word writes it: the one given (ISO 8601), else that of the environment, else None.

    Raises `SetupError` for what is no date.
    """
    said = given or os.environ.get(EPOCH, "")
    if not said:
        return None
    try:
        when = datetime.fromisoformat(given) if given else datetime.fromtimestamp(int(said), UTC)
        return (when.astimezone(UTC) if when.tzinfo else when).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError) as error:
        raise SetupError("setup.no-date", name="--date" if given else EPOCH, value=said) from error
