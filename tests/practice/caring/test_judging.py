"""Marks, who is recused, and the worked examples played through the actions (practices.en.md §6)."""

from datetime import date

import pytest
from msgspec.structs import replace

from shared.domain.money import decimal
from shared.domain.roles import Role
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.caring import actions, own
from shared.practice.caring.actions import jurors
from shared.practice.caring.actions.jury import Marks
from shared.practice.caring.facts import Recused, ScoreKept
from shared.practice.caring.tables import ScoreRow
from tests.practice.caring.round import (
    AFTER,
    FULL,
    JUDGING,
    JURORS,
    OPENING,
    YEAR,
    announced,
    award,
    closed,
    open_round,
    prepare,
    ready,
    scores,
    sentence,
    told,
)
from tests.support.builders import code, done
from tests.support.practice_hall import LI, LIU, OFFICE, WANG, ZHANG, ZHAO, at


def test_marks_are_whole_and_in_range(held):
    entry = ready(held)
    answer = actions.score(held, JURORS[0], entry, 1, Marks(11, 0, 0), now=at("10:00", JUDGING))
    assert sentence(answer) == "满分 10 分，须为整数。"
    assert code(actions.score(held, WANG, entry, 1, FULL, now=at("10:00", JUDGING))) == "not_a_juror"


def test_the_last_marks_count(held):
    entry = ready(held)
    scores(held, entry, 10, 10, 10)
    scores(held, entry, 24, 24, 24)
    assert decimal(award(held, JUDGING).result.awarded[0].score) == "24.00"


def jury_with(store, *others):
    opening = replace(OPENING, jury=(*OPENING.jury[: 5 - len(others)], *(each.number for each in others)))
    open_round(store, opening)


@pytest.mark.parametrize(
    ("juror", "author", "said"),
    [
        (WANG, LIU, "您与当事人同厅，已自动回避。"),
        (ZHANG, LIU, "您与这件事有关，已自动回避。"),  # the hero
        (LIU, LIU, "您与这件事有关，已自动回避。"),  # the author
        (ZHAO, LIU, "您与这件事有关，已自动回避。"),  # supervises the hero
    ],
    ids=["hall", "hero", "author", "supervisor"],
)
def test_who_is_recused_by_itself(store, juror, author, said):
    jury_with(store, juror)
    entry = ready(store, author=author, hero=ZHANG)
    assert sentence(actions.score(store, juror, entry, 1, FULL, now=at("10:00", JUDGING))) == said
    scores(store, entry, 20, 20, 20)
    assert decimal(award(store, JUDGING).result.awarded[0].score) == "20.00"
    [paper] = own.assignment(store, juror.number, JUDGING).texts
    assert paper.recused in ("same_hall", "concerned")


def test_the_hall_of_the_deed_and_that_of_today_are_both_the_hero_s(store):
    jury_with(store, WANG, LIU)
    entry = ready(store, author=LI, hero=ZHANG)
    moved = RosterLine("1001", "张敏", "一分公司", "二号厅", "", "cashier", Role.STAFF)
    import_staff(store, [moved], now=at("11:00"))
    for juror in (WANG, LIU):
        answer = actions.score(store, juror, entry, 1, FULL, now=at("10:00", JUDGING))
        assert code(answer) == "recused_same_hall", juror.name
    assert {juror for _, juror in award(store, JUDGING).recused} >= {WANG.number, LIU.number}


def test_a_juror_who_was_in_the_hero_s_hall_at_the_deed_is_recused_after_moving_away(store):
    """Only the juror's hall of today was looked at, so that whoever had worked beside the hero could judge."""
    jury_with(store, WANG)
    entry = told(store, author=LI, hero=ZHANG)
    moved = RosterLine("1003", "王芳", "二分公司", "二号厅", "", "consultant", Role.STAFF)
    import_staff(store, [moved], now=at("08:00", date(2026, 3, 20)))
    done(actions.ask(store, OFFICE, YEAR, entry, now=at("09:00", date(2026, 3, 21))))
    done(actions.consent(store, ZHANG, entry, True, now=at("09:10", date(2026, 3, 21))))
    prepare(store, entry, day=date(2026, 3, 21))
    assert award(store, JUDGING).recused == {(entry, WANG.number): "same_hall"}


