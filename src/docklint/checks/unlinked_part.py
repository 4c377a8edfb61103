"""A cause, a measure or a dimension that nothing answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.checks.levels import heading_text
from docklint.rules import Check, Hit, Related
from docklint.structure.correspondence.links import UNANSWERED, Unlinked, correspondence
from docklint.structure.correspondence.obstacles import comparable
from docklint.structure.draft import Draft, Part
from docklint.typed import ClassVar, Literal
from docklint.values import replace

_STOPS = "。；，、：\n \u3000"
_OPENING, _CLOSING = "【［[〔＜<«〖{（", "】］]〕＞>»〗}）"
SHOWN = 4
"""How many shared words a message tells."""


class UnlinkedPart(Check):
    """Point at the heading of each `part` without a counterpart of the kind `without`, and name the nearest one.

    A measure answers causes and dimensions alike. `least`: the score (0-1) from which the nearest candidate may be
    meant for it. Variant `none`: nothing comes near; `other`: the nearest shares no word and is about something else
    (`ours`, `theirs`: what each is about); `show`: the nearest is mere show (`shown`: 换招牌, 评先进). Of a dimension, of
    which causes and measures often speak only in passing, no candidate is named.
    """

    own: ClassVar[tuple[str, ...]] = ("part", "without")

    part: Literal["cause", "measure", "dimension"]
    without: Literal["cause", "measure"]
    least: float = UNANSWERED

    def applies(self, draft: Draft) -> bool:
        """Apply where such parts, and (but for measures) their counterparts, stand there and can be compared."""
        kinds = (self.part,) if self.part != "dimension" else (self.part, self.without)
        return comparable(draft) and all(any(draft.of(kind)) for kind in kinds)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a part; what stands below a heading that is lost is told there."""
        for unlinked in self._unlinked(draft):
            if unlinked.score < self.least and not unlinked.part.orphaned:
                yield self._hit(draft, unlinked)

    def _unlinked(self, draft: Draft) -> tuple[Unlinked, ...]:
        found = correspondence(draft)
        if self.part == "dimension":
            return found.dimensions(self.without)
        return found.causes if self.part == "cause" else found.measures

    def _hit(self, draft: Draft, unlinked: Unlinked) -> Hit:
        """Tell the part, and where what is still to be written may be its counterpart: one fault."""
        hit = _bare(draft, unlinked) if self.part == "dimension" else _compared(draft, unlinked)
        body = unlinked.part.body
        places = [body, *(part.title for part in draft.of(self.without))]
        return replace(hit, about=draft.spans(place for place in places if _is_bracketed(draft.words(place))))


def _is_bracketed(words: str) -> bool:
    """Return whether words are nothing but something in brackets, as an unfilled field is."""
    inner = words.strip(_STOPS)
    return len(inner) > 1 and inner[0] in _OPENING and inner[-1] in _CLOSING


def _bare(draft: Draft, unlinked: Unlinked) -> Hit:
    return Hit(draft.span(unlinked.part.heading), {"title": heading_text(draft, unlinked.part)})


def _compared(draft: Draft, unlinked: Unlinked) -> Hit:
    """Tell the part, the nearest candidate and the words they share, in quotes."""
    place, title = draft.span(unlinked.part.heading), heading_text(draft, unlinked.part)
    shared, (ours, theirs) = _quoted(_shared(unlinked)), map(_quoted, _subjects(unlinked))
    shown = _quoted(unlinked.shown[:SHOWN])
    values = {"title": title, "nearest": "", "shared": shared, "ours": ours, "theirs": theirs, "shown": shown}
    if not shown and not shared and not (ours and theirs):
        return Hit(place, values, variant="none")
    nearest = _other(unlinked)
    values["nearest"] = heading_text(draft, nearest)
    related = (Related("candidate", draft.span(nearest.heading)),)
    return Hit(place, values, related, variant="show" if shown else "" if shared else "other")


def _quoted(words: Iterable[str]) -> str:
    return "、".join(f"“{word}”" for word in words)


def _subjects(unlinked: Unlinked) -> tuple[list[str], list[str]]:
    """Return what the part is about, and what its nearest candidate is about."""
    one, other = unlinked.nearest.subjects
    return (one, other) if unlinked.nearest.source is unlinked.part else (other, one)


def _other(unlinked: Unlinked) -> Part:
    link = unlinked.nearest
    return link.target if link.source is unlinked.part else link.source


def _shared(unlinked: Unlinked) -> list[str]:
    """Return what both use word for word; a common theme in different words is no common word."""
    evidence = unlinked.nearest.evidence
    terms = (item.words[0] for item in evidence if item.kind == "term")
    themes = (item.words[1] for item in evidence if item.kind == "theme" and item.words[1] == item.words[2])
    found = [*terms, *themes]
    return [word for n, word in enumerate(found) if not any(word in other for other in found[:n])][:SHOWN]
