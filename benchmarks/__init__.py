"""Speed and memory, as ratios measured side by side in one run: `python -m benchmarks [SECTION …]`.

measure     a figure with its spread and its goal      goals    the goals, as data
race        commands run in turn by a tiny parent      parent   that parent
place       the wheel in an environment of its own     inside/  what runs in there, timed within one process
fixtures    drafts made anew from `draft.txt`          shapes   hostile texts
peers       other linters, if they are there           report   Markdown and JSON

Every other module is a section and yields its measures.
"""
