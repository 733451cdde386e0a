"""Withdrawn consents: a story is taken out before print, and out of the electronic versions after it."""

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people.company import speaks_for_all
from shared.practice.column import editions, facts, views
from shared.practice.column.actions.issues import publish_edition
from shared.practice.column.tables import ConcernedRow, StoryRow

_NOBODY = Actor(number="", name="", role=Role.OFFICE, post="", hall="")  # the device acts by itself


def withdraw_declined(store: Store, *, now: int) -> int:
    """Take out stories, and republish issues, that somebody no longer agrees to; how many changed.

    Only the office's device does it, daily: a hall's device may record nothing for other halls.
    """
    if not speaks_for_all(store):
        return 0
    somebody = ConcernedRow.select(ConcernedRow.subject).where(ConcernedRow.naming == facts.Naming.NO.value)
    held = views.stories_of(store, ~StoryRow.out, StoryRow.subject.in_(somebody))
    declined = [each for each in held if each.standing.declined]
    for each in declined:
        _take_out(store, each, now)
    again = editions.reprints(store, *views.issues(store))
    due = [issue for issue, pages in again.items() if any(page.withdrawn for page in pages)]
    for issue in due:
        with store.transaction(now) as tx:
            publish_edition(tx, _NOBODY, issue)
    return len(declined) + len(due)


def _take_out(store: Store, each: views.Story, now: int) -> None:
    """Retract or set aside a story whose hero or author declines, then erase its texts."""
    with store.transaction(now) as tx:
        fact = facts.StoryRetracted(issue=each.issue, reason="") if each.issue else facts.StorySetAside()
        tx.record(fact, subject=each.story)
        if each.issue:
            publish_edition(tx, _NOBODY, each.issue)
        tx.erase(each.story, reason="declined")
