"""The hall that the pictures show: the demo hall at twenty to eleven of an ordinary Monday, the same at every run."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from shared import device_journal
from shared.demo import hall as demo
from tests.support.builders import at

NOW = at("10:40")
ROLES = {"staff": "1001", "supervisor": "2001", "office": "9001"}


@contextmanager
def demo_hall() -> Iterator[tuple[Path, dict[str, str]]]:
    """Its folder, and the PINs by number."""
    with TemporaryDirectory() as folder:
        with device_journal.opened(Path(folder), now=NOW, hall=demo.HALL) as store:
            pins = demo.fill(store, now=NOW)
        yield Path(folder), pins
