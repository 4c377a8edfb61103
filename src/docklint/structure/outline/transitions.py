"""What a token may turn out to be: every transition from the open sequences, with its price.

A token continues an open sequence, opens one, or is running text; a fault (a gap, a repeat, a lost marker one level
up) is a transition too, but a dear one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.structure.outline.steps import OpenSequence, Step, Transition, fault_of, opened, start_fault
from docklint.structure.outline.styles import Family, StyleName
from docklint.structure.outline.tokens import Token
from docklint.structure.outline.unnumbered import heading_transitions

DEEPEST = 10
"""Levels below each other; real drafts have up to five."""

# What a fault costs, relative to each other. Only their order matters: reading a well-placed ordinal as running
# text is the last resort; a lost marker is likelier than a repeat, and both are likelier than two faults.
GAP, START, REPEAT, RESTART = 2.0, 2.0, 3.0, 3.3
MANNER = 3.8
"""A repeat in a manner of speaking that the sequence does not use (第一，…第一是…) is dearer than running text."""
MIXED, MIXED_LEVELS, MIXED_THOUGH_OPEN = 1.5, 2.5, 4.5
LOST, SURELY_LOST = 4.0, 2.2
NOTHING_LOST = 1.5
"""What it costs besides that the heading taken for lost leaves no gap: now a repeat is the likelier."""
NEED_A_SECOND: tuple[StyleName, ...] = ("word", "must", "ordinal-is")
"""Alone, these styles are manners of speaking: 首先要…, 第一是…"""
SELDOM_ALONE: tuple[Family, ...] = ("ordinal", "among")
FRESH, INSTEAD, UPWARD, NESTED = 1.0, 0.8, 0.9, 1.5
LED = 0.2
"""Counting anew where a sentence leads in to it (今后我将做到：首先，…): cheaper than all of the words before as text."""
RUNNING = {"strong": 6.0, "stop": 3.6, "comma": 0.8, "weak": 0.3, "word": 0.1}


def transitions(stack: tuple[OpenSequence, ...], token: Token, ahead: int) -> Iterable[Transition]:
    """Return every way to go on with `token`. `ahead`: how many numbers on the next of its family is, 0 if it is not."""
    if token.value is None:
        return heading_transitions(stack, token)
    running = Transition(_running(token), stack, None)
    return [*_continuing(stack, token), *_opening(stack, token, ahead), running]


def _running(token: Token) -> float:
    if (
        token.family == "word"
    ):  # 首先 is mostly a word of the text, but not where a sentence leads in to what it counts
        return RUNNING["stop" if token.leads_away else "word"]
    if token.at_boundary:
        return RUNNING["strong"]
    if token.after_blank:
        return RUNNING["weak"]
    # After a comma 一是 can be nothing but an ordinal, while 3. or （三） may well be something else.
    return RUNNING["comma" if token.after in "，：" and token.level else "stop"]


def _continuing(stack: tuple[OpenSequence, ...], token: Token) -> Iterator[Transition]:
    family = token.family
    for depth in range(len(stack) - 1, -1, -1):
        sequence = stack[depth]
        cost = _fit(stack, depth, token) if sequence.family == family else _mixed(stack, depth, token)
        if cost is None:
            continue
        step = Step(token, depth, opens=False, fault=fault_of(sequence, token))
        for moved in _continued(sequence, token):
            yield Transition(cost, (*stack[:depth], moved), step)
        if not cost:
            return


def _fit(stack: tuple[OpenSequence, ...], depth: int, token: Token) -> float:
    """Price the token as the next of a sequence of its own family: no section, if that one numbers dimensions or stands
    below sections of the same style.
    """
    sequence = stack[depth]
    if depth and token.heading == "section" and stack[0].sectional and stack[0].family == sequence.family:
        return REPEAT
    if (
        sequence.dimensional
        and token.heading == "section"
        and any(f.family == sequence.family for f in stack[:depth])
    ):
        return REPEAT
    step = (token.value or sequence.last + 1) - sequence.last
    if 1 <= step <= 1 + sequence.slack:
        return NOTHING_LOST if step == 1 and sequence.doubtful else 0.0
    if step > 0:
        return GAP
    is_manner = token.style in NEED_A_SECOND and token.style != sequence.style and not token.at_boundary
    return MANNER if is_manner else REPEAT


def _mixed(stack: tuple[OpenSequence, ...], depth: int, token: Token) -> float | None:
    """Price the token as the next of a sequence of another family; None if it cannot be."""
    sequence = stack[depth]
    if token.after_blank or (token.value or sequence.last + 1) != sequence.last + 1:
        return None
    if sequence.unnumbered:
        return FRESH if token.level else None
    if not token.level:
        return None if sequence.rank else MIXED
    known_elsewhere = (
        token.heading == "section" if depth else token.heading == "dimension" and not sequence.dimensional
    )
    if known_elsewhere:
        return None
    if not sequence.rank:
        # Inside a paragraph that counts 一是 the next number, written 二、 or （二）, is no heading above it.
        return None if token.line_start or token.heading else MIXED_LEVELS
    if sequence.dimensional and token.heading == "dimension":
        return MIXED
    return MIXED_THOUGH_OPEN if any(other.family == token.family for other in stack) else MIXED_LEVELS


def _continued(sequence: OpenSequence, token: Token) -> Iterator[OpenSequence]:
    """Move a sequence on. After a repeat the count may go on from what stands there or from what was meant."""
    value = token.value or sequence.last + 1
    moved = OpenSequence(  # all of it: to replace some of its fields would take four times as long
        family=sequence.family,
        last=value,
        slack=sequence.last + 1 - value if value <= sequence.last else 0,
        dimensional=sequence.dimensional,
        first=sequence.first,
        name=token.name,
        by_words=token.family == "word" if sequence.unnumbered else sequence.by_words,
        skipped=value == sequence.last + 2 > sequence.last + 1 + sequence.slack - sequence.unmarked,
        sectional=sequence.sectional,
        style=sequence.style,
        of_measures=token.of_measures,
        holds=sequence.holds,
    )
    if not sequence.unnumbered:
        yield moved
    if sequence.family != token.family:
        yield moved._replace(family=token.family)


def _opening(stack: tuple[OpenSequence, ...], token: Token, ahead: int) -> Iterator[Transition]:
    if len(stack) >= DEEPEST or (token.after_blank and not token.level):
        return
    if not ahead and (
        token.style in NEED_A_SECOND or (token.family in SELDOM_ALONE and not token.at_boundary)
    ):
        return
    home = _home(token, stack)
    if token.value != 1:
        if home is None and token.value and (token.at_boundary or ahead == 1):
            depth = _own_depth(token, stack)
            step = Step(token, depth, opens=True, fault=start_fault(token))
            yield Transition(START, (*stack[:depth], opened(token, depth)), step)
        return
    if home is None:
        yield from _first(stack, token)
    elif not home and stack[0].sectional and token.heading != "section":
        yield _nested(stack, token, 0.0)
    else:
        yield from _again(stack, token, home, ahead == 1)


def _first(stack: tuple[OpenSequence, ...], token: Token) -> Iterator[Transition]:
    """Count from one where no sequence of the family is open."""
    depth = _own_depth(token, stack)
    if depth == len(stack) or stack[-1].holds == token.family:
        yield _nested(stack, token, 0.0)
        return
    holder = stack[-1]._replace(holds=token.family)
    yield _nested((*stack[:-1], holder), token, UPWARD)
    yield Transition(INSTEAD, (*stack[:depth], opened(token, depth)), Step(token, depth, opens=True))


def _nested(stack: tuple[OpenSequence, ...], token: Token, cost: float) -> Transition:
    """Count from one below all that is open."""
    depth = len(stack)
    return Transition(cost, (*stack, opened(token, depth)), Step(token, depth, opens=True))


def _home(token: Token, stack: tuple[OpenSequence, ...]) -> int | None:
    """Return the depth of the innermost open sequence of the token's family."""
    family = token.family
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].family == family:
            return depth
    return None


