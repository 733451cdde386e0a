"""Whether this device may speak for the whole company, as a consent taken back needs."""

import logging

from shared.domain.halls import EVERYWHERE
from shared.journal.store import Store

log = logging.getLogger("warm_window.people")


def speaks_for_all(store: Store) -> bool:
    """True on the office's device and on a PC that belongs to no hub."""
    from shared.sync import enrolment

    if store.hall == EVERYWHERE:
        return True
    try:
        return enrolment.joined(store.folder) is None
    except enrolment.EnrolmentError as error:
        log.warning("the enrolment cannot be read (%s): this device does not speak for other halls", error)
        return False
