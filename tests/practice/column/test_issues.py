"""An issue from its plan to its later editions: what is published is frozen, what is taken back goes."""

import re
from datetime import date

import pytest

from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.column import actions, activities, editions, own, prints, views
from shared.practice.column import published as reading
from shared.practice.column.actions import Draft
from shared.practice.column.facts import Adoption, Naming, Section
from shared.practice.column.tables import projection
from shared.practice.column.views import Step
from tests.practice.column.issue import (
    SECOND,
    TEXT,
    drafted,
    found,
    nominated,
    published,
    read,
    ready,
    three,
    two_in_the_office,
)
from tests.support.builders import code, done
from tests.support.practice_hall import DAY, LI, OFFICE, SUN, WANG, ZHANG, ZHAO, at

NOW = at("14:00")


@pytest.fixture
def office(store):
    two_in_the_office(store)
    return store


def tables(store: Store):
    """All that was computed of the column."""
    asked = (f"SELECT * FROM {each._meta.table_name}" for each in projection.tables)
    return [sorted(row[1:] for row in store.db.execute_sql(each).fetchall()) for each in asked]


def a_rebuild_changes_nothing(store: Store) -> None:
    before = tables(store)
    store.rebuild()
    assert tables(store) == before


def only(store: Store) -> reading.Published:
    [issue] = reading.published(store)
    return issue


def one(store: Store, issue: str) -> reading.Published:
    found = reading.one(store, issue)
    assert found is not None
    return found


def test_an_issue_has_three_to_eight_stories_each_ready(office):
    stories = three(office)
    issue = str(done(actions.open_issue(office, OFFICE, 2026, 1, now=NOW)))
    assert code(actions.open_issue(office, OFFICE, 2026, 1, now=NOW)) == "issue_exists"
    assert code(actions.publish(office, OFFICE, issue, now=NOW)) == "issue_not_planned"
    done(actions.plan(office, OFFICE, issue, DAY, "", stories[:2], now=NOW))
    short = actions.publish(office, OFFICE, issue, now=NOW)
    assert isinstance(short, Refusal)
    assert wording.refusal(short) == "每期至少 3 篇。"
    assert code(actions.plan(office, OFFICE, issue, DAY, "", [stories[0]] * 2, now=NOW)) == "story_twice"
    nine = [f"story:{n}" for n in range(9)]
    assert code(actions.plan(office, OFFICE, issue, DAY, "", nine, now=NOW)) == "too_many_items"
    done(actions.plan(office, OFFICE, issue, date(2026, 3, 9), "", stories, now=NOW))
    assert code(actions.publish(office, OFFICE, issue, now=NOW)) == "issue_ahead"
    done(actions.plan(office, OFFICE, issue, DAY, "", list(reversed(stories)), now=NOW))
    drafted(office, stories[0], "张敏修好了灶台")
    assert code(actions.publish(office, OFFICE, issue, now=NOW)) == "changed_after_reading"
    read(office, stories[0])
    done(actions.publish(office, OFFICE, issue, now=NOW))
    assert [item.title for item in only(office).items] == ["王芳的故事", "李娜的故事", "修灶具"]
    assert code(actions.plan(office, OFFICE, issue, DAY, "", stories, now=NOW)) == "issue_frozen"
    assert code(actions.publish(office, OFFICE, issue, now=NOW)) == "issue_frozen"
    a_rebuild_changes_nothing(office)


def test_a_name_taken_back_goes_from_the_electronic_versions_and_from_the_disk(office):
    stories = three(office)
    published(office, stories)
    before = only(office)
    done(actions.answer(office, ZHANG, stories[0], Naming.POST, now=NOW))
    after = only(office)
    assert [item.title for item in after.items] == ["购气员的故事", "李娜的故事", "王芳的故事"]
    assert (after.edition, after.notes) == (2, ("第 1 篇有改动。",))
    assert after.items[1:] == before.items[1:]  # the others stay the pages that they were, approvals and all
    page = (
        f"SELECT count(*) FROM event e JOIN companion c ON c.event_id = e.id WHERE e.subject = '{before.items[0].page}'"
    )
    assert office.db.execute_sql(page).fetchone() == (0,)
    done(actions.answer(office, ZHANG, stories[0], Naming.NAMED, now=NOW))
    assert only(office) == after  # published is frozen: nobody is named more than they were
    a_rebuild_changes_nothing(office)


