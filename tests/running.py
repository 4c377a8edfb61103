"""Run docklint as its users do: as a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parents[1] / "src"

CLEAN = """按照通知要求，青禾县档案馆领导班子认真查摆问题。现将对照检查情况报告如下。
一、存在的问题
（一）理论学习方面。一是学习不够系统。比如：2023年5月的专题研讨准备不足。二是学用结合不紧。比如：查档流程三年没有改过。
（二）工作作风方面。一是调研不深入。比如：2023年只去过两个乡镇档案室。二是服务不主动。比如：周末没有安排人值班。
二、原因分析
（一）对理论学习重视不够。学习制度落实不严。
（二）对工作作风要求不严。服务群众的意识有所淡化。
三、整改措施
（一）加强理论学习。每月组织一次集中学习。
（二）改进工作作风。每人联系两个乡镇档案室。
"""
"""A draft that the generic profile has nothing against."""

READY = """按照通知要求，云岭区图书馆领导班子认真查摆问题，现将有关情况对照检查如下：
一、存在的突出问题
（一）带头严守政治纪律和政治规矩，维护党的团结统一方面。2024年3月传达上级部署时研究不深，落实打了折扣。
（二）带头增强党性、严守纪律、砥砺作风方面。2024年5月到青禾县档案馆调研，只听汇报，没有走访群众。
（三）带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新方面。2024年7月研究数字库房项目时，怕担责任，方案拖了2个月。
（四）带头履行全面从严治党政治责任方面。2024年全年只开展1次谈心谈话，日常监督提醒不够。
二、存在问题原因分析
（一）政治学习不深入。对政治纪律学得不透，落实上级部署就容易打折扣。
（二）宗旨意识和担当精神不强。深入群众调研少，遇到难题怕担责任。
（三）管党治党责任压得不实。重业务轻党建，监督提醒不经常。
三、下一步努力方向和整改措施
（一）加强政治学习。每月组织1次政治纪律专题学习，落实上级部署列出台账。
（二）强化宗旨意识和担当精神。班子成员每季度深入群众调研1次，对难题主动担责。
（三）压实管党治党责任。每半年研究1次党建工作，每季度开展1次谈心谈话和监督提醒。
"""
"""A draft that its own profile, which has dimensions, has nothing against."""

WARNED = CLEAN.replace("比如：周末没有安排人值班。", "群众有意见，“应当改进。")
FAULTY = CLEAN.replace("三年没有改过", "*年没有改过")


CRASH = """import docklint.checks.structure_not_found as module
def fail(self, draft): raise LookupError
module.StructureNotFound.__call__ = fail"""
"""Makes the check of DL901 raise when it is run before docklint."""


def hear_signals() -> None:
    """In a process that is about to become docklint: hear the signals that whoever started the tests ignores.

    `nohup`, and a shell that starts something in the background, have them ignored, and that is inherited.
    """
    for name in ("SIGHUP", "SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


class Ran(NamedTuple):
    """What a run left: `out` and `err` as bytes, and the exit status."""

    status: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def said(self) -> str:
        return self.err.decode("utf-8")


def docklint(
    *arguments: str | Path,
    cwd: Path | None = None,
    given: bytes | None = None,
    environment: Mapping[str, str] | None = None,
    before: str = "",
) -> Ran:
    """Run docklint in UTF-8 unless the environment says otherwise. `before`: Python to run first."""
    program = (
        ["-c", f"{before}\nimport sys, docklint.cli as c; sys.exit(c.main())"]
        if before
        else ["-m", "docklint"]
    )
    done = subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        cwd=cwd,
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        env=surroundings(environment),
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a run: this one's, UTF-8, with the sources on the path, without colour wishes."""
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM", "COLUMNS")}
    return {**kept, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8", "TERM": "xterm", **(more or {})}
