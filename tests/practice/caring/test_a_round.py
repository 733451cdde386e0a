"""A round on one device, from a diary line to the annals, and every refusal on its way (practices.en.md §6)."""

from datetime import date

import pytest
from msgspec.structs import replace

from shared.device import codes
from shared.domain.money import decimal
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.caring import actions, annals, own, views
from shared.practice.caring.facts import AnnalWritten, Scored
from shared.practice.caring.tables import projection
from shared.practice.caring.views import State, Step
from tests.practice.caring.round import (
    AFTER,
    FINAL,
    FULL,
    JUDGING,
    JURORS,
    OPENING,
    YEAR,
    announced,
    award,
    closed,
    prepare,
    ready,
    scores,
    told,
)
from tests.support.builders import code, done
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, WANG, ZHANG, ZHAO, at


def test_from_a_diary_line_to_the_annals(held):
    entry = told(held)
    assert [each.step for each in award(held).entries] == [Step.NOMINATED]
    assert own.asked(held, ZHANG.number) == ()
    done(actions.ask(held, OFFICE, YEAR, entry, now=at("09:10")))
    [asked] = own.asked(held, ZHANG.number)
    assert (asked.text, asked.by_me) == ("张敏帮老人修好了灶具", False)
    done(actions.consent(held, ZHANG, entry, True, now=at("09:15")))
    assert prepare(held, entry) == 1
    assert award(held, JUDGING).state is State.JUDGING
    scores(held, entry, 18, 21, 24, 27, 30)
    announced(held)
    shown = own.in_notice(held, WANG.number)
    assert [(each.name, each.hall, each.text) for each in shown.shown] == [
        ("张敏", "一号厅", "〔本人〕帮老人修好了灶具")
    ]
    assert shown.until == date(2026, 4, 17)  # five working days after the 10th
    done(actions.finish(held, OFFICE, YEAR, now=at("09:00", FINAL)))
    found = award(held, FINAL)
    assert found.state is State.FINAL
    assert decimal(found.result.awarded[0].score) == "24.00"
    [annal] = annals.annals(held, YEAR)
    assert (annal.name, annal.title, annal.text) == ("张敏", "修好了灶具", "〔本人〕帮老人修好了灶具")
    [copy] = own.copies(held, ZHANG.number)
    assert (copy.text, copy.awarded) == ("张敏帮老人修好了灶具", True)
    before = tables(held)
    held.rebuild()
    assert tables(held) == before


def tables(store):
    """All that was computed of the award."""
    asked = (f"SELECT * FROM {each._meta.table_name}" for each in projection.tables)
    return [sorted(row[1:] for row in store.db.execute_sql(each).fetchall()) for each in asked]


def test_every_step_is_signed_and_goes_to_whom_it_concerns(held):
    """Scores and names stay with the office; what a person is asked or given goes to their hall."""
    move(held, ZHANG, "二号厅")  # the office's device is of the first hall here
    entry, other = told(held), ready(held, author=ZHANG, hero=WANG, text="王芳找回了卡")
    done(actions.ask(held, OFFICE, YEAR, entry, now=at("09:10")))
    done(actions.consent(held, ZHANG, entry, True, now=at("09:15")))
    prepare(held, entry)
    done(actions.appoint(held, OFFICE, YEAR, "2001", now=at("09:30")))
    done(actions.set_aside(held, OFFICE, YEAR, other, " 重复 ", now=at("09:40")))
    scores(held, entry, 24, 24, 24)
    announced(held)
    done(actions.object_to(held, ZHANG, " 不是我 ", now=at("17:00", AFTER)))
    [said] = views.objections(held, YEAR)
    done(actions.answer(held, OFFICE, YEAR, said.id, False, " 是您 ", now=at("17:10", AFTER)))
    done(actions.finish(held, OFFICE, YEAR, now=at("09:00", FINAL)))
    of_award = [each for each in held.events() if each.subject.startswith(("round:", "nomination:", "objection:"))]
    assert {(each.kind, each.actor, each.hall) for each in of_award} == {
        *(("round_opened", "9001", HALL), ("nominated", "1002", HALL), ("nominated", "1001", HALL)),
        *(("consent_asked", "9001", HALL), ("consent_asked", "9001", "二号厅")),
        *(("consented", "1003", HALL), ("consented", "1001", HALL), ("prepared", "9001", HALL)),
        *(("juror_appointed", "9001", HALL), ("recused", "", "二号厅")),
        *(("entry_withdrawn", "9001", HALL), ("personal_erased", "9001", HALL)),
        *(("scored", juror.number, HALL) for juror in JURORS[:3]),
        *(("jury_closed", "9001", HALL), ("scoring_set", "9001", HALL), ("decided", "9001", HALL)),
        *(("round_announced", "9001", HALL), ("award_shown", "9001", HALL), ("round_finished", "9001", HALL)),
        *(("objected", "1001", HALL), ("objection_answered", "9001", "二号厅"), ("copy_given", "9001", "二号厅")),
    }
    assert (said.text, views.objections(held, YEAR)[0].answer) == ("不是我", "是您")