def _own_depth(token: Token, stack: tuple[OpenSequence, ...]) -> int:
    """Return where a level belongs by its rank: above the first open sequence of a lower one, whose heading is lost.

    For （一）, 一、 and known headings enumerations are lower; 1. and （1） may well stand below 一是.
    """
    for depth, sequence in enumerate(stack):
        rank = sequence.rank
        if token.level and (rank > token.level or (not rank and (token.level <= 2 or token.heading))):
            return depth
    return len(stack)


def _again(
    stack: tuple[OpenSequence, ...], token: Token, home: int, has_successor: bool
) -> Iterator[Transition]:
    """Count from one again although a sequence of the family is open.

    A new line that counts on with two has surely lost the heading above it, if the list before it had a second item;
    anything else is lost only if a gap one level up confirms it, and otherwise a repeat. Where known dimensions are
    counted, one more of them stands under no other heading.
    """
    sequence, first = stack[home], opened(token, home)
    if home == 0:
        anew = token.has_lead_in or (token.line_start and has_successor and stack[0].last > 1)
        cost = LED if token.leads_away else FRESH if anew else RESTART
        yield Transition(cost, (first,), Step(token, 0, opens=True, restart=True))
    elif not (sequence.dimensional and token.heading == "dimension"):
        above = stack[home - 1]
        parent = above._replace(
            slack=above.slack + 1,
            unmarked=above.unmarked + 1,
            doubtful=not sequence.dimensional and (token.level > 0 or home > 1),
            name="",
        )
        step = Step(token, home, opens=True, implies_parent=True)
        renamed = not token.name or token.name != sequence.name
        anew = token.line_start and has_successor and renamed and sequence.last > 1 and not above.of_measures
        cost = SURELY_LOST if anew else LOST
        yield Transition(cost, (*stack[: home - 1], parent, first), step)
    if token.has_lead_in and home:
        yield Transition(FRESH, (*stack[:home], first), Step(token, home, opens=True))
    below = not home and token.heading == "dimension" and not stack[0].dimensional
    if token.after == "：" or token.leads_away or below:
        yield _nested(stack, token, NESTED)
