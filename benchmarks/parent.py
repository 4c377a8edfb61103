"""The tiny parent: runs commands in turn, in random order, and says how long each took and how much it held.

A program of its own that imports little, since a child's peak memory counts from what its parent held when it
was started. Standard input: `{"seed", "rounds", "warm", "limit", "commands": [{"argv", "cwd"}]}` as JSON. Standard
output: for every command a list of `[seconds, peak in KiB or null, exit status, seconds of the processor]`, one a
round. With `warm` a round comes before that is not counted. `limit`: seconds after which a command is killed.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time

Run = tuple[float, float | None, int, float]
Job = dict[str, list[str]]


def main() -> None:
    """Run what standard input asks for."""
    asked = json.load(sys.stdin)
    chance, commands = random.Random(asked["seed"]), asked["commands"]
    runs: list[list[Run]] = [[] for _ in commands]
    for counts in (*[False] * asked["warm"], *[True] * asked["rounds"]):
        for at in chance.sample(range(len(commands)), len(commands)):
            os.chdir(commands[at]["cwd"])
            run = once(commands[at]["argv"], asked["limit"])
            if counts:
                runs[at].append(run)
    json.dump(runs, sys.stdout)


def once(argv: list[str], limit: int) -> Run:
    """Run one command, its output thrown away."""
    return (
        _spawned(argv, limit) if hasattr(os, "posix_spawn") and hasattr(os, "wait4") else _called(argv, limit)
    )


def _spawned(argv: list[str], limit: int) -> Run:
    import signal

    null = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
    start = time.perf_counter()
    pid = os.posix_spawn(argv[0], argv, os.environ, file_actions=streams)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(pid, signal.SIGKILL))
    signal.alarm(limit)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    signal.alarm(0)
    os.close(null)
    # KiB everywhere but on macOS, which counts bytes.
    peak = usage.ru_maxrss / 1024 if sys.platform == "darwin" else float(usage.ru_maxrss)
    return seconds, peak, os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime


def _called(argv: list[str], limit: int) -> Run:
    """Do it where processes are not spawned and waited for like this; nothing tells peak and processor there."""
    import subprocess

    start = time.perf_counter()
    try:
        ran = subprocess.run(argv, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=limit)
    except subprocess.TimeoutExpired:
        return (seconds := time.perf_counter() - start), None, -9, seconds
    return (seconds := time.perf_counter() - start), None, ran.returncode, seconds


if __name__ == "__main__":
    main()
