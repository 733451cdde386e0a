"""What can happen to a wish."""

from shared.domain.fact import Fact, Personal


class WishMade(Fact):
    """Somebody wishes something for the hall; `about` is cold, noise or light; `sketch` names a picture of it."""

    staff: str
    about: str
    text: Personal = ""
    sketch: str = ""


class WishGranted(Fact):
    """The supervisor granted it. Nothing of it is for the day's page."""
