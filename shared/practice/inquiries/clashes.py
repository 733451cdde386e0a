"""Conflicting edits of two counters that could not see each other: the value kept, and what it overrode unseen.

Both stay to be compared, also on a closed ticket, until the supervisor settles it or the customer's data is erased.
"""

from collections.abc import Iterable

import msgspec
import peewee
from msgspec.structs import replace

from shared.domain import masking
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.practice.inquiries import facts
from shared.practice.inquiries.facts import Aspect
from shared.practice.inquiries.tables import AspectRow, InquiryRow


class SetValue(msgspec.Struct, frozen=True):
    """One value of an aspect: set by which event (`id`) of which kind (`what`), by whom, when (epoch ms).

    `value` is a staff number, an ISO day, a ticket's number or a text, depending on `what`.
    """

    id: str
    what: str
    value: str
    actor: str
    at: int


class Clash(msgspec.Struct, frozen=True):
    """The value kept and one that it overrode unseen."""

    aspect: Aspect
    kept: SetValue
    other: SetValue


def of_ticket(store: Store, subject: str) -> tuple[Clash, ...]:
    """The clashes of one ticket, with the customer's data in full."""
    rows = list(_of(AspectRow.subject == subject).execute(store.db))
    kept = {row.aspect: _setting(store, row) for row in rows if row.kept}
    return tuple(Clash(Aspect(row.aspect), kept[row.aspect], _setting(store, row)) for row in rows if not row.kept)


def aspects(store: Store) -> dict[str, tuple[Aspect, ...]]:
    """The aspects in conflict, by ticket."""
    found: dict[str, tuple[Aspect, ...]] = {}
    for row in _OVERRIDDEN.all(store.db):
        known = found.get(row.subject, ())
        found[row.subject] = known if Aspect(row.aspect) in known else (*known, Aspect(row.aspect))
    return found


def clashing() -> peewee.Expression:
    """The condition on a ticket that it has a clash."""
    return InquiryRow.subject.in_(AspectRow.select(AspectRow.subject).where(~AspectRow.kept))


def masked(clashes: Iterable[Clash]) -> tuple[Clash, ...]:
    """The same with the customer's name and phone masked, as everywhere until they are opened on purpose."""
    return tuple(replace(c, kept=_masked(c.aspect, c.kept), other=_masked(c.aspect, c.other)) for c in clashes)


def _masked(aspect: Aspect, setting: SetValue) -> SetValue:
    mask = {Aspect.NAME: masking.name, Aspect.PHONE: masking.phone}.get(aspect)
    return replace(setting, value=mask(setting.value)) if mask else setting


def _of(where: peewee.Expression) -> "peewee.ModelSelect[AspectRow]":
    return AspectRow.select().where(where).order_by(AspectRow.aspect, AspectRow.at, AspectRow.event_id)


_OVERRIDDEN = PreparedQuery(lambda: _of(~AspectRow.kept))


def _setting(store: Store, row: AspectRow) -> SetValue:
    value = row.value
    if row.what == facts.InquiryMerged.kind():
        number = InquiryRow.select(InquiryRow.number).where(InquiryRow.subject == value).scalar(store.db)
        value = number or value
    return SetValue(row.event_id, row.what, value, row.actor, row.at)
