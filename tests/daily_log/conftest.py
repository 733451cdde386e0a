"""The hall whose daily log is tested."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.journal.store import Store
from tests.support.builders import staffed_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()
