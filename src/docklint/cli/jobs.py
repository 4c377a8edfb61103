"""Check files one after the other, or several at a time; results come in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docklint.cli.paths import STDIN, Target, standard_input
from docklint.errors import Broken, DraftError
from docklint.results import FileResult
from docklint.settings import Request

if TYPE_CHECKING:
    from docklint.linters import Linters


def check_all(linters: Linters, found: Sequence[Target], stdin_name: str, jobs: int) -> Iterator[FileResult]:
    """Give the results of `found`, in order; `jobs` processes work on them, none more than there are files.

    `stdin_name`: what the file `-` is called. Raises `SetupError` at once when some configuration is wrong.
    """
    linters.prepare(place(target.path, stdin_name) for target in found)
    if min(jobs, len(found)) < 2 or any(target.path == STDIN for target in found):
        return linters.with_spare(_check(linters, target, stdin_name) for target in found)
    return linters.with_spare(_in_parallel(linters.request, deque(found), min(jobs, len(found))))


def place(path: str, stdin_name: str) -> str:
    """Give the path by which the configuration for a draft is found: standard input has the one it is called by."""
    return (stdin_name or os.curdir) if path == STDIN else path


def _check(linters: Linters, target: Target, stdin_name: str = "") -> FileResult:
    linter = linters.of(place(target.path, stdin_name))
    if target.error:
        return FileResult(target.path, error=target.error)
    if target.path != STDIN:
        return linter.check_file(target.path, named=not target.folder)
    name = stdin_name or STDIN
    try:
        return linter.check_bytes(name, standard_input())
    except DraftError as error:
        return FileResult(name, error=error)


def _in_parallel(request: Request, rest: deque[Target], jobs: int) -> Iterator[FileResult]:
    """Work with pools; a killed worker breaks its pool, then the first unfinished file is tried alone."""
    while rest:
        yield from _until_broken(request, rest, jobs)
        if rest:
            yield _alone(request, rest.popleft())


def _until_broken(request: Request, rest: deque[Target], jobs: int) -> Iterator[FileResult]:
    # Late: most runs check a single file.
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(request,))
    try:
        for future in [pool.submit(_check_in_worker, target) for target in rest]:
            result = future.result()
            rest.popleft()
            yield result
    except BrokenExecutor:
        return
    finally:
        # Only when it is cut short; after the last file a pool still closing would race the interpreter's own exit.
        pool.shutdown(wait=not rest, cancel_futures=True)


def _alone(request: Request, target: Target) -> FileResult:
    single = deque([target])
    result = next(_until_broken(request, single, 1), None)
    return result or FileResult(target.path, error=Broken(detail="worker killed"))


_worker: list[Linters] = []


def _start_worker(request: Request) -> None:
    import signal

    from docklint.linters import Linters

    # Ctrl-C reaches the whole process group; only the parent answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker[:] = [Linters(request)]


def _check_in_worker(target: Target) -> FileResult:
    return _check(_worker[0], target)
