"""服务之窗: two issues from the station's idea to the printed page, what halls made of an experience, two meetings."""

from datetime import date, timedelta
from functools import partial

import msgspec

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import APPROVER, HALLS, PREPARER, YEAR, Company, seeded
from shared.demo.year.drawing import in_the_snow
from shared.practice.column import actions, views
from shared.practice.column.actions import Draft
from shared.practice.column.facts import Adoption, Naming, Section

ADOPTED, NOT_APPLICABLE = 9, 4
_BEFORE = 12  # working days that a story takes from its idea to the page
_LINES = {
    Adoption.ADOPTED: "已在本厅取号机旁张贴，用户反映好找。",
    Adoption.NOT_APPLICABLE: "本厅没有过户业务。",
}


class _Story(msgspec.Struct, frozen=True):
    section: Section
    hall: str
    title: str
    text: str  # {name} is the hero
    naming: Naming = Naming.NAMED
    photo: str = ""  # the caption of a drawing


class IssueOf2014(msgspec.Struct, frozen=True):
    """An issue, the meeting about it, and how many took part."""

    number: int
    day: date
    title: str
    stories: tuple[_Story, ...]
    met: date
    took_part: int


ISSUES = (
    IssueOf2014(
        1,
        date(YEAR, 7, 15),
        "把用户放在心上",
        (
            _Story(Section.DEED, "和平大厅", "三楼的老人", "{name}每月替三楼的老人把气量送上门。"),
            _Story(Section.EXPERIENCE, "沈河大厅", "一张材料清单", "{name}把过户材料列成一张清单，白跑的人少了一半。"),
            _Story(Section.DISCOVERY, "铁西大厅", "看不清的提示", "{name}发现提示字太小，换成大字。", Naming.POST),
            _Story(Section.DEED, "皇姑大厅", "多等的十分钟", "{name}下班后多等十分钟，等来了着急的用户。"),
        ),
        date(YEAR, 7, 24),
        30,
    ),
    IssueOf2014(
        2,
        date(YEAR, 12, 9),
        "微笑是最好的窗口",
        (
            _Story(Section.DEED, "南湖大厅", "雪地里的搀扶", "{name}在雪天把老人搀到车上。", photo="雪地里（示意图）"),
            _Story(Section.DEED, "南塔大厅", "听完再说", "{name}先听完用户的气话，再把账一笔笔讲清。"),
            _Story(Section.WORDS, "重工大厅", "为什么微笑", "{name}说：我想让人安心。", Naming.ANONYMOUS),
            _Story(Section.CONTEST, "北陵大厅", "比武台上", "{name}在技能比武中沉着应答。"),
            _Story(Section.DEED, "塔湾大厅", "一通回访", "{name}办结之后又打了一通电话。"),
        ),
        date(YEAR, 12, 16),
        34,
    ),
)
RETRACTED = "一通回访"


def plan(company: Company, agenda: Agenda) -> None:
    """The second issue loses one story afterwards, and appears again without it."""
    for issue in ISSUES:
        begin = issue.day - timedelta(days=round(_BEFORE * 1.5))
        for place, story in enumerate(issue.stories):
            agenda.at(company.after(begin, place % 3), "09:50", partial(_tell, company, agenda, issue, story))
        agenda.at(issue.day, "10:30", partial(_publish, company, agenda, issue))


def _tell(company: Company, agenda: Agenda, issue: IssueOf2014, story: _Story, now: int) -> None:
    """The station nominates it; then editor, hero and approver act in turn."""
    hero = seeded(story.title).choice(company.staff_of(story.hall))
    text, day = story.text.format(name=hero.name), issue.day - timedelta(days=_BEFORE * 2)
    supervisor = company.who(company.supervisor(story.hall), now)
    told = actions.nominate(company.store, supervisor, story.section, hero.number, day, story.title, text, now=now)
    subject = done(told)
    draft = Draft(story.section, story.title, text)
    for days, clock, do in (
        (1, "10:10", partial(_draft, company, subject, draft, story.photo, hero.number)),
        (2, "12:20", partial(_agree, company, subject, hero.number, story.naming)),
        (3, "10:10", partial(_send, company, subject)),
        (4, "12:20", partial(_read, company, subject, hero.number)),
        (5, "10:40", partial(_approve, company, subject)),
    ):
        agenda.at(company.after(issue.day - timedelta(days=10), days - 1), clock, do)