def test_what_nobody_is_asked_about_names_nobody(office):
    """An issue called 张敏的一天 named her to every hall, whatever she had agreed to, and after she withdrew too."""
    stories = three(office)
    issue = str(done(actions.open_issue(office, OFFICE, 2026, 1, now=NOW)))
    for title in ("张敏的一天", "学习〔1001〕", "请打13912345678"):
        assert code(actions.plan(office, OFFICE, issue, DAY, title, stories, now=NOW)) in (
            "title_names",
            "phone_in_text",
        )
    done(actions.plan(office, OFFICE, issue, DAY, "把用户放在心上", stories, now=NOW))
    done(actions.publish(office, OFFICE, issue, now=NOW))
    assert code(actions.reissue(office, OFFICE, issue, "张敏改为同事", now=NOW)) == "title_names"
    for title, place in (("向张敏学习", "总公司"), ("交流会", "张敏的窗口")):
        assert code(actions.plan_activity(office, OFFICE, issue, title, DAY, place, now=NOW)) == "title_names"


def test_a_hero_who_no_longer_agrees_takes_the_story_out(office):
    stories = three(office)
    published(office, stories)
    done(actions.answer(office, LI, stories[1], Naming.NO, now=NOW))
    after = only(office)
    assert ([item.title for item in after.items], after.edition) == (["张敏的故事", "王芳的故事"], 2)
    assert after.notes == ("原第 2 篇已撤下。",)
    assert found(office, stories[1]).step is Step.OUT
    assert own.asked(office, LI.number) == ()
    a_rebuild_changes_nothing(office)


def test_a_colleague_in_passing_who_no_longer_agrees_loses_the_name_alone(office):
    story = nominated(office)
    drafted(office, story, TEXT + "，李娜递了工具")
    done(actions.ask(office, OFFICE, story, now=at("09:20")))
    for who in (ZHANG, LI):
        done(actions.answer(office, who, story, Naming.NAMED, now=at("09:30")))
    read(office, story)
    published(office, [story, *three(office)[1:]])
    done(actions.answer(office, LI, story, Naming.NO, now=NOW))
    assert only(office).items[0].paragraphs == ("张敏帮老人修好了灶具，同事递了工具",)


def test_a_correction_goes_the_whole_way_again_and_the_page_stays_until_then(office):
    stories = three(office)
    issue = published(office, stories)
    assert code(actions.reissue(office, OFFICE, issue, "更正", now=NOW)) == "nothing_to_reissue"
    drafted(office, stories[0], "张敏帮老人修好了热水器", title="张敏的故事")
    done(actions.answer(office, LI, stories[1], Naming.ANONYMOUS, now=NOW))  # another edition in between
    assert [item.paragraphs[0] for item in only(office).items] == [TEXT, "同事铺了防滑垫", "王芳把流程画成图"]
    assert code(actions.reissue(office, OFFICE, issue, "更正", now=NOW)) == "nothing_to_reissue"
    assert code(actions.approve(office, SECOND, stories[0], now=NOW)) == "changed_after_reading"
    read(office, stories[0])
    assert code(actions.reissue(office, OFFICE, issue, " ", now=NOW)) == "reason_needed"
    done(actions.reissue(office, OFFICE, issue, "第 1 篇：灶具应为热水器。", now=NOW))
    after = only(office)
    assert after.items[0].paragraphs == ("张敏帮老人修好了热水器",)
    assert (after.edition, after.notes[-1]) == (3, "第 1 篇：灶具应为热水器。")
    assert found(office, stories[1]).standing.approved == 1  # no approval was dropped on the way
    assert found(office, stories[2]).step is Step.PUBLISHED


