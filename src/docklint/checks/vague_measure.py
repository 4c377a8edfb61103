"""A measure that is empty talk: nobody can check whether it was carried out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docklint.checks.levels import heading_text
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.rules import Check, Hit
from docklint.spans import Range
from docklint.structure.correspondence.topics import terms
from docklint.structure.draft import Draft, Part
from docklint.structure.meaning.judgement import particular

_QUOTED = "“[^”\n]{2,20}”"
_CONCRETE = ("actor-words", "frequency-words", "deadline-words")


class VagueMeasure(Check):
    """Point at the heading of a measure with no actor, frequency, deadline, named arrangement or anything particular.

    Its words are in the lexicon: `actor-words`, `frequency-words`, `deadline-words`; an arrangement stands
    between one of `mechanism-openers` and one of `mechanism-words` and has a name that is no stock phrase.
    """

    def applies(self, draft: Draft) -> bool:
        """Apply where there are measures."""
        return any(draft.of("measure"))

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a measure."""
        for measure in draft.of("measure"):
            if not _is_concrete(draft, measure):
                yield Hit(draft.span(measure.heading), {"title": heading_text(draft, measure)})


def _is_concrete(draft: Draft, measure: Part) -> bool:
    text, grammar = draft.reading.text, draft.grammar
    start, end = measure.title.start, measure.range.end
    if compiled(_words(grammar)).search(text, start, end) or particular(text, Range(start, end), grammar):
        return True
    arranged = compiled(_arrangement(grammar)).finditer(text, start, end)
    return any(match["quoted"] or _is_name(match["name"], grammar) for match in arranged)


def _is_name(name: str, grammar: Grammar) -> bool:
    """Return whether an arrangement is called something; 完善制度机制 names nothing."""
    return bool(terms(compiled(alternatives(grammar["mechanism-words"])).sub("|", name), grammar))


@lru_cache(maxsize=8)
def _words(grammar: Grammar) -> str:
    return alternatives(word for key in _CONCRETE for word in grammar[key])


@lru_cache(maxsize=8)
def _arrangement(grammar: Grammar) -> str:
    openers, words = alternatives(grammar["mechanism-openers"]), alternatives(grammar["mechanism-words"])
    quoted = rf"[^，。；：\n]{{0,12}}(?P<quoted>{_QUOTED})"
    return rf"(?:{openers})(?:(?P<name>[^，。；：\n]{{2,24}}?)(?:{words})|{quoted})"
