"""The user's credential store, where the system has one that needs no dialog: Windows, macOS, a Linux desktop.

A Linux without a desktop session has none, and a locked one would ask for a password where nobody may be present.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SERVICE = "warm-window"
log = logging.getLogger("warm_window.device")


def put(name: str, text: str) -> bool:
    """Store a secret; whether the store took it and gives it back."""
    if not _is_usable():
        return False
    import keyring

    with _errors_logged():
        keyring.set_password(_SERVICE, name, text)
        return keyring.get_password(_SERVICE, name) == text
    return False


def get(name: str) -> str | None:
    """What was put; None where the store is gone, locked, or has nothing of that name."""
    if not _is_usable():
        return None
    import keyring

    with _errors_logged():
        return keyring.get_password(_SERVICE, name)
    return None


@contextmanager
def _errors_logged() -> Iterator[None]:
    """Log whatever a store may raise, its own errors or those of its files, and go on."""
    try:
        yield
    except Exception as error:
        log.warning("the credential store cannot be used: %s", error)


def _is_usable() -> bool:
    if sys.platform.startswith("linux") and "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return False
    import keyring

    try:
        backend = keyring.get_keyring()
        return backend.priority >= 1 and not (type(backend).__module__.endswith("SecretService") and _is_locked())
    except Exception as error:  # a desktop's service may raise anything: then there is no store
        log.warning("the credential store cannot be used: %s", error)
        return False


def _is_locked() -> bool:
    import secretstorage

    connection = secretstorage.dbus_init()
    try:
        return bool(secretstorage.get_default_collection(connection).is_locked())
    finally:
        connection.close()
