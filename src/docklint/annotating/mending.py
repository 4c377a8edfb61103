"""Comments and fixes in one copy: faults are mended by tracked changes, and a comment beside each says why."""

from __future__ import annotations

from docklint import readers
from docklint.annotating.comments import Annotated, Signature, commented, notes_on_mended, with_notes
from docklint.annotating.pending import pending
from docklint.document import Document
from docklint.errors import SetupError
from docklint.fixing.rounds import UNSAFE, fix
from docklint.linter import Linter
from docklint.results import FileResult
from docklint.values import Value
from docklint.word.changes import make_changes
from docklint.word.refusals import check_document


class Mended(Value):
    """A draft with its fixes as tracked changes, and with comments on these alone.

    `result`: what is found in it; `left`: how many fixes were not made because the author may have meant something else.
    """

    data: bytes
    document: Document
    result: FileResult
    left: int = 0


class Mender(Value):
    """How drafts are mended: `unsafe` fixes as well, or not; the changes are signed as the comments are."""

    linter: Linter
    signature: Signature
    unsafe: bool = False

    def annotated(self, name: str, data: bytes) -> Annotated:
        """Mend a Word file, and tell in comments what is left. Raises what `mended` raises."""
        mended = self.mended(name, data)
        return commented(
            mended.data, mended.document, mended.result, self.signature, self.linter.settings.lang
        )

    def mended(self, name: str, data: bytes) -> Mended:
        """Mend a Word file that is called `name`.

        What was mended by an earlier run, and is not decided yet, stays as it is. Raises what reading and writing raise,
        and `SetupError` if the original text is to be checked: fixes are about the final one.
        """
        if self.linter.settings.revisions != "final":
            raise SetupError("setup.fixes-of-original")
        fixed = fix(self.linter, name, data, self.unsafe)
        before, left = fixed.before, sum(each.why == UNSAFE for each in fixed.declined)
        assert before.document is not None
        check_document(before.document)
        if not fixed.edits:
            return Mended(data, before.document, before, left)
        lang = self.linter.settings.lang
        notes = tuple(notes_on_mended(fixed.made, lang))
        noted = with_notes(data, before.document, notes, pending(before.document), self.signature, lang)
        written = make_changes(
            noted,
            readers.parse(name, noted),
            fixed.edits,
            author=self.signature.author,
            date=self.signature.date,
        )
        document = readers.parse(name, written)
        return Mended(written, document, self.linter.check(document), left)
