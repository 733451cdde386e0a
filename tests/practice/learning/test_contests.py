"""A contest on one device: rounds, places, units' results, and what team assessment makes of them."""

from datetime import date, timedelta
from fractions import Fraction

from msgspec.structs import replace

from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.assessment import actions as assessment
from shared.practice.assessment import parts
from shared.practice.assessment.facts import Part
from shared.practice.assessment.rules.import_lines import YearFigure
from shared.practice.learning import actions, contests, papers
from shared.practice.learning.contests import Contest
from shared.practice.learning.facts import ContestPlanned
from shared.practice.workload import actions as workload
from shared.practice.workload.facts import Absence
from shared.practice.workload.rules import AbsenceLine
from shared.reference.views import policy_on
from tests.practice.learning.training import COURSE, FIVE, answered, planned
from tests.support.builders import done
from tests.support.practice_hall import DAY, LI, LIU, OFFICE, WANG, ZHANG, ZHAO, at

JUDGES = ("1003", "9001", "3001")
UNITS = {"H1": ("一号厅",), "H2": ("二号厅",)}


def contest(store: Store, **changes: object) -> str:
    """For cashiers, supervisors too: theory of five questions, practice before three judges, speed."""
    line = RosterLine("3001", "评委", "总部", "总部", "", "", Role.OFFICE)
    people.import_staff(store, [line], now=at("08:00"))
    done(actions.set_questions(store, OFFICE, FIVE, now=at("08:00")))
    values: dict[str, object] = {
        "title": "技能竞赛", "year": 2026, "day": DAY, "posts": ("cashier",), "bank": COURSE, "shown": 5,
        "judges": JUDGES, "speed": True,
    }  # fmt: skip
    wanted = ContestPlanned(**{**values, **changes})  # type: ignore[arg-type]
    return str(done(actions.plan_contest(store, OFFICE, wanted, now=at("08:30"))))


def judged(store: Store, subject: str, number: str, *points: int) -> None:
    judges = (WANG, OFFICE, type(OFFICE)("3001", "评委", Role.OFFICE, "", "总部"))
    for judge, marks in zip(judges, points, strict=True):
        done(actions.mark_practice(store, judge, subject, number, marks, now=at("14:00")))


def known(store: Store, subject: str) -> Contest:
    found = contests.contest(store, subject)
    assert found is not None
    return found


def held(store: Store) -> str:
    """张敏 95, 李娜 90, 刘洋 85; 赵刚 and 孙杰 do not take part."""
    subject = contest(store, shown=0, bank="", speed=False)
    for number, points in (("1001", 95), ("1002", 90), ("2001", 85)):
        judged(store, subject, number, points, points, points)
    return subject


def test_three_rounds_become_a_total_and_places(store: Store) -> None:
    subject = contest(store)
    answered(store, ZHANG, 4, subject)
    judged(store, subject, "1001", 18, 24, 30)
    done(actions.time_speed(store, OFFICE, subject, "1001", 750, now=at("15:00")))
    answered(store, LI, 5, subject)
    judged(store, subject, "1002", 90, 90, 90)
    done(actions.time_speed(store, OFFICE, subject, "1002", 600, now=at("15:00")))
    done(actions.close_contest(store, OFFICE, subject, now=at("16:00")))
    first, second = contests.places(store, subject)
    # 0.4 × 100 + 0.4 × 90 + 0.2 × 100; 0.4 × 80 + 0.4 × 24 + 0.2 × 100 × 600/750
    assert (first.name, first.place, first.total) == ("李娜", 1, Fraction(96))
    assert (second.name, second.place, second.total) == ("张敏", 2, Fraction("57.6"))
    assert actions.time_speed(store, OFFICE, subject, "1001", 1, now=at("17:00")) == Refusal("contest_closed")
    assert actions.begin(store, LIU, subject, now=at("17:00")) == Refusal("contest_closed")


def test_the_first_paper_counts_and_there_is_no_second_one(store: Store) -> None:
    subject = contest(store)
    answered(store, ZHANG, 2, subject)
    assert actions.begin(store, ZHANG, subject, now=at("11:00")) == Refusal("contest_once")
    assert actions.begin(store, WANG, subject, now=at("11:00")) == Refusal("not_on_list")
    early = at("10:00", DAY - timedelta(days=1))
    assert actions.begin(store, LI, subject, now=early) == Refusal("contest_not_yet", {"day": DAY})
    # two devices, two papers: both are kept, and the first that was handed in counts
    first, *_ = papers.attempts(store, of=subject)
    later = replace(first, id="attempt:z", handed_at=first.handed_at + 1)
    assert papers.counts_first((later, first))["1001"] == first


def test_who_is_a_judge_and_what_is_a_mark(store: Store) -> None:
    subject = contest(store)
    assert actions.mark_practice(store, ZHAO, subject, "1001", 90, now=at("14:00")) == Refusal("not_a_judge")
    assert actions.mark_practice(store, WANG, subject, "1001", 101, now=at("14:00")) == Refusal("points_of_hundred")
    assert actions.mark_practice(store, WANG, subject, "1003", 90, now=at("14:00")) == Refusal(
        "unknown_person", {"number": "1003"}
    )
    done(actions.mark_practice(store, WANG, subject, "1001", 90, now=at("14:00")))
    few = actions.close_contest(store, OFFICE, subject, now=at("16:00"))
    assert few == Refusal("too_few_judges", {"least": 3, "staff": ("1001",)})
    wanted = ContestPlanned(title="另一个", year=2026, day=DAY, posts=("cashier",), judges=("1001", "1003", "9001"))
    assert actions.plan_contest(store, OFFICE, wanted, now=at("08:30")) == Refusal(
        "judge_takes_part", {"number": "1001"}
    )


