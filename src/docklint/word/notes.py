"""Comments in a Word file: docklint's own put in, replaced and taken out; everybody else's left to the byte.

The rules, and what breaks without them, are those of WordprocessingML (ISO 29500-1, 17.13.4) and of what Word makes of it:
a range, its end and one reference for every comment; none in headers, footers and notes; ids above all that are used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from docklint.document import Document
from docklint.spans import Span
from docklint.tuples import NamedTuple
from docklint.values import Value
from docklint.word.cutting import Cutter, Spot
from docklint.word.errors import NoPlace, WriteFailed
from docklint.word.names import PARA_ID, WORD_2010
from docklint.word.numbers import Numbers
from docklint.word.own import Tag, is_tag
from docklint.word.parts import Parts
from docklint.word.placing import Anchor, Places
from docklint.word.refusals import check_document, check_package
from docklint.word.rereading import reread
from docklint.word.source import Source, SourceNode
from docklint.word.splice import Splices
from docklint.word.threads import Comment, Threads, fresh
from docklint.word.whereabouts import flat, said_of
from docklint.word.wording import Dialect, dialect, text

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_BLIND = "smartTag"
"""A wrapper in which LibreOffice passes over the ends of ranges: they stand beside it where they can."""
_MARKERS = ("commentRangeStart", "commentRangeEnd", "commentReference")


class Note(Value):
    """One comment to be: on `span` (code points of `Document.text`), saying `paragraphs`.

    `tags`: the findings it tells of; they are written as its last paragraph, and it is known by them alone.
    """

    span: Span
    paragraphs: tuple[str, ...]
    tags: tuple[Tag, ...]


class _Writer(NamedTuple):
    """Who comments, when, and in which language."""

    author: str
    initials: str
    date: str | None
    lang: str


class _Placed(NamedTuple):
    """A note that has its place and its number."""

    note: Note
    anchor: Anchor
    number: int


def add_notes(
    data: bytes,
    document: Document,
    notes: Sequence[Note],
    *,
    author: str = "docklint",
    initials: str = "dl",
    date: str | None = None,
    lang: str = "zh",
    staying: Collection[tuple[Tag, ...]] = (),
) -> bytes:
    """Return the package with a comment for every note, in place of docklint's own from an earlier run.

    `author`, `initials`, `date` (ISO 8601; None for none): what the comments say of themselves. `lang`, `zh` or `en`: of
    what is said where a comment cannot stand at what it is about.

    `document` is what was read from `data`. Own comments that somebody answered or resolved stay, and what they tell is
    not told again; those with the very tags of one of `staying` stay, too. Parts other than the body's, the comments' and
    what leads to them stay as they are; the same notes on the result give the same bytes. Raises `WriteRefused`, a
    `PackageError` for what is no sound package, and `ValueError` for tags that would not be known again.
    """
    check_document(document)
    if strange := [tag for each in notes for tag in each.tags or ("none",) if not is_tag(tag)]:
        raise ValueError(f"a comment would not be known again by {strange[0]}")
    parts = Parts(data)
    check_package(parts.package, "comments")
    threads = Threads(parts)
    kept = [each for each in threads.own() if each.answered or each.done]
    leaving = [each for each in threads.own() if each not in kept and each.tags not in staying]
    told = {tag for each in kept for tag in each.tags}
    _remove(parts, threads, leaving)
    places = Places(document, parts)
    numbers = Numbers(_taken(parts, threads, leaving))
    wanted = [note for note in notes if not told.issuperset(note.tags)]
    placed = [_Placed(note, _placed(places, note), numbers.next()) for note in wanted]
    _mark(parts, places, placed)
    _define(parts, threads, leaving, placed, _Writer(author, initials, date, lang))
    result = parts.result()
    _check_markers(parts.splices(parts.main), {str(each.number) for each in placed})
    reread(result, document, {each.note.tags: each.anchor.span for each in placed})
    return result


def remove_notes(data: bytes) -> tuple[bytes, tuple[Tag, ...]]:
    """Return the package without docklint's own comments, and the tags of those that stay: somebody answered them.

    A package without any is returned as it is. Raises `WriteRefused` or a `PackageError`.
    """
    parts = Parts(data)
    check_package(parts.package, "comments")
    threads = Threads(parts)
    leaving = [each for each in threads.own() if not each.answered]
    kept = tuple(tag for each in threads.own() if each.answered for tag in each.tags)
    if not leaving:
        return data, kept
    _remove(parts, threads, leaving)
    threads.forget(leaving)
    if threads.part is not None and parts.splices(threads.part).stored() == _empty_part(parts):
        parts.drop("comments", threads.part)
    result = parts.result()
    reread(result, None, {}, before=data)
    return result, kept


def own_tags(data: bytes) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """Return the tags of docklint's own comments in a package: of all, and of those answered or resolved.

    Raises a `PackageError`.
    """
    own = Threads(Parts(data)).own()
    stay = (tag for each in own if each.answered or each.done for tag in each.tags)
    return tuple(tag for each in own for tag in each.tags), tuple(stay)


def own_count(data: bytes) -> int:
    """Count docklint's own comments in a package. Raises a `PackageError`."""
    return len(Threads(Parts(data)).own())


def _remove(parts: Parts, threads: Threads, leaving: Sequence[Comment]) -> None:
    """Take comments out, with their markers; those of an id that a comment that stays has as well are its."""
    for each in leaving:
        threads.remove(each)
    gone = {each.id for each in leaving} - {each.id for each in threads.comments if each not in leaving}
    if not gone:
        return
    splices = parts.splices(parts.main)
    for node in _markers(splices.source):
        if node.get(_id(splices.source)) in gone:
            splices.remove(_alone(node, splices.source))


