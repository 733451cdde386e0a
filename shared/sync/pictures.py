"""The part of a round that carries attachments: what the hub lacks goes there, what is missing here comes."""

from collections.abc import Callable, Iterator

from shared.journal import attachments
from shared.journal.store import Store
from shared.sync.hub import Hub

FROM_STEP = 8
"""The step of the hub that first takes attachments."""
_NAMED = 500  # in one question


def send(store: Store, hub: Hub, pause: Callable[[], None]) -> list[str]:
    """Send before the events that name them, so that whoever receives an event finds its picture.

    Returns the names of those that the hub has now, to be noted once it has their events too: a hub that is restored
    between the two lacks both, and only of events does it say so.
    """
    there: list[str] = []
    for names in _pieces(attachments.to_send(store)):
        for page in _pages(store, hub, sorted(hub.lacking(names))):
            hub.keep_attachments(page)
            pause()
        there += names
    return there


def _pages(store: Store, hub: Hub, names: list[str]) -> Iterator[dict[str, bytes]]:
    """Contents by name, as many as fit into one message, but at least one."""
    page: dict[str, bytes] = {}
    for name in names:
        content = attachments.content(store, name)
        if page and 4 / 3 * sum(map(len, (content, *page.values()))) > hub.outward.bytes:  # in base64
            yield page
            page = {}
        page[name] = content
    if page:
        yield page


def fetch(store: Store, hub: Hub, pause: Callable[[], None]) -> None:
    """Fetch the missing ones page by page, until the hub has no more of them."""
    for names in _pieces(attachments.missing(store)):
        left = names
        while left and (found := hub.attachments(left)):
            with store.db.atomic():
                for name, content in found.items():
                    attachments.receive(store, name, content)
            left = [name for name in left if name not in found]
            pause()


def _pieces(names: list[str]) -> Iterator[list[str]]:
    return (names[start : start + _NAMED] for start in range(0, len(names), _NAMED))
