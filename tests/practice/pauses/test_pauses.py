"""Pauses on a real store: granted, refused, ended, over quota, over time, seen by whom."""

import threading
from datetime import date
from pathlib import Path

import msgspec

from shared.domain.refusal import Refusal
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.people.actions import set_duty
from shared.practice.line import actions as line
from shared.practice.pauses import actions, views
from shared.practice.pauses.actions import Started
from shared.practice.pauses.facts import Count, HubSays, PauseEnded, PauseStarted, PauseWithdrawn, Reason, Source
from shared.registry import PROJECTIONS
from tests.support import patience
from tests.support.builders import attested
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, SUN, WANG, ZHANG, ZHAO, at, begin_day, open_hall


def pause(store: Store, clock: str, *, day: date = DAY, minutes: float = 5, waiting: int = 0) -> Started:
    """A pause of 张敏 that is granted and ended."""
    begin_day(store, day)
    now = at(clock, day)
    started = actions.request(store, ZHANG, waiting=attested(waiting, now), now=now)
    assert isinstance(started, Started)
    actions.end(store, ZHANG, started.pause, int(minutes * 60_000), now=now + int(minutes * 60_000))
    return started


def kinds(store: Store) -> list[str]:
    return [event.kind for event in store.events() if event.kind.startswith("pause")]


def test_a_pause_is_granted_at_once_and_names_the_window_that_takes_over(store: Store) -> None:
    now = at("09:30")
    started = actions.request(store, ZHANG, waiting=attested(4, now), reason=Reason.LOW, now=now)
    assert isinstance(started, Started)
    assert (started.seconds, started.go_to) == (300, ("2",))
    (running,) = views.running(store, HALL, now)
    assert (running.id, running.window, running.go_to, running.reason) == (started.pause, "1", ("2",), None)
    assert views.mine(store, "1001", now).left == 1


def test_a_refusal_is_recorded_with_the_whole_decision(store: Store) -> None:
    now = at("09:30")
    answer = actions.request(store, ZHANG, waiting=attested(5, now), now=now)
    assert isinstance(answer, Refusal)
    assert answer.code == "too_many_waiting"
    (refused,) = views.refused(store, HALL, DAY)
    assert (refused.staff, refused.code, refused.at) == ("1001", "too_many_waiting", now)
    assert msgspec.structs.asdict(refused.decision) == answer.details
    assert views.of_day(store, HALL, DAY) == ()


def test_without_a_fresh_count_the_person_is_asked_and_nothing_is_recorded(store: Store) -> None:
    stale = Count(waiting=0, source=Source.LINE, counted_at=at("09:00"))
    answer = actions.request(store, ZHANG, waiting=stale, now=at("09:30"))
    assert isinstance(answer, Refusal)
    assert answer.code == "count_needed"
    assert kinds(store) == []


def test_the_third_pause_of_a_day_is_refused_until_midnight(store: Store) -> None:
    pause(store, "09:00")
    pause(store, "14:00")
    now = at("15:00")
    third = actions.request(store, ZHANG, waiting=attested(0, now), now=now)
    assert isinstance(third, Refusal)
    assert third.code == "daily_limit"
    pause(store, "00:00", day=date(2026, 3, 5))


def test_a_pause_taken_back_at_once_does_not_count(store: Store) -> None:
    for clock in ("09:00", "10:00", "11:00"):
        started = actions.request(store, ZHANG, waiting=attested(0, at(clock)), now=at(clock))
        assert isinstance(started, Started), "those before counted"
        assert actions.withdraw(store, LI, started.pause, now=at(clock)) == Refusal("not_allowed")
        assert actions.withdraw(store, ZHANG, started.pause, now=at(f"{clock}:10")) == PauseWithdrawn()
    assert views.mine(store, "1001", at("11:01")) == views.Mine(None, (), 2)
    assert views.of_day(store, HALL, DAY) == views.running(store, HALL, at("11:01")) == ()
    assert kinds(store).count("pause_withdrawn") == 3
    assert not views.help_offered(store, "1001", at("12:00"))
    began = actions.request(store, ZHANG, waiting=attested(0, at("12:00")), now=at("12:00"))
    assert actions.withdraw(store, ZHANG, began.pause, now=at("12:00:11")) == Refusal("too_late")
    actions.end(store, ZHANG, began.pause, 12_000, now=at("12:00:12"))
    assert actions.withdraw(store, ZHANG, began.pause, now=at("12:00:09")) == Refusal("already_ended")
    assert views.mine(store, "1001", at("12:01")).left == 1


def test_a_pause_begins_when_its_counter_s_clock_says_so_whatever_came_before(store: Store) -> None:
    line.take(store, now=at("10:00"))  # by a clock that was ahead: what follows is later in the journal's order
    started = actions.request(store, ZHANG, waiting=attested(0, at("09:30")), now=at("09:30"))
    assert isinstance(started, Started)
    assert started.at == views.mine(store, "1001", at("09:31")).today[0].at == at("09:30")


