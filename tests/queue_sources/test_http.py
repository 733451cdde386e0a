"""A count from an HTTP page: found by its path, never guessed, never waited for."""

import socket

import pytest

from shared.queue_sources import Reading
from shared.queue_sources.settings import HttpSource
from tests.queue_sources.asking import ask, refused, refused_in_time
from tests.queue_sources.machine import answers, break_off, drip, drip_body, stall
from tests.support.builders import MORNING


def figure_of(machine):
    return HttpSource(address=machine.address, field="n")


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ({"data": {"waiting": 4}}, "data.waiting"),
        ({"halls": [{"waiting": 9}, {"waiting": "4"}]}, "halls.1.waiting"),
        ([0, [4]], "1.0"),
        ({"0": {"等候": 4}}, "0.等候"),
    ],
)
def test_the_figure_is_found_by_its_path(machine, value, field):
    answers(machine, value)
    source = HttpSource(name="叫号机", address=machine.address, field=field, headers={"X-Key": "abc"})
    assert ask(source) == Reading(4, MORNING, "叫号机")
    path, headers = machine.asked[0]
    assert path == "/api/queue?hall=7"
    assert headers["X-Key"] == "abc"


@pytest.mark.parametrize(
    "value", [{}, {"n": -1}, {"n": True}, {"n": None}, {"n": 1.5}, {"n": "viele"}, {"n": 10**6}, [], 7]
)
def test_values_that_are_no_count_are_refused(machine, value):
    answers(machine, value)
    refused(ask(figure_of(machine)), "queue_no_figure", "field")


@pytest.mark.parametrize(
    "field", ["halls.2.n", "halls.-1.n", "halls.x.n", "halls.１.n", "halls.0.m", "halls.0.n.n", "hall"]
)
def test_a_path_that_leads_nowhere_is_no_count(machine, field):
    answers(machine, {"halls": [{"n": 1}, {"n": 2}]})
    refused(ask(HttpSource(address=machine.address, field=field)), "queue_no_figure", "field")


@pytest.mark.parametrize("status", [301, 401, 404, 500])
def test_a_page_that_refuses_is_no_count(machine, status):
    answers(machine, {"n": 3}, status)
    reason = refused(ask(figure_of(machine)), "queue_status", "address")
    assert str(status) in reason


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff\xfe{", b"[" * 100_000, b'{"n": 3}' + b" " * 1_100_000])
def test_garbage_is_no_count(machine, body):
    machine.answer = lambda page: page.say(body)
    answer = ask(figure_of(machine))
    refused(answer, "queue_no_figure", "address")


def test_an_answer_that_breaks_off_is_refused(machine):
    machine.answer = break_off
    answer = ask(figure_of(machine))
    assert "IncompleteRead" in refused(answer, "queue_unreachable", "address")


@pytest.mark.parametrize("behaviour", [stall, drip, drip_body])
def test_a_page_that_stalls_or_drips_is_left_in_time(machine, behaviour):
    machine.answer = behaviour
    refused_in_time(figure_of(machine))


def test_an_address_where_nothing_listens_is_reported():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    nobody = HttpSource(address=f"http://127.0.0.1:{port}/", field="n")
    assert refused_in_time(nobody, "queue_unreachable")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('{"n": 4, "name": "和平大厅"}'.encode("gbk"), "application/json; charset=gbk"),
        ('{"n": 4, "name": "和平大厅"}'.encode("gbk"), "application/json"),
        ('{"n": 4, "name": "和平大厅"}'.encode("gbk"), "application/json; charset=utf-8"),  # not what it says
        ('{"n": 4, "name": "和平大厅"}'.encode("gb18030"), "text/plain; charset=nonsense"),
        ('\ufeff{"n": 4}'.encode(), "application/json"),
        ('\ufeff{"n": 4}'.encode("utf-16"), "application/json"),
        ('{"n": "４"}'.encode(), "application/json"),
        ('{"Ｎ": 4}'.encode(), "application/json"),
    ],
)
def test_an_answer_in_gbk_or_with_a_mark_is_read(machine, body, kind):
    machine.answer = lambda page: page.say(body, kind=kind)
    assert ask(figure_of(machine)) == Reading(4, MORNING, "http")
