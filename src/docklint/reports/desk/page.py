"""What pages of this room have in common: the head, and the style and script that they carry within them."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from docklint.reports.html.markup import Child, Markup, tag
from docklint.texts import Texts
from docklint.version import __version__

_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def page(title: str, main: Child, texts: Texts) -> str:
    """Return a whole page that needs nothing beside it; the same content gives the same bytes."""
    footer = tag("footer", tag("p", texts("html.footer", version=__version__)))
    script = _resource("docklint.reports.desk", "desk.js")
    body = tag(
        "body", tag("main", main, class_="desk"), footer, Markup(f"<script>{script}</script>"), id="top"
    )
    return "<!DOCTYPE html>\n" + tag("html", _head(title, script), body, lang=_LANGUAGES[texts.lang]) + "\n"


def control_words(texts: Texts) -> dict[str, str]:
    """Return what the script writes on the controls that it makes: without it there are none, and nothing is amiss."""
    keys = ("filter", "least", "past", "shown", "sort")
    return {f"data_{key}": texts(f"controls.{key}") for key in keys}


def _head(title: str, script: str) -> Markup:
    style = _resource("docklint.reports.html", "style.css") + _resource("docklint.reports.desk", "desk.css")
    metas = (
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
    )
    return tag("head", metas, tag("title", title), Markup(f"<style>{style}</style>"))


def _policy(style: str, script: str) -> str:
    """Allow this very style sheet and script and nothing else: no request, no form, no frame."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none';"
        " form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _resource(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text("utf-8")
