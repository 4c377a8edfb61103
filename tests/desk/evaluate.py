"""What of a folder's truth is found: precision and recall of pairs and of shared examples."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from docklint.likeness.examples import shared_examples
from docklint.likeness.folder import compare
from docklint.likeness.threshold import THRESHOLD
from docklint.likeness.wording import OwnPaper, PaperReader
from docklint.linter import Linter
from docklint.readers import parse
from docklint.settings import Settings
from tests.desk.folder import Folder, made

Two = frozenset[str]


class Found(NamedTuple):
    """`scores`: of every pair that shares anything; `examples`: the papers that tell one example together."""

    scores: Mapping[Two, float]
    examples: Sequence[frozenset[str]]


class Figures(NamedTuple):
    """`recall`: found and there, by which part of the sentences is still shared; `false`: pairs that share nothing;
    `unrelated`: the highest score of such a pair.
    """

    recall: Mapping[float, tuple[int, int]]
    false: int
    unrelated: float
    examples: tuple[int, int]
    false_examples: int


def read(folder: Folder) -> list[OwnPaper]:
    """Reduce all papers to what likeness sees."""
    linter, reader = Linter(Settings()), PaperReader("zh")
    return [
        paper
        for past, texts in ((False, folder.papers), (True, folder.past))
        for name, text in texts.items()
        for paper in reader.papers(linter.understand(parse(name, text.encode(), "final")).drafts, past)
    ]


def found(folder: Folder) -> Found:
    """Compare the papers."""
    papers = read(folder)
    scores: dict[Two, float] = {}
    for pair in compare(papers, 0.001).pairs:
        scores[frozenset((papers[pair.first].path, papers[pair.second].path))] = pair.score
    groups = [frozenset(papers[told.paper].path for told in group) for group in shared_examples(papers).found]
    return Found(scores, groups)


def figures(folder: Folder, results: Found, threshold: float = THRESHOLD) -> Figures:
    """Hold what was found against the truth."""
    recall: dict[float, tuple[int, int]] = {}
    for each in folder.pairs:
        hit, there = recall.get(each.part, (0, 0))
        score = results.scores.get(frozenset((each.paper, each.source)), 0.0)
        recall[each.part] = hit + (score >= threshold), there + 1
    family = _families(folder)
    foreign = {two: score for two, score in results.scores.items() if len({family[name] for name in two}) > 1}
    planted = [frozenset((paper, source)) for paper, source, _ in folder.examples]
    borrowed = {frozenset(family[name] for name in two) for two in planted}
    return Figures(
        recall=dict(sorted(recall.items())),
        false=sum(score >= threshold for score in foreign.values()),
        unrelated=max(
            (
                score
                for two, score in foreign.items()
                if frozenset(family[name] for name in two) not in borrowed
            ),
            default=0.0,
        ),
        examples=(sum(any(two <= group for group in results.examples) for two in planted), len(planted)),
        false_examples=sum(
            len(families) > 1 and families not in borrowed
            for families in (frozenset(family[name] for name in group) for group in results.examples)
        ),
    )


def _families(folder: Folder) -> Mapping[str, str]:
    """Return for every paper the source that it and its copies go back to."""
    family = {name: name for name in (*folder.papers, *folder.past)}
    family.update({each.paper: each.source for each in folder.pairs})
    return family


def _told(seeds: Iterable[int], threshold: float) -> Iterator[str]:
    total: dict[float, tuple[int, int]] = {}
    others: list[Any] = []
    for seed in seeds:
        folder = made(seed)
        got = figures(folder, found(folder), threshold)
        for part, (hit, there) in got.recall.items():
            before = total.get(part, (0, 0))
            total[part] = before[0] + hit, before[1] + there
        others.append((got.false, got.unrelated, got.examples, got.false_examples))
    for part, (hit, there) in total.items():
        yield f"still shared {part:.0%}: {hit} of {there} found\n"
    yield f"false pairs {sum(each[0] for each in others)}, likest unrelated pair {max(each[1] for each in others)}\n"
    yield f"examples {sum(each[2][0] for each in others)} of {sum(each[2][1] for each in others)}, "
    yield f"false {sum(each[3] for each in others)}\n"


if __name__ == "__main__":
    # python -m tests.desk.evaluate FIRST LAST [THRESHOLD]
    first, last, *rest = sys.argv[1:]
    sys.stdout.writelines(_told(range(int(first), int(last) + 1), float(rest[0]) if rest else THRESHOLD))
