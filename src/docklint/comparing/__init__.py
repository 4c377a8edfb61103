"""Two versions of one draft: what became of the findings, and which sentences were edited.

`sentences` ← `alignment` (which sentence, which part of the old is which of the new) ← `findings` (what became of each
finding) and `edits` (what was done to the text) ← `asked` (which edits a finding had asked for) ← `compare`.
"""
