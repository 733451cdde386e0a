"""服务之窗: an issue is printed, with an experience to take up; a story waits for whom it is about."""

from datetime import timedelta
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.scene import ACTORS, APPROVER, PREPARER, SUPERVISOR, Scene
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.column import actions, views
from shared.practice.column.actions import Draft
from shared.practice.column.facts import Adoption, Naming, Section

_OFFICE, _SECOND = ACTORS[PREPARER], ACTORS[APPROVER]
_PRINTED = (
    ("1002", Section.DEED, "三楼的老人", "{name}每月替三楼的老人把气量送上门。"),
    ("1005", Section.EXPERIENCE, "一张材料清单", "{name}把过户材料列成一张清单，白跑的人少了一半。"),
    ("1003", Section.DISCOVERY, "看不清的提示", "{name}发现提示字太小，换成大字，老人都说好。"),
)
_WAITING = ("1001", Section.DEED, "雨天的伞", "{name}下雨天把伞借给用户，自己淋着回家。")


def plan(scene: Scene, agenda: Agenda) -> None:
    """The issue is of the first of the days that are shown."""
    agenda.at(scene.first, "07:45", partial(_print, scene))
    agenda.at(scene.first, "07:55", partial(_begin, scene.store, _WAITING))


def _begin(store: Store, wanted: tuple[str, Section, str, str], now: int) -> str:
    """Told by the station, drafted, and asked about."""
    hero, section, title, text = wanted
    told, day = text.format(name=ACTORS[hero].name), day_of(now) - timedelta(days=3)
    story = done(actions.nominate(store, ACTORS[SUPERVISOR], section, hero, day, title, told, now=now))
    done(actions.draft(store, _OFFICE, story, Draft(section, title, told), now=now))
    done(actions.ask(store, _OFFICE, story, now=now))
    return story


def _print(scene: Scene, now: int) -> None:
    store, day = scene.store, day_of(now)
    chosen = [_agreed(store, _begin(store, each, now), each[0], now) for each in _PRINTED]
    issue = done(actions.open_issue(store, _OFFICE, day.year, 1, now=now))
    done(actions.plan(store, _OFFICE, issue, day, "把用户放在心上", chosen, now=now))
    done(actions.publish(store, _OFFICE, issue, now=now))
    line = "已在取号机旁张贴。"
    done(actions.adopt(store, ACTORS[SUPERVISOR], chosen[1], Adoption.ADOPTED, line, now=now))
    done(actions.plan_activity(store, _OFFICE, issue, "第1期交流会", scene.after(scene.today, 5), "总公司", now=now))


def _agreed(store: Store, story: str, hero: str, now: int) -> str:
    done(actions.answer(store, ACTORS[hero], story, Naming.NAMED, now=now))
    done(actions.ask_reading(store, _OFFICE, story, now=now))
    each = views.story(store, story)
    done(actions.read_text(store, ACTORS[hero], story, each.version if each else 0, agreed=True, now=now))
    done(actions.approve(store, _SECOND, story, now=now))
    return story
