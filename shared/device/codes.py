"""Codes on paper: number slip, staff badge, inquiry slip, certificate, signed; the one-time 5P card, a random number.

A signed code is `WW1`, one letter for its kind, and Crockford's base32 of what it names and an HMAC-SHA256 tag:
capitals and digits only, so that a QR code stays small and caps lock makes no difference; 64 characters at most.

Customers' slips are read by phones, too: words before the code say what it is. Scanners that know no Chinese drop or
garble them, so only the end of the text counts.

A 5P card is `WW1P` and 80 random bits, 20 characters in all (the smallest QR code). Nothing is signed, because a kiosk,
which can be stolen, could sign as well: the journal knows the digests of the cards that were printed, and only those
count (`shared.practice.cards.printed`). Cards of earlier versions were signed (kind C); they are still read.

A tag has 64 bits. A guess can only be checked at one of our scanners: at ten a second, day and night, a hit is to be
expected after some 29 billion years. It proves that we made the code, not who holds it: a badge
names a person and never replaces the PIN, and a copied card is stopped because its id works once, not by the tag.

The key derives from the site's pepper (shared.device.pepper), so halls that joined one hub read each other's codes.
"""

import base64
import hashlib
import hmac
import re
import secrets
from enum import StrEnum
from pathlib import Path
from unicodedata import normalize

import msgspec

from shared.device.pepper import pepper
from shared.device.private_files import write_private

PREFIX = "WW1"
LONGEST = 64
_TAG = 8
_GIVEN = "codes-key"
_LABEL = b"warm-window codes 1"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RFC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO_CROCKFORD, _FROM_CROCKFORD = str.maketrans(_RFC, _CROCKFORD), str.maketrans(_CROCKFORD, _RFC)
_OURS = re.compile(rf"{PREFIX}([NBCIPAGT])([{_CROCKFORD}]+)$")
_ANY_VERSION = re.compile(r"WW[0-9][0-9A-Z]+")
_AIM = re.compile(r"^\][A-Z][0-9A-Z](?=.)")
_AIM_BEGUN = re.compile(r"\](?:[A-Z][0-9A-Z]?)?")
_DIGEST = 24
_STAFF = re.compile(rb"[0-9A-Za-z-]{1,20}")
_P_CODES = ("polite", "patient", "positive", "passionate", "professional")  # this order is on paper: only ever append
_SIGNED_ID, _CARD_ID = 8, 10


class NumberSlip(msgspec.Struct, frozen=True):
    """A number of the line, by its journal subject (`number:<uuid>`)."""

    number: str


class InquirySlip(msgspec.Struct, frozen=True):
    """A first-inquiry ticket, by its journal subject (`inquiry:<uuid>`); nothing personal."""

    inquiry: str


class Certificate(msgspec.Struct, frozen=True):
    """A certificate of the caring award, by its entry in the annals (`annal:<uuid>`)."""

    annal: str


class Promotion(msgspec.Struct, frozen=True):
    """A certificate of a step of the ladder, by its promotion (`promotion:<uuid>`)."""

    promotion: str


class Training(msgspec.Struct, frozen=True):
    """A certificate of a course (`training:<32 hex digits>`)."""

    training: str


class Badge(msgspec.Struct, frozen=True):
    """A member of staff, by their number; names them, never signs them in."""

    staff: str


class PrintedCard(msgspec.Struct, frozen=True):
    """A printed 5P card that works once, by its id (20 hex digits). What it is worth, the journal knows."""

    id: str

    @property
    def digest(self) -> str:
        """What the journal keeps of it (24 hex digits), from which no card can be made."""
        return hashlib.sha256(b"warm-window card " + bytes.fromhex(self.id)).hexdigest()[:_DIGEST]


class SignedCard(msgspec.Struct, frozen=True):
    """A 5P card of an earlier version: its id (16 hex digits), its P, the receiver if printed for one person."""

    id: str
    p: str
    staff: str = ""


Card = PrintedCard | SignedCard
Code = NumberSlip | InquirySlip | Certificate | Promotion | Training | Badge | Card


class Fault(StrEnum):
    """Why a text is none of our codes: for the log only, the screen is equally friendly about all of them."""

    JUNK = "junk"  # empty, too long, or ours but damaged
    FOREIGN = "foreign"  # somebody else's code
    NEWER = "newer"  # ours, of a version this program does not know
    FORGED = "forged"  # our form with a tag we did not make (or made with another site's key)
    NO_KEY = "no_key"  # scanned before the data folder was open


class Unreadable(msgspec.Struct, frozen=True):
    """The answer to a text that is none of our codes."""

    fault: Fault


def key(folder: Path) -> bytes:
    """The key of this site's codes; reads a file. A kiosk on a hub has only this key, because it can be stolen."""
    given = folder / _GIVEN
    if given.exists():
        return bytes.fromhex(given.read_text())
    return derived(pepper(folder))


def keep_key(folder: Path, key: str) -> None:
    """The key (hex) that came with a kiosk's enrolment."""
    write_private(folder / _GIVEN, key)


def derived(site: bytes) -> bytes:
    """The key of a site's codes, from its pepper."""
    return hmac.digest(site, _LABEL, hashlib.sha256)


def new_card() -> PrintedCard:
    """A card with a new random id."""
    return PrintedCard(secrets.token_hex(_CARD_ID))


def text(code: Code, key: bytes) -> str:
    """The text of a code, for a QR code; signed, unless it is a card. Raises `ValueError` for what no code can name."""
    if isinstance(code, PrintedCard):
        return _written("P", _id(code.id, _CARD_ID))
    kind, payload = _kind_and_payload(code)
    return _signed(kind, payload, key)


def worded(words: str, code: str) -> str:
    """A code's text behind words that a phone shows, of at most some 60 characters."""
    return f"{words} {code}"


