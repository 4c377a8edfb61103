"""What a saying looks like that no list holds (不温不火): frames, read without patterns, for these were dear to compile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count

from docklint.beginnings import REMEMBERED
from docklint.pairs import CODE_POINT, FIRST, SECOND
from docklint.typed import TypeAlias

Signs: TypeAlias = tuple[Callable[[str], bool], int, int]
"""Which signs fit, and how many of them there are at least and at most."""
Frame: TypeAlias = tuple[Signs, ...]
"""What stands behind the first sign of a frame."""


class Frames:
    r"""Some frames, of which the first that fits a place has it, with as much of the text as it can take.

    A frame is signs one behind the other: a character, any one (`.`), a letter (`\w`), one of some (`[该应]`), any but
    some (`[^，、]`); behind each may stand how often: `?`, `{2}`, `{1,3}`. The first is one of known signs and stands once.
    """

    def __init__(self, frames: Iterable[str]) -> None:
        """Read the frames."""
        opening: dict[int, list[Frame]] = {}
        for frame in frames:
            signs, rest = _parted(frame)
            for sign in signs:
                opening.setdefault(ord(sign), []).append(tuple(_signs(rest)))
        self._opening = _Openings(opening)

    def found(self, text: str, start: int, end: int, numbers: Sequence[int]) -> dict[int, int]:
        """Return where frames begin in a place and where each ends, none within another; `numbers`: its pairs."""
        found: dict[int, int] = {}
        behind, opening = start, self._opening
        for at in compress(count(start), map(opening.__getitem__, numbers)):
            frames = opening[numbers[at - start]] if at >= behind else ()
            fitting = next(filter(None, (_end(frame, text, at + 1, end) for frame in frames)), 0)
            if fitting:
                found[at] = behind = fitting
        return found


class _Openings(dict[int, Sequence[Frame]]):
    """The frames that may begin with two neighbours, by the number of these (`docklint.pairs`)."""

    def __init__(self, frames: Mapping[int, Sequence[Frame]]) -> None:
        self._frames = frames

    def __missing__(self, number: int) -> Sequence[Frame]:
        """Look at two neighbours, once."""
        if len(self) >= REMEMBERED:
            self.clear()
        frames = self._frames.get(number >> FIRST & CODE_POINT)
        second = chr(number >> SECOND & CODE_POINT) if frames else ""
        self[number] = found = [each for each in frames if _may_go_on(each, second)] if frames else ()
        return found


def _may_go_on(frame: Frame, second: str) -> bool:
    fits, least, _ = frame[0]
    return not least or fits(second)


def _end(frame: Sequence[Signs], text: str, start: int, limit: int) -> int:
    """Return where a frame ends that begins at a place; 0 if it does not fit there."""
    if not frame:
        return start
    fits, least, most = frame[0]
    end = start
    while end < min(limit, start + most) and fits(text[end]):
        end += 1
    return next(
        filter(None, (_end(frame[1:], text, at, limit) for at in range(end, start + least - 1, -1))), 0
    )


def _parted(frame: str) -> tuple[str, str]:
    """Return the signs that a frame may begin with, and the rest of it."""
    if frame[0] != "[":
        return frame[0], frame[1:]
    signs, _, rest = frame[1:].partition("]")
    return signs, rest


def _signs(frame: str) -> Iterator[Signs]:
    at = 0
    while at < len(frame):
        end = frame.index("]", at) + 1 if frame[at] == "[" else at + 1 + (frame[at] == "\\")
        least, most, behind = _often(frame, end)
        yield _fitting(frame[at:end]), least, most
        at = behind


def _often(frame: str, at: int) -> tuple[int, int, int]:
    """Return how often signs stand at least and at most, and where what says so ends."""
    if frame.startswith("?", at):
        return 0, 1, at + 1
    if not frame.startswith("{", at):
        return 1, 1, at
    end = frame.index("}", at)
    least, _, most = frame[at + 1 : end].partition(",")
    return int(least), int(most or least), end + 1


def _fitting(signs: str) -> Callable[[str], bool]:
    if signs == ".":
        return "\n".__ne__
    if signs == r"\w":
        return str.isalnum
    excepted = signs.startswith("[^")
    inside = frozenset(signs[2:-1] if excepted else signs.strip("[]"))
    return (lambda sign: sign not in inside) if excepted else inside.__contains__
