"""The question bank and papers: what was answered and what it came to, wrong answers, what voiding changes."""

from collections.abc import Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.learning.facts import Asked, AttemptBegun, AttemptHandedIn, QuestionSet
from shared.practice.learning.policy import Learning
from shared.practice.learning.rules import quiz
from shared.practice.learning.rules.quiz import Grade, Question, Version
from shared.practice.learning.tables import AttemptRow, MistakesRow, QuestionRow
from shared.reference.views import policy

__all__ = ["Grade", "Question"]


class Attempt(msgspec.Struct, frozen=True):
    """One paper as far as this device knows it: without its answers where somebody else's PC has them."""

    id: str
    of: str
    bank: str
    staff: str
    station: str
    paper: tuple[Asked, ...]
    answers: tuple[tuple[int, ...], ...]
    begun_at: int
    handed_at: int  # 0: not yet
    passed: bool
    regraded: bool

    @property
    def handed_in(self) -> bool:
        return self.handed_at > 0


class PaperItem(msgspec.Struct, frozen=True):
    """A question of a paper, its choices in the order of this paper."""

    question: Question
    order: tuple[int, ...]


class Change(msgspec.Struct, frozen=True):
    """What voiding a question would change for one paper: right and shown before and after."""

    attempt: str
    of: str
    staff: str
    before: Grade
    after: Grade

    @property
    def newly_passed(self) -> bool:
        return self.after.passed and not self.before.passed


class Banks:
    """The versions of banks, each read once: for whoever grades many papers."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[str, dict[Version, Question]] = {}

    def of(self, bank: str) -> Mapping[Version, Question]:
        """Every version of a bank's questions."""
        if bank not in self._read:
            self._read[bank] = versions(self._store, bank)
        return self._read[bank]


def versions(store: Store, bank: str) -> dict[Version, Question]:
    """Every version of every question of a bank, by code and version."""
    rows = QuestionRow.select().where(QuestionRow.bank == bank, QuestionRow.body != "")
    ordered = rows.order_by(QuestionRow.code, QuestionRow.version).execute(store.db)
    return {each.key: each for each in map(_question, ordered)}


def bank(store: Store, name: str) -> tuple[Question, ...]:
    """The newest version of each question; a voided one is there to be seen."""
    newest = {code: each for (code, _), each in versions(store, name).items()}
    return tuple(newest.values())


def banks(store: Store) -> tuple[str, ...]:
    """The names of the banks."""
    rows = QuestionRow.select(QuestionRow.bank).distinct().order_by(QuestionRow.bank).execute(store.db)
    return tuple(row.bank for row in rows)


def _question(row: QuestionRow) -> Question:
    body = msgspec.json.decode(row.body, type=QuestionSet)
    return Question(body.bank, body.code, body.version, body.text, body.choices, body.multiple, row.voided)


def attempts(store: Store, *, of: str = "", staff: str = "") -> tuple[Attempt, ...]:
    """Papers in the order they were begun."""
    query = AttemptRow.select().order_by(AttemptRow.begun_at, AttemptRow.subject)
    if of:
        query = query.where(AttemptRow.of == of)
    if staff:
        query = query.where(AttemptRow.staff == staff)
    return tuple(map(_attempt, query.execute(store.db)))


def untold(store: Store, of: str) -> tuple[Attempt, ...]:
    """Papers handed in of whose wrong answers no trainer's hall was told."""
    told = MistakesRow.select(MistakesRow.subject)
    held = (AttemptRow.begun != "") & (AttemptRow.handed != "") & AttemptRow.subject.not_in(told)
    found = map(_attempt, AttemptRow.select().where(AttemptRow.of == of, held).execute(store.db))
    return tuple(each for each in found if each.paper)


def attempt(store: Store, subject: str) -> Attempt | None:
    """One paper."""
    row = AttemptRow.select().where(AttemptRow.subject == subject).first(store.db)
    return None if row is None else _attempt(row)


def _attempt(row: AttemptRow) -> Attempt:
    begun = msgspec.json.decode(row.begun, type=AttemptBegun) if row.begun else None
    handed = msgspec.json.decode(row.handed, type=AttemptHandedIn) if row.handed else None
    return Attempt(
        id=row.subject,
        of=row.of,
        bank=begun.bank if begun else "",
        staff=row.staff,
        station=row.station,
        paper=begun.paper if begun else (),
        answers=handed.answers if handed else (),
        begun_at=row.begun_at,
        handed_at=row.handed_at,
        passed=bool(row.passed_on),
        regraded=row.regraded,
    )


