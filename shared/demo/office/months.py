"""个人绩效: the month before last is closed, the last one in notice; with it paper cards, and who they promoted."""

from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.scene import ACTORS, APPROVER, HALL, OTHER_HALL, PREPARER, WINDOWS, Scene
from shared.domain import months
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.honour import actions as honour
from shared.practice.performance import actions
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.promotion import actions as promotion
from shared.practice.workload import actions as workload
from shared.practice.workload.facts import Absence
from shared.practice.workload.rules import AbsenceLine, WorkLine

_OFFICE, _APPROVER = ACTORS[PREPARER], ACTORS[APPROVER]
_POOLS = {"cashier": 300_000, "consultant": 130_000}
_SERVICES = {"cashier": ("gas_payment", 840), "consultant": ("consultation", 520)}
_CARDS = {"1002": 26, "1003": 25, "1001": 4, "1005": 7, "1101": 6}  # on paper, of two months
_CONFIRMED = "1003"
_APPEAL = "我替班收费窗口的那个下午，笔数没有算进来。"


def plan(scene: Scene, agenda: Agenda) -> None:
    """Two months of pay, each with its pools and counts; the cards of the box are entered at the end of the last."""
    last = scene.last_month
    before = months.moved(last, -1)
    for month in (before, last):
        days = scene.of_month(month)
        agenda.at(days[1], "09:00", partial(_set_pools, scene.store, month))
        agenda.at(days[-1], "17:00", partial(_import, scene, month))
    shown = scene.of_month(last)[2]
    agenda.at(shown, "10:00", partial(_publish, scene.store, before))
    agenda.at(scene.after(shown, 4), "10:00", partial(_close, scene.store, before))
    agenda.at(scene.of_month(last)[-1], "17:10", partial(_enter_cards, scene, (before, last)))
    agenda.at(scene.first, "07:15", partial(_enter_absences, scene))
    agenda.at(scene.days[-2], "16:10", partial(_publish, scene.store, last))  # so that today appeals can be made
    agenda.at(scene.days[-2], "16:40", partial(_appeal, scene.store, last))
    now = months.moved(last, 1)
    agenda.at(scene.first, "07:25", partial(_open, scene.store, now))
    agenda.at(scene.first, "07:30", partial(_set_pools, scene.store, now))


def _set_pools(store: Store, month: str, now: int) -> None:
    lines = [PoolLine(month, hall, post, amount) for hall in (HALL, OTHER_HALL) for post, amount in _POOLS.items()]
    done(actions.set_pools(store, lines, "绩效奖金池.csv", actor=_OFFICE, now=now))


def _import(scene: Scene, month: str, now: int) -> None:
    day = scene.of_month(month)[-1]
    staff = [each for each in ACTORS.values() if each.role is Role.STAFF]
    lines = [
        WorkLine(day, each.number, service, usual + 37 * (place % 5) - 60)
        for place, each in enumerate(staff)
        for service, usual in (_SERVICES[each.post],)
    ]
    done(workload.import_workload(scene.store, lines, f"{month}.csv", actor=_OFFICE, now=now))


def _enter_absences(scene: Scene, now: int) -> None:
    """Training is credited in the pay; leave is to come."""
    trained, leave = scene.of_month(scene.last_month)[6], scene.after(scene.today, 2)
    lines = [
        AbsenceLine("1004", Absence.TRAINING, trained, trained),
        AbsenceLine("1006", Absence.LEAVE, leave, scene.after(leave, 2)),
    ]
    done(workload.import_absences(scene.store, lines, actor=_OFFICE, now=now))


def _publish(store: Store, month: str, now: int) -> None:
    done(actions.publish(store, _OFFICE, month, now=now))


def _appeal(store: Store, month: str, now: int) -> None:
    staff = WINDOWS[0]
    done(actions.appeal(store, ACTORS[staff], month, staff, "workload_part", _APPEAL, now=now))


def _open(store: Store, month: str, now: int) -> None:
    """公布基准 of the month that runs: everybody can compute their factor."""
    done(actions.open_month(store, _OFFICE, month, now=now))


def _close(store: Store, month: str, now: int) -> None:
    """Approved by the second person; one has signed the slip."""
    done(actions.close(store, _APPROVER, month, now=now))
    done(actions.sign(store, ACTORS[WINDOWS[1]], month, True, now=now))


def _enter_cards(scene: Scene, of: tuple[str, str], now: int) -> None:
    """The box's cards; two people have reached the ladder, and one of them is confirmed."""
    days, ps = [day for month in of for day in scene.of_month(month)], list(P)
    cards = [
        PaperCard(days[(place * 3 + len(number)) % len(days)], number, ps[place % len(ps)], Giver.CUSTOMER, "")
        for number, count in _CARDS.items()
        for place in range(count)
    ]
    import_cards(scene.store, cards, now=now)
    done(promotion.promote(scene.store, _OFFICE, _CONFIRMED, now=now))
    done(honour.set_shown(scene.store, ACTORS[_CONFIRMED], True, now=now))
