"""What one round does, device by device, on a real hub."""

import itertools

import pytest

from shared.journal import verify
from shared.sync import known_devices, outbox
from shared.sync.hub import PAGE, HubRefused
from shared.sync.messages import Outgoing
from tests.hub.site import Device, Site, card, sent


def test_what_a_kiosk_recorded_reaches_the_counter_of_its_hall_and_the_office(site: Site) -> None:
    kiosk, counter, office = site.device("k", "kiosk"), site.device("c"), site.device("o", "office")
    event = kiosk.record(card(sentence="谢谢"))
    kiosk.sync(), counter.sync(), office.sync()
    for device in (counter, office):
        (arrived,) = device.store.events()
        assert arrived.id == event.id
        assert device.store.fact(arrived) == card(sentence="谢谢")
        assert device.store.events() == kiosk.store.events()


def test_each_personal_value_comes_with_its_own_event_alone(site: Site) -> None:
    kiosk, counter = site.device("k", "kiosk"), site.device("c")
    for sentence in ("谢谢", "很耐心", ""):
        kiosk.record(card(sentence=sentence))
    kiosk.sync(), counter.sync()
    here, there = (
        device.store.db.execute_sql("SELECT event_id, field, value FROM companion ORDER BY value").fetchall()
        for device in (kiosk, counter)
    )
    assert len(here) == 2
    assert there == here


def test_events_of_a_hall_stay_in_it(site: Site) -> None:
    here, there = site.device("a", hall="A"), site.device("b", hall="B")
    here.record(card(sentence="只在本站"))
    here.sync(), there.sync()
    (arrived,) = there.store.events()  # cards count everywhere...
    assert there.store.fact(arrived).sentence == ""  # type: ignore[attr-defined]  # ...their sentence does not


def test_everything_recorded_before_joining_is_pushed(site: Site) -> None:
    device = site.device("c")
    for _ in range(450):
        device.record()
    assert outbox.waiting(device.store).count == 450
    told: list[tuple[int, int]] = []
    with device.connect() as hub:
        device.round(hub, progress=lambda done, total: told.append((done, total))).run()
    assert told[-1] == (450, 450)
    assert outbox.waiting(device.store) == outbox.Backlog(0, 0)
    assert site.sql("SELECT count(*), count(seq), max(seq) FROM hub.event") == [(450, 450, 450)]


def test_each_round_read_all_that_this_device_had_ever_recorded(site: Site) -> None:
    device = site.device("c")
    device.record(), device.sync()
    early = steps(device)
    for _ in range(300):
        device.record()
    device.sync(), device.sync(thorough=False)
    assert steps(device) < early + 150  # to read 300 rows are a thousand more


def steps(device: Device) -> int:
    """How many steps of SQLite's machine a round takes that has nothing to carry."""
    count, connection = itertools.count(), device.store.db.connection()
    connection.set_progress_handler(lambda: next(count) < 0, 1)
    device.sync(thorough=False)
    connection.set_progress_handler(None, 1)
    return next(count)


def test_an_event_whose_device_lost_the_one_before_it_stays_in_its_station(site: Site) -> None:
    device = site.device("c")
    first, second = device.record(), device.record()
    with device.connect() as hub:
        device.round(hub).greet()
        assert hub.push([sent(first)]) == ["stored"]
        assert hub.push([sent(second, before="")]) == ["stored"]  # the hub has its link


def test_only_what_builds_upon_another_history_is_kept_beside_its_station(site: Site) -> None:
    one, other = site.device("a"), site.device("b")
    for device in (one, other):
        device.record(), device.record()
        device.sync()
        device.record()
        device.sync()
    assert site.sql("SELECT count(*) FROM hub.event WHERE said_station IS NULL") == [(6,)]
    with one.connect() as hub:
        one.round(hub).greet()
        assert hub.push([sent(one.record(), before="f" * 64)]) == ["branched"]


def test_nothing_comes_of_a_feed_that_ends_before_the_cursor(site: Site) -> None:
    """The hub was restored after it had greeted this device."""
    with site.device("c").connect() as hub:
        page = hub.pull(9, mine=[], chain="ab")
    assert (page.arrivals, page.cursor, page.chain, page.is_last) == ((), 9, "ab", True)


def test_a_thorough_round_sends_nothing_that_the_hub_has(site: Site) -> None:
    device = site.device("c")
    device.record(), device.record()
    device.sync()
    sent_before = site.sql("SELECT bytes FROM hub.traffic")
    device.sync(thorough=True)
    assert site.sql("SELECT bytes FROM hub.traffic") == sent_before


def test_a_lost_reply_makes_no_second_event(site: Site) -> None:
    device = site.device("c")
    event = device.record()
    with device.connect() as hub:
        device.round(hub).greet()
        assert hub.push([sent(event)]) == ["stored"]
        assert hub.push([sent(event)]) == ["duplicate"]
    device.sync()
    assert site.sql("SELECT count(*) FROM hub.event") == [(1,)]