def test_setting_the_clock_back_does_not_give_another_pause(store: Store) -> None:
    pause(store, "10:00")
    pause(store, "14:00")
    now = at("09:00")
    answer = actions.request(store, ZHANG, waiting=attested(0, now), now=now)
    assert isinstance(answer, Refusal)
    assert answer.code == "daily_limit"


def test_a_colleague_waits_until_the_other_is_back(store: Store) -> None:
    now = at("09:30")
    first = actions.request(store, ZHANG, waiting=attested(0, now), now=now)
    assert isinstance(first, Started)
    for actor, code in ((WANG, "colleague_paused"), (ZHANG, "already_paused")):
        answer = actions.request(store, actor, waiting=attested(0, now), now=now)
        assert isinstance(answer, Refusal)
        assert answer.code == code
    actions.end(store, ZHANG, first.pause, 200_000, now=at("09:34"))
    assert isinstance(actions.request(store, LI, waiting=attested(0, at("09:34")), now=at("09:34")), Started)


def test_a_customer_at_the_window_comes_first_and_nobody_calls_while_paused(store: Store) -> None:
    now = at("09:30")
    first, second = (line.take(store, "gas_payment", now=now) for _ in range(2))
    assert line.call_next(store, ZHANG, now=now).id == first.id
    answer = actions.request(store, ZHANG, waiting=attested(1, now), now=now)
    assert isinstance(answer, Refusal)
    assert (answer.code, answer.details["number"]) == ("still_serving", "A001")
    assert [(r.code, r.decision.number) for r in views.refused(store, HALL, DAY)] == [("still_serving", "A001")]
    line.hold(store, ZHANG, first.id, now=now)  # stepped aside: nobody stands at the window
    started = actions.request(store, ZHANG, waiting=attested(1, now), now=now)
    assert isinstance(started, Started)
    assert line.call_next(store, ZHANG, now=now) == Refusal("already_paused")
    assert line.take_back(store, ZHANG, first.id, now=now) == Refusal("already_paused")
    assert line.call_next(store, LI, now=now).id == second.id
    actions.end(store, ZHANG, started.pause, 200_000, now=at("09:34"))
    assert line.take_back(store, ZHANG, first.id, now=at("09:34")) is None


def test_the_last_window_of_its_business_stays_open(store: Store) -> None:
    now = at("09:30")
    alone = actions.request(store, WANG, waiting=attested(0, now), now=now)  # the only consultant
    set_duty(store, LI, "1002", False, now=now)
    left = actions.request(store, ZHANG, waiting=attested(0, now), now=now)
    assert isinstance(alone, Refusal)
    assert isinstance(left, Refusal)
    assert (alone.code, left.code) == ("last_window", "last_window")


def test_a_pause_is_ended_once_by_the_person_or_their_supervisor(store: Store) -> None:
    now = at("09:30")
    started = actions.request(store, ZHANG, waiting=attested(0, now), now=now)
    assert isinstance(started, Started)
    assert actions.end(store, LI, started.pause, 1, now=at("09:31")) == Refusal("not_allowed")
    assert actions.end(store, SUN, started.pause, 1, now=at("09:31")) == Refusal("not_allowed")
    assert actions.end(store, ZHAO, started.pause, None, now=at("09:40")) == PauseEnded(length_ms=None)
    assert actions.end(store, ZHANG, started.pause, 1, now=at("09:41")) == Refusal("already_ended")
    (ended,) = views.of_day(store, HALL, DAY)
    assert views.mine(store, "1001", at("09:41")) == views.Mine(None, (ended,), 1)
    assert ended.lasted(at("12:00")) == 600_000


def test_the_reason_is_for_the_person_and_their_supervisor_only(store: Store) -> None:
    now = at("09:30")
    actions.request(store, ZHANG, waiting=attested(0, now), reason=Reason.MISUNDERSTOOD, now=now)
    readers = (ZHAO, SUN, LI, OFFICE, None)
    reasons = [views.of_day(store, HALL, DAY, reader)[0].reason for reader in readers]
    assert reasons == [Reason.MISUNDERSTOOD, None, None, None, None]
    assert views.mine(store, "1001", now).today[0].reason is Reason.MISUNDERSTOOD


def test_the_supervisor_is_told_of_six_minutes_by_the_measured_length(store: Store) -> None:
    pause(store, "09:00", minutes=5.9)
    pause(store, "10:00", minutes=6)
    now = at("11:00")
    actions.request(store, LI, waiting=attested(0, now), now=now)
    assert [p.at for p in views.overruns(store, HALL, at("11:05:59"))] == [at("10:00")]
    assert [p.at for p in views.overruns(store, HALL, at("11:06"))] == [at("10:00"), at("11:00")]


