"""What a report must not take the place of."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from docklint.errors import SetupError
from docklint.runner.targets import STDIN


def refuse_overwriting(output: Path | None, drafts: Iterable[str]) -> None:
    """Raise `SetupError` if a report would take the place of a draft."""
    if output and os.path.exists(output) and any(_same(output, draft) for draft in drafts):
        raise SetupError("setup.overwriting", output=output)


def _same(output: Path, draft: str) -> bool:
    return draft != STDIN and os.path.exists(draft) and os.path.samefile(output, draft)
