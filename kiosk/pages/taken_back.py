"""What a customer reads after taking a card, a number or an inquiry back."""

from collections.abc import Callable

from kiosk.pages.page import Kiosk
from shared.domain import wording
from shared.domain.refusal import Refusal


def teller(kiosk: Kiosk, done: str) -> Callable[[Refusal | None], None]:
    """Make the callback that says `done`, or why it was refused.

    It touches no page: the one with the button may be deleted by then, to be built anew in another print.
    """

    def told(refusal: Refusal | None) -> None:
        kiosk.say(done if refusal is None else wording.refusal(refusal), "good" if refusal is None else "warn")
        kiosk.session.refresh()  # else the first page would still count it

    return told
