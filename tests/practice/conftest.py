"""The hall that most tests of the practices are about, on one device."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.journal.store import Store
from tests.support.practice_hall import open_hall


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_hall(tmp_path)
    yield opened
    opened.close()
