"""Reading a notice: which dimensions it lists, which parts it asks for, what it says of examples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from docklint.derive.proposal import USUAL, Found, Proposal, ProposedPart
from docklint.derive.source import found
from docklint.document import Document
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.profile import Profile
from docklint.structure.binding.alignment import keyword_slot
from docklint.structure.normalise.body import read
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline import numerals
from docklint.structure.outline.ordinals import ordinals
from docklint.structure.outline.tokens import Token
from docklint.texts import Text

_COUNT = rf"(?P<count>[{numerals.CHINESE}]{{1,3}}|[0-9]{{1,2}})个?"
REACH = 2500
"""Code points behind an announcement (以下五个方面) within which its items are looked for."""
LONGEST_NAME = 45
"""A dimension of more code points is a sentence about one."""


def read_notice(document: Document, known: Profile, grammar: Grammar) -> Proposal:
    """Propose a profile from what a notice says; `known` lends the words by which roles are known."""
    reading = read(document, grammar)
    dimensions, doubts = _dimensions(reading, document, grammar)
    sections = tuple(_sections(reading, document, known, grammar))
    example = _first(reading, document, grammar["derive-examples"], "evidence")
    return Proposal(
        title=_title(reading, document, grammar),
        years=tuple(_years(reading, document, grammar)),
        sections=sections,
        dimensions=dimensions,
        example=example,
        audience=_audience(reading, document, grammar),
        doubts=(*doubts, *_open(sections, example)),
    )


def _open(sections: tuple[ProposedPart, ...], example: Found | None) -> Iterator[Text]:
    if not sections:
        yield Text("derive.no-sections")
    if example is None:
        yield Text("derive.no-example")


def _title(reading: Reading, document: Document, grammar: Grammar) -> Found | None:
    pattern = (
        rf"关于[^。；\n]{{0,40}}?(?P<meeting>[^。；，、“”\n]{{0,24}}(?:{'|'.join(grammar['meeting-kinds'])}))"
    )
    match = compiled(pattern).search(reading.text) or compiled(
        rf"(?P<meeting>{'|'.join(grammar['meeting-kinds'])})"
    ).search(reading.text)
    return found(_bare(match["meeting"], grammar), *match.span(), reading, document) if match else None


def _bare(meeting: str, grammar: Grammar) -> str:
    for verb in grammar["derive-verbs"]:
        meeting = meeting.rsplit(verb, 1)[-1]
    return meeting


def _years(reading: Reading, document: Document, grammar: Grammar) -> Iterator[Found]:
    meeting = "|".join(grammar["meeting-kinds"])
    for match in compiled(rf"(20[0-9]{{2}})年度?[^。；\n]{{0,20}}(?:{meeting})").finditer(reading.text):
        yield found(match[1], *match.span(), reading, document)
        return


def _audience(reading: Reading, document: Document, grammar: Grammar) -> Found | None:
    """Say for whom the papers are, if the notice speaks of one kind only."""
    both = [
        (value, _first(reading, document, grammar[key], value))
        for value, key in (("group", "derive-group"), ("individual", "derive-individual"))
    ]
    named = [one for _, one in both if one]
    return named[0] if len(named) == 1 else None


def _first(reading: Reading, document: Document, words: tuple[str, ...], value: str) -> Found | None:
    starts = [(at, word) for word in words if (at := reading.text.find(word)) >= 0]
    if not starts:
        return None
    at, word = min(starts)
    return found(value, at, at + len(word), reading, document)


def _sections(
    reading: Reading, document: Document, known: Profile, grammar: Grammar
) -> Iterator[ProposedPart]:
    """Find the sentence that lists the parts of the paper and the roles it names, in its order."""
    keys = ("document-words", "derive-listing", "derive-parts")
    papers, lists, units = ("|".join(grammar[key]) for key in keys)
    counted = rf"等?{_COUNT}(?:{units})"
    pattern = (
        rf"(?:{papers})[^。\n]{{0,60}}(?:{lists})(?P<parts>[^。\n]{{6,200}}?)(?:{counted}|(?=[。\n])|\Z)"
    )
    for match in compiled(pattern).finditer(reading.text):
        named = list(_roles(reading, document, match.start("parts"), match.end("parts"), known))
        if len(named) > 1:
            yield from named
            return


def _roles(
    reading: Reading, document: Document, start: int, end: int, known: Profile
) -> Iterator[ProposedPart]:
    """Read a list of parts (存在的突出问题、原因分析、整改措施等), each known by a keyword."""
    seen: set[str] = set()
    for match in compiled(r"[^、，；等]{3,40}").finditer(reading.text, start, end):
        for first, last in _pieces(reading.text, *match.span(), known):
            words = reading.text[first:last].strip("“”‘’ ")
            role = _role(words, known)
            if role and role not in seen:
                seen.add(role)
                title = found(words, first, last, reading, document)
                # What only some members have to explain is not asked of everybody who hands in a paper.
                required = None if role in (*USUAL, "personal") else True
                yield ProposedPart(role, title, title, required)


def _pieces(text: str, start: int, end: int, known: Profile) -> list[tuple[int, int]]:
    """Cut a name in two where both halves are parts (原因分析和整改措施), not where they are one (努力方向和整改措施)."""
    for joint in compiled("以及|和|及").finditer(text, start, end):
        roles = [_role(text[start : joint.start()], known), _role(text[joint.end() : end], known)]
        if all(roles) and roles[0] != roles[1]:
            return [(start, joint.start()), (joint.end(), end)]
    return [(start, end)]


def _role(words: str, known: Profile) -> str | None:
    slot = keyword_slot(words, known.sections)
    return None if slot is None else known.sections[slot].role


def _dimensions(
    reading: Reading, document: Document, grammar: Grammar
) -> tuple[tuple[Found, ...], tuple[Text, ...]]:
    """Find a list of as many names as the notice announces; else say what was seen instead."""
    seen: list[str] = []
    for match in compiled(_announcing(grammar["derive-counted"])).finditer(reading.text):
        count = numerals.parse(match["count"]) or 0
        for names in _listed(reading, match.start(), match.end(), count, document, grammar):
            if count > 1 and len(names) == count:
                return names, ()
            seen += [f"{match[0]}（{len(names)}）"] if names else []
    told = "、".join(dict.fromkeys(seen)) or Text("derive.nothing")
    return (), (Text("derive.no-list", seen=told),)


@lru_cache(maxsize=8)
def _announcing(counted: tuple[str, ...]) -> str:
    return rf"(?<![{numerals.CHINESE}0-9第]){_COUNT}(?:{'|'.join(counted)})"


def _listed(
    reading: Reading, start: int, end: int, count: int, document: Document, grammar: Grammar
) -> Iterator[tuple[Found, ...]]:
    yield _behind(reading, end, count, document, grammar)
    yield _before(reading, start, count, document, grammar)


def _behind(
    reading: Reading, start: int, count: int, document: Document, grammar: Grammar
) -> tuple[Found, ...]:
    """Read the numbered items that follow an announcement: 一是带头…；二是带头…."""
    text = reading.text[: start + REACH]
    items = _run([c for c in ordinals(text) if c.start >= start - 1], count)
    cut = compiled(f"，(?={alternatives(grammar['derive-cuts'])})")
    return tuple(_named(text, item, cut, reading, document) for item in items)


def _run(found_: list[Token], count: int) -> list[Token]:
    """Pick the first run 1…count of one family."""
    first = next((c for c in found_ if c.value == 1), None)
    if first is None:
        return []
    run = [first]
    for candidate in found_:
        if (
            candidate.family == first.family
            and candidate.value == len(run) + 1
            and candidate.start > run[-1].start
        ):
            run.append(candidate)
    return run[:count]


def _named(text: str, item: Token, cut: Pattern[str], reading: Reading, document: Document) -> Found:
    end = next((i for i in range(item.end, len(text)) if text[i] in "。；：\n"), len(text))
    rest = cut.search(text, item.end, end)
    end = rest.start() if rest else end
    if end - item.end > LONGEST_NAME:
        comma = text.find("，", item.end, end)
        end = comma if comma > 0 else end
    name = text[item.end : end].strip("“”‘’ ，").removesuffix("方面")
    return found(name, item.start, end, reading, document)


def _before(
    reading: Reading, end: int, count: int, document: Document, grammar: Grammar
) -> tuple[Found, ...]:
    """Read the names in front of a count: 理论学习、政治素质…等六个方面."""
    start = max(reading.text.rfind(stop, 0, end) for stop in "。；：\n，") + 1
    quoted = reading.text.rfind("“", start, end)
    stretch = reading.text[max(start, quoted + 1) : end].rstrip("”").removesuffix("等").rstrip("”")
    splits = (compiled(pattern).split(stretch) for pattern in ("、", "、|以及|和"))
    names = next((names for names in splits if len(names) == count), stretch.split("、"))
    if len(names) != count:
        return tuple(found(name, start, end, reading, document) for name in names[:1] if len(names) > 2)
    head = names[0]
    for word in grammar["title-openers"]:
        head = head.rsplit(word, 1)[-1]
    return tuple(found(name.strip("“”‘’"), start, end, reading, document) for name in (head, *names[1:]))
