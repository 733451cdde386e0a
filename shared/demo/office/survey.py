"""三问调查: a round on paper half a year ago, and one that may be answered today."""

from datetime import date, timedelta
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.scene import ACTORS, HALL, OTHER_HALL, PREPARER, Scene
from shared.journal.store import Store
from shared.practice.survey import actions
from shared.practice.survey.facts import Group, Question
from shared.practice.survey.rules import half_of

_OFFICE = ACTORS[PREPARER]
_GIVEN = {Question.VALUED: (1, 3, 4, 2, 0), Question.FAIR: (2, 3, 3, 2, 0), Question.ABLE: (0, 3, 4, 2, 1)}
_DAYS, _KEY_BITS = 20, 256  # a short key: made quickly, and nothing real is protected by it


def plan(scene: Scene, agenda: Agenda) -> None:
    """The half before is entered; this one's round is open."""
    year, half = half_of(scene.first)
    before = date(year, 3, 10) if half == 2 else date(year - 1, 9, 10)
    agenda.at(before + timedelta(days=_DAYS), "09:00", partial(_enter, scene.store, before))
    agenda.at(scene.first, "07:50", partial(_open, scene))


def _enter(store: Store, first: date, now: int) -> None:
    groups = (Group(halls=(HALL, OTHER_HALL), count=10, answers={q.value: given for q, given in _GIVEN.items()}),)
    done(actions.enter(store, _OFFICE, first, first + timedelta(days=_DAYS - 5), groups, now=now))


def _open(scene: Scene, now: int) -> None:
    last = scene.first + timedelta(days=_DAYS)
    done(actions.open_round(scene.store, _OFFICE, scene.first, last, now=now, bits=_KEY_BITS))
