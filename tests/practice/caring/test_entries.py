"""The way of a deed to the jury: nominated, agreed to, written without names; or taken out (practices.en.md §6)."""

from datetime import date

import pytest

from shared.domain.money import decimal
from shared.practice.caring import actions, annals, own
from shared.practice.caring.views import Step
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from tests.practice.caring.round import (
    FINAL,
    FULL,
    JUDGING,
    JURORS,
    YEAR,
    announced,
    award,
    prepare,
    ready,
    scores,
    sentence,
    told,
)
from tests.support.builders import code, done
from tests.support.practice_hall import DAY, LI, LIU, OFFICE, WANG, ZHANG, ZHAO, at


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


def test_a_declined_entry_is_out_and_its_words_are_erased(held):
    entry = ready(held)
    done(actions.consent(held, ZHANG, entry, False, now=at("11:00")))
    assert own.asked(held, ZHANG.number) == ()
    assert own.assignment(held, JURORS[0].number, DAY).texts == ()
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
    assert own.assignment(held, JURORS[0].number, DAY).texts == ()
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
    [paper] = own.assignment(held, JURORS[0].number, JUDGING).texts
    assert (paper.again, paper.waits) == (True, True)
    scores(held, entry, 20, 20, 20, version=2)
    assert decimal(award(held, JUDGING).result.awarded[0].score) == "20.00"
