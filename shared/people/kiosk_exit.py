"""The staff exit of a kiosk whose journal cannot be read: checks PINs against a private file beside the journal.

A kiosk on a hub has an exit PIN in a file of its own. Any other copies to a private file the hashes of those people
who may look after devices; the journal, in the same folder and with the same rights, holds the same hashes.
"""

from contextlib import suppress
from pathlib import Path

from shared.device.pepper import PepperLost, peppers
from shared.device.private_files import write_private
from shared.domain import policy
from shared.domain.refusal import Refusal
from shared.domain.roles import MAY, Act
from shared.domain.spelling import folded
from shared.journal.store import Store
from shared.people import pins, rules
from shared.people.policy import PinsPolicy
from shared.people.tables import PersonRow
from shared.people.wrong_pins import WrongPins

_FILE, _TRIES = "exit-people", "exit-tries"


def save_exit_people(store: Store) -> None:
    """Bring the file up to date with the roster; it is written only when something changed."""
    text = "\n".join(f"{number} {hashed}" for number, hashed in _exit_people(store))
    if text != _read(store.folder):
        write_private(store.folder / _FILE, text)


def has_exit_person(store: Store) -> bool:
    """Whether anybody who may leave it has a PIN."""
    return bool(_exit_people(store))


def _exit_people(store: Store) -> list[tuple[str, str]]:
    """Numbers and PINs of those who look after devices."""
    roles = [role.value for role, acts in MAY.items() if Act.DEVICES in acts]
    chosen = PersonRow.active & PersonRow.role.in_(roles) & (PersonRow.pin_hash != "")
    rows = PersonRow.select(PersonRow.number, PersonRow.pin_hash).where(chosen).order_by(PersonRow.number)
    return [(str(number), str(hashed)) for number, hashed in rows.tuples().execute(store.db)]


def has_exit_pin(folder: Path) -> bool:
    """Whether this is a kiosk on a hub, which asks for its own PIN and no staff number."""
    return bool(pins.exit_hash(folder))


def can_check(folder: Path) -> bool:
    """Whether any PIN at all can be checked without the journal."""
    return has_exit_pin(folder) or bool(_read(folder))


def _read(folder: Path) -> str:
    file = folder / _FILE
    return file.read_text(errors="replace") if file.exists() else ""  # a truncated file: treated as no PIN


class ExitCheck:
    """Checks PINs without the journal. Wrong ones delay the next try, also of a program started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tried = self._remembered()

    def check(self, number: str, pin: str, *, now: int, steady: int | None = None) -> Refusal | None:
        """Why the kiosk may not be left; None where it may. `now` and `steady` as for `people.actions.sign_in`."""
        left = rules.wait_left(self._tried, now, steady, policy.default()[PinsPolicy])
        if left > 0:
            return Refusal("pin_wait", {"seconds": -(-left // 1000)})
        hashed = pins.exit_hash(self.folder) or dict(self._people()).get(folded(number), "")
        try:
            right = any(pins.matches(pin, hashed or pins.unmatched_hash(), key) for key in peppers(self.folder))
        except PepperLost:
            return Refusal("pepper_lost")
        self._remember(WrongPins() if right else WrongPins(self._tried.failures + 1, now, steady))
        return None if right else Refusal("wrong_pin")

    def _remembered(self) -> WrongPins:
        try:
            failures, at, *steady = map(int, (self.folder / _TRIES).read_text("utf-8").split())
        except (OSError, ValueError):
            return WrongPins()
        return WrongPins(failures, at, steady[0] if steady else None)

    def _remember(self, tried: WrongPins) -> None:
        self._tried = tried
        said = " ".join(str(part) for part in (tried.failures, tried.at, tried.steady) if part is not None)
        with suppress(OSError):  # the disk may be broken: then they count until the program ends
            write_private(self.folder / _TRIES, said)

    def _people(self) -> list[tuple[str, str]]:
        lines = (line.partition(" ") for line in _read(self.folder).splitlines())
        return [(folded(number), hashed) for number, _, hashed in lines if hashed]
