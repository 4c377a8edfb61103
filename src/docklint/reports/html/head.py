"""The head of every page of ours: its title, its style sheet, and a policy that allows nothing else but its script."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from docklint.reports.html.markup import Markup, tag
from docklint.version import __version__

LANGUAGES = {"zh": "zh-CN", "en": "en"}
"""What `lang` says, by the language of the report."""


def head(title: str, more_style: str = "", script: str = "") -> Markup:
    """Return the head of a page. `more_style`: what its style has beyond ours; `script`: the one that it holds, if any."""
    style = _read("style.css") + more_style
    metas = (
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        # By this docklint knows a page of its own (`own_reports.py`).
        tag("meta", name="generator", content=f"docklint {__version__}"),
    )
    return tag("head", metas, tag("title", title), Markup(f"<style>{style}</style>"))


def report_script() -> str:
    """Return the script of a report: filters and boxes, on a page that can be read without them."""
    return _read("page.js")


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Allow this very style sheet and script and nothing else: no request, no form, no frame."""
    allowed = f" script-src {_digest(script)};" if script else ""
    return f"default-src 'none'; style-src {_digest(style)};{allowed} base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
