"""The digest of all that a result depends on."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from docklint.cache import keys
from docklint.errors import PluginError
from docklint.linter import Linter
from docklint.rules import Check, Hit
from docklint.settings import Settings
from docklint.structure.draft import Draft
from docklint.values import replace

LINTER = Linter(Settings())


class Foreign(Check):
    """A check of somebody else."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        return iter(())


def test_every_linter_of_the_same_settings_has_the_same_key() -> None:
    key = keys.of_linter(LINTER)
    assert key is not None
    assert key == keys.of_linter(Linter(Settings()))
    assert key != keys.of_linter(Linter(Settings(lang="en"), LINTER.library))


def test_with_code_of_others_nothing_is_kept() -> None:
    rules = LINTER.library.rules
    compiled = {**rules, "OUR101": replace(rules["RED101"], code="OUR101", check=Foreign())}
    assert keys.of_linter(Linter(Settings(), replace(LINTER.library, rules=compiled))) is None


def test_with_a_pack_that_does_not_work_nothing_is_kept() -> None:
    failed = (PluginError(package="ours", name="pack", detail="?"),)
    assert keys.of_linter(Linter(Settings(), LINTER.library, failed=failed)) is None


@given(st.lists(st.tuples(st.binary(max_size=4), st.text(max_size=3), st.binary(max_size=3)), max_size=9))
def test_no_two_drafts_share_a_key(drafts: list[tuple[bytes, str, bytes]]) -> None:
    assert len({keys.of_draft(*draft) for draft in drafts}) == len(set(drafts))
