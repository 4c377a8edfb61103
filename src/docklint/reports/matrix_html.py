"""The matrix as one HTML page that needs nothing else: no network, no script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from docklint.neutral import safe
from docklint.reports.matrix import Cell, MatrixTable, tables
from docklint.reports.matrix_words import note
from docklint.structure.draft import Draft
from docklint.texts import Texts

_STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;min-width:36rem}
th,td{border:1px solid #8888;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.missing{background:#c001;outline:2px solid #c00;outline-offset:-2px;font-weight:600}.weak{background:#fa02}
p{margin:0}.note{margin-top:1rem}
@media print{body{margin:0;max-width:none;font-size:11pt}tr{break-inside:avoid}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(drafts: Sequence[Draft], texts: Texts) -> Iterator[str]:
    """Yield the page; what stands in the draft stays text."""
    title = escape(texts("matrix.title"))
    yield f'<!DOCTYPE html>\n<html lang="{"en" if texts.lang == "en" else "zh-Hans"}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    yield f"<p>{escape(safe(drafts[0].document.path))}</p>\n"
    for draft in drafts:
        found = list(tables(draft, texts))
        yield from map(_table, found)
        yield f'<p class="note">{escape(note(draft, texts))}</p>\n'
    yield "</main>\n</body>\n</html>\n"


def _table(table: MatrixTable) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in table.rows)
    body = f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>"
    return f'<h2>{escape(table.title)}</h2>\n<div class="wide" tabindex="0"><table>\n{body}\n</table></div>\n'


def _cell(cell: Cell) -> str:
    state = f' class="{cell.state}"' if cell.state else ""
    return f"<td{state}>{''.join(f'<p>{escape(line)}</p>' for line in cell.lines)}</td>"
