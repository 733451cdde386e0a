"""What may be asked of the honour wall. A kiosk asks for `wall` alone, which reads no other practice."""

from datetime import date

import msgspec

from shared.journal.store import Store
from shared.people.views import everyone
from shared.practice.cards.words import level
from shared.practice.honour import words
from shared.practice.honour.rules import AWARD
from shared.practice.honour.tables import HonourRow


class Honoured(msgspec.Struct, frozen=True):
    """Somebody on the wall, with the photo that customers know."""

    number: str
    name: str
    photo: bytes | None
    honours: tuple[str, ...]

    @property
    def words(self) -> str:
        """What they are honoured for, in the language spoken now."""
        return " · ".join(map(label, self.honours))


def wall(store: Store, hall: str, day: date) -> tuple[Honoured, ...]:
    """Who is shown in a hall: those who agreed and work there; the order rotates daily, so that each comes first."""
    rows = {
        row.staff: row for row in HonourRow.select().where(HonourRow.shown, HonourRow.honours != "").execute(store.db)
    }
    people = [each for each in everyone(store, hall) if each.number in rows] if rows else []
    begin = day.toordinal() % len(people) if people else 0
    rotated = (*people[begin:], *people[:begin])
    return tuple(Honoured(p.number, p.name, p.photo, tuple(rows[p.number].honours.split())) for p in rotated)


def is_shown(store: Store, number: str) -> bool:
    """Whether somebody is shown."""
    row = HonourRow.select().where(HonourRow.staff == number).first(store.db)
    return bool(row is not None and row.shown)


def label(honour: str) -> str:
    """An honour in words."""
    if honour.startswith(AWARD):
        return words.LABELS["award"].format(year=honour.removeprefix(AWARD))
    return level(honour)
