"""`docklint annotate`: a copy of a Word draft with a comment at every finding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docklint.cli.command import taking
from docklint.cli.dates import written_at
from docklint.cli.draft_input import read
from docklint.cli.draft_output import holds, refuse_output, write_copy
from docklint.cli.language import LANG, say
from docklint.cli.output import warn
from docklint.errors import DraftError, SetupError
from docklint.neutral import shown
from docklint.settings import AUTO, Request
from docklint.texts import Texts, load
from docklint.values import Value

if TYPE_CHECKING:
    import typer

    from docklint.annotating.comments import Annotated, Signature
    from docklint.annotating.copies import Base
    from docklint.annotating.task import AnnotatingTask
    from docklint.cli import options


class AnnotateOptions(Value):
    """What may stand behind `docklint annotate`, in the order of its help."""

    path: options.Draft
    output: options.AnnotatedOutput = None
    author: options.CommentAuthor = "docklint"
    date: options.CommentDate = ""
    with_fixes: options.WithFixes = False
    unsafe: options.Unsafe = False
    remove: options.Remove = False
    force: options.ForceCopy = False
    profile: options.Profile = AUTO
    select: options.Select = None
    ignore: options.Ignore = None
    config: options.Config = None
    isolated: options.Isolated = False
    baseline: options.Baseline = None
    rules_path: options.RulesPath = None
    pack: options.Packs = None
    stdin_filename: options.StdinFilename = ""
    revisions: options.Revisions = "final"
    quiet: options.Quiet = False
    lang: options.Lang = LANG


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("annotate", help=say("help.annotate"))(taking(AnnotateOptions, annotate))


def annotate(given: AnnotateOptions, asked: Request) -> int:
    """Write the annotated copy, or one without docklint's comments; give 0."""
    _refuse_together(given)
    output = given.output or _beside(given)
    texts = load(asked.lang or LANG)
    try:
        told = _remove(given, output, texts) if given.remove else _annotate(given, asked, output)
    except DraftError as error:
        warn(f"{shown(given.path)}: {error.text.told_in(texts)}")
        return 2
    for sentence in () if given.quiet else told:
        warn(sentence)
    return 0


def _refuse_together(given: AnnotateOptions) -> None:
    if given.remove and given.with_fixes:
        raise SetupError("setup.one-of", options=("--remove", "--with-fixes"))
    if given.unsafe and not given.with_fixes:
        raise SetupError("setup.only-with", option="--unsafe", other="--with-fixes")


def _beside(given: AnnotateOptions) -> Path:
    """Return the name of a copy beside the draft; a copy of a copy is numbered."""
    # Late: a help text needs no targets.
    from docklint.annotating.copy_names import copy_stem
    from docklint.runner.targets import STDIN

    if given.path == STDIN:
        raise SetupError("setup.copy-nowhere")
    draft = Path(given.path)
    return draft.with_name(copy_stem(draft.stem, load(LANG), without=given.remove) + draft.suffix)


def _annotate(given: AnnotateOptions, asked: Request, output: Path) -> list[str]:
    """Write the annotated copy; return what is to be said of it."""
    # Late, here and below: --help and completion need no linter.
    from docklint.annotating.comments import commented
    from docklint.annotating.copies import Fate
    from docklint.annotating.mending import Mender
    from docklint.annotating.task import AnnotatingTask
    from docklint.runner.targets import place
    from docklint.word.refusals import check_document
    from docklint.workspace import Workspace

    signature = _signature(given)
    name, data = read(given.path, given.stdin_filename)
    linter = Workspace(asked).of(place(given.path, given.stdin_filename))
    result = linter.check_bytes(name, data)
    if result.error is not None:
        raise result.error
    assert result.document is not None
    check_document(result.document)
    _refuse(output, given, force=True)
    task = AnnotatingTask(Mender(linter, signature, given.unsafe), name, data, result, given.with_fixes)
    found = _base(task, output, given.force)
    made = commented(found.data, found.document, found.result, signature, linter.settings.lang)
    write_copy(output, made.data)
    return _said(made, output, found.fate is Fate.CARRIED, found.left, load(linter.settings.lang))


def _signature(given: AnnotateOptions) -> Signature:
    from docklint.annotating.comments import Signature

    if not given.author.strip():
        raise SetupError("setup.option-without-value", option="--author")
    return Signature(author=given.author.strip(), date=written_at(given.date))


def _base(task: AnnotatingTask, output: Path, force: bool) -> Base:
    """Return what the comments are written into. Raises `SetupError` if what stands at `output` must stay."""
    from docklint import readers
    from docklint.annotating.copies import Fate

    if force or not output.is_file():
        return task.fresh
    found = task.upon(readers.load(str(output)))
    if found.fate not in (Fate.REPLACED, Fate.CARRIED):
        raise SetupError(f"setup.annotated-{found.fate}", output=output)
    return found


def _refuse(output: Path, given: AnnotateOptions, *, force: bool) -> None:
    """Refuse an output that is the draft, is open, or is called what the draft is not."""
    refuse_output(output, given.path, "docx", force)


def _said(made: Annotated, output: Path, carried: bool, left: int, texts: Texts) -> list[str]:
    told = [texts("annotate.written", output=output, count=made.added)]
    if made.mended:
        told.append(texts("annotate.mended", count=made.mended))
    if left:
        told.append(texts("fix.unsafe-left", count=left))
    if carried:
        told.append(texts("annotate.carried"))
    if made.kept:
        told.append(texts("annotate.kept", count=len(made.kept)))
    return told


def _remove(given: AnnotateOptions, output: Path, texts: Texts) -> list[str]:
    """Write a copy without docklint's comments; return what is to be said of it."""
    from docklint import readers
    from docklint.annotating.pending import pending
    from docklint.word.notes import own_count, remove_notes
    from docklint.word.refusals import check_document

    name, data = read(given.path, given.stdin_filename)
    document = readers.parse(name, data)
    check_document(document)
    there = own_count(data)
    result, _ = remove_notes(data)
    _refuse(output, given, force=given.force or holds(output, result))
    write_copy(output, result)
    if not there:
        return [texts("annotate.none", output=output)]
    kept = own_count(result)
    told = [texts("annotate.removed", output=output, count=there - kept)]
    if kept:
        told.append(texts("annotate.answered", count=kept))
    if mended := pending(document):
        told.append(texts("annotate.changes-stay", count=len(mended)))
    return told
