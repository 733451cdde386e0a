"""投诉定性 and 超期上报: one complaint is upheld, one waits for the answer of whom it is about, one ticket is late."""

from datetime import date, timedelta
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.scene import ACTORS, PREPARER, SUPERVISOR, Scene
from shared.journal.store import Store
from shared.practice.complaints import actions
from shared.practice.complaints.actions import Opinion
from shared.practice.complaints.facts import About, Verdict
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Topic

_OLD = Opinion(Verdict.UPHELD, About.PERSON, "调阅录像并回访用户，情况属实。", "1003")
_NEW = Opinion(Verdict.PARTLY, About.PERSON, "当时人多，解释不够耐心。", "1001")
_LATE_DAYS = 21  # old enough for the office


def plan(scene: Scene, agenda: Agenda) -> None:
    """The upheld one counts in last month's pay; the other was proposed on the first of the days that are shown."""
    _plan_complaint(scene, agenda, scene.of_month(scene.last_month)[3], "排队半小时，窗口没有说明原因。", _OLD, True)
    begin = scene.first - timedelta(days=7)
    _plan_complaint(scene, agenda, scene.after(begin, 0), "问材料两次说法不一样。", _NEW, False)
    agenda.at(scene.first - timedelta(days=_LATE_DAYS), "10:15", partial(_ask_and_forget, scene.store))


def _plan_complaint(scene: Scene, agenda: Agenda, day: date, text: str, opinion: Opinion, decided: bool) -> None:
    agenda.at(day, "11:25", partial(_complain, scene, agenda, day, text, opinion, decided))


def _complain(scene: Scene, agenda: Agenda, day: date, text: str, opinion: Opinion, decided: bool, now: int) -> None:
    store = scene.store
    ticket = done(inquiries.open_inquiry(store, ACTORS["1002"], text=text, topic=Topic.COMPLAINT, now=now)).id
    agenda.at(scene.after(day, 1), "14:30", partial(_close, store, ticket))
    agenda.at(scene.after(day, 2), "09:20", partial(_propose, store, ticket, opinion))
    if decided:
        agenda.at(scene.after(day, 3), "12:10", partial(_answer, store, ticket, opinion.person))
        agenda.at(scene.after(day, 5), "15:30", partial(_decide, store, ticket, opinion))


def _close(store: Store, ticket: str, now: int) -> None:
    done(inquiries.close(store, ACTORS["1002"], ticket, "已向用户致歉并说明。", now=now))


def _propose(store: Store, ticket: str, opinion: Opinion, now: int) -> None:
    done(actions.propose(store, ACTORS[SUPERVISOR], ticket, opinion, now=now))


def _answer(store: Store, ticket: str, person: str, now: int) -> None:
    done(actions.tell(store, ACTORS[person], ticket, now=now))
    done(actions.answer(store, ACTORS[person], ticket, "当天系统慢，我应该早些说明。", now=now))


def _decide(store: Store, ticket: str, opinion: Opinion, now: int) -> None:
    done(actions.decide(store, ACTORS[PREPARER], ticket, opinion, now=now))


def _ask_and_forget(store: Store, now: int) -> None:
    text = "地址变更后燃气账单一直寄到旧地址。"
    done(inquiries.open_inquiry(store, ACTORS["1006"], text=text, name="吴女士", phone="13900000001", now=now))
