"""设备: the devices as last reported by the hub: their last contact, backlog and faults."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.clock import moment
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.clock import CLOCK_LIMIT
from shared.domain.roles import Act
from shared.sync.known_devices import QUIET_MS, DeviceSeen, Seen, seen

_NO_HUB = QT_TRANSLATE_NOOP("Counter", "本机没有加入汇聚库：所有记录都在这台电脑上。")
_AS_OF = QT_TRANSLATE_NOOP("Counter", "汇聚库在 {at} 告知的情况。")
_OLD = QT_TRANSLATE_NOOP("Counter", "本机 {minutes} 分钟没有收到汇聚库的消息，以下是 {at} 的情况。")
_KINDS = {
    "kiosk": QT_TRANSLATE_NOOP("Counter", "自助屏"),
    "counter": QT_TRANSLATE_NOOP("Counter", "窗口"),
    "office": QT_TRANSLATE_NOOP("Counter", "经营管理部"),
}
_NEVER = QT_TRANSLATE_NOOP("Counter", "从未")
_GOOD = QT_TRANSLATE_NOOP("Counter", "正常")
_REVOKED = QT_TRANSLATE_NOOP("Counter", "已停用")
_CLONED = QT_TRANSLATE_NOOP("Counter", "另一台机器也在用它的登记")
_EXCEEDED = QT_TRANSLATE_NOOP("Counter", "发来过越权的内容，未生效")
_SILENT = QT_TRANSLATE_NOOP("Counter", "没有消息")
_CLOCK = QT_TRANSLATE_NOOP("Counter", "时钟差 {minutes} 分钟")
_WAITING = QT_TRANSLATE_NOOP("Counter", "{n} 条，最早 {since}")
_ASIDE = QT_TRANSLATE_NOOP("Counter", "{n} 条被隔离")


class DevicesPage(Page[Seen]):
    """One line per device; a counter sees its hall's, the office all."""

    place = Place("devices", QT_TRANSLATE_NOOP("Counter", "设备"), "scan", Act.DEVICES, Group.HALL, 5, Theme.SERVICE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[DeviceSeen] = Table(
            QT_TRANSLATE_NOOP("Counter", "设备"), self._columns(), key=lambda device: device.name
        )
        self.note = Text(style="soft")
        self._seen = Seen(0, ())
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.note)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        known = seen(store)
        return sum(map(known.is_silent, known.devices))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], Seen]:
        return seen

    def show_data(self, data: Seen) -> None:
        self._seen = data
        self.table.show_rows(data.devices)
        self.note.setText(self._hub_text() if data.devices else say(_NO_HUB))

    def _hub_text(self) -> str:
        now = self.session.now()
        age, at = now - self._seen.at, moment(self._seen.at, now)
        text = _OLD if age > QUIET_MS else _AS_OF
        return say(text).format(at=at, minutes=age // 60_000)

    def _columns(self) -> list[Column[DeviceSeen]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "设备"), lambda device: device.name),
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda device: self.session.here.hall_name(device.hall)),
            Column(QT_TRANSLATE_NOOP("Counter", "类别"), lambda device: say(_KINDS.get(device.kind, device.kind))),
            Column(QT_TRANSLATE_NOOP("Counter", "版本"), lambda device: device.release or "—"),
            Column(
                QT_TRANSLATE_NOOP("Counter", "最近联络"),
                self._last_contact,
                order=lambda device: device.last_seen or None,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "待上传"), self._waiting),
            Column(QT_TRANSLATE_NOOP("Counter", "情况"), self._state, tone=self._tone, stretch=True),
        ]

    def _last_contact(self, device: DeviceSeen) -> str:
        return moment(device.last_seen, self.session.now()) if device.last_seen else say(_NEVER)

    def _waiting(self, device: DeviceSeen) -> str:
        if not (device.backlog and device.oldest):
            return str(device.backlog)
        return say(_WAITING).format(n=device.backlog, since=moment(device.oldest, self.session.now()))

    def _tone(self, device: DeviceSeen) -> str:
        if not device.enabled or device.alarm:
            return "bad"
        return "warn" if self._faults(device) else "good"

    def _state(self, device: DeviceSeen) -> str:
        return " · ".join(self._faults(device)) or say(_GOOD)

    def _faults(self, device: DeviceSeen) -> list[str]:
        off = round(abs(device.clock_off) / 60_000)
        found = (
            (not device.enabled, say(_REVOKED)),
            (device.alarm == "cloned", say(_CLONED)),
            (device.alarm == "exceeded", say(_EXCEEDED)),
            (self._seen.is_silent(device), say(_SILENT)),
            (abs(device.clock_off) > CLOCK_LIMIT, say(_CLOCK).format(minutes=off)),
            (device.quarantined > 0, say(_ASIDE).format(n=device.quarantined)),
        )
        return [words for applies, words in found if applies]
