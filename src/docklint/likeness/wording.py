"""A paper as likeness sees it: the sentences that are its own, each with its place.

Numbering, headings, example markers, punctuation and redaction marks are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import pairwise

from docklint.document import Document
from docklint.fingerprints import Fingerprints
from docklint.likeness.official import Official, official_wording
from docklint.patterns import compiled
from docklint.spans import Range, Span
from docklint.structure.binding import facts
from docklint.structure.draft import Draft, Part
from docklint.tuples import NamedTuple
from docklint.values import Value, replace

LONGEST = 400
"""Code points of a sentence; what has no stop for longer is cut there."""
LEAST_EXAMPLE = 16
"""An example of fewer code points proves nothing by standing in two papers."""
_SENTENCE = rf"[^。！？；\n]{{1,{LONGEST}}}[。！？；]*"
_NOISE = r"[^\w]|_|[XxＸｘ]{2,}"
_BETWEEN = "\r"
"""What stands between two sentences while official wording is taken out of all of them at once."""


class Sentence(NamedTuple):
    """A sentence of a paper. `span`: where it stands in the document. `words`: what it says of its own, a `CUT` where
    official wording was. `path`: the headings around it, as `location.heading_path` tells them.
    """

    span: Span
    words: str
    path: tuple[str, ...]


class OwnPaper(Value, by_identity=True):
    """One paper of a file. `number`: from 1, of the papers in it. `past`: it is of an earlier year.

    `document`: its text and lines; the way back to the file is left out. `examples`: what its problems tell.
    `size`: code points without punctuation and headings; `taken`: how many of them are official wording, by source.
    `meeting`: the title of its profile. `digest`: the same for papers that are the same to the letter.
    """

    document: Document
    number: int
    past: bool
    sentences: tuple[Sentence, ...]
    examples: tuple[Sentence, ...]
    size: int
    taken: Mapping[str, int]
    meeting: str
    digest: bytes

    @property
    def path(self) -> str:
        """The path of its file."""
        return self.document.path


class PaperReader:
    """Reduces drafts to what they say themselves. `lang`: the language in which meetings are called by their titles."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def papers(self, drafts: tuple[Draft, ...], past: bool) -> Iterator[OwnPaper]:
        """Yield the papers of one file."""
        paths = Fingerprints(drafts)
        for number, draft in enumerate(drafts, 1):
            official = draft.grammar.once(official_wording, draft.profile)
            sentences = [_Place(draft, paths).sentence(*found) for found in _running(draft)]
            own, taken = _without_official(sentences, official)
            yield OwnPaper(
                # The way back to the file is the larger part of a document, and nobody goes it from here.
                document=replace(draft.document, pieces=(), marks=()),
                number=number,
                past=past,
                sentences=own,
                examples=_without_official(list(_examples(draft, paths)), official)[0],
                size=sum(len(each.words) for each in sentences),
                taken=taken,
                meeting=draft.profile.title_in(self._lang),
                digest=_digest(draft),
            )


def _digest(draft: Draft) -> bytes:
    return blake2b(draft.words(draft.range).encode("utf-8", "surrogatepass"), digest_size=16).digest()


class _Place(NamedTuple):
    draft: Draft
    paths: Fingerprints

    def sentence(self, start: int, end: int) -> Sentence:
        """Return what stands in the reading from `start` to `end`."""
        span = self.draft.span(Range(start, end))
        words = compiled(_NOISE).sub("", self.draft.reading.text[start:end])
        return Sentence(span, words, self.paths.heading_path(span))


def _without_official(
    sentences: list[Sentence], official: Official
) -> tuple[tuple[Sentence, ...], Counter[str]]:
    """Take official wording out of all sentences at once."""
    words, taken = official.taken_out(_BETWEEN.join(each.words for each in sentences))
    return tuple(
        each._replace(words=left) for each, left in zip(sentences, words.split(_BETWEEN), strict=False)
    ), taken


def _running(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield where the sentences stand (reading) that are neither title nor heading nor number nor example marker."""
    opening = draft.preamble.end
    taken = sorted(place for part in draft.parts for place in _aside(part))
    edges = [Range(draft.range.start, draft.range.start), *taken, Range(draft.range.end, draft.range.end)]
    for before, behind in pairwise(edges):
        if before.end < behind.start:
            for found in compiled(_SENTENCE).finditer(draft.reading.text, before.end, behind.start):
                if found.start() >= opening or not draft.grammar.paper_title.fullmatch(found[0]):
                    yield found.span()


def _aside(part: Part) -> Iterator[Range]:
    if part.kind in ("section", "dimension"):
        yield part.heading
    elif part.ordinal:
        yield part.ordinal.range
    for example in part.examples:
        yield example.marker


def _examples(draft: Draft, paths: Fingerprints) -> Iterator[Sentence]:
    """Yield what the problems tell: behind an example marker, or where there is none, a sentence with a fact in it."""
    place = _Place(draft, paths)
    for problem in draft.of("problem"):
        told = [(each.marker.end, each.range.end) for each in problem.examples]
        for start, end in told or _factual(draft, problem):
            found = place.sentence(start, min(end, start + LONGEST))
            if len(found.words) >= LEAST_EXAMPLE:
                yield found


def _factual(draft: Draft, problem: Part) -> Iterator[tuple[int, int]]:
    for found in compiled(_SENTENCE).finditer(draft.reading.text, problem.body.start, problem.body.end):
        if facts.find(draft.reading.text, *found.span(), draft.grammar):
            yield found.span()
