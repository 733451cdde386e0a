"""Courses, sessions and certificates on one device: who is expected, what counts, who may see what."""

from datetime import date, timedelta

import pytest

from shared.device import codes
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.learning import actions, views
from shared.practice.learning.actions import Plan
from shared.practice.learning.facts import Attendance
from shared.practice.learning.rules.standing import State
from shared.practice.workload import actions as workload
from shared.practice.workload.facts import Absence
from shared.practice.workload.rules import AbsenceLine
from tests.practice.learning.training import COURSE, FIVE, OF, PIN, answered, course, planned, state_of
from tests.support.builders import done
from tests.support.practice_hall import DAY, LI, OFFICE, WANG, ZHANG, ZHAO, at


def states(store: Store, session: str) -> dict[str, Attendance]:
    found = views.session(store, session)
    assert found is not None
    return {each.number: each.state for each in views.attendance(store, found)}


def test_everybody_of_the_posts_and_the_related_posts_is_expected(store: Store) -> None:
    session = planned(store)
    assert set(states(store, session)) == {"1001", "1002", "1003", "1009", "2001", "2009"}  # not the office
    assert set(states(store, session).values()) == {Attendance.EXPECTED}
    assert {each.number for each in views.missing(store, DAY, ZHANG.hall)} == {"1001", "1002", "1003", "1009"}


def test_attendance_is_signed_by_pin_on_the_trainers_pc_on_time_or_late(store: Store) -> None:
    session = planned(store)
    assert actions.check_in(store, ZHAO, session, "1001", PIN, now=at("09:00")) == Refusal("not_the_trainer")
    assert actions.check_in(store, WANG, session, "1001", "000000", now=at("09:00")) == Refusal("wrong_pin")
    assert actions.check_in(store, WANG, session, "1001", PIN, now=at("09:05")) is Attendance.PRESENT
    badge = codes.text(codes.Badge("1002"), codes.key(store.folder))
    assert actions.check_in(store, WANG, session, badge, PIN, now=at("09:20")) is Attendance.LATE
    assert actions.check_in(store, WANG, session, "1001", PIN, now=at("09:30")) == Refusal("signed_already")
    found = states(store, session)
    assert (found["1001"], found["1002"], found["1003"]) == (Attendance.PRESENT, Attendance.LATE, Attendance.EXPECTED)


def test_who_is_not_on_the_list_is_refused(store: Store) -> None:
    session = planned(store, posts=("consultant",), related=())
    assert actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")) == Refusal("not_on_list")
    assert actions.begin(store, ZHANG, OF, now=at("09:00")) == Refusal("not_on_list")
    stranger = Plan(COURSE, DAY, "09:00", "", "1003", ("1001",))
    assert actions.plan(store, OFFICE, stranger, now=at("09:00")) == Refusal("not_concerned", {"number": "1001"})