def test_a_pause_that_nobody_ended_keeps_nobody_away_the_next_day(store: Store) -> None:
    evening, morning = at("16:20"), at("09:00", date(2026, 3, 5))
    assert isinstance(actions.request(store, ZHANG, waiting=attested(0, evening), now=evening), Started)
    begin_day(store, date(2026, 3, 5))
    taken = line.take(store, now=morning)
    assert line.call_next(store, ZHANG, now=morning).id == taken.id


def test_a_clock_that_was_set_during_a_pause_makes_it_neither_longer_nor_shorter(store: Store) -> None:
    for begun, ended, length in (("09:00", "10:00", 200_000), ("11:00", "11:01", 360_000)):
        now = at(begun)
        started = actions.request(store, ZHANG, waiting=attested(0, now), now=now)
        assert isinstance(started, Started)
        actions.end(store, ZHANG, started.pause, length, now=at(ended))
    assert [pause.lasted(at("12:00")) for pause in views.of_day(store, HALL, DAY)] == [200_000, 360_000]
    assert [pause.at for pause in views.overruns(store, HALL, at("12:00"))] == [at("11:00")]


def test_help_is_offered_after_three_in_a_week(store: Store) -> None:
    pause(store, "09:00", day=date(2026, 2, 25))
    pause(store, "09:00")
    pause(store, "10:00")
    assert not views.help_offered(store, "1001", at("10:06"))
    pause(store, "09:00", day=date(2026, 3, 5))
    assert views.help_offered(store, "1001", at("10:00", date(2026, 3, 5)))
    assert not views.help_offered(store, "1002", at("10:00", date(2026, 3, 5)))


def test_the_hub_is_asked_only_for_what_would_be_granted_and_may_deny(store: Store) -> None:
    asked: list[tuple[str, int]] = []

    def hub(pause: str, number: str, now: int) -> HubSays | None:
        asked.append((number, now))
        return HubSays.USED_UP

    now = at("09:30")
    actions.request(store, ZHANG, waiting=attested(9, now), arbiter=hub, now=now)
    denied = actions.request(store, ZHANG, waiting=attested(0, now), arbiter=hub, now=now)
    assert asked == [("1001", now)]
    assert isinstance(denied, Refusal)
    assert (denied.code, denied.details["hub"]) == ("daily_limit_elsewhere", False)
    unreached = actions.request(store, ZHANG, waiting=attested(0, now), arbiter=lambda *_: None, now=now)
    assert isinstance(unreached, Started)


def test_two_processes_at_once_grant_two_of_a_person_not_three(store: Store, tmp_path: Path) -> None:
    """Twelve callers on their own connections to one file, all deciding at the same moment."""
    pause(store, "08:30")
    now, barrier, answers = at("09:30"), threading.Barrier(12, timeout=patience.SECONDS), []

    def race() -> None:
        own = open_store(tmp_path, PROJECTIONS)
        barrier.wait()
        answers.append(actions.request(own, ZHANG, waiting=attested(0, now), now=now))
        own.close()

    threads = [threading.Thread(target=race) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(answer, Started) for answer in answers) == 1
    assert kinds(store).count("pause_started") == 2
    assert kinds(store).count("pause_refused") == 11


def test_a_third_granted_elsewhere_is_kept_and_shown_over_quota(store: Store, tmp_path: Path) -> None:
    """Another counter, offline, granted one more: its event arrives late, between the two made here."""
    pause(store, "09:00")
    pause(store, "14:00")
    other = open_hall(tmp_path / "other")
    pause(other, "11:00")
    store.receive([(event, (), 1) for event in other.events() if event.kind.startswith("pause")])
    other.close()
    of_day = views.of_day(store, HALL, DAY)
    assert [(p.at, p.over_quota) for p in of_day] == [
        (at("09:00"), False),
        (at("11:00"), False),
        (at("14:00"), True),
    ]
    assert all(not p.running for p in of_day)


def test_a_rebuild_gives_the_same_tables(store: Store) -> None:
    pause(store, "09:00")
    actions.request(store, ZHANG, waiting=attested(7, at("10:00")), now=at("10:00"))
    actions.request(store, LI, waiting=attested(0, at("11:00")), reason=Reason.UNWELL, now=at("11:00"))
    before = (views.of_day(store, HALL, DAY, ZHAO), views.refused(store, HALL, DAY))
    store.rebuild()
    assert (views.of_day(store, HALL, DAY, ZHAO), views.refused(store, HALL, DAY)) == before
    assert len(before[0]) == 2


def test_the_decision_stays_readable_in_the_journal(store: Store) -> None:
    started = pause(store, "09:00", waiting=3)
    (event, _) = store.events(subject=started.pause)
    fact = store.fact(event)
    assert isinstance(fact, PauseStarted)
    assert fact.decision == started.decision
    assert (fact.decision.waiting, fact.decision.age_ms, fact.decision.source) == (3, 0, Source.ATTESTED)
