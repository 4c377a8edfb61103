"""What a wheel's library holds finished, beside its values: what every draft asks of the grammar and is plain data."""

from __future__ import annotations

from docklint.packs.library import Library
from docklint.structure.correspondence.topics import theme_index
from docklint.structure.meaning.vocabulary import tags_of_words
from docklint.structure.outline.wordings import TitlePairs, wordings


def finish(library: Library) -> Library:
    """Sort the words of a fresh library and index its titles; return it, ready to be pickled.

    No pattern is compiled for it: of a pattern a pickle holds no more than its text.
    """
    grammar = library.grammar
    grammar.once(theme_index)
    grammar.once(tags_of_words)
    for titles in (library.lexicon.section_titles, library.lexicon.dimension_titles):
        grammar.once(TitlePairs, titles)
    for profile in library.profiles.values():
        for slots in (profile.sections, profile.dimensions):
            wordings(slots, grammar).cores  # noqa: B018  made when it is asked for
    return library
