"""A story from the idea to where it may be printed, and every refusal on its way."""

from datetime import date

import pytest

from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.practice.assessment.checklist import NAME, shipped
from shared.practice.assessment.facts import (
    InspectionDone,
    InspectionSaved,
    InspectionsPublished,
    LineChecked,
    Visit,
)
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.column import actions, ideas, own, quoting, views
from shared.practice.column.actions import Draft
from shared.practice.column.facts import Naming, Section, Source
from shared.practice.column.ideas import Idea
from shared.practice.column.views import Step
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.learning.actions import close_contest
from shared.practice.learning.contests import contests_of
from tests.practice.column.issue import SECOND, TEXT, drafted, found, nominated, read, ready, two_in_the_office
from tests.practice.learning.test_contests import held
from tests.support.builders import code, done
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, SUN, WANG, ZHANG, ZHAO, at

NOW = at("12:00")


@pytest.fixture
def office(store):
    two_in_the_office(store)
    return store


def sentence(answer):
    assert isinstance(answer, Refusal), answer
    return wording.refusal(answer)


def test_from_a_station_s_idea_to_a_text_that_may_be_printed(office):
    story = nominated(office)
    assert found(office, story).step is Step.DRAFT
    drafted(office, story, TEXT + "，李娜递了工具")
    assert [each.name for each in found(office, story).concerned] == ["张敏", "李娜"]
    assert done(actions.ask(office, OFFICE, story, now=NOW)) == ("1001", "1002")
    [asked] = own.asked(office, LI.number)
    assert (asked.text, asked.waits) == ("同事帮老人修好了灶具，李娜递了工具", True)  # 张敏 has not answered yet
    done(actions.answer(office, LI, story, Naming.POST, now=NOW))
    done(actions.answer(office, ZHANG, story, Naming.NAMED, now=NOW))
    assert own.waiting(office, LI.number) == 0
    assert found(office, story).step is Step.READING
    done(actions.ask_reading(office, OFFICE, story, now=NOW))
    [asked] = own.asked(office, ZHANG.number)
    assert (asked.text, asked.reading) == ("张敏帮老人修好了灶具，购气员递了工具", 1)
    assert code(actions.read_text(office, ZHANG, story, 1, agreed=False, now=NOW)) == "wish_needed"
    done(actions.read_text(office, ZHANG, story, 1, agreed=False, wish="是灶台", now=NOW))
    assert [each.wish for each in found(office, story).concerned] == ["是灶台", ""]
    drafted(office, story, "张敏帮老人修好了灶台，李娜递了工具")
    read(office, story)
    assert found(office, story).step is Step.READY


def test_the_sentences_of_what_is_missing(office):
    story = nominated(office)
    drafted(office, story)
    assert sentence(actions.approve(office, SECOND, story, now=NOW)) == "〔张敏〕还没有同意具名。"
    done(actions.ask(office, OFFICE, story, now=NOW))
    done(actions.answer(office, ZHANG, story, Naming.NAMED, now=NOW))
    assert sentence(actions.approve(office, SECOND, story, now=NOW)) == "〔张敏〕还没有核稿。"
    read(office, story)
    drafted(office, story, "张敏修好了灶台")
    assert sentence(actions.approve(office, SECOND, story, now=NOW)) == "本人核稿后改动过，请再核。"
    assert code(actions.read_text(office, ZHANG, story, 2, agreed=True, now=NOW)) == "changed_after_reading"


def test_an_edit_asks_for_reading_and_approval_again_and_keeps_the_consents(office):
    story = ready(office)
    drafted(office, story, "张敏修好了灶台")
    each = found(office, story)
    assert (each.step, each.standing.agreed) == (Step.READING, {"1001": Naming.NAMED})
    read(office, story)
    assert found(office, story).step is Step.READY


def test_whoever_an_edit_names_is_asked(office):
    story = ready(office)
    drafted(office, story, TEXT + "，王芳也在")
    assert found(office, story).step is Step.CONSENT
    assert done(actions.ask(office, OFFICE, story, now=NOW)) == ("1003",)
    done(actions.answer(office, WANG, story, Naming.NO, now=NOW))
    assert found(office, story).step is Step.REFUSED
    assert code(actions.approve(office, SECOND, story, now=NOW)) == "story_refused"
    drafted(office, story, TEXT + "。")
    assert found(office, story).step is Step.READING


