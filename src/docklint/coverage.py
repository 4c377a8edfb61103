"""What of a document is checked: the rules that look at it, its papers and their profiles, and what was not read."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.document import NOT_SHOWN
from docklint.profile import FALLBACK
from docklint.rules import NOTICES, Rule
from docklint.rules_in_force import Selection
from docklint.structure.draft import Draft
from docklint.verdict import Coverage, Paper


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
