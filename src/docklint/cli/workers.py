"""Processes that check files at the same time; results come in the order of the files, whatever is done first.

Not `ProcessPoolExecutor`: there a worker that is killed breaks the whole pool, and one that is ended in the middle
of its answer leaves the parent waiting for the rest for ever. Here each worker has a pipe of its own. What it leaves
unsaid is the end of that pipe, and the file it was at is known.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from pickle import PicklingError
from typing import TYPE_CHECKING

from docklint.cli.jobs import check
from docklint.cli.paths import Target
from docklint.errors import Broken, SetupError
from docklint.results import FileResult
from docklint.settings import Request

if TYPE_CHECKING:
    from docklint.cache import Cache

Tools = tuple[Request, Path | None]
"""What a worker is given to start with: what was asked for, and the folder of the results of former runs."""
AT_HAND = 2
"""Files a worker has been given: one to work on, and the next, so that it need not wait for the parent."""
AHEAD = 16
"""Files of one worker's share that may be done before their turn: their results wait in memory."""


def in_parallel(
    request: Request, found: Sequence[Target], workers: int, kept: Path | None = None
) -> Iterator[FileResult]:
    """Check files in so many processes. A file whose worker dies gets that as its error; another takes over.

    `kept`: the folder of the results of former runs. Raises `SetupError` where no process can be started.
    """
    crew = _Crew((request, kept), found, workers)
    try:
        for number in range(len(found)):
            yield crew.result(number)
    finally:
        crew.stop()


class _Crew:
    """The workers, and how far they are."""

    def __init__(self, tools: Tools, found: Sequence[Target], workers: int) -> None:
        self._tools = tools
        self._found = found
        self._rest = deque(range(len(found)))
        self._ahead = workers * AHEAD
        self._done: dict[int, FileResult] = {}
        self._workers: dict[Connection, _Worker] = {}
        for _ in range(workers):
            self._hire()

    def result(self, number: int) -> FileResult:
        """Wait for a file's result; those of the files before it have been asked for."""
        self._hand_out(number + self._ahead)
        while number not in self._done:
            ready = wait(list(self._workers))
            for worker in [worker for pipe, worker in self._workers.items() if pipe in ready]:
                self._hear(worker)
            self._hand_out(number + self._ahead)
        return self._done.pop(number)

    def stop(self) -> None:
        """End the workers, in the middle of their work if need be: after Ctrl-C nobody waits for a long file."""
        for worker in self._workers.values():
            worker.end()

    def _hand_out(self, limit: int) -> None:
        """Give every worker what it may have at hand, but no file from number `limit` on."""
        for worker in self._workers.values():
            while self._rest and self._rest[0] < limit and len(worker.at_hand) < AT_HAND:
                worker.give(self._rest[0], self._found[self._rest[0]])
                self._rest.popleft()

    def _hear(self, worker: _Worker) -> None:
        try:
            self._done[worker.at_hand[0]] = worker.pipe.recv()
            worker.at_hand.popleft()
        except (EOFError, OSError):
            self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        """Go on without a worker that died: the file it was at has failed, the next one is another's."""
        del self._workers[worker.pipe]
        worker.end()
        if worker.at_hand:
            number = worker.at_hand.popleft()
            self._done[number] = FileResult(self._found[number].path, error=Broken(detail="worker killed"))
            self._rest.extendleft(reversed(worker.at_hand))
        if self._rest:
            self._hire()

    def _hire(self) -> None:
        """Start a worker. Where the system allows no more of them, those that are there must do."""
        try:
            worker = _Worker(self._tools)
        except OSError as error:
            if self._workers:
                return
            raise SetupError(
                zh="系统不允许再启动进程，请去掉 --jobs 再试。",
                en="The system allows no more processes; go without --jobs.",
            ) from error
        self._workers[worker.pipe] = worker


class _Worker:
    """A process, the parent's end of its pipe, and the numbers of the files it was given, the oldest first."""

    def __init__(self, tools: Tools) -> None:
        self.at_hand: deque[int] = deque()
        self.pipe, theirs = Pipe()
        self._process = Process(target=_work, args=(theirs, *tools), daemon=True)
        try:
            self._process.start()
        finally:
            # Of its end there must be no other copy: when the worker dies, that is the end of the pipe.
            theirs.close()

    def give(self, number: int, target: Target) -> None:
        """Hand a file over. That a worker is dead shows when it is heard."""
        self.at_hand.append(number)
        try:
            self.pipe.send(target)
        except OSError:
            return

    def end(self) -> None:
        """End the process and wait until it is gone."""
        self._process.terminate()
        self._process.join()
        self.pipe.close()


def _work(pipe: Connection, request: Request, kept: Path | None) -> None:
    """Check what comes through the pipe, until the parent is no more; mostly it ends the process before that."""
    # Ctrl-C reaches the whole process group; only the parent answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from docklint.linters import Linters

    linters, cache = Linters(request), _cache(kept) if kept else None
    parent = parent_process()
    with suppress(EOFError):
        # The pipe's end does not tell that the parent was killed: workers forked later hold its other side, too.
        while parent is not None and parent.sentinel not in wait([pipe, parent.sentinel]):
            _answer(pipe, check(linters, pipe.recv(), cache=cache))


def _cache(folder: Path) -> Cache:
    from docklint.cache import Cache

    return Cache(folder)


def _answer(pipe: Connection, result: FileResult) -> None:
    try:
        pipe.send(result)
    except (TypeError, AttributeError, PicklingError) as error:
        # A plugin may put into its findings what cannot be sent.
        pipe.send(FileResult(result.path, error=Broken(detail=f"{type(error).__name__}: {error}")))
