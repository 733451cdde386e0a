"""The steps that the README's table says are what a person at the counter really does: each is played and counted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from counter.kit import page_change
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.inquiries import actions as inquiries
from shared.practice.pauses.views import running
from shared.practice.workload.views import absences
from shared.reference.views import calendar, policy
from tests.counter.conftest import ALT, CTRL, Counter
from tests.counter.test_holidays import N2027
from tests.practice.promotion.test_promotions import earn
from tests.support.builders import HALL, actor, at
from tests.support.steps import in_readme

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Steps(Counter):
    """A person whose keys, touches and entered texts are counted."""

    steps = 0

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.steps += 1
        super().presses(key, modifier)

    def types(self, text: str, into: str = "") -> None:
        self.steps += 1
        super().types(text, into)

    def tap(self, words: str) -> None:
        self.steps += 1
        super().tap(words)

    def chooses(self, words: str) -> None:
        self.steps += 1
        super().chooses(words)

    def turns_to(self, key: str) -> Any:
        """To a page by the key beside its name."""
        self.steps += 1
        work = self.window.workspace
        assert work is not None
        self.presses_key_of(key)
        self.waits(lambda: work.shown == key and key in work.pages and work.pages[key].filled, f"the page {key}")
        page_change.reset()
        return work.pages[key]

    def sends(self) -> None:
        """The key of a page's or a dialog's first button."""
        self.presses(KEY.Key_Return, CTRL)


Task = Callable[[Steps], object]


def played(person: Steps, tasks: dict[str, Task]) -> dict[str, int]:
    """How many steps each task took."""
    taken = {}
    for name, task in tasks.items():
        person.steps = 0
        task(person)
        taken[name] = person.steps
    return taken


@pytest.fixture
def person(counter: Counter) -> Steps:
    return Steps(counter.window, counter.folder, counter.times, counter.store)


# Window staff


def signs_in(person: Steps) -> None:
    person.signs_in("1001")
    person.opens("queue")


def calls(person: Steps) -> None:
    person.presses(KEY.Key_F2)
    person.reads("到 1号窗口")
    queue = person.window.workspace.pages["queue"]
    person.waits(lambda: queue.control.state.serving, "the number")


def finishes(person: Steps) -> None:
    person.presses(KEY.Key_F4)
    person.reads("今天已办 1 位")


def misses_and_calls_back(person: Steps) -> None:
    person.presses(KEY.Key_F7)
    person.reads("已过号")
    queue = person.window.workspace.pages["queue"]
    person.waits(lambda: queue.aside.rows.rows, "it in the list")
    person.presses(KEY.Key_F8)
    person.reads("已召回")


def takes_back(person: Steps) -> None:
    person.presses(KEY.Key_F6)
    person.reads("已挂起")
    person.steps = 0  # that was the slip
    queue = person.window.workspace.pages["queue"]
    person.waits(queue.buttons.undo.isVisible, "the way back")
    person.presses(KEY.Key_Z, CTRL)
    person.waits(lambda: queue.control.state.serving, "the number again")


def takes_a_number(person: Steps) -> None:
    person.presses(KEY.Key_T, CTRL)
    form = person.dialog()
    person.sends()
    person.waits(lambda: person.dialog() is not form, "the slip")
    person.presses(KEY.Key_Return)
    person.closes()


def pauses(person: Steps) -> None:
    person.turns_to("home")
    person.reads("等候 ")
    person.presses(KEY.Key_F9)
    person.reads("好好歇一歇")
    person.presses(KEY.Key_F9)
    person.until(lambda store: not running(store, HALL, person.times.start))
    person.reads("今天还可暂停")


def registers(person: Steps) -> None:
    person.presses(KEY.Key_N, CTRL)
    form = person.dialog()
    person.waits(form.question.hasFocus, "the cursor in the question")
    person.types("no gas since noon")
    person.sends()
    person.reads("您是首问责任人")
    person.closes()


def answers(person: Steps) -> None:
    page = person.turns_to("inquiries")
    person.waits(lambda: page.detail.ticket_page, "the ticket")
    person.sends()
    person.dialog()
    person.types("valve opened")
    person.sends()
    person.reads("答复办结，已记录")
    person.closes()


def writes(person: Steps) -> None:
    person.turns_to("diary")
    person.presses(KEY.Key_1, ALT)
    person.types("long lines at noon")
    person.sends()
    person.reads("已记下")


STAFF: dict[str, Task] = {
    "sign in": signs_in,
    "call the next number": calls,
    "take back a wrong step": takes_back,
    "no-show, and called back": misses_and_calls_back,
    "finish with the service on the slip": finishes,
    "take a number for somebody": takes_a_number,
    "five-minute pause, and back": pauses,
    "register a first inquiry": registers,
    "answer and close it": answers,
    "write in the diary": writes,
}


def test_window_staff(person: Steps, taken: list[str]) -> None:
    assert played(person, STAFF) == in_readme("window staff")


# Supervisor


def signs_the_day(person: Steps) -> None:
    person.turns_to("day")
    person.sends()
    person.dialog()
    person.sends()
    person.reads("10:30 已签字")
    person.closes()


def looks_for(person: Steps) -> None:
    person.turns_to("day")
    person.presses(KEY.Key_F, CTRL)
    person.types("1001")


def exports_the_day(person: Steps) -> None:
    person.turns_to("day")
    person.presses(KEY.Key_S, CTRL)
    person.dialog().fields["folder"].choose(person.folder)  # the usual folder is one of this machine
    person.sends()
    person.waits(lambda: list(person.folder.glob("*.pdf")), "the file")
    person.closes()


def reviews(person: Steps) -> None:
    page = person.turns_to("flagged")
    person.waits(page.waiting.current, "the card")
    person.sends()
    person.dialog()
    person.types("two customers")
    person.sends()
    person.until(lambda store: [e for e in store.events() if e.kind == "card_reviewed"])
    person.closes()


def consents(person: Steps) -> None:
    person.turns_to("consent")
    person.reads("site visit")
    person.sends()
    person.dialog()
    person.sends()
    person.reads("按特殊事项办理。")
    person.closes()


def finds(person: Steps, number: str) -> None:
    page = person.turns_to("roster")
    person.types(number)
    person.waits(lambda: page.table.current() and page.table.current().person.number == number, number)


def off_duty(person: Steps) -> None:
    finds(person, "1003")
    person.sends()
    person.reads("张伟 已离岗")


def new_pin(person: Steps) -> None:
    finds(person, "1004")
    person.presses(KEY.Key_R, CTRL)
    person.dialog()
    person.types("734512")
    person.presses(KEY.Key_Tab)
    person.types("734512")
    person.sends()
    person.reads("新密码已生效")
    person.closes()


def takes_on(person: Steps) -> None:
    person.turns_to("roster")
    person.presses(KEY.Key_N, CTRL | SHIFT)
    form = person.dialog()
    person.waits(form.fields["number"].hasFocus, "the cursor in the number")
    person.types("1009")
    person.presses(KEY.Key_Tab)
    person.types("Zhou Min")
    person.sends()
    person.reads("的资料已保存")
    person.closes()


def decides(person: Steps) -> None:
    page = person.turns_to("ideas")
    person.waits(page.table.current, "the idea")
    person.sends()
    person.dialog()
    person.types("done")
    person.sends()
    person.closes()
    person.reads("采纳 · done")


SUPERVISOR: dict[str, Task] = {
    "see the hall live": lambda person: person.turns_to("live_board"),
    "find a record of the day": looks_for,
    "review a suspect card": reviews,
    "consent to a special matter": consents,
    "put somebody off duty": off_duty,
    "answer an idea": decides,
    "set a forgotten PIN anew": new_pin,
    "take on somebody new": takes_on,
    "export the day": exports_the_day,
    "sign the day": signs_the_day,
}


def given(store: Store) -> None:
    """A suspect card, an idea and a special matter wait for the supervisor."""
    for second in range(2):
        cards.award(store, "1001", P.POLITE, now=at("09:30") + second * 5000)
    assert not isinstance(
        inquiries.open_inquiry(store, actor("1001"), text="move", special_grounds="site visit", now=at("09:40")),
        Refusal,
    )
    diary.write(store, actor("1001"), Entry.SUGGESTION, "a second bench", now=at("09:50"))


def test_supervisor(person: Steps, store: Store) -> None:
    given(store)
    person.signs_in("2001")
    assert played(person, SUPERVISOR) == in_readme("supervisor")


# Office


def opens_what_waits(person: Steps) -> None:
    page = person.opens("overview")
    person.waits(page.waiting.current, "what waits")
    page.waiting.setFocus()
    person.presses(KEY.Key_Return)
    work = person.window.workspace
    person.waits(lambda: work and work.shown != "overview", "the page")


def exports_the_report(person: Steps) -> None:
    person.turns_to("report")
    person.presses(KEY.Key_S, CTRL)
    person.dialog().fields["folder"].choose(person.folder / "report")  # the usual folder is one of this machine
    person.sends()
    person.waits(lambda: list((person.folder / "report").glob("*")), "the file")
    person.closes()


def confirms(person: Steps) -> None:
    page = person.turns_to("promotions")
    person.waits(page.table.current, "who is due")
    person.sends()
    person.reads("晋升为铜级")


def changes_a_rule(person: Steps) -> None:
    page = person.turns_to("policy")
    person.steps += 1  # the touch into the field
    person.types("等候", into="输入名称查找")
    person.waits(lambda: page.search.text() == "等候" and page.table.current(), "the value")
    person.presses(KEY.Key_M, CTRL)
    person.dialog()
    person.types("6")
    person.sends()
    person.waits(lambda: not page.show_effect.why, "a change to try")
    person.sends()
    person.waits(lambda: not page.preview.publish.why, "what it would change")
    person.sends()
    person.dialog()
    person.sends()
    person.until(lambda store: policy(store).version == 2)
    person.closes()


def enters_an_absence(person: Steps) -> None:
    person.turns_to("absences")
    person.presses(KEY.Key_N, CTRL)
    person.dialog()
    person.types("1001")
    person.sends()
    person.closes()
    person.until(absences)


def publishes_holidays(person: Steps) -> None:
    page = person.turns_to("holidays")
    page.paste.setFocus()
    person.types(N2027)
    person.sends()
    person.reads("2027 年没有疑问")
    person.presses(KEY.Key_PageDown, CTRL)
    person.waits(lambda: not page.publish.why, "something to publish")
    person.sends()
    person.dialog()
    person.sends()
    person.closes()
    person.until(lambda store: calendar(store).confirmed(date(2027, 2, 4)))


def asks_the_staff(person: Steps) -> None:
    person.turns_to("surveys")
    person.presses(KEY.Key_T, CTRL)
    person.dialog()
    person.sends()
    person.closes()
    person.until(lambda store: [e for e in store.events() if e.kind.startswith("survey")])


OFFICE: dict[str, Task] = {
    "open what waits first": opens_what_waits,
    "read the 5P report": lambda person: person.turns_to("report"),
    "export it": exports_the_report,
    "confirm a promotion": confirms,
    "see what customers had of it": lambda person: person.turns_to("effect"),
    "see the month's pay": lambda person: person.turns_to("pay"),
    "change a rule, tried first": changes_a_rule,
    "enter an absence": enters_an_absence,
    "publish the year's holidays": publishes_holidays,
    "open a survey": asks_the_staff,
}


def test_office(person: Steps, store: Store) -> None:
    earn(store, "1001")
    person.signs_in("9001")
    assert played(person, OFFICE) == in_readme("office")
