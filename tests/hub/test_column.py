"""An issue over a real hub: from a station's deed to paper, and back when a consent is taken back; who reads what."""

import base64
from datetime import time, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from shared.domain.actor import Actor
from shared.domain.clock import wall_clock
from shared.domain.roles import Role
from shared.domain.workdays import day_of, ms_at
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.column import actions, own, prints, published, views
from shared.practice.column.actions import Draft
from shared.practice.column.facts import Adoption, Naming, Section
from shared.practice.column.ideas import Idea
from shared.practice.column.tables import projection
from tests.hub.site import Device, Site
from tests.practice.column.issue import jpeg
from tests.support.builders import done

FIRST = day_of(wall_clock()) - timedelta(days=40)
HERO = Actor("1001", "张敏", Role.STAFF, "cashier", "A")
LEADER = Actor("1009", "赵刚", Role.SUPERVISOR, "", "A")
OTHER = Actor("2009", "孙杰", Role.SUPERVISOR, "", "B")
OFFICE, SECOND = (Actor(n, name, Role.OFFICE, "", "总部") for n, name in (("9001", "周宁"), ("9002", "吴静")))
TOLD = "张敏雪天送票上门"
IMAGE = base64.b64encode(jpeg()).decode()


def at(days: int, step: int = 0) -> int:
    """Ten o'clock, so many days after the first."""
    return ms_at(FIRST + timedelta(days=days), time(10)) + step


def carry(*way: Device) -> None:
    for device in way:
        device.sync(thorough=False)


def held(device: Device) -> str:
    """All that a device's disk holds of the column."""
    of_column = "subject LIKE 'story:%' OR subject LIKE 'page:%' OR subject LIKE 'issue:%'"
    asked = [f"SELECT kind, actor, body FROM event WHERE {of_column}"]
    asked += [f"SELECT value FROM companion WHERE event_id IN (SELECT id FROM event WHERE {of_column})"]
    rows = [row for each in asked for row in device.store.db.execute_sql(each).fetchall()]
    for table in projection.tables:  # without the row's own number
        rows += [row[1:] for row in device.store.db.execute_sql(f"SELECT * FROM {table._meta.table_name}").fetchall()]
    return "\n".join(map(str, rows))


@pytest.fixture
def company(site: Site) -> tuple[Device, Device, Device]:
    """The hero's hall, another hall, and the office with two people."""
    hall, other, office = site.device("a", hall="A"), site.device("b", hall="B"), site.device("office", "office")
    lines = [
        RosterLine(each.number, each.name, "一分公司", each.hall, "", each.post or "cashier", each.role)
        for each in (HERO, LEADER, OTHER, OFFICE, SECOND)
    ]
    people.import_staff(office.store, lines, now=at(0))
    carry(office, hall, other)
    return hall, other, office


def filler(office: Device, number: int) -> str:
    """A story about nobody, approved."""
    idea = Idea(
        section=Section.CONTEST, source=views.Source.CONTEST, hall="", day=FIRST, title=f"竞赛{number}", text="成绩揭晓"
    )
    story = done(actions.propose(office.store, OFFICE, idea, now=at(1)))
    done(actions.draft(office.store, OFFICE, story, Draft(Section.CONTEST, f"竞赛{number}", "成绩揭晓"), now=at(1, 1)))
    done(actions.approve(office.store, SECOND, story, now=at(1, 2)))
    return story


