"""What stories are made of, and what is left of them when somebody no longer agrees; issues in their order."""

from datetime import date

import pytest
from msgspec.structs import replace

from shared.practice.caring.facts import AnnalWritten
from shared.practice.column import actions, activities, ideas, pictures, views
from shared.practice.column import published as reading
from shared.practice.column.facts import IssuePublished, Naming, NamingAnswered, Section, Source
from shared.practice.column.pictures import MOST_BYTES
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.reference import actions as reference
from tests.practice.column.issue import drafted, found, jpeg, nominated, published, read, three, two_in_the_office
from tests.support.builders import code, done
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, WANG, ZHANG, at

NOW = at("14:00")
IDEA = ideas.Idea(
    section=Section.DEED, source=Source.STATION, hall=HALL, day=DAY, title=" 题 ", text=" 文 ", hero="1001"
)


@pytest.fixture
def office(store):
    two_in_the_office(store)
    return store


def test_an_award_of_the_annals_is_an_idea_all_year(office):
    """It is dated on the last day of its year, which may lie ahead."""
    annal = AnnalWritten(year=2026, hero="1001", name="张敏", title="修灶具", text="〔本人〕修好了灶具", hall=HALL)
    with office.transaction(NOW) as tx:
        tx.record(annal, subject="annal:1", actor="9001")
        tx.record(AnnalWritten(year=2025, hero="", name="", title="匿名", text="匿名"), subject="annal:2", actor="9001")
    [idea] = ideas.ideas(office, OFFICE, DAY)
    assert idea == ideas.Idea(
        section=Section.DEED,
        source=Source.ANNALS,
        hall="",
        day=date(2026, 12, 31),
        title="修灶具",
        text="〔本人〕修好了灶具",
        hero="1001",
        reference="annal:1",
    )
    assert isinstance(actions.propose(office, OFFICE, idea, now=NOW), str)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({}, None),
        ({"text": " "}, "empty_text"),
        ({"hero": "4711"}, "unknown_person"),
        ({"author": "4711"}, "unknown_person"),
        ({"day": date(2026, 3, 5)}, "story_ahead"),
    ],
)
def test_what_an_idea_needs(office, changes, refusal):
    answer = actions.propose(office, OFFICE, replace(IDEA, **changes), now=NOW)
    assert code(answer) == refusal
    if isinstance(answer, str):
        assert (found(office, answer).raw_title, found(office, answer).idea) == ("题", "文")


def test_entries_of_this_year_and_the_last_are_ideas_the_newest_first(office):
    for clock, text in (("09:00", "铺了垫子"), ("10:00", "修了把手")):
        done(diary.write(office, LI, Entry.DISCOVERY, text, candidate=True, now=at(clock)))
    told = [[each.text for each in ideas.ideas(office, OFFICE, date(year, 1, 5))] for year in (2025, 2026, 2027, 2028)]
    assert [sorted(each) for each in told] == [[], ["修了把手", "铺了垫子"], ["修了把手", "铺了垫子"], []]


def test_nobody_is_kept_in_a_story_that_they_no_longer_agree_to(office):
    """A hall's answers arrive: one story was printed, one was not; a colleague in passing loses the name alone."""
    stories, new = three(office), nominated(office)
    drafted(office, new)
    passing = nominated(office, LI, "李娜铺了垫子")
    drafted(office, passing, "李娜铺了垫子，王芳递了剪刀")
    for story, people in ((new, (ZHANG,)), (passing, (LI, WANG))):
        done(actions.ask(office, OFFICE, story, now=at("09:20")))
        for who in people:
            done(actions.answer(office, who, story, Naming.NAMED, now=at("09:30")))
    read(office, passing, LI)
    published(office, [*stories, passing])
    for withdrawn, changed in ((((new, "1001"), (passing, "1003")), 2), (((stories[0], "1001"),), 1), ((), 0)):
        with office.transaction(NOW) as tx:
            for story, staff in withdrawn:
                tx.record(NamingAnswered(staff=staff, naming=Naming.NO), subject=story, actor=staff)
        assert actions.withdraw_declined(office, now=NOW) == changed
    ends = ("story_retracted", "story_set_aside")
    out = {each.subject: office.fact(each) for each in office.events() if each.kind in ends}
    assert {story: type(fact).__name__ for story, fact in out.items()} == {
        stories[0]: "StoryRetracted",
        new: "StorySetAside",
    }
    [issue] = reading.published(office)
    assert [item.paragraphs[0] for item in issue.items][-1] == "李娜铺了垫子，同事递了剪刀"
    assert len(issue.items) == 3


def test_issues_stand_with_the_newest_first_and_a_late_older_edition_changes_nothing(office):
    stories = three(office)
    first = published(office, stories, 2)
    for year, number in ((2026, 1), (2026, 3), (2027, 1)):
        done(actions.open_issue(office, OFFICE, year, number, now=NOW))
    order = ["issue:2027-1", "issue:2026-3", "issue:2026-2", "issue:2026-1"]
    assert [each.issue for each in views.issues(office)] == order
    fact = views.issue(office, first).published
    for issue, edition, title in ((first, 2, "二"), (first, 2, "二乙"), (first, 1, "一"), ("issue:2027-1", 1, "新")):
        with office.transaction(NOW) as tx:
            year, number = map(int, issue.removeprefix("issue:").split("-"))
            again = IssuePublished(year=year, number=number, day=DAY, title=title, edition=edition, pages=fact.pages)
            tx.record(again, subject=issue, actor="9001")
    assert [(each.issue, each.edition, each.title) for each in reading.published(office)] == [
        ("issue:2027-1", 1, "新"),
        (first, 2, "二乙"),
    ]


def test_feedback_is_shown_from_as_many_as_the_policy_says(office):
    values = {"column": {"feedback_least": 2, "bulletin_day": 9}}
    done(reference.publish(office, OFFICE, "policy", values, now=NOW))
    issue = published(office, three(office))
    activity = str(done(actions.plan_activity(office, OFFICE, issue, "交流会", DAY, "总部", now=NOW)))
    for who, count in ((ZHANG, None), (LI, {"learnt": (0, 0, 2), "useful": (0, 2, 0), "again": (2, 0, 0)})):
        done(actions.feedback(office, who, activity, 2, 1, 0, now=NOW))
        [held] = activities.activities(office, issue)
        assert held.answers == count
    assert activities.given(office, activity, "1001").useful == 1
    assert activities.given(office, activity, "1003") is None


def test_a_photo_of_just_the_size_allowed_is_taken_and_none_twice(office):
    story = nominated(office)
    drafted(office, story)
    photo = jpeg().ljust(MOST_BYTES, b"\0")

    def add(image: bytes) -> object:
        return actions.add_picture(office, OFFICE, story, image, " 修好了 ", (), no_customer=True, now=NOW)

    assert code(add(photo + b"\0")) == "picture_unfit"
    assert (add(photo), add(photo), add(jpeg())) == (1, 1, 2)
    assert [each.number for each in pictures.of_story(office, story)] == [1, 2]
    assert found(office, story).edited.splitlines()[-1] == "〔图2：修好了〕"
