"""Reading one TOML table strictly: every key asked for is a key allowed, and every fault is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from docklint.errors import SetupError
from docklint.values import Value


class PackFault(Value):
    """One thing wrong in one file. `path`: the key path, such as `rule[2].zh.message`."""

    file: str
    path: str
    zh: str
    en: str


class Faults:
    """The faults of the files read so far; `settle` raises them all at once. `zh`, `en`: what the files are."""

    def __init__(self, zh: str = "规则包或方案", en: str = "A pack or profile") -> None:
        self.seen: list[PackFault] = []
        self.zh = zh
        self.en = en

    def add(self, file: str, path: str, zh: str, en: str) -> None:
        """Note a fault at `path` of `file`; what is read twice is told once."""
        fault = PackFault(file, path, zh, en)
        if fault not in self.seen:
            self.seen.append(fault)

    def settle(self) -> None:
        """Raise `SetupError` naming every fault; do nothing when there is none."""
        if self.seen:
            raise SetupError(
                zh=f"{self.zh}有误，请修改后重试：\n" + "\n".join(map(_zh, self.seen)),
                en=f"{self.en} is wrong:\n" + "\n".join(map(_en, self.seen)),
            )


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

    def fault(self, key: str, zh: str, en: str) -> None:
        """Note a fault at `key` of this table."""
        self.faults.add(self.file, self.at(key) if key else self.path, zh, en)

    def text(self, key: str, default: str | None = None) -> str:
        """Read a string; without a default it must be there and hold more than blanks."""
        value = self._read(key, default, str, "一段文字", "a string")
        if default is None and key in self.raw and isinstance(value, str) and not value.strip():
            self.fault(key, "不能为空", "must not be empty")
        return value or ""

    def flag(self, key: str, default: bool) -> bool:
        """Read true or false."""
        return bool(self._read(key, default, bool, "true 或 false", "true or false"))

    def number(self, key: str, default: int) -> int:
        """Read an integer of at least 1; absent means the default."""
        value: int = self._read(key, default, int, "整数", "an integer")
        if key in self.raw and type(self.raw[key]) is int and value < 1:
            self.fault(key, f"应不小于 1，现在是 {shown(value)}", f"must be at least 1, not {shown(value)}")
            return default
        return value

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """Read one of the words in `choices`."""
        value = self.text(key, default)
        if key in self.raw and value and value not in choices:
            self.fault(key, *unknown(value, choices, "值", "value"))
            return default or next(iter(choices))
        return value or next(iter(choices))

    def words(self, key: str) -> tuple[str, ...]:
        """Read a list of strings; absent means empty."""
        values = self._read(key, [], list, "一列文字", "a list of strings") or ()
        # Nearly all lists are sound; the start of every run reads some two thousand words.
        if all(values) and {str}.issuperset(map(type, values)):
            return tuple(values)
        return tuple(self._strings(key, values))

    def table(self, key: str, required: bool = False) -> Table:
        """Read a table; absent means empty."""
        value = self._read(key, None if required else {}, dict, "一个表", "a table")
        return Table(value or {}, self.file, self.at(key), self.faults)

    def tables(self, key: str) -> Iterator[Table]:
        """Read an array of tables; absent means none."""
        value = self._read(key, [], list, f"[[{key}]] 形式的表", f"tables of the form [[{key}]]")
        for number, one in enumerate(value or (), start=1):
            path = f"{self.at(key)}[{number}]"
            if isinstance(one, dict):
                yield Table(one, self.file, path, self.faults)
            else:
                self.faults.add(self.file, path, "应为一个表", "must be a table")

    def rest(self, *known: str) -> dict[str, Any]:
        """Return the entries nobody has asked for and `known` does not name, as they stand; all count as asked."""
        rest = {key: value for key, value in self.raw.items() if key not in self._asked and key not in known}
        self._asked.extend(rest)
        return rest

    def close(self) -> None:
        """Note every key that nobody has asked for."""
        for key in self.raw:
            if key not in self._asked:
                self.fault(key, *unknown(key, self._asked, "键", "key"))

    def _read(self, key: str, default: Any, kind: type, zh: str, en: str) -> Any:
        self._asked.append(key)
        if key not in self.raw:
            if default is None:
                self.fault(key, "缺少这个键", "this key is missing")
            return default
        value = self.raw[key]
        if type(value) is kind:
            return value
        self.fault(key, f"应为{_spaced(zh)}，现在是 {shown(value)}", f"must be {en}, not {shown(value)}")
        return default

    def _strings(self, key: str, values: Iterable[Any]) -> Iterator[str]:
        for number, value in enumerate(values, start=1):
            if isinstance(value, str) and value:
                yield value
            else:
                self.fault(f"{key}[{number}]", "应为非空文字", "must be a string that is not empty")


def unknown(word: str, known: Collection[str], zh: str, en: str) -> tuple[str, str]:
    """Say in both languages that `word` is not known, with the nearest known one or all of them."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return (
            f"没有“{word}”这个{zh}，是不是“{near[0]}”？",
            f"no such {en} “{word}”; did you mean “{near[0]}”?",
        )
    if not known:
        return f"没有“{word}”这个{zh}（这里没有{zh}可用）", f"no such {en} “{word}” (there is none here)"
    listed = "、".join(known), ", ".join(known)
    return f"没有“{word}”这个{zh}（可用：{listed[0]}）", f"no such {en} “{word}” (known: {listed[1]})"


def _spaced(words: str) -> str:
    """Part Chinese from what is not."""
    return f" {words}" if words[0].isascii() else words


def shown(value: object) -> str:
    """Show a value of a TOML file in a sentence, shortened."""
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _zh(fault: PackFault) -> str:
    return f"  {fault.file}：{fault.path}：{fault.zh}" if fault.path else f"  {fault.file}：{fault.zh}"


def _en(fault: PackFault) -> str:
    return f"  {fault.file}: {fault.path}: {fault.en}" if fault.path else f"  {fault.file}: {fault.en}"
