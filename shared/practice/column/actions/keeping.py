"""Consents taken back, kept by the office's device: before print the story goes, after it the electronic versions."""

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people.company import speaks_for_all
from shared.practice.column import editions, facts, views
from shared.practice.column.actions.issues import print_again
from shared.practice.column.tables import StoryRow

_NOBODY = Actor(number="", name="", role=Role.OFFICE, post="", hall="")


def keep_consents(store: Store, *, now: int) -> int:
    """Take out what somebody no longer agrees to; how many stories and issues changed.

    The office's device does it by itself, day by day: a hall's device may say nothing for other halls.
    """
    if not speaks_for_all(store):
        return 0
    fallen = [each for each in views.stories_of(store, ~StoryRow.out) if each.standing.fallen]
    for each in fallen:
        _take_out(store, each, now)
    due = [each for each in views.issues(store) if any(page.withdrawn for page in editions.reprints(store, each))]
    for issue in due:
        with store.transaction(now) as tx:
            print_again(tx, _NOBODY, issue.issue)
    return len(fallen) + len(due)


def _take_out(store: Store, each: views.Story, now: int) -> None:
    """A story whose hero or author does not agree: what was printed first, then its words."""
    with store.transaction(now) as tx:
        fact = facts.StoryRetracted(issue=each.issue, reason="") if each.issue else facts.StorySetAside()
        tx.record(fact, subject=each.story)
        if each.issue:
            print_again(tx, _NOBODY, each.issue)
        tx.erase(each.story, reason="declined")
