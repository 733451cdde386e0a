"""How large a message may be: as much as passes in a few seconds on this connection."""

from contextlib import suppress

import pytest

from shared.sync.page_size import FIRST, LEAST, MOST, PageSize, remembered
from tests.support.builders import empty_store

AIM = 5.0


def of(size: int) -> PageSize:
    made = PageSize(AIM, ConnectionError)
    made.bytes = size
    return made


@pytest.mark.parametrize(
    ("before", "passed", "seconds", "then"),
    [
        (64_000, 64_000, 5.0, 64_000),  # just as long as wanted
        (64_000, 64_000, 2.5, 128_000),
        (64_000, 64_000, 0.0, 128_000),  # at most twice as much at once
        (64_000, 64_000, 8.0, 40_000),
        (64_000, 64_000, 60.0, 32_000),  # at least half as much
        (64_000, 32_000, 5.0, 32_000),
        (64_000, 31_999, 0.1, 64_000),  # a small page tells nothing of the bandwidth
        (9_000, 9_000, 60.0, LEAST),
        (MOST, MOST, 1.0, MOST),
    ],
)
def test_the_next_page_is_as_large_as_passes_in_the_wanted_time(before, passed, seconds, then):
    size = of(before)
    size.passed(passed, seconds)
    assert (size.bytes, size.last) == (then, passed)


@pytest.mark.parametrize(("before", "then"), [(64_000, 32_000), (10_000, LEAST), (LEAST, LEAST)])
def test_a_page_that_was_cut_off_halves_the_next(before, then):
    size = of(before)
    with pytest.raises(ConnectionError):
        size.measured(_fails(ConnectionError), len)
    assert size.bytes == then


def test_another_error_tells_nothing_of_the_connection():
    size = of(64_000)
    with pytest.raises(KeyError):
        size.measured(_fails(KeyError), len)
    assert size.bytes == 64_000
    assert size.measured(lambda: b"x" * 64_000, len) == b"x" * 64_000
    assert (size.bytes, size.last) == (128_000, 64_000)


def _fails(error):
    def call():
        raise error

    return call


def test_a_size_is_remembered_by_its_name_after_a_failure_too_and_the_usual_one_is_not_written(tmp_path):
    store = empty_store(tmp_path)
    out, into = of(1), of(1)
    with suppress(ConnectionError), remembered(store, outward=out, inward=into):
        assert (out.bytes, into.bytes) == (FIRST, FIRST)
        out.bytes = 20_000
        raise ConnectionError
    assert (store.setting("page_outward"), store.setting("page_inward")) == ("20000", "")
    with remembered(store, outward=out, inward=into):
        assert (out.bytes, into.bytes) == (20_000, FIRST)
    store.close()
