"""Wrong answers, shown to whoever wrote the paper, to a trainer of the course and to who runs the training."""

import msgspec

from shared.domain.roles import Act, may
from shared.journal.store import Store
from shared.people.views import person
from shared.practice.learning import papers
from shared.practice.learning.facts import MistakesTold
from shared.practice.learning.papers import Banks, Grade, Question
from shared.practice.learning.tables import MistakesRow, SessionRow


class Wrong(msgspec.Struct, frozen=True):
    """A question that was answered wrong: the texts that were chosen, and those that are right."""

    text: str
    chosen: tuple[str, ...]
    right: tuple[str, ...]


def wrong(store: Store, viewer: str, subject: str, banks: Banks | None = None) -> tuple[Wrong, ...]:
    """The wrong answers of a paper; none where `viewer` may not see them."""
    found = papers.attempt(store, subject)
    if found is None or not found.handed_in or not _may_see(store, viewer, found.of, found.staff):
        return ()
    known = (banks or Banks(store)).of(found.bank)
    asked = zip(found.paper, found.answers, strict=False)
    pairs = [(known[a.code, a.version], chosen) for a, chosen in asked if (a.code, a.version) in known]
    return tuple(_wrong(q, chosen) for q, chosen in pairs if not q.voided and q.right != frozenset(chosen))


def last_wrong(store: Store, viewer: str, course: str, staff: str) -> tuple[Grade, tuple[Wrong, ...]] | None:
    """The grade and wrong answers of somebody's last paper of a course, from the paper or as the office told them.

    None where this device knows of none, or the viewer may not see it.
    """
    of = f"course:{course}"
    if not _may_see(store, viewer, of, staff):
        return None
    banks, own = Banks(store), reversed(papers.attempts(store, of=of, staff=staff))
    held = next(((each, grade) for each in own if (grade := papers.grade(store, each, banks))), None)
    told = MistakesRow.select().where(MistakesRow.of == of, MistakesRow.staff == staff)
    last = told.order_by(MistakesRow.at.desc()).first(store.db)
    if last is not None and (held is None or (last.at > held[0].handed_at and last.subject != held[0].id)):
        return _as_told(msgspec.json.decode(last.body, type=MistakesTold), banks)
    return (held[1], wrong(store, viewer, held[0].id, banks)) if held else None


def _as_told(fact: MistakesTold, banks: Banks) -> tuple[Grade, tuple[Wrong, ...]]:
    known = banks.of(fact.bank)
    pairs = ((known.get((each.code, each.version)), each.chosen) for each in fact.missed)
    missed = tuple(_wrong(question, chosen) for question, chosen in pairs if question and not question.voided)
    return Grade(fact.right, fact.shown, passed=False), missed


def _wrong(question: Question, chosen: tuple[int, ...]) -> Wrong:
    texts = [choice.text for choice in question.choices]
    return Wrong(
        question.text, tuple(texts[n] for n in sorted(chosen)), tuple(texts[n] for n in sorted(question.right))
    )


def _may_see(store: Store, viewer: str, of: str, staff: str) -> bool:
    """Whether it is the viewer's paper, or they train the course or run the training; never a supervisor as such."""
    known = person(store, viewer)
    if known is None:
        return False
    if viewer == staff or may(known.role, Act.TRAIN):
        return True
    course = of.removeprefix("course:")
    return SessionRow.select().where(SessionRow.course == course, SessionRow.trainer == viewer).exists(store.db)
