"""Photos are stored beside their events, each once, named by their hash; older programs and hubs get them as before."""

import base64
import json
import random
from pathlib import Path

import pytest

from shared import registry
from shared.domain.clock import wall_clock
from shared.domain.roles import Role
from shared.journal import attachments
from shared.journal.opening import FILE
from shared.journal.recovery import recover
from shared.people import actions, views
from shared.people.facts import PhotoSet
from shared.people.rules import RosterLine
from shared.registry import PRACTICES
from shared.sync import pictures, reading
from shared.sync.hub_schema import install, kinds
from shared.sync.hub_schema.verify import verify
from tests.hub.old_hub import lay
from tests.hub.site import Device, Site
from tests.hub.test_privileges import console

PHOTO = random.Random(1).randbytes(20_000)
OTHER = random.Random(2).randbytes(20_000)


def line(number: str) -> RosterLine:
    return RosterLine(number, f"员工{number}", "和平", "大厅", "1", "cashier", Role.STAFF)


def with_staff(device: Device) -> Device:
    actions.import_staff(device.store, [line("1001"), line("1002")], now=wall_clock())
    return device


def set_photo(device: Device, number: str, photo: bytes = PHOTO) -> None:
    assert actions.set_photo(device.store, number, photo, now=wall_clock()) is None


def photo_of(device: Device, number: str) -> bytes | None:
    found = views.person(device.store, number)
    assert found
    return found.photo


def test_a_photo_of_two_people_is_kept_and_sent_once_and_shown_everywhere(site: Site) -> None:
    office, counter, kiosk = with_staff(site.device("o", "office")), site.device("c"), site.device("k", "kiosk")
    for number in ("1001", "1002"):
        set_photo(office, number)
    office.sync()
    for device in (counter, kiosk):
        device.sync()
        assert (photo_of(device, "1001"), photo_of(device, "1002")) == (PHOTO, PHOTO)
        assert device.store.db.execute_sql("SELECT count(*) FROM attachment").fetchone() == (1,)
    assert site.sql("SELECT octet_length(content) FROM hub.attachment") == [(len(PHOTO),)]
    assert site.sql("SELECT max(octet_length(body::text)) < 200 FROM hub.event WHERE kind = 'photo_set'") == [(True,)]
    assert verify(site.admin).faults == ()


@pytest.mark.parametrize(("most", "messages"), [(1, [1, 1, 1]), (50_000, [1, 2]), (55_000, [2, 1]), (4_000_000, [3])])
def test_as_many_photos_go_in_one_message_as_the_connection_takes(
    site: Site, monkeypatch: pytest.MonkeyPatch, most: int, messages: list[int]
) -> None:
    """In base64 a photo of 20,000 bytes has 26,667."""
    office, sent = site.device("o", "office"), []
    for number in range(3):
        attachments.add(office.store, random.Random(number).randbytes(20_000))
    with office.connect() as hub:
        hub.outward.bytes, keep = most, hub.keep_attachments

        def kept(page: dict[str, bytes]) -> None:
            sent.append(len(page))
            keep(page)

        monkeypatch.setattr(hub, "keep_attachments", kept)
        there = pictures.send(office.store, hub, lambda: None)
    assert sent == messages
    assert there == attachments.to_send(office.store)
    assert site.sql("SELECT count(*) FROM hub.attachment") == [(3,)]


def test_as_many_photos_come_in_one_message_as_the_connection_takes(site: Site) -> None:
    office = site.device("o", "office")
    names = [attachments.add(office.store, random.Random(number).randbytes(20_000)) for number in range(3)]
    with office.connect() as hub:
        pictures.send(office.store, hub, lambda: None)
        for most, given in ((1, 1), (30_000, 1), (60_000, 2), (4_000_000, 3)):
            hub.inward.bytes = most
            assert len(hub.attachments(names)) == given
        assert hub.lacking([*names, "0" * 64]) == ["0" * 64]


def test_only_the_photo_shown_now_is_fetched(site: Site) -> None:
    office, counter = with_staff(site.device("o", "office")), site.device("c")
    set_photo(office, "1001", OTHER)
    set_photo(office, "1001", PHOTO)
    office.sync(), counter.sync()
    assert photo_of(counter, "1001") == PHOTO
    assert counter.store.db.execute_sql("SELECT count(*) FROM attachment").fetchone() == (1,)


