"""The page as the builder joins it, with the engine of these tests in place of the one that starts WebAssembly."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "page"
REPORT_STYLE = ROOT / "src/docklint/reports/html/style.css"


def assembled(folder: Path) -> Path:
    """Write the page into a folder, under a policy like the built one's; return where."""
    style = "\n".join(each.read_text("utf-8") for each in (REPORT_STYLE, *sorted(PAGE.glob("style/*.css"))))
    own = Path(__file__).with_name("engine.js")
    scripts = sorted(
        (each for each in PAGE.glob("ui/*.js") if each.name != own.name), key=lambda each: each.name
    )
    script = '"use strict";\n' + "\n".join(each.read_text("utf-8") for each in (own, *scripts))
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; connect-src 'none'; "
        "form-action 'none'; base-uri 'none'"
    )
    html = (PAGE / "index.html").read_text("utf-8")
    for mark, put in {
        "policy": f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        "style": f"<style>{style}</style>",
        "script": f"<script>{script}</script>",
        "payload": "",
        "licences": "",
    }.items():
        html = html.replace(f"<!-- build:{mark} -->", put)
    file = folder / "docklint.html"
    file.write_text(html, "utf-8")
    return file
