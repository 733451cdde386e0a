"""The record of wrong PINs: how many there were, and when the last one was typed. Pure."""

import msgspec


class WrongPins(msgspec.Struct, frozen=True, array_like=True):
    """`at`: the time of day of the last one, epoch ms; `steady`: the steady clock then, ms (None: not known)."""

    failures: int = 0
    at: int = 0
    steady: int | None = None
