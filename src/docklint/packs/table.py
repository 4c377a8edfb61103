"""Reading one TOML table strictly: every key asked for is a key allowed, and every fault is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from docklint.errors import SetupError
from docklint.texts import PerLine, Text, Texts, Told
from docklint.typed import Any
from docklint.values import Value

MOST_FAULTS = 50
"""How many faults are told; a file with more of them is no file of ours."""
_PATH, _SENTENCE, _QUOTED, _VALUE = 120, 2000, 60, 40
"""The longest key path, sentence, quotation and value in code points."""


class PackFault(Value, Told):
    """One thing wrong in one file."""

    file: str
    path: str
    """The key path, such as `rule[2].zh.message`; empty: the whole file."""
    text: Text
    """What is wrong."""

    def told_in(self, texts: Texts) -> str:
        """Return the fault with its place, shortened."""
        key = "fault.of-key" if self.path else "fault.of-file"
        return texts(key, file=self.file, path=self.path, fault=_brief(self.text.told_in(texts)))


class Faults:
    """The faults of the files read so far; `settle` raises them all at once."""

    def __init__(self, what: str = "noun.packs") -> None:
        """Begin with none. `what`: the key of what the files are."""
        self.seen: list[PackFault] = []
        self._what = what

    def add(self, file: str, path: str, text: Text) -> None:
        """Note a fault at `path` of `file`; what is read twice is told once."""
        if self.full:
            return
        fault = PackFault(file, _short(path, _PATH), text)
        if fault not in self.seen:
            self.seen.append(fault)

    @property
    def full(self) -> bool:
        """Say whether so many faults are known that no more need to be looked for."""
        return len(self.seen) >= MOST_FAULTS

    def settle(self) -> None:
        """Raise `SetupError` naming every fault; do nothing when there is none."""
        if self.seen:
            key = "fault.all-and-more" if self.full else "fault.all"
            raise SetupError(key, what=Text(self._what), faults=PerLine(self.seen))


class Table:
    """A TOML table at `path` of `file`. A wrong or missing value is noted and read as an empty one."""

    def __init__(self, raw: Mapping[str, Any], file: str, path: str, faults: Faults) -> None:
        self.raw = raw
        self.file = file
        self.path = path
        self.faults = faults
        self._asked: list[str] = []

    @property
    def asked(self) -> tuple[str, ...]:
        """The keys that somebody has asked for."""
        return tuple(self._asked)

    @property
    def is_faulty(self) -> bool:
        """Return whether a fault of this table's file is known already."""
        return any(fault.file == self.file for fault in self.faults.seen)

    def at(self, key: str) -> str:
        """Return the key path of `key`."""
        return f"{self.path}.{key}" if self.path else key

    def fault(self, key: str, text: Text) -> None:
        """Note a fault at `key` of this table."""
        self.faults.add(self.file, self.at(key) if key else self.path, text)

    def text(self, key: str, default: str | None = None) -> str:
        """Read a string; without a default it must be there and hold more than blanks."""
        value = self._read(key, default, str, "type.text")
        if default is None and key in self.raw and isinstance(value, str) and not value.strip():
            self.fault(key, Text("fault.empty"))
        return value or ""

    def flag(self, key: str, default: bool) -> bool:
        """Read true or false."""
        return bool(self._read(key, default, bool, "type.flag"))

    def number(self, key: str, default: int) -> int:
        """Read an integer of at least 1; absent means the default."""
        value: int = self._read(key, default, int, "type.integer")
        if key in self.raw and type(self.raw[key]) is int and value < 1:
            self.fault(key, Text("fault.too-small", value=shown(value)))
            return default
        return value

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """Read one of the words in `choices`."""
        value = self.text(key, default)
        if key in self.raw and value and value not in choices:
            self.fault(key, unknown(value, choices, "noun.value"))
            return default or next(iter(choices))
        return value or next(iter(choices))

    def words(self, key: str) -> tuple[str, ...]:
        """Read a list of strings; absent means empty."""
        values = self._read(key, [], list, "type.texts") or ()
        # Nearly all lists are sound; the start of every run reads some two thousand words.
        if all(values) and {str}.issuperset(map(type, values)):
            return tuple(values)
        return tuple(self._strings(key, values))

    def table(self, key: str, required: bool = False) -> Table:
        """Read a table; absent means empty."""
        value = self._read(key, None if required else {}, dict, "type.table")
        return Table(value or {}, self.file, self.at(key), self.faults)

    def tables(self, key: str) -> Iterator[Table]:
        """Read an array of tables; absent means none."""
        value = self._read(key, [], list, "type.tables")
        for number, one in enumerate(value or (), start=1):
            if self.faults.full:
                return
            path = f"{self.at(key)}[{number}]"
            if isinstance(one, dict):
                yield Table(one, self.file, path, self.faults)
            else:
                self.faults.add(self.file, path, Text("fault.no-table"))

    def rest(self, *known: str) -> dict[str, Any]:
        """Return the entries nobody has asked for and `known` does not name, as they stand; all count as asked."""
        rest = {key: value for key, value in self.raw.items() if key not in self._asked and key not in known}
        self._asked.extend(rest)
        return rest

    def close(self) -> None:
        """Note every key that nobody has asked for."""
        for key in self.raw:
            if key not in self._asked and not self.faults.full:
                self.fault(key, unknown(key, self._asked, "noun.key"))

    def _read(self, key: str, default: Any, kind: type, told: str) -> Any:
        self._asked.append(key)
        if key not in self.raw:
            if default is None:
                self.fault(key, Text("fault.missing"))
            return default
        value = self.raw[key]
        if type(value) is kind:
            return value
        self.fault(key, Text("fault.type", type=Text(told, key=key), value=shown(value)))
        return default

    def _strings(self, key: str, values: Iterable[Any]) -> Iterator[str]:
        for number, value in enumerate(values, start=1):
            if isinstance(value, str) and value:
                yield value
            else:
                self.fault(f"{key}[{number}]", Text("fault.empty-text"))


