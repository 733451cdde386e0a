"""What may be asked of surveys: which round is open, who has answered, how many, and the sums that were opened."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from fractions import Fraction
from pathlib import Path

import msgspec
import peewee

from shared.domain.roles import Act, may
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people.views import everyone, halls
from shared.practice.survey import rules
from shared.practice.survey.facts import Group, Question
from shared.practice.survey.policy import SurveyPolicy
from shared.practice.survey.sealing import PrivateKey
from shared.practice.survey.tables import BoxRow, SurveyRow, TakenRow
from shared.reference.views import policy


class Round(msgspec.Struct, frozen=True):
    """One round. `groups` is None until the office has counted; empty where nobody, or too few, answered."""

    id: str
    year: int
    half: int
    first: date
    last: date
    key: str
    groups: tuple[Group, ...] | None
    missing: int
    unreadable: tuple[str, ...]
    on_paper: bool

    @property
    def count(self) -> int:
        """Answers that were counted."""
        return sum(group.count for group in self.groups or ())

    @property
    def answers(self) -> dict[str, tuple[int, ...]]:
        """All groups' answers together, by question; empty where nothing was counted."""
        return rules.together(self.groups or ())

    def mean(self, question: Question) -> Fraction | None:
        """The mean answer of the company, 1 to 5; None where nothing is shown."""
        given = self.answers.get(question.value)
        return rules.mean(given) if given else None


class Progress(msgspec.Struct, frozen=True):
    """A hall in a round: window staff, how many of them answered there, and how many answers have come in."""

    hall: str
    name: str
    branch: str
    staff: int
    taken: int
    sent: int


def rounds(store: Store) -> tuple[Round, ...]:
    """All rounds, the newest first."""
    return tuple(_round(row) for row in _ROUNDS.all(store.db))


_ROUNDS = PreparedQuery(
    lambda: SurveyRow.select().order_by(SurveyRow.year.desc(), SurveyRow.half.desc(), SurveyRow.subject)
)


def round_of(store: Store, round_id: str) -> Round | None:
    """One round."""
    row = SurveyRow.select().where(SurveyRow.subject == round_id).first(store.db)
    return _round(row) if row is not None else None


def open_round(store: Store, today: date) -> Round | None:
    """The round that may be answered today."""
    return next((each for each in rounds(store) if is_open(each, today)), None)


def is_open(found: Round, today: date) -> bool:
    """Whether it may be answered today."""
    return found.groups is None and found.first <= today <= found.last


def has_taken(store: Store, round_id: str, number: str) -> bool:
    """Whether this person has answered."""
    query = TakenRow.select().where(TakenRow.subject == taken_subject(round_id, number))
    return bool(query.exists(store.db))


def not_taken(store: Store, round_id: str, numbers: Collection[str]) -> tuple[str, ...]:
    """Those of `numbers` of whom the journal does not say that they have answered."""
    asked = {taken_subject(round_id, number): number for number in numbers}
    query = TakenRow.select(TakenRow.subject).where(TakenRow.subject.in_(list(asked))).distinct()
    known = {subject for (subject,) in query.tuples().execute(store.db)} if asked else set()
    return tuple(number for subject, number in asked.items() if subject not in known)


def unanswered_round(store: Store, number: str, today: date) -> Round | None:
    """The open round that this person has not answered yet."""
    found = open_round(store, today)
    return found if found and not has_taken(store, found.id, number) else None


def progress(store: Store, round_id: str) -> tuple[Progress, ...]:
    """The halls of a round, by branch and name: numbers only."""
    taken, sent = _by_hall(store, TakenRow, round_id), _by_hall(store, BoxRow, round_id)
    staff: dict[str, int] = {}
    for person in everyone(store):
        if may(person.role, Act.SERVE):
            staff[person.hall] = staff.get(person.hall, 0) + 1
    known = {hall.code: hall for hall in halls(store)}
    codes = [*known, *sorted((taken.keys() | sent.keys()) - known.keys())]
    found = []
    for code in codes:
        hall = known.get(code)
        name, branch = (hall.name, hall.branch) if hall else (code, "")
        found.append(Progress(code, name, branch, staff.get(code, 0), taken.get(code, 0), sent.get(code, 0)))
    return tuple(each for each in found if each.staff or each.taken or each.sent)


