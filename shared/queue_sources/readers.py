"""Asks one source once, within a bounded time: a `Reading`, or a `Refusal` with the reason.

A peer that keeps sending a little defeats every socket timeout, so a watchdog shuts the socket when the time is over.
"""

import http.client
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from shared.device.text_file import decoded
from shared.domain.refusal import Refusal
from shared.domain.spelling import folded, tidy
from shared.domain.urls import without_secret
from shared.queue_sources.reading import Reading
from shared.queue_sources.settings import FileSource, HttpSource, Outside, SqlSource

_MOST = 9999  # more cannot wait; a greater figure is an id or a time
_BODY = 1_000_000
_FILE_BYTES = 4096
_STEPS = 10_000  # steps of SQLite's virtual machine between two checks of the time
_OK = 200


class _Wrong(Exception):
    """The refusal of one try: its code, the setting concerned, the reason in technical words."""

    def __init__(self, code: str, setting: str, reason: object) -> None:
        super().__init__(code)
        self.code, self.setting, self.reason = code, setting, reason


def read(source: Outside, place: int, now: int, seconds: float) -> Reading | Refusal:
    """Ask the source at `place` of the list; `now` is when the question is put. Never longer than about `seconds`."""
    began = time.monotonic()
    try:
        count, at = _ask(source, now, seconds)
        return Reading(count, at, source.label)
    except _Wrong as wrong:
        late = wrong.code == "queue_unreachable" and time.monotonic() - began >= seconds
        code = "queue_too_slow" if late else wrong.code
        setting, reason = f"source[{place}].{wrong.setting}", " ".join(str(wrong.reason).split())
        return Refusal(code, {"source": source.label, "setting": setting, "reason": reason, "seconds": round(seconds)})


def _ask(source: Outside, now: int, seconds: float) -> tuple[int, int]:
    match source:
        case HttpSource():
            return _figure(_walk(_json(source, seconds), source.field), "field"), now
        case SqlSource():
            return _figure(_first_cell(source, seconds), "query"), now
        case FileSource():
            return _file(source, now)


def _figure(value: Any, setting: str) -> int:
    """A count, also where it is written as text, in full-width digits."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}", tidy(value)):
        value = int(tidy(value))
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST:
        raise _Wrong("queue_no_figure", setting, repr(value)[:60])
    return value


@contextmanager
def _bounded(handle: int, seconds: float) -> Iterator[None]:
    """Inside the `with`, the socket `handle` is shut down after `seconds`. Then raises `TimeoutError`."""
    with socket.socket(fileno=handle) as borrowed:
        own = borrowed.dup()
        borrowed.detach()
    over = threading.Event()
    watchdog = threading.Timer(max(0.0, seconds), _shut, (own, over))
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    finally:
        watchdog.cancel()
        own.close()
    if over.is_set():
        raise TimeoutError  # what was read may be truncated


def _shut(handle: socket.socket, over: threading.Event) -> None:
    over.set()
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)


# ---- HTTP ------------------------------------------------------------------------------------------------------------


def _json(source: HttpSource, seconds: float) -> Any:
    began = time.monotonic()
    try:
        with closing(_connection(source, seconds)) as connection:
            connection.connect()
            with _bounded(connection.sock.fileno(), seconds - (time.monotonic() - began)):
                body, charset = _body(connection, source)
    except (OSError, http.client.HTTPException) as error:
        raise _Wrong("queue_unreachable", "address", error or type(error).__name__) from None
    try:
        return msgspec.json.decode(decoded(body, charset))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _Wrong("queue_no_figure", "address", error) from None


def _connection(source: HttpSource, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(source.address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=seconds)


def _body(connection: http.client.HTTPConnection, source: HttpSource) -> tuple[bytes, str]:
    """What the machine answers, and the charset it names."""
    parts = urlsplit(source.address)
    where = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request("GET", where, headers={"Accept": "application/json", "Connection": "close", **source.headers})
    answer = connection.getresponse()
    if answer.status != _OK:
        raise _Wrong("queue_status", "address", f"HTTP {answer.status} {answer.reason}")
    body = answer.read(_BODY + 1)
    if len(body) > _BODY:
        raise _Wrong("queue_no_figure", "address", f"> {_BODY} B")
    if answer.length:  # `read` raises nothing when the connection breaks off
        raise http.client.IncompleteRead(body, answer.length)
    return body, answer.headers.get_content_charset("")


def _walk(value: Any, path: str) -> Any:
    for step in path.split("."):
        if isinstance(value, list) and step.isascii() and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, dict) and (key := _key(value, step)) is not None:
            value = value[key]
        else:
            raise _Wrong("queue_no_figure", "field", f"{step}?")
    return value


def _key(found: dict[str, Any], step: str) -> str | None:
    """The key that is `step`, in any spelling: a hall's code as the machine writes it."""
    return step if step in found else next((key for key in found if folded(key) == folded(step)), None)


