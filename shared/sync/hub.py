"""One session of a device with the hub: connect, call the hub's functions, and never wait longer than allowed.

psycopg is used directly, not through peewee: a device only calls functions, so there is no model to map. A peer that
keeps acknowledging defeats every timeout of the network (seen with a stalling proxy), so each call has a deadline of
its own: see `bounded_connection.py`. psycopg is imported on connecting only: it costs 100 ms that no app has before
its first frame.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any, LiteralString, cast

import msgspec

from shared.journal.event import Companion, Event
from shared.sync import tls
from shared.sync.messages import FeedPage, HubGreeting, Outgoing, StationSeen
from shared.sync.page_size import PageSize
from shared.sync.question import A, HubQuestion

if TYPE_CHECKING:
    import psycopg
    from psycopg import sql

    from shared.sync.bounded_connection import BoundedConnection
    from shared.sync.enrolment import Enrolment

PROTOCOL = 1
"""What this program speaks; a hub whose floor is higher refuses it."""
NEEDS_HUB = 1
"""The oldest hub step this program can work with."""

_CONNECT_SECONDS = 5
CALL_SECONDS = 20.0
PAGE = 500
"""Events in one message: the most that the hub gives or takes."""
_PAGES_A_CALL = 4  # a page should take a quarter of the time limit of a call
_FRAME = 400  # bytes sent of an event beside its body and its personal values
_USUAL = 700  # bytes of an event, where nothing is known yet
_CODES = {"P5001": "revoked", "P5002": "batch_too_big", "P5003": "quota", "P5004": "app_too_old"}
_MAY_NOT_LOG_IN = "28000"  # said to whoever has the right secret of a login that was ended
_HUB_TOO_OLD = {"42883", "3F000"}  # no such function, no such schema


@cache
def release() -> str:
    """The version of this program, for whoever looks after the devices; empty where it was never installed."""
    from importlib import metadata  # not on the way to an app's first frame

    with suppress(metadata.PackageNotFoundError):
        return metadata.version("warm-window")
    return ""


class HubOffline(Exception):
    """The hub cannot be reached, or the connection broke: try again later. Nothing is known of the last call."""


class HubRefused(Exception):
    """The hub answered no. `code`: revoked, app_too_old, hub_too_old, batch_too_big, quota, unknown_answer."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Hub:
    """An open session. Every call is bounded; raises no errors of the network but `HubOffline` and `HubRefused`.

    `outward` and `inward`: how many bytes of events one message should have.
    """

    def __init__(self, connection: BoundedConnection, seconds: float = CALL_SECONDS) -> None:
        self._connection, self._seconds = connection, seconds
        self.outward, self.inward = (PageSize(seconds / _PAGES_A_CALL, HubOffline) for _ in range(2))
        self._event_bytes = _USUAL  # of the last page; for a hub that counts events only

    @classmethod
    def connect(cls, enrolment: Enrolment, secret: str, files: dict[str, str], *, seconds: float = CALL_SECONDS) -> Hub:
        """Connect as the enrolled device. `files`: paths of `ca`, `certificate`, `key`, where there are any.

        No call may take longer than `seconds`; connecting itself at most five (psycopg knows none under two).
        """
        import psycopg

        from shared.sync.bounded_connection import BoundedConnection

        try:
            connection = BoundedConnection.connect(
                host=enrolment.host,
                port=enrolment.port,
                dbname=enrolment.database,
                user=enrolment.login,
                password=secret,
                autocommit=True,
                connect_timeout=round(min(_CONNECT_SECONDS, max(2, seconds))),
                tcp_user_timeout=30_000,
                keepalives_idle=15,
                application_name="warm-window",
                client_encoding="UTF8",
                prepare_threshold=None,
                **tls.settings(enrolment.host, files),
            )
        except (psycopg.Error, OSError) as error:  # no SQLSTATE here: refused, unreachable and wrong all look alike
            if _was_ended(error, enrolment, secret, files, seconds):
                raise HubRefused("revoked") from None
            raise HubOffline(_first_line(error)) from None
        return cls(connection, seconds)

    def close(self) -> None:
        """End the session; never waits for the other side."""
        with suppress(Exception):
            self._connection.close()

    def __enter__(self) -> Hub:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- calls -----------------------------------------------------------------------------------------------------

    def hello(self, said: dict[str, object]) -> HubGreeting:
        """Send who this device is and how far it has come; see `functions.sql` for the fields."""
        text = json.dumps({"v": PROTOCOL, "release": release(), **said})
        answer = self._call("SELECT hub.hello(%s::json)", (text,))[0][0]
        known = {name: answer[name] for name in HubGreeting.__struct_fields__}
        known["stations"] = msgspec.convert(known["stations"], tuple[StationSeen, ...])
        greeting = HubGreeting(**known)
        if greeting.version < NEEDS_HUB:
            raise HubRefused("hub_too_old")
        return greeting

    def push(self, batch: Sequence[Outgoing]) -> list[str]:
        """Send events with their personal values; one answer each (see `functions.sql`)."""
        text = msgspec.json.encode([_as_sent(*parcel) for parcel in batch]).decode()
        rows = self.outward.measured(lambda: self._call("SELECT hub.push(%s::json)", (text,)), lambda _: len(text))
        return cast("list[str]", rows[0][0])

    def stamp(self) -> int:
        """Number what has been committed; how many."""
        return cast("int", self._call("SELECT hub.stamp()")[0][0])

    def pull(self, after: int, *, mine: Iterable[str], chain: str = "", limit: int = PAGE) -> FeedPage:
        """The next events for this device behind the cursor `after`, whose chain is `chain`; as many as `inward` says.

        An older hub does not count bytes: it is asked for as many events as should have them.
        """
        most = min(limit, max(1, self.inward.bytes // self._event_bytes))
        asked = json.dumps(
            {"after": after, "limit": most, "bytes": self.inward.bytes, "mine": list(mine), "attachments": True}
        )
        rows = self.inward.measured(lambda: self._call("SELECT * FROM hub.pull(%s::json)", (asked,)), _bytes_of)
        events = [row for row in rows if row[2] is not None]
        if events:
            self._event_bytes = max(1, self.inward.last // len(events))
        cursor, chain = (rows[-1][0], rows[-1][1]) if rows else (after, chain)
        return FeedPage(events, cursor, chain, is_last=not rows or rows[-1][2] is None)

    def again(self, wanted: Iterable[tuple[str, str, int]]) -> FeedPage:
        """Events that the hub gave or took before, by id, or by station and number; none of a hub that is too old."""
        asked = [{"id": key, "station": station, "n": n} for key, station, n in wanted]
        try:
            rows = self._call("SELECT * FROM hub.again(%s::json)", (json.dumps(asked),))
        except HubRefused as refusal:
            if refusal.code != "hub_too_old":
                raise
            rows = []
        return FeedPage(rows, 0, "", is_last=True)

    def links(self, places: Sequence[tuple[str, int]]) -> list[str | None]:
        """The links that the hub keeps at these stations and numbers; None where it has none that this device sees."""
        asked = [{"station": station, "n": n} for station, n in places]
        return cast("list[str | None]", self._call("SELECT hub.links(%s::json)", (json.dumps(asked),))[0][0])

    def lacking(self, names: Sequence[str]) -> list[str]:
        """Which of these attachments the hub does not have."""
        return cast("list[str]", self._call("SELECT hub.lacking(%s::json)", (json.dumps({"names": names}),))[0][0])

    def keep_attachments(self, contents: Mapping[str, bytes]) -> None:
        """Send attachments by their names."""
        text = json.dumps({name: base64.b64encode(content).decode() for name, content in contents.items()})
        query: LiteralString = "SELECT hub.keep_attachments(%s::json)"
        self.outward.measured(lambda: self._call(query, (text,)), lambda _: len(text))

    def attachments(self, names: Sequence[str]) -> dict[str, bytes]:
        """Attachments by their names, as many as pass at once; empty where the hub has none of them."""
        asked = json.dumps({"names": names, "bytes": self.inward.bytes})
        rows = self.inward.measured(
            lambda: self._call("SELECT * FROM hub.attachments(%s::json)", (asked,)),
            lambda rows: sum(len(row[1]) for row in rows),
        )
        return {name: base64.b64decode(content) for name, content in rows}

    def ask(self, question: HubQuestion[A]) -> A:
        """Put a practice's question. Raises `HubRefused` also for an answer this version doesn't know."""
        from psycopg import sql

        query = sql.SQL("SELECT hub.{}(%s::json)").format(sql.Identifier(question.function))
        answer = self._call(query, (json.dumps(question.asked),))[0][0]
        try:
            return msgspec.convert(answer, question.answer)
        except msgspec.ValidationError:  # this program is the older one here
            raise HubRefused("unknown_answer") from None

    def devices(self) -> list[dict[str, Any]]:
        """The devices this login may see, as rows by column name."""
        return [row[0] for row in self._call("SELECT row_to_json(d) FROM hub.devices() d")]

    # ---- the connection --------------------------------------------------------------------------------------------

    def _call(self, query: LiteralString | sql.Composed, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        import psycopg

        sending = sum(len(value) for value in values if isinstance(value, str))
        with _translated(psycopg.Error), self._connection.bounded(self._seconds, sending):
            return self._connection.execute(query, values).fetchall()

    def cut(self) -> None:
        """From another thread: whatever waits for the hub gives up within a fraction of a second."""
        self._connection.cut()


def _was_ended(error: Exception, enrolment: Enrolment, secret: str, files: dict[str, str], seconds: float) -> bool:
    """Whether the hub has ended this login. Asked only where a hub answered and wanted the secret."""
    from shared.sync import login_refusal

    if not getattr(getattr(error, "pgconn", None), "used_password", False):
        return False
    place = (enrolment.host, enrolment.port, enrolment.database, enrolment.login)
    protection, most = tls.context(enrolment.host, files), min(_CONNECT_SECONDS, seconds)
    return login_refusal.after_login(*place, secret, tls=protection, seconds=most) == _MAY_NOT_LOG_IN


def _bytes_of(rows: Sequence[tuple[Any, ...]]) -> int:
    """About how many bytes were sent for a page of the feed."""
    return sum(_FRAME + len(row[11] or "") + len(str(row[14] or "")) for row in rows if row[2] is not None)


@contextmanager
def _translated(errors: type[psycopg.Error]) -> Iterator[None]:
    """Turn psycopg's errors into ours: a known refusal, or a broken connection."""
    try:
        yield
    except errors as error:
        state = error.sqlstate or ""
        if state in _CODES:
            raise HubRefused(_CODES[state]) from None
        if state in _HUB_TOO_OLD:
            raise HubRefused("hub_too_old") from None
        raise HubOffline(_first_line(error)) from None
    except OSError as error:
        raise HubOffline(_first_line(error)) from None


def _first_line(error: Exception) -> str:
    """What went wrong, short; libpq's texts name host and login but never the secret."""
    return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"


def _as_sent(event: Event, companions: Sequence[Companion], before: str) -> dict[str, object]:
    sent = msgspec.structs.asdict(event)
    sent["body"] = msgspec.Raw(_canonical(event.body))  # the exact text that the station's link was computed over
    if before:
        sent["before"] = before
    if companions:
        sent["personal"] = [{"field": c.field, "salt": c.salt, "value": c.value} for c in companions]
    return sent


_canonical: Callable[[object], bytes] = msgspec.json.Encoder(order="deterministic").encode
