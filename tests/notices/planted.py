"""Notices made of labelled ones: their list taken out or asked for in other words, and names planted where they are no dimensions.

From these the fit learns that what is said around a list tells more than how its names look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from docklint.patterns import compiled
from docklint.structure.outline import numerals

from .cases import Case, bare, noticed

DECOYS = Path(__file__).with_name("decoys.txt")
FRAMES = DECOYS.with_name("frames.txt")
MOST = 9
"""Longer lists are not planted."""
MARKS = (".", "、", "．")
STOPS = ("", "。", "；", "方面", "方面。", "方面；")
DASHES = ("——", "—", "•", "- ", "◆")
WORDS = ("条", "点", "项", "段", "个是", "，")
BEHIND = ("：", "。", "——", "，", "方面。", "方面，", "方面：")
"""What may stand before and behind names that have lines or numbers of their own."""
EXPLAINED = (
    "看有没有打折扣、搞变通",
    "重点看学习是不是入脑入心",
    "是否听得进不同意见",
    "有没有把责任推给别人，有没有遇到难事绕着走",
    "查一查对群众的事上不上心",
    "主要看实际效果，不看表态",
    "结合岗位举一个例子",
    "由各科室结合实际细化",
    "这是做好一切工作的根本。要想一想自己做得怎么样",
    "防止就事论事、浮在面上",
    "重点查摆学得不深、用得不够等问题",
    "做到经常、认真、具体",
)
Names = tuple[str, ...]


def planted(some: Sequence[Case]) -> Iterator[Case]:
    """Yield notices of every case: without its list, with other names, and asked for in other words; names are planted in each."""
    frames, wanted = _frames(DECOYS), _frames(FRAMES)
    lists = [case.exact[0] for case in some if case.exact and 2 < len(case.exact[0]) <= MOST]
    for case in some:
        dice = Random(f"{case.round}/{case.id}")
        own = [case.exact[0]] if case.exact and len(case.exact[0]) > 2 else []
        decoys = [
            framed(dice.choice(frames), dice.choice(own or lists), dice),
            framed(dice.choice(frames), dice.choice(lists), dice),
        ]
        rest = without(case.notice.text, case.exact)
        if rest:
            yield _case(case, grafted(rest, decoys, (), dice), ())
            names = dice.choice(lists)
            asked = framed(dice.choice(wanted), names, dice)
            yield _case(case, grafted(grafted(rest, [asked], (), dice), decoys[:1], names, dice), names)
        others = [each for each in lists if own and len(each) == len(own[0]) and not {*each} & {*own[0]}]
        told = (
            swapped(case.notice.text, own[0], dice.choice(others))
            if others and len(case.exact) == 1
            else None
        )
        if told:
            yield _case(case, grafted(told[0], decoys[:1], told[1], dice), told[1])


def _frames(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def _case(case: Case, text: str, names: Names) -> Case:
    exact = (tuple(map(bare, names)),) if names else ()
    accepts = ({*exact}.__contains__,) if names else ()
    return Case(case.round, f"{case.id}-planted", noticed(text, case.notice.grammar), exact, accepts)


def framed(frame: str, names: Names, dice: Random) -> str:
    """Return a sentence that lists names as the signs of its frame tell; `dice` choose what explains them."""
    for sign, words in _shown(names, dice):
        frame = frame.replace(sign, words)
    return frame.replace("№", numerals.chinese(len(names)))


def _shown(names: Names, dice: Random) -> Iterator[tuple[str, str]]:
    """Yield each sign of a frame with the names as it shows them."""
    numbered = [(numerals.chinese(at), name) for at, name in enumerate(names, 1)]
    mark, stop, dash = dice.choice(MARKS), dice.choice(STOPS), dice.choice(DASHES)
    word, behind = dice.choice(WORDS), dice.choice(BEHIND)
    yield "◎", "、".join(names)
    yield "◐", "，".join(names)
    yield "◑", "；".join(names)
    yield "◇", "".join(f"“{each}”" for each in names)
    yield "▽", "；".join(f"{number}是{name}" for number, name in numbered)
    yield "▣", "".join(f"\n（{number}）{name}" for number, name in numbered)
    yield "▥", "".join(f"\n{dash}{name}" for name in names)
    yield "▦", "".join(f"\n{at}{mark}{name}{stop}" for at, name in enumerate(names, 1))
    yield "▨", "，".join(f"第{number}{word}{name}" for number, name in numbered)
    yield (
        "▧",
        "".join(f"\n（{number}）{name}{behind}{dice.choice(EXPLAINED)}。" for number, name in numbered),
    )


def without(text: str, lists: Sequence[Names]) -> str:
    """Return a text without the sentences that hold names of its lists; empty if a list cannot be found in it."""
    names = {name for each in lists for name in each}
    sentences = compiled("[^。！？\n]*[。！？\n]?").findall(text)
    kept = [each for each in sentences if not any(name in bare(each) for name in names)]
    return "".join(kept) if len(kept) < len(sentences) or not names else ""


def swapped(text: str, names: Names, others: Names) -> tuple[str, Names] | None:
    """Return a text whose names are replaced, with the names it now has; None if it does not hold them as they are."""
    if not all(name in text for name in names) or len({*names}) < len(names):
        return None
    for at, name in enumerate(names):
        text = text.replace(name, chr(0xE000 + at))
    for at, name in enumerate(others):
        text = text.replace(chr(0xE000 + at), name)
    return text, others


def grafted(text: str, decoys: Sequence[str], names: Names, dice: Random) -> str:
    """Put sentences behind lines of a text that hold no names and have an end, or between such lines."""
    lines = text.rstrip("\n").split("\n")
    for decoy in decoys:
        free = [
            at
            for at, line in enumerate(lines)
            if at and line.endswith("。") and not any(name in bare(line) for name in names)
        ]
        at = dice.choice(free) if free else len(lines) - 1
        apart = "\n" if "\n" in decoy or dice.random() < 0.5 or not free else ""
        lines[at] += apart + decoy
        lines = "\n".join(lines).split("\n")
    return "\n".join(lines) + "\n"
