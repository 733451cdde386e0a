"""What goes to every hall and nobody is asked about: the title of an issue or a meeting, the note of an edition."""

from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.column import views
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.rules import naming
from shared.reference.views import policy


def refused(store: Store, *texts: str) -> Refusal | None:
    """Refused where one names a colleague: whoever is not to be named, or no longer, would stand there all the same."""
    people = views.colleagues(store)
    for text in texts:
        found = naming.marked(text, tuple(people.values()), policy(store)[ColumnPolicy].titles)
        if isinstance(found, Refusal):
            return found
        if numbers := naming.numbers(found):
            named = people.get(numbers[0])
            return Refusal("title_names", {"name": named.name if named else numbers[0]})
    return None
