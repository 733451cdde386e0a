"""An issue on one device: a second person in the office, stories brought to where they may be printed."""

from datetime import date

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.column import actions, views
from shared.practice.column.actions import Draft
from shared.practice.column.facts import Naming, Section
from shared.practice.column.views import Step, Story
from tests.support.builders import done
from tests.support.practice_hall import DAY, LI, OFFICE, WANG, ZHANG, ZHAO, at

SECOND = Actor("9002", "吴静", Role.OFFICE, "", "总部")
TEXT = "张敏帮老人修好了灶具"


def two_in_the_office(store: Store) -> None:
    import_staff(store, [RosterLine("9002", "吴静", "总部", "总部", "", "", Role.OFFICE)], now=at("08:00"))


def nominated(store: Store, hero: Actor = ZHANG, text: str = TEXT, section: Section = Section.DEED) -> str:
    return str(done(actions.nominate(store, ZHAO, section, hero.number, DAY, "修灶具", text, now=at("09:00"))))


def drafted(store: Store, story: str, text: str = TEXT, section: Section = Section.DEED, title: str = "修灶具") -> int:
    return int(str(done(actions.draft(store, OFFICE, story, Draft(section, title, text), now=at("09:10")))))


def read(store: Store, story: str, hero: Actor = ZHANG) -> None:
    """The last version is read by whom it is about, and approved by the second person."""
    each = found(store, story)
    if each.step is Step.READING:
        done(actions.ask_reading(store, OFFICE, story, now=at("09:40")))
        done(actions.read_text(store, hero, story, each.version, agreed=True, now=at("09:50")))
    done(actions.approve(store, SECOND, story, now=at("09:55")))


def ready(
    store: Store,
    hero: Actor = ZHANG,
    text: str = TEXT,
    section: Section = Section.DEED,
    naming: Naming = Naming.NAMED,
    title: str = "修灶具",
) -> str:
    """A story that may be printed."""
    story = nominated(store, hero, text, section)
    drafted(store, story, text, section, title)
    done(actions.ask(store, OFFICE, story, now=at("09:20")))
    done(actions.answer(store, hero, story, naming, now=at("09:30")))
    read(store, story, hero)
    return story


def three(store: Store) -> list[str]:
    """Three stories that may be printed: of 张敏, 李娜 and 王芳."""
    texts = {ZHANG: TEXT, LI: "李娜铺了防滑垫", WANG: "王芳把流程画成图"}
    sections = {ZHANG: Section.DEED, LI: Section.DISCOVERY, WANG: Section.EXPERIENCE}
    return [ready(store, who, text, sections[who], title=f"{who.name}的故事") for who, text in texts.items()]


def published(store: Store, stories: list[str], number: int = 1, day: date = DAY) -> str:
    issue = str(done(actions.open_issue(store, OFFICE, day.year, number, now=at("10:00", day))))
    done(actions.plan(store, OFFICE, issue, day, "温情服务", stories, now=at("10:01", day)))
    done(actions.publish(store, OFFICE, issue, now=at("10:02", day)))
    return issue


def found(store: Store, story: str) -> Story:
    each = views.story(store, story)
    assert each is not None
    return each


def jpeg(colour: int = 0xFF8844) -> bytes:
    """A small photo."""
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(colour)
    image.setDotsPerMeterX(4000)  # else the screen's, where there is one already
    image.setDotsPerMeterY(4000)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")  # type: ignore[call-overload]  # the stub knows file names only
    return bytes(buffer.data().data())