def move(store, who, hall: str) -> None:
    import_staff(store, [RosterLine(who.number, who.name, "一分公司", hall, "", who.post, who.role)], now=at("08:40"))


def test_what_is_empty_unknown_or_done_already_is_refused(held):
    entry = ready(held)
    scores(held, entry, 24, 24, 24)
    assert code(actions.set_aside(held, OFFICE, YEAR, entry, " ", now=at("10:00", AFTER))) == "reason_needed"
    announced(held)
    again = actions.decide(held, OFFICE, YEAR, JURORS[0].number, now=at("16:30", AFTER))
    assert code(again) == "round_order"
    assert code(actions.object_to(held, LI, " ", now=at("17:00", AFTER))) == "empty_text"
    assert actions.object_to(held, LI, "不是他做的", now=at("17:00", date(2026, 4, 17))) is None  # the last day
    [said] = views.objections(held, YEAR)
    answers = [
        actions.answer(held, OFFICE, YEAR, objection, True, text, now=at("18:00", date(2026, 4, 17)))
        for objection, text in ((said.id, " "), ("objection:x", "属实"), (said.id, "属实"), (said.id, "属实"))
    ]
    assert [code(each) for each in answers] == ["reason_needed", "not_found", None, "objection_answered"]
    assert code(actions.reopen(held, OFFICE, YEAR, " ", now=at("09:00", FINAL))) == "reason_needed"
    done(actions.finish(held, OFFICE, YEAR, now=at("09:00", date(2026, 4, 18))))  # the day after the notice


def test_the_order_of_the_office_s_steps(held):
    entry = ready(held)
    steps = {
        "decide": lambda: actions.decide(held, OFFICE, YEAR, JURORS[0].number, now=at("16:00", AFTER)),
        "announce": lambda: actions.announce(held, OFFICE, YEAR, now=at("16:00", AFTER)),
        "finish": lambda: actions.finish(held, OFFICE, YEAR, now=at("16:00", AFTER)),
        "reopen": lambda: actions.reopen(held, OFFICE, YEAR, "再评", now=at("16:00", AFTER)),
    }
    assert code(steps["decide"]()) == "jury_not_closed"
    assert code(steps["announce"]()) == code(steps["finish"]()) == "round_order"
    assert code(steps["reopen"]()) == "jury_not_closed"
    assert code(actions.close_jury(held, OFFICE, YEAR, now=at("16:00"))) == "still_nominating"
    scores(held, entry, 20, 20, 20)
    announced(held)
    assert code(actions.finish(held, OFFICE, YEAR, now=at("09:00", date(2026, 4, 17)))) == "in_notice_until"
    done(actions.finish(held, OFFICE, YEAR, now=at("09:00", FINAL)))
    assert code(actions.reopen(held, OFFICE, YEAR, "再评", now=at("16:00", FINAL))) == "round_order"


def test_the_figures_as_closed_stay_whatever_comes_later(held):
    entry = ready(held)
    scores(held, entry, 18, 21, 24)
    closed(held)
    assert code(actions.score(held, JURORS[3], entry, 1, FULL, now=at("17:00", AFTER))) == "jury_is_closed"
    before = award(held, AFTER).result
    with held.transaction(at("17:00", AFTER)) as tx:  # a counter that was away sends what it had
        fact = Scored(juror=JURORS[3].number, version=1, pressure=10, contribution=10, lesson=10)
        tx.record(fact, subject=entry, actor=JURORS[3].number)
    assert award(held, AFTER).result == before
    assert award(held, AFTER).late


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"jury": OPENING.jury[:4]}, "jury_size"),
        ({"jury": (*OPENING.jury[:4], "4711")}, "unknown_person"),
        ({"jury": (*OPENING.jury[:4], OPENING.jury[0])}, "juror_twice"),
        ({"nominate_until": date(2026, 3, 3)}, "round_days"),
        ({"judge_until": date(2026, 3, 31)}, "round_days"),
    ],
)
def test_invalid_rounds_are_refused(held, changes, refusal):
    assert code(actions.open_round(held, OFFICE, 2027, replace(OPENING, **changes), now=at("08:30"))) == refusal


