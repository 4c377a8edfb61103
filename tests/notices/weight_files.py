"""Writing fitted weights as the lexicon holds them; `docklint.derive.evidence.weights` reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from docklint.derive.evidence.weights import NO_VALUE


def written(head: str, tables: Mapping[str, Mapping[str, float]], digits: int) -> str:
    """Return a file with the weights of some models; `digits`: how many stand behind the point."""
    told = (f"\nevidence-{model} = ['''\n{_table(table, digits)}''']\n" for model, table in tables.items())
    return head + "".join(told)


def _table(table: Mapping[str, float], digits: int) -> str:
    families: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for name, weight in table.items():
        family, _, value = name.partition(":")
        families[family].append((weight, value))
    lines = (f"{family} {' '.join(_grouped(told, digits))}" for family, told in sorted(families.items()))
    return "".join(f"{line}\n" for line in lines)


def _grouped(told: Sequence[tuple[float, str]], digits: int) -> Iterator[str]:
    """Yield each weight and behind it the values that have it: so it is told once."""
    for weight in sorted({weight for weight, _ in told}, reverse=True):
        yield f"={_short(weight, digits)}"
        yield from sorted(value or NO_VALUE for own, value in told if own == weight)


def _short(weight: float, digits: int) -> str:
    """Return a weight without the nought before its point: the page in one file carries some ten thousand."""
    return f"{weight:.{digits}f}".replace("0.", ".", 1) if abs(weight) < 1 else f"{weight:.{digits}f}"
