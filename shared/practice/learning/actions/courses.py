"""The office's courses and question banks."""

from collections.abc import Iterable

from shared.domain.actor import Actor
from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Store, Transaction
from shared.people.acting import allowed
from shared.practice.learning import facts, papers, views
from shared.practice.learning.actions.telling import tell_passes
from shared.practice.learning.facts import CourseSet
from shared.practice.learning.rules import import_lines, quiz
from shared.practice.learning.rules.quiz import Question


def set_course(store: Store, actor: Actor | None, course: CourseSet, *, now: int) -> Refusal | None:
    """Add a course or change it; unchanged, nothing is recorded. Its questions are the bank of its code."""
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.TRAIN)
        if isinstance(by, Refusal):
            return by
        if refusal := _may_set(course):
            return refusal
        held = sum(not each.voided for each in papers.bank(store, course.code))
        if not course.withdrawn and held < course.shown:
            return Refusal("bank_too_small", {"there": held, "shown": course.shown})
        if views.course(store, course.code) != course:
            tx.record(course, subject=views.course_subject(course.code), actor=by, hall=EVERYWHERE)
    return None


def _may_set(course: CourseSet) -> Refusal | None:
    code = import_lines.code(course.code)
    if isinstance(code, Refusal) or code != course.code:
        return Refusal("learning_code", {"value": course.code})
    if not course.title.strip():
        return Refusal("title_needed")
    if not (course.posts or course.related):
        return Refusal("course_audience")
    return None if course.session or course.shown else Refusal("course_empty")


def set_questions(store: Store, actor: Actor | None, found: Iterable[Question], *, now: int) -> int | Refusal:
    """Add questions, and new versions of those that changed; how many. Unchanged ones record nothing."""
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.TRAIN)
        if isinstance(by, Refusal):
            return by
        new = list(found)
        if refusal := next((wrong for each in new if (wrong := _valid_code(store, each) or quiz.fit(each))), None):
            return refusal
        return sum(_set_question(tx, each, by) for each in new)


def _valid_code(store: Store, each: Question) -> Refusal | None:
    """Checks the codes of a new question: on the page of the bank they are typed by hand."""
    if any(code == each.code for code, _ in papers.versions(store, each.bank)):
        return None
    wrong = next((code for code in (each.bank, each.code) if import_lines.code(code) != code), None)
    return None if wrong is None else Refusal("learning_code", {"value": wrong})


def _set_question(tx: Transaction, each: Question, by: str) -> bool:
    newest = max(
        (known for (code, _), known in papers.versions(tx.store, each.bank).items() if code == each.code),
        key=lambda known: known.version,
        default=None,
    )
    if (
        newest
        and not newest.voided
        and (newest.text, newest.choices, newest.multiple) == (each.text, each.choices, each.multiple)
    ):
        return False
    fact = facts.QuestionSet(
        bank=each.bank,
        code=each.code,
        version=newest.version + 1 if newest else 1,
        text=each.text,
        choices=each.choices,
        multiple=each.multiple,
    )
    tx.record(fact, subject=_subject(each.bank, each.code), actor=by, hall=EVERYWHERE)
    return True


def _subject(bank: str, code: str) -> str:
    return f"question:{bank}/{code}"


def void(store: Store, actor: Actor | None, bank: str, code: str, reason: str, *, now: int) -> int | Refusal:
    """Take a faulty question out of all papers, also those handed in; how many more papers pass by that.

    `papers.voiding` shows beforehand what would change. A pass once given stays.
    """
    if not reason.strip():
        return Refusal("reason_needed")
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.TRAIN)
        if isinstance(by, Refusal):
            return by
        known = [each for (c, _), each in papers.versions(store, bank).items() if c == code]
        left = [each for each in known if not each.voided]
        if not left:
            return Refusal("question_voided" if known else "question_unknown")
        for each in left:
            fact = facts.QuestionVoided(bank=bank, code=code, version=each.version, reason=reason.strip())
            tx.record(fact, subject=_subject(bank, code), actor=by, hall=EVERYWHERE)
        return tell_passes(tx, by)