def test_a_customer_s_sentence_withheld_goes_from_the_next_edition(office):
    card = cards.award(office, "1001", P.PATIENT, sentence="姑娘又耐心又细致", now=at("09:00")).card
    done(actions.release_sentence(office, ZHAO, card, now=at("09:01")))
    stories = three(office)
    quoting = Draft(Section.DEED, "张敏的故事", TEXT, (card,))
    done(actions.draft(office, OFFICE, stories[0], quoting, now=at("09:58")))
    read(office, stories[0])
    published(office, stories)
    assert only(office).items[0].quotes == ("姑娘又耐心又细致",)
    done(actions.withhold_sentence(office, ZHAO, card, now=NOW))
    assert (only(office).items[0].quotes, only(office).edition) == ((), 2)


def test_what_a_story_may_be_taken_out_or_set_aside(office):
    stories = three(office)
    aside = nominated(office)
    assert code(actions.retract(office, OFFICE, aside, "重复", now=NOW)) == "not_printed"
    assert code(actions.set_aside(office, OFFICE, aside, " ", now=NOW)) == "reason_needed"
    done(actions.set_aside(office, OFFICE, aside, "重复", now=NOW))
    assert (found(office, aside).step, found(office, aside).idea) == (Step.OUT, TEXT)
    published(office, stories)
    assert code(actions.set_aside(office, OFFICE, stories[0], "重复", now=NOW)) == "printed_already"
    issue = str(done(actions.open_issue(office, OFFICE, 2026, 2, now=NOW)))
    assert code(actions.plan(office, OFFICE, issue, DAY, "", stories[:1], now=NOW)) == "printed_already"


def test_the_issues_of_2014(office):
    """Example (c): 4 + 5 stories, one retracted from issue 2, adopted by 9 of 16 halls, 30 and 34 took part."""
    day = date(2026, 3, 4)
    people = [
        RosterLine(f"5{n:03}", f"学员{n:03}", "三分公司", f"{n % 16 + 1:02}号站", "", "cashier", ZHANG.role)
        for n in range(64)
    ]
    leads = [RosterLine(f"6{n:03}", f"站长{n:03}", "三分公司", f"{n:02}号站", "", "", ZHAO.role) for n in range(1, 17)]
    import_staff(office, [*people, *leads], now=at("08:00"))
    first = published(office, [ready(office, title=f"第{n}个故事") for n in range(4)], 1, day)
    experience = ready(office, WANG, "王芳把流程画成图", Section.EXPERIENCE, title="流程图")
    rest = [ready(office, title=f"第{n}个故事") for n in range(5, 9)]
    second = published(office, [experience, *rest], 2, day)
    assert [len(each.items) for each in reading.published(office)] == [5, 4]
    done(actions.retract(office, OFFICE, rest[-1], "当事人要求", now=NOW))
    again = one(office, second)
    assert (len(again.items), again.edition, again.notes) == (4, 2, ("原第 5 篇已撤下。",))
    html = prints.as_html(again, {})
    assert (html.count("个故事<"), "第2次发布" in html, "原第 5 篇已撤下。" in html) == (3, True, True)
    assert "流程图" in html
    for n in range(1, 17):
        lead = ZHAO.__class__(f"6{n:03}", f"站长{n:03}", ZHAO.role, "", f"{n:02}号站")
        adoption = Adoption.ADOPTED if n <= 9 else Adoption.NOT_APPLICABLE
        done(actions.adopt(office, lead, experience, adoption, "已贴在大厅", now=NOW))
    [item] = [each for each in one(office, second).items if each.adoptable]
    assert (item.adopted, len(item.answers)) == (9, 16)
    for issue, count in ((first, 30), (second, 34)):
        activity = str(done(actions.plan_activity(office, OFFICE, issue, "交流会", day, "总部", now=NOW)))
        numbers = [each.number for each in people[:count]]
        assert done(actions.set_attendance(office, OFFICE, activity, numbers, now=NOW)) == count
        [held] = activities.activities(office, issue)
        assert len(held.present) == count
    a_rebuild_changes_nothing(office)


