"""The lexicon's words about units, compiled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range, up_to
from docklint.typed import Pattern
from docklint.word_search import WordSearch, all_places, is_chinese

LONGEST_NAME = 30
"""Code points of a unit's name; what is longer is a sentence."""
LONGEST_PLACE, NO_LEVEL, LEAST_BEHIND = 6, "场", 2
"""Code points before the word for a place's level, what makes another word of that (市场), and code points behind it."""
_IN_NO_NAME = frozenset("0123456789０１２３４５６７８９，。；：、！？（）()《》“”\n")
_HIDING = frozenset("*＊×□○_某【】〔〕[]")
_HIDING_TWICE = tuple(one + other for signs in ("xX", "-—") for one in signs for other in signs)
SELF, OTHERS = "我本", frozenset("自忘小大敌你")
"""With which a unit speaks of itself, and what makes other words of these."""
SPEAKERS = ("代表", "现将", "现就")
SPEAKER_ACTS = tuple("作向进就对汇报检，")
"""What stands behind the body that somebody represents."""
SPEAKER_TELLS, SPEAKER_TOLD = ("对照", "检视", "剖析", "检查", "查摆", "自查"), ("如下", "情况")
LONGEST_TOLD = 12
"""Code points between a body and 如下."""
CENTURY = ("20", "二〇")
"""How a year begins."""
CLOSING = ("以上", "上述")
"""How a line begins that closes a paper."""
BEFORE_CLOSING = (("，",), ("就是", "是", "为", "系", "即"), ("我们", "我", "本人"), ("代表",))
"""What may stand behind that, before a name."""