def test_what_the_hub_cannot_take_now_waits_for_the_next_round(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    device, pushed = site.device("c"), []
    for _ in range(2):
        device.record()
    with device.connect() as hub:

        def only_the_first(batch: list[Outgoing]) -> list[str]:
            pushed.append(len(batch))
            return ["stored", "retry"][-len(batch) :]

        monkeypatch.setattr(hub, "push", only_the_first)
        one = device.round(hub)
        one.push()
    assert (pushed, one.moved) == ([2, 1], True)  # once more without the one that is kept, and no more
    assert outbox.waiting(device.store).count == 1


def test_the_hub_takes_five_hundred_events_at_once_and_no_more(site: Site) -> None:
    device = site.device("c")
    event = sent(device.record())
    with device.connect() as hub:
        device.round(hub).greet()
        assert hub.push([event] * PAGE) == ["stored"] * PAGE
        with pytest.raises(HubRefused, match="batch_too_big"):
            hub.push([event] * (PAGE + 1))


def test_one_bad_event_does_not_block_the_rest(site: Site) -> None:
    device = site.device("c")
    good, bad, big, odd = (device.record() for _ in range(4))
    with device.connect() as hub:
        device.round(hub).greet()
        answers = hub.push(
            [sent(good), sent(bad, subject="a\0b"), sent(big, body={"x": "y" * 70_000}), sent(odd, id="no uuid")]
        )
    assert answers == ["stored", "aside", "aside", "aside"]
    assert site.sql("SELECT count(*) FROM hub.aside") == [(3,)]
    assert [one["quarantined"] for one in _devices(site.device("d"))] == [3, 0]


def test_events_are_given_once_more_by_id_or_by_station_and_number_and_no_others(site: Site) -> None:
    one, other = site.device("a"), site.device("b")
    first, second, third = one.record(), one.record(), other.record()
    one.sync(), other.sync()
    with one.connect() as hub:
        for wanted, given in (
            ((first.id, "", 0), [first.id]),
            (("", first.station, 2), [second.id]),
            (("", "", 1), []),
        ):
            assert [event.id for event, _, _ in hub.again([wanted]).arrivals] == given
        assert len(hub.again([(third.id, "", 0), ("", first.station, 1)]).arrivals) == 2


def test_an_event_of_40_kb_does_not_stall_the_feed(site: Site) -> None:
    sender, reader = site.device("c"), site.device("d")
    event = sender.record()
    with sender.connect() as hub:
        sender.round(hub).greet()
        assert hub.push([sent(event, body={"x": "y" * 40_000})]) == ["stored"]
        hub.stamp()
    reader.sync()
    assert [len(event.body["x"]) for event in reader.store.events()] == [40_000]


def test_a_kind_the_device_may_not_send_waits_in_quarantine(site: Site) -> None:
    kiosk, office = site.device("k", "kiosk"), site.device("o", "office")
    event = kiosk.record()
    with kiosk.connect() as hub:
        kiosk.round(hub).greet()
        assert hub.push([sent(event, kind="document_published")]) == ["stored"]
    office.sync()
    assert office.store.events() == []
    assert [device["quarantined"] for device in _devices(office) if device["name"] == "k"] == [1]


def test_the_devices_stood_still_for_as_long_as_the_hub_s_clock_had_been_ahead(site: Site) -> None:
    counter = site.device("c")
    counter.sync()
    first = known_devices.seen(counter.store).at
    with counter.connect() as hub:
        for later, noted in ((59_000, first), (60_000, first + 60_000), (-3_600_000, first - 3_600_000)):
            counter.round(hub).note_devices(first + later)
            assert known_devices.seen(counter.store).at == noted


def _devices(device: object) -> list[dict[str, object]]:
    with device.connect() as hub:  # type: ignore[attr-defined]
        return hub.devices()  # type: ignore[no-any-return]


def test_the_hall_comes_from_the_login(site: Site) -> None:
    counter, office = site.device("c", hall="A"), site.device("o", "office")
    counter.record(hall="B"), office.record(hall="B")
    counter.sync(), office.sync()
    assert site.sql("SELECT hall, said_hall FROM hub.event ORDER BY seq") == [("A", "B"), ("B", None)]


def test_events_arrive_as_they_were_sealed(site: Site) -> None:
    sender, beside = site.device("c", hall="A"), site.device("d", hall="A")
    sender.record(hall="B"), sender.record()
    sender.sync(), beside.sync()
    assert [event.hall for event in beside.store.events()] == ["B", "A"]
    assert verify.journal(beside.store).found is None


def test_a_device_cannot_send_for_another_device_s_station(site: Site) -> None:
    honest, thief = site.device("a", hall="A"), site.device("b", hall="B")
    mine, forged = honest.record(), thief.record()
    honest.sync()
    with thief.connect() as hub:
        thief.round(hub).greet()
        assert hub.push([sent(forged, station=mine.station, n=2)]) == ["branched"]
    stations = {row[0] for row in site.sql("SELECT station FROM hub.event")}
    assert stations == {mine.station, f"{mine.station}~{forged.id[:8]}"}


def test_a_revoked_device_hears_so_with_its_next_call(site: Site) -> None:

    device = site.device("c")
    device.sync()
    with device.connect() as hub:
        site.admin.execute("UPDATE hub.device SET enabled = false")  # its sessions are not ended as by `revoke`
        for call in (lambda: hub.push([]), hub.stamp, hub.devices, lambda: hub.pull(0, limit=1, mine=[])):
            with pytest.raises(HubRefused, match="revoked"):
                call()


def test_counters_see_the_devices_of_their_hall_and_the_office_all(site: Site) -> None:
    kiosk, counter, office = site.device("k", "kiosk"), site.device("c"), site.device("o", "office")
    stranger = site.device("s", hall="B")
    never_called = site.enroll("n", hall="B").name
    for device in (kiosk, stranger, counter, office):
        device.sync()
    assert [one.name for one in known_devices.seen(counter.store).devices] == ["c", "k"]
    found = known_devices.seen(office.store)
    assert [one.name for one in found.devices] == ["o", "c", "k", "n", "s"]
    assert [one.name for one in found.devices if found.is_silent(one)] == [never_called]
    assert all(one.last_seen <= found.at + 60_000 for one in found.devices if one.last_seen)
    assert known_devices.seen(kiosk.store) == known_devices.Seen(0, ())