def test_a_program_that_knows_no_attachments_reads_the_photo_in_the_event(site: Site) -> None:
    office = with_staff(site.device("o", "office"))
    set_photo(office, "1001")
    office.sync()
    for name, kind in (("old", "counter"), ("lobby", "kiosk")):
        older = site.device(name, kind)
        with console(older.enrolled) as session:
            rows = session.execute(
                "SELECT * FROM hub.pull(%s::json)", (json.dumps({"after": 0, "mine": []}),)
            ).fetchall()
        readable, unread = reading.sorted_out(row for row in rows if row[2] is not None)
        older.store.receive([arrival for arrival, _ in readable])
        assert unread == ()
        assert photo_of(older, "1001") == PHOTO
        assert attachments.missing(older.store) != []  # as soon as it is upgraded it has it by name as well


def test_with_an_older_hub_the_photo_is_sent_in_the_event(site: Site) -> None:
    lay(site)
    office, counter = with_staff(site.device("o", "office")), site.device("c")
    office.sync()
    set_photo(office, "1001")
    office.sync(), counter.sync()
    assert photo_of(counter, "1001") == PHOTO
    assert site.sql("SELECT length(body->>'image') FROM hub.event WHERE kind = 'photo_set'") == [
        (len(base64.b64encode(PHOTO)),)
    ]
    install.init(site.admin, kinds.rules(PRACTICES), registry.HUB_SQL)
    office.sync()
    set_photo(office, "1002", OTHER)
    office.sync(), counter.sync()
    assert (photo_of(counter, "1001"), photo_of(counter, "1002")) == (PHOTO, OTHER)
    assert site.sql("SELECT count(*) FROM hub.attachment") == [(1,)]


@pytest.mark.parametrize("whole", [True, False])
def test_a_hub_restored_from_a_backup_gets_the_photos_again(site: Site, whole: bool) -> None:
    """After a whole round, or one that was cut off between the photo and the event that names it."""
    office, counter = with_staff(site.device("o", "office")), site.device("c")
    office.sync(), counter.sync()
    backup = site.back_up()
    set_photo(office, "1001")
    with office.connect() as hub:
        one = office.round(hub)
        one.run() if whole else pictures.send(office.store, hub, lambda: None)
    site.restore(backup)
    office.sync(), counter.sync()
    assert photo_of(counter, "1001") == PHOTO


@pytest.mark.parametrize(
    ("name", "content"), [("0" * 64, PHOTO), ("", PHOTO), ("x" * 300, b""), ("big", bytes(60_000))]
)
def test_the_hub_keeps_no_photo_whose_name_is_not_its_hash(site: Site, name: str, content: bytes) -> None:
    device = site.device("c")
    with device.connect() as hub:
        hub.keep_attachments({name: content})
        assert hub.lacking([name]) == [name]
        assert hub.attachments([name]) == {}
    assert site.sql("SELECT count(*) FROM hub.attachment") == [(0,)]


def test_a_wrong_photo_from_the_hub_is_not_shown(site: Site) -> None:
    office, counter = with_staff(site.device("o", "office")), site.device("c")
    set_photo(office, "1001")
    office.sync()
    site.admin.execute("UPDATE hub.attachment SET content = 'something else'")
    counter.sync()
    assert photo_of(counter, "1001") is None
    assert len(verify(site.admin).faults) == 1


def test_an_impossible_photo_name_is_not_asked_for(site: Site) -> None:
    office = with_staff(site.device("o", "office"))
    office.record(PhotoSet(sha256="x" * 60_000), "staff:1001")
    assert attachments.missing(office.store) == []
    assert photo_of(office, "1001") is None


def test_a_damaged_journal_keeps_its_photos(site: Site, tmp_path: Path) -> None:
    device = with_staff(Device(site.enroll("alone"), tmp_path / "alone"))
    set_photo(device, "1001")
    device.close()
    file = tmp_path / "alone" / FILE
    file.write_bytes(bytes(50) + file.read_bytes()[50:])
    recover(tmp_path / "alone", now=wall_clock())
    device.store = device.open()
    assert photo_of(device, "1001") == PHOTO
    device.close()
