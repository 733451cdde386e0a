"""What the page holds: totals, breaches, every fact in the order of the clock."""

from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import asdict

from shared.daily_log import views
from shared.daily_log.sections import sections
from shared.declaration.declared import declared
from shared.journal.store import Store
from shared.people import actions as people
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.inquiries import actions as inquiries
from shared.practice.line import actions as line
from tests.daily_log.day import a_day, a_pause, page
from tests.support.builders import HALL, MONDAY, actor, at, empty_store


def test_totals_of_every_practice(store: Store) -> None:
    a_day(store)
    totals = page(store).totals
    assert totals.cards.customers == {"polite": 1, "patient": 1, "positive": 0, "passionate": 0, "professional": 0}
    assert (sum(totals.cards.staff.values()), totals.cards.suspect, totals.cards.excluded) == (0, 1, 0)
    assert asdict(totals.pauses) == {"granted": 2, "refused": 1, "over_quota": 0, "overrun": 1}
    assert asdict(totals.inquiries) == {"opened": 1, "closed": 0, "open": 2, "due": 0, "overdue": 1}
    assert {kind: n for kind, n in totals.diary.items() if n} == {"pause": 2, "grievance": 1}


def test_the_page_is_headed_by_the_hall_s_name_and_branch(store: Store) -> None:
    people.set_hall(store, HALL, "和平购气站", "和平分公司", now=at("09:00"))
    log = page(store)
    assert (log.hall, log.hall_name, log.branch) == (HALL, "和平购气站", "和平分公司")
    assert views.day(store, "别处", MONDAY, now=at("17:00")).hall_name == "别处"


def test_who_was_served_and_gave_no_card_is_not_rated(store: Store) -> None:
    for minute in (0, 1):
        taken = line.take(store, now=at(f"10:0{minute}"))
        line.call_next(store, actor("1001"), now=at(f"10:0{minute}"))
        line.done(store, actor("1001"), taken.id, "gas_payment", now=at(f"10:0{minute}"))
    cards.award(store, "1001", P.POLITE, number="A001", now=at("10:02"))
    cards.award(store, "1002", P.POLITE, now=at("10:10"))  # tied to no number
    cards.give(store, actor("1002"), "1001", P.POLITE, now=at("10:20"))
    totals = page(store).totals
    assert (totals.served, totals.rated, totals.not_rated) == (2, 1, 1)


def test_a_ticket_shows_each_of_its_days(store: Store) -> None:
    """Received on Monday, told on Wednesday, promised anew for the Tuesday after."""
    opened = inquiries.open_inquiry(store, actor("1001"), text="怎么过户", now=at("09:00"))
    assert isinstance(opened, inquiries.Opened)
    wednesday = date(2026, 3, 4)
    inquiries.inform(store, actor("1001"), opened.id, "在办", now=at("09:00", wednesday))
    inquiries.extend(store, actor("1001"), opened.id, date(2026, 3, 10), "等配件", now=at("09:00", wednesday))
    inquiries.transfer(store, actor("1001"), opened.id, "1002", now=at("09:00", wednesday))
    [shown] = views.day(store, HALL, wednesday, now=at("17:00", wednesday)).inquiries
    assert (shown.target.day, shown.limit.day, shown.first_limit.day, shown.inform_by.day) == (3, 10, 4, 6)
    assert (shown.owner, shown.handler) == ("王芳(1001)", "李娜(1002)")


def test_breaches_and_lists_name_people(store: Store) -> None:
    a_day(store)
    log = page(store)
    assert [(breach.code, breach.who) for breach in log.breaches] == [
        ("overrun", "李娜(1002)"),
        ("overdue", "李娜(1002)"),
        ("not_informed", "李娜(1002)"),
    ]
    assert [ticket.owner for ticket in log.inquiries] == ["李娜(1002)", "王芳(1001)"]
    assert [(card.staff, card.p) for card in log.flagged] == [("李娜(1002)", "patient")]


def receive_all(store: Store, other: Store) -> None:
    """Everything that `other` recorded arrives, as the hub would bring it."""
    store.receive([(event, (), n) for n, event in enumerate(other.events(), start=1) if event.station == other.station])


def test_a_number_that_two_windows_called_apart_is_shown_on_both(store: Store, tmp_path: Path) -> None:
    second = empty_store(tmp_path / "second")
    taken = line.take(store, "gas_payment", now=at("10:00"))
    receive_all(second, store)
    for window, number, clock in ((store, "1001", "10:01"), (second, "1002", "10:02")):
        called = line.call_next(window, actor(number), now=at(clock))
        assert called.id == taken.id
    assert page(store).breaches == page(second).breaches == ()
    receive_all(store, second)
    receive_all(second, store)
    for log in (page(store), page(second)):
        [breach] = log.breaches
        assert (breach.code, breach.who, breach.what) == ("called_twice", "王芳(1001) / 李娜(1002)", "A001")
        assert breach.at == at("10:02")
        said = next(part for part in sections(log) if part.name == "breaches")
        assert said.rows[0][0] == "同一号被两个窗口叫到"
    assert page(store, now=at("10:01")).breaches == ()  # nobody knew yet
    second.close()


def test_a_number_called_back_by_another_window_is_no_breach(store: Store) -> None:
    taken = line.take(store, "gas_payment", now=at("10:00"))
    line.call_next(store, actor("1001"), now=at("10:01"))
    line.hold(store, actor("1001"), taken.id, now=at("10:02"))
    line.take_back(store, actor("1002"), taken.id, now=at("10:03"))
    assert page(store).breaches == ()


def test_every_fact_of_the_day_is_a_line_in_the_order_of_the_clock(store: Store) -> None:
    a_day(store)
    log = page(store)
    assert [line.n for line in log.lines] == sorted(
        (event.n for event in views.events_of(store, HALL, MONDAY)),
        key=lambda n: next((e.occurred_at, n) for e in store.events() if e.n == n),
    )
    assert all(first.at <= second.at for first, second in zip(log.lines, log.lines[1:], strict=False))
    assert not any(line.at == at("10:00") - 7 * 86_400_000 for line in log.lines)


def test_a_line_knows_whose_pause_ended(store: Store) -> None:
    a_pause(store, "1001", "10:00")
    ended = next(line for line in page(store).lines if line.kind == "pause_ended")
    assert ended.details == {"staff": "王芳(1001)", "window": "1", "length_ms": 300_000}


def test_every_kind_of_fact_of_a_hall_has_its_sentence(store: Store) -> None:
    """A new kind must be declared by its practice, or it is shown by its code."""
    assert set(store.projections.fact_types) - set(declared().kinds) == set()


def test_a_past_day_is_shown_as_it_was_then(store: Store) -> None:
    a_day(store)  # with one ticket that is a week older
    for days_ago, known in ((8, 0), (3, 1)):
        before = views.day(store, HALL, MONDAY - timedelta(days=days_ago), now=at("17:00", MONDAY + timedelta(days=40)))
        assert (len(before.inquiries), before.totals.inquiries.open) == (known, known)
        assert before.flagged == ()
        assert [breach.code for breach in before.breaches] == ["overdue", "not_informed"] * known
