"""What can happen to a step of the ladder. Subjects: `promotion:<uuid>`."""

from shared.domain.fact import Fact


class Promoted(Fact):
    """The office confirmed `level`: by `cards`, the counted ones of each P at that time, and this version of `policy`.

    It stays when cards are excluded later.
    """

    staff: str
    level: str
    cards: dict[str, int]
    policy: int


class PromotionTakenBack(Fact):
    """A second person of the office took it back, and why."""

    reason: str
