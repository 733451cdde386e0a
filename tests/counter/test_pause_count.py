"""Where the pause gets its number of waiting customers: our queue, a ticket machine, or else what a person types."""

from PySide6.QtCore import Qt

from counter.staff.pause import AskPause
from shared.journal.store import Store
from shared.practice.line import actions as line
from shared.practice.pauses import views
from shared.practice.pauses.facts import Source
from tests.counter.conftest import Counter
from tests.queue_sources.conftest import machine
from tests.queue_sources.machine import Server, answers
from tests.support.builders import HALL, MONDAY, actor, at

__all__ = ["machine"]


def configure(counter: Counter, address: str) -> None:
    text = f'[[source]]\nkind = "http"\naddress = "{address}"\nfield = "hall.waiting"\nname = "叫号机"\n'
    (counter.folder / "queue.toml").write_text(text, encoding="utf-8")


def knows(ask: AskPause) -> bool:
    """Whether the page shows somebody's count; it looks again, as it does by itself every few seconds."""
    ask.refresh()
    return ask.known.isVisible()


def test_the_built_in_line_counts_by_itself(counter: Counter, store: Store) -> None:
    for second in range(3):
        line.take(store, now=at("10:00") + second * 1000)
    counter.signs_in_at("1001", "home")
    counter.reads("等候 3 位")
    counter.reads("来自排队系统")
    counter.presses(Qt.Key.Key_F9)
    counter.reads("好好歇一歇")
    [pause] = counter.until(lambda store: views.of_day(store, HALL, MONDAY))
    assert (pause.decision.waiting, pause.decision.source, pause.decision.age_ms) == (3, Source.LINE, 0)


def test_a_long_line_refuses_with_its_own_count(counter: Counter, store: Store) -> None:
    for second in range(6):
        line.take(store, now=at("10:00") + second * 1000)
    counter.signs_in_at("1001", "home")
    counter.reads("等候 6 位")
    line.call_next(store, actor("1002"), now=at("10:29"))  # one less since the person looked: what counts is now
    counter.presses(Qt.Key.Key_F9)
    counter.reads("现在有 5 位用户在等候")
    [refused] = counter.until(lambda store: views.refused(store, HALL, MONDAY))
    assert (refused.decision.waiting, refused.decision.source) == (5, Source.LINE)


def test_a_ticket_machine_counts_until_its_answer_is_old(counter: Counter, machine: Server) -> None:
    answers(machine, {"hall": {"waiting": 3}})
    configure(counter, machine.address)
    page = counter.signs_in_at("1001", "home")

    counter.waits(lambda: knows(page.pause.ask), "the machine's count")
    counter.reads("来自原有排队机")
    counter.presses(Qt.Key.Key_F9)
    counter.reads("好好歇一歇")
    [pause] = counter.until(lambda store: views.of_day(store, HALL, MONDAY))
    assert (pause.decision.waiting, pause.decision.source) == (3, Source.EXTERNAL)
    counter.presses(Qt.Key.Key_F9)
    counter.until(lambda store: not views.running(store, HALL, counter.times.start))
    counter.waits(lambda: knows(page.pause.ask), "the machine's count again")
    machine.shutdown()
    counter.times.passed += 31_000
    counter.waits(lambda: not knows(page.pause.ask), "the field to type in")


def test_without_an_answer_the_person_types_the_count(counter: Counter) -> None:
    configure(counter, "http://127.0.0.1:9:x")
    page = counter.signs_in_at("1001", "home")
    counter.reads("queue.toml 里的 source[0].address 有误")
    assert page.pause.ask.waiting.isVisible()
    counter.types("2", into="现在有几位用户在等候")
    counter.presses(Qt.Key.Key_Return)
    counter.reads("好好歇一歇")
    [pause] = counter.until(lambda store: views.of_day(store, HALL, MONDAY))
    assert (pause.decision.waiting, pause.decision.source) == (2, Source.ATTESTED)


def test_a_typed_count_is_cleared_once_another_source_answers(counter: Counter, store: Store) -> None:
    page = counter.signs_in_at("1001", "home")
    counter.types("2", into="现在有几位用户在等候")
    line.take(store, now=at("10:29"))
    counter.waits(lambda: knows(page.pause.ask), "the line's count")
    assert page.pause.ask.waiting.text() == ""
