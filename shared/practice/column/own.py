"""What one person may ask about the column: what they are asked, where they appear, what they sent in.

A hall's device can answer it: it knows a story only as far as its people were asked about it.
"""

import msgspec

from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.practice.column.facts import Naming
from shared.practice.column.tables import AdoptionRow, ConcernedRow, PageRow, StoryRow


class Asked(msgspec.Struct, frozen=True):
    """A story that one is in. `reading`: the version that one is asked to read, 0 for none."""

    story: str
    title: str
    text: str
    naming: Naming | None
    reading: int
    published: bool
    again: bool  # a photo of oneself was added since one answered

    @property
    def waits(self) -> bool:
        """Whether the person still has to answer, or to read."""
        return self.naming is None or self.again or (self.reading > 0 and self.naming is not Naming.NO)


class Sent(msgspec.Struct, frozen=True):
    """A story that one sent in at this device, or at any in the office."""

    story: str
    title: str
    text: str
    published: bool
    out: bool


def asked(store: Store, number: str) -> tuple[Asked, ...]:
    """The stories one is in: unanswered ones first, then the newest; without those that one refused before print."""
    shown, rows = {row.story for row in _PRINTED.all(store.db)}, _CONCERNED.all(store.db, number)
    found = [_asked(row, row.subject in shown) for row in rows if row.naming != Naming.NO or row.subject in shown]
    return tuple(sorted(found, key=lambda each: not each.waits))


_PRINTED = PreparedQuery(lambda: PageRow.select(PageRow.story).where(PageRow.text != ""))
_CONCERNED = PreparedQuery(
    lambda number: (
        ConcernedRow.select()
        .where(ConcernedRow.staff == number, ConcernedRow.asked, ConcernedRow.text != "")
        .order_by(ConcernedRow.at.desc(), ConcernedRow.subject)
    )
)


def _asked(row: ConcernedRow, published: bool) -> Asked:
    answer = Naming(row.naming) if row.naming else None
    return Asked(row.subject, row.title, row.text, answer, row.reading, published, bool(row.again))


def sent(store: Store, number: str) -> tuple[Sent, ...]:
    """What somebody proposed, the newest first."""
    query = StoryRow.select().where(StoryRow.proposer == number, StoryRow.at > 0, StoryRow.idea != "")
    shown = {row.story for row in _PRINTED.all(store.db)}
    rows = query.order_by(StoryRow.at.desc(), StoryRow.subject).execute(store.db)
    return tuple(Sent(row.subject, row.idea_title, row.idea, row.subject in shown, row.out) for row in rows)


def waiting(store: Store, number: str) -> int:
    """How many stories wait for this person."""
    return sum(each.waits for each in asked(store, number))


def unanswered(store: Store, hall: str) -> int:
    """How many printed experiences a hall has not answered yet."""
    pages = PageRow.select(PageRow.story).where(PageRow.section == "experience", PageRow.text != "").distinct()
    answered = AdoptionRow.select(AdoptionRow.story).where(AdoptionRow.hall == hall)
    return len({row.story for row in pages.execute(store.db)} - {row.story for row in answered.execute(store.db)})
