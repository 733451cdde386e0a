"""Rows of a device's journal that a flipped byte has spoilt, in no backup: the hub gives them once more."""

from contextlib import closing

import pytest

from shared.journal import healing, journal_file, verify
from shared.journal.sqlite import check, sqlite3
from shared.sync.courier import Courier
from shared.sync.hub_schema.verify import verify as hub_verify
from tests.hub.site import Device, Site

HOUR = 3_600_000


def spoil(device: Device, event: str, column: str, value: bytes) -> None:
    """As a flipped byte does: other bytes in a row, whatever guards it."""
    with closing(sqlite3.connect(device.folder / journal_file.FILE)) as connection:
        (guard,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'event_no_change'").fetchone()
        connection.execute("DROP TRIGGER event_no_change")
        connection.execute(f"UPDATE event SET {column} = CAST(? AS TEXT) WHERE id = ?", (value, event))
        connection.execute(guard)
        connection.commit()


@pytest.mark.parametrize(("column", "value"), [("body", b"\xff"), ("body", b"{}"), ("subject", b"card:\xff")])
def test_the_hub_heals_own_and_foreign_rows(site: Site, column: str, value: bytes) -> None:
    one, other = site.device("one"), site.device("other")
    own, foreign = one.record(), other.record()
    other.sync()
    one.sync()
    before = one.store.events()
    for event in (own, foreign):
        spoil(one, event.id, column, value)
    healing.check_next(one.store, one.clock())
    assert len(healing.damaged(one.store)) == 2
    assert len(one.store.events()) >= len(before) - 2
    courier = Courier(one.folder, lambda: one.store)
    courier.step(one.store)
    assert courier.status.broken == (journal_file.FILE,)
    one.sync()
    assert healing.damaged(one.store) == ()
    assert one.store.events() == before
    assert verify.journal(one.store).found is None
    assert verify.projections(one.store) == ()


def test_what_the_hub_never_got_is_set_aside_and_the_rest_sent(site: Site) -> None:
    one, other = site.device("one"), site.device("other")
    lost, kept = one.record(), one.record()
    spoil(one, lost.id, "body", b"\xff")
    healing.check_next(one.store, one.clock())
    assert [each.n for each in healing.lost_rows(one.store.db)] == [lost.n]
    one.sync()
    other.sync()
    assert kept.id in other.ids()

    assert hub_verify(site.admin).faults == ()


def test_an_older_hub_heals_nothing_and_stops_no_sync(site: Site) -> None:
    one = site.device("one")
    own = one.record()
    one.sync()
    spoil(one, own.id, "body", b"{}")
    healing.check_next(one.store, one.clock())
    site.admin.execute("DROP FUNCTION hub.again(json)")
    one.sync()
    assert len(healing.damaged(one.store)) == 1


def test_a_spoilt_index_of_what_waits_stopped_the_sync_for_good(site: Site) -> None:
    """Its entry of the first event names a row that is not there; `quick_check` passes that."""
    one, other = site.device("one"), site.device("other")
    waiting = one.record()
    assert (waiting.n, one.ids()) == (1, {waiting.id})
    one.store.close()
    file = one.folder / journal_file.FILE
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event_outbox'").fetchone()
    content = bytearray(file.read_bytes())
    last = page * 4096 - 1  # of the record: in its heading, that the row's number is the constant 1 (9), or 0 (8)
    assert content[last] == 9
    content[last] = 8
    file.write_bytes(content)
    one.store = one.open()
    assert check(one.store.db) == "ok"
    courier = Courier(one.folder, lambda: one.store)
    courier.step(one.store)
    assert courier.status.reason == "error"
    courier.step(one.store)
    assert courier.status.state == "sent"
    other.sync()
    assert other.ids() == {waiting.id}
