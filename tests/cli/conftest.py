"""Runs one command of `warm-window` on a data folder of its own."""

import pytest
from click.testing import CliRunner

from shared.cli.group import commands
from shared.device.data_folder import VARIABLE
from shared.device_journal import opened
from tests.support.builders import MORNING


@pytest.fixture
def run(tmp_path, monkeypatch, qapp):
    """Run one command on a folder of its own; fails on a traceback."""
    for name in ("LC_ALL", "LC_MESSAGES", VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)

    def run(*words, code=0):
        result = CliRunner().invoke(commands, ["--data", str(tmp_path / "data"), *map(str, words)])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.fixture
def write(tmp_path):
    def write(name, *lines, encoding="utf-8"):
        file = tmp_path / name
        file.write_bytes("\r\n".join(lines).encode(encoding))
        return file

    return write


@pytest.fixture
def journal(tmp_path):
    """Opens the journal that the commands wrote to."""
    return lambda: opened(tmp_path / "data", now=MORNING)
