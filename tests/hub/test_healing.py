"""Restored hubs, restored and cloned devices, erased values, wrong clocks: all put right by the next rounds."""

import shutil
from pathlib import Path

import pytest

from shared.domain.clock import wall_clock
from shared.journal import backup, recovery
from shared.journal.event import PersonalErased
from shared.journal.verify import journal as verify_journal
from shared.sync import outbox
from shared.sync.hub_schema.verify import verify
from tests.hub.site import Device, Site, card, sent


def test_a_hub_restored_from_an_old_backup_is_refilled(site: Site) -> None:
    first, second = site.device("a"), site.device("b")
    first.record(), second.record()
    first.sync(), second.sync(), first.sync()
    backup = site.back_up()
    for device in (first, second, first, second):
        device.record()
        device.sync()
    everything = first.ids() | second.ids()
    site.restore(backup)
    assert site.sql("SELECT count(*) FROM hub.event") == [(2,)]
    for device in (first, second, first, second):
        device.sync(thorough=False)  # the lost link alone gives it away
    assert {str(row[0]).replace("-", "") for row in site.sql("SELECT id FROM hub.event")} == everything
    assert first.ids() == second.ids() == everything
    assert verify(site.admin).faults == ()


def test_after_a_restore_the_feed_is_read_from_its_first_number(site: Site) -> None:
    reader, first, second = (site.device(name) for name in "abc")
    backup = site.back_up()
    first.record()
    first.sync(), reader.sync()
    site.restore(backup)
    event = second.record()
    second.sync()  # this is number 1 now
    reader.sync()
    assert event.id in reader.ids()


def test_a_gap_in_the_middle_is_found_by_a_thorough_hello(site: Site) -> None:
    device = site.device("c")
    for _ in range(5):
        device.record()
    device.sync()
    site.admin.execute("SET session_replication_role = replica")  # somebody with the keys to everything
    site.admin.execute("DELETE FROM hub.event WHERE n = 3")
    device.sync(thorough=True)
    assert site.sql("SELECT array_agg(n ORDER BY n) FROM hub.event") == [([1, 2, 3, 4, 5],)]


def snapshot(device: Device, folder: Path) -> Path:
    device.store.db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(device.folder, folder)
    return folder


def test_a_device_put_back_to_an_older_snapshot_goes_on_under_a_new_station(site: Site) -> None:
    device, other = site.device("a"), site.device("b")
    device.record()
    device.sync()
    older = snapshot(device, site.folder / "older")
    device.record(), device.sync(), other.sync()
    before = device.ids()
    again = Device(device.enrolled, older)
    again.record()  # takes n = 2 a second time
    again.sync(), again.sync(), other.sync()
    assert again.store.station != device.store.station
    assert other.ids() == again.ids() == before | again.ids()
    assert len(other.cards()) == 3
    again.record(), again.sync(), other.sync()
    assert other.ids() == again.ids()
    assert outbox.waiting(again.store).count == 0
    assert site.sql("SELECT alarm FROM hub.device WHERE name = 'a'") == [("",)]


def test_a_device_put_back_notices_before_it_records_anything(site: Site) -> None:
    device = site.device("a")
    device.record(), device.record(), device.sync()
    older = snapshot(device, site.folder / "older")
    device.record(), device.sync()
    again = Device(device.enrolled, older)
    again.sync()
    assert again.store.station != device.store.station


def test_a_branch_stays_a_branch_to_its_end(site: Site) -> None:
    """Put back to a snapshot, a device records more than the hub had of it: none of it may join the old history."""
    device, other = site.device("a"), site.device("b")
    device.record()
    older = snapshot(device, site.folder / "older")
    device.record(), device.record(), device.sync()
    again = Device(device.enrolled, older)
    for _ in range(450):
        again.record()
    again.sync(), again.sync(), other.sync()
    assert len(other.cards()) == 453
    assert again.ids() == other.ids()
    assert verify(site.admin).faults == ()


