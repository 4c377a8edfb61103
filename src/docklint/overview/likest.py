"""How like others every file is, for its row."""

from __future__ import annotations

from collections.abc import Mapping

from docklint.likeness.folder import FolderLikeness, Pair
from docklint.overview.rows import Alike


def likest(found: FolderLikeness) -> Mapping[str, Alike]:
    """Return by path how like others every file of this year is: the likest of its papers counts."""
    by_path: dict[str, Alike] = {}
    for at, paper in enumerate(found.papers):
        if paper.past or not found.measured[at] or len(found.papers) < 2:
            continue
        nearest = found.nearest[at]
        known, alike = by_path.get(paper.path), _alike(found, at, nearest)
        if known is None or alike.score > known.score:
            by_path[paper.path] = alike
    return by_path


def _alike(found: FolderLikeness, at: int, nearest: Pair | None) -> Alike:
    common = found.common[at]
    if nearest is None:
        return Alike(0.0, 0, False, common)
    return Alike(nearest.score, found.counts[at], found.papers[nearest.second].past, common)
