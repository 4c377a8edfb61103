"""Which way a command line goes, and what becomes of an error on either."""

from __future__ import annotations

import os
import sys

from docklint.cli.language import LANG
from docklint.cli.output import replace_unencodable, warn
from docklint.cli.plain import plain
from docklint.cli.writing import discard_rest, unwritable
from docklint.errors import DocklintError, SetupError


def run() -> int:
    """Run the command line; an error becomes a sentence on standard error and exit status 2."""
    replace_unencodable()
    asked = plain(sys.argv[1:])
    try:
        # Late: a plain check does without typer, and a help text without a linter.
        if asked is not None:
            from docklint.cli.check import check_plainly

            return check_plainly(*asked)
        from docklint.cli.app import run_app
        from docklint.cli.endings import heed_signals

        heed_signals()
        return run_app()
    except DocklintError as error:
        warn(error.message(LANG))
    except OSError as error:
        warn(_of_system(error).message(LANG))
    return 2


def _of_system(error: OSError) -> SetupError:
    """Say what the system refused, apart from drafts and reports, whose errors are known where they arise."""
    try:
        os.getcwd()
    except OSError:
        return SetupError("setup.no-current-folder")
    if error.filename is not None:
        # Late: only who fails needs the words for it.
        from docklint.error_texts import of_system

        return SetupError("setup.refused", file=error.filename, reason=of_system(error))
    # What typer itself writes: help texts and the version.
    discard_rest()
    return unwritable(None, error)
