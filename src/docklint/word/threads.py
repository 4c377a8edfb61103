"""The comments of a package as threads: whose they are, who answered, and the parts that keep their identity.

`commentsExtended` says by the id of a comment's last paragraph whom it answers and whether it is done; `commentsIds` and
`commentsExtensible` give it an id that lasts. Word may drop threads of which a part knows only some.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from docklint.tuples import NamedTuple
from docklint.word.names import PARA_ID, Names, on
from docklint.word.own import Tag, tags
from docklint.word.parts import Parts
from docklint.word.source import Source, SourceNode
from docklint.word.wording import dialect, parsed

_EXTENDED = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_IDS = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_EXTENSIBLE = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
_MOST = 0x7FFFFFFE
"""Ids of paragraphs and lasting ids are below 0x80000000 (MS-DOCX, 2.2.4)."""


class Comment(NamedTuple):
    """One comment. `tags`: docklint's, if it is its own; `para_ids`: of its paragraphs, as they are written."""

    node: SourceNode
    id: str
    tags: tuple[Tag, ...]
    para_ids: frozenset[str]
    author: str
    answered: bool
    done: bool


class Threads:
    """All comments of a package, and the side parts that know of them."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.part = parts.related("comments")
        self.source = None if self.part is None else parts.source(self.part)
        self._extended = self._side("commentsExtended")
        self._ids = self._side("commentsIds")
        self._extensible = self._side("commentsExtensible")
        self._gone: set[str] = set()
        self._new: set[str] = set()
        self.comments = tuple(self._comments())

    @property
    def known(self) -> bool:
        """Say whether a side part keeps the comments' identity, so that new ones need one too."""
        return not (self._extended is None and self._ids is None and self._extensible is None)

    def own(self) -> list[Comment]:
        """Return docklint's own comments."""
        return [each for each in self.comments if each.tags]

    def words(self, comment: Comment) -> str:
        """Return what a comment says, a line a paragraph."""
        assert self.source is not None
        w = self.source.w
        assert w is not None
        paragraphs = (node for node in comment.node.below() if node.tag == w.p)
        return "\n".join("".join(_words(self.source, each, w)) for each in paragraphs)

    def para_ids(self, leaving_out: Iterable[Comment]) -> set[str]:
        """Return the paragraph ids of the comments that stay."""
        gone = {each.node for each in leaving_out}
        return {name for each in self.comments if each.node not in gone for name in each.para_ids}

    def remove(self, comment: Comment) -> None:
        """Take a comment out, and what the side parts say of it."""
        assert self.part is not None
        self.parts.splices(self.part).remove(comment.node)
        lasting = set()
        if self._ids is not None:
            entries = [each for each in self._ids.root if _id(each, _IDS) in comment.para_ids]
            lasting = {each.get(_IDS + "durableId") or "" for each in entries}
            self._gone |= lasting
            self._remove(self._ids, entries)
        if self._extended is not None:
            entries = [each for each in self._extended.root if _id(each, _EXTENDED) in comment.para_ids]
            self._remove(self._extended, entries)
        if self._extensible is not None:
            known = (each for each in self._extensible.root if each.get(_EXTENSIBLE + "durableId") in lasting)
            self._remove(self._extensible, list(known))

    def forget(self, leaving: Iterable[Comment]) -> None:
        """Take the authors of comments that leave out of the list of persons that Word keeps, if they wrote nothing else."""
        people, leaving = self._side("people"), tuple(leaving)
        if people is None:
            return
        gone = {each.author for each in leaving}
        stay = {each.author for each in self.comments if each not in leaving}
        main = self.parts.source(self.parts.main)
        author = "" if main.w is None else main.w("author")
        stay |= {node.get(author) or "" for node in main.root.below()}
        self._remove(people, [each for each in people.root if each.get(_EXTENDED + "author") in gone - stay])

    def introduce(self, para_id: str, date: str | None) -> None:
        """Tell every side part of a new comment, by the id of its last paragraph."""
        lasting = self._lasting_id(para_id)
        if self._extended is not None:
            self._append(self._extended, "w15", "commentEx", paraId=para_id, done=0)
        if self._ids is not None:
            self._append(self._ids, "w16cid", "commentId", paraId=para_id, durableId=lasting)
        if self._extensible is not None:
            self._append(
                self._extensible, "w16cex", "commentExtensible", durableId=lasting, dateUtc=_in_utc(date)
            )

    def _comments(self) -> list[Comment]:
        w = self.source.w if self.source is not None else None
        if self.source is None or w is None:
            return []
        ends = {
            _id(each, _EXTENDED): each for each in (self._extended.root if self._extended is not None else ())
        }
        parents = {each.get(_EXTENDED + "paraIdParent") for each in ends.values()}
        found = [node for node in self.source.root.below() if node.tag == w("comment")]
        return [_comment(self.source, node, w, (ends, parents)) for node in found]

    def _side(self, kind: str) -> Source | None:
        part = self.parts.related(kind)
        return None if part is None else self.parts.source(part)

    def _remove(self, source: Source, entries: list[SourceNode]) -> None:
        for each in entries:
            self.parts.splices(source.part).remove(each)

    def _append(self, source: Source, prefix: str, local: str, **attributes: object) -> None:
        uri = source.root.tag[1:].partition("}")[0]
        xml = dialect(source.root, uri, prefix).one(local, **attributes)
        self.parts.splices(source.part).append(source.root, xml.encode())

    def _lasting_id(self, para_id: str) -> str:
        ids = self._ids.root.children if self._ids is not None else []
        extensible = self._extensible.root.children if self._extensible is not None else []
        taken = {each.get(_IDS + "durableId") or "" for each in ids}
        taken |= {each.get(_EXTENSIBLE + "durableId") or "" for each in extensible}
        name = fresh(f"lasting {para_id}", taken - self._gone | self._new)
        self._new.add(name)
        return name


def _comment(
    source: Source, node: SourceNode, w: Names, ends: tuple[dict[str | None, SourceNode], set[str | None]]
) -> Comment:
    entries, parents = ends
    paragraphs = [each for each in node.below() if each.tag == w.p]
    para_ids = frozenset(name for each in paragraphs if (name := each.get(PARA_ID)))
    own = [entries[name] for name in para_ids if name in entries]
    reply = any(each.get(_EXTENDED + "paraIdParent") for each in own)
    words = ["".join(_words(source, each, w)) for each in paragraphs]
    return Comment(
        node=node,
        id=node.get(w.id) or "",
        tags=() if reply else tags(words),
        para_ids=para_ids,
        author=node.get(w("author")) or "",
        answered=not para_ids.isdisjoint(name for name in parents if name),
        done=any(on(each.get(_EXTENDED + "done") or "0") for each in own),
    )


def _words(source: Source, paragraph: SourceNode, w: Names) -> list[str]:
    return [parsed(source.content(node)) for node in paragraph.below() if node.tag == w.t]


def _id(entry: SourceNode, uri: str) -> str | None:
    return entry.get(uri + "paraId")


def _in_utc(date: str | None) -> str | None:
    return date if date is not None and date.endswith("Z") else None


def fresh(seed: str, taken: set[str]) -> str:
    """Return an id of eight hexadecimal digits that is not `taken`, the same for the same seed; and take it."""
    step = 0
    while True:
        name = f"{crc32(f'{seed} {step}'.encode()) % _MOST + 1:08X}"
        if name not in taken:
            taken.add(name)
            return name
        step += 1
