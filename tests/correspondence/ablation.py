"""What each ingredient of the method is worth: the evaluation with one of them left out at a time.

python -m tests.correspondence.ablation [--split dev|heldout|all]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

from docklint import readers
from docklint.grammar import Grammar
from docklint.linter import Linter
from docklint.profile import Theme
from docklint.settings import Settings
from docklint.structure.correspondence.choice import Limits
from docklint.structure.correspondence.likeness import KINDS, Weights
from docklint.structure.correspondence.links import UNANSWERED, compare
from docklint.structure.draft import Draft, Part
from docklint.values import replace

from .evaluate import Outcome, outcomes, total
from .method import FALLBACK, Method, Trial, Verdict, is_shipped, labelled
from .sample import load

NOTHING = ("\0",)
"""A word no text holds."""


class Variant(NamedTuple):
    """The method with something left out.

    `silenced`: the lexicon's list that is emptied. `forgotten`: every so-manieth theme word is taken away, as
    an unseen draft would use words that the lexicon lacks.
    """

    name: str
    weights: Weights = Weights()
    limits: Limits = Limits()
    silenced: str = ""
    forgotten: int = 0


VARIANTS = (
    Variant("everything"),
    Variant("without themes", Weights(themes=0)),
    Variant("without sureness of themes", Weights(mass=0)),
    Variant("without shared terms", Weights(terms=0)),
    Variant("without rarity of terms", Weights(rarity=False)),
    Variant("without stock phrases", silenced="stock-phrases"),
    Variant("without headings before bodies", Weights(heading=1, heading_terms=0)),
    Variant("without explicit targets", Weights(reference=0)),
    Variant("without position", Weights(place=0)),
    Variant("without the way through dimensions", Weights(through=0)),
    Variant("without fields", Weights(fields=0, veto=0), Limits(akin=9, sure=0, second=2)),
    Variant("without assignment", limits=Limits(assignment=False)),
    Variant("without rivalry", limits=Limits(rivalry=0)),
    Variant("without the benefit of doubt", limits=Limits(clear=0)),
    Variant("a quarter of the words unknown", forgotten=4),
    Variant("  without the benefit of doubt", limits=Limits(clear=0), forgotten=4),
    Variant("  without position", Weights(place=0), forgotten=4),
)


def method(variant: Variant) -> Method:
    """Return the variant as a method that the evaluation can try."""

    def answer(trial: Trial) -> Verdict:
        found = compare(_poorer(_draft(trial), variant), variant.weights, variant.limits)
        return Verdict(
            frozenset(
                (link.kind, name(trial, link.source), name(trial, link.target)) for link in found.links
            ),
            frozenset(name(trial, one.part) for one in found.causes if one.score < UNANSWERED),
            frozenset(name(trial, one.part) for one in found.measures if one.score < UNANSWERED),
        )

    def name(trial: Trial, part: Part) -> str:
        return labelled(trial, part.kind, _draft(trial).quote(part.title))

    return answer


@cache
def _draft(trial: Trial) -> Draft:
    linter = _linter(trial.sample.profile)
    return linter.understand(readers.parse("draft.txt", trial.text.encode(), "final")).drafts[0]


@cache
def _linter(profile: str) -> Linter:
    return Linter(Settings(profile=profile if is_shipped(profile) else FALLBACK))


def _poorer(draft: Draft, variant: Variant) -> Draft:
    if not variant.silenced and not variant.forgotten:
        return draft
    return replace(draft, grammar=_grammar(draft.grammar, variant.silenced, variant.forgotten))


@cache
def _grammar(grammar: Grammar, silenced: str, forgotten: int) -> Grammar:
    lexicon = grammar.lexicon
    words = {**lexicon.words, **({silenced: NOTHING} if silenced else {})}
    themes = tuple(_theme(theme, forgotten) for theme in lexicon.themes)
    return Grammar(replace(lexicon, words=words, themes=themes))


def _theme(theme: Theme, forgotten: int) -> Theme:
    words = {word: weight for key, weight in theme.words.items() for word in key.split()}
    kept = {
        word: weight for word, weight in words.items() if not forgotten or crc32(word.encode()) % forgotten
    }
    return replace(theme, words=kept)


def line(variant: Variant, results: Sequence[Outcome]) -> str:
    """Tell F1 of the three kinds of link, then detection and false alarms of COR101 and COR102."""
    links = "  ".join(f"{total(results, 'links', kind).f1:.3f}" for kind in KINDS)
    return f"{variant.name:<36}{links}  " + "  ".join(_alarms(results))


def _alarms(results: Sequence[Outcome]) -> Iterator[str]:
    for code, trial in (("COR101", "removal"), ("COR102", "addition")):
        found = total(results, trial, code)
        wrong = sum(total(results, each, code).wrong for each in ("as-is", trial))
        tried = sum(one.subject == code and one.trial in ("as-is", trial) for one in results)
        yield f"{code} {found.recall:.3f} / {wrong / tried:.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, measure every variant, print a line each."""
    parser = argparse.ArgumentParser(description="Measure what each ingredient of the method is worth.")
    parser.add_argument("--split", choices=["dev", "heldout", "all"], default="dev")
    chosen = parser.parse_args(arguments)
    samples = [sample for sample in load() if chosen.split in (sample.split, "all")]
    print(f"{'F1 of':<36}{'  '.join(KINDS)}  detection / false alarms a draft")  # noqa: T201  its purpose
    for variant in VARIANTS:
        print(line(variant, list(outcomes(samples, method(variant)))))  # noqa: T201  its purpose


if __name__ == "__main__":
    main()
