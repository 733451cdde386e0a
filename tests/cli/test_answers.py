"""How the command line answers: two languages, consoles that cannot write Chinese, exit codes, help."""

import json
import os
import subprocess
import sys

import click
import pytest

from shared.cli.group import commands
from tests.cli.files import staff_lines
from tests.support import patience


@pytest.mark.parametrize(
    ("environment", "english"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LANG": "en_GB", "LC_ALL": "zh_CN"}, False),
        ({"LANG": "zh_CN", "LC_ALL": "en_US"}, True),
    ],
)
def test_chinese_first_english_where_the_system_says_so(run, monkeypatch, environment, english):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("There is no data" in run("verify", code=1).stderr) is english
    assert "还没有数据" in run("--lang", "zh", "verify", code=1).stderr


def test_a_console_without_chinese_gets_an_answer_and_json_stays_utf8(tmp_path):
    """As on a Windows machine whose console cannot write Chinese."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LANG": "C", "LC_ALL": "C"}

    def call(*words):
        command = [sys.executable, "-m", "shared.cli", "--data", str(tmp_path), *words]
        return subprocess.run(command, env=environment, capture_output=True, timeout=patience.SECONDS)

    (tmp_path / "s.csv").write_text("\n".join(staff_lines(1)), "utf-8")
    (tmp_path / "c.csv").write_text("date,staff,p\n2014-03-05,1001,polite\n", "utf-8")
    assert call("import", "staff", str(tmp_path / "s.csv")).returncode == 0
    assert call("import", "cards", str(tmp_path / "c.csv")).returncode == 0
    done = call("report", "cards", "--year", "2014", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["by_staff"][0]["name"] == "员工1"
    assert "员工1".encode() in done.stdout
    assert call("report", "cards", "--year", "2014").returncode == 0


@pytest.mark.parametrize(
    "words", [["nonsense"], ["import"], ["report", "cards"], ["import", "cards", "no-such-file.csv"]]
)
def test_wrong_usage_is_exit_code_2(run, words):
    run(*words, code=2)


def test_help_names_every_command_and_loads_them_all(run):
    listed = run("--help").stdout
    for name in ("init", "import", "report", "deadline", "log", "verify", "doctor", "backup", "restore", "set-pin"):
        assert name in listed
        run(name, "--help")


def test_every_command_and_every_option_says_what_it_is_for():
    silent = [f"{path} {each.opts[0]}" for path, one in every(commands) for each in one.params if not says(each)]
    assert silent == []
    assert [path for path, one in every(commands) if not one.help] == []


def every(command, path="warm-window"):
    """A command and all below it, by how they are typed."""
    yield path, command
    for name in command.list_commands(click.Context(command)) if isinstance(command, click.Group) else ():
        yield from every(command.get_command(click.Context(command), name), f"{path} {name}")


def says(each):
    return isinstance(each, click.Argument) or each.help
