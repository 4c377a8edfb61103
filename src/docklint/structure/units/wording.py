"""The lexicon's words about units, compiled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from re import Pattern

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.word_search import WordSearch

LONGEST_NAME = 30
"""Code points of a unit's name; what is longer is a sentence."""
_HAN = r"[^\W0-9A-Za-z_]"
_IN_NO_NAME = frozenset("0123456789０１２３４５６７８９，。；：、！？（）()《》“”\n")
_HIDING = frozenset("*＊×□○_某【】〔〕[]")
_HIDING_TWICE = tuple(one + other for signs in ("xX", "-—") for one in signs for other in signs)
CLOSING = ("以上", "上述")
"""How a line begins that closes a paper."""


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
        levels = "".join(self["levels"])
        found = compiled(rf"(?:{_HAN}{{1,6}}?[{levels}](?!场))+(?={_HAN}{{2}})").match(name)
        return found[0] if found else ""

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

    @cached_property
    def before(self) -> Pattern[str]:
        """What stands before a name in a title."""
        years = "|".join(self._grammar["who-years"])
        words = alternatives((*self["before"], *self._grammar["meeting-kinds"]))
        return compiled(f"(?:{years}|{words})+")

    @cached_property
    def no_name(self) -> Pattern[str]:
        """What no name holds."""
        return compiled(alternatives(self["no-name"]))

    @cached_property
    def closing(self) -> Pattern[str]:
        """The start of a line that says: so far the paper of …; group `name`."""
        return compiled(
            rf"(?m:^)(?:{'|'.join(CLOSING)})，?(?:就?是|为|系|即)?(?:我(?!{self._kind_words})们?|本人)?(?:代表)?(?P<name>{_HAN}{{1,{LONGEST_NAME}}})"
        )

    def speaker(self, text: str) -> Pattern[str] | None:
        """Where somebody says for whom he speaks (我代表…党组作对照检查, 现将…班子情况汇报如下); the last group is the name.

        None if no word in `text` tells so; what it has no use for is not compiled.
        """
        told = "(?:对照|检视|剖析|检查|查摆|自查|[^，。；\n]{0,12}(?:如下|情况))"
        name = rf"({_HAN}{{1,{LONGEST_NAME}}}?)(?:{self.body})"
        ways = {
            ("代表",): rf"代表{name}(?=[作向进就对汇报检，])",
            ("现将", "现就"): rf"现(?:将|就){name}(?={told})",
        }
        wanted = [way for words, way in ways.items() if any(word in text for word in words)]
        return compiled("|".join(wanted)) if wanted else None

    @cached_property
    def bodies(self) -> WordSearch:
        """The bodies that lead a unit."""
        return WordSearch(self["bodies"])

    @cached_property
    def behind_no_subject(self) -> tuple[str, ...]:
        """What follows a body that is no subject of its own: 县水利局党组书记."""
        posts = tuple(post.partition("(")[0] for post in self["posts"])
        return (*posts, *self["no-subject"])

    def itself(self, text: str) -> Pattern[str] | None:
        """我局, 本院: group `kind` is the word behind 我 or 本, one group more a kind.

        None if `text` has none; kinds whose word stands behind neither in it are not compiled.
        """
        wanted = [at for at, (_, pattern) in enumerate(self._selves) if _may_stand(pattern, text)]
        kinds = "|".join(f"(?P<k{at}>{self._selves[at][1]})" for at in wanted)
        # What must not stand before them is asked behind them: so the engine looks for nothing but two characters.
        return compiled(rf"[我本](?<![自忘小大敌你].)(?P<kind>{kinds})(?!（)") if wanted else None

    def kind_itself(self, group: str) -> str:
        """Return the kind for the name of a group of `itself`."""
        return self._selves[int(group[1:])][0]

    @cached_property
    def _selves(self) -> tuple[tuple[str, str], ...]:
        return tuple((word, pattern) for word, _, pattern in (each.partition("=") for each in self["selves"]))

    @cached_property
    def _kind_words(self) -> str:
        return alternatives(self.kinds)


def _table(entries: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Read `word=words`, the words parted by blanks."""
    pairs = (entry.partition("=") for entry in entries)
    return {word: tuple(words.split()) for word, _, words in pairs}


def _may_stand(pattern: str, text: str) -> bool:
    """Return whether 我 or 本 stands before what may match; of 局(?![部面]) the plain word is looked for."""
    word = pattern.partition("(?!")[0]
    return not word.isalnum() or f"我{word}" in text or f"本{word}" in text
