"""The terms of everything inside the page, which travel in it."""

from __future__ import annotations

from tools.check import ROOT

FOLDER = ROOT / "page" / "licences"
TEXTS = ("PSF.txt", "MPL-2.0.txt", "Apache-2.0.txt")


def licences() -> str:
    """Return what is inside, docklint's own terms, and the terms of the rest word by word."""
    parts = [("", FOLDER / "INSIDE.txt"), ("docklint", ROOT / "LICENSE")]
    parts += [(name.removesuffix(".txt"), FOLDER / name) for name in TEXTS]
    rule = "=" * 72
    texts = (f"{rule} {name}\n\n{path.read_text('utf-8').strip()}" if name else path.read_text("utf-8").strip() for name, path in parts)
    return "\n\n\n".join(texts) + "\n"
