"""Settings of property tests: no time limit for one example, as the machine may be busy."""

from hypothesis import settings

unhurried = settings(deadline=None)
