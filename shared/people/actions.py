"""What an app may do with people: set up halls and staff, put them on duty, set and check PINs."""

import base64
import logging
from collections.abc import Iterable

import msgspec

from shared.device.pepper import PepperLost, pepper, peppers
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role, above, may
from shared.journal import attachments
from shared.journal.store import Store, Transaction
from shared.people import facts, pin_waits, pins, rules, views
from shared.people.acting import acting
from shared.people.policy import PinsPolicy
from shared.people.tables import PersonRow, subject
from shared.people.views import Person, hall, person
from shared.reference.views import policy

log = logging.getLogger("warm_window.people")
PHOTO_BYTES = 25_000  # a hall's line carries 16 kB a second
_COMMAND_LINE = Actor(number="", name="", role=Role.OFFICE, post="", hall="*")
_KIOSK = "kiosk"  # stands for the exit PIN where a staff number stands for a person's


def set_hall(store: Store, code: str, name: str, branch: str, *, now: int) -> None:
    """Add a hall or change its name or branch; `code` as `shared.domain.spelling.folded` gives it for a new one."""
    with store.transaction(now) as tx:
        tx.record(facts.HallSet(code=code, name=name, branch=branch), subject=f"hall:{code}", hall=code)


def place_device(store: Store, code: str, *, now: int) -> Refusal | None:
    """Set the hall of this device: its kiosk shows that hall's staff. Refused for an unknown hall."""
    if hall(store, code) is None:
        return Refusal("unknown_hall", {"hall": code})
    with store.transaction(now):
        store.set_setting("hall", code)
    return None


def import_staff(store: Store, lines: Iterable[rules.RosterLine], *, move_halls: bool = False, now: int) -> int:
    """Bring the roster to what the lines say; unchanged ones record nothing. How many changed.

    Halls and numbers are known by any spelling (`shared.domain.spelling`). A hall named for the first time is added,
    with `move_halls` one whose lines all say another branch goes there;
    whether it may be, and whether the lines fit what is known, is asked before: `roster.refusals`.
    """
    lines = list(lines)
    with store.transaction(now) as tx:
        site = views.site(store).with_halls_of(line for line in lines if line.active)
        for added in site.halls[len(views.halls(store)) :]:
            set_hall(store, added.code, added.name, added.branch, now=now)
        for moved in site.moved_by(lines) if move_halls else ():
            set_hall(store, moved.code, moved.name, moved.branch, now=now)
        return sum(apply_line(tx, site.placed(line)) for line in lines if site.hall(line.hall, line.branch))


def apply_line(tx: Transaction, line: rules.RosterLine, actor: str = "") -> bool:
    """Bring one person to what a line says (`roster.Site.placed`); whether that changed anything."""
    fact = facts.StaffSet(
        number=line.number,
        name=line.name,
        branch=line.branch,
        hall=line.hall,
        window=line.window,
        post=line.post,
        role=line.role,
        active=line.active,
        since=line.since,
    )
    before = person(tx.store, line.number)
    if msgspec.structs.replace(fact, since=None) == _as_set(before) or (before is None and not line.active):
        return False
    tx.record(fact, subject=subject(line.number), actor=actor, hall=line.hall)
    return True


def _as_set(known: Person | None) -> facts.StaffSet | None:
    if known is None:
        return None
    return facts.StaffSet(
        number=known.number,
        name=known.name,
        branch=known.branch,
        hall=known.hall,
        window=known.home,
        post=known.post,
        role=known.role,
    )


def set_duty(store: Store, actor: Actor, number: str, on: bool, window: str = "", *, now: int) -> Refusal | None:
    """Put someone on or off duty: oneself, or a colleague by whoever keeps the roster of that hall.

    Only on a counter of their own hall: who works in another one is moved there first, which ends their duty here.
    """
    with store.transaction(now) as tx:
        who, found = acting(tx, actor, at_home=True), person(store, number)
        if isinstance(who, Refusal):
            return who
        if found is None:
            return Refusal("unknown_person", {"number": number})
        if who.number != number and not _keeps_roster(who, found):
            return Refusal("not_allowed")
        tx.record(facts.DutySet(on=on, window=window), subject=subject(number), actor=who.number, hall=found.hall)
    return None


def _keeps_roster(actor: Actor, found: Person) -> bool:
    """Whether they keep this person's roster line: in their own hall or all, and never of somebody above them."""
    here = may(actor.role, Act.SEE_ALL_HALLS) or actor.hall == found.hall
    return may(actor.role, Act.ROSTER) and here and not above(found.role, actor.role)