def test_a_device_restored_from_its_backup_gets_back_what_it_had_sent(site: Site) -> None:
    device, other = site.device("a"), site.device("b")
    device.record(), device.sync()
    backup.back_up(device.store.db, site.folder / "backup.db")
    device.record(), device.sync()
    device.record()  # never sent: lost with the disk, unless the file set aside is read
    had, station = device.ids(), device.store.station
    device.store.close()
    recovery.restore(device.folder, site.folder / "backup.db", now=device.clock())
    again = Device(device.enrolled, device.folder)
    again.record()
    again.sync(), other.sync(), again.sync()
    assert again.store.station != station
    assert len(had - again.ids()) == 1
    assert again.ids() == other.ids()
    assert len(again.cards()) == 3
    assert verify(site.admin).faults == ()


def test_a_cloned_device_raises_an_alarm_and_loses_nothing(site: Site) -> None:
    original, reader = site.device("a"), site.device("b")
    original.record(), original.sync()
    clone = Device(original.enrolled, snapshot(original, site.folder / "clone"))
    for _ in range(3):
        original.record(), clone.record()
        original.sync(), clone.sync()
    reader.sync()
    assert len(reader.cards()) == 7
    assert clone.sync().alarm == "cloned"
    assert site.sql("SELECT alarm FROM hub.device WHERE name = 'a'") == [("cloned",)]
    assert verify(site.admin).faults == ()


def test_what_a_restored_hub_has_of_a_clone_instead_is_sent_beside_it(site: Site) -> None:
    original, reader = site.device("a"), site.device("b")
    original.record(), original.sync()
    clone, backup = Device(original.enrolled, snapshot(original, site.folder / "clone")), site.back_up()
    event = original.record()
    original.sync()
    site.restore(backup)
    other = clone.record()  # the same number of the same station
    clone.sync(), original.sync(thorough=False), reader.sync()
    assert {event.id, other.id} <= reader.ids()


def test_what_a_copied_disk_has_of_another_device_is_sent_once_where_the_hub_lost_it(site: Site) -> None:
    original, enrolled = site.device("a"), site.enroll("b")
    original.record(), original.sync()
    backup = site.back_up()
    original.record(), original.sync()
    copy = Device(enrolled, snapshot(original, site.folder / "copy"))
    site.restore(backup)
    sent = []
    for _ in range(3):
        copy.sync()
        sent += site.sql("SELECT bytes FROM hub.traffic ORDER BY bytes DESC LIMIT 1")
    assert sent[1] == sent[2]
    assert site.sql("SELECT count(*) FROM hub.event WHERE kind = 'card_awarded'") == [(2,)]


def test_a_second_enrolment_of_a_copied_disk_is_told_apart(site: Site) -> None:
    original = site.device("a")
    original.record()
    copied = snapshot(original, site.folder / "copy")
    original.sync()
    other = Device(site.enroll("b"), copied)
    other.record()
    other.sync(), other.record(), other.sync(), original.sync()
    assert other.store.station != original.store.station
    assert original.ids() == other.ids()
    assert len(original.cards()) == 3


def test_erasing_reaches_everybody_and_breaks_no_chain(site: Site) -> None:
    kiosk, counter, office = site.device("k", "kiosk"), site.device("c"), site.device("o", "office")
    event = kiosk.record(card(sentence="电话 13800000000"), subject="card:x")
    kiosk.sync(), counter.sync(), office.sync()
    assert site.sql("SELECT count(*) FROM hub.companion") == [(1,)]
    with counter.store.transaction(counter.clock()) as tx:
        tx.erase("card:x", reason="test")
    counter.sync(), office.sync(), kiosk.sync()
    assert site.sql("SELECT count(*) FROM hub.companion") == [(0,)]
    for device in (kiosk, counter, office):
        found = next(one for one in device.store.events() if one.id == event.id)
        assert device.store.fact(found).sentence == ""  # type: ignore[attr-defined]
        assert verify_journal(device.store).found is None
    assert verify(site.admin).faults == ()


def test_a_value_that_arrives_after_its_erasure_is_gone_too(site: Site) -> None:
    late = site.device("k", "kiosk", clock=lambda: wall_clock() - 1000)  # not in the same millisecond
    counter, office = site.device("c"), site.device("o", "office")
    late.record(card(sentence="晚到"), subject="card:x")
    counter.record(PersonalErased(reason="test"), subject="card:x")
    counter.sync(), late.sync(), counter.sync(), office.sync()
    assert site.sql("SELECT count(*) FROM hub.companion") == [(0,)]
    assert all(office.store.fact(event).sentence == "" for event in office.store.events(subject="card:x")[:1])  # type: ignore[attr-defined]


