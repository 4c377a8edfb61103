"""Examples in a problem: what an example marker (比如, 例如, 再如, 以…为例) introduces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docklint.patterns import alternatives, compiled
from docklint.profile import Lexicon
from docklint.structure.binding import facts as evidence
from docklint.structure.outline.ordinals import candidate_at

_CLAUSE_START = r"(?<![^\n。；：，！？、”（—])"
_SENTENCE_START = r"(?<![^\n。！？；])"
LONGEST = 1000
"""Code points behind its marker at which an example ends without a stop; markers in a row share what follows."""
_STOP = compiled(r"[。！？\n]")


def examples(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """Yield (start, marker end, end) of every example in `text[start:end]` of a reading.

    An example runs to the end of its sentence, which may stand on the next line. A lead (具体表现为) that an
    ordinal follows introduces a list; a likeness (像) without a fact is a manner of speaking.
    """
    for match in compiled(_pattern(lexicon)).finditer(text, start, end):
        told = _text_after(text, match.end(), end)
        if match.lastgroup and candidate_at(text, told):
            continue
        limit = min(end, told + LONGEST)
        stop = _STOP.search(text, told, limit)
        last = stop.end() - (stop[0] == "\n") if stop else limit
        if match[0] not in lexicon["example-likenesses"] or evidence.find(text, told, last, lexicon):
            yield match.start(), match.end(), last


def _text_after(text: str, at: int, end: int) -> int:
    """Step over the line break behind a marker that stands at the end of its line."""
    while at < end and text[at] == "\n":
        at += 1
    return at


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> str:
    """Two-character markers (比如) stand anywhere; a single 如 needs a pause behind it or a sentence of its own."""
    markers, leads, labels = (lexicon[f"example-{kind}"] for kind in ("markers", "leads", "labels"))
    plain = alternatives(word for word in markers if len(word) > 1)
    short = "|".join(word for word in markers if len(word) == 1)
    # The class in front says where to look closer; without it the engine tries every alternative everywhere.
    first = "".join(sorted({word[0] for word in (*markers, *leads, *labels, *"以【“")}))
    # What stands at the start of a clause shares one look behind: each class of signs is dear to compile.
    return (
        rf"(?=[{first}])(?!{alternatives(lexicon['example-traps'])})(?:(?:{plain})[：，,]?"
        rf"|{_CLAUSE_START}(?:(?:{short})[：，]|(?:以[^。；，：\n]{{2,40}}为例|(?P<lead>{alternatives(leads)}))[：，]?"
        rf"|[【“]?(?P<label>{alternatives(labels)})[一二三四五1-5]?(?:[】”]?：|】))"
        rf"|{_SENTENCE_START}(?:{short}))"
    )
