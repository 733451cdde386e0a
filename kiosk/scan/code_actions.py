"""Opens the page a scanned code belongs to. No code signs anybody in."""

from PySide6.QtCore import QCoreApplication

from kiosk.pages.cards import CardsPage, Receiver
from kiosk.pages.page import Kiosk
from kiosk.pages.progress import ProgressPage
from kiosk.pages.thanks import Thanks, ThanksPage
from kiosk.pages.who import WhoPage
from kiosk.store import inquiries, numbers
from kiosk.store.lobby import InquiryProgress, State, Visit
from shared.device import codes
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.people import views as people
from shared.people.views import Person
from shared.practice.cards import actions as cards
from shared.practice.cards import printed

_FOR_CARDS = (codes.NumberSlip, codes.PrintedCard, codes.SignedCard, codes.Badge)


def handle(kiosk: Kiosk, code: codes.Code | codes.Unreadable) -> None:
    """Act on `code`. One that is unreadable, or not allowed now, only shows a message."""
    if kiosk.page.handle_code(code) or kiosk.session.state not in (State.OPEN, State.RESTING):
        return
    if advice := _reason_to_refuse(kiosk, code):
        kiosk.say(advice, "warn")
    else:
        _do(kiosk, code)


def _reason_to_refuse(kiosk: Kiosk, code: codes.Code | codes.Unreadable) -> str:
    """The message if no code may be scanned now, else ""."""
    if not kiosk.page.allows_scans:
        return QCoreApplication.translate("CodeActions", "请先写完这一页，再来扫码。")
    if kiosk.session.state is State.RESTING and isinstance(code, _FOR_CARDS):
        return QCoreApplication.translate("CodeActions", "谢谢大家的热情，送卡休息一小会儿，请稍后再扫。")
    return ""


def _do(kiosk: Kiosk, code: codes.Code | codes.Unreadable) -> None:
    match code:
        case codes.NumberSlip(number):
            _slip(kiosk, number)
        case codes.PrintedCard() | codes.SignedCard():
            _printed_card(kiosk, code)
        case codes.Badge(staff):
            _badge(kiosk, staff)
        case codes.InquirySlip(inquiry):
            _inquiry(kiosk, inquiry)
        case codes.Certificate():
            kiosk.say(QCoreApplication.translate("CodeActions", "这是荣誉证书，请到窗口核验。"), "warn")
        case codes.Unreadable():
            kiosk.say(_unreadable_text(), "warn")


def _unreadable_text() -> str:
    return QCoreApplication.translate("CodeActions", "这个码读不出来，请换一下角度，或到窗口问一问。")


def _slip(kiosk: Kiosk, number: str) -> None:
    """A number's slip: offer a card for the person who served it."""
    session, now = kiosk.session, kiosk.session.now()
    session.read(
        session, lambda store: numbers.visit_of_slip(store, number, now=now), lambda visit: _on_visit(kiosk, visit)
    )


def _on_visit(kiosk: Kiosk, visit: Visit | None) -> None:
    if visit:
        kiosk.go(CardsPage, Receiver(visit.person, visit))
    else:
        kiosk.say(QCoreApplication.translate("CodeActions", "这个号还没有办完，办完后再来扫一扫。"), "warn")


def _badge(kiosk: Kiosk, staff: str) -> None:
    lobby = kiosk.session.lobby
    person = next((person for person in lobby.people if person.number == staff), None) if lobby else None
    if person:
        kiosk.go(CardsPage, Receiver(person))
    else:
        kiosk.say(_unreadable_text(), "warn")


def _printed_card(kiosk: Kiosk, card: codes.Card) -> None:
    """A printed card: for its person, or the one the customer chooses; refused if it cannot be redeemed here."""
    session = kiosk.session
    session.read(
        session,
        lambda store: printed.redeemable(store, card),
        lambda redeemable: _on_redeemable(kiosk, card, redeemable),
    )


def _on_redeemable(kiosk: Kiosk, card: codes.Card, redeemable: printed.Redeemable | Refusal) -> None:
    session = kiosk.session
    if isinstance(redeemable, Refusal):
        kiosk.say(wording.refusal(redeemable), "warn")
    elif staff := redeemable.staff:
        session.read(
            session, lambda store: people.person(store, staff), lambda found: _give(kiosk, card, redeemable, found)
        )
    else:
        kiosk.go(WhoPage, lambda person: _give(kiosk, card, redeemable, person))


def _give(kiosk: Kiosk, card: codes.Card, redeemable: printed.Redeemable, person: Person | None) -> None:
    if person is None:
        kiosk.say(_unreadable_text(), "warn")
        return
    receiver, session, now = person, kiosk.session, kiosk.session.now()

    def done(answer: cards.Awarded | Refusal) -> None:
        if isinstance(answer, Refusal):
            kiosk.home()
            kiosk.say(wording.refusal(answer), "warn")
        else:
            kiosk.go(ThanksPage, Thanks(receiver, redeemable.p, answer))

    session.record(session, lambda store: cards.award_by_code(store, card, receiver.number, now=now), done)


def _inquiry(kiosk: Kiosk, inquiry: str) -> None:
    session, now = kiosk.session, kiosk.session.now()
    session.read(
        session,
        lambda store: inquiries.progress(store, inquiry, now=now),
        lambda progress: _on_progress(kiosk, progress),
    )


def _on_progress(kiosk: Kiosk, progress: InquiryProgress | None) -> None:
    if progress:
        kiosk.go(ProgressPage, progress)
    else:
        kiosk.say(_unreadable_text(), "warn")
