"""Which pages there are and who sees them: computed from the one table of roles, never by name of a role."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.desk import Desk
from counter.kit.page import Page
from shared.kernel import Actor
from shared.people.roles import Act, Role, may


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: its name, picture, the right it needs (None: none), and the page behind it."""

    key: str
    title: object
    icon: str
    act: Act | None
    page: Callable[[Desk, Actor], Page]


def _pause(desk: Desk, actor: Actor) -> Page:
    from counter.staff.home import HomePage

    return HomePage(desk, actor)


def _line(desk: Desk, actor: Actor) -> Page:
    from counter.line.page import LinePage

    return LinePage(desk, actor)


def _inquiries(desk: Desk, actor: Actor) -> Page:
    from counter.staff.inquiries import InquiriesPage

    return InquiriesPage(desk, actor)


def _diary(desk: Desk, actor: Actor) -> Page:
    from counter.staff.diary import DiaryPage

    return DiaryPage(desk, actor)


def _my_cards(desk: Desk, actor: Actor) -> Page:
    from counter.staff.my_cards import MyCardsPage

    return MyCardsPage(desk, actor)


def _give_card(desk: Desk, actor: Actor) -> Page:
    from counter.staff.give_card import GiveCardPage

    return GiveCardPage(desk, actor)


def _day(desk: Desk, actor: Actor) -> Page:
    from counter.supervisor.day import DayPage

    return DayPage(desk, actor)


def _flagged(desk: Desk, actor: Actor) -> Page:
    from counter.supervisor.flagged import FlaggedPage

    return FlaggedPage(desk, actor)


def _consent(desk: Desk, actor: Actor) -> Page:
    from counter.supervisor.consent import ConsentPage

    return ConsentPage(desk, actor)


def _devices(desk: Desk, actor: Actor) -> Page:
    from counter.supervisor.devices import DevicesPage

    return DevicesPage(desk, actor)


def _roster(desk: Desk, actor: Actor) -> Page:
    from counter.supervisor.roster import RosterPage

    return RosterPage(desk, actor)


def _report(desk: Desk, actor: Actor) -> Page:
    from counter.office.report import ReportPage

    return ReportPage(desk, actor)


def _escalated(desk: Desk, actor: Actor) -> Page:
    from counter.office.escalated import EscalatedPage

    return EscalatedPage(desk, actor)


def _policy(desk: Desk, actor: Actor) -> Page:
    from counter.office.policy import PolicyPage

    return PolicyPage(desk, actor)


def _happy(desk: Desk, actor: Actor) -> Page:
    from counter.staff.happy import HappyPage

    return HappyPage(desk, actor)


def _rulebook(desk: Desk, actor: Actor) -> Page:
    from counter.staff.rulebook import RulebookPage

    return RulebookPage(desk, actor)


def _chapters(desk: Desk, actor: Actor) -> Page:
    from counter.office.rulebook import ChaptersPage

    return ChaptersPage(desk, actor)


PLACES = (
    Place("report", QT_TRANSLATE_NOOP("Counter", "年度5P卡"), "chart", Act.SEE_ALL_HALLS, _report),
    Place("escalated", QT_TRANSLATE_NOOP("Counter", "超期上报"), "clock", Act.SEE_ALL_HALLS, _escalated),
    Place("policy", QT_TRANSLATE_NOOP("Counter", "管理参数"), "rules", Act.PUBLISH, _policy),
    Place("day", QT_TRANSLATE_NOOP("Counter", "当日日志"), "list", Act.SEE_HALL, _day),
    Place("flagged", QT_TRANSLATE_NOOP("Counter", "待复核5P卡"), "warning", Act.REVIEW_CARDS, _flagged),
    Place("consent", QT_TRANSLATE_NOOP("Counter", "特殊事项"), "check", Act.CONSENT, _consent),
    Place("roster", QT_TRANSLATE_NOOP("Counter", "人员与窗口"), "people", Act.ROSTER, _roster),
    Place("devices", QT_TRANSLATE_NOOP("Counter", "设备"), "scan", Act.DEVICES, _devices),
    Place("home", QT_TRANSLATE_NOOP("Counter", "暂停服务"), "pause", Act.SERVE, _pause),
    Place("line", QT_TRANSLATE_NOOP("Counter", "窗口叫号"), "sound", Act.SERVE, _line),
    Place("inquiries", QT_TRANSLATE_NOOP("Counter", "首问工单"), "ticket", Act.SERVE, _inquiries),
    Place("diary", QT_TRANSLATE_NOOP("Counter", "工作日记"), "book", Act.SERVE, _diary),
    Place("my_cards", QT_TRANSLATE_NOOP("Counter", "我的5P卡"), "steps", Act.SERVE, _my_cards),
    Place("give_card", QT_TRANSLATE_NOOP("Counter", "赠送5P卡"), "gift", Act.GIVE_CARD, _give_card),
    Place("happy", QT_TRANSLATE_NOOP("Counter", "快乐驿站"), "heart", None, _happy),
    Place("rulebook", QT_TRANSLATE_NOOP("Counter", "管理制度"), "page", None, _rulebook),
    Place("chapters", QT_TRANSLATE_NOOP("Counter", "发布制度与驿站"), "book", Act.PUBLISH, _chapters),
)


def places(role: Role) -> tuple[Place, ...]:
    """The pages this role may open, in the order of the navigation."""
    return tuple(place for place in PLACES if place.act is None or may(role, place.act))
