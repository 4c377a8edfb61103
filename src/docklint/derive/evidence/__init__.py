"""Reading lists by evidence: every row of a notice that may list names, where its names begin and end, what speaks for it.

No word is looked for here. What a sign or a word before, behind and in a list weighs was fitted to labelled notices
(`python -m tests.notices.fitting`) and stands in `rules/lexicon-notices.toml`.
"""
