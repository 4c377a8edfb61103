"""What a token may turn out to be: every transition from the open sequences, with its price.

A token continues an open sequence, opens one, or is running text; a fault (a gap, a repeat, a lost marker one level
up) is a transition too, but a dear one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docklint.structure.tokens import Token

DEEPEST = 10
"""Levels below each other; real drafts have up to five."""

# What a fault costs, relative to each other. Only their order matters: reading a well-placed ordinal as running
# text is the last resort; a lost marker is likelier than a repeat, and both are likelier than two faults.
GAP, START, REPEAT, RESTART = 2.0, 2.0, 3.0, 3.3
MIXED, MIXED_LEVELS, MIXED_THOUGH_OPEN = 1.5, 2.5, 4.5
LOST, SURELY_LOST = 4.0, 2.2
NEED_A_SECOND = ("word", "must", "ordinal-is")
"""Alone, these styles are manners of speaking: 首先要…, 第一是…"""
SELDOM_ALONE = ("ordinal", "among")
FRESH, INSTEAD, UPWARD, NESTED = 1.0, 0.8, 0.9, 1.5
RUNNING = {"strong": 6.0, "stop": 3.6, "comma": 0.8, "weak": 0.3, "word": 0.1, "heading": 0.5}
_RANKS = {"title": 1, "part": 1, "chinese": 1, "paren": 2, "arabic": 3, "arabic-paren": 4}


class Frame(NamedTuple):
    """One open sequence. `last`: its latest value; `slack`: how many values may have been lost since.

    `dimensional`: its first heading is a known dimension's title. `first`/`name`: the normalised titles of its
    first and latest part.
    """

    family: str
    last: int
    slack: int = 0
    dimensional: bool = False
    first: str = ""
    name: str = ""

    @property
    def unnumbered(self) -> bool:
        """Say whether its parts bear no ordinals so far."""
        return self.family == "title"


class Step(NamedTuple):
    """What one token turned out to be: a part at `depth`, in a new sequence or the open one.

    `lost`: a part one level up lost its heading here; `ghost`: this is that part. `restart`: a new draft begins.
    """

    token: Token
    depth: int
    opens: bool
    lost: bool = False
    restart: bool = False
    ghost: bool = False


class Move(NamedTuple):
    """One way to go on from a state; `step` None: the token is running text."""

    cost: float
    frames: tuple[Frame, ...]
    step: Step | None


def transitions(frames: tuple[Frame, ...], token: Token, ahead: int) -> Iterable[Move]:
    """Give every way to go on with `token`. `ahead`: how many numbers on the next of its family is, 0 if it is not."""
    if token.value is None:
        return _heading_moves(frames, token)
    running = Move(_running(token), frames, None)
    return [*_continuing(frames, token), *_opening(frames, token, ahead), running]


def _running(token: Token) -> float:
    if token.family == "word":
        return RUNNING["word"]
    if token.strong:
        return RUNNING["strong"]
    if token.weak:
        return RUNNING["weak"]
    # After a comma 一是 can be nothing but an ordinal, while 3. or （三） may well be something else.
    return RUNNING["comma" if token.after in "，：" and token.level else "stop"]


def _continuing(frames: tuple[Frame, ...], token: Token) -> Iterator[Move]:
    family = token.family
    for depth in range(len(frames) - 1, -1, -1):
        frame = frames[depth]
        cost = _fit(frames, depth, token) if frame.family == family else _mixed(frames, depth, token)
        if cost is None:
            continue
        for moved in _continued(frame, token):
            yield Move(cost, (*frames[:depth], moved), Step(token, depth, opens=False))
        if not cost:
            return


def _fit(frames: tuple[Frame, ...], depth: int, token: Token) -> float:
    """Price the token as the next of a sequence of its own family: no section, if that one numbers dimensions."""
    frame = frames[depth]
    if (
        frame.dimensional
        and token.heading == "section"
        and any(f.family == frame.family for f in frames[:depth])
    ):
        return REPEAT
    step = (token.value or frame.last + 1) - frame.last
    if 1 <= step <= 1 + frame.slack:
        return 0.0
    return GAP if step > 0 else REPEAT


def _mixed(frames: tuple[Frame, ...], depth: int, token: Token) -> float | None:
    """Price the token as the next of a sequence of another family; None if it cannot be."""
    frame = frames[depth]
    if token.weak or (token.value or frame.last + 1) != frame.last + 1:
        return None
    if frame.unnumbered:
        return FRESH if token.level else None
    if not token.level:
        return None if _rank(frame) else MIXED
    known_elsewhere = (
        token.heading == "section" if depth else token.heading == "dimension" and not frame.dimensional
    )
    if not _rank(frame) or known_elsewhere:
        return None
    if frame.dimensional and token.heading == "dimension":
        return MIXED
    return MIXED_THOUGH_OPEN if any(other.family == token.family for other in frames) else MIXED_LEVELS


def _continued(frame: Frame, token: Token) -> Iterator[Frame]:
    """Move a frame on. After a repeat the count may go on from what stands there or from what was meant."""
    value = token.value or frame.last + 1
    slack = frame.last + 1 - value if value <= frame.last else 0
    family = token.family
    if not frame.unnumbered:
        yield Frame(frame.family, value, slack, frame.dimensional, frame.first, token.name)
    if frame.family != family:
        yield Frame(family, value, slack, frame.dimensional, frame.first, token.name)


def _opening(frames: tuple[Frame, ...], token: Token, ahead: int) -> Iterator[Move]:
    if len(frames) >= DEEPEST or (token.weak and not token.level):
        return
    if not ahead and (token.style in NEED_A_SECOND or (token.family in SELDOM_ALONE and not token.strong)):
        return
    home = _home(token, frames)
    if token.value != 1:
        if home is None and token.value and (token.strong or ahead == 1):
            depth = _own_depth(token, frames)
            yield Move(START, (*frames[:depth], _frame(token)), Step(token, depth, opens=True))
        return
    opened = _frame(token)
    if home is None:
        depth = _own_depth(token, frames)
        yield Move(
            UPWARD if depth < len(frames) else 0.0, (*frames, opened), Step(token, len(frames), opens=True)
        )
        if depth < len(frames):
            yield Move(INSTEAD, (*frames[:depth], opened), Step(token, depth, opens=True))
        return
    yield from _again(frames, token, opened, home, ahead == 1)


def _home(token: Token, frames: tuple[Frame, ...]) -> int | None:
    """Give the depth of the innermost open sequence of the token's family."""
    family = token.family
    for depth in range(len(frames) - 1, -1, -1):
        if frames[depth].family == family:
            return depth
    return None


