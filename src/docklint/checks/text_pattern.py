"""Words or marks that must not stand anywhere in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from docklint.document import Document
from docklint.patterns import compiled, untrusted_matches
from docklint.rules import Check, Hit
from docklint.spans import Range
from docklint.structure.draft import Draft, cached_per_draft
from docklint.structure.normalise.body import unwrapped
from docklint.structure.normalise.reading import Reading
from docklint.typed import ClassVar, Match
from docklint.word_search import all_places

SHOWN = 24
"""How many code points of a match its message repeats."""
BLANKS = " \t\u3000"
"""They may stand between what a comment names."""
NEAR = 40
"""So many code points before a word its bracket opens."""
BRACKETED = "…"
"""Between the opening and the closing brackets of a comment."""
_SPECIAL = frozenset("\\^-[]")
"""Signs that mean something in a class of a pattern."""
MASK = "\0"
"""What a pattern sees where text is harmless or spoken for; no draft holds it."""


class TextPattern(Check):
    """Point at what one of `patterns` matches in any part of the document.

    A pattern with groups means its groups, one without means its whole match. `unless` (in Markdown
    `unless_markdown` too) are patterns of harmless text: what touches it is left alone. Of two matches that
    overlap, the pattern that stands first has it. A text without any of the words `needs` is not searched at
    all, and with docklint's own patterns, which stay within a line, no line without one is. `notes` means the
    mark that a note begins with: where one line alone is a note, and the last of a page or of the file, its mark and
    the one other place that bears it, behind a word, are no hit; a second group is the mark of what nothing but
    its place makes a note, and that mark must stand before no word either. One of
    docklint's own patterns that begins with a comment of words, `(?#TODO TBD)`, is not even compiled where none
    of these stands, blanks and the width of round brackets aside; `【［…】］` in it: where none stands inside such
    brackets; `*＊+年月` in it means any of the signs before the plus right before any of those behind it, and `^` a line's
    start. In a pattern of a pack or configuration a comment is only a comment.
    `trusted`: the patterns ship with docklint and need no timeout; set by the loader, not by a pack.

    Raises `PatternTimeout` or `ValueError` for a pattern of a pack that runs away or does not compile.
    """

    whole_file: ClassVar[bool] = True
    no_options: ClassVar[tuple[str, ...]] = ("trusted",)
    regexes: ClassVar[tuple[str, ...]] = ("patterns", "unless", "unless_markdown", "notes")

    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    unless_markdown: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    notes: str = ""
    trusted: bool = False

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield one hit a match, in the order of the text; a line break that only a page's width caused is none."""
        joined = _unwrapped(draft)
        text = joined.text
        spans = self._spans(text, draft.document.markdown)
        for span in sorted(self._without_notes(spans, joined, draft.document)):
            words = text[span.start : span.end]
            values = {"text": words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"}
            yield Hit(joined.span(span), values)

    def _spans(self, text: str, markdown: bool) -> list[Range]:
        stretches = self._stretches(text)
        if not stretches:
            return []
        harmless = self._likely(self.unless + (self.unless_markdown if markdown else ()), text, stretches)
        spared = [span for pattern in harmless for span in self._matches(pattern, text, stretches)]
        left, found = masked(text, spared), list[Range]()
        for pattern in self._likely(self._wanted(), text, stretches):
            matches = self._matches(pattern, left, stretches)
            new = [span for span in matches if MASK not in left[span.start : span.end]]
            left = masked(left, new)
            found += new
        return found

    def _wanted(self) -> tuple[str, ...]:
        """Return the patterns of what is pointed at; a kind that knows more of it than patterns adds its own."""
        return self.patterns

    def _stretches(self, text: str) -> list[Range]:
        """Rule out most of most drafts cheaply, before the patterns of harmless text are compiled and tried."""
        if not self.needs:
            stretches = [Range(0, len(text))]
        elif self.trusted:
            stretches = _lines_with(self.needs, text)
        else:
            stretches = [Range(0, len(text))] if any(word in text for word in self.needs) else []
        patterns = sorted(self._likely(self._wanted(), text, stretches), key=len)
        return _joined(
            each
            for each in stretches
            if any(True for pattern in patterns for _ in self._matches(pattern, text, (each,)))
        )

    def _likely(self, patterns: tuple[str, ...], text: str, stretches: Iterable[Range]) -> Sequence[str]:
        return _likely(patterns, text, stretches) if self.trusted else patterns

    def _matches(self, pattern: str, text: str, stretches: Iterable[Range]) -> Iterator[Range]:
        """Yield what `pattern` means: its groups if it has any, else the whole match."""
        if self.trusted and (signs := row(pattern)):
            yield from rows(signs, text, stretches)
            return
        for match in self._found(pattern, text, stretches):
            groups = range(1, match.re.groups + 1) or (0,)
            yield from (Range(*match.span(group)) for group in groups if match[group])

    def _found(self, pattern: str, text: str, stretches: Iterable[Range]) -> Iterable[Match[str]]:
        if not self.trusted:
            return untrusted_matches(pattern, text)
        search = compiled(pattern).finditer
        return (match for stretch in stretches for match in search(text, *stretch))

    def _without_notes(self, spans: list[Range], joined: Reading, document: Document) -> list[Range]:
        """Leave out the marks of a note: the one at its start, and the one place it belongs to."""
        text = joined.text
        whole = [Range(0, len(text))]
        wanted = self._likely((self.notes,), text, whole) if self.notes and spans else ()
        notes = [note for pattern in wanted for note in self._found(pattern, text, whole)]
        if len(notes) != 1:
            return spans
        group = notes[0].lastindex or 0
        note, mark = Range(*notes[0].span(group)), notes[0][group]
        if not _is_last(note, joined, document):
            return spans
        same = [span for span in spans if span != note and text[span.start : span.end] == mark]
        named = group < 2
        noted = same if len(same) == 1 and _refers(text, same[0], named) else []
        return [span for span in spans if span not in (note, *noted)] if named or noted else spans


@cached_per_draft
def _unwrapped(draft: Draft) -> Reading:
    return unwrapped(draft.document, draft.reading)


def _refers(text: str, mark: Range, named: bool) -> bool:
    """Return whether a mark stands behind a word; if no word says that the note is one, before no other either."""
    behind_word = text[mark.start - 1 : mark.start].isalnum()
    return behind_word and (named or not text[mark.end : mark.end + 1].isalnum())


def _is_last(note: Range, joined: Reading, document: Document) -> bool:
    """Return whether the line of a note is the last of its part of the file, or of a page."""
    line = document.line_at(joined.offset(note.start))
    following = joined.text.find("\n", note.end)
    while following >= 0 and joined.text[following : following + 1].isspace():
        following += 1
    if not 0 <= following < len(joined.text):
        return True
    at = joined.offset(following)
    below = document.line_at(at)
    return "\f" in document.text[joined.offset(note.start) : at] or (line.part, line.page) != (
        below.part,
        below.page,
    )


def _lines_with(words: Iterable[str], text: str) -> list[Range]:
    """Return the lines that hold one of the words, with their ends."""
    starts = {start for word in words if word in text for start in _starts_of_lines_with(word, text)}
    return [Range(start, text.find("\n", start) + 1 or len(text)) for start in sorted(starts)]


def _starts_of_lines_with(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        at = text.find(word, end + 1) if end >= 0 else -1


def _joined(stretches: Iterable[Range]) -> list[Range]:
    """Make one of neighbours: every search of its own costs more than going over a line."""
    joined: list[Range] = []
    for each in stretches:
        start = joined.pop().start if joined and joined[-1].end == each.start else each.start
        joined.append(Range(start, each.end))
    return joined


def _likely(patterns: tuple[str, ...], text: str, stretches: Iterable[Range]) -> Sequence[str]:
    """Leave out the patterns that begin with a comment of words none of which stands in the stretches."""
    within = "\n" + "".join([text[stretch.start : stretch.end] for stretch in stretches])
    for blank in BLANKS:
        within = within.replace(blank, "")
    within = _widened(within)
    standing = _standing(_asked(patterns), within)
    return [pattern for pattern in patterns if _may_match(pattern, within, standing)]


def _may_match(pattern: str, text: str, standing: set[str]) -> bool:
    words, (opening, closing) = _words(pattern), _brackets(pattern)
    here = standing.intersection(words)
    return not words or any(not opening or _is_inside(word, text, opening, closing) for word in here)


def _is_inside(word: str, text: str, opening: str, closing: str) -> bool:
    """Return whether a word stands in a bracket that opens near before it."""
    for at in all_places(text, word):
        before = text[max(0, at - NEAR) : at]
        if max(map(before.rfind, opening)) > max(map(before.rfind, closing)):
            return True
    return False


def _standing(asked: Mapping[str, Sequence[str]], text: str) -> set[str]:
    """Return the words that stand in a text. Looking for two characters takes ten times as long as looking for one."""
    found: set[str] = set()
    for first, words in asked.items():
        if first in text:
            pairs = {first, *[first + (rest[:1] or first) for rest in text.split(first)[1:]]}
            found.update([word for word in words if word[:2] in pairs and word in text])
    return found


@lru_cache(maxsize=256)
def _asked(patterns: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """Return the words of all comments by what they begin with."""
    by_first: dict[str, list[str]] = {}
    for word in dict.fromkeys(word for pattern in patterns for word in _words(pattern)):
        by_first.setdefault(word[0], []).append(word)
    return by_first


@lru_cache(maxsize=256)
def _words(pattern: str) -> tuple[str, ...]:
    """Return the words in the comment that a pattern begins with."""
    words = [_widened(word) for word in _comment(pattern) if BRACKETED not in word]
    return tuple(one for word in words for one in _each(*word.replace("^", "\n").partition("+")))


@lru_cache(maxsize=256)
def _brackets(pattern: str) -> tuple[str, str]:
    """Return the brackets in the comment that a pattern begins with; none where its words need no bracket."""
    opening, _, closing = next((word for word in _comment(pattern) if BRACKETED in word), "").partition(
        BRACKETED
    )
    return opening, closing


def _comment(pattern: str) -> Sequence[str]:
    return pattern[3 : pattern.index(")")].split() if pattern.startswith("(?#") else ()


def _widened(text: str) -> str:
    """Make the round brackets of a text full-width ones."""
    return text.replace("(", "（").replace(")", "）")


@lru_cache(maxsize=256)
def row(pattern: str) -> frozenset[str]:
    """Return the signs of which a pattern means a row (`[*＊]+`), which is found without it; none for any other."""
    plain = pattern[pattern.index(")") + 1 :] if pattern.startswith("(?#") else pattern
    signs = plain[1:-2] if plain.startswith("[") and plain.endswith("]+") else ""
    return frozenset(signs) if _SPECIAL.isdisjoint(signs) else frozenset()


def rows(signs: frozenset[str], text: str, stretches: Iterable[Range]) -> Iterator[Range]:
    """Yield the rows of some signs in the stretches."""
    for start, end in stretches:
        part, behind = text[start:end], 0
        for at in sorted(at for sign in signs if sign in part for at in all_places(part, sign)):
            if at >= behind:
                behind = at
                while part[behind : behind + 1] in signs:
                    behind += 1
                yield Range(start + at, start + behind)


def _each(before: str, plus: str, behind: str) -> Iterator[str]:
    """Yield the words that one of a comment stands for."""
    if not plus:
        yield before
    for first in before if plus else "":
        yield from (first + second for second in behind)


def masked(text: str, spans: Iterable[Range]) -> str:
    """Put a mask over some places of the text, its length unchanged."""
    pieces: list[str] = []
    end = 0
    for span in sorted(spans):
        if span.end > end:
            start = max(span.start, end)
            pieces += (text[end:start], MASK * (span.end - start))
            end = span.end
    return "".join(pieces) + text[end:] if pieces else text
