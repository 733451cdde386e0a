"""经营大事迹: the awards of all years, as a book that can be searched; a certificate is one of its entries."""

from collections.abc import Mapping

import msgspec

from shared.device import codes
from shared.journal.store import Store
from shared.people.views import hall_names
from shared.practice.caring import words
from shared.practice.caring.tables import AnnalRow

_SUBJECT = "annal:"


class Annal(msgspec.Struct, frozen=True):
    """One award. `name` is 本人不愿具名 where the person does not wish to be named; `hall` is the hall's name."""

    id: str
    year: int
    hero: str
    name: str
    hall: str
    title: str
    text: str

    @property
    def named(self) -> bool:
        """Whether the person is named."""
        return bool(self.hero)


def years(store: Store) -> tuple[int, ...]:
    """The years that are in the book, the newest first."""
    rows = AnnalRow.select(AnnalRow.year).distinct().order_by(AnnalRow.year.desc()).execute(store.db)
    return tuple(row.year for row in rows)


def annals(store: Store, year: int = 0, wanted: str = "") -> tuple[Annal, ...]:
    """The awards of a year (0: of all), those with every word of `wanted` in them."""
    query = AnnalRow.select().where(AnnalRow.year == year) if year else AnnalRow.select()
    rows, halls = query.order_by(AnnalRow.year.desc(), AnnalRow.subject).execute(store.db), hall_names(store)
    found = (_annal(row, halls) for row in rows)
    searched = wanted.casefold().split()
    return tuple(each for each in found if all(word in _words(each) for word in searched))


def certified(store: Store, scanned: str, key: bytes) -> Annal | None:
    """The award that a certificate's code names; None for a code that this company's key never signed."""
    code = codes.parse(scanned, key)
    if not isinstance(code, codes.Certificate):
        return None
    row = AnnalRow.select().where(AnnalRow.subject == code.annal).first(store.db)
    return _annal(row, hall_names(store)) if row is not None else None


def _words(each: Annal) -> str:
    return f"{each.year} {each.name} {each.hero} {each.hall} {each.title} {each.text}".casefold()


def _annal(row: AnnalRow, halls: Mapping[str, str]) -> Annal:
    name = row.name or words.label("unnamed")
    return Annal(row.subject, row.year, row.hero, name, halls.get(row.hall, row.hall), row.title, row.text)
