"""How long the notice lets a paper be."""

from __future__ import annotations

from docklint.derive.reading import Notice
from docklint.derive.roles import audience_of
from docklint.patterns import compiled
from docklint.structure.outline import numerals


def limits(notice: Notice, audience: str = "") -> dict[str, int]:
    """Return `max-characters` and `min-characters` of a whole paper, as far as the notice says them for this audience."""
    found: dict[str, int] = {}
    for key, names in (
        ("notice-range", ("min-characters", "max-characters")),
        ("notice-most", ("max-characters",)),
        ("notice-least", ("min-characters",)),
    ):
        for pattern in notice.grammar[key]:
            for match in compiled(pattern).finditer(notice.text):
                clause = notice.clause(*match.span())
                before = notice.text[max(clause.start, match.start() - 14) : match.start()]
                whose = audience_of(
                    notice,
                    notice.text[
                        max(
                            notice.text.rfind("；", 0, match.start()), notice.sentence(match.start()).start
                        ) : match.start()
                    ],
                )
                if notice.says("notice-no-limit", before) or (audience and whose and whose != audience):
                    continue
                for name, value in zip(names, match.groups(), strict=True):
                    found.setdefault(name, numerals.parse(value) or 0)
    return {name: value for name, value in sorted(found.items()) if value}
