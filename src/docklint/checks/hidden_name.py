"""Names of units and people that redaction may have taken out: 某市直单位, 张某."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docklint.checks.text_pattern import TextPattern
from docklint.patterns import alternatives
from docklint.spans import Span
from docklint.structure.draft import Draft

_HAN = r"[^\W0-9A-Za-z_]"
MOST = 6
"""So often 某 may be said in one name."""
LONGEST = 8
"""Code points that what a unit does may take up before the word that says it is one."""


class HiddenName(TextPattern):
    """Point at 某 with the whole name of a unit or place behind it, and at a surname before it, besides `patterns`.

    A name is made of `places` (县, 街道), of `units`, which are units whatever stands before them (办事处, 中学), and of
    `offices`, which are units behind one of `work` (教育局), `links` (直, 人民) or a place. `followers` stand behind a
    name and are none of it (某局党组). `particles` are characters that no name holds. Places, units and offices are
    patterns. A name is no hit inside a section that fills one of `spared_roles`.
    """

    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    particles: str = ""
    surnames: tuple[str, ...] = ()
    spared_roles: tuple[str, ...] = ()

    def spares(self, draft: Draft) -> Iterator[Span]:
        """Yield the sections that may leave names out, as an analysis of cases does."""
        return (draft.span(part.range) for part in draft.of("section") if part.role in self.spared_roles)

    def _wanted(self) -> tuple[str, ...]:
        lists = (self.places, self.units, self.offices, self.work, self.links, self.followers)
        named = (_unit(self.particles, *lists),) if self.units else ()
        return (*_comrade(self.surnames), *named, *_person(self.surnames), *self.patterns)


@lru_cache(maxsize=8)
def _unit(particles: str, *words: tuple[str, ...]) -> str:
    places, units, offices, work, links, followers = map(_one_of, words)
    other = rf"(?:(?![{particles}]){_HAN})" if particles else _HAN
    # A list stands here as seldom as it can: compiling takes longer than searching a draft.
    known, led = rf"(?:{units}|{places}|{offices})", rf"(?:{work}|{links})"
    first = rf"(?:{led}{{0,4}}{known}|{other}{{1,{LONGEST}}}?{units})"
    behind = rf"(?:(?!{followers}){led}{{0,4}}?{known})"
    return rf"(?#某)(?<!某)某{{1,{MOST}}}(?!某){first}{behind}*"


@lru_cache(maxsize=8)
def _person(surnames: tuple[str, ...]) -> tuple[str, ...]:
    return (rf"(?#某){_one_of(surnames)}某{{1,3}}",) if surnames else ()


@lru_cache(maxsize=8)
def _comrade(surnames: tuple[str, ...]) -> tuple[str, ...]:
    """Match 张某同志 whole, before 某同志 is taken for a word of its own."""
    return (rf"(?#某){_one_of(surnames)}某{{1,3}}同志",) if surnames else ()


def _one_of(words: tuple[str, ...]) -> str:
    return f"(?:{alternatives(words)})" if words else "(?!)"
