"""The documents in force: policy and calendar, typed; any other, as published."""

import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar, cast

import msgspec

from shared.domain import workdays
from shared.domain.clock import wall_clock
from shared.domain.document import UNREADABLE, Published, effective, read, with_newer_fields
from shared.domain.policy import Policy, default
from shared.domain.refusal import Refusal
from shared.domain.workdays import Calendar, day_of
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.reference.tables import DocumentRow

T = TypeVar("T")
P = TypeVar("P", bound=Published)
log = logging.getLogger("warm_window.reference")


def policy(store: Store, *, now: int = 0) -> Policy:
    """The policy in force: the newest published that has taken effect, else the one shipped.

    A document that names a day to come waits for it: `now` is epoch ms, by default this PC's clock, put right where the
    hub found it off. It never raises, see `shared.domain.policy`.
    """
    today = day_of(now or wall_clock() + store.clock_correction)
    return _in_force(store, "policy", Policy, default, today)


def policy_on(store: Store, day: date) -> Policy:
    """The policy that a period beginning on `day` is computed by: the newest that takes effect by then.

    Pay and assessment go by it; everything else goes by `policy` from the document's day on. One that names no day is
    in force as soon as it is published, and effective for every period.
    """
    undated = ""
    for each in versions(store, "policy"):
        if each.effective <= day:
            return Policy(each.version, each.body, undated)
        undated = undated or each.undated
    return Policy(1, {}, undated) if undated else default()


def policy_version(store: Store, version: int) -> Policy:
    """The policy as it was published in this version, for what was decided by it."""
    body = document(store, "policy", version)
    return default() if body is None else Policy(version, body)


def calendar(store: Store) -> Calendar:
    """The working-day table in force: the newest published, else the official one shipped."""
    return _in_force(store, "calendar", _calendar, workdays.seed)


class Document(msgspec.Struct, frozen=True):
    """One version of a document that is not given up."""

    name: str
    version: int
    body: dict[str, Any]
    published_at: int
    published_by: str = ""

    @property
    def effective(self) -> date:
        """From which day on, as `domain.document.effective` says."""
        return effective(self.body)

    @property
    def undated(self) -> str:
        """What it says of its day, where this version cannot read that."""
        return str(self.body["effective"]) if self.effective == UNREADABLE else ""


def versions(store: Store, name: str) -> tuple[Document, ...]:
    """Every version of one document, the newest first."""
    return tuple(each for each in documents(store, name) if each.name == name)


def last_changes(store: Store, name: str) -> dict[tuple[str, str], Document]:
    """By (section, value), the version that a value of a document changed in last; without it, never since shipped."""
    found: dict[tuple[str, str], Document] = {}
    before: Mapping[str, Any] = {}
    for each in reversed(versions(store, name)):
        for section, values in each.body.items():
            if isinstance(values, Mapping):
                then = before.get(section) or {}
                found |= {(section, key): each for key, value in values.items() if key in then and then[key] != value}
        before = each.body
    return found


def schedule(store: Store, name: str, today: date) -> tuple[Document, ...]:
    """The version in force today, if one was published, and those that will be, in the order of their days."""
    found: list[Document] = []
    for each in versions(store, name):
        if not found or each.effective < found[-1].effective:
            found.append(each)
        if each.effective <= today:
            break
    return tuple(reversed(found))


def version(store: Store, name: str) -> int:
    """The version in force of a document, 0 when there is none."""
    return _newest(store, name)[0]


def last_version(store: Store, name: str) -> int:
    """The greatest version that a document ever had here: the next one is greater."""
    row = store.db.execute_sql("SELECT max(version) FROM document WHERE name = ?", (name,)).fetchone()
    return row[0] or 0


def document(store: Store, name: str, version: int = 0) -> dict[str, Any] | None:
    """A document's body: the one in force; or one version, even if it was given up, as old decisions name it."""
    body = _ONE_VERSION.value(store.db, name, version) if version else _NEWEST.value(store.db, name)
    return msgspec.json.decode(body, type=dict[str, Any]) if body else None


