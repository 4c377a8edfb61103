"""What comments are written into: the draft, with or without its fixes, or a copy that is there already."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from docklint.annotating.copies import Base, Fate, base, moved, same_words
from docklint.annotating.mending import Mender
from docklint.errors import DraftError
from docklint.results import FileResult
from docklint.values import Value, replace


class AnnotatingTask(Value):
    """A draft to be annotated: its name, its bytes, what is found in them, and whether its faults are mended as well."""

    mender: Mender
    name: str
    data: bytes
    result: FileResult
    with_fixes: bool = False

    @cached_property
    def fresh(self) -> Base:
        """What is written into where no copy is to be heeded. Raises what mending raises."""
        return self._mended(self.mender) if self.with_fixes else self._plain

    def upon(self, copy: bytes) -> Base:
        """Return what is written into where a copy stands.

        A copy of the draft may be one with fixes or one without, whatever is asked for now: it is known by what it would
        be if nobody had touched it.
        """
        found = base(self.fresh.data, self.fresh.result, copy, self._revisions)
        if found.fate is Fate.CHANGED:
            known = (base(each.data, each.result, copy, self._revisions) for each in self._others())
            found = next((each for each in known if each.fate is not Fate.CHANGED), found)
            if found.fate is Fate.CARRIED and self.with_fixes:
                return self._mended_in(found)
        return self.fresh if found.fate is Fate.REPLACED else found

    @property
    def _revisions(self) -> str:
        return self.mender.linter.settings.revisions

    @property
    def _plain(self) -> Base:
        assert self.result.document is not None
        return Base(Fate.REPLACED, self.data, self.result.document, self.result)

    def _mended(self, mender: Mender) -> Base:
        mended = mender.mended(self.name, self.data)
        return Base(Fate.REPLACED, mended.data, mended.document, mended.result, mended.left)

    def _others(self) -> Iterator[Base]:
        """Yield what else may have been written of this draft."""
        if self.with_fixes:
            yield self._plain
        for unsafe in (False, True):
            if self._revisions == "final" and not (self.with_fixes and unsafe == self.mender.unsafe):
                try:
                    yield self._mended(replace(self.mender, unsafe=unsafe))
                except DraftError:
                    return

    def _mended_in(self, carried: Base) -> Base:
        """Return a copy that others wrote into with its faults mended as those of the draft are."""
        mended = self.mender.mended(self.name, carried.data)
        if not same_words(mended.document, self.fresh.document):
            return replace(carried, fate=Fate.CHANGED)
        result = moved(self.fresh.result, mended.document)
        return Base(Fate.CARRIED, mended.data, mended.document, result, self.fresh.left)
