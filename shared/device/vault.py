"""The credential store of this user, where the system has one that gives without asking: Windows', macOS', a desktop's.

A Linux without a desktop session has none, and one whose store is locked would ask somebody who may not be there.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SERVICE = "warm-window"
log = logging.getLogger("warm_window.device")


def put(name: str, text: str) -> bool:
    """Whether the store keeps it, and gives it back."""
    if not _gives():
        return False
    import keyring

    with _forgiven():
        keyring.set_password(_SERVICE, name, text)
        return keyring.get_password(_SERVICE, name) == text
    return False


def get(name: str) -> str | None:
    """What was put; None where the store is gone, locked, or has nothing of that name."""
    if not _gives():
        return None
    import keyring

    with _forgiven():
        return keyring.get_password(_SERVICE, name)
    return None


@contextmanager
def _forgiven() -> Iterator[None]:
    """Whatever a store may raise, its own errors or those of its files: then it keeps and gives nothing."""
    try:
        yield
    except Exception as error:
        log.warning("the credential store cannot be used: %s", error)


def _gives() -> bool:
    if sys.platform.startswith("linux") and "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return False
    import keyring

    try:
        backend = keyring.get_keyring()
        return backend.priority >= 1 and not (type(backend).__module__.endswith("SecretService") and _is_locked())
    except Exception as error:  # whatever a desktop's service may raise: then there is none
        log.warning("the credential store cannot be used: %s", error)
        return False


def _is_locked() -> bool:
    import secretstorage

    connection = secretstorage.dbus_init()
    try:
        return bool(secretstorage.get_default_collection(connection).is_locked())
    finally:
        connection.close()
