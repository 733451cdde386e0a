"""How many customers wait: from our own line, or from the ticket machine that a hall already has.

`settings.load` reads `queue.toml` of the data folder, whose order is the order of trust; a `Poller` asks every outside
source on a thread of its own; `counting.count` turns a fresh answer into the Count that the pause rule takes. Errors
are `Refusal`s with the setting and the reason, never exceptions.
"""

from shared.queue_sources.counting import count
from shared.queue_sources.poller import Poller, Standing
from shared.queue_sources.reading import Reading
from shared.queue_sources.settings import Source, load

__all__ = ["Poller", "Reading", "Source", "Standing", "count", "load"]
