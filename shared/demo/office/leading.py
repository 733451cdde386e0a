"""Who leads does as everybody does: a ticket, the diary, cards up and down; and the office has changed a rule."""

from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.scene import ACTORS, PREPARER, SUPERVISOR, Scene
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.inquiries import actions as inquiries
from shared.reference import actions as reference

_CHANGED = {"cards": {"repeat_seconds": 120}}
_ASKED = "单位用户想集中过户，需要带哪些材料？"
_NOTED = "晨会讲了双手递接，三号窗口做得最好。"
_GIVEN = ((SUPERVISOR, "1002", P.PATIENT), (PREPARER, "1003", P.PROFESSIONAL), ("1005", SUPERVISOR, P.PASSIONATE))


def plan(scene: Scene, agenda: Agenda) -> None:
    """The rule a month ago, the rest on the last whole day."""
    agenda.at(scene.of_month(scene.last_month)[0], "08:00", partial(_change, scene.store))
    agenda.at(scene.days[-2], "10:20", partial(_act, scene.store))


def _change(store: Store, now: int) -> None:
    done(reference.publish(store, ACTORS[PREPARER], "policy", _CHANGED, now=now))


def _act(store: Store, now: int) -> None:
    who = ACTORS[SUPERVISOR]
    done(inquiries.open_inquiry(store, who, text=_ASKED, name="李先生", phone="13900000001", now=now))
    done(diary.write(store, who, Entry.PRAISE, _NOTED, now=now))
    for giver, receiver, p in _GIVEN:
        done(cards.give(store, ACTORS[giver], receiver, p, now=now))
