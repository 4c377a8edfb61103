"""Fixes made: which of those that findings propose, in which order, and what the file is then.

compose     edits after edits as one set of edits
choose      which fixes of one round are made; pure
text_files  edits of a text file, in its encoding and with its line ends
rounds      round after round until nothing is left to mend: `fix`
"""
