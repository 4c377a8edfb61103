"""`docklint config show`, `docklint init`, and `check` with a configuration, as processes."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.running import CLEAN, FAULTY, docklint, hear_signals, surroundings

pty = pytest.importorskip("pty")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FAULTY, "utf-8")
    return tmp_path


def config(folder: Path, text: str) -> Path:
    path = folder / "docklint.toml"
    path.write_text(text, "utf-8")
    return path


# config show


def test_show_without_a_configuration(folder: Path) -> None:
    ran = docklint("config", "show", "--isolated", cwd=folder)
    assert ran.status == 0
    assert all(line.endswith("  # 默认") for line in ran.text.splitlines())
    assert tomllib.loads(ran.text)["fail-on"] == "warning"


def test_show_every_value_with_its_origin(folder: Path) -> None:
    path = config(
        folder,
        """
profile = "2024"
ignore = ["NUM109"]
[rules.RED101]
severity = "info"
[rules.RED101.zh]
message = "改{text}"
[[per-file]]
pattern = "a.*"
profile = "generic"
ignore = ["TXT"]
[[suppress]]
rule = "RED101"
quote = "*"
reason = "理由"
path = "a.txt"
[[suppress]]
rule = "RED102"
quote = "x"
reason = "别的文稿"
path = "b.txt"
""",
    )
    ran = docklint("config", "show", "a.txt", "--fail-on", "never", cwd=folder)
    shown = tomllib.loads(ran.text)
    assert shown["profile"] == "generic"
    assert shown["ignore"] == ["TXT", "NUM109"]
    assert shown["rules"] == {"RED101": {"severity": "info", "zh": {"message": "改{text}"}}}
    assert shown["suppress"] == [{"rule": "RED101", "quote": "*", "reason": "理由", "path": "a.txt"}]
    origins = dict(line.split("  # ") for line in ran.text.splitlines())
    assert origins['profile = "generic"'] == f"{path}: per-file[1].profile"
    assert origins['ignore = ["TXT", "NUM109"]'] == f"{path}: per-file[1].ignore; {path}: ignore"
    assert origins['rules.RED101.severity = "info"'] == f"{path}: rules.RED101.severity"
    assert origins['fail-on = "never"'] == "--fail-on"
    assert origins['lang = "zh"'] == "默认"


def test_show_tells_mistakes(folder: Path) -> None:
    config(folder, "lang = 3\n")
    ran = docklint("config", "show", cwd=folder)
    assert (ran.status, ran.out) == (2, b"")
    assert "lang：应为一段文字" in ran.said


# check


def test_check_heeds_it(folder: Path) -> None:
    config(folder, 'profile = "generic"\nfail-on = "never"\nlang = "en"\n')
    ran = docklint("check", "a.txt", cwd=folder)
    assert ran.status == 0
    assert "named in the configuration" in ran.text.replace("\n", " ")
    assert docklint("check", "a.txt", "--fail-on", "error", cwd=folder).status == 1
    assert "错误" in docklint("check", "a.txt", "--lang", "zh", cwd=folder).text
    assert "错误" in docklint("--lang", "zh", "check", "a.txt", cwd=folder).text


def test_standard_input_has_the_configuration_of_its_name(folder: Path) -> None:
    (folder / "inner").mkdir()
    config(folder, 'profile = "2024"\n')
    config(folder / "inner", 'profile = "generic"\nignore = ["RED"]\n')
    given = FAULTY.encode()
    named = ("--stdin-filename", "inner/b.txt")
    ran = docklint("check", "-", *named, "-f", "json", cwd=folder, given=given)
    assert json.loads(ran.out)["files"][0]["profile"]["id"] == "generic"
    assert ran.status == 0
    ran = docklint("check", "-", "-f", "json", cwd=folder, given=given)
    assert json.loads(ran.out)["files"][0]["profile"]["id"] == "2024"


def test_outline_and_matrix_heed_it(folder: Path) -> None:
    config(folder, 'profile = "2024"\n')
    for command in ("outline", "matrix"):
        ran = docklint(command, "a.txt", "-f", "json", cwd=folder)
        assert ran.status == 0, ran.said
    assert json.loads(docklint("outline", "a.txt", "-f", "json", cwd=folder).out)["profile"] == {
        "id": "2024",
        "title": "2024年度民主生活会（四个带头）",
        "chosen_by": "config",
    }


def test_mistakes_are_told_before_anything_is_printed(folder: Path) -> None:
    (folder / "z").mkdir()
    config(folder / "z", "lang = 3\n")
    (folder / "z" / "b.txt").write_text(CLEAN, "utf-8")
    ran = docklint("check", ".", "-f", "json", cwd=folder)
    assert (ran.status, ran.out) == (2, b"")


def test_config_and_isolated_exclude_each_other(folder: Path) -> None:
    path = config(folder, "")
    ran = docklint("check", "a.txt", "--config", path, "--isolated", cwd=folder)
    assert (ran.status, ran.out) == (2, b"")
    assert "--isolated" in ran.said


def test_a_run_without_configuration_reads_none(folder: Path) -> None:
    watch = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
import atexit
atexit.register(lambda: print([name for name in opened if name.endswith(("docklint.toml", "pyproject.toml"))
    and "rules" not in name], file=sys.stderr))
"""
    ran = docklint("check", "a.txt", cwd=folder, before=watch)
    assert ran.said.strip() == "[]"


# init


