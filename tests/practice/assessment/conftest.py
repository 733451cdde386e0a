"""The store of the tests about months of inspections."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.journal.store import Store
from tests.practice.assessment.month import three_halls


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = three_halls(tmp_path)
    yield opened
    opened.close()
