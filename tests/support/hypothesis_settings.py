"""Settings of property tests: no time limit for one example, as the machine may be busy."""

from hypothesis import settings

NO_DEADLINE = settings(deadline=None)
