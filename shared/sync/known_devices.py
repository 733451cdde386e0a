"""The company's devices as the hub last reported them: when each was last seen, what it has to send, its alarms.

For the page of devices and the daily log; empty on a single PC and on a kiosk. Times are epoch ms.
"""

import msgspec

from shared.journal.store import Store

QUIET_MS = 15 * 60_000
"""A device not heard of for longer is silent."""


class DeviceSeen(msgspec.Struct, frozen=True):
    """One device. `last_seen`: None when it never called; `oldest`: when its oldest unsent event happened (0: none).

    `clock_off`: the hub's clock less its own; `alarm`: "", "cloned" or "exceeded" (sent what it may not send).
    `quarantined`: how many events the hub keeps aside.
    `release`: the version of its program, "" where the hub or the device is too old to say.
    """

    name: str
    hall: str
    kind: str
    station: str | None
    enabled: bool
    last_seen: int | None
    app: int | None
    backlog: int
    oldest: int
    clock_off: int
    alarm: str
    quarantined: int
    release: str = ""


class Seen(msgspec.Struct, frozen=True):
    """All devices this one may know of, as they were `at` that moment (0: the hub was never asked)."""

    at: int
    devices: tuple[DeviceSeen, ...]

    def is_silent(self, device: DeviceSeen) -> bool:
        """Whether it was silent at the hub's report: what came since is not known here."""
        return device.enabled and self.at - (device.last_seen or 0) > QUIET_MS


def seen(store: Store) -> Seen:
    """What the courier kept of its last round; a counter knows its hall's devices, the office all."""
    return Seen(int(store.setting("devices_at", "0")), store.kept("devices", tuple[DeviceSeen, ...], ()))
