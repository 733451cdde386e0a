"""Queue sources against real ones: an HTTP server in a thread, an SQLite file, a real PostgreSQL, files."""

import json
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from shared import policy, queue_sources
from shared.kernel import Refusal
from shared.practice.line.views import Waiting
from shared.practice.pauses.facts import Count
from shared.practice.pauses.facts import Source as CountSource
from shared.qt import wording
from shared.queue_sources import Poller, Reading, Standing
from shared.queue_sources.readers import read
from shared.queue_sources.settings import FileSource, HttpSource, LineSource, SqlSource
from tests.builders import MORNING
from tests.hub.conftest import server as postgresql  # noqa: F401  # a fixture

SECONDS = 0.6
SLACK = 1.5  # a loaded machine


class Page(BaseHTTPRequestHandler):
    """Answers what the test put into the server: `answer(handler)`."""

    server: "Server"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answer(self)

    def say(self, body, status=200):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    """A ticket machine's page."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Page)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.answer: Callable[[Page], None] = lambda page: page.say(b"")
        self.over = threading.Event()
        self.address = f"http://127.0.0.1:{self.server_port}/api/queue?hall=7"

    def handle_error(self, *_):
        """A client that hung up is what some of these tests are about."""


@pytest.fixture
def machine():
    made = Server()
    thread = threading.Thread(target=made.serve_forever, args=(0.05,))
    thread.start()
    yield made
    made.over.set()
    made.shutdown()
    made.server_close()
    thread.join(5)


def answers(machine, value, status=200):
    machine.answer = lambda page: page.say(json.dumps(value).encode(), status)


def timed(source):
    began = time.monotonic()
    answer = read(source, 0, MORNING, SECONDS)
    return answer, time.monotonic() - began


def refused(answer, code, setting):
    assert isinstance(answer, Refusal), answer
    assert (answer.code, answer.details["setting"]) == (code, f"source[0].{setting}")
    sentence = wording.refusal(answer)
    assert setting in sentence
    assert "—" not in sentence
    return str(answer.details["reason"])


# ---- HTTP ------------------------------------------------------------------------------------------------------------


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
    assert read(source, 0, MORNING, SECONDS) == Reading(4, MORNING, "叫号机")
    path, headers = machine.asked[0]
    assert path == "/api/queue?hall=7"
    assert headers["X-Key"] == "abc"


@pytest.mark.parametrize(
    "value", [{}, {"n": -1}, {"n": True}, {"n": None}, {"n": 1.5}, {"n": "viele"}, {"n": 10**6}, [], 7]
)
def test_what_is_no_count_is_never_taken_for_one(machine, value):
    answers(machine, value)
    refused(read(HttpSource(address=machine.address, field="n"), 0, MORNING, SECONDS), "queue_no_figure", "field")


@pytest.mark.parametrize("status", [301, 401, 404, 500])
def test_a_page_that_refuses_is_no_count(machine, status):
    answers(machine, {"n": 3}, status)
    reason = refused(
        read(HttpSource(address=machine.address, field="n"), 0, MORNING, SECONDS), "queue_status", "address"
    )
    assert str(status) in reason


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff\xfe{", b"[" * 100_000, b'{"n": 3}' + b" " * 1_100_000])
def test_garbage_is_no_count(machine, body):
    machine.answer = lambda page: page.say(body)
    answer = read(HttpSource(address=machine.address, field="n"), 0, MORNING, 5)
    refused(answer, "queue_no_figure", "address")


def stall(page):
    page.server.over.wait(30)


def drip(page):
    """A byte now and then: every ordinary timeout starts anew."""
    while not page.server.over.wait(0.1):
        page.wfile.write(b"H")


def drip_body(page):
    page.send_response(200)
    page.send_header("Content-Length", "100000")
    page.end_headers()
    drip(page)


def break_off(page):
    page.send_response(200)
    page.send_header("Content-Length", "100000")
    page.end_headers()
    page.wfile.write(b'{"n": 3}')


def test_half_an_answer_is_none(machine):
    machine.answer = break_off
    answer = read(HttpSource(address=machine.address, field="n"), 0, MORNING, SECONDS)
    assert "IncompleteRead" in refused(answer, "queue_unreachable", "address")


@pytest.mark.parametrize("behaviour", [stall, drip, drip_body])
def test_a_page_that_stalls_or_drips_is_left_in_time(machine, behaviour):
    machine.answer = behaviour
    answer, seconds = timed(HttpSource(address=machine.address, field="n"))
    refused(answer, "queue_too_slow", "address")
    assert seconds < SECONDS + SLACK


def test_nobody_there_says_so():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    answer, seconds = timed(HttpSource(address=f"http://127.0.0.1:{port}/", field="n"))
    assert refused(answer, "queue_unreachable", "address")
    assert seconds < SECONDS + SLACK


# ---- SQL -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def tickets(tmp_path):
    file = tmp_path / "queue 1.db"
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("CREATE TABLE ticket (id, called)")
        db.executemany("INSERT INTO ticket VALUES (?, ?)", [(1, 1), (2, 0), (3, 0)])
    return file


def sqlite_source(file, query="SELECT count(*) FROM ticket WHERE NOT called"):
    return SqlSource(address=f"sqlite:///{file}", query=query)


def test_an_sqlite_file_is_asked_and_never_written(tickets):
    assert read(sqlite_source(tickets), 0, MORNING, SECONDS) == Reading(2, MORNING, "sql")
    sneaky = "WITH a AS (SELECT 1) DELETE FROM ticket RETURNING 1"
    refused(read(sqlite_source(tickets, sneaky), 0, MORNING, SECONDS), "queue_unreachable", "address")
    assert read(sqlite_source(tickets), 0, MORNING, SECONDS).count == 2


@pytest.mark.parametrize(
    ("query", "code", "setting"),
    [
        ("SELECT id FROM ticket WHERE id > 9", "queue_no_figure", "query"),
        ("SELECT NULL", "queue_no_figure", "query"),
        ("SELECT 'A001'", "queue_no_figure", "query"),
    ],
)
def test_a_query_without_a_figure(tickets, query, code, setting):
    refused(read(sqlite_source(tickets, query), 0, MORNING, SECONDS), code, setting)


def test_an_sqlite_file_that_is_not_there_is_not_made(tmp_path):
    refused(read(sqlite_source(tmp_path / "no.db"), 0, MORNING, SECONDS), "queue_unreachable", "address")
    assert not (tmp_path / "no.db").exists()


def test_a_query_without_end_is_left_in_time(tickets):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    answer, seconds = timed(sqlite_source(tickets, endless))
    refused(answer, "queue_too_slow", "address")
    assert seconds < SECONDS + SLACK


LOCK = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""  # of another process: locks of one process do not stand against itself


def test_a_locked_sqlite_file_is_left_in_time(tickets):
    with subprocess.Popen(
        [sys.executable, "-c", LOCK, str(tickets)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline().strip() == b"locked"
        answer, seconds = timed(sqlite_source(tickets))
        other.stdin.close()
    refused(answer, "queue_too_slow", "address")
    assert seconds < SECONDS + SLACK


def test_a_postgresql_is_asked_and_never_written(postgresql):  # noqa: F811
    import psycopg

    with psycopg.connect(postgresql.url, autocommit=True) as admin:
        admin.execute("CREATE TABLE IF NOT EXISTS queue_ticket (called bool)")
        admin.execute("TRUNCATE queue_ticket")
        admin.execute("INSERT INTO queue_ticket VALUES (true), (false), (false)")
    count = "SELECT count(*) FROM queue_ticket WHERE NOT called"
    assert read(SqlSource(address=postgresql.url, query=count), 0, MORNING, 5) == Reading(2, MORNING, "sql")
    sneaky = SqlSource(address=postgresql.url, query="WITH a AS (DELETE FROM queue_ticket RETURNING 1) SELECT 1")
    assert "read-only" in refused(read(sneaky, 0, MORNING, 5), "queue_query", "query")
    assert read(SqlSource(address=postgresql.url, query=count), 0, MORNING, 5).count == 2
    wrong = SqlSource(address=postgresql.url, query="SELECT nothing FROM nowhere")
    assert "nowhere" in refused(read(wrong, 0, MORNING, 5), "queue_query", "query")
    answer, seconds = timed(SqlSource(address=postgresql.url, query="SELECT 1 FROM pg_sleep(60)"))
    refused(answer, "queue_too_slow", "address")
    assert seconds < SECONDS + SLACK
    stranger = SqlSource(address=postgresql.url.replace("postgres:", "nobody:"), query=count)
    reason = refused(read(stranger, 0, MORNING, 5), "queue_unreachable", "address")
    assert postgresql.url.split(":")[2].split("@")[0] not in reason  # no password on the screen


def test_a_postgresql_that_falls_silent_is_left_in_time(postgresql):  # noqa: F811
    """A line that lets the session begin and then swallows everything, with its own timeout out of reach."""
    port = int(postgresql.url.rsplit(":", 1)[1].split("/")[0])
    with Swallowing(port) as line:
        source = SqlSource(address=postgresql.url.replace(str(port), str(line.port)), query="SELECT 'swallow'")
        answer, seconds = timed(source)
    refused(answer, "queue_too_slow", "address")
    assert seconds < 2 + SLACK


class Swallowing:
    """A line to a server that carries both ways until a query mentions `swallow`, then keeps it for ever."""

    def __init__(self, port):
        self._to = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self._open: list[socket.socket] = [self._door]
        threading.Thread(target=self._serve, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for each in self._open:
            each.close()

    def _serve(self):
        near, _ = self._door.accept()
        far = socket.create_connection(("127.0.0.1", self._to))
        self._open += [near, far]
        for source, to in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=(source, to), daemon=True).start()

    def _carry(self, source, to):
        try:
            while data := source.recv(65536):
                if b"swallow" not in data:
                    to.sendall(data)
        except OSError:
            pass


# ---- text file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"4", b" 4\r\n", b"\xef\xbb\xbf4\n", b"0004"])
def test_a_text_file_is_as_old_as_its_last_change(tmp_path, content):
    file = tmp_path / "waiting.txt"
    file.write_bytes(content)
    changed = file.stat().st_mtime_ns // 1_000_000
    assert read(FileSource(path=str(file)), 0, MORNING, SECONDS) == Reading(4, changed, "file")
    assert read(FileSource(path=str(file), age="read"), 0, MORNING, SECONDS) == Reading(4, MORNING, "file")


@pytest.mark.parametrize("content", [b"", b"x", b"4 5", b"\xff\xfe4\x00", b"-1", b"9" * 100_000])
def test_a_file_without_a_figure(tmp_path, content):
    file = tmp_path / "waiting.txt"
    file.write_bytes(content)
    refused(read(FileSource(path=str(file)), 0, MORNING, SECONDS), "queue_no_figure", "path")
    refused(read(FileSource(path=str(tmp_path / "no")), 0, MORNING, SECONDS), "queue_unreachable", "path")


# ---- settings --------------------------------------------------------------------------------------------------------

GOOD = """
[[source]]
kind = "sql"
address = "sqlite:////var/lib/queue.db"
query = "SELECT 1;"

