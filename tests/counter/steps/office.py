"""What the office does."""

from datetime import date

from shared.practice.workload.views import absences
from shared.reference.views import calendar, policy
from tests.counter.conftest import CTRL
from tests.counter.steps.counted import KEY, Steps, Task
from tests.counter.test_holidays import N2027


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
