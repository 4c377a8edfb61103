"""What a wheel's library holds finished, beside its values: what every draft asks of the grammar and is plain data."""

from __future__ import annotations

from docklint.packs.library import Library
from docklint.profile import PackedLists
from docklint.structure.correspondence.topics import theme_index
from docklint.structure.meaning.sameness import SAME_THINGS, longest_things, same_things
from docklint.structure.meaning.vocabulary import LISTS, tags_of_words
from docklint.structure.normalise.body import unusual
from docklint.structure.outline.wordings import TitlePairs, wordings
from docklint.values import replace

SORTED = (*LISTS, SAME_THINGS)
"""The lists of which `tags_of_words` and `same_things` are made."""


def finish(library: Library) -> Library:
    """Return a fresh library with its lists packed, its words sorted and its titles indexed. No pattern is compiled.

    Lists that are asked for only to be sorted are in it sorted alone: they are a tenth of it.
    """
    lists = PackedLists(library.lexicon.words)
    library = replace(library, lexicon=replace(library.lexicon, words=lists))
    grammar = library.grammar
    grammar.fillers  # noqa: B018  made when it is asked for, here and below
    grammar.stock_phrases  # noqa: B018
    for make in (theme_index, tags_of_words, same_things, longest_things, unusual):
        grammar.once(make)
    for titles in (library.lexicon.section_titles, library.lexicon.dimension_titles):
        grammar.once(TitlePairs, titles)
    for profile in library.profiles.values():
        for slots in (profile.sections, profile.dimensions):
            wordings(slots, grammar).cores  # noqa: B018
    lists.leave_out(SORTED)
    return library
