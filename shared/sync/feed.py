"""The hub's feed behind a cursor, page by page; the next page travels while the last one is taken in."""

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor

from shared.sync.hub import Hub
from shared.sync.messages import FeedPage


def pages(hub: Hub, after: int, *, chain: str, mine: str) -> Generator[FeedPage, None, None]:
    """All pages up to the last one; `mine` is the station whose events are not wanted. Raises what `Hub` raises.

    Closing it waits for a call on its way, which is bounded as every call of the hub is. Meanwhile the caller may not
    use `hub` itself.
    """
    page = hub.pull(after, mine=[mine], chain=chain)
    with ThreadPoolExecutor(1, "feed") as ahead:
        while not page.is_last:
            following = ahead.submit(hub.pull, page.cursor, mine=[mine], chain=page.chain)
            yield page
            page = following.result()
    yield page
