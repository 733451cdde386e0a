"""The quiet badge of both apps: everything sent, so many waiting since when, or stopped, why, and what to do."""

from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QTimeZone
from PySide6.QtWidgets import QHBoxLayout

from shared.qt.translation import Translated
from shared.qt.widgets import label, set_property

_CHINA_SECONDS = 8 * 3600
_TONES = {"sent": "soft", "waiting": "warn", "stopped": "bad"}
_WORDS = {
    "sent": QT_TRANSLATE_NOOP("SyncBadge", "● 已全部上传"),
    "waiting": QT_TRANSLATE_NOOP("SyncBadge", "▲ {n} 条待上传，自 {since}"),
    "connecting": QT_TRANSLATE_NOOP("SyncBadge", "▲ 暂时连不上汇聚库，本机照常记录"),
    "stopped": QT_TRANSLATE_NOOP("SyncBadge", "■ 已停止上传：{reason}。请联系{contact}"),
}
_REASONS = {
    "revoked": QT_TRANSLATE_NOOP("SyncBadge", "本机已停用"),
    "app_too_old": QT_TRANSLATE_NOOP("SyncBadge", "本程序需要升级"),
    "hub_too_old": QT_TRANSLATE_NOOP("SyncBadge", "汇聚库需要升级"),
    "clock": QT_TRANSLATE_NOOP("SyncBadge", "！本机时钟差 {minutes} 分钟，已按汇聚库时间校正"),
    "cloned": QT_TRANSLATE_NOOP("SyncBadge", "！另一台机器也在用本机的登记"),
}
_NOBODY = QT_TRANSLATE_NOOP("SyncBadge", "管理员")


class Status(Protocol):
    """What the courier reports; times are epoch ms."""

    @property
    def state(self) -> str: ...
    @property
    def waiting(self) -> int: ...
    @property
    def since(self) -> int: ...
    @property
    def reason(self) -> str: ...
    @property
    def contact(self) -> str: ...
    @property
    def clock_off(self) -> int: ...
    @property
    def heard_at(self) -> int: ...


class SyncBadge(Translated):
    """One line of small print; nothing at all on a PC that belongs to no hub."""

    def __init__(self) -> None:
        super().__init__()
        self._text = label(style="caption", wrap=False)
        self._status: Status | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        self.hide()

    def show_status(self, status: Status) -> None:
        """What the courier said last."""
        self._status = status
        self.retranslate()

    def retranslate(self) -> None:
        status = self._status
        self.setVisible(status is not None and status.state != "alone")
        if status is None:
            return
        self._text.setText(_words(status))
        odd = status.reason in ("clock", "cloned")
        set_property(self._text, "tone", "warn" if odd else _TONES.get(status.state, ""))


def _words(status: Status) -> str:
    if status.state == "stopped":
        text = _say(_WORDS["stopped"])
        return text.format(reason=_reason(status), contact=status.contact or _say(_NOBODY))
    if status.reason in ("clock", "cloned"):
        return _reason(status)
    if status.state == "waiting":
        key = "waiting" if status.waiting else "connecting"
        return _say(_WORDS[key]).format(n=status.waiting, since=_clock(status.since))
    return _say(_WORDS["sent"])


def _reason(status: Status) -> str:
    return _say(_REASONS.get(status.reason, status.reason)).format(minutes=round(abs(status.clock_off) / 60_000))


def _clock(ms: int) -> str:
    return QDateTime.fromMSecsSinceEpoch(ms, QTimeZone(_CHINA_SECONDS)).toString("MM-dd HH:mm")


def _say(source: object) -> str:
    return QCoreApplication.translate("SyncBadge", str(source))