# ---- SQL -------------------------------------------------------------------------------------------------------------


def _first_cell(source: SqlSource, seconds: float) -> Any:
    ask: Callable[[SqlSource, float], Any] = _ask_sqlite if source.is_sqlite else _ask_postgresql
    row = ask(source, seconds)
    if row is None:
        raise _Wrong("queue_no_figure", "query", "0 rows")
    return row[0]


def _ask_sqlite(source: SqlSource, seconds: float) -> Any:
    import peewee  # late: it costs 100 ms where psycopg is installed

    end = time.monotonic() + seconds
    database = peewee.SqliteDatabase(source.sqlite_file.as_uri() + "?mode=ro", uri=True, timeout=seconds)
    try:
        database.connect()
        database.connection().set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        return database.execute_sql(source.query).fetchone()
    except peewee.PeeweeException as error:
        raise _Wrong(_sql_code(error), _sql_setting(error), error) from None
    finally:
        database.close()


def _ask_postgresql(source: SqlSource, seconds: float) -> Any:
    """By psycopg itself: peewee, as the counter loads it, knows none."""
    import psycopg  # late: few halls have such a machine

    began = time.monotonic()
    options = f"-c default_transaction_read_only=on -c statement_timeout={round(seconds * 1000)}"
    wait = max(2, round(seconds))  # psycopg takes no timeout under 2 s
    connection = None
    try:
        connection = psycopg.connect(source.address, connect_timeout=wait, options=options)
        with _bounded(connection.fileno(), seconds - (time.monotonic() - began)):
            return connection.execute(source.query.encode()).fetchone()
    except (psycopg.Error, OSError) as error:
        said = without_secret((str(error).splitlines() or [type(error).__name__])[0], source.address)
        raise _Wrong(_sql_code(error), _sql_setting(error), said) from None
    finally:
        if connection is not None:
            with suppress(Exception):  # closing fails on a socket that was shut
                connection.close()


def _sql_code(error: Exception) -> str:
    """By the names of PEP 249, which peewee and psycopg both use."""
    names = {kind.__name__ for kind in type(error).__mro__}
    unreachable = isinstance(error, OSError) or names & {"OperationalError", "InterfaceError"}
    return "queue_unreachable" if unreachable else "queue_query"


def _sql_setting(error: Exception) -> str:
    return "address" if _sql_code(error) == "queue_unreachable" else "query"


# ---- text file -------------------------------------------------------------------------------------------------------


def _file(source: FileSource, now: int) -> tuple[int, int]:
    path = Path(source.path)
    try:
        with path.open("rb") as file:
            text = file.read(_FILE_BYTES)
        modified = path.stat().st_mtime_ns // 1_000_000
    except OSError as error:
        raise _Wrong("queue_unreachable", "path", error.strerror or error) from None
    try:
        count = _figure(decoded(text), "path")
    except UnicodeDecodeError as error:
        raise _Wrong("queue_no_figure", "path", error) from None
    return count, now if source.age == "read" else modified
