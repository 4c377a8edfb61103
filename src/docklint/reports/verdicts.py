"""The verdict in words, for reports that people read, and what else is to be said of what was not checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docklint.texts import Texts
from docklint.typed import Any
from docklint.verdict import WORDS


def overall(verdicts: Iterable[str], texts: Texts) -> str:
    """Return the verdict about several files in one line."""
    all_verdicts = list(verdicts)
    if len(all_verdicts) == 1:
        return texts(f"verdict.one-{all_verdicts[0]}")
    counts = {word: all_verdicts.count(word) for word in WORDS}
    told = (texts(f"verdict.many-{word}", count=count) for word, count in counts.items() if count)
    return texts("verdict.comma").join(told) or texts("verdict.none")


def verdict_line(word: str, reasons: Iterable[str], texts: Texts) -> str:
    """Return the verdict about one file, and why, in sentences."""
    told, because = texts(f"verdict.one-{word}"), texts("general.semicolon").join(reasons)
    key = "verdict.line-because" if because else "verdict.line"
    return texts(key, verdict=told, reasons=because)


def with_reasons(word: str, reasons: Iterable[str], texts: Texts) -> str:
    """Return the verdict about one file and, behind a colon, why."""
    told, because = texts(f"verdict.one-{word}"), texts("general.semicolon").join(reasons)
    return texts("verdict.because", verdict=told, reasons=because) if because else told


def reasons_sentence(entry: Mapping[str, Any], texts: Texts) -> str:
    """Return the reasons for a verdict as a sentence; empty where there are none."""
    told = texts("general.semicolon").join(entry["verdict_reasons"])
    return texts("verdict.sentence", reasons=told) if told else ""


def clean_words(word: str, has_structure: bool, texts: Texts) -> str:
    """Return what to say where nothing was found; empty if nothing could be."""
    if word == "ready":
        return texts("report.clean")
    return texts("report.clean-so-far") if has_structure else ""


def unchecked(entry: Mapping[str, Any], texts: Texts) -> str:
    """Return what to say of a file that was not, or not wholly, checked; empty for any other."""
    if entry["verdict"] != "unchecked" or entry["error"]:
        return ""
    return with_reasons(entry["verdict"], entry["verdict_reasons"], texts)
