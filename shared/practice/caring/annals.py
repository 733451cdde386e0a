"""经营大事迹: the awards of all years, as a book that can be searched; a certificate is one of its entries."""

from dataclasses import dataclass

from shared.device import codes
from shared.journal.store import Store
from shared.practice.caring import words
from shared.practice.caring.tables import AnnalRow

_SUBJECT = "annal:"


@dataclass(frozen=True)
class Annal:
    """One award. `name` is 本人不愿具名 where the person does not wish to be named."""

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
    found = map(_annal, query.order_by(AnnalRow.year.desc(), AnnalRow.subject).execute(store.db))
    searched = wanted.casefold().split()
    return tuple(each for each in found if all(word in _words(each) for word in searched))


def certified(store: Store, scanned: str, key: bytes) -> Annal | None:
    """The award that a certificate's code names; None for a code that this company's key never signed."""
    code = codes.parse(scanned, key)
    if not isinstance(code, codes.Certificate):
        return None
    row = AnnalRow.select().where(AnnalRow.subject == code.annal).first(store.db)
    return _annal(row) if row is not None else None


def _words(each: Annal) -> str:
    return f"{each.year} {each.name} {each.hero} {each.hall} {each.title} {each.text}".casefold()


def _annal(row: AnnalRow) -> Annal:
    name = row.name or words.label("unnamed")
    return Annal(row.subject, row.year, row.hero, name, row.hall, row.title, row.text)
