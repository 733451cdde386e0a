"""A device's membership of a hub: stores what `hub enroll` wrote for it, and reads it back for the courier.

The secret goes to the credential store of Windows; elsewhere to a 0600 file, because a Linux keyring asks somebody
to unlock it, and a kiosk starts with nobody there. It is never part of `hub.json`, never logged.
"""

import hashlib
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import msgspec

from shared.device.private_files import write_private
from shared.domain.spelling import folded
from shared.domain.text import Text
from shared.journal.store import Store
from shared.journal.tables import EventRow

FILE = "hub.json"
_KEY = re.compile(r"([0-9a-f]{64})?")
_FINGERPRINT = re.compile(r"[0-9a-f]{8}")  # devices that joined with an older version have none
_PEM_TEXT = re.compile(r"(.*-----BEGIN [A-Z0-9 ]+-----.+-----END [A-Z0-9 ]+-----.*)?", re.DOTALL)
_SERVICE = "warm-window"
_SECRET = "hub.secret"
_MEMBER = "hub.member"  # shows that this device belongs to a hub when hub.json is lost
_PEM = {"ca": "hub-ca.pem", "certificate": "hub-certificate.pem", "key": "hub-key.pem"}


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """What a device needs to reach the hub, from `hub enroll`. Certificates are PEM texts.

    Fields that only a newer `hub enroll` writes are ignored.
    """

    host: str
    port: int
    database: str
    login: str
    name: str
    kind: str
    hall: str
    secret: str = ""
    contact: str = ""
    ca: str = ""
    certificate: str = ""
    key: str = ""
    site_key: str = ""  # the site's pepper, hex; not for kiosks
    codes_key: str = ""  # for kiosks: what reads and signs our QR codes, hex
    exit_pin: str = ""  # for kiosks: opens the staff's page


class EnrolmentError(Exception):
    """The enrolment file cannot be used here. `code` is worded by `shared.cli.words`, with the details."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code, self.details = code, details


class EnrolmentLost(EnrolmentError):
    """A device that belongs to a hub has no usable enrolment file: it must be joined again."""

    said: ClassVar = Text(
        "本机已加入汇聚库，但登记文件丢失或损坏。请换发登记并重新 warm-window join。",
        "This device belongs to a hub, but its enrolment is missing or damaged: get a new one and run "
        "warm-window join again.",
    )

    def __init__(self, reason: object) -> None:
        super().__init__("enrolment_lost", reason=reason)


def read_file(file: Path) -> Enrolment:
    """The enrolment in a file from `hub enroll`."""
    try:
        found = msgspec.json.decode(file.read_bytes(), type=Enrolment)
        _check_fields(found)
    except (OSError, msgspec.DecodeError, ValueError) as error:
        raise EnrolmentError("not_an_enrolment", reason=error) from None
    return found


def _check_fields(found: Enrolment) -> None:
    """Check all fields before any is written. Raises `ValueError` with the field's name."""
    for name in ("site_key", "codes_key"):
        if not _KEY.fullmatch(getattr(found, name)):
            raise ValueError(name)
    for name in ("ca", "certificate", "key"):
        if not _PEM_TEXT.fullmatch(getattr(found, name)):
            raise ValueError(name)
    for name in ("host", "database", "login", "name", "hall"):
        if not getattr(found, name).strip():
            raise ValueError(name)
    if found.kind not in ("kiosk", "counter", "office") or not 0 < found.port < 65_536:
        raise ValueError("kind, port")


def check(store: Store, enrolment: Enrolment) -> None:
    """Whether this device may join so. Raises `EnrolmentError` where it has recorded as another hall."""
    if EventRow.select().exists(store.db) and store.hall != enrolment.hall:
        option = "" if folded(store.hall) == store.hall else "--as-spelt "
        raise EnrolmentError("other_hall", here=store.hall, there=enrolment.hall, option=option)


def join(store: Store, enrolment: Enrolment) -> None:
    """Store the enrolment; the courier then sends what was recorded before. Raises as `check` does.

    What makes it a member, `hub.json`, is written last: until then the device stays what it was, and may try again.
    """
    check(store, enrolment)
    write_private(store.folder / _MEMBER, f"{enrolment.login}\n{_fingerprint(enrolment.secret)}")
    _keep_secret(store.folder, enrolment.login, enrolment.secret)
    for name, file in _PEM.items():
        if text := getattr(enrolment, name):
            write_private(store.folder / file, text)
        else:  # files of an earlier enrolment would make TLS fail
            (store.folder / file).unlink(missing_ok=True)
    hidden = dict.fromkeys(("secret", "ca", "certificate", "key", "site_key", "codes_key", "exit_pin"), "")
    public = msgspec.structs.replace(enrolment, **hidden)
    store.set_setting("hall", enrolment.hall)
    write_private(store.folder / FILE, msgspec.json.format(msgspec.json.encode(public)).decode())


def joined(folder: Path) -> Enrolment | None:
    """The hub this device belongs to, without secret and keys; None on a single PC.

    Raises `EnrolmentLost` where the device is a member but its file is missing or damaged: it must
    not act as a single PC.
    """
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Enrolment)
    except FileNotFoundError:
        if any((folder / name).exists() for name in (_MEMBER, _SECRET, *_PEM.values())):
            raise EnrolmentLost(f"{folder / FILE}: -") from None
        return None
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        raise EnrolmentLost(f"{folder / FILE}: {error}") from error


def is_member(folder: Path) -> bool:
    """Whether this device belongs to a hub, also where its enrolment is lost."""
    try:
        return joined(folder) is not None
    except EnrolmentError:
        return True


def secret(folder: Path, login: str) -> str:
    """The password of the device's login; "" when it is gone, or cannot be read."""
    with suppress(OSError, UnicodeDecodeError):
        return (folder / _SECRET).read_text(encoding="utf-8")
    if sys.platform == "win32":
        return _windows_secret(login)
    return ""


def secret_is_gone(folder: Path) -> bool:
    """Whether the password is missing or another than was kept; never where the system's credential store keeps it."""
    if sys.platform == "win32":
        return False
    kept, known = secret(folder, ""), ""
    with suppress(OSError, UnicodeDecodeError):
        known = (folder / _MEMBER).read_text(encoding="utf-8").partition("\n")[2]
    return known != _fingerprint(kept) if _FINGERPRINT.fullmatch(known) else not kept.strip()


def _fingerprint(secret: str) -> str:
    """32 bits of a digest: enough to notice a damaged password, too few to find it by trying."""
    return hashlib.sha256(b"warm-window secret " + secret.encode()).hexdigest()[:8]


def pem_files(folder: Path) -> dict[str, str]:
    """The paths of the certificates that came with the enrolment."""
    return {name: str(folder / file) for name, file in _PEM.items() if (folder / file).exists()}


def _keep_secret(folder: Path, login: str, text: str) -> None:
    if sys.platform == "win32" and _keep_windows_secret(login, text):
        (folder / _SECRET).unlink(missing_ok=True)
    else:
        write_private(folder / _SECRET, text)


def _keep_windows_secret(login: str, text: str) -> bool:
    import keyring
    import keyring.errors

    with suppress(keyring.errors.KeyringError):
        keyring.set_password(_SERVICE, login, text)
        return True
    return False


def _windows_secret(login: str) -> str:
    import keyring
    import keyring.errors

    with suppress(keyring.errors.KeyringError):
        return keyring.get_password(_SERVICE, login) or ""
    return ""
