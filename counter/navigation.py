"""Which pages there are and who sees them: computed from the one table of roles, never by name of a role."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.desk import Desk
from counter.kit.page import Page
from shared.domain.actor import Actor
from shared.domain.roles import Act, Role, may

Open = Callable[[Desk, Actor], Page]


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: its name, picture, the right it needs (None: none), and what loads its page."""

    key: str
    title: object
    icon: str
    act: Act | None
    load: Callable[[], Open]


def _pause() -> Open:
    from counter.staff.home import HomePage

    return HomePage


def _line() -> Open:
    from counter.line.page import LinePage

    return LinePage


def _inquiries() -> Open:
    from counter.staff.inquiries import InquiriesPage

    return InquiriesPage


def _diary() -> Open:
    from counter.staff.diary import DiaryPage

    return DiaryPage


def _my_cards() -> Open:
    from counter.staff.my_cards import MyCardsPage

    return MyCardsPage


def _give_card() -> Open:
    from counter.staff.give_card import GiveCardPage

    return GiveCardPage


def _day() -> Open:
    from counter.supervisor.day import DayPage

    return DayPage


def _flagged() -> Open:
    from counter.supervisor.flagged import FlaggedPage

    return FlaggedPage


def _consent() -> Open:
    from counter.supervisor.consent import ConsentPage

    return ConsentPage


def _devices() -> Open:
    from counter.supervisor.devices import DevicesPage

    return DevicesPage


def _roster() -> Open:
    from counter.supervisor.roster import RosterPage

    return RosterPage


def _report() -> Open:
    from counter.office.report import ReportPage

    return ReportPage


def _escalated() -> Open:
    from counter.office.escalated import EscalatedPage

    return EscalatedPage


def _policy() -> Open:
    from counter.office.policy import PolicyPage

    return PolicyPage


def _happy() -> Open:
    from counter.staff.happy import HappyPage

    return HappyPage


def _rulebook() -> Open:
    from counter.staff.rulebook import RulebookPage

    return RulebookPage


def _chapters() -> Open:
    from counter.office.rulebook import ChaptersPage

    return ChaptersPage


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


def load() -> None:
    """Load every page's module; on the store thread, so that no first opening waits for the disk."""
    for place in PLACES:
        place.load()
