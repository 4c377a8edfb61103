"""What became of every finding: matched one to one, by what it says and where in the structure, never by line.

In this order: the same fault in the same part (remaining), the same words in another part (moved), the same rule in the
same part with other words (changed). What is left of the old is fixed, what is left of the new is new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from docklint.comparing.alignment import SentencePairs
from docklint.comparing.parts import Papers, PartPlace
from docklint.comparing.sentences import SentencePlaces
from docklint.comparison import ComparedFinding, State, Version
from docklint.rules import Finding
from docklint.values import Value

TELLING = 8
"""Code points of a quote that is told from others by itself; shorter ones (**, 某局) may be another fault."""


class FindingKeys(Value):
    """What a finding can be known by in the other version. SentencePlaces are told as the new version counts them."""

    code: str
    words: tuple[object, ...]
    """Code and normalised quote, ordinals left out; of a place without width, what the finding says instead."""
    path: tuple[str, ...]
    """The titles and claims around it; the count of equal ones left out."""
    is_telling: bool
    """The words are enough to know it by."""
    sentence: int | None
    part: PartPlace | None

    @property
    def all(self) -> Iterator[tuple[State, Hashable]]:
        """Yield the keys, the surest first, each with what became of two findings that share it; None is no key."""
        yield "remaining", self.sentence is not None and (self.words, self.path, self.sentence)
        yield "remaining", (self.words, self.path)
        yield "remaining", self.part and (self.words, self.part)
        yield "moved", self.sentence is not None and (self.words, self.sentence)
        yield "moved", self.is_telling and self.words
        yield "changed", self.sentence is not None and (self.code, self.sentence)
        yield "changed", self.part and (self.code, self.part)


def matched(
    versions: tuple[Version, Version],
    papers: tuple[Papers, Papers],
    parts: Mapping[PartPlace, PartPlace],
    sentences: SentencePairs,
    places: tuple[SentencePlaces, SentencePlaces],
) -> Iterator[ComparedFinding]:
    """Yield every finding of both versions once, in the order of the text. What is suppressed in both is left out."""
    old, new = ([each for each in side.result.findings if not each.is_notice] for side in versions)
    mine = [
        _keys(each, sentences.partner(places[0].number(each.span.start)), parts.get(papers[0].at(each.span)))
        for each in old
    ]
    theirs = [_keys(each, places[1].number(each.span.start), papers[1].at(each.span)) for each in new]
    pairs = _paired(mine, theirs)
    taken = {other for other, _ in pairs.values()}
    found = [
        *(ComparedFinding(state, old[at], new[other]) for at, (other, state) in pairs.items()),
        *(ComparedFinding("fixed", each, None) for at, each in enumerate(old) if at not in pairs),
        *(ComparedFinding("new", None, each) for at, each in enumerate(new) if at not in taken),
    ]
    live = [each for each in found if any(one and not one.suppressed for one in (each.old, each.new))]
    yield from sorted(live, key=lambda each: (each.told.span, each.told.code))


def _keys(finding: Finding, sentence: int | None, part: PartPlace | None) -> FindingKeys:
    quote, points = finding.identity[1], finding.span.start < finding.span.end
    said = quote if points else tuple(sorted((key, str(value)) for key, value in finding.data.items()))
    return FindingKeys(
        code=finding.code,
        words=(finding.code, said),
        path=finding.identity[2:-1],
        is_telling=not points or len(quote) >= TELLING,
        sentence=sentence,
        part=part,
    )


def _paired(mine: Sequence[FindingKeys], theirs: Sequence[FindingKeys]) -> dict[int, tuple[int, State]]:
    """Pair findings step by step, by one key after the other; return by old number the new one and the state."""
    pairs, taken = dict[int, tuple[int, State]](), set[int]()
    keys = [list(each.all) for each in mine], [list(each.all) for each in theirs]
    for step in range(len(keys[0][0]) if mine else 0):
        there = defaultdict[Hashable, list[int]](list)
        for at in range(len(theirs) - 1, -1, -1):
            if at not in taken:
                there[keys[1][at][step][1]].append(at)
        for at in range(len(mine)):
            state, key = keys[0][at][step]
            if at not in pairs and key and there[key]:
                other = there[key].pop()
                pairs[at] = other, state
                taken.add(other)
    return pairs
