"""Which of this device's files are missing or damaged, for the badge, `doctor` and the log."""

from pathlib import Path

from shared.device import config, leases, pepper
from shared.journal import healing, journal_file
from shared.sync import enrolment

COURIER_LOCK = "courier.db"


def damaged(folder: Path) -> dict[str, str]:
    """The damaged or missing files, each with its fault in words; changes nothing."""
    found = {
        config.FILE: config.fault(folder),
        pepper.FILE: pepper.fault(folder),
        leases.FILE: leases.fault(folder),
        COURIER_LOCK: leases.fault(folder, COURIER_LOCK),
        enrolment.FILE: _membership(folder),
    }
    found[journal_file.FILE] = healing.fault(folder)
    return {name: fault for name, fault in found.items() if fault}


def _membership(folder: Path) -> str:
    try:
        joined = enrolment.joined(folder)
    except enrolment.EnrolmentError as error:
        return str(error.details["reason"])
    return (
        f"{folder / enrolment.FILE}: the secret is gone or damaged"
        if joined and enrolment.secret_is_gone(folder)
        else ""
    )
