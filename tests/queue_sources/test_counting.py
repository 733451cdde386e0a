"""Polling several sources, and whose figure is taken."""

import threading
import time

import pytest

from shared import queue_sources
from shared.domain import policy, wording
from shared.practice.line.views import Waiting
from shared.practice.pauses.facts import Count
from shared.practice.pauses.facts import Source as CountSource
from shared.queue_sources import Poller, Reading, Standing
from shared.queue_sources.settings import FileSource, HttpSource, LineSource
from tests.queue_sources.asking import SECONDS
from tests.queue_sources.machine import answers, stall
from tests.support import patience
from tests.support.builders import MORNING
from tests.support.patience import SLACK, until


def test_one_source_that_stalls_delays_no_other(machine, tmp_path):
    machine.answer = stall
    (tmp_path / "waiting.txt").write_text("3")
    sources = (
        HttpSource(address=machine.address, field="n"),
        FileSource(path=str(tmp_path / "waiting.txt"), age="read"),
    )
    poller = Poller(sources, lambda: MORNING, every=0.05, seconds=SECONDS)
    poller.start()
    until(lambda: poller.latest()[1].reading, "the file's figure")
    assert poller.latest()[0].reading is None
    until(lambda: poller.latest()[0].refusal, "the page to be given up")
    (tmp_path / "waiting.txt").write_text("5")
    until(lambda: poller.latest()[1].reading == Reading(5, MORNING, "file"), "the new figure")
    began = time.monotonic()
    poller.stop()
    assert time.monotonic() - began < SECONDS + SLACK
    assert not any(thread.name.startswith("queue-") for thread in threading.enumerate())


def test_after_a_failure_the_last_reading_stays_with_its_time(machine):
    answers(machine, {"n": 4})
    source, times = HttpSource(address=machine.address, field="n"), iter((MORNING, MORNING + 5000, MORNING + 10_000))
    poller = Poller((source,), lambda: next(times), seconds=patience.SECONDS)
    assert poller.latest() == (Standing(source),)
    assert poller.ask(0, source).reading == Reading(4, MORNING, "http")
    answers(machine, {"m": 4})
    failed = poller.ask(0, source)
    assert (failed.reading, failed.refusal.code) == (Reading(4, MORNING, "http"), "queue_no_figure")
    answers(machine, {"n": 6})
    assert poller.ask(0, source) == Standing(source, Reading(6, MORNING + 10_000, "http"))


def test_an_unforeseen_fault_of_one_source_ends_no_thread(tmp_path, monkeypatch):
    """As a library's own error, or a setting that a newer version would have refused."""
    (tmp_path / "waiting.txt").write_text("3")
    source = FileSource(name="叫号机", path=str(tmp_path / "waiting.txt"), age="read")
    poller = Poller((source,), lambda: MORNING, every=0.01, seconds=SECONDS)
    monkeypatch.setattr("shared.queue_sources.readers.read", lambda *_: 1 // 0)
    failed = poller.ask(0, source)
    assert failed.refusal
    assert (failed.refusal.code, failed.refusal.details["source"]) == ("queue_unreachable", "叫号机")
    assert "ZeroDivisionError" in wording.refusal(failed.refusal)
    poller.start()
    monkeypatch.undo()
    until(lambda: poller.latest()[0].reading == Reading(3, MORNING, "叫号机"), "the next answer")
    assert poller.latest()[0].refusal is None
    poller.stop()


LINE, HTTP_SOURCE = Standing(LineSource()), HttpSource(address="http://x/", field="n")


def said(count, at):
    return Standing(HTTP_SOURCE, Reading(count, at, "http"))


@pytest.mark.parametrize(
    ("standings", "waiting", "expected"),
    [
        ((LINE, said(2, MORNING)), Waiting(7, MORNING), (7, CountSource.LINE)),
        ((said(2, MORNING), LINE), Waiting(7, MORNING), (2, CountSource.EXTERNAL)),
        ((said(2, MORNING - 30_000), LINE), Waiting(7, MORNING), (2, CountSource.EXTERNAL)),
        ((said(2, MORNING - 30_001), LINE), Waiting(7, MORNING), (7, CountSource.LINE)),
        ((said(2, MORNING + 1), LINE), Waiting(7, MORNING), (7, CountSource.LINE)),  # a clock that was set back
        ((LINE, said(2, MORNING)), None, (2, CountSource.EXTERNAL)),  # a hall that gives no numbers out
        ((LINE, said(2, MORNING)), Waiting(7, MORNING - 40_000), (2, CountSource.EXTERNAL)),
        ((Standing(HTTP_SOURCE), LINE), None, None),
        ((said(0, MORNING - 60_000),), Waiting(7, MORNING), None),  # our line is not among the sources
    ],
)
def test_the_first_fresh_figure_is_taken(standings, waiting, expected):
    found = queue_sources.count(standings, waiting, policy.default(), MORNING)
    assert (found and (found.waiting, found.source)) == expected
    assert found is None or isinstance(found, Count)