def _frame(token: Token) -> Frame:
    return Frame(token.family, token.value or 1, 0, token.heading == "dimension", token.name, token.name)


def _own_depth(token: Token, frames: tuple[Frame, ...]) -> int:
    """Say where a level belongs by its rank: above the first open sequence of a lower one, whose heading is lost.

    For （一）, 一、 and known headings enumerations are lower; 1. and （1） may well stand below 一是.
    """
    for depth, frame in enumerate(frames):
        rank = _rank(frame)
        if token.level and (rank > token.level or (not rank and (token.level <= 2 or token.heading))):
            return depth
    return len(frames)


def _rank(frame: Frame) -> int:
    """Give the level of a frame's family, 0 for an enumeration."""
    return _RANKS.get(frame.family, 0)


def _again(
    frames: tuple[Frame, ...], token: Token, opened: Frame, home: int, has_successor: bool
) -> Iterator[Move]:
    """Count from one again although a sequence of the family is open.

    A new line that counts on with two has surely lost the heading above it; anything else is lost only if a
    gap one level up confirms it, and otherwise a repeat.
    """
    if home == 0:
        anew = token.led or (token.line_start and has_successor and frames[0].last > 1)
        yield Move(FRESH if anew else RESTART, (opened,), Step(token, 0, opens=True, restart=True))
    else:
        above = frames[home - 1]
        parent = above._replace(slack=above.slack + 1, name="")
        step = Step(token, home, opens=True, lost=True)
        anew = token.line_start and has_successor and not (token.name and token.name == frames[home].name)
        cost = SURELY_LOST if anew else LOST
        yield Move(cost, (*frames[: home - 1], parent, opened), step)
    if token.led and home:
        yield Move(FRESH, (*frames[:home], opened), Step(token, home, opens=True))
    below = not home and token.heading == "dimension" and not frames[0].dimensional
    if token.after == "：" or below:
        yield Move(NESTED, (*frames, opened), Step(token, len(frames), opens=True))


def _heading_moves(frames: tuple[Frame, ...], token: Token) -> Iterator[Move]:
    """An unnumbered heading: a section stands at depth 0, anything else right below a section."""
    if any(frame.name == token.name and (token.adjacent or not frame.unnumbered) for frame in frames):
        yield Move(0.0, frames, None)
        return
    depth = _heading_depth(frames, token)
    if frames and not depth and frames[0].unnumbered and frames[0].last > 1 and frames[0].first == token.name:
        yield Move(0.0, (_frame(token),), Step(token, 0, opens=True, restart=True))
        return
    if depth < len(frames) and _rank(frames[depth]):
        yield from _beside(frames, token, depth)
    elif token.heading not in ("plain", "bold") or frames:
        yield Move(0.0, (*frames[:depth], _frame(token)), Step(token, depth, opens=True))
    if token.heading != "section":
        yield Move(RUNNING["heading"], frames, None)


def _heading_depth(frames: tuple[Frame, ...], token: Token) -> int:
    if token.heading == "section" or not frames or (_is_flat(frames[0]) and token.heading != "bold"):
        return 0
    # A bold line below known dimensions that bear no ordinals either is a problem's head.
    below = token.heading == "bold" and any(frame.unnumbered and frame.dimensional for frame in frames[:2])
    return 1 + (below and not _is_flat(frames[0]))


def _is_flat(top: Frame) -> bool:
    """Say whether unnumbered dimensions stand at the top, as in short papers without a problems section."""
    return top.unnumbered and top.dimensional


def _beside(frames: tuple[Frame, ...], token: Token, depth: int) -> Iterator[Move]:
    """A heading beside numbered ones lost its number only if it is of their kind."""
    frame = frames[depth]
    if depth and not (frame.unnumbered or (frame.dimensional and token.heading == "dimension")):
        return
    moved = (
        frame._replace(last=frame.last + 1, name=token.name)
        if frame.unnumbered
        else frame._replace(slack=frame.slack + 1, name=token.name)
    )
    yield Move(0.0, (*frames[:depth], moved), Step(token, depth, opens=False))
