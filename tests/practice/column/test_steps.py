"""The steps of an issue and its meetings: who signs them, to whom they go, what is refused."""

from datetime import date

import pytest

from shared.domain.actor import Actor
from shared.journal.store import Store
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.column import actions, activities, views
from shared.practice.column import published as reading
from shared.practice.column.facts import Adoption, Naming
from tests.practice.column.issue import TEXT, drafted, nominated, published, read, three, two_in_the_office
from tests.support.builders import code, done
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, ZHANG, ZHAO, at

NOW = at("14:00")


@pytest.fixture
def office(store):
    two_in_the_office(store)
    return store


def test_every_step_is_signed_and_goes_to_whom_it_concerns(office):
    """What a person is asked goes to their hall; only what is printed goes to every hall, by its kind."""
    rest = three(office)[1:]
    move(office, LI, "二号厅")
    story = nominated(office)
    drafted(office, story, TEXT + "，李娜递了工具")
    done(actions.ask(office, OFFICE, story, now=at("09:20")))
    for who in (ZHANG, LI):
        done(actions.answer(office, who, story, Naming.NAMED, now=at("09:30")))
    read(office, story)
    aside = nominated(office)
    done(actions.set_aside(office, OFFICE, aside, " 重复 ", now=NOW))
    issue = published(office, [story, *rest])
    activity = str(done(actions.plan_activity(office, OFFICE, issue, " 交流会 ", DAY, " 总部 ", now=NOW)))
    done(actions.set_attendance(office, OFFICE, activity, ["1002", "1002"], now=NOW))
    done(actions.feedback(office, LI, activity, 2, 1, 0, " 好 ", now=NOW))
    done(actions.adopt(office, ZHAO, rest[1], Adoption.ADOPTED, " 贴在窗口 ", now=NOW))
    done(actions.retract(office, OFFICE, story, " 当事人要求 ", now=NOW))
    told = [each for each in office.events() if each.subject in (story, aside, issue, activity) or "adopt" in each.kind]
    assert {(each.kind, each.actor, each.hall) for each in told} == {
        *(("story_proposed", "1009", HALL), ("drafted", "9001", HALL), ("reading_asked", "9001", HALL)),
        *(("naming_asked", "9001", HALL), ("naming_asked", "9001", "二号厅")),
        *(("naming_answered", "1001", HALL), ("naming_answered", "1002", HALL), ("text_read", "1001", HALL)),
        *(("story_approved", "9002", HALL), ("story_set_aside", "9001", HALL), ("story_printed", "9001", HALL)),
        *(("story_retracted", "9001", HALL), ("issue_opened", "9001", HALL), ("issue_planned", "9001", HALL)),
        *(("issue_published", "9001", HALL), ("activity_planned", "9001", HALL)),
        *(
            ("meeting_attended", "9001", "二号厅"),
            ("feedback_given", "1002", HALL),
            ("adoption_answered", "1009", HALL),
        ),
    }
    [held] = activities.activities(office, issue)
    assert (held.title, held.place, len(held.present)) == ("交流会", "总部", 1)
    assert [each.line for item in reading.published(office)[0].items for each in item.answers] == ["贴在窗口"]


def move(store: Store, who: Actor, hall: str) -> None:
    import_staff(store, [RosterLine(who.number, who.name, "一分公司", hall, "", who.post, who.role)], now=at("08:40"))


def test_a_story_is_added_at_the_end_of_an_issue_that_keeps_its_day_and_title(office):
    stories = three(office)
    assert code(actions.open_issue(office, OFFICE, 2026, 0, now=NOW)) == "issue_exists"
    issue = str(done(actions.open_issue(office, OFFICE, 2026, 1, now=NOW)))
    done(actions.add_story(office, OFFICE, issue, stories[1], now=NOW))
    assert (views.issue(office, issue).day, views.issue(office, issue).title) == (DAY, "")  # today
    done(actions.plan(office, OFFICE, issue, date(2026, 3, 2), " 温情服务 ", stories[1:2], now=NOW))
    done(actions.add_story(office, OFFICE, issue, stories[0], now=NOW))
    wanted = views.issue(office, issue)
    assert (wanted.stories, wanted.day, wanted.title) == ((stories[1], stories[0]), date(2026, 3, 2), "温情服务")
    assert code(actions.add_story(office, OFFICE, issue, stories[0], now=NOW)) == "story_twice"
    assert code(actions.add_story(office, OFFICE, issue, "story:x", now=NOW)) == "printed_already"
    assert code(actions.add_story(office, OFFICE, "issue:2026-9", stories[0], now=NOW)) == "not_found"


def test_who_was_at_a_meeting_is_entered_on_its_day_at_the_earliest(office):
    issue = published(office, three(office))
    day = date(2026, 3, 20)
    assert code(actions.plan_activity(office, OFFICE, issue, " ", day, "总部", now=NOW)) == "empty_text"
    activity = str(done(actions.plan_activity(office, OFFICE, issue, "交流会", day, "总部", now=NOW)))
    before, there = at("12:00", date(2026, 3, 19)), at("12:00", day)
    assert code(actions.set_attendance(office, OFFICE, activity, ["1001"], now=before)) == "activity_ahead"
    assert code(actions.set_attendance(office, OFFICE, "activity:x", ["1001"], now=there)) == "not_found"
    assert code(actions.set_attendance(office, OFFICE, activity, ["1001", "4711"], now=there)) == "unknown_person"
    assert actions.set_attendance(office, OFFICE, activity, ["1001", "1002"], now=there) == 2
    assert actions.set_attendance(office, OFFICE, activity, ["1002"], present=False, now=there) == 1
    [held] = activities.activities(office, issue)
    assert held.present == ("1001",)
    for marks in ((-1, 0, 0), (0, 3, 0), (0, 0, 3)):
        assert code(actions.feedback(office, ZHANG, activity, *marks, now=there)) == "not_found"
    assert actions.feedback(office, ZHANG, activity, 0, 1, 2, now=there) is None