def test_at_the_closing_who_is_not_recorded_was_absent_or_excused(store: Store) -> None:
    """Who is away counts in neither side; who had left by then is not counted at all."""
    session = planned(store)
    away = [AbsenceLine("1002", Absence.LEAVE, DAY, DAY)]
    assert workload.import_absences(store, away, now=at("08:20")) == 1
    gone = RosterLine("2001", "刘洋", "一分公司", "二号厅", "1", "cashier", Role.STAFF, active=False)
    assert people.import_staff(store, [gone], now=at("08:30")) == 1
    done(actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")))
    assert actions.mark(store, WANG, session, "1009", Attendance.PRESENT, "", now=at("09:01")) == Refusal(
        "reason_needed"
    )
    done(actions.mark(store, WANG, session, "1009", Attendance.PRESENT, "忘带工牌", now=at("09:02")))
    done(actions.close_session(store, WANG, session, now=at("11:00")))
    assert states(store, session) == {
        "1001": Attendance.PRESENT,
        "1002": Attendance.EXCUSED,
        "1003": Attendance.ABSENT,
        "1009": Attendance.PRESENT,
        "2009": Attendance.ABSENT,
    }
    found = views.session(store, session)
    assert found is not None
    marked = {each.number: each.reason for each in views.attendance(store, found) if each.marked}
    assert marked == {"1009": "忘带工牌"}
    over = actions.check_in(store, WANG, session, "1002", PIN, now=at("11:01"))
    assert over == Refusal("session_closed")
    assert views.attended_by_hall(store, DAY, DAY) == {"一号厅": (2, 3), "二号厅": (0, 1)}


def test_a_course_is_due_then_overdue_done_and_expired(store: Store) -> None:
    session = planned(store)
    assert state_of(store, "1001") is State.DUE
    assert state_of(store, "1001", date(2026, 4, 1)) is State.OVERDUE
    answered(store, ZHANG, 4)
    assert state_of(store, "1001") is State.DUE  # passed, but never there
    done(actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")))
    assert state_of(store, "1001") is State.DONE
    assert state_of(store, "1001", date(2026, 9, 4)) is State.DONE
    assert state_of(store, "1001", date(2026, 9, 5)) is State.EXPIRED
    assert state_of(store, "1001", DAY - timedelta(days=1)) is State.DUE  # a past day as it was known then


def test_a_newcomer_has_a_month_of_their_own(store: Store) -> None:
    planned(store)
    new = RosterLine("1011", "何平", "一分公司", "一号厅", "", "cashier", Role.STAFF, since=date(2026, 3, 20))
    people.import_staff(store, [new], now=at("08:03"))
    assert state_of(store, "1011", date(2026, 4, 19)) is State.DUE
    assert state_of(store, "1011", date(2026, 4, 20)) is State.OVERDUE


def test_one_certificate_per_person_and_course_only_with_the_quiz_passed(store: Store) -> None:
    session = planned(store)
    for number in ("1001", "1002"):
        done(actions.check_in(store, WANG, session, number, PIN, now=at("09:00")))
    answered(store, ZHANG, 4)
    answered(store, LI, 3)
    assert actions.certify(store, ZHAO, now=at("12:00")) == Refusal("not_allowed")
    assert actions.certify(store, OFFICE, now=at("12:00")) == 1
    assert actions.certify(store, OFFICE, now=at("12:01")) == 0
    [held] = views.certificates(store, staff="1001")
    assert (held.done, held.until, held.title) == (DAY, date(2026, 9, 4), "温情服务")
    key = codes.key(store.folder)
    assert views.certified(store, codes.text(codes.Training(held.id), key), key) == held
    assert views.certified(store, codes.text(codes.Training(held.id), b"x" * 32), key) is None
    assert views.certificates(store, staff="1002") == ()
    # passed once more, months later: the same certificate, renewed
    later = date(2026, 8, 31)
    answered(store, ZHANG, 5, now=at("10:00", later))
    assert actions.certify(store, OFFICE, now=at("12:00", later)) == 1
    [again] = views.certificates(store, staff="1001")
    assert (again.id, again.done, again.until) == (held.id, later, date(2027, 2, 28))


def test_the_skills_card_says_all_of_one_person(store: Store) -> None:
    session = planned(store)
    done(actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")))
    done(actions.close_session(store, WANG, session, now=at("11:00")))
    answered(store, ZHANG, 4)
    done(actions.certify(store, OFFICE, now=at("12:00")))
    card = views.skills(store, "1001", DAY)
    assert card is not None
    [skill] = card.skills
    assert (skill.standing.state, skill.tries, skill.certificate is not None) == (State.DONE, 1, True)
    assert (card.rate.attended, card.rate.held, card.rate.planned) == (1, 1, 1)
    assert views.skills(store, "9001", DAY).skills == ()
    assert views.exams_by_hall(store, date(2026, 4, 1)) == {"一号厅": (1, 4), "二号厅": (0, 2)}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "温情"}, "learning_code"),
        ({"title": " "}, "title_needed"),
        ({"posts": (), "related": ()}, "course_audience"),
        ({"session": False, "shown": 0}, "course_empty"),
        ({"shown": 6}, "bank_too_small"),
    ],
)
def test_an_incomplete_course_is_refused(store: Store, changes: dict[str, object], code: str) -> None:
    done(actions.set_questions(store, OFFICE, FIVE, now=at("08:00")))
    answer = actions.set_course(store, OFFICE, course(**changes), now=at("08:00"))
    assert isinstance(answer, Refusal)
    assert answer.code == code


@pytest.mark.parametrize("who", [ZHANG, ZHAO])
def test_only_the_office_sets_courses_questions_and_sessions(store: Store, who: Actor) -> None:
    planned(store)
    plan = Plan(COURSE, DAY, "09:00", "", "1003")
    for answer in (
        actions.set_course(store, who, course(), now=at("08:00")),
        actions.set_questions(store, who, FIVE, now=at("08:00")),
        actions.void(store, who, COURSE, "q1", "x", now=at("08:00")),
        actions.plan(store, who, plan, now=at("08:00")),
        actions.cancel(store, who, "session:1", "x", now=at("08:00")),
    ):
        assert answer == Refusal("not_allowed")


def test_a_rebuild_gives_the_same_tables(store: Store) -> None:
    session = planned(store)
    done(actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")))
    done(actions.mark(store, WANG, session, "1003", Attendance.EXCUSED, "陪护", now=at("09:02")))
    answered(store, ZHANG, 3)
    answered(store, LI, 4)
    done(actions.void(store, OFFICE, COURSE, "q2", "题干有误", now=at("11:00")))
    done(actions.close_session(store, WANG, session, now=at("11:00")))
    done(actions.certify(store, OFFICE, now=at("12:00")))

    def all_rows() -> list[object]:
        tables = (
            "course",
            "training_session",
            "training_attendance",
            "question",
            "quiz_attempt",
            "training_certificate",
        )
        return [sorted(map(str, _rows(store, table))) for table in tables]

    before = all_rows()
    store.rebuild()
    assert all_rows() == before


def _rows(store: Store, table: str) -> list[object]:
    names = [each[1] for each in store.db.execute_sql(f"PRAGMA table_info({table})").fetchall() if each[1] != "id"]
    return list(store.db.execute_sql(f"SELECT {', '.join(names)} FROM {table}").fetchall())


def test_the_wording_of_the_refusals(store: Store) -> None:
    session = planned(store, posts=("consultant",), related=())
    done(actions.void(store, OFFICE, COURSE, "q1", "题干有误", now=at("09:00")))
    refused = (
        actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")),
        actions.void(store, OFFICE, COURSE, "q1", "题干有误", now=at("09:01")),
        actions.close_session(store, WANG, session, now=at("10:00"))
        or actions.close_session(store, WANG, session, now=at("10:01")),
    )
    said = [wording.refusal(each) for each in refused if isinstance(each, Refusal)]
    assert said == ["您不在此课程名单。", "该题已停用。", "本场已结束。"]
