"""Fields: an instruction nobody sees, a result everybody does; some show a sign without having a result."""

from __future__ import annotations

from docklint.document import MADE_UP
from docklint.patterns import compiled
from docklint.word import errors, guard
from docklint.word.walk import Field, Flow, Handler, Walk
from docklint.word.xml import Element

_ENCLOSED = r"(?i)\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(\s*(\S)\s*[,;，；]\s*([^()]*?)\s*\)\s*$"
_BUTTON = r"(?is)\s*macrobutton\s+\S+\s+(.*?)\s*$"
_CONTENTS = r"(?i)\s*toc\b"
_LONGEST = 300
"""Code points of an instruction that draws; a longer one would only cost time."""
_CIRCLES = "○◯〇Oo⭕"
_ROUND = (
    {str(value): chr(0x245F + value) for value in range(1, 21)}
    | {str(value): chr(0x323C + value) for value in range(21, 36)}
    | {str(value): chr(0x328D + value) for value in range(36, 51)}
    | {word: chr(0x3280 + at) for at, word in enumerate("一二三四五六七八九十")}
)


def _character(walk: Walk, element: Element) -> None:
    """Read a `w:fldChar`."""
    if not walk.view.fields:
        return
    step = _STEPS.get(element.get(walk.w("fldCharType")) or "")
    if step is not None:
        step(walk, walk.flow)


def _begin(walk: Walk, flow: Flow) -> None:
    if len(flow.fields) >= guard.MAX_FIELDS:
        raise errors.TooDeep(part=walk.source, limit=guard.MAX_FIELDS)
    flow.fields.append(Field())
    flow.hushed += 1


def _separate(_: Walk, flow: Flow) -> None:
    if not flow.fields or flow.fields[-1].result:
        return
    field = flow.fields[-1]
    field.result = True
    flow.hushed -= 1
    if compiled(_CONTENTS).match("".join(field.code)):
        _open_contents(flow, field)


def _open_contents(flow: Flow, field: Field) -> None:
    field.contents = True
    flow.contents += 1
    if flow.line is not None:
        flow.line.contents = True


def _close(walk: Walk, flow: Flow) -> None:
    """Close the innermost field; without a result, show what its instruction draws."""
    if not flow.fields:
        return
    field = flow.fields.pop()
    flow.contents -= field.contents
    if not field.result:
        flow.hushed -= 1
        if drawn := _drawn("".join(field.code)):
            walk.put(drawn, MADE_UP)


def _drawn(code: str) -> str:
    """Give what an instruction shows by itself: an enclosed sign, a button's words."""
    if len(code) > _LONGEST:
        return ""
    if found := compiled(_ENCLOSED).match(code):
        frame, inner = found.groups()
        return _ROUND.get(inner, inner) if frame in _CIRCLES else inner
    found = compiled(_BUTTON).match(code)
    return found[1].replace("\n", " ") if found else ""


_STEPS = {"begin": _begin, "separate": _separate, "end": _close}


def _instruction(walk: Walk, element: Element) -> None:
    fields = walk.flow.fields
    if fields and not fields[-1].result:
        fields[-1].code.append(element.text or "")


def _simple(walk: Walk, element: Element) -> None:
    """Read a `w:fldSimple`: its children are the result."""
    contents = bool(compiled(_CONTENTS).match(element.get(walk.w("instr")) or ""))
    walk.contents += contents
    walk.children(element)
    walk.contents -= contents


TABLE: dict[str, Handler] = {
    "fldChar": _character,
    "instrText": _instruction,
    "fldSimple": _simple,
}


def is_broken(flow: Flow) -> bool:
    """Say whether a field never ended, so that what follows it was taken for its instruction or result."""
    return bool(flow.hushed or flow.contents)
