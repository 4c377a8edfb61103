"""The grammar of papers: what the lexicon's lists of words become once they are compiled, made once a library.

Patterns and tables that several rooms ask for are cached properties here; what one room alone derives from the words
it keeps beside its own code and asks for through `Grammar.once`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache

from docklint.patterns import alternatives, compiled
from docklint.profile import Lexicon
from docklint.title_decoration import stripped_end, stripped_start, unquoted, without_remarks
from docklint.typed import Any, Literal, Match, Pattern, TypeVar
from docklint.word_search import WordSearch, is_chinese, letters

T = TypeVar("T")
TitleKind = Literal["section", "dimension"]
CLOSES = 0
"""Value of a word that closes an enumeration whatever its length (最后)."""
LABELS = {"problem-labels": "problems", "cause-labels": "causes", "measure-labels": "measures"}
"""The lexicon's lists of labels, and the role of the part that each announces."""
PAIR_OF_WORDS = 4
"""Code points of a label of two words."""
REMEMBERED = 4096
"""So many titles are kept in their normal form."""
LEAST_OCCASION = 5
"""Code points inside 在…时 from which on it names something particular."""
LONGEST_TARGET = 60
"""Code points a target may have; what is longer is no name of anything."""

_HAN = r"[^\W0-9A-Za-z_]"
_MANY = "[二两三四五六七八九十百千]{1,4}"


class Content(dict[int, int]):
    """For `str.translate`: 1 for Chinese characters that are no particle, 0 for all others; each is looked at once."""

    def __init__(self, particles: str) -> None:
        self._particles = frozenset(particles)

    def __missing__(self, point: int) -> int:
        sign = chr(point)
        self[point] = tells = int(is_chinese(sign) and sign not in self._particles)
        return tells


