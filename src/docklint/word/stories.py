"""The stories of a document in the order docklint prints them, read into one Document."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from functools import cache, lru_cache

from docklint.document import NOT_SHOWN, Document, Unread
from docklint.texts import Text
from docklint.values import replace
from docklint.word import art, blocks, errors, fields, guard, own, revisions, runs, xml
from docklint.word.alternate import settle
from docklint.word.lines import Place, lay_out, marks
from docklint.word.names import XML_SPACE, names, names_of
from docklint.word.numbering import Numbering
from docklint.word.package import Package, Relationship
from docklint.word.styles import Styles
from docklint.word.walk import Budget, Handler, View, Walk
from docklint.word.xml import Element, has

_PARTS = ("body", "table", "textbox", "header", "footer", "footnote", "endnote", "comment")
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_TRACKED = ("ins", "del", "moveFrom", "moveTo")
_OTHERS = {
    "workbook": Text("kind.workbook"),
    "presentation": Text("kind.presentation"),
}


def read(path: str, package: Package, revisions: str = "final") -> Document:
    """Read every story: body, text boxes, headers, footers, footnotes, endnotes, comments.

    Text boxes follow the body; those of another story follow that story and bear its part's name.
    """
    main = package.main()
    related = package.relationships(main)
    view = View(_styles(package, related), _numbering(package, related), revisions, Budget())
    return _document(path, list(_walks(package, related, _body(package, main, view))))


def _body(package: Package, main: str, view: View) -> Walk:
    """Walk the main part and let go of its tree, which is by far the largest thing in memory."""
    root = package.parse(main)
    if names_of(root.tag) is None:
        raise _other(root.tag)
    return _walk(root, main, "body", view)


def _other(tag: str) -> errors.PackageError:
    kind = _OTHERS.get(tag.rpartition("}")[2])
    return errors.OtherOffice(kind=kind) if kind else errors.NoMainPart()


def _styles(package: Package, related: tuple[Relationship, ...]) -> Styles:
    part = _first(package, related, "styles")
    return Styles(None, None) if part is None else _read_styles(package.inflate(part), guard.shown(part))


@lru_cache(maxsize=4)
def _read_styles(data: bytes, part: str) -> Styles:
    """Read the styles; drafts of one office share theirs to the byte, and they are often most of the file."""
    root = xml.parse(data, part)
    settle(root)
    return Styles(root, names_of(root.tag))


def _numbering(package: Package, related: tuple[Relationship, ...]) -> Numbering:
    part = _first(package, related, "numbering")
    root = None if part is None else package.parse(part)
    if root is not None:
        settle(root)
    return Numbering(root, None if root is None else names_of(root.tag))


def _first(package: Package, related: tuple[Relationship, ...], kind: str) -> str | None:
    return next((part for _, part in _parts(package, related, kind)), None)


def _parts(package: Package, related: tuple[Relationship, ...], kind: str) -> Iterator[tuple[str, str]]:
    """Yield (relationship id, part) of one kind; a relationship that dangles leads to none."""
    for each in related:
        part = package.name(each.target) if each.kind == kind and each.target else None
        if part is not None:
            yield each.id, part


def _walks(package: Package, related: tuple[Relationship, ...], body: Walk) -> Iterator[Walk]:
    yield body
    for kind in ("header", "footer"):
        by_id = dict(_parts(package, related, kind))
        shown = dict.fromkeys(by_id[name] for name in body.references if name in by_id)
        yield from _others(package, shown, kind, body.view)
        for part in dict.fromkeys(by_id.values()):
            if part not in shown:
                body.unread[Unread(part, NOT_SHOWN)] = None
    for kind, story in _NOTES.items():
        parts = dict.fromkeys(part for _, part in _parts(package, related, kind))
        yield from _others(package, parts, story, body.view)


def _others(package: Package, parts: dict[str, None], story: str, view: View) -> Iterator[Walk]:
    for part in parts:
        root = package.parse(part)
        if names_of(root.tag) is not None:
            yield _walk(root, part, story, view)


def _walk(root: Element, source: str, part: str, view: View) -> Walk:
    """Walk a part; if a field never ends, once more with no regard to fields: no text may be lost to it."""
    settle(root)
    before = copy(view.budget)
    walk = _once(root, source, part, replace(view, fields=True))
    if any(fields.is_broken(flow) for flow in walk.flows):
        view.budget.restore(before)
        walk = _once(root, source, part, replace(view, fields=False))
    return walk


def _once(root: Element, source: str, part: str, view: View) -> Walk:
    w = names_of(root.tag)
    assert w is not None
    walk = Walk(source, part, w, _table(root.tag[1:].partition("}")[0]), view)
    walk.tracks = has(root, *map(w, _TRACKED))
    walk.reformats = has(root, *map(w, revisions.REFORMATTED))
    # All at once first: a long part that has none of them is gone through a single time.
    walk.looks = has(root, w.vanish, w.b, w.r_style)
    walk.hides = walk.looks and (has(root, w.vanish) or (view.styles.hides and has(root, w.r_style)))
    walk.preserves = root.get(XML_SPACE) == "preserve"
    walk.children(root)
    walk.flow.flush()
    for flow in walk.flows:
        flow.unlooked = None
    return walk


@cache
def _table(uri: str) -> dict[str, Handler]:
    own = {**runs.TABLE, **blocks.TABLE, **fields.TABLE, **revisions.TABLE, **art.TABLE, "comment": _comment}
    return {**names(uri).table(own), **art.FOREIGN}


def _comment(walk: Walk, element: Element) -> None:
    """Read one comment: lines of its own, and a mark that waits for the place it speaks of.

    One of docklint's own is no text: it is told apart, as a mark alone.
    """
    words = own.texts(element, walk.w)
    if own.tags(words):
        trace = walk.trace("own", element)
        trace.texts.append("\n".join(words))
        walk.comments[element.get(walk.w.id) or ""] = trace
        walk.skip(element)
        return
    before = len(walk.flow.strips)
    trace = walk.trace("comment", element)
    walk.children(element)
    walk.flow.flush()
    strips = [strip for strip in walk.flow.strips[before:] if not strip.dropped]
    trace.texts.append("\n".join("".join(strip.chunks) for strip in strips))
    walk.comments[element.get(walk.w.id) or ""] = trace


def _document(path: str, walks: list[Walk]) -> Document:
    laid = lay_out(sheet for walk in walks for sheet in walk.sheets())
    _anchor(walks)
    parts = {line.part for line in laid.lines} | {"body"}
    traces = (trace for walk in walks for trace in walk.traces)
    return Document(
        path,
        laid.text,
        laid.lines,
        laid.pieces,
        format="docx",
        marks=marks(traces, len(laid.text)),
        read=tuple(part for part in _PARTS if part in parts),
        unread=tuple(dict.fromkeys(each for walk in walks for each in walk.unread)),
    )


def _anchor(walks: list[Walk]) -> None:
    """Lead every comment to the range it speaks of; one nothing refers to stays where it stands itself."""
    anchors: dict[str, list[Place]] = {}
    for walk in reversed(walks):
        anchors.update(walk.anchors)
    for walk in walks:
        for name, trace in walk.comments.items():
            if name in anchors:
                trace.start, trace.end = anchors[name][0], anchors[name][-1]
