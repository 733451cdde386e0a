"""What people see is dated by when it happened (`occurred_at`), not by when a device wrote it down (`ts`)."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from shared.journal.store import Store
from shared.people.actions import set_pin
from shared.practice.assessment import actions as assessment
from shared.practice.caring import actions as caring
from shared.practice.column import actions as column
from shared.practice.column.facts import Adoption
from shared.practice.learning import actions as learning
from shared.practice.performance import actions as pay
from shared.practice.promotion.facts import Promoted
from tests.practice.assessment import month
from tests.practice.caring import round as award
from tests.practice.column import issue as columns
from tests.practice.complaints import test_verdicts as verdicts
from tests.practice.learning import training
from tests.practice.performance import march
from tests.support.builders import done, staffed_store
from tests.support.days import ACTIONS, Life
from tests.support.practice_hall import DAY, LI, OFFICE, WANG, ZHANG, ZHAO, at, open_hall
from tests.support.rebuilt import rows, written_later


def hall(folder: Path) -> Store:
    """Two days of a hall: cards, diary, pauses, line, inquiries, happy station, rulebook."""
    store = staffed_store(folder)
    Life(store).play([(which, 3, a, b) for a in range(2) for b in range(5) for which in range(len(ACTIONS))])
    return store


def caring_award(folder: Path) -> Store:
    store = open_hall(folder)
    award.open_round(store)
    award.scores(store, award.ready(store), 24, 24, 24)
    award.announced(store)
    done(caring.object_to(store, LI, "不是他做的", now=at("17:00", award.AFTER)))
    return store


def service_window(folder: Path) -> Store:
    store = open_hall(folder)
    columns.two_in_the_office(store)
    stories = columns.three(store)
    issue = columns.published(store, stories)
    activity = done(column.plan_activity(store, OFFICE, issue, "交流会", DAY, "总部", now=at("14:00")))
    done(column.feedback(store, ZHANG, activity, 2, 1, 0, now=at("14:00")))
    done(column.adopt(store, ZHAO, stories[2], Adoption.ADOPTED, "贴在窗口", now=at("14:00")))
    return store


def complaint(folder: Path) -> Store:
    store = open_hall(folder)
    verdicts.decided(store, verdicts.complaint(store))
    return store


def course(folder: Path) -> Store:
    store = open_hall(folder)
    session = training.planned(store)
    done(set_pin(store, WANG.number, training.PIN, now=at("08:00")))
    done(learning.check_in(store, WANG, session, "1001", training.PIN, now=at("09:00")))
    done(learning.close_session(store, WANG, session, now=at("11:00")))
    training.answered(store, ZHANG, 5)
    done(learning.certify(store, OFFICE, now=at("12:00")))
    with store.transaction(at("12:00")) as tx:
        tx.record(Promoted(staff="1001", level="bronze", cards={}, policy=1), subject="promotion:1", actor="9001")
    return store


def pay_month(folder: Path) -> Store:
    store = march.month_of_march(folder)
    done(pay.publish(store, march.OFFICE, march.MARCH, now=march.on(date(2026, 4, 1))))
    done(pay.close(store, march.APPROVER, march.MARCH, now=march.on(date(2026, 4, 20))))
    return store


def inspections(folder: Path) -> Store:
    store = month.three_halls(folder)
    visit = month.drawn(store)
    month.written(store, visit)
    photo = ("hygiene", month.JPEG, 0, True)
    done(assessment.add_photo(store, month.OFFICE, visit.id, *photo, now=month.on(visit.day, "16:20")))
    month.locked(store, visit, hygiene="2")
    month.published(store)
    done(assessment.appeal(store, month.STATION, visit.id, "hygiene", "当天停水", now=month.on(month.AFTER)))
    return store


@pytest.fixture
def lived(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with closing(request.param(tmp_path)) as store:
        yield store


LIVES: tuple[Callable[[Path], Store], ...] = (
    *(hall, caring_award, service_window, complaint, course, pay_month, inspections),
)


@pytest.mark.parametrize("lived", LIVES, indirect=True, ids=[each.__name__ for each in LIVES])
def test_what_was_written_down_later_happened_when_it_happened(lived: Store) -> None:
    before = rows(lived)
    assert sum(map(len, before.values())) > 15
    lived.rebuild()
    assert rows(lived) == before
    written_later(lived)
    assert rows(lived) == before
