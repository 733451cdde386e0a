"""First-inquiry tickets on a real store: opened, moved on, closed, merged, erased, clashing, rebuilt."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from shared.journal.event import Companion, Event
from shared.journal.store import Store
from shared.journal.tables import CompanionRow
from shared.kernel import Fact, Refusal
from shared.people.actions import set_duty
from shared.practice.inquiries import actions, facts, tables, views
from shared.practice.inquiries.actions import Customer, Opened
from shared.practice.inquiries.facts import Aspect, Channel, Kind, Satisfaction, State, Topic
from shared.practice.inquiries.views import Level, Ticket, Word
from shared.practice.registry import PROJECTIONS
from tests.practice.hall import ACTORS, DAY, HALL, at, open_hall

ZHANG, LI, ZHAO, SUN, OFFICE = (ACTORS[number] for number in ("1001", "1002", "1009", "2009", "9001"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_hall(tmp_path, PROJECTIONS)
    yield opened
    opened.close()


def ask(store: Store, clock: str = "10:00", **more: object) -> Opened:
    """张敏 is asked first, on Wednesday 2026-03-04: target Thursday, limit Friday."""
    given = {"text": "为什么这个月的气费高了", "name": "王小明", "phone": "138 1234 5678", **more}
    opened = actions.open_inquiry(store, ZHANG, now=at(clock), **given)  # type: ignore[arg-type]
    assert isinstance(opened, Opened)
    return opened


def ticket(store: Store, opened: Opened, now: int) -> Ticket:
    page = views.page(store, opened.id, now)
    assert page is not None
    return page.ticket


def code(answer: object) -> str | None:
    return answer.code if isinstance(answer, Refusal) else None


def test_the_first_to_be_asked_owns_it_and_the_promise_stands(store: Store) -> None:
    opened = ask(store)
    (listed,) = views.open_tickets(store, HALL, at("10:05"))
    assert (listed.owner, listed.acting, listed.state) == ("1001", "1001", State.OPEN)
    assert (listed.target, listed.limit, listed.inform_by) == (date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 6))
    assert (listed.name, listed.phone, listed.text) == ("王**", "138****5678", "为什么这个月的气费高了")
    assert opened.promise.policy == 1
    assert views.of_person(store, "1001", at("10:05")) == (listed,)
    assert views.of_person(store, "1002", at("10:05")) == ()


def test_answered_on_the_spot_is_closed_at_once(store: Store) -> None:
    opened = ask(store, answer="上月估抄,本月补足")
    assert views.open_tickets(store, HALL, at("10:05")) == ()
    (listed,) = views.of_day(store, HALL, DAY, at("10:05"))
    assert (listed.id, listed.state, listed.on_the_spot, listed.light.word) == (
        opened.id,
        State.CLOSED,
        True,
        Word.CLOSED,
    )


def test_numbers_count_up_for_each_day_and_device_even_when_the_clock_is_set_back(store: Store) -> None:
    first, second = ask(store, "10:00").number, ask(store, "09:00").number
    tomorrow = actions.open_inquiry(store, LI, text="问", now=at("09:00", date(2026, 3, 5)))
    assert isinstance(tomorrow, Opened)
    stem = first[:-2]
    assert stem.startswith("260304-")
    assert (first, second, tomorrow.number) == (stem + "01", stem + "02", stem.replace("260304", "260305") + "01")
    found = views.by_number(store, second.lower(), at("10:00"))
    assert found is not None
    assert found.number == second


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"text": " "}, "text_missing"),
        ({"text": "长" * 2001}, "text_too_long"),
        ({"phone": "没有"}, "phone_invalid"),
        ({"received_at": at("10:01")}, "received_in_future"),
    ],
)
def test_what_cannot_be_opened(store: Store, change: dict[str, object], refused: str) -> None:
    given = {"text": "问", "now": at("10:00"), **change}
    assert code(actions.open_inquiry(store, ZHANG, **given)) == refused  # type: ignore[arg-type]
    assert code(actions.open_inquiry(store, OFFICE, text="问", now=at("10:00"))) == "not_allowed"
    assert views.open_tickets(store, HALL, at("10:00")) == ()


def test_a_call_written_down_later_counts_from_when_it_came(store: Store) -> None:
    opened = ask(store, "11:00", received_at=at("16:00", date(2026, 3, 3)), channel=Channel.PHONE)
    assert opened.promise.deadlines.day == date(2026, 3, 3)


def test_a_kiosk_ticket_belongs_to_the_chosen_person_or_the_supervisor(store: Store) -> None:
    def owner(**given: str) -> str:
        opened = actions.open_at_kiosk(store, now=at("10:00"), **given)  # type: ignore[arg-type]
        assert isinstance(opened, Opened)
        return opened.owner

    assert owner(text="排队太久") == "1009"
    assert owner(person="1002") == "1002"
    assert owner(person="no such person") == "1009"
    assert code(actions.open_at_kiosk(store, phone="abc", now=at("10:00"))) == "phone_invalid"
    assert {t.topic for t in views.open_tickets(store, HALL, at("10:00"))} == {Topic.COMPLAINT}


def test_transfer_changes_the_handler_never_the_owner(store: Store) -> None:
    opened = ask(store)
    assert code(actions.transfer(store, ZHANG, opened.id, "1002", "结算业务", now=at("10:10"))) is None
    moved = ticket(store, opened, at("10:11"))
    assert (moved.owner, moved.handler) == ("1001", "1002")
    assert code(actions.transfer(store, ZHANG, opened.id, "1002", now=at("10:12"))) == "same_handler"
    assert code(actions.transfer(store, ZHANG, opened.id, "7777", now=at("10:12"))) == "unknown_person"
    assert code(actions.transfer(store, SUN, opened.id, "2001", now=at("10:12"))) == "not_allowed"
    assert code(actions.transfer(store, ZHANG, "inquiry:none", "1002", now=at("10:12"))) == "not_found"
    assert moved.clashes == ()


def test_a_stand_in_only_for_someone_absent(store: Store) -> None:
    opened = ask(store)
    assert code(actions.stand_in(store, ZHAO, opened.id, "1002", now=at("11:00"))) == "handler_on_duty"
    set_duty(store, ZHANG, "1001", False, now=at("11:00"))
    assert code(actions.stand_in(store, ZHAO, opened.id, "1001", now=at("11:01"))) == "same_handler"
    assert code(actions.stand_in(store, ZHAO, opened.id, "1002", now=at("11:01"))) is None
    assert ticket(store, opened, at("11:02")).acting == "1002"
    assert code(actions.stand_in(store, ZHANG, opened.id, "", now=at("12:00"))) is None
    assert ticket(store, opened, at("12:01")).acting == "1001"


def test_keeping_the_customer_informed_moves_the_next_message(store: Store) -> None:
    opened = ask(store)
    friday, monday = date(2026, 3, 6), date(2026, 3, 9)
    assert [t.id for t in views.digest(store, HALL, at("09:00", friday)).to_inform] == [opened.id]
    assert code(actions.inform(store, ZHANG, opened.id, " ", now=at("10:00", friday))) == "text_missing"
    assert code(actions.inform(store, ZHANG, opened.id, "表已送检", now=at("10:00", friday))) is None
    now = ticket(store, opened, at("10:01", friday))
    assert (now.inform_by, now.informed) == (date(2026, 3, 10), 1)
    assert views.digest(store, HALL, at("10:00", monday)).to_inform == ()


def test_special_time_needs_grounds_and_the_supervisor(store: Store) -> None:
    opened = ask(store, special_grounds="需送检计量所")
    asked = ticket(store, opened, at("10:01"))
    assert (asked.kind, asked.special_asked, asked.limit) == (Kind.GENERAL, True, date(2026, 3, 6))
    assert [t.id for t in views.digest(store, HALL, at("10:01")).special_asked] == [opened.id]
    assert code(actions.consent(store, ZHANG, opened.id, now=at("10:02"))) == "not_allowed"
    assert code(actions.consent(store, SUN, opened.id, now=at("10:02"))) == "not_allowed"
    assert code(actions.decline(store, ZHAO, opened.id, "材料不全", now=at("10:03"))) is None
    assert code(actions.consent(store, ZHAO, opened.id, now=at("10:04"))) == "not_asked"
    assert code(actions.ask_special(store, ZHANG, opened.id, " ", now=at("10:05"))) == "grounds_missing"
    assert code(actions.ask_special(store, ZHANG, opened.id, "已补材料", now=at("10:05"))) is None
    assert code(actions.consent(store, ZHAO, opened.id, now=at("10:06"))) is None
    granted = ticket(store, opened, at("10:07"))
    assert (granted.kind, granted.target, granted.limit) == (Kind.SPECIAL, date(2026, 3, 9), date(2026, 3, 11))
    assert granted.first_limit == date(2026, 3, 6)
    assert code(actions.ask_special(store, ZHANG, opened.id, "再", now=at("10:08"))) == "already_special"


def test_consent_after_the_limit_does_not_undo_the_breach(store: Store) -> None:
    opened = ask(store, special_grounds="需送检计量所")
    late = at("16:31", date(2026, 3, 6))
    assert code(actions.consent(store, ZHAO, opened.id, now=late)) == "past_limit"
    assert ticket(store, opened, late).light.word is Word.OVERDUE


def test_extension_keeps_the_first_limit_in_sight(store: Store) -> None:
    opened = ask(store)
    assert code(actions.extend(store, ZHANG, opened.id, date(2026, 3, 10), "等配件", now=at("11:00"))) is None
    assert code(actions.extend(store, ZHANG, opened.id, date(2026, 3, 12), "再等", now=at("12:00"))) is None
    now = ticket(store, opened, at("12:01"))
    assert (now.first_limit, now.limit, now.extensions) == (date(2026, 3, 6), date(2026, 3, 12), 2)
    assert code(actions.extend(store, ZHANG, opened.id, date(2026, 3, 14), "周末", now=at("12:02"))) == "not_a_workday"
    # special time ends on the 11th: the extension that goes further stays
    actions.ask_special(store, ZHANG, opened.id, "特殊", now=at("12:03"))
    actions.consent(store, ZHAO, opened.id, now=at("12:04"))
    assert ticket(store, opened, at("12:05")).limit == date(2026, 3, 12)


def test_an_extension_into_a_year_without_a_schedule_is_unconfirmed(store: Store) -> None:
    opened = ask(store)
    assert not ticket(store, opened, at("10:01")).unconfirmed
    assert code(actions.extend(store, ZHANG, opened.id, date(2027, 1, 4), "等配件", now=at("11:00"))) is None
    assert ticket(store, opened, at("11:01")).unconfirmed


def test_escalation_reaches_supervisor_branch_and_office(store: Store) -> None:
    opened = ask(store)
    steps = [(6, Level.SUPERVISOR), (9, Level.BRANCH), (13, Level.OFFICE)]
    for day, level in steps:
        now = at("16:31", date(2026, 3, day))
        assert ticket(store, opened, now).level is level
        assert [t.id for t in views.escalated(store, level, now)] == [opened.id]
        assert [t.id for t in views.digest(store, HALL, now).overdue] == [opened.id]
    assert views.escalated(store, Level.OFFICE, at("16:30", date(2026, 3, 13))) == ()
    actions.close(store, ZHANG, opened.id, "已答复", now=at("09:00", date(2026, 3, 16)))
    closed = ticket(store, opened, at("09:01", date(2026, 3, 16)))
    assert (closed.level, closed.late) == (Level.NONE, True)


def test_close_call_back_reopen(store: Store) -> None:
    opened = ask(store)
    assert code(actions.reopen(store, ZHANG, opened.id, "没好", now=at("11:00"))) == "not_closed"
    assert code(actions.close(store, LI, opened.id, "", now=at("11:00"))) == "text_missing"
    assert code(actions.close(store, LI, opened.id, "已更换", now=at("11:00"))) is None
    assert code(actions.close(store, LI, opened.id, "再答", now=at("11:01"))) == "not_open"
    assert code(actions.call_back(store, LI, opened.id, Satisfaction.FAIR, "尚可", now=at("11:02"))) is None
    assert ticket(store, opened, at("11:03")).satisfaction is Satisfaction.FAIR
    thursday = date(2026, 3, 12)
    assert code(actions.reopen(store, ZHANG, opened.id, "又漏了", now=at("09:00", thursday))) is None
    again = ticket(store, opened, at("09:01", thursday))
    assert (again.state, again.limit, again.first_limit) == (State.OPEN, date(2026, 3, 16), date(2026, 3, 6))
    assert (again.light.word, again.closed_at, again.clashes) == (Word.ON_TIME, None, ())


def test_duplicates_merge_into_the_older_one_only(store: Store) -> None:
    older, newer = ask(store, "10:00"), ask(store, "11:00")
    assert code(actions.merge(store, LI, older.id, newer.id, now=at("11:30"))) == "not_the_older"
    assert code(actions.merge(store, LI, older.id, older.id, now=at("11:30"))) == "not_the_older"
    assert code(actions.merge(store, LI, newer.id, older.id, now=at("11:30"))) is None
    assert code(actions.merge(store, LI, newer.id, older.id, now=at("11:31"))) == "not_open"
    main, duplicate = (views.page(store, each.id, at("11:32")) for each in (older, newer))
    assert main is not None
    assert duplicate is not None
    assert [t.number for t in main.duplicates] == [newer.number]
    assert duplicate.merged_into is not None
    assert duplicate.merged_into.number == older.number


def test_the_customer_is_opened_on_record(store: Store) -> None:
    opened = ask(store)
    assert code(actions.open_personal(store, SUN, opened.id, now=at("11:00"))) == "not_allowed"
    assert actions.open_personal(store, LI, opened.id, now=at("11:00")) == Customer("王小明", "13812345678")
    page = views.page(store, opened.id, at("11:01"))
    assert page is not None
    assert [(step.at, step.actor, type(step.fact)) for step in page.steps] == [
        (at("10:00"), "1001", facts.InquiryOpened),
        (at("11:00"), "1002", facts.InquiryPersonalOpened),
    ]


def test_a_customer_is_found_again_by_phone(store: Store) -> None:
    first, second = ask(store), ask(store, "11:00", phone="+86 13812345678")
    ask(store, "12:00", phone="024-23456789")
    found = views.by_phone(store, "138-1234-5678", at("12:00"))
    assert [t.id for t in found] == [second.id, first.id]
    assert views.by_phone(store, "", at("12:00")) == ()


def test_personal_data_goes_180_days_after_closing(store: Store) -> None:
    opened, duplicate, unclosed = ask(store), ask(store, "10:30"), ask(store, "11:00")
    actions.merge(store, LI, duplicate.id, opened.id, now=at("12:00"))
    actions.inform(store, ZHANG, opened.id, "王先生您好", now=at("12:30"))
    closed_on = date(2026, 3, 6)
    actions.close(store, ZHANG, opened.id, "已电话告知王先生", now=at("10:00", closed_on))
    day_180 = date(2026, 9, 2)
    assert actions.erase_due(store, now=at("10:00", day_180)) == 0  # nobody worked lately: the clock may have jumped
    actions.open_personal(store, ZHANG, unclosed.id, now=at("15:00", date(2026, 9, 1)))
    assert actions.erase_due(store, now=at("09:59", day_180)) == 0
    assert actions.erase_due(store, now=at("10:00", day_180)) == 2
    assert actions.erase_due(store, now=at("10:01", day_180)) == 0
    page = views.page(store, opened.id, at("10:02", day_180))
    assert page is not None
    assert (page.ticket.name, page.ticket.phone, page.text, page.answer) == ("", "", "", "")
    assert (page.ticket.number, page.ticket.state, page.steps[-1].fact) == (opened.number, State.CLOSED, None)
    left = {row.value for row in CompanionRow.select().execute(store.db)}
    assert left == {"王小明", "13812345678", "为什么这个月的气费高了"}  # the ticket still open
    assert ticket(store, unclosed, at("10:02", day_180)).name == "王**"


def elsewhere(store: Store, subject: str, ts: int, fact: Fact, n: int = 1) -> Event:
    """An event of another counter on the same ticket, as the hub would bring it."""
    body = msgspec.to_builtins(fact)
    del body["kind"]
    event = Event(
        id=f"elsewhere{n}",
        station="other",
        hall=HALL,
        n=n,
        kind=fact.kind(),
        subject=subject,
        actor="1003",
        ts=ts,
        occurred_at=ts,
        body=body,
    )
    no_companions: tuple[Companion, ...] = ()
    store.receive([(event, no_companions, n)])
    return event


def test_two_counters_apart_change_different_things_without_a_clash(store: Store) -> None:
    opened = ask(store)
    actions.transfer(store, ZHANG, opened.id, "1002", now=at("10:20"))
    elsewhere(
        store,
        opened.id,
        at("10:10"),
        facts.InquiryExtended(grounds="等", limit=date(2026, 3, 10), instead_of=date(2026, 3, 6), policy=1),
    )
    now = ticket(store, opened, at("10:30"))
    assert (now.handler, now.limit, now.clashes) == ("1002", date(2026, 3, 10), ())


def test_a_correction_on_a_stale_page_is_refused(store: Store) -> None:
    opened = ask(store)
    page = views.page(store, opened.id, at("10:01"))
    assert page is not None
    seen = page.seen[Aspect.PHONE]
    first = actions.correct(store, ZHANG, opened.id, Aspect.PHONE, "13900000001", seen=seen, now=at("10:02"))
    second = actions.correct(store, LI, opened.id, Aspect.PHONE, "13900000002", seen=seen, now=at("10:03"))
    assert (code(first), code(second)) == (None, "changed_meanwhile")
    assert actions.open_personal(store, LI, opened.id, now=at("10:04")) == Customer("王小明", "13900000001")
    assert code(actions.correct(store, LI, opened.id, Aspect.STATE, "closed", now=at("10:05"))) == "not_allowed"


def test_rebuilding_gives_what_was_lived(store: Store) -> None:
    opened, other = ask(store, special_grounds="需送检"), ask(store, "10:01")
    actions.consent(store, ZHAO, opened.id, now=at("10:05"))
    actions.transfer(store, ZHANG, opened.id, "1002", now=at("10:06"))
    elsewhere(store, opened.id, at("10:02"), facts.InquiryTransferred(to="1003"))
    actions.extend(store, ZHANG, opened.id, date(2026, 3, 20), "等", now=at("10:07"))
    actions.correct(store, ZHANG, opened.id, Aspect.NAME, "王晓明", now=at("10:08"))
    actions.close(store, ZHANG, opened.id, "好了", satisfaction=Satisfaction.SATISFIED, now=at("11:00"))
    actions.reopen(store, ZHANG, opened.id, "又坏了", now=at("12:00"))
    actions.merge(store, LI, other.id, opened.id, now=at("12:30"))
    elsewhere(store, "inquiry:unknown", at("12:40"), facts.InquiryReopened(reason="迟到", promise=opened.promise), n=2)
    lived = [rows(store, table) for table in (tables.InquiryRow, tables.AspectRow)]
    assert len(lived[0]) == 2
    store.rebuild()
    assert [rows(store, table) for table in (tables.InquiryRow, tables.AspectRow)] == lived


def rows(store: Store, table: type[tables.InquiryRow] | type[tables.AspectRow]) -> list[dict[str, object]]:
    found = table.select().dicts().execute(store.db)
    return sorted(({k: v for k, v in row.items() if k != "id"} for row in found), key=repr)
