"""Processes that work on files at the same time; results come in the order of the files, whatever is done first.

Not `ProcessPoolExecutor`: there a worker that is killed breaks the whole pool, and one that is ended in the middle
of its answer leaves the parent waiting for the rest for ever. Here each worker has a pipe of its own. What it leaves
unsaid is the end of that pipe, and the file it was at is known.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Generator, Sequence
from multiprocessing.connection import wait
from typing import Generic

from docklint.errors import InternalError, SetupError
from docklint.runner.targets import Target
from docklint.runner.worker import R, Work, Worker, endings_blocked
from docklint.workspace import Workspace

ASSIGNED = 2
"""Files a worker has been given: one to work on, and the next, so that it need not wait for the parent."""
AHEAD = 16
"""How many files for each worker may be done before the first of them had its turn: results wait in memory."""
MOST = 30
"""Windows waits for some sixty things at once, and every worker is two: its pipe and its end."""


def in_parallel(workspace: Workspace, found: Sequence[Target], workers: int, work: Work[R]) -> Generator[R]:
    """Do some work on files in so many processes. A file whose worker dies gets that as its error; another takes over.

    Raises `SetupError` where no process can be started.
    """
    pool = WorkerPool(workspace, found, work)
    try:
        pool.start_workers(min(workers, MOST))
        for number in range(len(found)):
            yield pool.result(number)
    except KeyboardInterrupt:
        # Once is enough: a key that is held down must not interrupt the ending.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise
    finally:
        pool.stop()


class WorkerPool(Generic[R]):
    """The workers, and how far they are."""

    def __init__(self, workspace: Workspace, found: Sequence[Target], work: Work[R]) -> None:
        self._workspace = workspace
        self._found = found
        self._work = work
        self._rest = deque(range(len(found)))
        self._done: dict[int, R] = {}
        self._workers: list[Worker[R]] = []

    def start_workers(self, count: int) -> None:
        """Start so many workers."""
        for _ in range(count):
            self._start_worker()

    def result(self, number: int) -> R:
        """Wait for a file's result; those of the files before it have been asked for."""
        self._assign(number + len(self._workers) * AHEAD)
        while number not in self._done:
            ready = wait([thing for worker in self._workers for thing in (worker.pipe, worker.sentinel)])
            for worker in [each for each in self._workers if {each.pipe, each.sentinel} & {*ready}]:
                self._receive(worker)
            self._assign(number + len(self._workers) * AHEAD)
        return self._done.pop(number)

    def stop(self) -> None:
        """End the workers, in the middle of their work if need be: after Ctrl-C nobody waits for a long file."""
        with endings_blocked(discard=True):
            for worker in self._workers:
                worker.stop()
            for worker in self._workers:
                worker.join()

    def _assign(self, limit: int) -> None:
        """Give every worker what it may have at hand, but no file from number `limit` on."""
        for worker in self._workers:
            while self._rest and self._rest[0] < limit and len(worker.assigned) < ASSIGNED:
                worker.assign(self._rest[0], self._found[self._rest[0]])
                self._rest.popleft()

    def _receive(self, worker: Worker[R]) -> None:
        result = worker.receive(self._found[worker.assigned[0]].path if worker.assigned else "")
        if result is None:
            self._replace(worker)
        else:
            self._done[worker.assigned.popleft()] = result

    def _replace(self, worker: Worker[R]) -> None:
        """Go on without a worker that died: the file it was at has failed, the next one is another's."""
        self._workers.remove(worker)
        worker.stop()
        worker.join()
        if worker.assigned:
            number = worker.assigned.popleft()
            killed = InternalError(detail="worker killed")
            self._done[number] = self._work.failed(self._found[number].path, killed)
            self._rest.extendleft(reversed(worker.assigned))
        if self._rest:
            self._start_worker()

    def _start_worker(self) -> None:
        """Start a worker. Where the system allows no more of them, those that are there must do."""
        try:
            self._workers.append(Worker(self._workspace, self._work))
        except OSError as error:
            if not self._workers:
                raise SetupError("setup.no-processes") from error
