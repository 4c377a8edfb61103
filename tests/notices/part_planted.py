"""Notices made of labelled ones: what says of which parts papers consist taken out, asked for in other words, or said of other papers.

From these the fit learns that what is said around the names of parts tells more than that they stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from docklint.derive.evidence.part_tags import ROLES
from docklint.derive.further_parts import further_parts

from .cases import noticed
from .part_cases import PartCase, PartReading, labelled
from .planted import grafted

FRAMES = Path(__file__).with_name("part-frames.txt")
SLOTS = dict(zip("◆▲●☆◎◑★△", "PCMRASXC", strict=True))
FURTHER = {"X": ("基本情况", "个人承诺", "明年工作计划", "意见建议", "学习体会", "会前准备情况")}
"""What is said more seldom than notices name it."""
WITHOUT = 0.2
"""Of so many cases a notice without parts is made: few notices have none."""


def planted_parts(some: Sequence[PartCase]) -> Iterator[PartCase]:
    """Yield notices of every case that has its parts in a row: some without, each with parts in other words."""
    wanted, decoys = _frames("+"), _frames("-")
    words = _words(some)
    for case in some:
        dice = Random(f"{case.round}/{case.id}/parts")
        rest = _without(case)
        if not rest or case.under:
            continue
        other = [_filled(dice.choice(decoys), words, dice)[0] for _ in range(2)]
        if dice.random() < WITHOUT:
            yield _case(case, grafted(rest, other, (), dice), ())
        asked, told = _filled(dice.choice(wanted), words, dice)
        kept = grafted(rest, [asked], (), dice)
        yield _case(case, grafted(kept, other[:1], tuple(each for _, each in told), dice), told)


def _frames(sign: str) -> list[str]:
    return [line[2:] for line in FRAMES.read_text("utf-8").splitlines() if line.startswith(f"{sign} ")]


def _words(some: Sequence[PartCase]) -> dict[str, list[str]]:
    """Return what notices call the parts, by tag."""
    found: dict[str, list[str]] = {tag: list(FURTHER.get(tag, ())) for tag in SLOTS.values()}
    for case in some:
        for tag, words in (one for parts in labelled(case) for one in parts):
            found[tag].append(case.notice.words(words))
    return found


def _filled(frame: str, words: dict[str, list[str]], dice: Random) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a frame with words for its slots, and the role and the words of each part, in order."""
    chosen = {slot: dice.choice(words[tag]) for slot, tag in SLOTS.items()}
    order = dict.fromkeys(sign for sign in frame if sign in SLOTS and sign != "△")
    told = tuple((ROLES[SLOTS[sign]] or "other", chosen[sign]) for sign in order)
    for slot, each in chosen.items():
        frame = frame.replace(slot, each)
    return frame.replace("¶", "\n"), told


def _without(case: PartCase) -> str:
    """Return a notice without the sentences, or the lines, that name its parts."""
    text, drop = case.notice.text, set[int]()
    for parts in labelled(case):
        lines = {case.notice.line_at(words.start) for _, words in parts}
        for _, words in parts:
            drop |= {
                *range(*(case.notice.paragraph if len(lines) > 1 else case.notice.sentence)(words.start))
            }
    return "".join(char for at, char in enumerate(text) if at not in drop) if drop else ""


def _case(case: PartCase, text: str, told: tuple[tuple[str, str], ...]) -> PartCase:
    notice = noticed(text, case.notice.grammar)
    roles = [role for role, _ in told]
    reading = PartReading(
        "", lambda found: [role for role, needed in found if needed] == roles, told, not told
    )
    return PartCase(
        case.round, f"{case.id}-planted", notice, (reading,), [], {"": further_parts(notice)}, False
    )