[[source]]
kind = "http"
name = "叫号机"
address = "https://queue.example:8443/api"
field = "data.waiting"
headers = { Authorization = "Bearer abc" }

[[source]]
kind = "line"

[[source]]
kind = "file"
path = "/srv/waiting.txt"
"""


def settings(folder, text):
    (folder / "queue.toml").write_text(text, "utf-8")
    return queue_sources.load(folder)


def test_the_order_of_the_settings_is_the_order_of_trust(tmp_path):
    assert queue_sources.load(tmp_path) == (LineSource(),)
    kinds = [type(source) for source in settings(tmp_path, GOOD)]
    assert kinds == [SqlSource, HttpSource, LineSource, FileSource]
    assert [source.label for source in queue_sources.load(tmp_path)] == ["sql", "叫号机", "line", "file"]


HTTP = '[[source]]\nkind = "http"\n'
SQL = '[[source]]\nkind = "sql"\n'


@pytest.mark.parametrize(
    ("text", "setting", "reason"),
    [
        ("sources = []", "sources", "unknown"),
        ("[[source]", "queue.toml", "line 1"),
        ("[[source]]", "source[0].kind", "required"),
        ('[[source]]\nkind = "htp"', "source[0].kind", "htp"),
        (HTTP + 'field = "n"', "source[0].address", "required"),
        (HTTP + 'adress = "http://x/"\nfield = "n"', "source[0].adress", "unknown"),
        (HTTP + 'address = 7\nfield = "n"', "source[0].address", "int"),
        (HTTP + 'address = "queue/api"\nfield = "n"', "source[0].address", "http"),
        (HTTP + 'address = "http://x:99999/"\nfield = "n"', "source[0].address", "Port"),
        (HTTP + 'address = "http:///api"\nfield = "n"', "source[0].address", "host"),
        (HTTP + 'address = "http://x/"\nfield = "a..b"', "source[0].field", "dots"),
        (HTTP + 'address = "http://x/"\nfield = "n"\nheaders = { X = "a\\r\\nb" }', "source[0].headers.X", "ASCII"),
        (SQL + 'address = "mysql://x/y"\nquery = "SELECT 1"', "source[0].address", "sqlite"),
        (SQL + 'address = "sqlite:///queue.db"\nquery = "SELECT 1"', "source[0].address", "whole path"),
        (SQL + 'address = "postgresql:///q"\nquery = "SELECT 1"', "source[0].address", "host"),
        (SQL + 'address = "postgresql://x/q"\nquery = "DROP TABLE t"', "source[0].query", "SELECT"),
        (SQL + 'address = "postgresql://x/q"\nquery = "SELECT 1; DROP TABLE t"', "source[0].query", "SELECT"),
        ('[[source]]\nkind = "file"\npath = "waiting.txt"', "source[0].path", "whole path"),
        ('[[source]]\nkind = "file"\npath = "/x"\nage = "old"', "source[0].age", "old"),
        ('[[source]]\nkind = "line"\n[[source]]\nkind = "file"\npath = "x"', "source[1].path", "whole path"),
    ],
)
def test_a_wrong_setting_is_named_with_its_reason(tmp_path, text, setting, reason):
    answer = settings(tmp_path, text)
    assert isinstance(answer, Refusal), answer
    assert (answer.code, answer.details["setting"]) == ("queue_setting", setting)
    assert reason in str(answer.details["reason"])
    assert setting in wording.refusal(answer)


# ---- polling and the Count -------------------------------------------------------------------------------------------


def test_one_source_that_stalls_delays_no_other(machine, tmp_path):
    machine.answer = stall
    (tmp_path / "waiting.txt").write_text("3")
    sources = (
        HttpSource(address=machine.address, field="n"),
        FileSource(path=str(tmp_path / "waiting.txt"), age="read"),
    )
    poller = Poller(sources, lambda: MORNING, every=0.05, seconds=SECONDS)
    poller.start()
    wait_for(lambda: poller.latest()[1].reading)
    assert poller.latest()[0].reading is None
    wait_for(lambda: poller.latest()[0].refusal)
    (tmp_path / "waiting.txt").write_text("5")
    wait_for(lambda: poller.latest()[1].reading == Reading(5, MORNING, "file"))
    began = time.monotonic()
    poller.stop()
    assert time.monotonic() - began < SECONDS + SLACK
    assert not any(thread.name.startswith("queue-") for thread in threading.enumerate())


def wait_for(condition):
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_after_a_failure_the_last_reading_stays_and_grows_old(machine):
    answers(machine, {"n": 4})
    source, times = HttpSource(address=machine.address, field="n"), iter((MORNING, MORNING + 5000, MORNING + 10_000))
    poller = Poller((source,), lambda: next(times), seconds=SECONDS)
    assert poller.latest() == (Standing(source),)
    assert poller.ask(0, source).age_ms(MORNING + 1000) == 1000
    answers(machine, {"m": 4})
    failed = poller.ask(0, source)
    assert (failed.reading, failed.refusal.code) == (Reading(4, MORNING, "http"), "queue_no_figure")
    answers(machine, {"n": 6})
    assert poller.ask(0, source) == Standing(source, Reading(6, MORNING + 10_000, "http"))


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
def test_the_first_that_is_fresh_is_believed(standings, waiting, expected):
    found = queue_sources.count(standings, waiting, policy.default(), MORNING)
    assert (found and (found.waiting, found.source)) == expected
    assert found is None or isinstance(found, Count)
