"""What an app may ask about halls and people.

Who somebody is (`Person`) holds until the roster says otherwise. Whether they are on duty and at which window
(`PersonToday`) holds for one day, so it is asked with a moment: who forgot to sign off is off duty the next day.
"""

import re
from collections.abc import Iterable
from typing import Any

import msgspec
import peewee

from shared.domain.roles import Role
from shared.domain.spelling import folded
from shared.domain.workdays import day_of
from shared.journal import attachments
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people.roster import Hall as Hall
from shared.people.roster import KnownPerson, Site
from shared.people.tables import HallRow, PersonRow


class Person(msgspec.Struct, frozen=True):
    """A member of staff as the roster knows them; `home` is their window there, "" for none."""

    number: str
    name: str
    branch: str
    hall: str
    home: str
    post: str
    role: Role
    photo: bytes | None


class PersonToday(Person, frozen=True):
    """The same on one day: on duty or not, and the window.

    `window` is where they sit or last sat that day, else their home window; where the roster names none, the last one.
    """

    on_duty: bool
    window: str


def hall(store: Store, code: str = "") -> Hall | None:
    """The hall with this code (default: of this device), or None before set-up."""
    row = _HALL.first(store.db, code or store.hall)
    return Hall(row.code, row.name, row.branch) if row else None


def halls(store: Store) -> tuple[Hall, ...]:
    """All halls, by branch and name."""
    rows = HallRow.select().order_by(HallRow.branch, HallRow.name).execute(store.db)
    return tuple(Hall(row.code, row.name, row.branch) for row in rows)


def hall_names(store: Store) -> dict[str, str]:
    """The halls' names by their codes."""
    return {hall.code: hall.name for hall in halls(store)}


def person(store: Store, number: str) -> Person | None:
    """The active member of staff with this number."""
    row = _BY_NUMBER.first(store.db, number)
    return None if row is None else Person(**_known(row))


def place_of(store: Store, number: str) -> tuple[str, Role] | None:
    """Hall and role of a person on the roster, or the last ones of one who left; None for an unknown number."""
    row = _EVER.first(store.db, number)
    return (row.hall, Role(row.role)) if row else None


def site(store: Store) -> Site:
    """All halls and everybody who was ever on the roster: what a staff list is compared with."""
    rows = PersonRow.select(PersonRow.number, PersonRow.name, PersonRow.hall, PersonRow.active)
    people = rows.where(PersonRow.name != "").order_by(~PersonRow.active, PersonRow.number).tuples().execute(store.db)
    known = tuple(KnownPerson(number, name, hall, bool(active)) for number, name, hall, active in people)
    return Site(halls(store), known, store.hall)


def number_of(store: Store, spelt: str) -> str:
    """The staff number meant by `spelt` as it is stored here (a001 is A001); as it would be stored when it is new."""
    wanted = folded(spelt)
    known = [str(number) for (number,) in PersonRow.select(PersonRow.number).tuples().execute(store.db)]
    if wanted in known:
        return wanted
    return next((number for number in known if folded(number) == wanted), wanted)


def person_today(store: Store, number: str, now: int) -> PersonToday | None:
    """The same person on the day of `now` (epoch ms)."""
    row = _BY_NUMBER.first(store.db, number)
    return None if row is None else _today(row, now)


def everyone(store: Store, hall: str = "") -> tuple[Person, ...]:
    """All active staff, of one hall or of all, by home window."""
    people = (Person(**_known(row)) for row in _of_hall(store, hall))
    return tuple(sorted(people, key=lambda person: _by_window(person.home, person.number)))


def everyone_today(store: Store, hall: str = "", *, now: int) -> tuple[PersonToday, ...]:
    """All active staff on the day of `now` (epoch ms), by window."""
    return _sorted(_today(row, now) for row in _of_hall(store, hall))


def on_duty(store: Store, hall: str = "", *, now: int) -> tuple[PersonToday, ...]:
    """Window staff on duty in a hall (default: of this device) on the day of `now` (epoch ms), by window."""
    day = day_of(now).isoformat()
    rows = _ON_DUTY.all(store.db, hall or store.hall, day)
    return _sorted(person for row in rows if (person := _today(row, now)).on_duty)


def has_pin(store: Store, number: str) -> bool:
    """Whether this person can sign in already."""
    query = PersonRow.select().where(PersonRow.number == number, PersonRow.pin_hash != "")
    return bool(query.exists(store.db))


def _rows(*where: peewee.Expression) -> "peewee.ModelSelect[PersonRow]":
    picture = attachments.content_of(PersonRow.photo_sha256).alias("picture")
    return PersonRow.select(PersonRow, picture).where(PersonRow.active, *where)


_HALL = PreparedQuery(lambda code: HallRow.select().where(HallRow.code == code))
_EVER = PreparedQuery(
    lambda number: PersonRow.select(PersonRow.hall, PersonRow.role).where(
        PersonRow.number == number, PersonRow.name != ""
    )
)
_ALL = PreparedQuery(lambda: _rows())
_OF_HALL = PreparedQuery(lambda hall: _rows(PersonRow.hall == hall))
_BY_NUMBER = PreparedQuery(lambda number: _rows(PersonRow.number == number))
_ON_DUTY = PreparedQuery(
    lambda hall, day: _rows(PersonRow.hall == hall, (PersonRow.duty_day == day) & PersonRow.on_duty)
)


def _of_hall(store: Store, hall: str) -> list[Any]:
    return _OF_HALL.all(store.db, hall) if hall else _ALL.all(store.db)


def _known(row: Any) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "branch": row.branch,
        "hall": row.hall,
        "home": row.home,
        "post": row.post,
        "role": Role(row.role),
        "photo": bytes(photo) if (photo := row.picture or row.photo) else None,
    }


def _today(row: Any, now: int) -> PersonToday:
    here = (row.duty_day, row.duty_hall) == (day_of(now).isoformat(), row.hall)
    window = (row.duty_window if here else "") or row.home or row.duty_window
    return PersonToday(**_known(row), on_duty=here and bool(row.on_duty), window=window)


def _sorted(people: Iterable[PersonToday]) -> tuple[PersonToday, ...]:
    return tuple(sorted(people, key=lambda person: _by_window(person.window, person.number)))


def _by_window(window: str, number: str) -> tuple[int, str, str]:
    """A key that sorts window 2 before window 10."""
    digits = re.match(r"[0-9]*", window)
    return (int(digits[0] or 0) if digits else 0, window, number)
