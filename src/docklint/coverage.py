"""What is understood of a document, and what of it is checked: its papers, their profiles, the rules that look at them."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.document import NOT_SHOWN
from docklint.profile import FALLBACK, Profile
from docklint.rules import NOTICES, Rule
from docklint.rules_in_force import Selection
from docklint.structure.binding.recognise import Nearest
from docklint.structure.draft import Draft, Part
from docklint.values import Value
from docklint.verdict import Coverage, Paper


class Understanding(Value):
    """A document as one profile sees it: a draft for each paper in the file, at least one, perhaps empty.

    `recognised`: the profile was named, or the document speaks for it.
    """

    drafts: tuple[Draft, ...]
    profile: Profile
    chosen_by: str
    recognised: bool
    nearest: Nearest | None = None
    """The profile that comes nearest, where none was recognised."""
    year: str = ""
    """The year whose meeting the document says it is for, where there is no profile of that year."""

    @property
    def has_section(self) -> bool:
        """Whether a section stands in the document, of the profile or in its role, or a dimension with parts of its own."""
        return any(
            any(_is_section(draft, part) for part in draft.of("section"))
            or any(_is_whole(draft, part) for part in draft.of("dimension"))
            for draft in self.drafts
        )


def _is_section(draft: Draft, part: Part) -> bool:
    """Return whether a heading names a part of a paper, and does not call to act (聚焦重点，着力解决突出问题)."""
    title = draft.words(part.title)
    return part.role is not None and "，" not in title and not title.startswith(draft.grammar["call-verbs"])


def _is_whole(draft: Draft, dimension: Part) -> bool:
    """Return whether problems, causes and measures stand below a dimension."""
    return {"problem", "cause", "measure"} <= {part.kind for part in draft.children(dimension)}


def covered(drafts: Sequence[Draft], rules: Selection, is_named: bool, lang: str) -> Coverage:
    """Return the coverage of a document with these papers, at least one.

    `is_named`: somebody named the profile. `lang`: the language in which profiles are called by their titles.
    """
    unread = (each.reason for each in drafts[0].document.unread)
    return Coverage(
        papers=tuple(_paper(draft, is_named, lang) for draft in drafts),
        ran=sum(not rule.code.startswith(NOTICES) for rule in rules.chosen),
        unselected=tuple(rule.code for rule in rules.switched_off if _would_look(rule, drafts)),
        unread=tuple(reason for reason in unread if reason != NOT_SHOWN),
    )


def _paper(draft: Draft, is_named: bool, lang: str) -> Paper:
    profile = draft.profile
    return Paper(
        start=draft.span(draft.range).start,
        has_structure=draft.has_structure,
        recognised=is_named or profile.id != FALLBACK,
        title=profile.title_in(lang),
        dimensions=sum(slot.required for slot in profile.dimensions),
        undecided=len(profile.undecided),
        returns=profile.returns,
        share=profile.return_share,
    )


def _would_look(rule: Rule, drafts: Sequence[Draft]) -> bool:
    """Return whether a rule that does not run would have anything to look at in the papers."""
    if rule.code.startswith(NOTICES):
        return False
    try:
        return any(rule.check.applies(draft) for draft in drafts)
    except Exception:
        # A plugin that cannot even say whether it applies might have found something.
        return True
