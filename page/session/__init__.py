"""What the page's worker asks Python: drafts in, findings and files out, all in memory.

session    one message, one answer
settings   what was dropped beside the drafts, and the linter that comes of it
papers     the drafts that were checked, and what is told of each
writing    the files to save: comments, changes, reports
words      the sentences that only the page says

It is docklint's command line without a terminal: whatever it hands out is what `docklint check`, `annotate`, `fix`,
`overview` write for the same file and settings, to the byte. It imports nothing but docklint's core and the standard
library.
"""
