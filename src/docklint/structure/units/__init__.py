"""Names of units: where a paper says whose it is, which unit that is, and whether another name can mean the same one.

`wording` ← `names` ← `places` ← `own`. The words are in `rules/lexicon-units.toml`.
"""
