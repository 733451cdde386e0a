"""One line of the bench: ours against a reference of the same run."""

from typing import TypedDict


class Row(TypedDict):
    """`ratio` is ours / reference; it should be `better` ("less" or "more") than `aim`."""

    name: str
    ours: float
    reference: float
    ratio: float
    aim: float
    better: str
    unit: str


def row(name: str, ours: float, reference: float, *, aim: float, better: str = "less", unit: str) -> Row:
    """A row with its ratio computed."""
    return Row(name=name, ours=ours, reference=reference, ratio=ours / reference, aim=aim, better=better, unit=unit)