def test_what_a_juror_s_device_is_told_names_nobody_s_part(store):
    jury_with(store, ZHANG, LIU)
    ready(store, author=LIU, hero=ZHANG)
    told_ = [store.fact(event) for event in store.events() if event.kind == Recused.kind()]
    assert {each.reason for each in told_} == {"concerned"}


def test_a_juror_who_recognises_somebody_is_out_of_that_entry(held):
    entry = ready(held)
    scores(held, entry, 24, 24, 24, 30)
    done(actions.recuse(held, JURORS[3], entry, now=at("10:30", JUDGING)))
    assert decimal(award(held, JUDGING).result.awarded[0].score) == "24.00"
    answer = actions.score(held, JURORS[3], entry, 1, FULL, now=at("10:31", JUDGING))
    assert code(answer) == "recused_recognised"


def test_with_two_jurors_an_entry_is_not_ranked_until_a_substitute_comes(held):
    entry = ready(held)
    scores(held, entry, 24, 24)
    assert award(held, JUDGING).result.unranked == (entry,)
    assert code(actions.appoint(held, OFFICE, YEAR, JURORS[0].number, now=at("10:30", JUDGING))) == "juror_twice"
    done(actions.appoint(held, OFFICE, YEAR, LIU.number, now=at("10:30", JUDGING)))
    done(actions.score(held, LIU, entry, 1, Marks(8, 8, 8), now=at("11:00", JUDGING)))
    assert decimal(award(held, JUDGING).result.awarded[0].score) == "24.00"


@pytest.mark.parametrize(
    ("points", "score"),
    [
        ((18, 21, 24, 27, 30), "24.0000"),  # (21 + 24 + 27) / 3
        ((21, 24, 27, 30), "25.5000"),  # one absent: (0.2·21 + 24 + 27 + 0.2·30) / 2.4 = 61.2 / 2.4
        ((21, 24, 27), "24.0000"),  # (0.4·21 + 24 + 0.4·27) / 1.8
        ((21, 24), None),  # two: refused
    ],
)
def test_example_1_an_absent_juror_is_missing_and_never_nought(held, points, score):
    entry = ready(held)
    scores(held, entry, *points)
    found = award(held, JUDGING).result
    assert [decimal(each.score, 4) for each in found.awarded] == ([score] if score else [])
    assert bool(found.unranked) is (score is None)


def test_example_2_a_harsh_juror_s_recusal_lifts_nobody(store):
    open_round(store, replace(OPENING, places=1))
    one, two = ready(store, hero=ZHANG), ready(store, author=ZHANG, hero=LI, text="李娜送票上门")
    scores(store, one, 24, 24, 23, 24)
    done(actions.recuse(store, JURORS[4], one, now=at("10:10", JUDGING)))
    scores(store, two, 25, 25, 24, 25, 16)
    found = award(store, JUDGING)
    # (0.2·23 + 24 + 24 + 0.2·24) / 2.4 = 23.9167; (24 + 25 + 25) / 3 = 24.6667
    assert [(each.entry, decimal(each.score, 4)) for each in found.result.awarded] == [(two, "24.6667")]
    assert [(each.entry, decimal(each.score, 4)) for each in found.result.nominated] == [(one, "23.9167")]
    closed(store)
    done(actions.decide(store, OFFICE, YEAR, JURORS[0].number, now=at("16:10", AFTER)))  # no warning: no minute needed


