"""One process that works on files: what the parent has of it, and what it does itself."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe, Process, get_start_method, parent_process
from multiprocessing.connection import Connection, wait
from pickle import dumps, loads
from threading import Thread
from time import sleep
from typing import Any, Generic, NamedTuple, TypeVar

from docklint.errors import DraftError, InternalError
from docklint.runner.targets import Target
from docklint.workspace import Workspace

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals by which a process is asked to end."""
LOOK_EVERY = 0.1
"""Seconds between two looks of a worker at whether its parent is still there."""
GRACE = 0.5
"""Seconds a worker has to put things away when its parent is gone."""
PATIENCE = 5
"""Seconds a worker has to put away what it was at: the copy of a draft that LibreOffice converts, say."""


R = TypeVar("R")


class Work(NamedTuple, Generic[R]):
    """What is done with every file. Both functions are known by their names in their modules, or no process finds them.

    `run`: what it is. `failed`: what stands for its result where it came to no end; gets the path and why.
    """

    run: Callable[[Workspace, Target], R]
    failed: Callable[[str, DraftError], R]


class Worker(Generic[R]):
    """A process, the parent's end of its pipe, and the numbers of the files it was given, the oldest first."""

    def __init__(self, workspace: Workspace, work: Work[R]) -> None:
        """Start it. Where processes are forked it has what `workspace` has loaded; elsewhere it loads that again."""
        self.assigned: deque[int] = deque()
        self.pipe, theirs = Pipe()
        self._work = work
        self._process = Process(target=_work, args=(theirs, workspace, work), daemon=True)
        try:
            with endings_blocked():
                self._process.start()
        finally:
            # Of its end there must be no other copy: when the worker dies, that is the end of the pipe.
            theirs.close()
        self.sentinel = self._process.sentinel

    def assign(self, number: int, target: Target) -> None:
        """Hand a file over. That a worker is dead shows when it is heard."""
        self.assigned.append(number)
        with suppress(OSError):
            self.pipe.send(target)

    def receive(self, path: str) -> R | None:
        """Return what a worker that was heard of made of the file at `path`; None if it is dead."""
        with suppress(EOFError, OSError):
            # On Windows a worker that died before it took its end of the pipe leaves that open.
            return self._result(self.pipe.recv_bytes(), path) if self.pipe.poll() else None
        return None

    def _result(self, received: bytes, path: str) -> R:
        try:
            result: R = loads(received)
        except Exception as error:
            # A plugin may put into its findings what cannot be taken out again.
            return _failed(self._work, path, error)
        return result

    def stop(self) -> None:
        """Ask the process to end."""
        self._process.terminate()

    def join(self) -> None:
        """Wait until a process that was stopped is gone."""
        self._process.join(PATIENCE)
        self._process.kill()
        self._process.join()
        self.pipe.close()


@contextmanager
def endings_blocked(*, discard: bool = False) -> Iterator[None]:
    """Let neither Ctrl-C nor another signal to end interrupt a worker's start or end.

    What comes meanwhile comes afterwards; a Ctrl-C perhaps never (`discard`).
    """
    if not hasattr(signal, "pthread_sigmask"):
        # Windows: there a start may still be interrupted aloud.
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
        if discard and signal.SIGINT in signal.sigpending():
            signal.sigwait([signal.SIGINT])
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _failed(work: Work[R], path: str, error: Exception) -> R:
    return work.failed(path, InternalError(detail=f"{type(error).__name__}: {error}"))


def _work(pipe: Connection, workspace: Workspace, work: Work[Any]) -> None:
    """Work on what comes through the pipe, until the parent is no more; mostly it ends the process before that."""
    # Ctrl-C reaches the whole process group, and so does the end of a terminal; only the parent answers them, and
    # stops its workers.
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN)
    # Being stopped is felt like Ctrl-C, so that nothing is left behind: no LibreOffice, no copy of a draft.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.unraisablehook = _heard_again
    with suppress(KeyboardInterrupt, EOFError, OSError):
        if hasattr(signal, "pthread_sigmask"):
            # They were blocked while the process started.
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        Thread(target=_end_with_parent, daemon=True).start()
        _serve(pipe, workspace, work)


def _heard_again(lost: sys.UnraisableHookArgs) -> None:
    """Send the signal again by which this process is stopped, if Python lost it.

    What is raised within a callback (that of an import's lock, say) ends nothing: Python only says so, on standard error.
    """
    if issubclass(lost.exc_type, KeyboardInterrupt):
        Thread(target=_stop_soon, daemon=True).start()
    else:
        sys.__unraisablehook__(lost)


def _stop_soon() -> None:
    sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)


def _end_with_parent() -> None:
    """Wait for the parent's end, however it came, and end this process too, in the middle of its work if need be."""
    parent = parent_process()
    if parent is None:
        return
    # Where processes are forked, workers that were started later hold the sentinel's other side, too; but whoever
    # lost the parent has another one at once. A server that forks for the parent ends with it.
    direct = hasattr(os, "getppid") and get_start_method() != "forkserver"
    own = parent.pid if direct else os.getppid()
    while not wait([parent.sentinel], LOOK_EVERY) and os.getppid() == own:
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    sleep(GRACE)
    os._exit(1)


def _serve(pipe: Connection, workspace: Workspace, work: Work[Any]) -> None:
    parent = parent_process()
    # The pipe's end does not tell that the parent was killed: workers forked later hold its other side, too.
    while parent is not None and parent.sentinel not in wait([pipe, parent.sentinel]):
        target = pipe.recv()
        pipe.send_bytes(_answer(work, target.path, work.run(workspace, target)))


def _answer(work: Work[R], path: str, result: R) -> bytes:
    try:
        return dumps(result)
    except Exception as error:
        # A plugin may put into its findings what cannot be sent.
        return dumps(_failed(work, path, error))
