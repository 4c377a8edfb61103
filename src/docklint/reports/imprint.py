"""Who made a report: the version, the day of the rules, and that the draft stayed where it was."""

from __future__ import annotations

from collections.abc import Mapping

from docklint.texts import Texts


def made_by(tool: Mapping[str, str], texts: Texts) -> str:
    """Return the sentence that every report for people ends with. `tool`: as the JSON has it."""
    return texts("report.made-by", version=tool["version"], day=tool.get("rules", "-"))


def file_name(path: str) -> str:
    """Return the last part of a path, whichever system it is from."""
    return path.replace("\\", "/").rpartition("/")[2]
