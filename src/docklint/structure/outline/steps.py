"""The steps of an explanation: what a token turned out to be, and what is wrong with its ordinal there."""

from __future__ import annotations

from docklint.structure.outline.styles import Family, StyleName
from docklint.structure.outline.tokens import Token
from docklint.tuples import NamedTuple
from docklint.typed import Literal

_RANKS = {"title": 1, "part": 1, "chinese": 1, "paren": 2, "arabic": 3, "arabic-paren": 4}
FaultKind = Literal["start", "gap", "repeat", "doubled", "lone"]
"""What may be wrong with an ordinal in its sequence: it does not begin with one; numbers are skipped; it repeats one
or runs backwards; it is written twice; it is the only one."""


class OrdinalFault(NamedTuple):
    """How an ordinal breaks its sequence."""

    kind: FaultKind
    expected: int
    """The number that was due."""
    second: int = -1
    """Of an ordinal written twice: where in the reading it is written again."""


class OpenSequence(NamedTuple):
    """One open sequence: what its parts so far tell about the next."""

    family: Family
    """The family of its ordinals, the latest if they are mixed; `title` as long as none of its parts bears one."""
    last: int
    """The latest number."""
    slack: int = 0
    """How many numbers may have been lost since: a repeat was counted on from, or headings lost theirs."""
    dimensional: bool = False
    """Its first heading is a known dimension's title."""
    first: str = ""
    """The normalised title of its first part."""
    name: str = ""
    """The normalised title of its latest part."""
    unmarked: int = 0
    """How many headings without an ordinal stand behind the latest number; they are part of the slack."""
    doubtful: bool = False
    """A heading behind the latest number was taken for lost only because the items below count from one again."""
    skipped: bool = False
    """The latest ordinal is one too high: if it comes again, that one is right."""
    by_words: bool = False
    """Its first ordinal is a word (首先), and words number nothing strictly."""
    sectional: bool = False
    """Its first heading is a known section's title and stands at the top, so nothing stands above it, whatever its
    style."""
    style: StyleName | Literal[""] = ""
    """How its first ordinal is written."""
    of_measures: bool = False
    """The title of its latest part is that of the measures, which no section with a list of its own follows."""
    holds: Family | Literal[""] = ""
    """The family of what stood right below one of its parts though its level is higher."""

    @property
    def rank(self) -> int:
        """Return the level of its parts: that of its family, 0 for an enumeration; known sections are the highest."""
        return 1 if self.sectional else _RANKS.get(self.family, 0)

    @property
    def unnumbered(self) -> bool:
        """Return whether its parts bear no ordinals so far."""
        return self.family == "title"


class Step(NamedTuple):
    """What one token turned out to be: a part."""

    token: Token
    depth: int
    """The number of parts above it."""
    opens: bool
    """It is the first of a sequence."""
    implies_parent: bool = False
    """A part one level up lost its heading here."""
    restart: bool = False
    """A new draft begins."""
    implied: bool = False
    """It is the part whose heading is lost."""
    fault: OrdinalFault | None = None
    """What is wrong with its ordinal in its sequence."""


class Transition(NamedTuple):
    """One way to go on from a state; `step` None: the token is running text."""

    cost: float
    stack: tuple[OpenSequence, ...]
    step: Step | None


def opened(token: Token, depth: int) -> OpenSequence:
    """Return the sequence that a token opens with `depth` parts above it."""
    return OpenSequence(
        family=token.family,
        last=token.value or 1,
        dimensional=token.heading == "dimension",
        first=token.name,
        name=token.name,
        by_words=token.family == "word",
        of_measures=token.of_measures,
        sectional=not depth and token.heading == "section",
        style=token.style,
    )


def fault_of(sequence: OpenSequence, token: Token) -> OrdinalFault | None:
    """Return what is wrong with the ordinal as the next of the sequence.

    After a fault the count goes on from what stands there, or from what was meant (1. 2. 4. 4. is one slip).
    """
    if sequence.by_words or not token.value:
        return None
    if sequence.unnumbered:
        return start_fault(token)
    due = sequence.last + 1
    if token.value > due + sequence.slack - sequence.unmarked:
        return OrdinalFault("gap", due)
    repeats = token.value < due and not (sequence.skipped and token.value == sequence.last)
    return OrdinalFault("repeat", due) if repeats else None


def start_fault(token: Token) -> OrdinalFault | None:
    """Return what is wrong with the first ordinal of a sequence."""
    strange = token.family != "word" and token.value and token.value != 1
    return OrdinalFault("start", 1) if strange else None
