"""What window staff do."""

from shared.practice.pauses.views import running
from tests.counter.conftest import ALT, CTRL
from tests.counter.steps.counted import KEY, Steps, Task
from tests.support.builders import HALL


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
    person.steps = 0  # the mistake itself is not counted
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
