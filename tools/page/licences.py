"""The terms of everything inside the page, which travel in it."""

from __future__ import annotations

from pathlib import Path

from tools.check import ROOT

FOLDER = ROOT / "page" / "licences"
TEXTS = ("PSF.txt", "MPL-2.0.txt", "Apache-2.0.txt")


def licences() -> str:
    """Return what is inside, docklint's own terms, and the terms of the rest word by word."""
    texts = [_text(FOLDER / "INSIDE.txt"), _headed("docklint", ROOT / "LICENSE")]
    texts += [_headed(name.removesuffix(".txt"), FOLDER / name) for name in TEXTS]
    return "\n\n\n".join(texts) + "\n"


def _headed(name: str, path: Path) -> str:
    return f"{'=' * 72} {name}\n\n{_text(path)}"


def _text(path: Path) -> str:
    return path.read_text("utf-8").strip()
