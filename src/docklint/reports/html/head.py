"""The head of every page of ours: its title, its one style sheet, and a policy that allows nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from docklint.reports.html.markup import Markup, tag
from docklint.version import __version__

LANGUAGES = {"zh": "zh-CN", "en": "en"}
"""What `lang` says, by the language of the report."""


def head(title: str) -> Markup:
    """Return the head of a page."""
    style = files(__package__).joinpath("style.css").read_text("utf-8")
    metas = (
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        # By this docklint knows a page of its own (`own_reports.py`).
        tag("meta", name="generator", content=f"docklint {__version__}"),
    )
    return tag("head", metas, tag("title", title), Markup(f"<style>{style}</style>"))


def _policy(style: str) -> str:
    """Allow this very style sheet and nothing else: no script, no request, no form, no frame."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
