"""Profiles: TOML tables, their inheritance, and the `Profile` they make."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from docklint.packs.braces import LIMIT, expand
from docklint.packs.table import Table, unknown
from docklint.profile import Profile, Slot
from docklint.texts import Text
from docklint.values import replace

AUDIENCES = ("any", "group", "individual")
EXAMPLES = ("evidence", "marker", "off")
ORDERS = ("fixed", "free")
LIMITS = ("min-characters", "max-characters")


def profiles(tables: Iterable[Table]) -> dict[str, Profile]:
    """Read every profile, parents before children; a child says only what differs from its parent.

    Those marked `abstract` are there to be extended and are not given.
    """
    by_id = dict(_by_id(tables))
    made: dict[str, Profile] = {}
    for key in by_id:
        _make(key, by_id, made, ())
    return {key: made[key] for key in by_id if not by_id[key].flag("abstract", False)}


def _by_id(tables: Iterable[Table]) -> Iterator[tuple[str, Table]]:
    seen: dict[str, Table] = {}
    for table in tables:
        # A file that could not be parsed has its fault already; one without an id may have more of them.
        key = "" if table.is_faulty else table.text("id") or table.file
        if key in seen:
            table.fault("id", Text("fault.profile-taken", id=key, file=seen[key].file))
        elif key:
            seen[key] = table
            yield key, table


def _make(key: str, tables: Mapping[str, Table], made: dict[str, Profile], below: tuple[str, ...]) -> Profile:
    """Make one profile after its parents. `below`: the profiles that led here, to find a circle."""
    if key not in made:
        made[key] = _profile(tables[key], _parent(key, tables, made, (*below, key)))
    return made[key]


def _parent(
    key: str, tables: Mapping[str, Table], made: dict[str, Profile], chain: tuple[str, ...]
) -> Profile:
    parent = tables[key].text("extends", "")
    if not parent:
        return Profile("", "")
    if parent in chain:
        circle = " → ".join((*chain, parent))
        tables[key].fault("extends", Text("fault.circle", circle=circle))
        return Profile("", "")
    if parent not in tables:
        tables[key].fault("extends", unknown(parent, tables, "noun.profile"))
        return Profile("", "")
    return _make(parent, tables, made, chain)


def _profile(table: Table, parent: Profile) -> Profile:
    recognise, returned = table.table("recognise"), table.table("return")
    table.text("extends", "")
    table.flag("abstract", False)
    made = replace(
        parent,
        id=table.text("id"),
        title=table.text("title"),
        title_en=table.text("title-en", ""),
        audience=table.choice("audience", AUDIENCES, parent.audience),
        sections=_sections(table, parent.sections),
        years=recognise.words("years"),
        words=recognise.words("words"),
        example=table.choice("example", EXAMPLES, parent.example),
        ordered=_fixed(table, "order", parent.ordered),
        dimensions_ordered=_fixed(table, "dimension-order", parent.dimensions_ordered),
        extra_sections=table.flag("extra-sections", parent.extra_sections),
        extra_dimensions=table.flag("extra-dimensions", parent.extra_dimensions),
        proportions={**parent.proportions, **_proportions(table.table("proportions"))},
        undecided=(*parent.undecided, *table.words("undecided")),
        limits={**parent.limits, **limits(table.table("limits"))},
        limits_source=_limits_source(table) or parent.limits_source,
        returns=returned.words("rules") if "rules" in returned.raw else parent.returns,
        return_share=_fraction(returned, "dimensions-missing", parent.return_share),
        rules=_rules(table.table("rules"), parent.rules),
        source=table.text("source", ""),
        source_en=table.text("source-en", ""),
    )
    recognise.close()
    returned.close()
    table.close()
    return made


def _fraction(table: Table, key: str, default: tuple[int, int]) -> tuple[int, int]:
    """Read a part of the whole, as 1/3; more than 1/1 of anything is never missing."""
    numerator, _, denominator = table.text(key, "/".join(map(str, default))).partition("/")
    if all(_is_count(number) for number in (numerator, denominator)) and 0 < int(denominator) >= int(
        numerator
    ):
        return int(numerator), int(denominator)
    table.fault(key, Text("fault.fraction"))
    return default


def _is_count(number: str) -> bool:
    return number.isascii() and number.isdigit() and 0 < len(number) < 4


def _fixed(table: Table, key: str, default: bool) -> bool:
    return table.choice(key, ORDERS, ORDERS[0] if default else ORDERS[1]) == ORDERS[0]


def _sections(table: Table, inherited: tuple[Slot, ...]) -> tuple[Slot, ...]:
    return _merged(table, "section", "role", inherited, "without")


def _merged(
    table: Table, key: str, identity: str, inherited: tuple[Slot, ...], without: str
) -> tuple[Slot, ...]:
    """Join a profile's own slots with its parent's.

    One with the role (section) or name (dimension) of an inherited slot changes that; others are added at
    the end, or before the slot their key `before` names. `without` lists inherited slots to leave out. A slot that had
    no fixed place and now has one stands behind the one that the child names before it.
    """
    left_out = _left_out(table, inherited, identity, without)
    slots = [slot for slot in inherited if slot not in left_out]
    own: list[str] = []
    for one in table.tables(key):
        name = one.text(identity)
        if name in own:
            one.fault(identity, Text("fault.twice", name=name))
        own.append(name)
        _place(slots, one, name, identity)
        one.close()
    return tuple(_settled(slots, own, inherited, identity))


def _settled(slots: list[Slot], own: Iterable[str], inherited: Iterable[Slot], identity: str) -> list[Slot]:
    """Give those of a child's `own` slots that had no fixed place and now have one the place where it names them."""
    loose = {_identity(slot, identity) for slot in inherited if slot.anywhere}
    named = {_identity(slot, identity): slot for slot in slots}
    order = list(dict.fromkeys(own))
    for at, name in enumerate(order):
        if name in loose and not named[name].anywhere:
            slots.remove(named[name])
            place = slots.index(named[order[at - 1]]) + 1 if at else _first(slots, order[1:], identity)
            slots.insert(place, named[name])
    return slots


