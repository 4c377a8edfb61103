"""The page's Python session behind a pipe: a line of JSON in, a line of JSON out; bytes as base64.

The tests of the page's screens run on it: real answers, without the seconds that WebAssembly takes to start.
"""

from __future__ import annotations

import json
import sys
import tempfile
from base64 import b64decode, b64encode

from page.session.session import Session


def main() -> None:
    """Answer until the pipe closes."""
    with tempfile.TemporaryDirectory() as folder:
        session = Session(folder)
        for line in sys.stdin:
            told = json.loads(line)
            answer, data = session.ask(told["message"], [b64decode(each) for each in told["buffers"]])
            encoded = None if data is None else b64encode(data).decode()
            sys.stdout.write(json.dumps({"answer": answer, "data": encoded}) + "\n")
            sys.stdout.flush()


main()