def parse(scanned: str, key: bytes) -> Code | Unreadable:
    """What a scanner read. Only a text that we signed becomes a code, and any in the form of a 5P card."""
    plain = _plain(scanned[: 4 * LONGEST])
    if not plain or len(scanned) > 4 * LONGEST:
        return Unreadable(Fault.JUNK)
    found = _OURS.search(plain)
    if found is None:
        return Unreadable(Fault.JUNK if len(plain) > LONGEST else _fault_of(plain))
    ours = found[0]
    if len(ours) > LONGEST:
        return Unreadable(Fault.JUNK)
    if found[1] == "P":
        return _random_card(_decoded(found[2]))
    payload = _decoded(found[2])[:-_TAG]
    if not hmac.compare_digest(ours.encode(), _signed(found[1], payload, key).encode()):
        return Unreadable(Fault.FORGED)
    return _from_payload(found[1], payload) or Unreadable(Fault.JUNK)


def begins(scanned: str) -> bool:
    """Whether this is the beginning of one of our codes, or all of it."""
    return _plain(scanned).startswith(PREFIX)


def ends(scanned: str) -> bool:
    """Whether the text ends in one of our codes, whatever comes before it."""
    return _OURS.search(_plain(scanned)) is not None


def could_begin(scanned: str) -> bool:
    """Whether more letters could make one of our codes of it: it is the first of one, or of an AIM identifier."""
    plain = _plain(scanned)
    known = PREFIX.startswith(plain) or plain.startswith(PREFIX) or _AIM_BEGUN.fullmatch(plain)
    return bool(plain) and bool(known)


def _plain(scanned: str) -> str:
    """Capitals and digits as we print them, whatever the scanner and the keyboard's language made of them.

    CapsLock turns capitals into small letters, a Chinese keyboard types full-width ones and 】 for ], and a scanner may
    be set to send an AIM identifier first (ISO/IEC 15424: ], a letter, a modifier).
    """
    folded = normalize("NFKC", scanned).replace("】", "]")
    plain = "".join(letter for letter in folded if letter.isprintable()).strip().upper()
    return _AIM.sub("", plain)


def _fault_of(plain: str) -> Fault:
    if plain.startswith(PREFIX):
        return Fault.JUNK
    return Fault.NEWER if _ANY_VERSION.fullmatch(plain) else Fault.FOREIGN


def _random_card(payload: bytes) -> Code | Unreadable:
    return PrintedCard(payload.hex()) if len(payload) == _CARD_ID else Unreadable(Fault.JUNK)


_OfUuid = NumberSlip | InquirySlip | Certificate | Promotion | Training
_OF_UUID: dict[str, tuple[type[_OfUuid], str]] = {  # what it names is the field of that name, and its subject's prefix
    "N": (NumberSlip, "number"),
    "I": (InquirySlip, "inquiry"),
    "A": (Certificate, "annal"),
    "G": (Promotion, "promotion"),
    "T": (Training, "training"),
}


def _kind_and_payload(code: _OfUuid | Badge | SignedCard) -> tuple[str, bytes]:
    match code:
        case Badge(staff):
            return "B", _staff(staff)
        case SignedCard(card, p, staff):
            if p not in _P_CODES:
                raise ValueError(f"not a P: {p}")
            return "C", bytes([_P_CODES.index(p)]) + _id(card, _SIGNED_ID) + (_staff(staff) if staff else b"")
        case _:
            kind, prefix = next((kind, prefix) for kind, (made, prefix) in _OF_UUID.items() if isinstance(code, made))
            return kind, _uuid(getattr(code, prefix), f"{prefix}:")


def _from_payload(kind: str, payload: bytes) -> Code | None:
    """The code that a correctly signed payload means; None where it is no code of this version."""
    if kind in _OF_UUID and len(payload) == 16:
        make, prefix = _OF_UUID[kind]
        return make(f"{prefix}:{payload.hex()}")
    if kind == "B" and _STAFF.fullmatch(payload):
        return Badge(payload.decode())
    staff = payload[1 + _SIGNED_ID :]
    if (
        kind == "C"
        and len(payload) > _SIGNED_ID
        and payload[0] < len(_P_CODES)
        and (not staff or _STAFF.fullmatch(staff))
    ):
        return SignedCard(payload[1 : 1 + _SIGNED_ID].hex(), _P_CODES[payload[0]], staff.decode())
    return None


def _signed(kind: str, payload: bytes, key: bytes) -> str:
    tag = hmac.digest(key, kind.encode() + payload, hashlib.sha256)[:_TAG]
    return _written(kind, payload + tag)


def _written(kind: str, content: bytes) -> str:
    return PREFIX + kind + base64.b32encode(content).decode().rstrip("=").translate(_TO_CROCKFORD)


def _decoded(body: str) -> bytes:
    """The bytes of a base32 text; of a wrong length, bytes that no tag fits."""
    try:
        return base64.b32decode(body.translate(_FROM_CROCKFORD) + "=" * (-len(body) % 8))
    except ValueError:
        return b""


def _uuid(subject: str, prefix: str) -> bytes:
    if not re.fullmatch(prefix + "[0-9a-f]{32}", subject):
        raise ValueError(f"not a {prefix}<uuid>: {subject}")
    return bytes.fromhex(subject.removeprefix(prefix))


def _id(card: str, size: int) -> bytes:
    if not re.fullmatch(f"[0-9a-f]{{{2 * size}}}", card):
        raise ValueError(f"not a card's id: {card}")
    return bytes.fromhex(card)


def _staff(number: str) -> bytes:
    """A staff number as bytes."""
    if not _STAFF.fullmatch(number.encode()):
        raise ValueError(f"not a staff number: {number}")
    return number.encode()
