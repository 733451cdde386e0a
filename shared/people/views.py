"""What an app may ask about halls and people."""

from dataclasses import dataclass

import peewee

from shared.domain.roles import Role
from shared.domain.spelling import folded
from shared.journal.store import Store
from shared.people.roster import Hall as Hall
from shared.people.roster import Known, Site
from shared.people.tables import HallRow, PersonRow


@dataclass(frozen=True)
class Person:
    """A member of staff as screens show them; `window` is where they sit now."""

    number: str
    name: str
    branch: str
    hall: str
    window: str
    post: str
    role: Role
    on_duty: bool
    photo: bytes | None


def hall(store: Store, code: str = "") -> Hall | None:
    """The hall with this code (default: of this device), or None before set-up."""
    row = HallRow.select().where(HallRow.code == (code or store.hall)).first(store.db)
    return Hall(row.code, row.name, row.branch) if row else None


def halls(store: Store) -> tuple[Hall, ...]:
    """All halls, by branch and name."""
    rows = HallRow.select().order_by(HallRow.branch, HallRow.name).execute(store.db)
    return tuple(Hall(row.code, row.name, row.branch) for row in rows)


def person(store: Store, number: str) -> Person | None:
    """The active member of staff with this number."""
    found = _people(store, PersonRow.number == number)
    return found[0] if found else None


def site(store: Store) -> Site:
    """All halls and everybody who was ever on the roster: what a staff list is compared with."""
    rows = PersonRow.select(PersonRow.number, PersonRow.name, PersonRow.hall, PersonRow.active)
    people = rows.where(PersonRow.name != "").order_by(~PersonRow.active, PersonRow.number).tuples().execute(store.db)
    known = tuple(Known(number, name, hall, bool(active)) for number, name, hall, active in people)
    return Site(halls(store), known, store.hall)


def number_of(store: Store, spelt: str) -> str:
    """The staff number meant by `spelt` as it is stored here (a001 is A001); as it would be stored when it is new."""
    wanted = folded(spelt)
    known = [str(number) for (number,) in PersonRow.select(PersonRow.number).tuples().execute(store.db)]
    if wanted in known:
        return wanted
    return next((number for number in known if folded(number) == wanted), wanted)


def on_duty(store: Store, hall: str = "") -> tuple[Person, ...]:
    """Window staff on duty in a hall (default: of this device), by window."""
    return _people(store, (PersonRow.hall == (hall or store.hall)) & PersonRow.on_duty)


def everyone(store: Store, hall: str = "") -> tuple[Person, ...]:
    """All active staff, of one hall or of all."""
    return _people(store, *([PersonRow.hall == hall] if hall else []))


def has_pin(store: Store, number: str) -> bool:
    """Whether this person can sign in already."""
    query = PersonRow.select().where(PersonRow.number == number, PersonRow.pin_hash != "")
    return bool(query.exists(store.db))


def _people(store: Store, *where: peewee.Expression) -> tuple[Person, ...]:
    by_window = (peewee.Cast(PersonRow.window, "INTEGER"), PersonRow.window, PersonRow.number)  # 2 before 10
    query = PersonRow.select().where(PersonRow.active, *where).order_by(*by_window)
    return tuple(_as_person(row) for row in query.execute(store.db))


def _as_person(row: PersonRow) -> Person:
    return Person(
        number=row.number,
        name=row.name,
        branch=row.branch,
        hall=row.hall,
        window=row.window,
        post=row.post,
        role=Role(row.role),
        on_duty=row.on_duty,
        photo=bytes(row.photo) if row.photo else None,
    )
