"""Every hostile DOCX of the tests in a process of its own: seconds and peak memory, beside a harmless one."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.docx_builder import typed
from tests.word.test_hostile import READ, REFUSED

PROGRAM = "import sys; from docklint.cli import main; sys.argv = ['docklint', 'check', sys.argv[1]]; sys.exit(main())"
PARENT = """
import os, sys, time
null = os.open(os.devnull, os.O_WRONLY)
start = time.perf_counter()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                     file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
usage = os.wait4(pid, 0)[2]
print(time.perf_counter() - start, usage.ru_maxrss)
"""
MOST_SECONDS, MOST_MEGABYTES = 2.0, 300


def rows() -> Iterator[str]:
    """Yield a table row a case; a case beyond 2 s or 300 MB is marked."""
    yield "| case | seconds | peak, MB | |\n|---|---|---|---|"
    cases = {"harmless": typed("一、存在的问题\n一是学习不够。"), **_made()}
    with tempfile.TemporaryDirectory() as folder:
        for name, data in cases.items():
            path = Path(folder, "draft.docx")
            path.write_bytes(data)
            seconds, megabytes = _measured(path)
            mark = "over" if seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES else ""
            yield f"| {name} | {seconds:.2f} | {megabytes:.0f} | {mark} |"


def _made() -> dict[str, bytes]:
    return {name: case[0]() for name, case in (*REFUSED.items(), *READ.items())}


def _measured(path: Path) -> tuple[float, float]:
    """Run one check; give the wall time in seconds and the peak resident memory in MB.

    A tiny process starts it, for a child's peak counts from what its parent held when it began.
    """
    command = [sys.executable, "-I", "-S", "-c", PARENT, sys.executable, "-c", PROGRAM, str(path)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    return float(told[0]), float(told[1]) / 1024
