"""What a comment says of its place where it cannot stand at what it is about."""

from __future__ import annotations

from docklint.word.placing import Anchor, Elsewhere

_QUOTED = 40
"""So many code points of what a comment is about are quoted where it cannot stand at it."""
_WHERE = {
    "zh": {
        Elsewhere.MADE_UP: "（指自动生成的“{quote}”。）",
        Elsewhere.BEFORE: "（指所标文字之前的位置。）",
        Elsewhere.AFTER: "（指所标文字之后的位置。）",
        Elsewhere.TEXT_BOX: "（指文本框中的“{quote}”。）",
        Elsewhere.HEADER: "（指页眉中的“{quote}”，页眉不能加批注。）",
        Elsewhere.FOOTER: "（指页脚中的“{quote}”，页脚不能加批注。）",
        Elsewhere.FOOTNOTE: "（指脚注中的“{quote}”，脚注不能加批注。）",
        Elsewhere.ENDNOTE: "（指尾注中的“{quote}”，尾注不能加批注。）",
        Elsewhere.COMMENT: "（指一条批注中的“{quote}”。）",
    },
    "en": {
        Elsewhere.MADE_UP: "(About “{quote}”, which Word makes by itself.)",
        Elsewhere.BEFORE: "(About the place before these words.)",
        Elsewhere.AFTER: "(About the place behind these words.)",
        Elsewhere.TEXT_BOX: "(About “{quote}” in a text box.)",
        Elsewhere.HEADER: "(About “{quote}” in a header, where no comment can stand.)",
        Elsewhere.FOOTER: "(About “{quote}” in a footer, where no comment can stand.)",
        Elsewhere.FOOTNOTE: "(About “{quote}” in a footnote, where no comment can stand.)",
        Elsewhere.ENDNOTE: "(About “{quote}” in an endnote, where no comment can stand.)",
        Elsewhere.COMMENT: "(About “{quote}” in a comment.)",
    },
}


def said_of(anchor: Anchor, lang: str) -> list[str]:
    """Return a sentence on the place of a comment, in `zh` or `en`; none if it stands where it should."""
    if anchor.where is None:
        return []
    quote = anchor.quote if len(anchor.quote) <= _QUOTED else anchor.quote[: _QUOTED - 1] + "…"
    return [_WHERE[lang][anchor.where].format(quote=flat(quote))]


def flat(line: str) -> str:
    """Return a line without line ends: a comment's text is told apart by paragraphs."""
    return " ".join(line.splitlines())
