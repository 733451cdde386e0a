"""A hall whose program knows the toy practice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.declaration.declared import Declared, with_practices
from shared.journal.opening import open_store
from shared.journal.store import Store
from tests.support.practice_hall import HALL, open_hall
from tests.support.toy_practice.about import PRACTICE


@pytest.fixture
def with_toy() -> Iterator[Declared]:
    """The practices of this program and the toy one."""
    with with_practices(PRACTICE) as declared:
        yield declared


@pytest.fixture
def store(tmp_path: Path, with_toy: Declared) -> Iterator[Store]:
    """The hall's journal, opened by the program that knows it."""
    open_hall(tmp_path).close()
    opened = open_store(tmp_path, with_toy.projections, hall=HALL)
    yield opened
    opened.close()
