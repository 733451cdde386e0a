"""The store of the tests about months of pay."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.journal.store import Store
from tests.practice.performance.march import month_of_march


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = month_of_march(tmp_path)
    yield opened
    opened.close()
