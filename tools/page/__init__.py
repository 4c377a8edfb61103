"""The one-file page: `python -m tools.page [--output FOLDER] [--pyodide FOLDER] [--plain] [--modules]`.

It writes `docklint.html` and `docklint.html.zip` into FOLDER (`dist`): docklint, its rules, and the part of Pyodide they
take, in one file. Same sources, same bytes.

pyodide     Pyodide as npm has it: pinned, fetched once, held against its fingerprints
sources     docklint's modules that go in, and what of the standard library they take
compiling   modules to bytecode, by the very Python that runs in the page (needs node)
modules     which modules of the standard library go in: a run that does everything
payload     files in one stretch of text
assemble    HTML, styles, scripts and payload in one file, under a policy that forbids every connection
"""
