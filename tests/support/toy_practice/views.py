"""What may be asked of wishes, and their part of the day."""

from collections.abc import Callable
from datetime import date

from shared.declaration.practice import DayPart, LogFigure, LogTable
from shared.domain.text import Text
from shared.journal import attachments
from shared.journal.store import Store
from tests.support.toy_practice.tables import WishRow
from tests.support.toy_practice.words import about


def today(store: Store, hall: str, on: date, staff: str = "") -> int:
    """How many wishes were made."""
    found = WishRow.select().where(WishRow.hall == hall, WishRow.day == on.isoformat())
    return int((found.where(WishRow.staff == staff) if staff else found).count(store.db))


def due(store: Store, is_due: Callable[[date], bool]) -> list[str]:
    """The wishes that still have words, and are that old."""
    found = WishRow.select(WishRow.subject, WishRow.day).where(WishRow.text != "").execute(store.db)
    return [row.subject for row in found if is_due(date.fromisoformat(row.day))]


def sketch(store: Store, subject: str) -> bytes | None:
    """The picture of a wish, once this device has it."""
    row = WishRow.select(attachments.content_of(WishRow.sketch).alias("picture")).where(WishRow.subject == subject)
    found: bytes | None = row.objects().first(store.db).picture
    return found


def of_day(store: Store, hall: str, on: date, as_of: int) -> DayPart:
    """Its figure, and what was wished, and whether it came true."""
    found = WishRow.select().where(WishRow.hall == hall, WishRow.day == on.isoformat()).order_by(WishRow.subject)
    rows = tuple((about(row.about), int(row.granted)) for row in found.execute(store.db))
    columns = (Text("心愿", "wish"), Text("实现", "granted"))
    table = LogTable("wishes", Text("心愿墙", "Wall of wishes"), columns, rows)
    return DayPart(
        Text("心愿", "Wishes"), (LogFigure(Text("心愿数", "wishes made"), today(store, hall, on)),), (table,)
    )
