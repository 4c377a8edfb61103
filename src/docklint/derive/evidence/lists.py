"""What tells of some names as the list of dimensions: the words around them, a number that fits, how they look."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from docklint.derive.evidence.weights import NUMBER, feature, grams, masked, value_of
from docklint.derive.reading import Notice
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.structure.outline import numerals
from docklint.tuples import NamedTuple

BEFORE, NEAR_BEFORE = 24, 6
BEHIND, NEAR_BEHIND = 14, 5
ABOVE = 40
"""So much around a list and above it is looked at (code points)."""
FAR = 60
QUARTERS = 4
OPENING, LONGEST_TITLE = 3, 40
"""So many lines, and so much of each (code points), tell what a text is."""
_PAPERS = "[^，。；：！？\\n]{0,12}(?:材料|提纲|检查|剖析|发言)[^，。；：！？\\n]{0,12}"
_COUNT = rf"(?<![第每各0-9{numerals.CHINESE}])({NUMBER})(?![0-9{numerals.CHINESE}年月日时点分])"
_LABEL = rf"“({NUMBER})[个大]?(?P<head>[^“”，。；]{{1,4}})”"


class Guess(NamedTuple):
    """Some names, what parted them, and how likely it is that they begin and end there (1 at most)."""

    kind: str
    names: tuple[Range, ...]
    chance: float


def of_nothing(notice: Notice) -> list[str]:
    """Return what tells that no row of a notice is the list."""
    elsewhere = (key for key in ("absent", "choice") if notice.says(f"notice-{key}", notice.text))
    opening = "\n".join(notice.words(line)[:LONGEST_TITLE] for line in notice.lines[:OPENING])
    return [
        feature("nothing"),
        *(feature("elsewhere", key) for key in elsewhere),
        *sorted(grams("opening", masked(opening))),
        *sorted(_of_papers(notice)),
    ]


def _of_papers(notice: Notice) -> set[str]:
    """Return what is said of the papers: a notice that says little of them has no list for them either."""
    told: set[str] = set()
    for clause in compiled(_PAPERS).finditer(notice.text):
        told |= grams("paper", masked(clause[0]))
    return told or {feature("no-paper")}


def of_list(notice: Notice, guess: Guess) -> list[str]:
    """Return what tells of a guess."""
    return sorted(
        _around(notice, guess)
        | _called(notice, guess)
        | _above(notice, guess)
        | _look(notice, guess)
        | {feature("any")}
    )


def _around(notice: Notice, guess: Guess) -> set[str]:
    text, start, end = notice.text, guess.names[0].start, guess.names[-1].end
    whole = Range(notice.sentence(start).start, notice.sentence(end).end)
    lead = text[max(whole.start, start - BEFORE) : start]
    tail = text[end : min(whole.end, end + BEHIND)]
    return {
        *grams("before", masked(lead)),
        *grams("right-before", masked(lead[-NEAR_BEFORE:])),
        *grams("behind", masked(tail)),
        *grams("right-behind", masked(tail[:NEAR_BEHIND])),
        *_counts(notice, len(guess.names), lead, tail),
        feature("sign-before", text[max(start - 1, 0) : start]),
        feature("sign-behind", text[end : end + 1]),
    }


def _counts(notice: Notice, count: int, lead: str, tail: str) -> list[str]:
    told, back = (
        [value_of(match[1]) for match in compiled(_COUNT).finditer(words)] for words in (lead, tail)
    )
    labels = [*compiled(_LABEL).finditer(notice.text)]
    named = [value_of(match[1]) for match in labels]
    return [
        feature("count-before", count in told if told else "none"),
        feature("count-behind", count in back if back else "none"),
        feature("count-in-label", count in named),
    ]


def _called(notice: Notice, guess: Guess) -> set[str]:
    """Return what tells of a name for the list (“三个为谁”): whether its names begin so, or hold its words."""
    told: set[str] = set()
    for label in compiled(_LABEL).finditer(notice.text):
        if value_of(label[1]) == len(guess.names):
            words = [notice.text[max(each.start - 1, 0) : each.end] for each in guess.names]
            told.add(
                feature("called", all(label["head"] in each[: len(label["head"]) + 1] for each in words))
            )
            told.add(feature("called-within", all(label["head"] in each for each in words)))
    return told


def _above(notice: Notice, guess: Guess) -> set[str]:
    start = guess.names[0].start
    told = grams("heading", notice.heading(start).split("\n")[0])
    line = notice.line_at(start)
    above = notice.words(notice.lines[line - 1])[-ABOVE:] if line else ""
    if guess.kind in ("line", "labelled"):
        last = masked(above)
        return {
            *told,
            *grams("line-above", last),
            *grams("right-before", last[-2 * NEAR_BEFORE :]),
            *_counts(notice, len(guess.names), above, ""),
        }
    return told | grams("line-before", masked(above[-ABOVE // 2 :]))


def _look(notice: Notice, guess: Guess) -> set[str]:
    words = [notice.words(each) for each in guess.names]
    lengths = [len(each) for each in words]
    told = {
        feature("names", len(words)),
        feature("kind", guess.kind),
        feature("shortest", min(lengths) // 2),
        feature("longest", max(lengths) // 3),
        feature("even", len(set(lengths)) == 1),
        feature("spread", min(4, max(lengths) - min(lengths))),
        feature("boundary", max(-6, round(log(guess.chance)))),
        feature("place", guess.names[0].start * QUARTERS // max(len(notice.text), 1)),
    }
    again = sum(notice.text.count(each) > 1 for each in words)
    told.add(feature("again", "all" if again == len(words) else "some" if again else "none"))
    for each in words:
        told |= grams("name", each) | {feature("name-head", each[0]), feature("name-end", each[-1])}
    return told | _alike(notice, words) | _between(notice, guess)


def _between(notice: Notice, guess: Guess) -> set[str]:
    """Return what tells of the words between a name and the next: none, an explanation, or what is half of the name."""
    ends = [*(each.start for each in guess.names[1:]), notice.at_stop("；。\n", guess.names[-1].end)]
    gaps = [notice.text[each.end : end][:FAR] for each, end in zip(guess.names, ends, strict=True)]
    inner = gaps[:-1]
    lengths = [len(each) for each in inner]
    told = {
        feature("gap", min(8, max(lengths))),
        feature("gap-spread", min(4, max(lengths) - min(lengths))),
        feature("gap-like-last", min(4, abs(len(gaps[-1]) - lengths[-1]))),
        *(feature("gap-head", each[:2]) for each in inner),
        *(feature("gap-head3", each[:3]) for each in inner),
        *(feature("gap-end", each[-1:]) for each in inner),
    }
    if max(lengths) > 1:
        told |= {
            feature("gaps-begin-alike", len({each[1:2] for each in gaps}) == 1),
            feature("gaps-ask", any(notice.says("notice-whether", each) for each in gaps)),
            feature("gaps-end-alike", len({each.rstrip("；，、。")[-1:] for each in inner}) == 1),
            *(grams("gap-words", inner[0][:12])),
        }
    return told


def _alike(notice: Notice, words: Sequence[str]) -> set[str]:
    told = {
        "ask": all(notice.says("notice-whether", each) for each in words),
        "one-head": len({each[0] for each in words}) == 1,
        "one-end": len({each[-1] for each in words}) == 1,
        "digit": any(each.isdecimal() for each in "".join(words)),
        "twice": len({*words}) < len(words),
    }
    signs = {
        feature(f"hold-{sign}", all(sign in each for each in words))
        for sign in "，、"
        if any(sign in each for each in words)
    }
    return {feature(name) for name, is_so in told.items() if is_so} | signs
