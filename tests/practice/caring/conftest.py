"""The hall of the tests of practices, with a round that is open."""

import pytest

from tests.practice.caring.round import open_round


@pytest.fixture
def held(store):
    open_round(store)
    return store