def test_a_hall_answers_for_itself_and_with_a_line(office):
    stories = three(office)
    published(office, stories)
    assert own.unanswered(office, "一号厅") == 1
    answers = {
        "line_needed": actions.adopt(office, ZHAO, stories[2], Adoption.ADOPTED, " ", now=NOW),
        "no_experience": actions.adopt(office, ZHAO, stories[0], Adoption.ADOPTED, "好", now=NOW),
        "not_allowed": actions.adopt(office, LI, stories[2], Adoption.ADOPTED, "好", now=NOW),
    }
    assert all(code(answer) == refused for refused, answer in answers.items())
    done(actions.adopt(office, ZHAO, stories[2], Adoption.ADOPTED, "贴在窗口", now=NOW))
    done(actions.adopt(office, SUN, stories[2], Adoption.NOT_APPLICABLE, "没有大屏", now=NOW))
    done(actions.adopt(office, SUN, stories[2], Adoption.ADOPTED, "改用海报", now=NOW))
    assert [(each.hall, each.line) for each in only(office).items[2].answers] == [
        ("一号厅", "贴在窗口"),
        ("二号厅", "改用海报"),
    ]
    assert own.unanswered(office, "一号厅") == 0


def test_feedback_is_shown_added_up_from_five_on(office):
    issue = published(office, three(office))
    ahead = str(done(actions.plan_activity(office, OFFICE, issue, "交流会", date(2026, 3, 20), "总部", now=NOW)))
    assert code(actions.feedback(office, ZHANG, ahead, 2, 2, 2, now=NOW)) == "activity_ahead"
    assert code(actions.plan_activity(office, OFFICE, "issue:2026-9", "会", DAY, "", now=NOW)) == "issue_not_published"
    activity = str(done(actions.plan_activity(office, OFFICE, issue, "交流会", DAY, "总部", now=NOW)))
    for who in (ZHANG, LI, WANG, ZHAO):
        done(actions.feedback(office, who, activity, 2, 1, 2, "很有收获", now=NOW))
    held = activities.activities(office, issue)[-1]
    assert (held.answered, held.answers, held.lines) == (4, None, ())
    done(actions.feedback(office, SUN, activity, 0, 0, 0, now=NOW))
    done(actions.feedback(office, SUN, activity, 1, 0, 2, now=NOW))
    held = activities.activities(office, issue)[-1]
    assert held.answers == {"learnt": (0, 1, 4), "useful": (1, 4, 0), "again": (0, 0, 5)}
    assert (len(held.present), len(held.lines)) == (5, 4)


def test_the_html_needs_no_other_file(office):
    text = "张敏帮老人修好了<灶具>\n〔图：修好的灶具〕\n老人笑了\n〔图〕"
    stories = [ready(office, text=text), *three(office)[1:]]
    issue = one(office, published(office, stories))
    whole, part = prints.as_html(issue, {}), prints.as_html(issue, {}, whole=False)
    for html in (whole, part):
        assert not re.search(r"<style|class=|<script|<link|<img|src=|href=|url\(|http", html)
        assert "&lt;灶具&gt;" in html
        assert ("【图1】修好的灶具" in html, "【图2】" in html, "〔" in html) == (True, True, False)
    assert whole.startswith("<!DOCTYPE html>")
    assert "<html" not in part
    assert re.findall(r"<p(?! style=)", part) == []


def test_the_sums_of_editions_are_read_from_the_page_not_from_the_roster(office):
    stories = three(office)
    issue = published(office, stories)
    import_staff(office, [RosterLine("1001", "张敏敏", "一分公司", "一号厅", "1", "cashier", ZHANG.role)], now=NOW)
    known = views.issue(office, issue)
    assert known is not None
    assert not any(each.changed for each in editions.reprints(office, known)[known.issue])
