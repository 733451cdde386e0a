"""The hall that most tests of the practices are about, on one device."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.registry import PROJECTIONS
from tests.support.practice_hall import open_hall


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hall, built once, copied for each test."""
    folder = tmp_path_factory.mktemp("hall")
    open_hall(folder).close()
    return folder


@pytest.fixture
def store(prepared: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    opened = open_store(tmp_path, PROJECTIONS)
    yield opened
    opened.close()
