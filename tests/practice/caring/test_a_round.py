"""A round on one device, from a diary line to the annals, and every refusal on its way (practices.en.md §6)."""

from dataclasses import replace
from datetime import date

import pytest

from shared.device import codes
from shared.domain import wording
from shared.domain.money import decimal
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.caring import actions, annals, own, views
from shared.practice.caring.actions.jury import Marks
from shared.practice.caring.facts import AnnalWritten, Recused, Scored
from shared.practice.caring.tables import projection
from shared.practice.caring.views import State, Step
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from tests.practice.caring.round import (
    AFTER,
    FINAL,
    JUDGING,
    JURORS,
    OPENING,
    YEAR,
    announced,
    award,
    closed,
    done,
    open_round,
    prepare,
    ready,
    scores,
    told,
)
from tests.support.builders import code
from tests.support.practice_hall import DAY, LI, LIU, OFFICE, WANG, ZHANG, ZHAO, at

FULL = Marks(10, 10, 10)


@pytest.fixture
def held(store):
    open_round(store)
    return store


def sentence(answer):
    assert isinstance(answer, Refusal), answer
    return wording.refusal(answer)


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
    lived = tables(held)
    held.rebuild()
    assert tables(held) == lived


def tables(store):
    """All that was computed of the award."""
    asked = (f"SELECT * FROM {each._meta.table_name}" for each in projection.tables)
    return [sorted(row[1:] for row in store.db.execute_sql(each).fetchall()) for each in asked]


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
def test_what_no_round_is_opened_with(held, changes, refusal):
    assert code(actions.open_round(held, OFFICE, 2027, replace(OPENING, **changes), now=at("08:30"))) == refusal


def test_one_round_a_year_and_by_the_office_alone(held):
    assert code(actions.open_round(held, OFFICE, YEAR, OPENING, now=at("08:30"))) == "round_exists"
    assert code(actions.open_round(held, ZHAO, 2027, OPENING, now=at("08:30"))) == "not_allowed"


# ---- nominating --------------------------------------------------------------------------------------------------


def test_only_what_its_author_put_up_is_nominated_and_once(held):
    entry = str(diary.write(held, LI, Entry.PRAISE, "张敏很耐心", now=at("09:00")))
    assert code(actions.nominate(held, LI, entry, ZHANG.number, now=at("09:00"))) == "not_put_up"
    done(diary.set_candidate(held, LI, entry, True, now=at("09:01")))
    assert code(actions.nominate(held, LI, entry, "4711", now=at("09:02"))) == "unknown_person"
    done(actions.nominate(held, LI, entry, ZHANG.number, now=at("09:02")))
    assert code(actions.nominate(held, LI, entry, ZHANG.number, now=at("09:03"))) == "nominated_already"
    assert code(actions.nominate(held, WANG, entry, ZHANG.number, now=at("09:03"))) == "not_found"
    assert code(actions.nominate(held, ZHAO, entry, WANG.number, now=at("09:03"))) == "not_allowed"
    done(actions.nominate(held, OFFICE, entry, WANG.number, now=at("09:03")))


@pytest.mark.parametrize("kind", [Entry.DIFFICULTY, Entry.GRIEVANCE])
def test_difficulties_and_grievances_enter_by_their_author_alone(held, kind):
    entry = str(diary.write(held, LI, kind, "用户骂人", candidate=True, now=at("09:00")))
    assert code(actions.nominate(held, OFFICE, entry, LI.number, now=at("09:05"))) == "author_alone"
    done(actions.nominate(held, LI, entry, LI.number, now=at("09:05")))
    assert [each.step for each in award(held).entries] == [Step.AGREED]  # whoever puts oneself up consents


def test_a_station_nominates_its_own(held):
    def put_up(who, hero, day=DAY, text="下雪天送票上门"):
        return code(actions.nominate_station(held, who, hero.number, day, text, now=at("10:00")))

    assert put_up(ZHAO, ZHANG) is None
    assert put_up(ZHAO, LIU) == "not_of_this_hall"
    assert put_up(OFFICE, LIU) is None
    assert put_up(LI, ZHANG) == "not_allowed"
    assert put_up(ZHAO, ZHANG, date(2026, 3, 5)) == "deed_ahead"
    assert put_up(ZHAO, ZHANG, text=" ") == "empty_text"
    assert put_up(ZHAO, ZHANG, text="长" * 2001) == "text_too_long"
    assert [(each.source, each.author) for each in award(held).entries] == [("station", "")] * 2


def test_after_their_last_day_there_are_no_nominations(held):
    day = date(2026, 4, 1)
    answer = actions.nominate_station(held, ZHAO, ZHANG.number, DAY, "送票上门", now=at("10:00", day))
    assert code(answer) == "nominations_over"


# ---- consent ------------------------------------------------------------------------------------------------------


def test_nothing_goes_to_the_jury_without_the_hero(held):
    entry = told(held)
    for _ in range(2):
        answer = actions.prepare(held, OFFICE, YEAR, entry, "题", "文", read=True, now=at("09:20"))
        assert sentence(answer) == "本人尚未同意，不能进入评审。"
        done(actions.ask(held, OFFICE, YEAR, entry, now=at("09:21"))) if _ == 0 else None
    assert code(actions.ask(held, OFFICE, YEAR, entry, now=at("09:22"))) == "asked_already"
    assert code(actions.consent(held, LI, entry, True, now=at("09:23"))) == "not_found"  # not about them
    done(actions.consent(held, ZHANG, entry, True, now=at("09:24")))
    assert prepare(held, entry) == 1