def _first(slots: Iterable[Slot], names: Collection[str], identity: str) -> int:
    return next((at for at, slot in enumerate(slots) if _identity(slot, identity) in names), 0)


def _left_out(table: Table, slots: tuple[Slot, ...], identity: str, key: str) -> list[Slot]:
    known = {_identity(slot, identity): slot for slot in slots}
    names = table.words(key)
    for name in names:
        if name not in known and not table.faults.full:
            table.fault(key, unknown(name, known, "noun.inherited-part"))
    return [known[name] for name in names if name in known]


def _place(slots: list[Slot], table: Table, name: str, identity: str) -> None:
    names = [_identity(slot, identity) for slot in slots]
    before = table.text("before", "")
    if before and before not in names:
        table.fault("before", unknown(before, names, "noun.part"))
    if name in names:
        at = names.index(name)
        slots[at] = _slot(table, slots[at], identity)
        return
    fresh = Slot(role="" if identity == "role" else "dimension", title="")
    slots.insert(names.index(before) if before in names else len(names), _slot(table, fresh, identity))


def _identity(slot: Slot, identity: str) -> str:
    return slot.role if identity == "role" else slot.title


def _slot(table: Table, parent: Slot, identity: str) -> Slot:
    """Read a section (`identity` role) or dimension (name); lists add to the parent's, the rest replaces."""
    section = identity == "role"
    title = table.text("title", parent.title or None) if section else table.text("name")
    required = table.flag("required", parent.required)
    # What had no fixed place because it need not be there has one where it must.
    anywhere = parent.anywhere and not (required and not parent.required)
    own = _titles(table, "aliases")
    return replace(
        parent,
        role=table.text("role") if section else "dimension",
        title=title,
        aliases=_without(("", title), (*own, parent.title, *parent.aliases)),
        keywords=(*parent.keywords, *table.words("keywords")),
        unless=(*parent.unless, *table.words("unless")),
        words=(*parent.words, *table.words("words")),
        required=required,
        repeatable=table.flag("repeatable", parent.repeatable),
        anywhere=table.flag("anywhere", anywhere),
        source=table.text("source", parent.source),
        dimensions=_merged(table, "dimension", "name", parent.dimensions, "without") if section else (),
    )


def _without(words: Iterable[str], titles: Iterable[str]) -> tuple[str, ...]:
    """Return the titles but for some words, each once."""
    kept = dict.fromkeys(titles)
    for word in words:
        kept.pop(word, None)
    return tuple(kept)


def _titles(table: Table, key: str) -> Iterator[str]:
    for number, pattern in enumerate(table.words(key), start=1):
        try:
            yield from expand(pattern)
        except ValueError:
            table.fault(f"{key}[{number}]", Text("fault.braces", most=LIMIT))


def _proportions(table: Table) -> dict[str, float]:
    return {role: float(share) for role, share in table.rest().items() if _share(table, role, share)}


def _share(table: Table, role: str, share: Any) -> bool:
    if type(share) in (int, float) and 0 <= share <= 1:
        return True
    table.fault(role, Text("fault.share"))
    return False


def limits(table: Table) -> dict[str, int]:
    """Read how long a paper may or must be: `max-characters`, `min-characters`."""
    found = {key: table.number(key, 0) for key in LIMITS}
    table.text("source", "")
    table.close()
    return {key: most for key, most in found.items() if most}


def _limits_source(table: Table) -> str:
    source = table.raw.get("limits", {})
    told = source.get("source", "") if isinstance(source, Mapping) else ""
    return told if isinstance(told, str) else ""


def _rules(table: Table, inherited: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    own = {code: table.table(code).raw for code in table.raw}
    return {code: {**inherited.get(code, {}), **own.get(code, {})} for code in {**inherited, **own}}