def test_the_editor_does_not_approve_unless_the_office_has_one_person(store):
    story = nominated(store)
    drafted(store, story)
    done(actions.ask(store, OFFICE, story, now=NOW))
    done(actions.answer(store, ZHANG, story, Naming.NAMED, now=NOW))
    done(actions.ask_reading(store, OFFICE, story, now=NOW))
    done(actions.read_text(store, ZHANG, story, 1, agreed=True, now=NOW))
    two_in_the_office(store)
    assert code(actions.approve(store, OFFICE, story, now=NOW)) == "same_person_approves"
    done(actions.approve(store, SECOND, story, now=NOW))
    assert code(actions.approve(store, SECOND, story, now=NOW)) == "approved_already"


def test_a_hero_who_does_not_agree_ends_the_story_and_its_words(office):
    story = nominated(office)
    done(actions.ask(office, OFFICE, story, now=NOW))
    done(actions.answer(office, ZHANG, story, Naming.NO, now=NOW))
    each = found(office, story)
    assert (each.step, each.idea, each.reason) == (Step.OUT, "", "")
    assert own.asked(office, ZHANG.number) == ()
    assert code(actions.draft(office, OFFICE, story, Draft(Section.DEED, "t", "x"), now=NOW)) == "not_found"


def test_nobody_answers_for_another(office):
    story = nominated(office)
    done(actions.ask(office, OFFICE, story, now=NOW))
    assert code(actions.answer(office, LI, story, Naming.NAMED, now=NOW)) == "not_found"
    assert code(actions.answer(office, OFFICE, story, Naming.NAMED, now=NOW)) == "not_found"
    assert found(office, story).step is Step.DRAFT


@pytest.mark.parametrize("kind", [Entry.DIFFICULTY, Entry.GRIEVANCE])
def test_a_grievance_enters_by_its_author_s_own_words_alone(office, kind):
    entry = str(done(diary.write(office, LI, kind, "被用户骂了，很委屈", candidate=True, now=at("09:00"))))
    assert all(each.reference != entry for each in ideas.ideas(office, OFFICE, DAY))
    idea = Idea(section=Section.DEED, source=Source.DIARY, hall=HALL, day=DAY, title="", text="x", reference=entry)
    assert code(actions.propose(office, OFFICE, idea, now=NOW)) == "own_words_only"
    args = (Section.WORDS, "委屈之后", "被用户骂了，很委屈", Naming.ANONYMOUS, entry)
    assert code(actions.send_in(office, ZHANG, *args, now=NOW)) == "not_found"  # it is not hers
    story = str(done(actions.send_in(office, LI, *args, now=NOW)))
    drafted(office, story, "被骂了，我很委屈", Section.WORDS)
    assert found(office, story).step is Step.READING  # she agreed as she sent it in, and reads what became of it
    assert code(actions.approve(office, SECOND, story, now=NOW)) == "story_reading"
    read(office, story, LI)
    assert found(office, story).shown == "被骂了，我很委屈"


def test_ideas_come_from_the_diary_and_are_taken_once(office):
    entry = str(done(diary.write(office, LI, Entry.DISCOVERY, "门口地滑，铺了垫子", candidate=True, now=at("09:00"))))
    [idea] = ideas.ideas(office, OFFICE, DAY)
    assert (idea.section, idea.hero, idea.author, idea.reference) == (Section.DISCOVERY, "1002", "1002", entry)
    done(actions.propose(office, OFFICE, idea, now=NOW))
    assert ideas.ideas(office, OFFICE, DAY) == ()


def test_a_closed_contest_is_offered_with_its_places_and_taken_once(office):
    held(office)
    [contest] = contests_of(office)
    assert ideas.ideas(office, OFFICE, DAY) == ()  # not closed yet
    done(close_contest(office, OFFICE, contest.id, now=at("16:00")))
    [idea] = ideas.ideas(office, OFFICE, DAY)
    first = ("“技能竞赛”结束，3 人参赛。", "第1名：〔1001〕。", "第2名：〔1002〕。", "第3名：〔2001〕。")
    assert (idea.section, idea.hero, tuple(idea.text.splitlines()[:4])) == (Section.CONTEST, "1001", first)
    story = str(done(actions.propose(office, OFFICE, idea, now=at("16:10"))))
    assert "第1名：张敏。" in found(office, story).edited
    assert code(actions.propose(office, SECOND, idea, now=at("16:10"))) == "idea_taken"
    done(actions.draft(office, OFFICE, story, Draft(Section.CONTEST, idea.title, idea.text), now=at("16:20")))
    assert [each.number for each in found(office, story).concerned] == ["1001", "1002", "2001"]


