"""What can happen on the honour wall: somebody agrees to be shown in their hall's lobby, or no longer does.

Subjects: `honour:<staff number>`.
"""

from shared.domain.fact import WholeFact


class HonourSet(WholeFact):
    """`staff` is shown with these honours: a level of the ladder (`gold`), a year's award (`award:2014`).

    They agree on their own page. `honours` follow what they hold; a lobby's screens know them from here alone.
    """

    staff: str
    shown: bool
    honours: tuple[str, ...] = ()