def brought_to_paper(company: tuple[Device, Device, Device]) -> tuple[str, str]:
    """The hero's story and the issue that it was published in."""
    hall, other, office = company
    told = (Section.EXPERIENCE, HERO.number, FIRST, "雪天送票", TOLD)
    story = done(actions.nominate(hall.store, LEADER, *told, now=at(0, 1)))
    carry(hall, office)
    done(actions.draft(office.store, OFFICE, story, Draft(Section.EXPERIENCE, "雪天送票", TOLD), now=at(1)))
    photo = actions.add_picture(office.store, OFFICE, story, jpeg(), "雪", [HERO.number], no_customer=True, now=at(1))
    assert photo == 1
    done(actions.ask(office.store, OFFICE, story, now=at(1, 1)))
    carry(office, hall, other)
    assert "张敏" not in held(other)
    assert [IMAGE in held(device) for device in (hall, other)] == [True, False]  # only whoever is asked sees it
    assert own.waiting(hall.store, HERO.number) == 1
    done(actions.answer(hall.store, HERO, story, Naming.NAMED, now=at(2)))
    carry(hall, office)
    done(actions.ask_reading(office.store, OFFICE, story, now=at(2, 1)))
    carry(office, hall)
    done(actions.read_text(hall.store, HERO, story, 2, agreed=True, now=at(3)))
    carry(hall, office)
    done(actions.approve(office.store, SECOND, story, now=at(3, 1)))
    stories = [story, filler(office, 1), filler(office, 2)]
    issue = done(actions.open_issue(office.store, OFFICE, FIRST.year, 1, now=at(4)))
    done(actions.plan(office.store, OFFICE, issue, FIRST, "", stories, now=at(4, 1)))
    done(actions.publish(office.store, OFFICE, issue, now=at(4, 2)))
    carry(office, hall, other)
    return story, issue


def test_from_a_deed_to_paper_and_back_without_the_name(
    company: tuple[Device, Device, Device], tmp_path: Path, qapp: QApplication
) -> None:
    hall, other, office = company
    story, issue = brought_to_paper(company)
    assert "story_proposed" not in held(other)
    assert "drafted" not in held(hall) + held(other)
    [read] = published.published(other.store)
    assert [item.title for item in read.items] == ["雪天送票", "竞赛1", "竞赛2"]
    images = published.images(other.store, read)
    assert list(images.values()) == [IMAGE]
    prints.as_pdf(read, images, tmp_path / "issue.pdf")
    with pypdfium2.PdfDocument(tmp_path / "issue.pdf") as document:
        assert TOLD in document[0].get_textpage().get_text_bounded()
        assert [each.type for each in document[0].get_objects()].count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 1
    done(actions.adopt(other.store, OTHER, story, Adoption.ADOPTED, "雪天也送", now=at(5)))
    carry(other, office)
    assert [each.name for each in published.published(office.store)[0].items[0].answers] == ["B"]
    done(actions.answer(hall.store, HERO, story, Naming.POST, now=at(6)))
    assert actions.withdraw_declined(hall.store, now=at(6)) == 0  # a hall does not speak for others
    carry(hall, office)
    assert actions.withdraw_declined(office.store, now=at(7)) == 1
    assert actions.withdraw_declined(office.store, now=at(8)) == 0
    carry(office, hall, other)
    [read] = published.published(other.store)
    assert (read.edition, read.items[0].paragraphs) == (2, ("购气员雪天送票上门",))
    assert "张敏" not in held(other)
    assert IMAGE not in held(other)
    found = views.story(office.store, story)
    assert found is not None
    assert found.standing.approved == 2
    for device in company:
        before = held(device)
        device.store.rebuild()
        assert sorted(held(device).splitlines()) == sorted(before.splitlines())
    assert views.issue(office.store, issue) is not None


def test_a_story_is_erased_from_every_disk_when_its_consent_is_withdrawn(
    company: tuple[Device, Device, Device],
) -> None:
    hall, other, office = company
    story, _ = brought_to_paper(company)
    done(actions.answer(hall.store, HERO, story, Naming.NO, now=at(6)))
    carry(hall, office)
    actions.withdraw_declined(office.store, now=at(7))
    carry(office, hall, other)
    for device in company:
        assert "送票" not in held(device)
        assert IMAGE not in held(device)
        assert [item.title for item in published.published(device.store)[0].items] == ["竞赛1", "竞赛2"]
