"""Numbers for what is new in a part: comments, tracked changes."""

from __future__ import annotations

from collections.abc import Iterable

_LARGEST = 0x7FFFFFFE
"""`w:id` is a signed number of 32 bits."""


class Numbers:
    """Ids that none has: from one above the largest on, or the smallest free ones where that is too large."""

    def __init__(self, taken: Iterable[str | None]) -> None:
        """`taken`: ids as they are written; what is no number takes none."""
        self._taken = {int(each) for each in taken if each is not None and _is_number(each)}
        self._next = max(self._taken, default=-1) + 1

    def next(self) -> int:
        """Return an id, and take it."""
        if not 0 <= self._next <= _LARGEST:
            self._next = 0
        while self._next in self._taken:
            self._next += 1
        self._taken.add(self._next)
        return self._next


def _is_number(value: str) -> bool:
    digits = value.strip().removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) < 12
