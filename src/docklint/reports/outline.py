"""The structure of a file's drafts, as a tree for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docklint.fingerprints import Fingerprints
from docklint.neutral import safe
from docklint.profile import Profile
from docklint.reports.encoding import encode
from docklint.reports.json import SCHEMA_VERSION
from docklint.reports.location import Locator
from docklint.reports.words import chosen_words
from docklint.spans import Range
from docklint.structure.draft import Draft, Part
from docklint.texts import Texts

_LONGEST_TITLE = 40


def json(drafts: Sequence[Draft], chosen_by: str, texts: Texts) -> Iterator[str]:
    """Yield the contract's outline, a node a line. Ids run through all drafts of the file."""
    profile = {**_profile(drafts[0].profile, texts), "chosen_by": chosen_by}
    head = {"schema_version": SCHEMA_VERSION, "path": drafts[0].document.path, "profile": profile}
    yield encode(head)[:-1] + ', "nodes": ['
    between = "\n"
    for node in nodes(drafts):
        yield between + encode(node)
        between = ",\n"
    yield "\n]}\n"


def nodes(drafts: Sequence[Draft]) -> Iterator[dict[str, Any]]:
    """Yield the nodes of the contract in document order."""
    locator, places = Locator(drafts[0].document), Fingerprints(drafts)
    for draft, ids in zip(drafts, identities(drafts), strict=True):
        yield from (_node(draft, part, ids, locator, places) for part in draft.parts)


def identities(drafts: Sequence[Draft]) -> Iterator[dict[int, str]]:
    """Yield the ids of each draft's parts by `Part.id`; they run through all drafts of the file."""
    first = 0
    for draft in drafts:
        yield {part.id: f"n{number}" for number, part in enumerate(draft.parts, first + 1)}
        first += len(draft.parts)


def tree(drafts: Sequence[Draft], chosen_by: str, texts: Texts) -> Iterator[str]:
    """Yield the tree for people, a part a line: place, ordinal and title, what it is, and its examples."""
    document = drafts[0].document
    yield safe(document.path) + "\n"
    profile = drafts[0].profile
    yield chosen_words(profile.id, profile.title_in(texts.lang), chosen_by, texts) + "\n"
    locator = Locator(document)
    for draft in drafts:
        yield "\n"
        yield from (_branch(draft, part, depth, locator, texts) for part, depth in _deep(draft))
        yield _totals(draft, texts) + "\n"


def _profile(profile: Profile, texts: Texts) -> dict[str, str]:
    return {"id": profile.id, "title": profile.title_in(texts.lang)}


def _node(
    draft: Draft, part: Part, ids: dict[int, str], locator: Locator, places: Fingerprints
) -> dict[str, Any]:
    heading_path = places.heading_path(draft.span(part.claim))
    return {
        "id": ids[part.id],
        "parent": None if part.parent is None else ids[part.parent],
        "kind": part.kind,
        "role": part.role,
        "name": part.name if part.kind == "dimension" else None,
        "ordinal": draft.quote(part.ordinal.range) if part.ordinal else None,
        "title": draft.quote(part.title),
        "location": locator.location(draft.span(_heading(part)), heading_path),
        "examples": [
            {
                "marker": draft.quote(example.marker),
                "location": locator.location(place, places.heading_path(place)),
            }
            for example in part.examples
            for place in (draft.span(example.range),)
        ],
    }


def _heading(part: Part) -> Range:
    start = part.ordinal.range.start if part.ordinal else part.title.start
    return Range(start, max(part.title.end, part.ordinal.range.end if part.ordinal else start))


def _deep(draft: Draft) -> Iterator[tuple[Part, int]]:
    depths: dict[int | None, int] = {None: -1}
    for part in draft.parts:
        depths[part.id] = depths[part.parent] + 1
        yield part, depths[part.id]


def _branch(draft: Draft, part: Part, depth: int, locator: Locator, texts: Texts) -> str:
    line, column = locator.position(draft.span(part.range).start)
    title = safe(draft.quote(_heading(part)))
    shown = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
    notes = [texts(f"report.kind-{part.kind}")]
    if part.examples:
        notes.append(texts("report.examples", count=len(part.examples)))
    return f"{f'{line}:{column}':>8}  {'  ' * depth}{shown}  [{texts('general.list').join(notes)}]\n"


def _totals(draft: Draft, texts: Texts) -> str:
    kinds = [part.kind for part in draft.parts]
    counts = {
        f"{kind}s": kinds.count(kind) for kind in ("section", "dimension", "problem", "cause", "measure")
    }
    return texts("report.outline-total" if kinds else "report.outline-empty", **counts)
