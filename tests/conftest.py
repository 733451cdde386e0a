"""What every test needs: no screen, cheap PIN hashes, waits and properties that no busy machine can fail."""

import gc
import os
from collections.abc import Iterator

# Before anything imports Qt: bare `pytest` must not open windows either.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import hypothesis
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shared.domain.text import speaking
from shared.journal import faults
from shared.people import pins
from tests.support import patience, small_disk
from tests.support.builders import stores_closed

pytest_plugins = ["tests.support.hub_server", "tests.support.qt_imports", "tests.support.rewritten"]

for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitCallback):
    wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": patience.MS}  # pytest-qt has no setting for it

# Real argon2id with small numbers: a hash of full cost takes 0.2 s of CPU, and so does each sign-in that checks it.
pins.COST = pins.Cost(passes=1, memory_kib=64, lanes=1)

# A file of 4 MB for each of some 3,000 journals. Where a disk fills up it has the product's size, read before.
assert small_disk.BALLAST_BYTES == faults.BALLAST_BYTES
faults.BALLAST_BYTES = 4_096

# How long an example or its making takes says nothing on a machine that others use too.
hypothesis.settings.register_profile(
    "warm-window",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.data_too_large],
    print_blob=True,
)
hypothesis.settings.load_profile("warm-window")


_SLOW = (
    *("tests/demo/", "counter/test_tab_order", "counter/test_small_screens", "counter/test_large_print"),
    *("kiosk/test_layout", "kiosk/test_monkey", "kiosk/test_memory", "day/", "hub/test_model", "hub/test_company"),
    *("counter/test_queue_windows", "counter/test_high_screen", "counter/test_spoken", "faults/"),
)
"""Tests of 5 s and more. The demonstrations stay together: in one process they share a year that takes long to live."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow ones come first: one of them at the end kept the other processes waiting for over a minute."""
    items.sort(key=lambda item: next((n for n, name in enumerate(_SLOW) if name in item.nodeid), len(_SLOW)))


def pytest_configure() -> None:
    gc.disable()  # until all modules are loaded: nothing of them becomes garbage


def pytest_collection_finish() -> None:
    """Let full passes of the garbage collector over all that was loaded be rare: they took a tenth of the run."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(*gc.get_threshold()[:2], 100)


@pytest.fixture(autouse=True)
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins in Chinese, whatever a command spoke before: a program speaks one language to its end."""
    monkeypatch.setenv("LANGUAGE", "")
    with speaking("zh"):
        yield


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """No test leaves a journal open."""
    with stores_closed():
        yield


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> None:
    """Made before any test prints: printing starts an application without widgets where there is none."""
