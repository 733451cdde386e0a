"""Who signs a day, what a signature proves, and facts that arrive after it."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from shared.daily_log import actions, checking, seal, views, words
from shared.daily_log.checking import Differs
from shared.daily_log.signed_days import signed_days
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.assessment.rules.year import Ratio
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.inquiries import actions as inquiries
from shared.practice.line import actions as line
from shared.sync.known_devices import DeviceSeen
from tests.daily_log.day import CHIEF, a_day, page, sign
from tests.support.builders import HALL, MONDAY, actor, at, empty_store, staffed_store


@pytest.mark.parametrize(
    ("who", "hall", "day", "code"),
    [
        ("1001", HALL, MONDAY, "not_allowed"),
        ("9001", HALL, MONDAY, "not_allowed"),
        ("2001", "别处", MONDAY, "not_allowed"),
        ("2001", HALL, MONDAY + timedelta(days=1), "day_not_begun"),
    ],
)
def test_only_the_halls_supervisor_signs_a_day_that_has_begun(
    store: Store, who: str, hall: str, day: date, code: str
) -> None:
    refusal = actions.sign(store, actor(who), hall, day, now=at("16:35"))
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


def test_a_signature_holds_the_journals_last_number_and_hash(store: Store) -> None:
    a_day(store)
    signed = sign(store, note="平稳")
    last = store.events()[-2]  # the day's totals, told with the signature
    assert last.kind == "day_told"
    (head,) = signed.heads
    assert (head.station, head.n, head.link) == (store.station, last.n, last.link)
    signature = page(store).signature
    assert signature is not None
    assert (signature.by, signature.note, signature.intact) == ("陈静(2001)", "平稳", True)
    assert page(store).late == ()


def test_the_seal_changes_when_a_row_is_touched(store: Store) -> None:
    a_day(store)
    signed = sign(store)
    assert checking.first_difference(store) is None
    store.db.execute_sql("DROP TRIGGER event_no_change")
    store.db.execute_sql(
        "UPDATE event SET body = replace(body, '\"polite\"', '\"patient\"') WHERE kind = 'card_awarded'"
    )
    signature = page(store).signature
    assert signature is not None
    assert (signature.seal, signature.intact) == (signed.seal, False)
    assert seal.seal(views.events_of(store, HALL, MONDAY), signed.heads) != signed.seal
    signing = next(event for event in store.events() if event.kind == "day_signed")
    assert checking.first_difference(store) == Differs(HALL, MONDAY, store.station, signing.n)


def test_events_set_aside_by_the_hub_looked_like_a_touched_day(store: Store, tmp_path: Path) -> None:
    """Another counter signed what the hub then kept from this one: nothing here was changed."""
    a_day(store)
    signed = sign(store)
    events, station = store.events(), store.station
    lacking = next(event for event in events if event.kind == "card_awarded")
    told = DeviceSeen("pc2", HALL, "counter", station, True, 0, 1, 0, 0, 0, "exceeded", quarantined=1)
    other = empty_store(tmp_path / "other")
    other.receive([(event, (), event.n) for event in events if event is not lacking])
    signature = page(other).signature
    assert signature is not None
    assert (signature.intact, signature.aside) == (False, 0)
    assert checking.first_difference(other) is None
    other.set_setting("devices", msgspec.json.encode([told]).decode())
    signature = page(other).signature
    assert signature is not None
    assert (signature.seal, signature.intact, signature.aside) == (signed.seal, False, 1)
    assert "1" in words.set_aside(signature.aside)
    other.db.execute_sql("DROP TRIGGER event_no_change")
    other.db.execute_sql("UPDATE event SET link = 'x' WHERE n = ?", (signed.heads[0].n,))
    signature = page(other).signature
    assert signature is not None
    assert signature.aside == 0
    assert checking.first_difference(other) == Differs(HALL, MONDAY, station, signed.heads[0].n)
    other.close()


def test_the_seal_of_the_same_facts_is_the_same_in_whatever_order_their_fields_came(store: Store) -> None:
    """A device that heard of an event by another way, or an older version, may hold its fields in another order."""
    a_day(store)
    signed = sign(store)
    events = views.events_of(store, HALL, MONDAY)
    turned = [msgspec.structs.replace(event, body=dict(reversed(event.body.items()))) for event in reversed(events)]
    assert [list(event.body) for event in turned] != [list(event.body) for event in reversed(events)]
    assert seal.seal(turned, signed.heads) == signed.seal


def test_of_the_year_s_days_with_something_to_sign_so_many_were_signed(store: Store) -> None:
    line.take(store, now=at("10:00"))
    line.take(store, now=at("10:00", MONDAY + timedelta(days=1)))
    opened = inquiries.open_inquiry(store, actor("1001"), text="问", now=at("10:00", MONDAY + timedelta(days=2)))
    assert isinstance(opened, inquiries.Opened)
    line.take(store, now=at("10:00", date(2025, 12, 31)))
    sign(store)
    assert signed_days(store, 2026) == {HALL: Ratio(1, 3)}
    assert signed_days(store, 2025) == {HALL: Ratio(0, 1)}
    assert signed_days(store, 2024) == {}


def test_late_facts_are_shown_until_signed_again(store: Store) -> None:
    a_day(store)
    first = sign(store)
    cards.award(store, "1003", P.POSITIVE, now=at("16:50"))
    log = page(store)
    assert [(line.kind, line.details["staff"]) for line in log.late] == [("card_awarded", "张伟(1003)")]
    second = sign(store, now=at("16:55"))
    log = page(store)
    assert (log.late, len(log.signatures)) == ((), 2)
    assert [signature.intact for signature in log.signatures] == [True, True]
    assert first.seal != second.seal


def test_another_devices_late_facts_and_silence_are_shown(store: Store, tmp_path: Path) -> None:
    """A kiosk whose line was down hands in its afternoon after the sign-off."""
    kiosk = staffed_store(tmp_path / "kiosk")
    cards.award(kiosk, "1001", P.POLITE, now=at("13:40"))
    arrivals = kiosk.events()[-1:]
    station = kiosk.station
    kiosk.close()
    sign(store)
    assert page(store).complete_to == at("17:00")
    store.receive([(event, (), 1) for event in arrivals])
    log = page(store)
    assert [(line.station, line.kind) for line in log.late] == [(station, "card_awarded")]
    assert log.complete_to == at("13:40")
    assert [(device.station, device.last_at, device.here) for device in log.devices][1:] == [
        (station, at("13:40"), False)
    ]
    signature = log.signature
    assert signature is not None
    assert signature.intact
    for hall, shown in ((HALL, True), ("别处", False)):  # a PC that has moved is fresh or silent in its new hall
        told = DeviceSeen("kiosk", hall, "kiosk", station, True, at("16:00"), 1, 0, 0, 0, "", quarantined=0)
        store.set_setting("devices", msgspec.json.encode([told]).decode())
        assert [device.last_at for device in page(store).devices[1:]] == ([at("16:00")] if shown else [])


def test_a_rebuild_gives_the_same_page(store: Store) -> None:
    a_day(store)
    sign(store)
    before = page(store, CHIEF)
    store.rebuild()
    assert page(store, CHIEF) == before
