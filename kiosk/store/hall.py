"""Reads the hall for the kiosk, and this device's settings. Called on the store thread; times in epoch ms."""

import logging
import secrets
from collections import Counter
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.process import click
from kiosk.store import numbers
from kiosk.store.lobby import Called, Lobby, Preset, State, Visit, Wait
from shared.device import codes, config
from shared.device.pepper import PepperLost
from shared.domain.policy import Policy
from shared.domain.sections import CounterTimes, Hours, KioskTimes
from shared.domain.workdays import CHINA, day_of
from shared.journal.store import Store
from shared.people import kiosk_exit
from shared.people import views as people
from shared.people.policy import PinsPolicy
from shared.practice.cards import actions as cards
from shared.practice.cards import views as card_views
from shared.practice.cards.facts import Giver
from shared.practice.cards.policy import CardsPolicy
from shared.practice.honour import views as honour_views
from shared.practice.inquiries.policy import InquiriesPolicy
from shared.practice.line import views as line_views
from shared.practice.line import waits as line_waits
from shared.practice.line.facts import PRIORITIES, SERVICES
from shared.practice.line.policy import LinePolicy
from shared.reference.views import policy
from shared.voice import recording

log = logging.getLogger("warm_window.kiosk")
_STILL_HERE_MS = 120_000  # after a service, while its customer may still be in the lobby
_CLOCK = "%H:%M"


def lobby(store: Store, always_open: bool, *, clock: int) -> Lobby:
    """The hall as it is now; `clock` is this PC's time (ms) before the hub's correction."""
    now = clock + store.clock_correction
    values, hall, staff = policy(store), people.hall(store), people.on_duty(store, now=now)
    device = config.load(store.folder)
    with suppress(OSError):  # disk full: the copy for the staff exit is not written, the kiosk stays open
        kiosk_exit.save_exit_people(store)
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
        priorities=tuple(
            each
            for each in values[LinePolicy].at_kiosk
            if each in values[LinePolicy].priorities and each in PRIORITIES  # no customer chooses what has no name
        ),
        waits=_waits(store, now),
        called=tuple(Called(number.label, number.window) for number in line_views.sign(store, store.hall, now)),
        just_served=_just_served(store, now) if device.kiosk.rating_after_service else None,
        rating_seconds=device.kiosk.rating_seconds,
        prints_slips=bool(device.printers.slips),
        undo_seconds=values[CounterTimes].undo_seconds,
        thanks=_thanks_of_today(store, now),
        honoured=honour_views.wall(store, store.hall, day_of(now)),
        clock_correction=store.clock_correction,
        changes_at=None if always_open else next_change(values, now),
    )


def _waits(store: Store, now: int) -> dict[str, Wait]:
    found = line_waits.lines(store, store.hall, now)
    return {line.service: Wait(line.waiting, line.windows, line.minutes) for line in found}


def _thanks_of_today(store: Store, now: int) -> Counter[str]:
    """Customers' cards of the hall by P."""
    today = card_views.of_day(store, store.hall, day_of(now))
    return Counter(card.p.value for card in today if card.giver is Giver.CUSTOMER)


def _just_served(store: Store, now: int) -> Visit | None:
    """The number finished last, unless its customer was asked before or has given a card."""
    served = line_views.just_served(store, store.hall, now - _STILL_HERE_MS, now)
    if served is None or cards.answered(store, served.id):
        return None
    return numbers.visit_of(store, served)


def within_hours(values: Policy, now: int) -> bool:
    """Whether `now` is in the opening hours, with the margin for customers still in the hall."""
    at = datetime.fromtimestamp(now / 1000, CHINA)
    opens, closes = _hours(values, at)
    return opens <= at < closes


def next_change(values: Policy, now: int) -> int:
    """The next moment when those hours begin or end, ms."""
    at = datetime.fromtimestamp(now / 1000, CHINA)
    changes = (*_hours(values, at), *_hours(values, at + timedelta(days=1)))
    return int(min(change for change in changes if change > at).timestamp() * 1000)


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


def preset(store: Store) -> Preset:
    """The settings of this device."""
    device = config.load(store.folder)
    return Preset(
        language=device.screens.language,
        senior=device.screens.senior,
        motion=device.kiosk.motion,
        sound=device.kiosk.sound,
        scanner=device.scanner.port,
        click=_click(store.folder) if device.kiosk.sound and device.kiosk.click else None,
        quiet=_quiet(device.voice),
    )


def _click(folder: Path) -> Path | None:
    """The sound of a touch; None if the file cannot be written."""
    try:
        return click.file(folder)
    except OSError as error:  # a full disk must not close the kiosk
        log.warning("no sound for touches: %s", error)
        return None


def _quiet(voice: config.Voice) -> tuple[int, int]:
    """The quiet hours as minutes of the day; (0, 0) for none."""
    start, end = recording.minute_of(voice.quiet_from), recording.minute_of(voice.quiet_to)
    return (0, 0) if start is None or end is None else (start, end)


def code_key(store: Store) -> bytes:
    """The key that signs this site's QR codes: the scanner needs it to tell them from others.

    If the pepper is lost this is a random key: every signed code is then taken for another site's.
    """
    try:
        return codes.key(store.folder)
    except PepperLost as error:  # the rest of the kiosk works without signed codes
        log.error("signed codes cannot be read: %s", error)
        return secrets.token_bytes(32)
