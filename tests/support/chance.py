"""How properties are tried: without a limit on the time of one example, for machines that are busy."""

from hypothesis import settings

unhurried = settings(deadline=None)
