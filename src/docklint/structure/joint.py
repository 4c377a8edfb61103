"""Sections whose heading joins two parts: 原因剖析及整改措施."""

from __future__ import annotations

from docklint.profile import Lexicon, Slot
from docklint.structure.alignment import keyword_slot
from docklint.structure.labels import LABELS
from docklint.structure.titles import normal, sides
from docklint.structure.wordings import wordings


def joined(title: str, slots: tuple[Slot, ...], lexicon: Lexicon) -> tuple[Slot, ...]:
    """Give the slots, in the profile's order, that a heading names side by side; none if only one."""
    if wordings(slots, lexicon).listed(normal(title, lexicon)):
        return ()
    pieces = (piece for piece in sides(title, lexicon) if len(piece) > 1)
    found = {named(normal(piece, lexicon), slots, lexicon) for piece in pieces}
    joint = sorted(s for s in found if s is not None and slots[s].role in LABELS.values())
    return tuple(slots[s] for s in joint) if len(joint) > 1 else ()


def named(name: str, slots: tuple[Slot, ...], lexicon: Lexicon) -> int | None:
    """Find the slot (by index) whose title or keyword a normalised heading is or holds."""
    exact = wordings(slots, lexicon).exact(name)
    return keyword_slot(name, slots) if exact is None else exact
