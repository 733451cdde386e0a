"""Where the pause gets its number of waiting customers: our line, a ticket machine, and only then a person's eyes."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from PySide6.QtCore import Qt

from counter.staff.pause import AskPause
from shared.journal.store import Store
from shared.practice.line import actions as line
from shared.practice.pauses import views
from shared.practice.pauses.facts import Source
from tests.counter.conftest import Counter
from tests.support.builders import HALL, MONDAY, actor, at


class Machine(HTTPServer):
    """The ticket machine a hall already has."""

    waiting = 3

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/queue"


class _Answer(BaseHTTPRequestHandler):
    server: Machine

    def do_GET(self) -> None:
        body = json.dumps({"hall": {"waiting": self.server.waiting}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def machine() -> Iterator[Machine]:
    machine = Machine(("127.0.0.1", 0), _Answer)
    thread = threading.Thread(target=machine.serve_forever)
    thread.start()
    yield machine
    machine.shutdown()
    thread.join()
    machine.server_close()


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
    counter.signs_in("1001")
    counter.opens("home")
    counter.reads("等候 3 位")
    counter.reads("来自排队系统")
    counter.presses(Qt.Key.Key_F9)
    counter.reads("好好歇一歇")
    [pause] = counter.until(lambda store: views.of_day(store, HALL, MONDAY))
    assert (pause.decision.waiting, pause.decision.source, pause.decision.age_ms) == (3, Source.LINE, 0)


def test_a_long_line_refuses_with_its_own_count(counter: Counter, store: Store) -> None:
    for second in range(6):
        line.take(store, now=at("10:00") + second * 1000)
    counter.signs_in("1001")
    counter.opens("home")
    counter.reads("等候 6 位")
    line.call_next(store, actor("1002"), now=at("10:29"))  # one less since the person looked: what counts is now
    counter.presses(Qt.Key.Key_F9)
    counter.reads("现在有 5 位用户在等候")
    [refused] = counter.until(lambda store: views.refused(store, HALL, MONDAY))
    assert (refused.decision.waiting, refused.decision.source) == (5, Source.LINE)


def test_a_ticket_machine_counts(counter: Counter, machine: Machine) -> None:
    configure(counter, machine.address)
    counter.signs_in("1001")
    page = counter.opens("home")

    counter.waits(lambda: knows(page.pause.ask), "the machine's count")
    counter.reads("来自原有排队机")
    counter.presses(Qt.Key.Key_F9)
    counter.reads("好好歇一歇")
    [pause] = counter.until(lambda store: views.of_day(store, HALL, MONDAY))
    assert (pause.decision.waiting, pause.decision.source) == (3, Source.EXTERNAL)


def test_a_silent_machine_lets_the_person_say_what_they_see(counter: Counter, machine: Machine) -> None:
    configure(counter, machine.address.replace("/queue", ":x"))
    counter.signs_in("1001")
    page = counter.opens("home")
    counter.reads("queue.toml 里的 source[0].address 有误")
    assert page.pause.ask.waiting.isVisible()
    counter.types("2", into="现在有几位用户在等候")
    counter.presses(Qt.Key.Key_Return)
    counter.reads("好好歇一歇")
    [pause] = counter.until(lambda store: views.of_day(store, HALL, MONDAY))
    assert (pause.decision.waiting, pause.decision.source) == (2, Source.ATTESTED)


def test_an_answer_grown_old_is_none(counter: Counter, machine: Machine) -> None:
    configure(counter, machine.address)
    counter.signs_in("1001")
    page = counter.opens("home")

    counter.waits(lambda: knows(page.pause.ask), "the machine's count")
    machine.shutdown()
    counter.times.passed += 31_000
    counter.waits(lambda: not knows(page.pause.ask), "the field to type in")


def test_what_was_typed_while_the_machine_was_silent_is_not_said_again_later(counter: Counter, store: Store) -> None:
    counter.signs_in("1001")
    page = counter.opens("home")
    counter.types("2", into="现在有几位用户在等候")
    line.take(store, now=at("10:29"))
    counter.waits(lambda: knows(page.pause.ask), "the line's count")
    assert page.pause.ask.waiting.text() == ""