def test_one_round_a_year_and_by_the_office_alone(held):
    assert code(actions.open_round(held, OFFICE, YEAR, OPENING, now=at("08:30"))) == "round_exists"
    assert code(actions.open_round(held, ZHAO, 2027, OPENING, now=at("08:30"))) == "not_allowed"


def test_a_juror_of_two_open_rounds_is_given_the_newer_one_and_nominations_go_there(held):
    later = replace(OPENING, nominate_until=date(2027, 3, 31), judge_until=date(2027, 4, 9))
    done(actions.open_round(held, OFFICE, YEAR + 1, later, now=at("08:40")))
    assert own.nominating(held, DAY) == YEAR + 1
    found = own.assignment(held, OPENING.jury[0], DAY)
    assert found is not None
    assert found.year == YEAR + 1


# ---- notice -------------------------------------------------------------------------------------------------------


def test_an_objection_is_answered_before_the_annals_and_judged_again(held):
    entry, other = ready(held), ready(held, author=ZHANG, hero=WANG, text="王芳找回了卡")
    scores(held, entry, 24, 24, 24)
    assert code(actions.object_to(held, WANG, "不是他做的", now=at("12:00", AFTER))) == "no_awards_in_notice"
    announced(held)
    done(actions.object_to(held, LI, "不是他做的", now=at("17:00", AFTER)))
    assert code(actions.finish(held, OFFICE, YEAR, now=at("09:00", FINAL))) == "objections_open"
    [said] = views.objections(held, YEAR)
    assert code(actions.answer(held, ZHAO, YEAR, said.id, True, "属实", now=at("09:00", FINAL))) == "not_allowed"
    done(actions.answer(held, OFFICE, YEAR, said.id, True, "属实", now=at("09:00", FINAL)))
    [mine] = own.in_notice(held, LI.number).mine
    assert (mine.accepted, mine.answer) == (True, "属实")
    done(actions.reopen(held, OFFICE, YEAR, "异议属实", now=at("09:10", FINAL)))
    assert own.in_notice(held, LI.number) is None
    done(actions.set_aside(held, OFFICE, YEAR, entry, "不是本人所为", now=at("09:20", FINAL)))
    scores(held, other, 20, 20, 20, day=FINAL)
    done(actions.close_jury(held, OFFICE, YEAR, now=at("16:00", FINAL)))
    assert [each.entry for each in award(held, FINAL).result.awarded] == [other]


def test_objections_end_with_the_notice(held):
    scores(held, ready(held), 24, 24, 24)
    announced(held)
    assert code(actions.object_to(held, LI, "晚了", now=at("09:00", date(2026, 4, 18)))) == "no_awards_in_notice"


# ---- annals -------------------------------------------------------------------------------------------------------


def test_the_book_is_searched_by_any_word_and_by_year(held):
    with held.transaction(at("09:00")) as tx:
        for n, (year, name, title) in enumerate(((2025, "李娜", "雪中送票"), (2026, "王芳", "找回的vip卡"))):
            fact = AnnalWritten(
                year=year, hero=f"100{n}", name=name, title=title, text="〔本人〕" + title, hall="一号厅"
            )
            tx.record(fact, subject=f"annal:{n:032x}")
    assert annals.years(held) == (2026, 2025)
    assert [each.name for each in annals.annals(held)] == ["王芳", "李娜"]
    assert [each.name for each in annals.annals(held, wanted="一号厅 雪中")] == ["李娜"]
    assert [each.name for each in annals.annals(held, wanted="VIP卡")] == ["王芳"]
    assert annals.annals(held, 2026, "雪中") == ()
    key = b"k" * 32
    code_ = codes.text(codes.Certificate(f"annal:{1:032x}"), key)
    assert annals.certified(held, code_, key).name == "王芳"
    assert annals.certified(held, code_, b"x" * 32) is None
    assert annals.certified(held, codes.text(codes.Certificate(f"annal:{7:032x}"), key), key) is None
