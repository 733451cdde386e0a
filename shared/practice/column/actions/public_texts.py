"""Texts that go to every hall without anybody's consent: titles of issues and meetings, the note of an edition."""

from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.column import views
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.rules import naming
from shared.reference.views import policy


def refuse_names(store: Store, *texts: str) -> Refusal | None:
    """`title_names` where a text names a colleague, since a consent, refused or withdrawn, does not apply to it."""
    people = views.colleagues(store)
    for text in texts:
        found = naming.marked(text, tuple(people.values()), policy(store)[ColumnPolicy].titles)
        if isinstance(found, Refusal):
            return found
        if numbers := naming.numbers(found):
            named = people.get(numbers[0])
            return Refusal("title_names", {"name": named.name if named else numbers[0]})
    return None