def _draft(company: Company, story: str, draft: Draft, photo: str, hero: str, now: int) -> None:
    office = company.who(PREPARER, now)
    done(actions.draft(company.store, office, story, draft, now=now))
    if photo:
        people, jpeg = (hero,), in_the_snow()
        done(actions.add_picture(company.store, office, story, jpeg, photo, people, no_customer=True, now=now))
    done(actions.ask(company.store, office, story, now=now))


def _agree(company: Company, story: str, hero: str, naming: Naming, now: int) -> None:
    done(actions.answer(company.store, company.who(hero, now), story, naming, now=now))


def _send(company: Company, story: str, now: int) -> None:
    done(actions.ask_reading(company.store, company.who(PREPARER, now), story, now=now))


def _read(company: Company, story: str, hero: str, now: int) -> None:
    each = views.story(company.store, story)
    version = each.version if each else 0
    done(actions.read_text(company.store, company.who(hero, now), story, version, agreed=True, now=now))


def _approve(company: Company, story: str, now: int) -> None:
    done(actions.approve(company.store, company.who(APPROVER, now), story, now=now))


def _publish(company: Company, agenda: Agenda, wanted: IssueOf2014, now: int) -> None:
    """The stories of the issue in their order; then what follows from it."""
    store, office = company.store, company.who(PREPARER, now)
    titles = [story.title for story in wanted.stories]
    found = {each.title: each for each in views.stories_held(store) if not each.issue}
    chosen = [found[title].story for title in titles]
    issue = done(actions.open_issue(store, office, YEAR, wanted.number, now=now))
    done(actions.plan(store, office, issue, wanted.day, wanted.title, chosen, now=now))
    done(actions.publish(store, office, issue, now=now))
    title = f"第{wanted.number}期交流会"
    meeting = done(actions.plan_activity(store, office, issue, title, wanted.met, "总公司", now=now))
    agenda.at(wanted.met, "16:00", partial(_meet, company, meeting, wanted))
    for story in wanted.stories:
        if story.section is Section.EXPERIENCE:
            agenda.at(company.after(wanted.day, 3), "10:00", partial(_adopt, company, found[story.title].story))
        if story.title == RETRACTED:
            agenda.at(company.after(wanted.day, 6), "10:00", partial(_retract, company, found[story.title].story))


def _meet(company: Company, meeting: str, issue: IssueOf2014, now: int) -> None:
    """Who took part says what they think of it: most of them more than well."""
    store, rng = company.store, seeded(issue.title)
    people = [line.number for line in rng.sample(company.window_staff, issue.took_part)]
    done(actions.set_attendance(store, company.who(PREPARER, now), meeting, people, now=now))
    for number in people:
        learnt, useful, again = (2 if rng.random() < 0.85 else 1 for _ in range(3))
        done(actions.feedback(store, company.who(number, now), meeting, learnt, useful, again, now=now))


def _adopt(company: Company, story: str, now: int) -> None:
    halls = seeded("adoption").sample(list(HALLS), ADOPTED + NOT_APPLICABLE)
    for place, hall in enumerate(halls):
        answer = Adoption.ADOPTED if place < ADOPTED else Adoption.NOT_APPLICABLE
        supervisor = company.who(company.supervisor(hall), now)
        done(actions.adopt(company.store, supervisor, story, answer, _LINES[answer], now=now))


def _retract(company: Company, story: str, now: int) -> None:
    reason = "用户不愿意被写到。"
    done(actions.retract(company.store, company.who(PREPARER, now), story, reason, now=now))