def unknown(word: str, known: Collection[str], noun: str) -> Text:
    """Say that `word` is not known, with the nearest known one or all of them. `noun`: the key of what it names."""
    # Late: most runs need it for nothing.
    from difflib import get_close_matches

    near = get_close_matches(word[:_QUOTED], known, n=1, cutoff=0.6)
    if near:
        return Text("fault.unknown-near", word=word, noun=Text(noun), near=near[0])
    key = "fault.unknown" if known else "fault.unknown-of-none"
    return Text(key, word=word, noun=Text(noun), known=tuple(known))


def shown(value: object) -> str:
    """Show a value of a TOML or JSON file in a sentence, shortened; however large or deep it is, at once."""
    text = ""
    for piece in _written(value):
        text += piece
        if len(text) > _VALUE:
            return text[: _VALUE - 3] + "..."
    return text


def _written(value: object) -> Iterator[str]:
    """Yield what `repr` gives, piece by piece, so that nobody need wait for all of it."""
    if isinstance(value, dict):
        yield from _listed("{}", ([f"{shown(key)}: ", one] for key, one in value.items()))
    elif isinstance(value, list):
        yield from _listed("[]", ([one] for one in value))
    elif isinstance(value, str):
        yield repr(value[: _VALUE + 1])
    elif type(value) is int and value.bit_length() > _WIDE:
        yield hex(value)
    else:
        yield repr(value)


_WIDE = 256
"""Bits of an integer; of a longer one Python may refuse to give the decimal digits."""


def _listed(brackets: str, entries: Iterable[list[Any]]) -> Iterator[str]:
    yield brackets[0]
    for number, entry in enumerate(entries):
        yield ", " if number else ""
        if len(entry) > 1:
            yield entry[0]
        yield from _written(entry[-1])
    yield brackets[1]


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _brief(sentence: str) -> str:
    """Shorten what a sentence quotes, and the sentence itself where that does not help."""
    # Late: only a mistake needs it.
    import re

    return _short(re.sub(_LONG_QUOTE, lambda quote: f"“{_short(quote[1], _QUOTED)}”", sentence), _SENTENCE)


_LONG_QUOTE = f"“([^“”]{{{_QUOTED + 1},}})”"
