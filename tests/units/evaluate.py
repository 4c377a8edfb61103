"""How often another unit's name is found, and how often one is that is none.

python -m tests.units.evaluate development|heldout
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from docklint.linter import Linter
from docklint.readers import parse
from docklint.settings import Settings
from docklint.spans import Span

SPLITS = {"development": "papers.toml", "heldout": "heldout.toml"}
FRAME = """{title}
{opening}
一、{heading}
（一）理论学习方面。一是学习不够系统。比如，2024年3月的专题研讨只读了文件。{first}
（二）担当作为方面。一是攻坚克难劲头不足。比如，2024年6月排查的9个难题只解决了2个。{rest}
二、原因分析
（一）学习抓得不紧。学习时间没有保证，笔记补的多。{cause}
（二）担当意识不强。遇到难题绕着走。
三、整改措施
（一）加强学习。每月集中学习1次，年底检查笔记。{measure}
（二）强化担当。难题由班子成员各领1个，按季销号。
{closing}"""


class Figures(NamedTuple):
    """Counts of names; `wrong`: each paper's title with what was missed and what was pointed at in vain."""

    found: int
    missed: int
    false: int
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Which part of what was pointed at is another unit's name."""
        return self.found / max(1, self.found + self.false)

    @property
    def recall(self) -> float:
        """Which part of other units' names was pointed at."""
        return self.found / max(1, self.found + self.missed)


def papers(split: str) -> Iterator[str]:
    """Yield the papers of a split, with marks."""
    for each in tomllib.loads((Path(__file__).parent / SPLITS[split]).read_text("utf-8"))["paper"]:
        says = each.get("says", [])
        yield FRAME.format(
            title=each["title"],
            opening=each.get("opening", "现将有关情况报告如下："),
            heading=each.get("heading", "存在的主要问题"),
            first="".join(says[:1]),
            rest="".join(says[1:]),
            cause=each.get("cause", ""),
            measure=each.get("measure", ""),
            closing=each.get("closing", ""),
        )


def unmarked(text: str) -> tuple[str, set[Span]]:
    """Return the text without marks, and where they stood."""
    plain, places = "", set[Span]()
    for piece in text.split("⟦"):
        before, closed, behind = piece.partition("⟧")
        if closed:
            places.add(Span(len(plain), len(plain) + len(before)))
        plain += before + behind
    return plain, places


@cache
def _linter() -> Linter:
    return Linter(Settings(select=("UNI101",)))


def figures(split: str) -> Figures:
    """Check the papers of a split."""
    found = missed = false = 0
    wrong: list[str] = []
    for paper in papers(split):
        text, places = unmarked(paper)
        hits = {each.span for each in _linter().check(parse("材料.txt", text.encode(), "final")).findings}
        found, missed, false = (
            found + len(hits & places),
            missed + len(places - hits),
            false + len(hits - places),
        )
        if hits != places:
            told = [f"missed {text[slice(*each)]}" for each in places - hits]
            told += [f"false {text[each.start - 6 : each.end + 6]!r}" for each in hits - places]
            wrong.append(f"{text.splitlines()[0]}: {'; '.join(told)}")
    return Figures(found, missed, false, tuple(wrong))


if __name__ == "__main__":
    got = figures(sys.argv[1])
    sys.stdout.write(f"precision {got.precision:.3f}, recall {got.recall:.3f} ({got[:3]})\n")
    sys.stdout.writelines(f"{line}\n" for line in got.wrong)
