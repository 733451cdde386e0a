"""The practices of this product: a new one is a new folder and one line here."""

from pathlib import Path

from shared.daily_log.tables import projection as daily_log
from shared.people.tables import projection as people
from shared.practice.cards.tables import projection as cards
from shared.practice.diary.tables import projection as diary
from shared.practice.happiness.tables import projection as happiness
from shared.practice.inquiries.tables import projection as inquiries
from shared.practice.line.tables import projection as line
from shared.practice.pauses.tables import projection as pauses
from shared.practice.rulebook.tables import projection as rulebook
from shared.reference.tables import projection as reference

PROJECTIONS = (
    people,
    reference,
    cards,
    pauses,
    diary,
    daily_log,
    inquiries,
    line,
    happiness,
    rulebook,
)


def hub_sql() -> tuple[Path, ...]:
    """The SQL files with what practices ask of the hub, for `hub init`."""
    return tuple(sorted((Path(__file__).parent / "practice").glob("*/hub.sql")))
