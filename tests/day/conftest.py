"""A real hub, and a line to it that can be cut."""

from tests.faults.conftest import line, server, site

__all__ = ["line", "server", "site"]
