"""What the kiosk asks of the practices, each a call on the store thread. Imported there, after the first frame."""

from collections import Counter
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from kiosk.store.lobby import Asks, Called, Lobby, Preset, Progress, State, Visit, Visits
from shared.device import codes, config
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.sections import Hours, KioskTimes
from shared.domain.workdays import CHINA, day_of
from shared.journal.store import Store
from shared.people import actions as people_actions
from shared.people import door
from shared.people import views as people
from shared.people.policy import PinsPolicy
from shared.practice.cards import actions as cards
from shared.practice.cards import views as card_views
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.policy import CardsPolicy
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries import views as inquiry_views
from shared.practice.inquiries.facts import Topic
from shared.practice.inquiries.policy import InquiriesPolicy
from shared.practice.line import actions as line
from shared.practice.line import views as line_views
from shared.practice.line.facts import SERVICES
from shared.reference.views import policy

_STILL_HERE_MS = 120_000  # after a service, when its customer may still stand in the lobby
_CLOCK = "%H:%M"


def lobby(store: Store, always_open: bool, *, clock: int) -> Lobby:
    """The hall as it is now; `clock` is what this PC believes (ms), before the hub's correction."""
    now = clock + store.clock_correction
    values, hall, staff = policy(store), people.hall(store), people.on_duty(store)
    mine = config.load(store.folder).kiosk
    with suppress(OSError):  # a full disk closes nothing
        door.remember(store)
    today = card_views.of_day(store, store.hall, day_of(now))
    return Lobby(
        state=_state(hall is not None, bool(staff), always_open or within_hours(values, now)),
        hall=hall.name if hall else "",
        people=staff,
        times=values[KioskTimes],
        pin_digits=values[PinsPolicy].digits,
        opens=values[Hours].open.strftime(_CLOCK),
        closes=values[Hours].close.strftime(_CLOCK),
        erase_days=values[InquiriesPolicy].erase_after_days,
        sentence_limit=values[CardsPolicy].sentence_limit,
        services=tuple(SERVICES),
        called=tuple(Called(number.label, number.window) for number in line_views.sign(store, store.hall, now)),
        just_served=_just_served(store, now) if mine.rating_after_service else None,
        rating_seconds=mine.rating_seconds,
        thanks=Counter(card.p.value for card in today if card.giver is Giver.CUSTOMER),
        clock_correction=store.clock_correction,
        turns_at=None if always_open else next_turn(values, now),
    )


def _just_served(store: Store, now: int) -> Visit | None:
    """The number finished last, unless its customer was asked before or has given a card."""
    served = line_views.just_served(store, store.hall, now - _STILL_HERE_MS, now)
    if served is None or cards.answered(store, served.id):
        return None
    return _visit(store, served)


def leave_unanswered(store: Store, staff: str, number: str, *, now: int) -> None:
    cards.leave_unanswered(store, staff, number, now=now)


def within_hours(values: Policy, now: int) -> bool:
    """Between opening and closing, with the margin in which the last customers still stand in the hall."""
    at = datetime.fromtimestamp(now / 1000, CHINA)
    opens, closes = _hours(values, at)
    return opens <= at < closes


def next_turn(values: Policy, now: int) -> int:
    """When those hours begin or end next, ms."""
    at = datetime.fromtimestamp(now / 1000, CHINA)
    turns = (*_hours(values, at), *_hours(values, at + timedelta(days=1)))
    return int(min(turn for turn in turns if turn > at).timestamp() * 1000)


def _hours(values: Policy, day: datetime) -> tuple[datetime, datetime]:
    margin = timedelta(minutes=values[KioskTimes].margin_minutes)
    opens, closes = (datetime.combine(day, clock, CHINA) for clock in (values[Hours].open, values[Hours].close))
    return opens - margin, closes + margin


def _state(hall: bool, staff: bool, open_now: bool) -> State:
    if not hall:
        return State.NO_HALL
    if not open_now:
        return State.CLOSED
    return State.OPEN if staff else State.NO_STAFF


def award(store: Store, staff: str, p: str, number: str, *, now: int) -> cards.Awarded | Refusal:
    return cards.award(store, staff, P(p), number=number, now=now)