def test_a_units_result_is_the_mean_of_who_took_part_times_participation(store: Store) -> None:
    subject = held(store)
    away = [AbsenceLine("2009", Absence.SICK, DAY, DAY)]
    assert workload.import_absences(store, away, now=at("08:20")) == 1
    found = known(store, subject)
    assert [each.number for each in contests.contestants(store, found) if each.excused] == ["2009"]
    assert contests.unit_results(store, found, UNITS) == {}  # not closed yet
    done(actions.close_contest(store, OFFICE, subject, now=at("16:00")))
    found = known(store, subject)
    # 一号厅: (95 + 90)/2 × 2/3, 赵刚 did not take part; 二号厅: 85 × 1/1, 孙杰 is excused
    assert contests.unit_results(store, found, UNITS) == {"H1": Fraction(185, 3), "H2": 85}
    assert (found.closed.expected, found.closed.took_part) == ({"一号厅": 3, "二号厅": 1}, {"一号厅": 2, "二号厅": 1})
    assert contests.year_results(store, 2026, UNITS) == {"H1": Fraction(185, 300), "H2": Fraction(85, 100)}
    assert contests.year_results(store, 2025, UNITS) == {}


def test_who_is_excused_by_the_office_leaves_both_sides(store: Store) -> None:
    subject = held(store)
    assert actions.excuse(store, OFFICE, subject, "1009", "", now=at("15:00")) == Refusal("reason_needed")
    for number in ("1009", "2009"):
        done(actions.excuse(store, OFFICE, subject, number, "值班", now=at("15:00")))
    done(actions.close_contest(store, OFFICE, subject, now=at("16:00")))
    assert contests.unit_results(store, known(store, subject), UNITS) == {"H1": Fraction(185, 2), "H2": 85}


def ability(store: Store) -> dict[str, Fraction | None]:
    now = at("18:00", date(2026, 12, 31))
    found = parts.suggestions(store, 2026, policy_on(store, date(2026, 1, 1)), {}, now=now)[Part.ABILITY]
    return {unit: each.value if each else None for unit, each in found.items()}


def test_own_contests_win_over_imported_ones_and_are_never_added_to_them(store: Store) -> None:
    imported = [YearFigure(2026, hall, "1/2") for hall in ("一号厅", "二号厅")]
    assert assessment.import_contests(store, imported, "test", now=at("08:00")) == 2
    assert ability(store) == {"一号厅": 10, "二号厅": 10}
    subject = contest(store, shown=0, bank="", speed=False, posts=("consultant",), judges=("1001", "9001", "3001"))
    for number in ("1001", "9001", "3001"):
        judge = type(OFFICE)(number, "", Role.STAFF, "", "")
        done(actions.mark_practice(store, judge, subject, "1003", 80, now=at("14:00")))
    assert ability(store) == {"一号厅": 10, "二号厅": 10}
    done(actions.close_contest(store, OFFICE, subject, now=at("16:00")))
    # 一号厅 has a result of its own, 80 × 1/1; 二号厅 was not expected, the imported one counts
    assert ability(store) == {"一号厅": 16, "二号厅": 10}


def test_training_feeds_ability(store: Store) -> None:
    session = planned(store, months=0)
    for number in ("1001", "1002"):
        done(actions.check_in(store, WANG, session, number, "402913", now=at("09:00")))
    done(actions.close_session(store, WANG, session, now=at("11:00")))
    answered(store, ZHANG, 5)
    # no contest: exams 0.3 and attendance 0.2 share its weight. 一号厅: 1 of 4 passed, 2 of 4 there
    found = ability(store)
    assert found["一号厅"] == 20 * (Fraction(3, 5) * Fraction(1, 4) + Fraction(2, 5) * Fraction(2, 4))
    assert found["二号厅"] == 0


def test_a_rebuild_gives_the_same_tables(store: Store) -> None:
    subject = held(store)
    done(actions.excuse(store, OFFICE, subject, "1009", "值班", now=at("15:00")))
    done(actions.close_contest(store, OFFICE, subject, now=at("16:00")))
    before = contests.contest(store, subject), contests.places(store, subject)
    store.rebuild()
    assert (contests.contest(store, subject), contests.places(store, subject)) == before


def test_a_paper_of_a_contest_is_not_taken_once_it_is_closed(store: Store) -> None:
    subject = contest(store, speed=False, judges=())
    answered(store, ZHANG, 5, subject)
    late = done(actions.begin(store, LI, subject, now=at("10:30")))
    assert isinstance(late, papers.Attempt)
    done(actions.close_contest(store, OFFICE, subject, now=at("11:00")))
    assert actions.hand_in(store, LI, late.id, [[0]] * 5, now=at("11:01")) == Refusal("contest_closed")
    assert actions.begin(store, WANG, subject, now=at("11:02")) == Refusal("contest_closed")
    closing = [each for each in store.events(subject=subject) if each.kind in ("contest_placed", "contest_closed")]
    assert {(each.kind, each.actor, each.hall) for each in closing} == {
        ("contest_placed", "9001", "*"),
        ("contest_closed", "9001", "*"),
    }
