"""Processes that check files at the same time; results come in the order of the files, whatever is done first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import active_children
from pathlib import Path
from typing import TYPE_CHECKING

from docklint.cli.jobs import check
from docklint.cli.paths import Target
from docklint.errors import Broken
from docklint.results import FileResult
from docklint.settings import Request

if TYPE_CHECKING:
    from docklint.cache import Cache
    from docklint.linters import Linters

Tools = tuple[Request, Path | None]
"""What a worker is given to start with: what was asked for, and the folder of the results of former runs."""
AHEAD = 8
"""Files handed out for each worker before the first of them is back: results wait in memory for their turn."""


def in_parallel(
    request: Request, found: Sequence[Target], workers: int, kept: Path | None = None
) -> Iterator[FileResult]:
    """Check files in so many processes. A killed one breaks the pool; the first file not done is then tried alone.

    `kept`: the folder of the results of former runs.
    """
    rest = deque(found)
    while rest:
        yield from _until_broken(rest, workers, (request, kept))
        if rest:
            yield _alone(rest.popleft(), (request, kept))


def _until_broken(rest: deque[Target], workers: int, tools: Tools) -> Iterator[FileResult]:
    """Yield the results of `rest`, taking each file out of it; leave what a broken pool did not do."""
    pool = ProcessPoolExecutor(workers, initializer=_start, initargs=tools)
    pending: deque[Future[FileResult]] = deque()
    try:
        while rest:
            for target in islice(rest, len(pending), workers * AHEAD):
                pending.append(pool.submit(_check, target))
            result = pending.popleft().result()
            rest.popleft()
            yield result
    except BrokenExecutor:
        return
    finally:
        if rest:
            _stop()
        # A pool still closing would race the interpreter's own exit.
        pool.shutdown(cancel_futures=True)


def _stop() -> None:
    """End the workers in the middle of their work: after Ctrl-C nobody waits for a long file."""
    for process in active_children():
        process.terminate()


def _alone(target: Target, tools: Tools) -> FileResult:
    result = next(_until_broken(deque([target]), 1, tools), None)
    return result or FileResult(target.path, error=Broken(detail="worker killed"))


_own: list[tuple[Linters, Cache | None]] = []


def _start(request: Request, kept: Path | None) -> None:
    import signal

    from docklint.linters import Linters

    cache = _cache(kept) if kept else None
    # Ctrl-C reaches the whole process group; only the parent answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own[:] = [(Linters(request), cache)]


def _cache(folder: Path) -> Cache:
    from docklint.cache import Cache

    return Cache(folder)


def _check(target: Target) -> FileResult:
    linters, cache = _own[0]
    return check(linters, target, cache=cache)