class UnitWords:
    """What is derived from the lexicon; one a grammar (`Grammar.once`)."""

    def __init__(self, grammar: Grammar) -> None:
        """Compile nothing yet."""
        self._grammar = grammar
        self.kinds = _table(grammar["unit-kinds"])
        """What names of a kind end in, by the word by which such units call themselves."""
        self.twins = _table(grammar["unit-twins"])
        """The kinds that a unit may be besides, by the word in its name."""
        self.endings = tuple(word for words in self.kinds.values() for word in words)

    def __getitem__(self, key: str) -> tuple[str, ...]:
        """Return a list of the lexicon."""
        return self._grammar[f"unit-{key}"]

    def kinds_of(self, name: str, body: str = "") -> frozenset[str]:
        """Return all kinds of unit that a name, with its `body`, may be of: a school's library is both."""
        own = {kind for kind, words in self.kinds.items() if any(word in name for word in words)}
        more = {kind for word, kinds in self.twins.items() if word in name + body for kind in kinds}
        return frozenset(own | more)

    def kind_of(self, name: str) -> str:
        """Return the kind that a name ends in, empty if it is no unit's."""
        fitting = (
            (word, kind) for kind, words in self.kinds.items() for word in words if name.endswith(word)
        )
        return max(fitting, key=lambda pair: len(pair[0]), default=("", ""))[1]

    def is_hidden(self, name: str) -> bool:
        """Return whether a name or a part of it was taken out."""
        return not _HIDING.isdisjoint(name) or any(twice in name for twice in _HIDING_TWICE)

    def place_of(self, name: str) -> str:
        """Return the beginning of a name that says where the unit is (青禾县); empty if none does."""
        return name[: self._end_of_place(name, 0, frozenset("".join(self["levels"])))]

    def _end_of_place(self, name: str, start: int, levels: frozenset[str]) -> int:
        """Return where places end that begin at a place of a name, as many as there are; 0 if none does."""
        for at in range(start + 1, min(start + 1 + LONGEST_PLACE, len(name))):
            if not is_chinese(name[at - 1]):
                break
            if name[at] in levels and name[at + 1 : at + 2] != NO_LEVEL:
                behind = name[at + 1 : at + 3]
                if further := self._end_of_place(name, at + 1, levels):
                    return further
                if len(behind) == LEAST_BEHIND and all(map(is_chinese, behind)):
                    return at + 1
        return 0

    @cached_property
    def body(self) -> str:
        """A pattern of the body that leads a unit."""
        return alternatives(self["bodies"])

    def end(self, text: str, start: int, limit: int) -> int:
        """Return where a name that begins at a place ends at most: before what is no part of it, or at a limit.

        Posts may be part of it: there is a village 乡长坡村.
        """
        near = text[start + 1 : limit]
        behind = self._behind.first(near)
        near = near[: behind[0]] if behind else near
        marks = (at for at, sign in enumerate(near) if sign in _IN_NO_NAME)
        return min(limit, start + 1 + next(marks, len(near)))

    @cached_property
    def _behind(self) -> WordSearch:
        lists = ("unit-bodies", "unit-behind", "document-words", "meeting-kinds", "group-words")
        return WordSearch(word for key in lists for word in self._grammar[key])

    @cached_property
    def post(self) -> Pattern[str]:
        """A post."""
        return compiled(alternatives(self["posts"]))

    @cached_property
    def head(self) -> Pattern[str]:
        """The bodies and posts behind a name, as far as they go."""
        return compiled(rf"(?:(?:{self.body}|{alternatives(self['posts'])})、?)*")

    def end_of_lead(self, line: str) -> int:
        """Return where that ends which stands before a name in a title (关于中共…); 0 if nothing does."""
        end = 0
        while behind := self._end_of_year(line, end) or self._end_of_word(line, end):
            end = behind
        return end

    def _end_of_word(self, line: str, start: int) -> int:
        word = self._before.at(line, start)
        return start + len(word) if word else 0

    def _end_of_year(self, line: str, start: int) -> int:
        if not line.startswith(CENTURY, start):
            return 0  # as nearly everywhere: the pattern is dear to compile
        year = compiled("|".join(self._grammar["who-years"])).match(line, start)
        return year.end() if year else 0

    @cached_property
    def _before(self) -> WordSearch:
        return WordSearch((*self["before"], *self._grammar["meeting-kinds"]))

    def is_no_name(self, words: str) -> bool:
        """Return whether some words hold what no name holds, or begin or end as none does."""
        return (
            words.startswith(self["no-name-starts"])
            or (words.endswith(self["no-name-ends"]) and not words.endswith(self["name-ends"]))
            or any(word in words for word in self["no-name"])
        )

    def closings(self, text: str, place: Range) -> Iterator[Range]:
        """Yield the names in lines that say: so far the paper of … (以上是我们县水利局党组的检查), in order."""
        part = (text[place.start - 1 : place.start] or "\n") + text[place.start : place.end]
        for at in sorted([at for word in CLOSING for at in all_places(part, f"\n{word}")]):
            # Of what may lead to the name as much as leaves a name.
            for start in self._behind_leads(part, at + 1 + len(CLOSING[0]), BEFORE_CLOSING):
                end = start
                while end < start + LONGEST_NAME and is_chinese(part[end : end + 1]):
                    end += 1
                if end > start:
                    yield Range(place.start + start - 1, place.start + end - 1)
                    break

    def _behind_leads(self, text: str, start: int, leads: Sequence[Sequence[str]]) -> Iterator[int]:
        """Yield where some words end that may stand one behind the other, of each row one or none; those of most first."""
        if not leads:
            yield start
        for word in (*leads[0], "") if leads else ():
            end = start + len(word)
            if text.startswith(word, start) and not (
                word == SELF[0] and text.startswith(self._own_kinds, end)
            ):
                yield from self._behind_leads(text, end, leads[1:])

    def speakers(self, text: str, place: Range) -> Iterator[Range]:
        """Yield the names for which somebody says that he speaks (我代表…党组作对照检查, 现将…班子情况汇报如下), in order."""
        part, behind = text[place.start : place.end], 0
        for at in sorted([at for lead in SPEAKERS for at in all_places(part, lead)]):
            start = at + len(SPEAKERS[0])
            found = self._spoken_for(part, start) if at >= behind else None
            if found:
                name, behind = found
                yield Range(place.start + start, place.start + name)

    def _spoken_for(self, text: str, start: int) -> tuple[int, int] | None:
        """Return where the shortest name that begins at a place ends, and its body behind it, before what speakers do."""
        acts = text.startswith(SPEAKERS[0], start - len(SPEAKERS[0]))
        for end in range(start + 1, start + 1 + LONGEST_NAME):
            sign = text[end - 1 : end]
            if not sign.isalnum() or sign.isascii():
                return None
            for body in self._bodies_by_length:
                behind = end + len(body)
                if text.startswith(body, end) and (
                    text.startswith(SPEAKER_ACTS, behind) if acts else _is_told(text, behind)
                ):
                    return end, behind
        return None

    @cached_property
    def _bodies_by_length(self) -> Sequence[str]:
        return sorted(self["bodies"], key=len, reverse=True)

    @cached_property
    def bodies(self) -> WordSearch:
        """The bodies that lead a unit."""
        return WordSearch(self["bodies"])

    @cached_property
    def behind_no_subject(self) -> tuple[str, ...]:
        """What follows a body that is no subject of its own: 县水利局党组书记."""
        posts = tuple(post.partition("(")[0] for post in self["posts"])
        return (*posts, *self["no-subject"])

    def itself(self, text: str, place: Range) -> Iterator[tuple[str, Range]]:
        """Yield where a text says 我局 or 本院, in order, with the kind."""
        first, selves = max(0, place.start - 1), self._selves
        part = text[first : place.end]
        for at in sorted([at for sign in SELF for at in all_places(part, sign) if first + at >= place.start]):
            for kind, word, unlike in selves.get(part[at + 1 : at + 2], ()):
                end = at + 1 + len(word)
                if (
                    part.startswith(word, at + 1)
                    and part[end : end + 1] not in unlike
                    and part[at - 1 : at] not in OTHERS
                ):
                    yield kind, Range(first + at, first + end)
                    break

    @cached_property
    def _selves(self) -> Mapping[str, Sequence[tuple[str, str, frozenset[str]]]]:
        """Kinds, the words for them, and what must not follow these, by the first character of the word."""
        found: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
        for kind, _, told in (each.partition("=") for each in self["selves"]):
            word, _, unlike = told.partition(" ")
            found.setdefault(word[0], []).append((kind, word, frozenset(("（", *unlike))))
        return found

    @cached_property
    def _own_kinds(self) -> tuple[str, ...]:
        return tuple(self.kinds)


def _table(entries: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Read `word=words`, the words parted by blanks."""
    pairs = (entry.partition("=") for entry in entries)
    return {word: tuple(words.split()) for word, _, words in pairs}


def _is_told(text: str, start: int) -> bool:
    """Return whether a body's paper or its state is told behind it."""
    near = up_to(text[start : start + LONGEST_TOLD + len(SPEAKER_TOLD[0])], "，。；\n")
    return text.startswith(SPEAKER_TELLS, start) or any(word in near for word in SPEAKER_TOLD)
