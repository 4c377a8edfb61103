"""Of which parts a paper then consists: those of a list, those that other sentences add, and which may be left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.derive.further_parts import FurtherParts
from docklint.derive.part_names import NamedPart, named_parts, sentences
from docklint.derive.part_order import in_order
from docklint.derive.parts import PartsList
from docklint.derive.proposal import EXTRA, USUAL, ProposedPart
from docklint.derive.reading import Notice
from docklint.derive.roles import INDIVIDUAL


def sections_of(
    notice: Notice,
    listed: PartsList | None,
    lists: Sequence[PartsList],
    further: FurtherParts,
    audience: str,
) -> Iterator[ProposedPart]:
    """Yield the parts that a list has for an audience, with those that other sentences add to it."""
    listed = in_order(notice, listed) if listed else None
    extras = further.extras
    # What stands behind the word for adding is the better name.
    optional = {part.role: part for part in (*further.conditional, *(each for each in extras if each.role))}
    required: set[str] = set()
    added_to = further.added if listed else ()
    always = {part.role for part in added_to} - {*optional}
    for part in added_to:
        # What was done about last year's problems stands before this year's.
        if part.role == "rectification" and listed and part.role not in {each.role for each in listed.parts}:
            required.add(part.role)
            yield _section(notice, part, True)
    if listed:
        for number, part in enumerate(listed.parts, 1):
            role = part.role or f"{EXTRA}{number}"
            # What only some members have to explain is asked of nobody else.
            of_all = role == "personal" and _of_all(notice, part)
            others_too = role == "personal" and listed.audience != INDIVIDUAL and not of_all
            later = role in optional and _later(optional[role], listed) and not of_all
            unheaded = part.role is None and _needs_no_heading(notice, part) and not _numbered(notice, part)
            is_free = role not in always and (not part.required or others_too or later or unheaded)
            required.add(role)
            yield _section(notice, part._replace(role=role), not is_free)
    for added in added_to:
        if added.role and added.role not in required and added.role not in optional:
            required.add(added.role)
            yield _section(notice, added, added.required)
    for named, part in optional.items():
        if named and named not in required and listed:
            required.add(named)
            yield _section(notice, part, False)
    for number, part in enumerate(extras if listed else (), 1):
        role = part.role or f"further-{number}"
        if role not in required:
            required.add(role)
            yield _section(notice, part._replace(role=role), part.required)
    others = [
        part for each in lists if audience and each.audience not in (None, audience) for part in each.parts
    ]
    for part in others:
        if part.role and part.role not in required:
            required.add(part.role)
            yield _section(notice, part, False)


def _needs_no_heading(notice: Notice, part: NamedPart) -> bool:
    """Return whether a part is how papers begin or end, or is told to bear no heading."""
    behind = notice.text[part.words.end : notice.at_stop("。！？", part.words.end)]
    return notice.says("notice-unheaded", notice.words(part.words)) or notice.says(
        "notice-no-heading", behind
    )


def _numbered(notice: Notice, part: NamedPart) -> bool:
    """Return whether a part bears a number among the others (第一章写基本情况; 1.本人基本情况)."""
    line = notice.paragraph(part.words.start)
    before = notice.text[line.start : part.words.start]
    return notice.says("notice-numbered-part", before)


def _of_all(notice: Notice, part: NamedPart) -> bool:
    """Return whether everybody has to write a part (每人都要写，没有的写“无”), in its sentence or in a later one."""
    own = notice.words(notice.sentence(part.words.start))
    return notice.says("notice-all-must", own) or any(
        each.role == part.role
        for sentence in sentences(notice)
        if sentence.start > part.words.start and notice.says("notice-all-must", notice.words(sentence))
        for each in named_parts(notice, sentence)
    )


def _later(optional: NamedPart, listed: PartsList) -> bool:
    """Return whether a later word lets a part that is listed be left out."""
    return optional.words.start >= listed.place.end


def _section(notice: Notice, part: NamedPart, required: bool) -> ProposedPart:
    found = notice.found(part.words)
    return ProposedPart(part.role or "", found, found, None if required and part.role in USUAL else required)
