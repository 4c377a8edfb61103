"""docklint: a structure linter for drafts of Chinese Party self-examination documents."""

__version__ = "0.1.0"
