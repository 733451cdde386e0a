"""Pictures beside the journal. An event names one by its SHA-256, so the same picture is stored once and sent once.

A projection keeps that name in a column of type `AttachmentField`; the courier fetches from the hub what such columns
name and this device does not have.
"""

import hashlib
from collections.abc import Iterable
from contextlib import closing
from functools import cache
from typing import Any

import peewee
from peewee import BlobField, BooleanField, TextField

from shared.journal.prepared_query import PreparedQuery
from shared.journal.projection import Projected, Projections
from shared.journal.store import Store

MOST_BYTES = 48_000
"""Of one attachment; the hub takes no larger one."""
_NAME = 64  # characters of a SHA-256; any other text names no attachment
_WITH_HUB = "hub_attachments"


class AttachmentField(TextField):
    """A column with the name of an attachment; "" for none."""


class AttachmentRow(peewee.Model):
    """One picture."""

    sha256 = TextField(primary_key=True)
    content = BlobField()
    sent = BooleanField(default=False)

    class Meta:
        table_name = "attachment"


def add(store: Store, content: bytes) -> str:
    """Store a picture of this device, to be sent; its name. Call it in the transaction that records the name."""
    if len(content) > MOST_BYTES:
        raise ValueError(f"an attachment has {MOST_BYTES} bytes at most")
    name = hashlib.sha256(content).hexdigest()
    AttachmentRow.insert(sha256=name, content=content).on_conflict_ignore().execute(store.db)
    return name


def receive(store: Store, name: str, content: bytes, *, sent: bool = True) -> bool:
    """Store a picture from the hub or a damaged file; False where its SHA-256 is not its name."""
    if hashlib.sha256(content).hexdigest() != name:
        return False
    AttachmentRow.insert(sha256=name, content=content, sent=sent).on_conflict_ignore().execute(store.db)
    return True


def content_of(column: AttachmentField) -> Any:
    """An expression for a query over a projection: the picture that its column names, or NULL."""
    return AttachmentRow.select(AttachmentRow.content).where(AttachmentRow.sha256 == column)


def missing(store: Store) -> list[str]:
    """The names that projections hold now and that are not here."""
    return sorted({name for name, _ in missing_of(store)})


def missing_of(store: Store) -> list[tuple[str, str]]:
    """The same, each with the subject that it is of."""
    found: set[tuple[str, str]] = set()
    for column in _columns(store.projections):
        found |= set(map(tuple, _missing_in(column.model, column.name).all(store.db)))
    return sorted(found)


@cache
def _missing_in(table: type[Projected], name: str) -> PreparedQuery:
    column = getattr(table, name)
    here = AttachmentRow.select(AttachmentRow.sha256).where(AttachmentRow.sha256 == column)
    named = (peewee.fn.LENGTH(column) == _NAME) & ~peewee.fn.EXISTS(here)
    return PreparedQuery(lambda: table.select(column, table.subject).where(named))


def changed(store: Store) -> list[str]:
    """The names of those whose content no longer has that SHA-256."""
    with closing(store.db.connection().execute("SELECT sha256, content FROM attachment ORDER BY sha256")) as rows:
        return [name for name, content in rows if hashlib.sha256(content).hexdigest() != name]


def replace(store: Store, name: str, content: bytes | None) -> None:
    """Replace a damaged picture by a sound copy. None: delete it if the hub has it, so that it is fetched again."""
    here = AttachmentRow.sha256 == name
    if content is None:
        AttachmentRow.delete().where(here, AttachmentRow.sent).execute(store.db)
    else:
        AttachmentRow.update(content=content, sent=False).where(here).execute(store.db)


def _columns(projections: Projections) -> list[Any]:
    return [column for table in projections.tables() for column in _columns_of(table)]


@cache  # every round of the courier asks, and there are hundreds of columns
def _columns_of(table: type[Projected]) -> tuple[Any, ...]:
    return tuple(field for field in table._meta.sorted_fields if isinstance(field, AttachmentField))


# ---- what the hub has ------------------------------------------------------------------------------------------------


_TO_SEND = PreparedQuery(lambda: AttachmentRow.select(AttachmentRow.sha256).where(peewee.SQL("sent = 0")))


def to_send(store: Store) -> list[str]:
    """The names of those that the hub may not have."""
    return [name for (name,) in _TO_SEND.all(store.db)]


def content(store: Store, name: str) -> bytes:
    """A picture that is here."""
    return bytes(AttachmentRow.select(AttachmentRow.content).where(AttachmentRow.sha256 == name).scalar(store.db))


def note_sent(store: Store, names: Iterable[str], *, sent: bool = True) -> None:
    """The hub has these; or may have lost them."""
    with store.db.atomic():
        AttachmentRow.update(sent=sent).where(AttachmentRow.sha256.in_(list(names))).execute(store.db)


def send_again(store: Store) -> None:
    """The hub was restored from a backup: it is asked about every one once more."""
    AttachmentRow.update(sent=False).where(AttachmentRow.sent).execute(store.db)


def note_hub(store: Store, takes: bool) -> None:
    """Whether the hub of this device takes attachments: an older one does not."""
    if store.setting(_WITH_HUB, "1") != str(int(takes)):
        store.set_setting(_WITH_HUB, str(int(takes)))


def usable(store: Store) -> bool:
    """Whether facts may name attachments: on this device alone, or with a hub that takes them."""
    return store.setting(_WITH_HUB, "1") == "1"
