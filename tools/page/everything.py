"""Everything a session can be asked, right and wrong. Runs inside Pyodide, with nothing but the page's own modules around."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SETTINGS = (
    (),
    (("docklint.toml", b'ignore = ["RED101"]\n[[per-file]]\npattern = "*.txt"\nignore = ["EXA"]\n'),),
    (("docklint.toml", b'[[suppress]]\nrule = "EXA101"\nquote = "x"\nreason = "y"\nbaseline = "b.json"\n'),),
    (("docklint.toml", b'baseline = "b.json"\n'), ("b.json", b'{"version": 1, "files": {}}')),
    (("docklint.toml", b'ignore = ["XYZ999"]\nprofile = "2o24"\npacks = ["none"]\nfoo = 1\n'),),
    (("docklint.toml", b"= ="),),
    (("docklint.toml", b"\xff\xfe\x00"),),
    (("pyproject.toml", b"[tool.docklint]\nlang = 'en'\n"),),
    (("profile.toml", 'id = "ours"\ntitle = "本县要求"\nextends = "base"\n'.encode()),),
    (("profile.toml", b'id = "ours"\nextends = "nothing"\n'),),
    (("pack.toml", b"[[rule]]\ncode = 1\n"),),
    (("pack.toml", b'[[rule]]\ncode = "OWN101"\nname = "own"\ncheck = "text-pattern"\npattern = "(((("\n'),),
    (("b.json", b"{"),),
)
WRONG = {
    "a.docx": b"PK\3\4" + b"x" * 400,
    "b.docx": b"",
    "c.doc": b"\xd0\xcf\x11\xe0" * 200,
    "d.docx": b"\xd0\xcf\x11\xe0" * 200,
    "e.pdf": b"%PDF-1.7",
    "f": b"x",
    "g.txt": b"\x80\x81" * 99,
    "h.txt": b"\xff\xfea\0b\0",
    "i.txt": "一、存在的问题".encode("gb18030"),
    "j.md": "# 一、存在的问题\n\n- 一是*处没有整改。\n".encode(),
    "k.html": b'<!DOCTYPE html>\n<meta name="generator" content="docklint 1">',
    "~$l.docx": b"x" * 162,
}


def run(folder: str) -> None:
    """Ask everything about the drafts in `folder`."""
    from page.session.session import Session

    place = Path("/drafts")
    place.mkdir()
    session = Session(str(place))

    def ask(do: str, *buffers: bytes, **message: Any) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(session.ask(json.dumps({"do": do, **message}), buffers)[0])
        return told

    drafts = {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())} | WRONG
    assert ask("rehearse")["ok"]
    for language in ("zh", "en"):
        for supports in SETTINGS:
            named = [{"name": name, "data": at} for at, (name, _) in enumerate(supports)]
            ask("setup", *(data for _, data in supports), language=language, supports=named)
            _all(ask, dict(list(drafts.items())[:3]))
        notice = drafts["notice.txt"]
        ask("setup", notice, language=language, supports=[{"name": "notice.txt", "data": 0}])
        ask("setup", language=language)
        _all(ask, drafts)
    ask("setup", language="zh", profile="nothing")
    ask("nonsense")
    ask("html", key="nobody")


def _all(ask: Any, drafts: dict[str, bytes]) -> None:
    ask("expect", names=list(drafts))
    for name, data in drafts.items():
        ask("check", data, key=name, name=name, data=0)
        ask("check", data + b"\n\n" if name.endswith(".txt") else data, key=name, name=name, data=0)
        for do in ("html", "json", "docx", "annotated", "fixed"):
            ask(do, key=name)
        ask("annotated", key=name, with_fixes=True, unsafe=True, author="某某")
        ask("fixed", key=name, unsafe=True)
    ask("overview", keys=list(drafts))
    for kind in ("html", "csv", "json", "xlsx"):
        ask("overview", **{"keys": list(drafts), "as": kind})
    ask("forget", key=next(iter(drafts)))
