"""HTML, styles, scripts and payload in one file, under a policy that forbids every connection."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from pathlib import Path

from docklint.version import RULES_DAY, __version__
from tools.check import ROOT

PAGE = ROOT / "page"
REPORT_STYLE = ROOT / "src/docklint/reports/html/style.css"
"""The page looks like the HTML report: its own style sheets say only what the report has not."""
POLICY = (
    "default-src 'none'; script-src {hashes} 'wasm-unsafe-eval'; worker-src blob:; style-src 'unsafe-inline'; "
    "connect-src 'none'; form-action 'none'; base-uri 'none'"
)
PLACES = ("policy", "style", "licences", "payload", "script")


def assembled(glue: str, payload: str, licences: str) -> str:
    """Return the page. `glue`: what starts Pyodide, packed; `payload`: all files of the worker."""
    script = "".join(_scripts())
    parts = {
        "policy": f'<meta http-equiv="Content-Security-Policy" content="{escape(_policy(script))}">',
        "style": f"<style>{''.join(_styles())}</style>",
        "licences": f'<script type="text/plain" id="licences">{_data(licences)}</script>',
        "payload": (
            f'<script type="text/plain" id="worker">{_data((PAGE / "worker.js").read_text("utf-8"))}</script>\n'
            f'<script type="text/plain" id="python">{glue}</script>\n'
            f'<script type="text/plain" id="payload">{payload}</script>'
        ),
        "script": f"<script>{script}</script>",
    }
    html = (PAGE / "index.html").read_text("utf-8")
    for place in PLACES:
        mark = f"<!-- build:{place} -->"
        if html.count(mark) != 1:
            raise ValueError(f"page/index.html has {mark} {html.count(mark)} times")
    return re.sub(r"<!-- build:(\w+) -->", lambda found: parts[found[1]], html)


def glued(pyodide: Path) -> str:
    """Return Pyodide's two modules as one classic script that defines `startPython`.

    Module workers cannot be started from a file in Chromium, and Pyodide refuses classic ones, which it knows by
    `importScripts`.
    """
    loader, module = ((pyodide / name).read_text("utf-8") for name in ("pyodide.mjs", "pyodide.asm.mjs"))
    loader = _cut(loader, r"export\{(\w+) as loadPyodide,\w+ as version\};", r"return \1;")
    module = _cut(module, r"export default (\w+);", r"return \1;")
    module = module.replace("import.meta.url", '"https://pyodide.invalid/pyodide.asm.mjs"')
    loader, module = (re.sub(r"\n//# sourceMappingURL=.*\n?", "\n", text) for text in (loader, module))
    return (
        "self.importScripts = undefined;\n"
        f"const startPython = (() => {{'use strict';\nconst create = (() => {{{module}\n}})();\n"
        f"const load = (() => {{{loader}\n}})();\n"
        "return (options) => load({...options, createPyodideModule: create});\n})();\n"
    )


def _cut(text: str, pattern: str, by: str) -> str:
    cut, count = re.subn(pattern, by, text)
    if count != 1:
        raise ValueError(
            f"Pyodide's script has {pattern} {count} times: it is not the version this was written for"
        )
    return cut


def _policy(script: str) -> str:
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return POLICY.format(hashes=f"'sha256-{digest}'")


def _scripts() -> Iterator[str]:
    about = json.dumps({"version": __version__, "rulesDay": RULES_DAY})
    yield f"'use strict';\nwindow.DOCKLINT = {about};\n"
    for text in _texts(PAGE / "ui", "*.js"):
        if "</script" in text.lower() or "<!--" in text:
            raise ValueError("a script of the page holds what ends a script in HTML")
        yield text


def _styles() -> Iterator[str]:
    yield REPORT_STYLE.read_text("utf-8") + "\n"
    yield from _texts(PAGE / "style", "*.css")


def _texts(folder: Path, pattern: str) -> Iterator[str]:
    for path in sorted(folder.glob(pattern)):
        yield path.read_text("utf-8") + "\n"


def _data(text: str) -> str:
    """Return a text for a block of data, which ends at the first `</script`."""
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError("a block of data of the page holds what ends it in HTML")
    return text
