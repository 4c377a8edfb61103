"""What pages of this room have in common: the style and the script that they carry within them."""

from __future__ import annotations

from importlib.resources import files

from docklint.reports.html.head import LANGUAGES, head
from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.imprint import made_by, tool
from docklint.texts import Texts


def page(title: str, main: Child, texts: Texts) -> str:
    """Return a whole page that needs nothing beside it; the same content gives the same bytes."""
    footer = tag("footer", tag("p", made_by(tool(), texts)))
    style, script = _resource("desk.css"), _resource("desk.js")
    body = tag(
        "body", tag("main", main, class_="desk"), footer, Markup(f"<script>{script}</script>"), id="top"
    )
    return (
        "<!DOCTYPE html>\n" + tag("html", head(title, style, script), body, lang=LANGUAGES[texts.lang]) + "\n"
    )


def control_words(texts: Texts) -> dict[str, str]:
    """Return what the script writes on the controls that it makes: without it there are none, and nothing is amiss."""
    keys = ("filter", "least", "past", "shown", "sort")
    return {f"data_{key}": texts(f"controls.{key}") for key in keys}


def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
