"""Whether one may wish again today. Pure."""

from datetime import date

from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from tests.support.toy_practice.policy import WishesPolicy


def may_wish(today: int, policy: Policy) -> Refusal | None:
    """So many a day, and no more."""
    most = policy[WishesPolicy].per_day
    return Refusal("wished_enough", {"most": most}) if today >= most else None


def is_due(made: date, today: date, policy: Policy) -> bool:
    """Whether the words of a wish are to be erased."""
    return (today - made).days > policy[WishesPolicy].keep_days