def award_paper(store: Store, card: codes.PaperCard, staff: str, *, now: int) -> cards.Awarded | Refusal:
    return cards.award_by_code(store, card, staff, now=now)


def take(store: Store, service: str, *, now: int) -> tuple[line.Taken, str] | Refusal:
    """A number of the line, and the signed text of its slip's QR code."""
    taken = line.take(store, service, now=now)
    if isinstance(taken, Refusal):
        return taken
    return taken, codes.text(codes.NumberSlip(taken.id), codes.key(store.folder))


def print_slip(store: Store, taken: line.Taken) -> str:
    """The id of the number if its slip was printed, else ""."""
    from kiosk.store import slip_printer

    return taken.id if slip_printer.printed(store, taken) else ""


def visit(store: Store, text: str, *, now: int) -> Visit | None:
    """Whom a served number was served by: its id, as scanned."""
    served = line_views.served(store, text, store.hall, now)
    return _visit(store, served) if served else None


def visits(store: Store, figures: str, *, now: int) -> Visits:
    """Whom a number typed without its letter may have been served by."""
    typed = line_views.served_of_any_letter(store, int(figures), store.hall, now)
    found = (_visit(store, served) for served in typed.served)
    return Visits(tuple(visit for visit in found if visit), typed.sure)


def _visit(store: Store, served: line_views.Served) -> Visit | None:
    person = people.person(store, served.staff)
    return Visit(person, served.id, served.label) if person else None


def person(store: Store, number: str) -> people.Person | None:
    return people.person(store, number)


def progress(store: Store, ticket: str, *, now: int) -> Progress | None:
    """What an inquiry's slip may show to whoever holds it."""
    found = inquiry_views.page(store, ticket, now)
    return Progress(found.ticket.number, found.ticket.state.value, found.ticket.promised) if found else None


def slip_of_inquiry(store: Store, ticket: str) -> str:
    """The signed text of an inquiry's QR code."""
    return codes.text(codes.InquirySlip(ticket), codes.key(store.folder))


def preset(store: Store) -> Preset:
    """How this device is set."""
    device = config.load(store.folder)
    return Preset(
        language=device.screens.language,
        senior=device.screens.senior,
        motion=device.kiosk.motion,
        sound=device.kiosk.sound,
        scanner=device.scanner.port,
    )


def key(store: Store) -> bytes:
    """What the scanner needs to tell our codes from others."""
    return codes.key(store.folder)


def add_sentence(store: Store, card: str, sentence: str, *, now: int) -> Refusal | None:
    return cards.add_sentence(store, card, sentence, now=now)


def open_inquiry(
    store: Store, topic: str, text: str, phone: str, person: str, *, now: int
) -> inquiries.Opened | Refusal:
    return inquiries.open_at_kiosk(store, topic=Topic(topic), text=text, phone=phone, person=person, now=now)


def sign_in(store: Store, number: str, pin: str, *, now: int) -> Refusal | None:
    """Who may look behind the customers' pages and leave the kiosk: whoever looks after devices, or knows its PIN."""
    if door.has_exit_pin(store.folder):
        return people_actions.leave_kiosk(store, pin, now=now)
    answer = people_actions.sign_in(store, number, pin, now=now, program="kiosk")
    if isinstance(answer, Refusal):
        return answer
    return None if may(answer.role, Act.DEVICES) else Refusal("not_allowed")


def exit_asks(store: Store) -> Asks:
    """What the staff exit asks for: nothing where nobody who might leave it has a PIN yet."""
    if door.has_exit_pin(store.folder):
        return Asks.PIN
    return Asks.NUMBER if door.has_keeper(store) else Asks.NOTHING


def exit_asks_beside(folder: Path) -> Asks:
    """The same while the store cannot be read: only what lies beside it can be checked."""
    try:
        if door.has_exit_pin(folder):
            return Asks.PIN
        return Asks.NUMBER if door.has_key(folder) else Asks.NOTHING
    except OSError:  # the whole folder is out of reach
        return Asks.NOTHING


@cache
def _door(folder: Path) -> door.Door:
    return door.Door(folder)


def open_door(folder: Path, number: str, pin: str, *, now: int) -> Refusal | None:
    """The staff exit while the store cannot be read."""
    try:
        return _door(folder).open(number, pin, now=now)
    except OSError:
        return Refusal("wrong_pin")
