"""A result told inside the Word file it came from: findings as comments at the very characters.

said      what a comment says: of the findings at one place, and of the draft as a whole
comments  findings → comments; the draft's package → the annotated one (`annotate`)
pending   which comments on mended faults still have their tracked changes beside them
mending   a draft → one with its fixes as tracked changes and a comment beside each
copies    an annotated copy that is there already: whether it may go, and what others wrote into it
task      what is written into: the draft, mended or not, or that copy

Standard library only: a page in a browser does the same. `word/` alone knows how a comment is written.
"""
