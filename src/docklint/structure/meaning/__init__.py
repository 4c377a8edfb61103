"""What a sentence is about: what in it could be checked, and what is manner, stock and saying.

`vocabulary` sorts the lexicon's words into kinds, `frames` finds sayings that no list holds; `words` reads a sentence as
a row of them, clause by clause; `evidence` counts what speaks for and against something particular; `judgement` weighs it.
`sameness` tells whether two passages tell one fact. docs/meaning.md tells how the weights were chosen. The room knows no
paper: it is given a text and a place in it.
"""
