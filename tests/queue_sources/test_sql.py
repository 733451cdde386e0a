"""A count from a query: an SQLite file of another process, a real PostgreSQL; asked, never written."""

import socket
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from shared.queue_sources import Reading
from shared.queue_sources.settings import SqlSource
from tests.queue_sources.asking import ask, refused, refused_in_time
from tests.support.builders import MORNING


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
    assert ask(sqlite_source(tickets)) == Reading(2, MORNING, "sql")
    sneaky = "WITH a AS (SELECT 1) DELETE FROM ticket RETURNING 1"
    refused(ask(sqlite_source(tickets, sneaky)), "queue_unreachable", "address")
    assert ask(sqlite_source(tickets)).count == 2


@pytest.mark.parametrize("query", ["SELECT id FROM ticket WHERE id > 9", "SELECT NULL", "SELECT 'A001'"])
def test_a_query_without_a_figure(tickets, query):
    refused(ask(sqlite_source(tickets, query)), "queue_no_figure", "query")


def test_an_sqlite_file_that_is_not_there_is_not_made(tmp_path):
    refused(ask(sqlite_source(tmp_path / "no.db")), "queue_unreachable", "address")
    assert not (tmp_path / "no.db").exists()


def test_a_query_without_end_is_left_in_time(tickets):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    refused_in_time(sqlite_source(tickets, endless))


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
        refused_in_time(sqlite_source(tickets))
        other.stdin.close()


def test_a_postgresql_is_asked_and_never_written(postgresql):
    import psycopg

    with psycopg.connect(postgresql.url, autocommit=True) as admin:
        admin.execute("CREATE TABLE IF NOT EXISTS queue_ticket (called bool)")
        admin.execute("TRUNCATE queue_ticket")
        admin.execute("INSERT INTO queue_ticket VALUES (true), (false), (false)")
    count = "SELECT count(*) FROM queue_ticket WHERE NOT called"
    assert ask(SqlSource(address=postgresql.url, query=count)) == Reading(2, MORNING, "sql")
    sneaky = SqlSource(address=postgresql.url, query="WITH a AS (DELETE FROM queue_ticket RETURNING 1) SELECT 1")
    assert "read-only" in refused(ask(sneaky), "queue_query", "query")
    assert ask(SqlSource(address=postgresql.url, query=count)).count == 2
    wrong = SqlSource(address=postgresql.url, query="SELECT nothing FROM nowhere")
    assert "nowhere" in refused(ask(wrong), "queue_query", "query")
    refused_in_time(SqlSource(address=postgresql.url, query="SELECT 1 FROM pg_sleep(60)"))
    stranger = SqlSource(address=postgresql.url.replace("postgres:", "nobody:"), query=count)
    reason = refused(ask(stranger), "queue_unreachable", "address")
    assert postgresql.url.split(":")[2].split("@")[0] not in reason  # no password on the screen


def test_a_postgresql_that_falls_silent_is_left_in_time(postgresql):
    """A line that lets the session begin and then swallows everything, with its own timeout out of reach."""
    port = int(postgresql.url.rsplit(":", 1)[1].split("/")[0])
    with Swallowing(port) as line:
        source = SqlSource(address=postgresql.url.replace(str(port), str(line.port)), query="SELECT 'swallow'")
        refused_in_time(source, within=2)


class Swallowing:
    """A line to a server that carries both ways until a query mentions `swallow`, then keeps it for ever."""

    def __init__(self, port):
        self._to = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = [self._listener]
        threading.Thread(target=self._serve, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for each in self._open:
            each.close()

    def _serve(self):
        near, _ = self._listener.accept()
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
