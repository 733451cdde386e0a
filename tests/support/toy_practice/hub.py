"""Asks the hub who grants a wish; its side is `hub.sql`."""

from shared.sync.question import HubQuestion


def claim(subject: str) -> HubQuestion[str]:
    """Whether this counter is the first that asks: `yours`, or `taken`."""
    return HubQuestion("claim_wish", {"subject": subject}, str)
