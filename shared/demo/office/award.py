"""贴心服务奖: last year's round is in the annals; this year's takes nominations, each at another step."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.scene import ACTORS, JURY, PREPARER, SUPERVISOR, Scene
from shared.demo.year.deeds import DEEDS
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.caring import actions, board, views
from shared.practice.caring.actions import Opening
from shared.practice.caring.actions.jury import Marks
from shared.practice.caring.rules.rounds import Step

_OFFICE, _CHAIR = ACTORS[PREPARER], JURY[-1]
_PLACES, _MINIMUM = 2, 18
_MARKS = {"1002": 8, "1003": 7, "1005": 5}  # last year's heroes, and what each criterion was worth
_MINUTE = "评委会复议后维持原结果。"


def plan(scene: Scene, agenda: Agenda) -> None:
    """Last year's round from November to December, this year's since before the days that are shown."""
    _plan_last_year(scene, agenda, scene.first.year - 1)
    begun = scene.first - timedelta(days=1)
    opening = _opening(scene.today + timedelta(days=10), scene.today + timedelta(days=31))
    agenda.at(begun, "07:00", partial(_open, scene.store, scene.first.year, opening))
    for place, (hero, steps) in enumerate((("1001", 1), ("1004", 2), ("1006", 3)), start=len(_MARKS)):
        agenda.at(begun, f"07:{10 + place}", partial(_go_to, scene.store, scene.first.year, hero, place, steps))


def _opening(nominate_until: date, judge_until: date) -> Opening:
    return Opening(JURY, nominate_until, judge_until, places=_PLACES, minimum=_MINIMUM)


def _plan_last_year(scene: Scene, agenda: Agenda, year: int) -> None:
    store, opening = scene.store, _opening(date(year, 11, 14), date(year, 11, 28))
    agenda.at(date(year, 11, 3), "09:00", partial(_open, store, year, opening))
    for place, hero in enumerate(_MARKS):
        agenda.at(date(year, 11, 5), f"09:{10 + place}", partial(_go_to, store, year, hero, place, 3))
    agenda.at(date(year, 11, 20), "10:00", partial(_score, store, year))
    steps: tuple[tuple[int, Callable[..., Refusal | None]], ...] = (
        (1, actions.close_jury), (2, _decide), (3, actions.announce), (15, actions.finish)
    )  # fmt: skip
    for day, do in steps:
        agenda.at(date(year, 12, day), "09:00", partial(_step, store, year, do))


def _step(store: Store, year: int, do: Callable[..., Refusal | None], now: int) -> None:
    done(do(store, _OFFICE, year, now=now))


def _open(store: Store, year: int, opening: Opening, now: int) -> None:
    done(actions.open_round(store, _OFFICE, year, opening, now=now))


def _go_to(store: Store, year: int, hero: str, place: int, steps: int, now: int) -> None:
    """Nominated by the station; asked; consented to; prepared: as many of the last three as `steps` says."""
    title, story = DEEDS[place]
    text, day = story.format(name=ACTORS[hero].name), day_of(now) - timedelta(days=6)
    entry = done(actions.nominate_station(store, ACTORS[SUPERVISOR], hero, day, text, now=now))
    done(actions.ask(store, _OFFICE, year, entry, now=now))
    if steps > 1:
        done(actions.consent(store, ACTORS[hero], entry, True, now=now))
    if steps > 2:
        found = views.award_round(store, year, day_of(now))
        each = found.entry(entry) if found else None
        if found and each:
            blind = board.blinded(store, found, each, day_of(now)).text
            done(actions.prepare(store, _OFFICE, year, entry, title, blind, read=True, now=now))


def _score(store: Store, year: int, now: int) -> None:
    found = views.award_round(store, year, day_of(now))
    for each in found.entries if found else ():
        for place, juror in enumerate(JURY):
            if each.step is Step.JUDGED:
                mark = _MARKS[each.hero] + place % 2
                marks = Marks(mark, mark, mark + 1)
                done(actions.score(store, ACTORS[juror], each.entry, each.version, marks, now=now))


def _decide(store: Store, office: Actor, year: int, *, now: int) -> Refusal | None:
    return actions.decide(store, office, year, _CHAIR, _MINUTE, now=now)
