"""The goals. Each but one is a ratio of two figures of one run, so that it holds on any machine."""

from __future__ import annotations

from benchmarks.measure import Goal

COLD_TEXT, COLD_JSON = Goal(1.3), Goal(1.35)
"""A cold check of a text draft with a configuration present to a bare typer program."""
COLD_DOCX = Goal(1.65)
COLD_PEERS = {"textlint": Goal(0.17), "zhlint": Goal(0.3), "autocorrect": Goal(0.8)}
"""A cold check of a text draft to each of these on the same draft."""
CHECK = Goal(6.5)
"""A full check of one draft, the profile loaded, to thirty separate passes of `re` over it."""
DOCX, DOCX_READ = Goal(9), Goal(1.8)
"""A check of a DOCX of 1,000 and 10,000 paragraphs, and reading it, to unzipping, parsing and collecting its text."""
WRITTEN = Goal(100)
"""Milliseconds that annotating or fixing a draft takes above its check; the one goal in seconds, as it was asked for."""
FOLDER_PEERS = {"autocorrect": Goal(0.85, least=True), "textlint": Goal(3.5, least=True)}
"""Files a second in two processes to theirs."""
FOLDER_DOCX = Goal(4)
"""1,000 DOCX in two processes to unzipping and parsing them in one."""
TWO_JOBS = Goal(1.7, least=True)
GROWTH = Goal(1.05)
"""The exponent of the time over the length, from 10 to 1,000 drafts' length in one file."""
HOSTILE = Goal(6)
"""The time for four times as much of a hostile shape to the time for once as much."""
MEMORY_DRAFT = Goal(1.5)
"""Peak memory of checking one draft to that of a bare typer program."""
MEMORY_LARGE = Goal(14)
"""Peak memory of checking a 12 MB text to its size."""
ALL_PAIRS = Goal(90)
"""Reading and comparing 200 papers of 4,000 characters, all with all, to making the strings of five characters of each
once: five seconds on two processors, where that takes 0.11 s.
"""
THOUSANDS = Goal(58)
"""The same for 1,000 papers against 1,000 of earlier years: thirty seconds on two processors, to 1.03 s."""
