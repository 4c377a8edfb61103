"""Where and of what the figures are."""

from __future__ import annotations

import os
import platform
import subprocess
import time
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.place import ROOT, dependencies


def facts(bench: Bench) -> dict[str, str]:
    """Return the facts that a reader of the figures wants, in the order in which they are told."""
    versions = {each.name.lower(): each.version for each in dependencies()}
    compiled = ("typer", "lxml", "regex", "rich", "python-docx")
    return {
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "commit": _commit(),
        "cores": str(os.cpu_count()),
        "processor": _processor(),
        "system": platform.system(),
        "load": _load(),
        "Python": bench.place.interpreter.told,
        "seed": str(bench.seed),
        "rounds": str(bench.rounds),
        "drafts in a folder": str(bench.fixtures.many),
        "with": ", ".join(f"{name} {versions[name]}" for name in compiled if name in versions),
        "beside": ", ".join(f"{peer.name} {peer.version}" for peer in bench.peers.values()) or "nothing",
    }


def _commit() -> str:
    """Return the commit of the checkout, with a `+` if there is more in it than that."""
    try:
        told = [
            subprocess.run(
                ["git", *words.split()], cwd=ROOT, capture_output=True, check=True, text=True
            ).stdout
            for words in ("rev-parse --short HEAD", "status --porcelain src rules")
        ]
    except (OSError, subprocess.CalledProcessError):
        return "none"
    return told[0].strip() + "+" * bool(told[1].strip())


def _load() -> str:
    """Return how many processes wanted a core in the last minutes, before anything was measured."""
    return f"{os.getloadavg()[1]:.1f}" if hasattr(os, "getloadavg") else "not told"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