def words_kept(store, *words):
    """Which of these still stand in a personal value or a table of the award."""
    tables = ("companion", "award_entry", "annal")
    kept = [row for table in tables for row in store.db.execute_sql(f"SELECT * FROM {table}").fetchall()]
    return [word for word in words if any(word in str(row) for row in kept)]


def test_who_declines_is_out_without_a_trace_of_the_words(held):
    entry = ready(held)
    done(actions.consent(held, ZHANG, entry, False, now=at("11:00")))
    assert own.asked(held, ZHANG.number) == ()
    assert own.desk(held, JURORS[0].number, DAY).papers == ()
    assert [each.step for each in award(held).entries] == [Step.OUT]
    assert words_kept(held, "〔本人〕帮老人修好了灶具", "修好了灶具") == [
        "修好了灶具"
    ]  # of the diary, which is its author's
    assert code(actions.consent(held, ZHANG, entry, True, now=at("11:01"))) == "not_found"


def test_an_author_takes_it_back_in_the_diary(held):
    entry = ready(held)
    done(diary.set_candidate(held, LI, award(held).entry(entry).diary, False, now=at("11:00")))
    assert award(held).entry(entry).step is Step.OUT
    assert code(actions.prepare(held, OFFICE, YEAR, entry, "题", "文", read=True, now=at("11:01"))) == "not_found"
    assert actions.withdraw_declined(held, now=at("11:05")) == 1
    assert own.desk(held, JURORS[0].number, DAY).papers == ()
    assert actions.withdraw_declined(held, now=at("11:06")) == 0


def test_in_the_annals_the_deed_stays_without_the_name(held):
    entry = ready(held)
    scores(held, entry, 24, 24, 24)
    announced(held)
    done(actions.finish(held, OFFICE, YEAR, now=at("09:00", FINAL)))
    done(actions.consent(held, ZHANG, entry, False, now=at("10:00", FINAL)))
    [annal] = annals.annals(held)
    assert (annal.name, annal.named, annal.text) == ("本人不愿具名", False, "〔本人〕帮老人修好了灶具")
    held.rebuild()
    assert annals.annals(held) == (annal,)


# ---- the text for the jury ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["张敏帮了忙", "1001帮了忙", "在一号厅帮了忙", "3号窗口帮了忙", "电话13812345678"])
def test_a_text_that_names_somebody_goes_to_no_jury(held, text):
    entry = told(held, author=ZHANG, hero=ZHANG)
    answer = actions.prepare(held, OFFICE, YEAR, entry, "帮忙", text, read=True, now=at("09:20"))
    assert code(answer) == "names_left"
    assert code(actions.prepare(held, OFFICE, YEAR, entry, text, "帮忙", read=True, now=at("09:20"))) == "names_left"


def test_a_person_reads_it_before(held):
    entry = told(held, author=ZHANG, hero=ZHANG)
    assert code(actions.prepare(held, OFFICE, YEAR, entry, "题", "文", read=False, now=at("09:20"))) == "not_read_yet"
    assert code(actions.prepare(held, ZHAO, YEAR, entry, "题", "文", read=True, now=at("09:20"))) == "not_allowed"
    assert prepare(held, entry) == 1
    again = actions.prepare(
        held, OFFICE, YEAR, entry, "修好了灶具", "〔本人〕帮老人修好了灶具", read=True, now=at("09:21")
    )
    assert code(again) == "nothing_changed"


def test_a_changed_text_is_scored_again(held):
    entry = ready(held)
    scores(held, entry, 24, 24, 24)
    assert prepare(held, entry, "〔本人〕帮老人修好了灶具和热水器") == 2
    answer = actions.score(held, JURORS[0], entry, 1, FULL, now=at("10:30", JUDGING))
    assert sentence(answer) == "内容改过（第2版），请重新打分。"
    assert award(held, JUDGING).result.unranked == (entry,)
    [paper] = own.desk(held, JURORS[0].number, JUDGING).papers
    assert (paper.again, paper.waits) == (True, True)
    scores(held, entry, 20, 20, 20, version=2)
    assert decimal(award(held, JUDGING).result.awarded[0].score) == "20.00"


# ---- the jury -----------------------------------------------------------------------------------------------------


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
    [paper] = own.desk(store, juror.number, JUDGING).papers
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


# ---- the worked examples, lived through the actions ---------------------------------------------------------------


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
        for n, (year, name, title) in enumerate(((2025, "李娜", "雪中送票"), (2026, "王芳", "找回的卡"))):
            fact = AnnalWritten(
                year=year, hero=f"100{n}", name=name, title=title, text="〔本人〕" + title, hall="一号厅"
            )
            tx.record(fact, subject=f"annal:{n:032x}")
    assert annals.years(held) == (2026, 2025)
    assert [each.name for each in annals.annals(held)] == ["王芳", "李娜"]
    assert [each.name for each in annals.annals(held, wanted="一号厅 雪中")] == ["李娜"]
    assert annals.annals(held, 2026, "雪中") == ()
    key = b"k" * 32
    code_ = codes.text(codes.Certificate(f"annal:{1:032x}"), key)
    assert annals.certified(held, code_, key).name == "王芳"
    assert annals.certified(held, code_, b"x" * 32) is None
    assert annals.certified(held, codes.text(codes.Certificate(f"annal:{7:032x}"), key), key) is None
