"""A round of the award on one device: opened by the office, its jury from another hall, a deed ready to be judged."""

from datetime import date

from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.caring import actions, views
from shared.practice.caring.actions import Opening
from shared.practice.caring.actions.jury import Marks
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from tests.support.builders import done
from tests.support.practice_hall import DAY, LI, OFFICE, ZHANG, at

YEAR = 2026
JUDGING, AFTER, FINAL = date(2026, 4, 1), date(2026, 4, 10), date(2026, 4, 20)
JURORS = tuple(Actor(f"300{n}", f"评委{n}", Role.STAFF, "cashier", "三号厅") for n in range(1, 6))
OPENING = Opening(tuple(juror.number for juror in JURORS), date(2026, 3, 31), date(2026, 4, 9), places=2, minimum=18)
FULL = Marks(10, 10, 10)


def open_round(store: Store, opening: Opening = OPENING) -> None:
    lines = [RosterLine(j.number, j.name, "二分公司", j.hall, "", j.post, j.role) for j in JURORS]
    import_staff(store, lines, now=at("08:00"))
    done(actions.open_round(store, OFFICE, YEAR, opening, now=at("08:30")))


def told(store: Store, author: Actor = LI, hero: Actor = ZHANG, text: str = "张敏帮老人修好了灶具") -> str:
    """A deed in a diary, put up and nominated by its author."""
    entry = done(diary.write(store, author, Entry.DEED, text, candidate=True, now=at("09:00")))
    return str(done(actions.nominate(store, author, str(entry), hero.number, now=at("09:05"))))


def ready(store: Store, author: Actor = LI, hero: Actor = ZHANG, text: str = "张敏帮老人修好了灶具") -> str:
    """The same with the hero's consent, and its text for the jury."""
    entry = told(store, author, hero, text)
    if author != hero:
        done(actions.ask(store, OFFICE, YEAR, entry, now=at("09:10")))
        done(actions.consent(store, hero, entry, True, now=at("09:15")))
    prepare(store, entry)
    return entry


def prepare(
    store: Store, entry: str, text: str = "〔本人〕帮老人修好了灶具", title: str = "修好了灶具", day: date = DAY
) -> int:
    version = actions.prepare(store, OFFICE, YEAR, entry, title, text, read=True, now=at("09:20", day))
    return int(str(done(version)))


def scores(store: Store, entry: str, *points: int, version: int = 1, day: date = JUDGING) -> None:
    """One score from each juror in turn: the points spread over the three criteria, so that they add up."""
    for juror, p in zip(JURORS, points, strict=False):
        marks = Marks(p // 3, (p + 1) // 3, (p + 2) // 3)
        done(actions.score(store, juror, entry, version, marks, now=at("10:00", day)))


def closed(store: Store) -> None:
    done(actions.close_jury(store, OFFICE, YEAR, now=at("16:00", AFTER)))


def announced(store: Store) -> None:
    """Closed, decided and in notice."""
    closed(store)
    done(actions.decide(store, OFFICE, YEAR, JURORS[0].number, now=at("16:10", AFTER)))
    done(actions.announce(store, OFFICE, YEAR, now=at("16:20", AFTER)))


def award(store: Store, day: date = DAY) -> views.Round:
    found = views.award_round(store, YEAR, day)
    assert found is not None
    return found


def sentence(answer: object) -> str:
    """What a refusal says."""
    assert isinstance(answer, Refusal), answer
    return wording.refusal(answer)
