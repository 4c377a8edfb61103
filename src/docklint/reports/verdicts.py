"""The result in a few words, for reports that people read."""

from __future__ import annotations

from collections.abc import Iterable

from docklint.texts import Texts


def overall(verdicts: Iterable[str], texts: Texts) -> str:
    """Return the verdict about several files in one line."""
    all_verdicts = list(verdicts)
    if len(all_verdicts) == 1:
        return texts(f"verdict.one-{all_verdicts[0]}")
    counts = {key: all_verdicts.count(key) for key in ("failed", "revise", "ready")}
    told = (texts(f"verdict.many-{key}", count=count) for key, count in counts.items() if count)
    return texts("verdict.comma").join(told) or texts("verdict.none")
