"""An independent reader: is everything in our text that LibreOffice exports, and the other way round?

Slow, so it runs only when asked for: `DOCKLINT_SOFFICE=1 pytest tests/word/test_libreoffice.py -s`, where `soffice` is
installed. LibreOffice's text export has the body, its tables and old text boxes. It prints bullets (no text to us),
the numbers of notes where they are referred to (drawn, not written), and deleted text.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from docklint.document import Document
from docklint.readers import docx

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not (SOFFICE and os.environ.get("DOCKLINT_SOFFICE")), reason="opt-in, needs soffice"),
]

_EXPORTED = {"body", "table", "textbox"}
_BULLETS = "•◦▪"
_ALIKE = str.maketrans(
    {"\u2011": "-", "\u00ad": None, "\u200b": None, "\ufeff": None, **dict.fromkeys(_BULLETS)}
)


@pytest.fixture(scope="session")
def exports(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Let LibreOffice export the whole corpus once: file name → text."""
    home, source, target = (tmp_path_factory.mktemp(name) for name in ("home", "in", "out"))
    names = {}
    for at, path in enumerate(sorted((shared / "corpus").iterdir())):
        # It takes templates for something to fill in, and twins of one stem would overwrite each other.
        names[f"{at}.txt"] = path.name
        shutil.copy(path, source / f"{at}.docx")
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", "txt:Text (encoded):UTF8",
         "--outdir", str(target), *map(str, sorted(source.iterdir()))],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    return {names[path.name]: path.read_text("utf-8-sig") for path in target.iterdir()}


def test_share_of_visible_characters(shared: Path, exports: dict[str, str]) -> None:
    """At least 99.9 % of the visible characters of LibreOffice's text are in ours."""
    theirs = compiled = missing = extra = 0
    report = []
    for name, exported in sorted(exports.items()):
        if name.endswith("_password.docx"):
            continue
        read = _visible(_exported_lines(docx.read(name, (shared / "corpus" / name).read_bytes())))
        other = _visible(exported)
        theirs, compiled = theirs + other.total(), compiled + read.total()
        missing, extra = missing + (other - read).total(), extra + (read - other).total()
        if other != read:
            report.append(
                f"{name}: not in ours {_sample(other - read)}; only in ours {_sample(read - other)}"
            )
    share = f"{theirs - missing} of {theirs} found ({1 - missing / theirs:.4%}); {extra} of {compiled} only in ours"
    print(*report, share, sep="\n")  # noqa: T201 -- the figures are what one runs it for
    assert len(exports) > 100
    assert missing / theirs <= 0.001


def _exported_lines(document: Document) -> str:
    return "\n".join(
        document.text[line.start : line.end] for line in document.lines if line.part in _EXPORTED
    )


def _visible(text: str) -> Counter[str]:
    return Counter(character for character in text.translate(_ALIKE) if not character.isspace())


def _sample(rest: Counter[str]) -> str:
    return f"{rest.total()}: {''.join(rest.elements())[:60]!r}"