def _by_hall(store: Store, table: type[TakenRow] | type[BoxRow], round_id: str) -> dict[str, int]:
    number = peewee.fn.SUM(BoxRow.count) if table is BoxRow else peewee.fn.COUNT()
    query = table.select(table.hall, number).where(table.round == round_id).group_by(table.hall)
    return dict(query.tuples().execute(store.db))


def taken_elsewhere(store: Store, round_id: str) -> dict[str, int]:
    """By hall, how many answered there who had already answered in another hall, which had not heard of it yet."""
    query = TakenRow.select(TakenRow.subject, TakenRow.hall).where(TakenRow.round == round_id).order_by(TakenRow.hall)
    seen, found = set[str](), Counter[str]()
    for subject, hall in query.tuples().execute(store.db):
        found[hall] += subject in seen
        seen.add(subject)
    return dict(found)


def boxes(store: Store, round_id: str) -> dict[str, tuple[str, ...]]:
    """The sealed sums that came in, by hall."""
    found: dict[str, tuple[str, ...]] = {}
    for row in BoxRow.select().where(BoxRow.round == round_id).order_by(BoxRow.subject, BoxRow.batch).execute(store.db):
        found[row.hall] = (*found.get(row.hall, ()), row.sum)
    return found


def least(store: Store) -> int:
    """From how many answers on anything is opened or shown."""
    return policy(store)[SurveyPolicy].least


def is_sent(store: Store, box: str, batch: int) -> bool:
    """Whether the journal holds this batch of a box."""
    query = BoxRow.select().where(BoxRow.subject == box_subject(box), BoxRow.batch == batch)
    return bool(query.exists(store.db))


def taken_subject(round_id: str, number: str) -> str:
    """The subject of a person's having answered in a round."""
    return f"survey_taken:{round_id.removeprefix('survey:')}:{number}"


def box_subject(box: str) -> str:
    """The subject of what a box has sent."""
    return f"survey_box:{box}"


def key_file(folder: Path, round_id: str) -> Path:
    """Where the office's PC keeps the private key of a round until it is counted."""
    return folder / f"{round_id.replace(':', '-')}.key"


def can_count(store: Store, round_id: str) -> bool:
    """Whether this PC opened the round and has its key.

    Two PCs of the office that have not heard of each other may open the same half-year: one of them has another key.
    """
    found, key = round_of(store, round_id), key_of(store, round_id)
    return found is not None and key is not None and key.public == found.key


def key_of(store: Store, round_id: str) -> PrivateKey | None:
    """The key on this PC; None where there is none that can be read."""
    try:
        p, q = key_file(store.folder, round_id).read_text(encoding="utf-8").split()
        return PrivateKey(int(p, 16), int(q, 16))
    except (OSError, ValueError):  # missing, unreadable or not two hexadecimal numbers
        return None


def mean_of(group: Group, question: Question) -> Fraction | None:
    """The mean answer of a group."""
    given = group.answers.get(question.value)
    return rules.mean(given) if given else None


def difference(before: Round, after: Round, question: Question) -> Fraction | None:
    """By how much the mean answer rose from one round to another."""
    first, second = before.mean(question), after.mean(question)
    return second - first if first is not None and second is not None else None


def _round(row: SurveyRow) -> Round:
    groups = msgspec.json.decode(row.groups, type=tuple[Group, ...]) if row.groups else None
    return Round(
        id=row.subject,
        year=row.year,
        half=row.half,
        first=date.fromisoformat(row.first),
        last=date.fromisoformat(row.last),
        key=row.key,
        groups=groups,
        missing=row.missing,
        unreadable=msgspec.json.decode(row.unreadable, type=tuple[str, ...]),
        on_paper=bool(row.on_paper),
    )
