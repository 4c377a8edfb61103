"""Reports about many papers at once, for who collects them: which share text, and how each of them stands.

alike        what is told of likeness, as the JSON has it; the other formats are made of that
alike_text   the same for a terminal
alike_page   the same as a page to look at
page         what pages of this room have in common
"""