def test_another_hall_cannot_erase_what_is_not_its_own(site: Site) -> None:
    counter, stranger = site.device("c", hall="A"), site.device("s", hall="B")
    counter.record(card(sentence="留着"), subject="card:x")
    counter.sync()
    stranger.record(PersonalErased(reason="malice"), subject="card:x")
    stranger.sync()
    assert site.sql("SELECT count(*) FROM hub.companion") == [(1,)]


def test_an_event_that_cannot_be_folded_is_kept_and_blocks_nobody(site: Site) -> None:
    device, other = site.device("a"), site.device("b")
    device.record()
    with device.connect() as hub:
        device.round(hub).greet()
        strange = sent(device.store.events()[0], id="f" * 32, n=2, body={"p": "punctual"})
        assert hub.push([strange]) == ["stored"]
        hub.push([sent(device.store.events()[0])])
        hub.stamp()
    other.sync()
    assert len(other.ids()) == 2
    assert other.store.db.execute_sql("SELECT count(*) FROM card").fetchone() == (1,)


@pytest.mark.parametrize("behind", [3_600_000, 90_000, -600_000])
def test_a_wrong_clock_is_measured_and_corrected(site: Site, behind: int) -> None:
    """Off by minutes, everything the device says of time is put right; by seconds, only the order of what happened."""
    slow = site.device("slow", clock=lambda: wall_clock() - behind)
    slow.sync()
    assert abs(slow.store.hub_offset - behind) < 5_000
    event = slow.record()
    assert abs(event.ts - wall_clock()) < 5_000
    assert abs(event.occurred_at - wall_clock()) < (95_000 if behind == 90_000 else 5_000)
    slow.sync()
    ((off,),) = site.sql("SELECT clock_off FROM hub.device WHERE name = 'slow'")
    assert isinstance(off, int)
    assert abs(off - behind) < 5_000


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ('UPDATE hub.event SET body = \'{"p": "polite"}\' WHERE seq = 2', "number 2 of the feed was changed"),
        ("DELETE FROM hub.event WHERE seq = 2", "the feed misses number 2"),
        ("DELETE FROM hub.event WHERE seq = 3", "the end of the feed was cut off"),
        ("UPDATE hub.companion SET value = 'x'", "the value of sentence was changed"),
    ],
)
def test_verify_finds_changed_records(site: Site, tampering: str, found: str) -> None:
    device = site.device("a")
    device.record(card(sentence="好"), subject="card:s")
    device.record(), device.record()
    device.sync()
    assert verify(site.admin).events == 3
    assert verify(site.admin).faults == ()
    site.admin.execute("SET session_replication_role = replica")
    site.admin.execute(tampering)
    assert any(found in fault for fault in verify(site.admin).faults)


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE hub.event SET ts = ts + 1 WHERE n = 2", "event 2 was changed"),
        ("UPDATE hub.event SET ts = ts + 1 WHERE n = 1", "event 1 was changed"),
        ("DELETE FROM hub.event WHERE n = 2", "event 2 is missing"),
        ("DELETE FROM hub.event WHERE n = 1", "event 1 is missing"),
    ],
)
def test_an_owner_of_the_hub_who_makes_its_chain_anew_is_found_by_the_stations(
    site: Site, tampering: str, found: str
) -> None:
    one, other = site.device("a"), site.device("b")
    one.record(), one.record(), one.record(), other.record(), other.record(), other.record()
    one.sync(), other.sync()
    assert verify(site.admin).faults == ()
    site.admin.execute("SET session_replication_role = replica")
    site.admin.execute(f"{tampering} AND station = %s", (one.store.station,))
    site.admin.execute("UPDATE hub.event SET seq = NULL, status = 'ok'")
    site.admin.execute("UPDATE hub.feed_head SET seq = 0, chain = ''")
    site.admin.execute("SELECT hub.stamp_now()")
    assert verify(site.admin).faults == (f"station {one.store.station}: {found}",)
