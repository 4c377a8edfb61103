"""A unit's name in a line, and whether two names can be of one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from docklint.spans import Range
from docklint.structure.units.wording import LONGEST_NAME, UnitWords
from docklint.typed import Literal
from docklint.values import Value

Where = Literal["told", "title", "closing", "speaker", "signature", "heading", "opening", "subject", "itself"]
"""Where a paper says whose it is; `told`: the configuration says it."""
LEAST_NAME = 3
"""A name of fewer code points says no more than of which kind a unit is: 局, 县局."""


class Mention(Value):
    """A name where a paper speaks of itself. `place`: the name without the `body` behind it (党组)."""

    name: str
    place: Range
    where: Where
    body: str = ""

    @property
    def is_full(self) -> bool:
        """Whether the name says more than the kind of unit and its rank."""
        return len(self.name) >= LEAST_NAME and self.where != "itself"

    @property
    def shown(self) -> Range:
        """Where it stands, with its body if it is nothing without one: 局党组."""
        return self.place if self.is_full else Range(self.place.start, self.place.end + len(self.body))


def found_in(text: str, line: Range, words: UnitWords, whole: bool) -> Range | None:
    """Return where the unit's name stands with which a line begins, None if it begins with none.

    `whole`: nothing but a body, a post or the end may follow the name; else what stands between (门诊党支部) is left.
    """
    start = line.start + words.end_of_lead(text[line.start : line.end])
    name = text[start : words.end(text, start, min(line.end, start + LONGEST_NAME))]
    if whole and not name.endswith(words.endings):
        return None
    post = words.post.search(name, 1) if not name.endswith(words.endings) else None
    name = name[: post.start()] if post else name
    while name and not name.endswith(words.endings):
        name = name[:-1]
    # 支部 and 总支 are bodies, whatever stands before them, and no units.
    if (
        len(name) < (1 if whole else 2)
        or name.endswith(words["bodies"])
        or name.startswith("副")
        or words.is_no_name(name)
    ):
        return None
    # 县委巡察整改专题民主生活会: the county's committee inspected somebody else.
    if name.endswith("委") and text.startswith(("巡察", "巡视"), start + len(name)):
        return None
    return Range(start, start + len(name))


def same(one: str, other: str, words: UnitWords) -> bool:
    """Return whether two names can be of one unit: one is a shorter form of the other, or one hides something.

    A shorter form leaves out characters and puts none in, whatever their order: 县人社局 of 青禾县人力资源和社会保障局,
    县邮政分公司 of 邮政集团青禾县分公司.
    """
    if words.is_hidden(one) or words.is_hidden(other):
        return True
    if min(len(one), len(other)) < LEAST_NAME:
        return bool(words.kinds_of(one) & words.kinds_of(other))
    return _shortens(one, other) or _shortens(other, one)


def same_as_any(name: str, others: Iterable[str], words: UnitWords) -> bool:
    """Return whether a name can be that of one of several units."""
    return any(same(name, other, words) for other in others)


def longest(names: Iterable[str]) -> list[str]:
    """Return the names without those that only shorten another one: 县法院 would fit every county's court."""
    known = list(names)
    return [name for name in known if not any(name != other and _shortens(name, other) for other in known)]


def _shortens(short: str, long: str) -> bool:
    return len(short) <= len(long) and not Counter(short) - Counter(long)
