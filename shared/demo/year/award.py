"""贴心服务奖: a round from twenty-four nominations to the annals; seven jurors, one of them absent."""

from collections.abc import Callable
from datetime import date
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import APPROVER, HALLS, PREPARER, TRAINER, YEAR, Company, seeded
from shared.demo.year.deeds import DEEDS
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.rules import RosterLine
from shared.practice.caring import actions, board, own, views
from shared.practice.caring.actions import Opening
from shared.practice.caring.actions.jury import Marks
from shared.practice.caring.rules.rounds import Step
from shared.practice.caring.views import Round
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry

JURORS = (TRAINER, APPROVER, "2002", "2006", "2010", "2014", "2016")
ABSENT = "2016"
_OPENING = Opening(JURORS, date(YEAR, 11, 14), date(YEAR, 11, 28), places=5, minimum=18)
_CHAIR = TRAINER
_RECUSED = ("recused_same_hall", "recused_concerned")
_MINUTE = "评委会逐篇复议，认为名次反映事迹本身，维持原结果。"


def plan(company: Company, agenda: Agenda) -> None:
    """Opened in October, decided in December."""
    rng = seeded("award")
    agenda.at(date(YEAR, 10, 8), "09:00", partial(_open, company))
    days = [day for day in company.days if date(YEAR, 10, 9) <= day <= date(YEAR, 11, 12)]
    heroes = [rng.choice(company.staff_of(hall)) for hall in HALLS]
    heroes += rng.sample([line for line in company.window_staff if line not in heroes], len(DEEDS) - len(heroes))
    for place, (hero, (_, story)) in enumerate(zip(heroes, DEEDS, strict=True)):
        tell = _by_station if place % 2 else _by_colleague
        agenda.at(rng.choice(days), "16:10", partial(tell, company, hero, story.format(name=hero.name)))
    agenda.at(date(YEAR, 11, 13), "10:00", partial(_ask, company))
    agenda.at(date(YEAR, 11, 14), "10:00", partial(_consent, company, heroes[-1].number))
    agenda.at(date(YEAR, 11, 14), "15:00", partial(_prepare, company))
    for place, juror in enumerate(JURORS):
        if juror != ABSENT:
            agenda.at(date(YEAR, 11, 18), f"{9 + place:02}:30", partial(_score, company, juror))
    for day, clock, do in (
        (date(YEAR, 12, 1), "09:00", actions.close_jury),
        (date(YEAR, 12, 1), "14:00", _decide),
        (date(YEAR, 12, 2), "09:00", actions.announce),
        (date(YEAR, 12, 10), "09:00", actions.finish),
    ):
        agenda.at(day, clock, partial(_by_office, company, do))


def _by_office(company: Company, do: Callable[..., Refusal | None], now: int) -> None:
    done(do(company.store, company.who(PREPARER, now), YEAR, now=now))


def _open(company: Company, now: int) -> None:
    done(actions.open_round(company.store, company.who(PREPARER, now), YEAR, _OPENING, now=now))


def _by_colleague(company: Company, hero: RosterLine, story: str, now: int) -> None:
    """A colleague of the hall writes it into the diary and puts it up."""
    author = next(line.number for line in company.staff_of(hero.hall) if line != hero)
    who = company.who(author, now)
    entry = done(diary.write(company.store, who, Entry.DEED, story, candidate=True, now=now))
    done(actions.nominate(company.store, who, entry, hero.number, now=now))


def _by_station(company: Company, hero: RosterLine, story: str, now: int) -> None:
    """The hall's supervisor compiles it (各单位整理突出事迹)."""
    supervisor = company.who(company.supervisor(hero.hall), now)
    done(actions.nominate_station(company.store, supervisor, hero.number, day_of(now), story, now=now))


def _round(company: Company, now: int) -> Round:
    found = views.award_round(company.store, YEAR, day_of(now))
    assert found is not None  # opened in October
    return found


def _ask(company: Company, now: int) -> None:
    office = company.who(PREPARER, now)
    for each in _round(company, now).entries:
        if each.step is Step.NOMINATED:
            done(actions.ask(company.store, office, YEAR, each.entry, now=now))


def _consent(company: Company, shy: str, now: int) -> None:
    """The heroes agree, but for one who would rather not be read about."""
    for each in _round(company, now).entries:
        agrees = each.hero != shy
        done(actions.consent(company.store, company.who(each.hero, now), each.entry, agrees, now=now))


def _prepare(company: Company, now: int) -> None:
    """Known strings are removed, and a person reads the rest."""
    store, office, found = company.store, company.who(PREPARER, now), _round(company, now)
    titles = {story.partition("{name}")[2]: title for title, story in DEEDS}
    for each in found.entries:
        if each.step is Step.AGREED:
            text = board.blinded(store, found, each, day_of(now)).text
            title = next(title for rest, title in titles.items() if each.text.endswith(rest))
            done(actions.prepare(store, office, YEAR, each.entry, title, text, read=True, now=now))


def _score(company: Company, juror: str, now: int) -> None:
    """Marks go by the deed: jurors differ a little, and none of them sees a name."""
    who = company.who(juror, now)
    assignment = own.assignment(company.store, juror, day_of(now))
    for paper in assignment.texts if assignment else ():
        if paper.waits:
            worth, rng = seeded(f"deed {paper.title}").uniform(4, 9), seeded(f"marks {juror} {paper.title}")
            marks = Marks(*(min(10, max(0, round(worth + rng.uniform(-1.6, 1.6)))) for _ in range(3)))
            answer = actions.score(company.store, who, paper.entry, paper.version, marks, now=now)
            if not (isinstance(answer, Refusal) and answer.code in _RECUSED):
                done(answer)


def _decide(store: Store, office: Actor, year: int, *, now: int) -> Refusal | None:
    return actions.decide(store, office, year, _CHAIR, _MINUTE, now=now)