def readable(store: Store, name: str, kind: type[P]) -> P | None:
    """The newest version of a document that this program can read; None where there is none."""
    return _in_force(store, name, lambda _, body: read(body, kind), _nothing)


def _nothing() -> None:
    return None


def understood(store: Store, name: str, kind: type[Published]) -> Refusal | None:
    """A refusal to change a document, or to decide for good by it, whose newest version this program cannot read."""
    body = document(store, name)
    try:
        if body is not None:
            read(body, kind)
    except msgspec.ValidationError:
        return Refusal("document_newer", {"version": version(store, name)})
    return None


def with_newer_names(store: Store, name: str, made: Published) -> dict[str, Any]:
    """A document written whole as its body, with what a newer version wrote into the one in force."""
    found: dict[str, Any] = with_newer_fields(made, made.upcast(document(store, name) or {}))
    return found


def documents(store: Store, prefix: str) -> Iterator[Document]:
    """Every version of the documents whose name begins so, for each name the newest first."""
    for row in _NAMED.all(store.db, prefix, prefix + _LAST_CHARACTER):
        body = msgspec.json.decode(row.body, type=dict[str, Any])
        yield Document(row.name, row.version, body, row.published_at, row.published_by)


_NEWEST_FIRST = (DocumentRow.version.desc(), DocumentRow.published_at.desc(), DocumentRow.event_id.desc())
_ONE_VERSION = PreparedQuery(
    lambda name, version: (
        DocumentRow.select(DocumentRow.body)
        .where(DocumentRow.name == name, DocumentRow.version == version)
        .order_by(DocumentRow.given_up, *_NEWEST_FIRST)
        .limit(1)
    )
)
_NEWEST = PreparedQuery(
    lambda name: (
        DocumentRow.select(DocumentRow.body)
        .where(DocumentRow.name == name, ~DocumentRow.given_up)
        .order_by(*_NEWEST_FIRST)
        .limit(1)
    )
)
_NAMED = PreparedQuery(
    lambda first, last: (
        DocumentRow.select()
        .where(DocumentRow.name.between(first, last), ~DocumentRow.given_up)
        .order_by(DocumentRow.name, *_NEWEST_FIRST)
    )
)
_LAST_CHARACTER = chr(sys.maxunicode)
_LAST_DAY = date(9999, 12, 30)
_DAY = "coalesce(json_extract(body, '$.effective'), '')"
_IN_FORCE = f"""SELECT version, event_id FROM document
    WHERE name = ? AND NOT given_up AND ({_DAY} = '' OR {_DAY} <= ? AND date({_DAY}) = {_DAY})
    ORDER BY version DESC, published_at DESC, event_id DESC LIMIT 1"""


def _newest(store: Store, name: str, today: date = _LAST_DAY) -> tuple[int, str]:
    """The version in force and the event that published it: two devices may give out one number."""
    row = store.db.execute_sql(_IN_FORCE, (name, today.isoformat())).fetchone()  # plain SQL: asked at every tap
    return (row[0], row[1]) if row else (0, "")


def _in_force(
    store: Store,
    name: str,
    read: Callable[[int, dict[str, Any]], T],
    shipped: Callable[[], T],
    today: date = _LAST_DAY,
) -> T:
    """The typed document, read once for each publication; `read` is given its version and its body."""
    number, event = _newest(store, name, today)
    kept = store.cache.get(name)
    known = kept[1] if kept else None
    if not isinstance(known, _Parsed) or known.event != event:
        known = _Parsed(event, _newest_readable(store, name, read, today) or shipped())
        store.cache[name] = (number, known)
    return cast(T, known.document)


def _calendar(_number: int, body: dict[str, Any]) -> Calendar:
    return read(body, Calendar)


def _newest_readable(store: Store, name: str, read: Callable[[int, dict[str, Any]], T], today: date) -> T | None:
    """The newest document that this version can read: one of a newer office must not stop a hall."""
    for each in versions(store, name):
        if each.effective <= today:
            try:
                return read(each.version, each.body)
            except msgspec.ValidationError as error:
                log.warning("version %s of the document %s cannot be read: %s", each.version, name, error)
    return None


class _Parsed(msgspec.Struct, frozen=True):
    event: str
    document: object
