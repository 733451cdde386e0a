"""A session's way: planned, signed, closed by whom it may be, certified; and what the trainer is told was missed."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.learning import actions, mistakes, papers, views
from shared.practice.learning.actions import Plan
from shared.practice.learning.actions.telling import tell_mistakes
from shared.practice.learning.facts import Attendance, Choice, SessionClosed
from shared.practice.learning.rules.attending import SessionState
from shared.practice.learning.rules.standing import State
from shared.reference import actions as reference
from shared.sync.enrolment import Enrolment, join
from tests.practice.learning.training import COURSE, FIVE, OF, PIN, answered, course, planned, state_of
from tests.support.builders import code, done
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, SUN, WANG, ZHANG, at

PLAN = Plan(COURSE, DAY, "09:00", " 培训室 ", "1003")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"day": DAY - timedelta(1)}, "session_day"),
        ({"day": DAY}, None),
        ({"start": "9:00"}, "session_start"),
        ({"start": "24:00"}, "session_start"),
        ({"start": "09:00 整"}, "session_start"),
        ({"start": "23:59"}, None),
        ({"trainer": "4711"}, "unknown_person"),
        ({"course": "x"}, "course_unknown"),
        ({"invited": ("1001", "9001")}, "not_concerned"),  # the course is not for the office
        ({"invited": ("1001",)}, None),
    ],
)
def test_what_a_session_needs(store: Store, changes: dict[str, object], refusal: str | None) -> None:
    planned(store)
    answer = actions.plan(store, OFFICE, replace(PLAN, **changes), now=at("08:20"))
    assert code(answer) == refusal


def test_who_still_needs_the_course_is_invited_if_nobody_is_named(store: Store) -> None:
    first = planned(store)
    done(actions.mark(store, WANG, first, "1001", Attendance.PRESENT, "忘带工牌", now=at("09:00")))
    answered(store, ZHANG, 5)  # done
    again = views.session(store, str(done(actions.plan(store, OFFICE, PLAN, now=at("10:10")))))
    assert again is not None
    assert (again.invited, again.place) == (("1002", "1003", "1009", "2001", "2009"), "培训室")


def test_every_step_is_signed_and_goes_to_the_hall_it_concerns(store: Store) -> None:
    session, other = planned(store), str(done(actions.plan(store, OFFICE, PLAN, now=at("08:20"))))
    done(actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")))
    done(actions.mark(store, WANG, session, "2001", Attendance.EXCUSED, "陪护", now=at("09:00")))
    done(actions.close_session(store, WANG, session, now=at("11:00")))
    done(actions.cancel(store, OFFICE, other, " 停电 ", now=at("11:00")))
    answered(store, ZHANG, 5)
    done(actions.certify(store, OFFICE, now=at("12:00")))
    done(actions.void(store, OFFICE, COURSE, "q1", " 题干有误 ", now=at("12:10")))
    of_training = [each for each in store.events() if each.subject.startswith(("session:", "attempt:", "training:"))]
    assert {(each.kind, each.actor, each.hall) for each in of_training} == {
        *(("session_planned", "9001", EVERYWHERE), ("session_cancelled", "9001", EVERYWHERE)),
        *(("attendance_set", "1001", HALL), ("attendance_set", "1003", "二号厅")),
        *(("session_closed", "1003", EVERYWHERE), ("training_certified", "9001", EVERYWHERE)),
        *(("attempt_begun", "1001", HALL), ("attempt_handed_in", "1001", HALL), ("quiz_passed", "1001", HALL)),
    }
    voided = store.events(subject=f"question:{COURSE}/q1")[-1]
    assert (voided.actor, voided.hall, getattr(store.fact(voided), "reason", "")) == ("9001", EVERYWHERE, "题干有误")
    cancelled = views.session(store, other)
    assert cancelled is not None
    assert (cancelled.state, cancelled.reason) == (SessionState.CANCELLED, "停电")


def test_the_trainer_enters_only_who_is_on_the_list(store: Store) -> None:
    session = planned(store)
    assert actions.mark(store, WANG, session, "9001", Attendance.PRESENT, "在", now=at("09:00")) == Refusal(
        "not_on_list"
    )
    done(actions.mark(store, WANG, session, "1001", Attendance.PRESENT, " 忘带工牌 ", now=at("09:00")))
    found = views.session(store, session)
    assert found is not None
    assert [each.reason for each in views.attendance(store, found) if each.marked] == ["忘带工牌"]


def test_what_was_attended_is_counted_from_the_first_day_to_the_last(store: Store) -> None:
    session = planned(store)
    done(actions.mark(store, WANG, session, "1001", Attendance.PRESENT, "在", now=at("09:00")))
    assert views.attended_by_hall(store, DAY, DAY) == {}  # not closed
    done(actions.close_session(store, WANG, session, now=at("11:00")))
    before, after = DAY - timedelta(1), DAY + timedelta(1)
    for first, last, counted in ((DAY, DAY, True), (before, DAY, True), (before, before, False), (after, after, False)):
        assert (views.attended_by_hall(store, first, last) == {HALL: (1, 4), "二号厅": (0, 2)}) is counted
        assert ("1001" in views.rates(store, first, last)) is counted


def test_two_courses_have_papers_of_their_own(store: Store) -> None:
    planned(store)
    other = [replace(each, bank="gas") for each in FIVE]
    done(actions.set_questions(store, OFFICE, other, now=at("08:00")))
    done(actions.set_course(store, OFFICE, course(code="gas", title="燃气常识"), now=at("08:00")))
    first = done(actions.begin(store, ZHANG, OF, now=at("10:00")))
    second = done(actions.begin(store, ZHANG, "course:gas", now=at("10:01")))
    assert (first.of, second.of) == (OF, "course:gas")
    assert done(actions.begin(store, ZHANG, OF, now=at("10:02"))).id == first.id  # continued
    signed = [each.actor for each in store.events() if each.kind in ("question_set", "course_set")]
    assert set(signed) == {"9001"}


def test_a_stranger_s_closing_kept_the_office_from_closing(store: Store) -> None:
    """A closing counts from the trainer or the office, also when a counter sent another one before."""
    session = planned(store)

    def state() -> SessionState | None:
        found = views.session(store, session)
        return found.state if found else None

    with store.transaction(at("10:00")) as tx:
        tx.record(SessionClosed(), subject=session, actor="1001", hall=EVERYWHERE)
    assert state() is SessionState.PLANNED
    done(actions.close_session(store, OFFICE, session, now=at("11:00")))
    assert state() is SessionState.CLOSED
    assert code(actions.close_session(store, WANG, session, now=at("11:10"))) == "session_closed"


def test_a_trainer_closes_at_home_and_not_before_the_day(store: Store) -> None:
    session = planned(store, trainer=SUN, day=DAY + timedelta(1))
    assert code(actions.close_session(store, SUN, session, now=at("11:00"))) == "session_not_yet"
    assert (
        code(actions.mark(store, SUN, session, "1001", Attendance.PRESENT, "在", now=at("11:00"))) == "session_not_yet"
    )
    assert actions.mark(store, SUN, session, "1001", Attendance.EXCUSED, "休假", now=at("11:00")) is None
    join(store, Enrolment(host="h", port=5432, database="d", login="l", name="n", kind="counter", hall=HALL))
    assert code(actions.close_session(store, SUN, session, now=at("11:00", DAY + timedelta(1)))) == "only_at_home"


def test_a_newcomers_days_and_how_soon_a_course_expires_are_two_settings(store: Store) -> None:
    planned(store, months=1)
    values = {"learning": {"newcomer_days": 10, "soon_days": 3}}
    done(reference.publish(store, OFFICE, "policy", values, now=at("08:20")))
    new = RosterLine("1011", "何平", "一分公司", HALL, "", "cashier", Role.STAFF, since=date(2026, 3, 25))
    import_staff(store, [new], now=at("08:30"))
    assert state_of(store, "1011", date(2026, 4, 4)) is State.DUE
    assert state_of(store, "1011", date(2026, 4, 5)) is State.OVERDUE
    [session] = views.sessions(store)
    done(actions.check_in(store, WANG, session.id, "1001", PIN, now=at("09:00")))
    answered(store, ZHANG, 5)
    days = (DAY, date(2026, 4, 1), date(2026, 4, 2), date(2026, 4, 4), date(2026, 4, 5))  # valid until the 4th
    found = [own.standings[COURSE] for day in days for own in views.matrix(store, day, number="1001")]
    assert [each.state for each in found] == [State.DONE] * 4 + [State.EXPIRED]
    assert [each.soon for each in found] == [False, False, True, True, False]


def test_a_question_that_changed_is_a_new_version_and_the_papers_keep_theirs(store: Store) -> None:
    planned(store)
    paper = answered(store, ZHANG, 5)
    changed = replace(FIVE[0], choices=(Choice("对"), Choice("错", right=True), Choice("不知道")))
    for wanted, count in ((changed, 1), (changed, 0), (FIVE[0], 1)):
        assert actions.set_questions(store, OFFICE, [wanted], now=at("11:00")) == count
    assert sorted(version for number, version in papers.versions(store, COURSE) if number == "q1") == [1, 2, 3]
    assert {each.version for each in paper.paper} == {1}
    assert papers.voiding(store, COURSE, "q1") is not None
    assert actions.void(store, OFFICE, COURSE, "q9", "x", now=at("12:00")) == Refusal("question_unknown")


def test_the_trainer_of_another_hall_is_told_what_was_missed(store: Store) -> None:
    """The papers lie on the first hall's device; the office tells the hall of the trainer, once."""
    planned(store, trainer=SUN)
    assert mistakes.last_wrong(store, SUN.number, COURSE, "1001") is None
    answered(store, ZHANG, 3)
    assert tell_mistakes(store, now=at("18:00")) == 1
    assert tell_mistakes(store, now=at("18:01")) == 0
    told = store.events()[-1]
    fact = store.fact(told)
    assert (told.kind, told.hall, told.occurred_at) == ("mistakes_told", "二号厅", at("10:01"))
    assert [getattr(fact, name) for name in ("of", "staff", "right", "shown")] == [OF, "1001", 3, 5]
    found = mistakes.last_wrong(store, SUN.number, COURSE, "1001")
    assert found is not None
    grade, wrong = found
    assert (grade.right, grade.shown) == (3, 5)
    assert [(each.chosen, each.right) for each in wrong] == [(("错",), ("对",))] * 2
    assert mistakes.last_wrong(store, LI.number, COURSE, "1001") is None  # nobody else's business
    assert mistakes.last_wrong(store, ZHANG.number, COURSE, "1001") is not None


def test_who_has_left_has_no_skills_card(store: Store) -> None:
    planned(store)
    assert views.skills(store, "1001", DAY) is not None
    gone = RosterLine("1001", "张敏", "一分公司", HALL, "1", "cashier", Role.STAFF, active=False)
    import_staff(store, [gone], now=at("09:00"))
    assert views.skills(store, "1001", DAY) is None
    assert views.skills(store, "4711", DAY) is None


def test_a_withdrawn_course_is_for_nobody(store: Store) -> None:
    planned(store)
    done(actions.set_course(store, OFFICE, course(withdrawn=True), now=at("09:00")))
    assert views.missing(store, DAY) == ()
    assert actions.begin(store, ZHANG, OF, now=at("10:00")) == Refusal("course_unknown")
    assert actions.plan(store, OFFICE, PLAN, now=at("10:00")) == Refusal("course_unknown")
