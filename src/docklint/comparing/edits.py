"""What was done to the text, sentence by sentence, in the order of the new text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.comparing.alignment import SentencePairs
from docklint.comparing.sentences import TextSentence
from docklint.comparison import TextEdit
from docklint.spans import Span


def edits(
    old: Sequence[TextSentence], new: Sequence[TextSentence], pairs: SentencePairs
) -> Iterator[TextEdit]:
    """Yield every edit; what was taken out stands where it would be. None exactly when the texts are equal."""
    came_from = {other: mine for each in pairs for mine, other in each.items()}
    moved = set(pairs.moved.values())
    removed = [number for number in range(len(old)) if pairs.partner(number) is None][::-1]
    gap = Span(0, 0)
    for number, sentence in enumerate(new):
        mine = came_from.get(number)
        if mine is None:
            yield TextEdit("added", None, sentence.span, gap, slight=not sentence.words)
        elif number in moved:
            yield TextEdit("moved", old[mine].span, sentence.span, old[mine].span)
        else:
            while removed and removed[-1] < mine:
                yield _removed(old[removed.pop()])
            gap = Span(old[mine].span.start + len(old[mine].text.rstrip()), old[mine].span.end)
            if old[mine].text != sentence.text:
                slight = old[mine].words == sentence.words
                yield TextEdit("changed", old[mine].span, sentence.span, old[mine].span, slight=slight)
    while removed:
        yield _removed(old[removed.pop()])


def _removed(sentence: TextSentence) -> TextEdit:
    return TextEdit("removed", sentence.span, None, sentence.span, slight=not sentence.words)
