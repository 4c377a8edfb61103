"""The same bytes without anything but the standard library, as in a browser's page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docklint
from tests.annotating.drafts import draft
from tests.running import SOURCE

_BARE = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"lxml", "regex", "typer", "rich", "click"}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Refuse())
import docklint
data = open(sys.argv[1], "rb").read()
open(sys.argv[2], "wb").write(docklint.annotate(data, name="x.docx"))
"""


def test_the_standard_library_is_enough(tmp_path: Path) -> None:
    source, target = tmp_path / "draft.docx", tmp_path / "out.docx"
    source.write_bytes(draft())
    subprocess.run(
        [sys.executable, "-c", _BARE, source, target],
        check=True,
        env={"PYTHONPATH": str(SOURCE)},
        timeout=120,
    )
    assert target.read_bytes() == docklint.annotate(draft(), name="x.docx")
