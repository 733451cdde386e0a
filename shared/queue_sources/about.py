"""The declaration of queue sources: only the words of their refusals."""

from shared.declaration.practice import Practice
from shared.domain.text import Text
from shared.queue_sources import words

PRACTICE = Practice(name="queue_sources", title=Text("原有排队机", "Ticket machines"), refusals=words.REFUSALS)
