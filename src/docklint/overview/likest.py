"""How like others every paper is, for its row."""

from __future__ import annotations

from collections.abc import Mapping

from docklint.likeness.folder import FolderLikeness, Pair
from docklint.overview.rows import Alike, PaperId


def likest(found: FolderLikeness) -> Mapping[PaperId, Alike]:
    """Return how like others every paper of this year is that is long enough to be measured."""
    if len(found.papers) < 2:
        return {}
    return {
        (paper.path, paper.number): _alike(found, at, found.nearest[at])
        for at, paper in enumerate(found.papers)
        if found.measured[at] and not paper.past
    }


def of_files(papers: Mapping[PaperId, Alike]) -> Mapping[str, Alike]:
    """Return by path how like others every file is: the likest of its papers counts."""
    by_path: dict[str, Alike] = {}
    for (path, _), alike in papers.items():
        known = by_path.get(path)
        if known is None or alike.score > known.score:
            by_path[path] = alike
    return by_path


def _alike(found: FolderLikeness, at: int, nearest: Pair | None) -> Alike:
    common = found.common[at]
    if nearest is None:
        return Alike(0.0, 0, False, common)
    return Alike(nearest.score, found.counts[at], found.papers[nearest.second].past, common)
