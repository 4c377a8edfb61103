"""Who made a report: the version, the day of the rules, and that the draft stayed where it was."""

from __future__ import annotations

from collections.abc import Mapping

from docklint.texts import Texts
from docklint.version import RULES_DAY, __version__


def tool() -> dict[str, str]:
    """Return the contract's `tool`, and the day of the rules."""
    return {"name": "docklint", "version": __version__, "rules": RULES_DAY}


def made_by(tool: Mapping[str, str], texts: Texts) -> str:
    """Return the sentence that every report for people ends with. `tool`: as the JSON has it."""
    return texts("report.made-by", version=tool["version"], day=tool.get("rules", "-"))


def file_name(path: str) -> str:
    """Return the last part of a path, whichever system it is from."""
    return path.replace("\\", "/").rpartition("/")[2]