@pytest.mark.parametrize(("lesson", "won"), [(7, 3), (8, 2)])
def test_example_3_full_equals_share_the_last_place(held, lesson, won):
    """Of equal points the lesson decides, then the contribution; full equals share."""
    best, one, other = (ready(held, hero=hero) for hero in (ZHANG, WANG, ZHAO))
    for entry, marks in ((best, Marks(9, 9, 9)), (one, Marks(9, 9, 7)), (other, Marks(16 - lesson, 9, lesson))):
        for juror in JURORS:
            done(actions.score(held, juror, entry, 1, marks, now=at("10:00", JUDGING)))
    found = award(held, JUDGING).result
    assert len(found.awarded) == won
    assert found.awarded[0].entry == best
    assert won == 3 or found.awarded[1].entry == other


def test_example_4_one_award_a_person_and_the_next_moves_up(held):
    first, second = ready(held, hero=ZHANG), ready(held, author=WANG, hero=ZHANG, text="张敏又帮了忙")
    third = ready(held, author=ZHANG, hero=LI, text="李娜送票上门")
    for entry, points in ((first, 27), (second, 26), (third, 24)):
        scores(held, entry, *(points,) * 5)
    announced(held)
    found = award(held, AFTER).result
    assert [each.entry for each in found.awarded] == [first, third]
    assert [each.entry for each in found.nominated] == [second]


def test_a_check_that_names_other_winners_asks_for_a_minute(store):
    open_round(store, replace(OPENING, places=1))
    lenient = ready(store, hero=ZHANG)
    judged_by_all = ready(store, author=ZHANG, hero=LI, text="李娜送票上门")
    plain = ready(store, author=WANG, hero=WANG, text="王芳找回了卡")
    # the fourth and fifth jurors are stricter everywhere, and judged two entries only
    scores(store, lenient, 24, 24, 24)
    scores(store, judged_by_all, 25, 25, 25, 19, 19)
    scores(store, plain, 22, 22, 22, 19, 19)
    closed(store)
    chair = JURORS[0].number
    assert code(actions.decide(store, OFFICE, YEAR, "1001", "理由", now=at("16:10", AFTER))) == "chair_not_in_jury"
    assert code(actions.decide(store, OFFICE, YEAR, chair, now=at("16:10", AFTER))) == "minute_needed"
    done(actions.decide(store, OFFICE, YEAR, chair, "按规则执行", now=at("16:10", AFTER)))
    assert [each.entry for each in award(store, AFTER).result.awarded] == [lenient]


def test_a_hero_who_moves_to_a_juror_s_hall_recuses_them_at_their_own_pc_too(held):
    """The recusal was told when the text went out, and never again."""
    entry = ready(held)
    assert jurors.tell_jurors(held, now=at("11:00")) == 0
    moved = RosterLine("1001", "张敏", "二分公司", "三号厅", "", "cashier", Role.STAFF)
    import_staff(held, [moved], now=at("12:00"))
    assert jurors.tell_jurors(held, now=at("12:10")) == len(JURORS)
    assert jurors.tell_jurors(held, now=at("13:10")) == 0
    told_ = [event for event in held.events(subject=entry) if event.kind == Recused.kind()]
    assert {(event.hall, held.fact(event).reason) for event in told_} == {("三号厅", "same_hall")}


def test_a_juror_at_another_pc_learns_that_the_office_has_the_marks_and_not_which(held):
    entry = ready(held)
    scores(held, entry, 24, 24, 24)
    assert jurors.tell_jurors(held, now=at("11:00", JUDGING)) == 3
    moved = RosterLine("3001", "评委1", "一分公司", "一号厅", "", "cashier", Role.STAFF)
    import_staff(held, [moved], now=at("12:00", JUDGING))
    jurors.tell_jurors(held, now=at("12:10", JUDGING))
    kept = [event for event in held.events(subject=entry) if event.kind == ScoreKept.kind()]
    assert [event.hall for event in kept if event.body["juror"] == "3001"] == ["三号厅", "一号厅"]
    assert all(set(event.body) == {"juror", "version"} for event in kept)
    ScoreRow.update(version=0).where(ScoreRow.juror == "3001").execute(held.db)  # as at a PC without the marks
    [paper] = own.assignment(held, "3001", JUDGING).texts
    assert (paper.score, paper.elsewhere, paper.waits) == (None, True, False)