def set_photo(
    store: Store, number: str, image: bytes | None, *, now: int, actor: Actor | None = None
) -> Refusal | None:
    """Give a person the photo customers see, by whoever keeps the roster. Refused when larger than 25 kB.

    `actor=None`: at set-up. `image=None`: what was chosen is no picture.
    """
    if image is None:
        return Refusal("no_picture")
    if len(image) > PHOTO_BYTES:
        return Refusal("photo_too_big", {"limit_kb": PHOTO_BYTES // 1000})
    found = person(store, number)
    if found is None:
        return Refusal("unknown_person", {"number": number})
    with store.transaction(now) as tx:
        who = acting(tx, actor or _COMMAND_LINE, at_home=True)
        if isinstance(who, Refusal):
            return who
        if who.number and not _keeps_roster(who, found):
            return Refusal("not_allowed")
        tx.record(_photo(store, image), subject=subject(number), actor=who.number, hall=found.hall)
    return None


def _photo(store: Store, image: bytes) -> facts.PhotoSet:
    """As an attachment; within the event where the hub is too old to take attachments."""
    if attachments.usable(store):
        return facts.PhotoSet(sha256=attachments.add(store, image))
    return facts.PhotoSet(image=base64.b64encode(image).decode())


def set_pin(store: Store, number: str, pin: str, *, now: int, actor: Actor | None = None) -> Refusal | None:
    """Choose a PIN: one's own, or for someone else by whoever keeps the roster. `actor=None`: at set-up."""
    by = actor or _COMMAND_LINE
    with store.transaction(now) as tx:
        if refusal := _may_set_pin(tx, by, number) or rules.check_new_pin(pin, policy(store)[PinsPolicy]):
            return refusal
    try:
        hashed = pins.hash_pin(pin, pepper(store.folder))  # slow on purpose, so not under the write lock
    except PepperLost as error:
        return _lost(error)
    with store.transaction(now) as tx:
        if refusal := _may_set_pin(tx, by, number):
            return refusal
        hall = found.hall if (found := person(store, number)) else ""
        tx.record(facts.PinSet(hash=hashed), subject=subject(number), actor=by.number, hall=hall)
    return None


def _may_set_pin(tx: Transaction, actor: Actor, number: str) -> Refusal | None:
    who, found = acting(tx, actor, at_home=True), person(tx.store, number)
    if isinstance(who, Refusal):
        return who
    if found is None:
        return Refusal("unknown_person", {"number": number})
    return None if who.number in ("", number) or _keeps_roster(who, found) else Refusal("not_allowed")


def sign_in(
    store: Store, number: str, pin: str, *, now: int, program: str = "", steady: int | None = None
) -> Actor | Refusal:
    """Check a PIN. Wrong ones are recorded and slow the next try; the answer never says which part was wrong.

    `steady` (ms, see `domain.clock.steady_clock`): programs give it, or a clock set ahead would end the wait.
    """
    number = views.number_of(store, number)
    row = PersonRow.select().where(PersonRow.number == number, PersonRow.active).first(store.db)
    hashed = row.pin_hash if row else ""
    if refusal := _check_pin(store, number, pin, hashed, now, program, steady):
        return refusal
    assert row is not None  # a PIN matches only where there is a person
    return Actor(number=row.number, name=row.name, role=Role(row.role), post=row.post, hall=row.hall)


def leave_kiosk(store: Store, pin: str, *, now: int, steady: int | None = None) -> Refusal | None:
    """Check the exit PIN of a kiosk on a hub; wrong ones slow down and are recorded like anybody's."""
    return _check_pin(store, _KIOSK, pin, pins.exit_hash(store.folder), now, "kiosk", steady)


def _check_pin(
    store: Store, number: str, pin: str, hashed: str, now: int, program: str, steady: int | None
) -> Refusal | None:
    """The same steps for a number that nobody has (`hashed` is ""): neither answer nor time tells it from others.

    The wait is checked again in the transaction, so that concurrent tries gain nothing.
    """
    try:
        if refusal := pin_waits.must_wait(store, number, has_pin=bool(hashed), now=now, steady=steady):
            return refusal
        found = [key for key in peppers(store.folder) if pins.matches(pin, hashed or pins.unmatched_hash(), key)]
        with store.transaction(now) as tx:
            if refusal := pin_waits.must_wait(store, number, has_pin=bool(hashed), now=now, steady=steady):
                return refusal
            pin_waits.note(store, number, right=bool(found), now=now, steady=steady)
            if hashed:
                _record_try(tx, number, pin, found, program)
    except PepperLost as error:
        return _lost(error)
    return None if found else Refusal("wrong_pin")


def _record_try(tx: Transaction, number: str, pin: str, found: list[bytes], program: str) -> None:
    site = pepper(tx.store.folder)
    row = PersonRow.select().where(PersonRow.number == number).first(tx.store.db)
    hall = row.hall if row else ""
    fact = facts.SignedIn(program=program) if found else facts.PinFailed(program=program)
    tx.record(fact, subject=subject(number), actor=number, hall=hall)
    if found and site not in found and number != _KIOSK:  # set before this device joined
        renewed = facts.PinSet(hash=pins.hash_pin(pin, site))
        tx.record(renewed, subject=subject(number), actor=number, hall=hall)


def _lost(error: PepperLost) -> Refusal:
    log.error("no PIN can be checked or set: %s", error)
    return Refusal("pepper_lost")
