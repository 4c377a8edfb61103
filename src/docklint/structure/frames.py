"""The values that sequences are explained with: open sequences, steps taken, and states to choose between."""

from __future__ import annotations

from typing import NamedTuple

from docklint.structure.tokens import Token


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


class Trail(NamedTuple):
    """The steps taken so far, latest first."""

    step: Step
    before: Trail | None


class State(NamedTuple):
    """One explanation of the tokens so far."""

    cost: float
    frames: tuple[Frame, ...]
    trail: Trail | None


class Move(NamedTuple):
    """One way to go on from a state; `step` None: the token is running text."""

    cost: float
    frames: tuple[Frame, ...]
    step: Step | None