def test_init_without_a_terminal_uses_the_options(folder: Path) -> None:
    ran = docklint("init", "--profile", "2024", "--fail-on", "error", cwd=folder)
    assert ran.status == 0, ran.said
    written = (folder / "docklint.toml").read_text("utf-8")
    assert tomllib.loads(written) == {"profile": "2024", "fail-on": "error", "lang": "zh"}
    assert docklint("config", "show", cwd=folder).status == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_init_comments_out_is_sound(folder: Path, lang: str) -> None:
    docklint("init", "--lang", lang, cwd=folder)
    path = folder / "docklint.toml"
    lines = path.read_text("utf-8").splitlines()
    shown = [line[2:] if line.startswith("# ") and _is_toml(line[2:]) else line for line in lines]
    assert sum(a != b for a, b in zip(lines, shown, strict=True)) > 10
    path.write_text("\n".join(shown), "utf-8")
    ran = docklint("config", "show", cwd=folder)
    assert ran.status == 0, ran.said
    assert "NUM109" in ran.text


def _is_toml(line: str) -> bool:
    return line.startswith("[") or (" = " in line and line.split(" = ")[0].replace("-", "").isascii())


def test_init_never_overwrites(folder: Path) -> None:
    path = config(folder, "# mine\n")
    ran = docklint("init", cwd=folder)
    assert ran.status == 2
    assert "已经存在，没有改动" in ran.said
    assert path.read_text("utf-8") == "# mine\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--profile", "2042"], "没有名为“2042”的方案"),
        (["--fail-on", "warn"], "warning"),
        (["none"], "无法写入"),
    ],
)
def test_init_says_what_is_wrong(folder: Path, arguments: list[str], said: str) -> None:
    ran = docklint("init", *arguments, cwd=folder)
    assert ran.status == 2
    assert said in ran.said
    assert not (folder / "docklint.toml").exists()


@pytest.mark.parametrize(
    ("typed", "profile", "fail_on"),
    [
        ("2024\nerror\n", "2024", "error"),
        ("\n\n", "auto", "warning"),
        ("nonsense\n1\nnever\n", "auto", "never"),
    ],
)
def test_init_asks_two_questions_on_a_terminal(folder: Path, typed: str, profile: str, fail_on: str) -> None:
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "docklint", "init"],
        cwd=folder,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=surroundings(),
    ) as process:
        os.close(follower)
        os.write(leader, typed.encode())
        assert process.wait(60) == 0
    os.close(leader)
    written = tomllib.loads((folder / "docklint.toml").read_text("utf-8"))
    assert (written["profile"], written["fail-on"]) == (profile, fail_on)


def test_ctrl_c_at_a_question_leaves_nothing(folder: Path) -> None:
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "docklint", "init"],
        cwd=folder,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=surroundings(),
        preexec_fn=hear_signals,
    ) as process:
        os.close(follower)
        shown = b""
        while b"] > " not in shown:
            shown += os.read(leader, 4096)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    os.close(leader)
    assert not (folder / "docklint.toml").exists()


# Writing fails


def _limited(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run where no file may grow beyond a few bytes, as on a full disk."""
    return subprocess.run(
        [sys.executable, "-m", "docklint", *arguments],
        cwd=folder,
        env=surroundings({"PYTHONDONTWRITEBYTECODE": "1"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)),
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a.txt", "-f", "json", "--output", "old", "--force"],
        ["check", "a.txt", "--output", "old", "--force"],
        ["outline", "a.txt", "--output", "old", "--force"],
        ["baseline", "update", "a.txt", "--baseline", "old"],
    ],
)
def test_a_full_disk_leaves_the_old_file(folder: Path, arguments: list[str]) -> None:
    old = b'{"docklint_baseline": 1, "files": {}}'
    (folder / "old").write_bytes(old)
    before = sorted(path.name for path in folder.iterdir())
    ran = _limited(folder, *arguments)
    assert ran.returncode == 2
    assert ran.stderr.decode().count("\n") == 1
    assert "无法写入" in ran.stderr.decode()
    assert (folder / "old").read_bytes() == old
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_full_disk_leaves_no_half_configuration(folder: Path) -> None:
    ran = _limited(folder, "init")
    assert ran.returncode == 2
    assert "无法写入" in ran.stderr.decode()
    assert not (folder / "docklint.toml").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(folder: Path) -> None:
    folder.chmod(0o555)
    try:
        for arguments in (["init"], ["check", "a.txt", "--output", "x"], ["baseline", "update", "a.txt"]):
            ran = docklint(*arguments, cwd=folder)
            assert ran.status == 2
            assert "无法写入" in ran.said
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("target", ["none/x", "."])
def test_an_output_that_cannot_be(folder: Path, target: str) -> None:
    for arguments in (
        ["outline", "a.txt", "--output", target],
        ["baseline", "update", "a.txt", "--baseline", target],
    ):
        ran = docklint(*arguments, cwd=folder)
        assert ran.status == 2, arguments
        assert "Traceback" not in ran.said


@pytest.mark.parametrize("arguments", [["config", "show"], ["schema", "config"], ["rules"]])
def test_a_reader_that_goes_away(folder: Path, arguments: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "docklint", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.wait(60) == 141
        assert process.stderr.read() == b""


def test_ctrl_c_while_a_baseline_is_made_leaves_the_old_one(folder: Path) -> None:
    docklint("baseline", "update", "a.txt", cwd=folder)
    before = (folder / "docklint-baseline.json").read_bytes()
    wait = "import docklint.engine as e, time\ndef run(*a): print('here', flush=True); time.sleep(60)\ne.run = run"
    program = f"{wait}\nimport sys, docklint.cli as c; sys.exit(c.main())"
    with subprocess.Popen(
        [sys.executable, "-c", program, "baseline", "update", "a.txt"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
        preexec_fn=hear_signals,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"here\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    assert (folder / "docklint-baseline.json").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "docklint-baseline.json"]
