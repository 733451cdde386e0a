"""What devices record by themselves: late passes for the halls, and wrong answers for the trainers' halls."""

from functools import cache, partial

from shared.domain.halls import EVERYWHERE
from shared.domain.roles import Act, may
from shared.journal.store import Store, Transaction
from shared.people.company import speaks_for_all
from shared.people.views import person
from shared.practice.learning import facts, papers, views
from shared.practice.learning.papers import Attempt, Banks
from shared.practice.learning.views import SessionState


def tell_late_passes(store: Store, *, now: int) -> int:
    """Record who passes because a question was voided, of which the PC of the paper did not know yet; how many.

    Every device does it for the papers that it holds.
    """
    if not papers.newly_passed(store):
        return 0
    with store.transaction(now) as tx:
        return tell_passes(tx)


def tell_passes(tx: Transaction, by: str = "") -> int:
    """Record for the halls who passes because a question was voided; how many."""
    for_all, count = speaks_for_all(tx.store), 0
    for each in papers.newly_passed(tx.store):
        passed = facts.QuizPassed(of=each.of, staff=each.staff, day=papers.handed_on(each), regraded=True)
        known = person(tx.store, each.staff)
        hall = known.hall if known else EVERYWHERE
        if for_all or hall == tx.store.hall:  # the office's device does it for who has moved to another hall
            tx.record(passed, subject=each.id, actor=by, hall=hall)
            count += 1
    return count


def tell_mistakes(store: Store, *, now: int) -> int:
    """Record for the hall of the session's trainer what was missed in papers that only the office holds; how many.

    A counter may record nothing for another hall, so the office's device does it, daily.
    """
    if not speaks_for_all(store):
        return 0
    halls = {course: its for course, its in _trainers_halls(store).items() if any(its.values())}
    papers_of = ((paper, its) for course, its in halls.items() for paper in papers.untold(store, f"course:{course}"))
    found = [(paper, hall) for paper, its in papers_of if (hall := its.get(paper.staff))]
    if found:
        banks = Banks(store)
        with store.transaction(now) as tx:
            for each, hall in found:
                fact = _mistakes(store, each, banks)
                tx.record(fact, subject=each.id, hall=hall, occurred_at=each.handed_at)
    return len(found)


def _trainers_halls(store: Store) -> dict[str, dict[str, str]]:
    """By course and invited person, the hall of their trainer; "" where that one is unknown or sees all papers."""
    found: dict[str, dict[str, str]] = {}
    trainers = cache(partial(person, store))
    for each in views.sessions(store):
        if each.state is not SessionState.CANCELLED:
            trainer = trainers(each.trainer)
            told = trainer is not None and not may(trainer.role, Act.TRAIN) and trainer.hall != store.hall
            for number in each.invited:
                found.setdefault(each.course, {}).setdefault(number, trainer.hall if trainer and told else "")
    return found


def _mistakes(store: Store, paper: Attempt, banks: Banks) -> facts.MistakesTold:
    grade, known = papers.grade(store, paper, banks), banks.of(paper.bank)
    asked = zip(paper.paper, paper.answers, strict=False)
    missed = tuple(
        facts.Missed(each.code, each.version, chosen)
        for each, chosen in asked
        if (question := known.get((each.code, each.version))) and question.right != frozenset(chosen)
    )
    right, shown = (grade.right, grade.shown) if grade else (0, 0)
    return facts.MistakesTold(of=paper.of, bank=paper.bank, staff=paper.staff, right=right, shown=shown, missed=missed)
