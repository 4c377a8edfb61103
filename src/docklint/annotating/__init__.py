"""A result told inside the Word file it came from: findings as comments at the very characters.

said      what a comment says: of the findings at one place, and of the draft as a whole
comments  findings → comments; the draft's package → the annotated one (`annotate`)
copies    an annotated copy that is there already: whether it may go, and what others wrote into it

Standard library only: a page in a browser does the same. `word/` alone knows how a comment is written.
"""
