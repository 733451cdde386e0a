"""A hall in which some people hold a level, and some of them agree to be shown; what its screens then say."""

from PySide6.QtWidgets import QWidget

from kiosk.widgets.honour import HonourStrip
from shared.journal.store import Store
from shared.practice.honour import actions
from shared.practice.promotion.facts import Promoted
from tests.support.builders import actor, at


def honoured(store: Store) -> None:
    """王芳 and 李娜 hold a level and agree to be shown; 张伟 holds one and was never asked."""
    for number, level in (("1001", "gold"), ("1002", "bronze"), ("1003", "silver")):
        with store.transaction(at("08:00")) as tx:
            fact = Promoted(staff=number, level=level, cards={}, policy=1)
            tx.record(fact, subject=f"promotion:{number}", actor="9001")
        if number != "1003":
            assert actions.set_shown(store, actor(number), True, now=at("08:01")) is None


def strip(window: QWidget) -> str:
    """What the wall on a window says; "" for none."""
    return " ".join(each.accessibleName() for each in window.findChildren(HonourStrip) if each.isVisible())