def kept(store: Store, subject: str) -> tuple[tuple[int, ...], ...]:
    """The answers so far of a paper that is not handed in, question by question; known on the PC of the paper only."""
    return store.kept(kept_key(subject), tuple[tuple[int, ...], ...], ())


def kept_key(subject: str) -> str:
    """The key of the setting that holds them: settings are not sent to the hub."""
    return f"unfinished:{subject}"


def items(store: Store, found: Attempt) -> tuple[PaperItem, ...]:
    """The paper to be answered, as it was given out."""
    known = versions(store, found.bank)
    return tuple(
        PaperItem(known[each.code, each.version], each.order)
        for each in found.paper
        if (each.code, each.version) in known
    )


def handed_on(found: Attempt) -> date:
    """The day on which it was handed in."""
    return day_of(found.handed_at)


def grade(store: Store, found: Attempt, banks: Banks | None = None) -> Grade | None:
    """A paper's grade by the questions as they are now; None before it is handed in, or without its answers here."""
    if not found.handed_in or not found.paper:
        return None
    return _graded(found, (banks or Banks(store)).of(found.bank), policy(store)[Learning].pass_share)


def _graded(found: Attempt, known: Mapping[Version, Question], pass_share: float) -> Grade:
    return quiz.grade(found.paper, found.answers, known, pass_share, passed=found.passed)


def counts_first(found: tuple[Attempt, ...]) -> dict[str, Attempt]:
    """By person, the paper that counts in a contest: the first that was handed in."""
    first: dict[str, Attempt] = {}
    for each in sorted((a for a in found if a.handed_in and a.paper), key=lambda a: (a.handed_at, a.id)):
        first.setdefault(each.staff, each)
    return first


def best(store: Store, of: str, staff: str) -> Grade | None:
    """The best paper of one person in a course."""
    banks = Banks(store)
    found = (grade(store, each, banks) for each in attempts(store, of=of, staff=staff))
    return max((each for each in found if each), key=lambda each: (each.passed, each.share), default=None)


def voiding(store: Store, bank_name: str, code: str, version: int = 0) -> tuple[Change, ...]:
    """The papers that would change if a question (all its versions, or one) no longer counted; nothing is stored."""
    known = versions(store, bank_name)
    gone = {key for key in known if key[0] == code and version in (0, key[1])}
    after = {key: replace(each, voided=each.voided or key in gone) for key, each in known.items()}
    pass_share = policy(store)[Learning].pass_share
    found = []
    for each in attempts(store):
        if each.bank == bank_name and each.handed_in and any((a.code, a.version) in gone for a in each.paper):
            change = Change(
                each.id, each.of, each.staff, _graded(each, known, pass_share), _graded(each, after, pass_share)
            )
            if change.before != change.after:
                found.append(change)
    return tuple(found)


def passed_here(store: Store) -> frozenset[tuple[str, str]]:
    """The courses and persons of whom this device holds a paper that passed."""
    held = (AttemptRow.passed_on != "") & (AttemptRow.begun != "") & (AttemptRow.handed != "")
    rows = AttemptRow.select(AttemptRow.of, AttemptRow.staff).where(held).distinct().tuples().execute(store.db)
    return frozenset((of, staff) for of, staff in rows)


def newly_passed(store: Store) -> tuple[Attempt, ...]:
    """Papers that pass only by a question voided after they were handed in, or before their PC knew of it."""
    voided = QuestionRow.select(QuestionRow.bank).where(QuestionRow.voided).distinct().execute(store.db)
    known, pass_share = {row.bank: versions(store, row.bank) for row in voided}, policy(store)[Learning].pass_share
    failed = (AttemptRow.passed_on == "") & (AttemptRow.begun != "") & (AttemptRow.handed != "")
    rows = AttemptRow.select().where(failed, AttemptRow.of.startswith("course:")).execute(store.db) if known else ()
    found = (each for each in map(_attempt, rows) if each.bank in known)
    return tuple(each for each in found if _graded(each, known[each.bank], pass_share).passed)
