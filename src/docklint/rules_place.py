"""Where the rules and words that ship with docklint lie."""

from __future__ import annotations

import os


def place() -> str:
    """Return the folder of the rules that ship with docklint.

    A wheel carries them inside the package; a checkout (and an editable install, whose site-packages hold a
    stale copy that is never read) keeps them at the top of the tree.
    """
    package = os.path.dirname(os.path.abspath(__file__))
    packaged = os.path.join(package, "builtin")
    return packaged if os.path.isdir(packaged) else os.path.join(package, "..", "..", "rules")