def _alone(marker: SourceNode, source: Source) -> SourceNode:
    """Return a reference with its run, if that holds nothing else."""
    run, w = marker.parent, source.w
    assert run is not None
    assert w is not None
    if run.tag != w.r or any(each is not marker and each.tag != w.r_pr for each in run):
        return marker
    return run


def _markers(source: Source) -> Iterator[SourceNode]:
    assert source.w is not None
    tags = frozenset(map(source.w, _MARKERS))
    return (node for node in source.root.below() if node.tag in tags)


def _id(source: Source) -> str:
    assert source.w is not None
    return source.w.id


def _taken(parts: Parts, threads: Threads, leaving: Sequence[Comment]) -> Iterator[str | None]:
    """Yield the ids that new comments must not have: of comments that stay, and of markers that lead nowhere."""
    stays = {each.id for each in threads.comments if each not in leaving}
    gone = {each.id for each in leaving} - stays
    yield from stays
    source = parts.source(parts.main)
    found = (node.get(_id(source)) for node in _markers(source))
    yield from (each for each in found if each not in gone)


def _placed(places: Places, note: Note) -> Anchor:
    anchor = places.anchor(note.span)
    if anchor is None:
        raise NoPlace()
    return anchor


def _mark(parts: Parts, places: Places, placed: Sequence[_Placed]) -> None:
    """Put the markers: at one spot all ends before all beginnings, so that no comment is inside out."""
    splices, source = parts.splices(parts.main), places.source
    revisions = Numbers(node.get(_id(source)) for node in source.root.below())
    cutter = Cutter(source, revisions)
    for each in placed:
        if each.anchor.start is None:
            splices.append(each.anchor.end.node, _start(source, each).encode() + _end(source, each).encode())
        else:
            cutter.put(cutter.outside(each.anchor.end, _BLIND), _end(source, each))
    for each in placed:
        if each.anchor.start is not None:
            cutter.put(cutter.outside(each.anchor.start, _BLIND), _start(source, each))
    cutter.splice(splices)


def _start(source: Source, placed: _Placed) -> str:
    return _w(source, placed.anchor.end).one("commentRangeStart", id=placed.number)


def _end(source: Source, placed: _Placed) -> str:
    w = _w(source, placed.anchor.end)
    reference = w.one("commentReference", id=placed.number)
    return w.one("commentRangeEnd", id=placed.number) + f"<{w.open('r')}>{reference}</{w('r')}>"


def _w(source: Source, spot: Spot) -> Dialect:
    return dialect(spot.node, source.root.tag[1:].partition("}")[0], "w")


def _check_markers(splices: Splices, numbers: set[str]) -> None:
    """Check that every comment has its three markers, once each: a comment that lost one passes every validator."""
    source = Source(splices.source.part, splices.stored())
    found = Counter(
        (node.local, number) for node in _markers(source) if (number := node.get(_id(source))) in numbers
    )
    if found != dict.fromkeys(((local, number) for local in _MARKERS for number in numbers), 1):
        raise WriteFailed(english="markers of comments are lost or doubled")


def _define(
    parts: Parts, threads: Threads, leaving: Sequence[Comment], placed: Sequence[_Placed], writer: _Writer
) -> None:
    """Write the comments themselves, and what keeps their identity where others have such a thing."""
    if not placed:
        return
    part = threads.part or parts.add("comments", _empty_part(parts), _TYPE)
    parts.declare(part, _TYPE)
    splices = parts.splices(part)
    taken = threads.para_ids(leaving) | _para_ids(parts)
    for each in placed:
        para_id = fresh(" ".join(map(str, each.note.tags)), taken) if threads.known else None
        splices.append(splices.source.root, _comment(splices.source, each, para_id, writer).encode())
        if para_id is not None:
            threads.introduce(para_id, writer.date)


def _empty_part(parts: Parts) -> bytes:
    """Return a comments part without comments, in the namespace of the main part."""
    uri = parts.source(parts.main).root.tag[1:].partition("}")[0]
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{declaration}<w:comments xmlns:w="{uri}"></w:comments>'.encode()


def _para_ids(parts: Parts) -> set[str]:
    return {name for node in parts.source(parts.main).root.below() if (name := node.get(PARA_ID)) is not None}


def _comment(source: Source, placed: _Placed, para_id: str | None, writer: _Writer) -> str:
    w = dialect(source.root, source.root.tag[1:].partition("}")[0], "w")
    who = {"author": writer.author, "date": writer.date, "initials": writer.initials}
    lines = [
        *placed.note.paragraphs,
        *said_of(placed.anchor, writer.lang),
        " ".join(map(str, placed.note.tags)),
    ]
    sign = f"<{w('r')}><{w('annotationRef')}/></{w('r')}>"
    runs = [
        f'<{w("r")}><{w("t")} xml:space="preserve">{text(flat(line))}</{w("t")}></{w("r")}>' for line in lines
    ]
    tags = [w("p")] * (len(lines) - 1) + [w("p") + _identity(source, para_id)]
    paragraphs = [
        f"<{tag}>{run}</{w('p')}>" for tag, run in zip(tags, (sign + runs[0], *runs[1:]), strict=True)
    ]
    return f"<{w.open('comment', id=placed.number, **who)}>{''.join(paragraphs)}</{w('comment')}>"


def _identity(source: Source, para_id: str | None) -> str:
    if para_id is None:
        return ""
    w14 = Dialect(source.root.scope, WORD_2010[1:-1], "w14")
    return f'{w14.declared} {w14("paraId")}="{para_id}"'