class Grammar:
    """What is derived from one lexicon. Compared by identity."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile nothing yet: a draft needs some of it, no draft needs all."""
        self.lexicon = lexicon
        self.normal = lru_cache(REMEMBERED)(self._normal)
        """Reduce a title to what it says: no punctuation, quotes or decoration (在, 认真, 对照, …方面)."""
        self.core = lru_cache(REMEMBERED)(self._core)
        """Reduce a normalised title further, to the words that tell the parts of a paper from each other.

        What says when, whose and how (2022年度, 班子, 主要, 具体) is dropped wherever it stands; a title of nothing
        but such words stays as it is.
        """
        self._made: dict[tuple[object, ...], Any] = {}
        self._lists: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, key: str) -> tuple[str, ...]:
        """Return a list of the lexicon."""
        found = self._lists.get(key)
        if found is None:
            found = self._lists[key] = self.lexicon[key]
        return found

    def __getstate__(self) -> Mapping[str, Any]:
        """Keep the lexicon and what was made of it; what is compiled is compiled anew."""
        kept: dict[str, Any] = {
            name: vars(self)[name] for name in ("fillers", "stock_phrases") if name in vars(self)
        }
        return {**kept, "lexicon": self.lexicon, "known_titles": self.known_titles, "_made": self._made}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        """Take up what was kept."""
        Grammar.__init__(self, state["lexicon"])
        self.__dict__.update(state)

    def once(self, make: Callable[..., T], *key: object) -> T:
        """Return `make(grammar, *key)`, made when first asked for and kept."""
        found = self._made.get((make, *key))
        if found is None:
            found = self._made[make, *key] = make(self, *key)
        made: T = found
        return made

    # Titles

    def whole(self, title: str) -> str:
        """Return all words of a title, without punctuation and remarks in brackets."""
        return title if title.isalnum() else letters(without_remarks(title) or title)

    def _normal(self, title: str) -> str:
        plain = self.whole(title)
        return stripped_end(stripped_start(plain, self["title-openers"]), self["title-closers"])

    def _core(self, name: str) -> str:
        return self.fillers.replaced(name, "") or name

    def bare(self, title: str) -> str:
        """Drop a title's decoration and outer quotes, and keep its own punctuation."""
        title = stripped_start(unquoted(title.strip(" 。：")), self["title-openers"])
        return unquoted(stripped_end(unquoted(title), self["title-closers"]))

    def sides(self, title: str) -> list[str]:
        """Part a title where it joins others (原因分析和整改措施); one that joins none stays whole."""
        joins = any(joint in title for joint in self["section-joints"])
        return self._joints.parted(title) if joins else [title]

    @cached_property
    def fillers(self) -> WordSearch:
        """Words of a title that tell no part from another."""
        years = [f"{year}年{end}" for year in range(1900, 2100) for end in ("", "度")]
        return WordSearch((*years, *self["title-fillers"]))

    @cached_property
    def _joints(self) -> WordSearch:
        return WordSearch(self["section-joints"])

    @cached_property
    def known_titles(self) -> Mapping[str, TitleKind]:
        """The titles of all profiles in their normal form, with what they head."""
        kinds: dict[str, TitleKind] = {self.normal(title): "section" for title in self.lexicon.section_titles}
        return kinds | {self.normal(title): "dimension" for title in self.lexicon.dimension_titles}

    @cached_property
    def paper_title(self) -> Pattern[str]:
        """A whole line that names a paper."""
        words = "|".join(self["document-words"])
        return compiled(
            rf"(?:20[0-9]{{2}}年|[^\n一二三四五六七八九十（0-9])[^\n]{{0,50}}(?:{words})[^\n]{{0,12}}"
        )

    @cached_property
    def piece(self) -> Pattern[str]:
        """The start of a line that opens one of several pieces in a file: 第二篇：, 【范文二】."""
        words, number = alternatives(self["piece-words"]), "[一二三四五六七八九十0-9]{1,3}"
        return compiled(
            rf"(?m:^)[【（]?(?:第{number}(?:{words})|(?:{words}){number})[】）]?(?=[：:、.．“《]|(?m:$))"
        )

    # Ordinals and labels

    @cached_property
    def enumeration_values(self) -> Mapping[str, int]:
        """What the words that enumerate (首先, 其次, 最后) count as."""
        numbered = {word: value for value, word in enumerate(self["enumeration-words"], 1)}
        return numbered | dict.fromkeys(self["enumeration-closers"], CLOSES)

    @cached_property
    def enumeration_word(self) -> Pattern[str]:
        """A word that enumerates, group 1, with the mark behind it."""
        return compiled(f"({'|'.join(self.enumeration_values)})(?:是|，|、|：|)")

    @cached_property
    def label_roles(self) -> Mapping[str, str]:
        """Every label with its role; of a word that is in two lists the first counts."""
        roles = {word: role for key, role in reversed(LABELS.items()) for word in self[key]}
        # 产生原因 and 产生的原因 are one label.
        with_particle = {
            f"{word[:2]}的{word[2:]}": role for word, role in roles.items() if len(word) == PAIR_OF_WORDS
        }
        return {**with_particle, **roles}

    def is_of_measures(self, title: str) -> bool:
        """Return whether a section's title, in its normal form, is that of the measures: it ends as their labels do."""
        return title.endswith(self["measure-labels"])

    @cached_property
    def label(self) -> Pattern[str]:
        """A label at the start of a line, group 1, with its colon or brackets."""
        return compiled(
            rf"(?m:^)[【]?({alternatives(self.label_roles)})(?:是|为|有)?[】]?(?:：|(?<=】)|(?m:$))"
        )

    # Examples and facts

    @cached_property
    def fact(self) -> Pattern[str]:
        """A concrete fact, one alternative a kind. A Chinese 一次 is a manner of speaking; 两次 and 1次 are counts.

        An Arabic number is a fact whatever it counts, but for slogans (“8项规定”, 20大, 6个方面) and ordinals (（1）).
        """
        measures, closers = alternatives(self["measure-words"]), alternatives(self["occasion-closers"])
        stock = alternatives(self["stock-occasions"])
        return compiled(
            "|".join(
                (
                    r"(?:19|20)[0-9*＊×xX]{2}年|[0-9*]{1,2}月(?:份|[0-9*]{1,2}日|底|初|中旬|上旬|下旬)?|[0-9]{1,2}日",
                    alternatives(self["time-words"]) + r"|第[一二三四1-4]季度",
                    rf"(?<![“0-9.])(?![0-9]{{1,2}}）)[0-9]+(?:\.[0-9]+)?(?![0-9.、]|大|届|中全会|个?(?:{alternatives(self['abstract-nouns'])}))",
                    rf"{_MANY}(?:余|多)?(?:{measures})",
                    r"百分之[一二三四五六七八九十百]+|[一二三四五六七八九十两]成|[近这][两三四五六七八九十]年|[两三四五六七八九十]年来",
                    r"(?<![每上下])半年|半个月|(?:全|(?<![近这每])[一两三四五六七八九十])年(?=才|只|仅|没|未|仍|都没|半|多|之久)",
                    r"倒数第[一二三四五六七八九十0-9]|第[一二三四五六七八九十0-9]{1,3}名",
                    r"《[^》\n]{2,60}》",
                    # A title that lost one of its marks is still one; the mark is told by itself.
                    rf"《(?={_HAN}{{4}})|(?<={_HAN}{{4}})》",
                    rf"在(?!(?:{stock})(?:{closers}))[^。；，：！？\n]{{{LEAST_OCCASION},50}}(?:{closers})(?=，|、|，)",
                    rf"(?:{alternatives(self['meeting-words'])})上",
                    rf"“[^”\n]{{2,20}}”(?:{alternatives(self['undertaking-words'])})",
                    # From where the characters begin alone: from each of them it would take the square of their number.
                    rf"(?<!{_HAN}){self._undertaking}",
                )
            )
        )

    @cached_property
    def undertaking(self) -> Pattern[str]:
        """A named undertaking and its stage (…专项整治期间)."""
        return compiled(self._undertaking)

    @cached_property
    def _undertaking(self) -> str:
        words, stages = alternatives(self["undertaking-words"]), alternatives(self["undertaking-stages"])
        return rf"{_HAN}{{3,}}(?:{words})(?:{stages})?(?:中|时|期间|后)"

    @cached_property
    def turn(self) -> Pattern[str]:
        """Praise and, behind group `praise`, the words that turn from it to faults (。但对照要求，); `lead`: 对照要求."""
        turns, leads = alternatives(self["turn-words"]), alternatives(self["turn-leads"])
        lead = rf"(?P<lead>[^，。；\n]{{0,16}}(?:{leads})[^，。；\n]{{0,12}}，)?"
        return compiled(rf"(?P<praise>[^\n；]{{4,300}}?)[。，；](?:{turns})(?:，)?{lead}")

    def is_praise(self, turn: Match[str]) -> bool:
        """Return whether what stands before a `turn` says what was done well, and no fault.

        Where a paper turns to its faults in so many words (但对照要求，) or owns something first (虽然…，但…), what it
        told before needs no word of praise.
        """
        praise = turn["praise"]
        if praise.startswith(self["concession-openers"]):
            return True
        praises = turn["lead"] or any(word in praise for word in self["praise-words"])
        return bool(praises) and not any(word in praise for word in self["fault-words"])

    # What a part is about

    @cached_property
    def target(self) -> Pattern[str]:
        """What a measure says it is directed at (针对…的问题), group `target`."""
        openers, closers, traps = (
            alternatives(self[f"target-{key}"]) for key in ("openers", "closers", "traps")
        )
        within = rf"(?P<target>[^。；：，\n]{{2,{LONGEST_TARGET}}}?)"
        return compiled(rf"(?!{traps})(?:{openers}){within}(?:(?:{closers})|(?=[。；：，\n])|\Z)")

    @cached_property
    def stock_phrases(self) -> WordSearch:
        """The phrases of two or more characters that everybody uses."""
        return WordSearch(word for word in self["stock-phrases"] if len(word) > 1)

    @cached_property
    def particles(self) -> str:
        """The single characters that carry no meaning of their own."""
        return "".join(word for word in self["stock-phrases"] if len(word) == 1)

    @cached_property
    def content(self) -> Content:
        """Which characters carry meaning; the particles stand apart from the phrases, for they are everywhere."""
        return Content(self.particles)
