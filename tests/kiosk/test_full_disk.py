"""The disk fills up under the real kiosk: who was thanked has their card, then a friendly page; staff read why."""

from pathlib import Path

from kiosk.pages.attract import AttractPage
from kiosk.pages.notice import NoticePage
from kiosk.pages.thanks import ThanksPage
from kiosk.store.lobby import State
from shared.journal import faults
from shared.practice.cards import actions
from shared.practice.cards.facts import P
from tests.kiosk.staff import sign_in, with_pins
from tests.kiosk.test_award import cards, give
from tests.support.builders import empty_store
from tests.support.small_disk import fill, small_disk

__all__ = ["small_disk"]
_MINUTES_BETWEEN = 11  # so that no burst of cards lets the kiosk rest


def thanks(lobby) -> str:
    """One more customer; the card that was thanked for, or "" where the kiosk could not."""
    lobby.now += _MINUTES_BETWEEN * 60_000
    session = lobby.window.session
    if session.state is State.RESTING:  # the counter's cards were many
        session.refresh()
        lobby.qtbot.waitUntil(lambda: session.state is not State.RESTING)
    if isinstance(lobby.page, NoticePage):  # it noticed by itself, on its next look at the hall
        return ""
    give(lobby)
    lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, ThanksPage | NoticePage))
    if isinstance(lobby.page, NoticePage):
        return ""
    card: str = lobby.page.card
    lobby.touch(lobby.page.close_button)
    return card


def work_until_full(folder: Path, now: int) -> None:
    """At the counter people work on until not even the ballast is left."""
    store = empty_store(folder)
    try:
        for place in range(20_000):
            try:
                actions.award(store, "1001", P.POLITE, sentence="谢" * 200, now=now + place * 1000)
            except faults.StoreFull as error:
                if not error.try_again:
                    return
    finally:
        store.close()


def test_a_full_disk_is_said_and_loses_no_card_that_was_thanked_for(lobby, small_disk):
    lobby.folder = small_disk / "data"
    window = lobby.open(with_pins)
    filler = fill(small_disk, leave=0)
    thanked = [thanks(lobby) for _ in range(8)]  # out of the ballast
    assert all(thanked)
    assert not (lobby.folder / faults.BALLAST).exists()
    work_until_full(lobby.folder, lobby.now)
    while card := thanks(lobby):
        thanked.append(card)
    assert lobby.page.state is State.BROKEN
    assert lobby.page.title.text() == "屏幕正在检修"
    sign_in(lobby, "2001")
    assert lobby.page.leave_button.isVisible()
    assert "磁盘已满" in lobby.page.report.text()
    filler.unlink()
    window.session.start()
    window.home()
    lobby.sees(AttractPage)
    thanked.append(thanks(lobby))
    assert thanked[-1]
    assert set(thanked) <= {card.card for card in cards(lobby)}
