"""The demo hall on any day: nothing that it does is refused, and what the pages show is there."""

from datetime import date, time

import pytest

from shared.demo import hall, scene
from shared.demo.scene import ACTORS
from shared.domain.workdays import ms_at
from shared.people import actions as people
from shared.practice.caring import own
from shared.practice.complaints import views as complaints
from shared.practice.complaints.rules import State
from shared.practice.learning import views as learning
from shared.practice.performance import states
from shared.practice.performance import views as pay
from shared.practice.promotion import views as promotion
from shared.practice.survey import views as survey
from shared.report import effect
from tests.support.builders import empty_store


@pytest.fixture
def quick(monkeypatch):
    """PINs are hashed slowly on purpose, and are another test's matter."""
    monkeypatch.setattr(people, "set_pin", lambda *_args, **_more: None)


def filled(folder, day, clock):
    store, now = empty_store(folder), ms_at(day, clock)
    with store.transaction(now):
        hall.fill(store, now=now)
    return store


@pytest.mark.parametrize(
    ("day", "clock"),
    [
        (date(2026, 1, 2), time(0)),  # on New Year's holiday, before the day begins
        (date(2026, 3, 1), time(10, 40)),  # a Sunday, the first of a month
        (date(2026, 12, 31), time(23, 50)),
    ],
)
def test_no_page_is_empty_whatever_the_day(day, clock, quick, tmp_path):
    store, me = filled(tmp_path, day, clock), ACTORS["1001"]
    months = [states.standing(store, month).state for month in pay.months(store)]
    assert sorted(months) == [states.State.CLOSED, states.State.NOTICE, states.State.OPEN]
    assert [each.due for each in promotion.standings(store)] == [True, False]
    assert own.waiting(store, me.number, day) == 1  # she is asked about a deed
    open_ = [each.case.state for each in complaints.concerning(store, me, now=ms_at(day, clock))]
    assert open_ == [State.PROPOSED]
    assert survey.unanswered_round(store, me.number, day)
    assert {each.number for each in learning.missing(store, day)} > {me.number}
    led = {event.kind for event in store.events() if event.actor == scene.SUPERVISOR}
    assert led >= {"inquiry_opened", "entry_written", "card_awarded"}  # their own pages were empty
    assert effect.changes(store, date(2025, 1, 1), day)  # 规则变更前后
    kinds = {event.kind for event in store.events()}
    assert kinds >= {
        *("annal_written", "inspection_shown", "plan_drawn", "issue_published", "contest_closed", "complaint_judged"),
        *("inquiry_special_asked", "help_followed", "greeting_sent", "rulebook_read", "number_served", "day_signed"),
    }
    store.close()
