"""What a scanned code does on the kiosk: opens the page it belongs to. It never signs anybody in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.pages.cards import CardsPage
from kiosk.pages.page import Desk
from kiosk.pages.progress import ProgressPage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.who import WhoPage
from kiosk.store.lobby import Progress, State, Visit
from shared.device import codes
from shared.domain import wording
from shared.domain.refusal import Refusal

if TYPE_CHECKING:
    from shared.people.views import Person
    from shared.practice.cards.actions import Awarded


_FOR_CARDS = (codes.NumberSlip, codes.PaperCard, codes.Badge)


def act(desk: Desk, code: codes.Code | codes.Unreadable) -> None:
    """Do what `code` is for; whatever cannot be read, or not now, is answered kindly and does nothing."""
    if desk.service.state not in (State.OPEN, State.RESTING):
        return
    if advice := _not_now(desk, code):
        desk.say(advice, "warn")
    else:
        _do(desk, code)


def _not_now(desk: Desk, code: codes.Code | codes.Unreadable) -> str:
    """What to say where a scan comes at a bad moment, else ""."""
    if not desk.page.takes_scans:
        return QCoreApplication.translate("Scans", "请先写完这一页，再来扫码。")
    if desk.service.state is State.RESTING and isinstance(code, _FOR_CARDS):
        return QCoreApplication.translate("Scans", "谢谢大家的热情，送卡休息一小会儿，请稍后再扫。")
    return ""


def _do(desk: Desk, code: codes.Code | codes.Unreadable) -> None:
    match code:
        case codes.NumberSlip(number):
            desk.service.visit(number, lambda visit: _visited(desk, visit))
        case codes.PaperCard():
            _paper(desk, code)
        case codes.Badge(staff):
            _badge(desk, staff)
        case codes.InquirySlip(inquiry):
            desk.service.progress(inquiry, lambda progress: _looked_up(desk, progress))
        case codes.Unreadable():
            desk.say(_tr_unreadable(), "warn")


def _tr_unreadable() -> str:
    return QCoreApplication.translate("Scans", "这个码读不出来，请换一下角度，或到窗口问一问。")


def _visited(desk: Desk, visit: Visit | None) -> None:
    if visit:
        desk.go(CardsPage, visit.person, visit)
    else:
        desk.say(QCoreApplication.translate("Scans", "这个号还没有办完，办完后再来扫一扫。"), "warn")


def _badge(desk: Desk, staff: str) -> None:
    lobby = desk.service.lobby
    person = next((person for person in lobby.people if person.number == staff), None) if lobby else None
    if person:
        desk.go(CardsPage, person)
    else:
        desk.say(_tr_unreadable(), "warn")


def _paper(desk: Desk, card: codes.PaperCard) -> None:
    """A printed card: for one person, or for whom the customer chooses."""
    if card.staff:
        desk.service.person(card.staff, lambda person: _give(desk, card, person))
    else:
        desk.go(WhoPage, lambda person: _give(desk, card, person))


def _give(desk: Desk, card: codes.PaperCard, person: "Person | None") -> None:
    if person is None:
        desk.say(_tr_unreadable(), "warn")
        return
    receiver = person

    def done(answer: "Awarded | Refusal") -> None:
        if isinstance(answer, Refusal):
            desk.home()
            desk.say(wording.refusal(answer), "warn")
        else:
            desk.go(ThanksPage, receiver, card.p, answer)

    desk.service.award_paper(card, receiver.number, done)


def _looked_up(desk: Desk, progress: Progress | None) -> None:
    if progress:
        desk.go(ProgressPage, progress)
    else:
        desk.say(_tr_unreadable(), "warn")
