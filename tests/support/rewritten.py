"""Shares out, among the processes of one run, the test modules whose assertions pytest rewrites."""

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Load a share of the modules before all are collected, so that each is rewritten by one process and read by all.

    Where there is no byte code yet, rewriting takes 13 s of CPU, and each process would do it for every module.
    """
    worker = getattr(session.config, "workerinput", None)
    if worker is None:
        return
    number, count = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
    for module in sorted(_modules(session.config))[number::count]:
        with suppress(Exception):  # it is loaded again when it is collected, and the error is reported there
            import_module(module)


def _modules(config: pytest.Config) -> Iterator[str]:
    """The names of all test modules that were asked for."""
    for asked in config.args:
        place = Path(config.invocation_params.dir, asked.partition("::")[0])
        for file in place.rglob("test_*.py") if place.is_dir() else (place,):
            yield ".".join(file.relative_to(config.rootpath).with_suffix("").parts)