def test_the_author_of_a_praise_is_asked_too(office):
    done(diary.write(office, LI, Entry.PRAISE, "张敏帮了我", candidate=True, now=at("09:00")))
    [idea] = ideas.ideas(office, OFFICE, DAY)
    story = str(done(actions.propose(office, OFFICE, idea, now=NOW)))
    drafted(office, story, "张敏帮了同事")
    assert [each.number for each in found(office, story).concerned] == ["1002", "1001"]


def test_a_station_tells_of_its_own_people_only(office):
    answer = actions.nominate(office, SUN, Section.DEED, "1001", DAY, "修灶具", TEXT, now=NOW)
    assert code(answer) == "not_of_this_station"
    assert code(actions.nominate(office, ZHANG, Section.DEED, "1001", DAY, "t", TEXT, now=NOW)) == "not_allowed"


def test_a_customer_s_sentence_is_quoted_with_its_supervisor_s_nod_alone(office):
    said = "姑娘又耐心又细致，谢谢你"
    card = cards.award(office, "1001", P.PATIENT, sentence=said, now=at("09:00")).card
    story = nominated(office)
    quote = Draft(Section.DEED, "修灶具", TEXT, (card,))
    assert code(actions.draft(office, OFFICE, story, quote, now=NOW)) == "sentence_of_another_hall"
    copied = Draft(Section.DEED, "修灶具", f"用户写道：{said}")
    assert code(actions.draft(office, OFFICE, story, copied, now=NOW)) == "sentence_not_released"
    assert code(actions.release_sentence(office, SUN, card, now=NOW)) == "sentence_of_another_hall"
    assert code(actions.release_sentence(office, LI, card, now=NOW)) == "not_allowed"
    done(actions.release_sentence(office, ZHAO, card, now=NOW))
    assert [each.released for each in quoting.quotable(office, HALL)] == [True]
    assert [each.sentence for each in views.sentences(office)] == [said]
    done(actions.draft(office, OFFICE, story, quote, now=NOW))


def test_invalid_drafts_are_refused(office):
    story = nominated(office)
    texts = {
        "": "empty_text",
        "字" * 3001: "text_too_long",
        "〔7777〕来了": "unknown_person",
        "赵大妈": "somebody_called",
    }
    for text, refused in texts.items():
        assert code(actions.draft(office, OFFICE, story, Draft(Section.DEED, "t", text), now=NOW)) == refused
    drafted(office, story)
    again = actions.draft(office, OFFICE, story, Draft(Section.DEED, "修灶具", TEXT), now=NOW)
    assert code(again) == "text_unchanged"
    assert code(actions.draft(office, ZHAO, story, Draft(Section.DEED, "t", "x"), now=NOW)) == "not_allowed"


def test_the_bulletin_of_a_month_comes_from_its_published_inspections(office):
    april = date(2026, 4, 7)
    assert code(actions.propose_bulletin(office, OFFICE, "2026-03", now=at("09:00", april))) == "bulletin_too_early"
    lines = tuple(LineChecked(code=line.code, earned="4") for line in shipped().lines)
    with office.transaction(NOW) as tx:
        saved = InspectionSaved(
            unit=HALL, visit=Visit.OPEN, day=DAY, inspector="9001", checklist=NAME, checklist_version=0, lines=lines
        )
        tx.record(saved, subject="inspection:1", actor="9001")
        tx.record(InspectionDone(), subject="inspection:1", actor="9001")
        told = InspectionsPublished(month="2026-03", seed="", scores=(), policy=1)
        tx.record(told, subject="inspections:2026-03", actor="9001")
    for day, due in ((4, ""), (5, "2026-03"), (30, "2026-03")):  # from the policy's fifth day on
        assert ideas.bulletin_due(office, date(2026, 4, day)) == due
    assert ideas.bulletin_due(office, date(2026, 5, 20)) == ""  # April is not published
    story = str(done(actions.propose_bulletin(office, OFFICE, "2026-03", now=at("09:00", april))))
    assert ideas.bulletin_due(office, april) == ""
    assert found(office, story).idea.splitlines()[1:] == [f"1. {HALL}　40.00 分"]
