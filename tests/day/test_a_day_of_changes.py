"""The roster is imported again at noon, somebody leaves at two, a supervisor is demoted at three: real PCs, a hub."""

from msgspec.structs import replace

from shared.daily_log import actions as daily_log
from shared.domain.roles import Role
from shared.people import actions as people
from shared.people import views
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P, Verdict
from shared.practice.line import actions as line
from tests.day.hall import Hall
from tests.day.pc import DAY_ROSTER, HALL_ROSTER, actor
from tests.day.screen import AtTheScreen, window_1
from tests.support.builders import HALL, MONDAY, at, code


def imports(hall: Hall, number: str, **values: object) -> None:
    """What the office's list says of one person from now on, imported at window 2."""
    known = next(each for each in DAY_ROSTER if each.number == number)
    said = replace(known, **values)
    assert people.import_staff(hall.pcs[1].device.store, [said], now=hall.now) == 1
    hall.everybody_hears(True)


def is_locked(screen: AtTheScreen) -> bool:
    assert screen.counter
    return screen.counter.window.session.actor is None


def noon(hall: Hall) -> None:
    """1002 sits at window 6 today; the list has not changed, and moves nobody."""
    hall.now = at("12:00")
    first, second = hall.pcs[0].device.store, hall.pcs[1].device.store
    assert people.set_duty(second, actor("1002"), "1002", True, "6", now=at("09:00")) is None
    hall.everybody_hears(True)
    before = views.on_duty(first, HALL, now=hall.now)
    assert people.import_staff(first, HALL_ROSTER, now=hall.now) == 0
    hall.everybody_hears(True)
    for pc in hall.pcs:
        assert views.on_duty(pc.device.store, HALL, now=hall.now) == before
    assert {person.number: person.window for person in before}["1002"] == "6"


def two_o_clock(hall: Hall, screen: AtTheScreen) -> None:
    """1001 leaves while signed in at window 1: the screen locks, and no window can act as them."""
    hall.now = at("14:00")
    assert not is_locked(screen)
    imports(hall, "1001", active=False)
    assert screen.counter
    screen.counter.waits(lambda: is_locked(screen), "the lock")
    for pc in hall.pcs:
        line.take(pc.device.store, now=hall.now)
        assert code(line.call_next(pc.device.store, actor("1001"), now=hall.now)) == "not_allowed"
        assert "1001" not in [person.number for person in views.on_duty(pc.device.store, HALL, now=hall.now)]


def three_o_clock(hall: Hall, screen: AtTheScreen) -> None:
    """2001, signed in at window 1, is a supervisor no more: locked, and with a clerk's pages when they come back."""
    store = window_1(hall).device.store
    hall.now = at("14:30")
    given = [cards.award(store, "1002", P.POLITE, now=hall.now + n) for n in (0, 1000)]
    assert isinstance(given[1], cards.Awarded)
    assert screen.counter
    screen.counter.signs_in("2001")
    work = screen.counter.window.workspace
    assert work
    assert "flagged" in [place.key for place in work.places]
    hall.now = at("15:00")
    imports(hall, "2001", role=Role.STAFF)
    screen.counter.waits(lambda: is_locked(screen), "the lock")
    assert (
        code(cards.review(store, actor("2001"), given[1].card, Verdict.EXCLUDE, "同一人", now=hall.now))
        == "not_allowed"
    )
    assert code(daily_log.sign(store, actor("2001"), HALL, MONDAY, now=hall.now)) == "not_allowed"
    screen.counter.signs_in("2001")
    again = screen.counter.window.workspace
    assert again
    assert "flagged" not in [place.key for place in again.places]


def test_a_day_on_which_the_roster_changes_under_open_counters(hall: Hall, screen: AtTheScreen) -> None:
    noon(hall)
    two_o_clock(hall, screen)
    three_o_clock(hall, screen)
