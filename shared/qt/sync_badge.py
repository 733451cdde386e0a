"""The sync status of both apps: everything sent, so many waiting since when, or stopped, why, and what to do.

During a long round, such as the first sync of a new PC, a bar shows the progress.
"""

from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from shared.qt import theme
from shared.qt.china_time import china_time
from shared.qt.translation import Translated
from shared.qt.widgets import label, set_property

_LONG = 1000  # events; fewer take less than half a second
_TONES = {"sent": "soft", "waiting": "warn", "stopped": "bad"}
_WORDS = {
    "sent": QT_TRANSLATE_NOOP("SyncBadge", "● 已全部上传"),
    "waiting": QT_TRANSLATE_NOOP("SyncBadge", "▲ {n} 条待上传，自 {since}"),
    "offline": QT_TRANSLATE_NOOP("SyncBadge", "▲ 连不上汇聚库，恢复后自动上传"),
    "waiting_offline": QT_TRANSLATE_NOOP("SyncBadge", "▲ {n} 条待上传，自 {since} 连不上，恢复后自动上传"),
    "error": QT_TRANSLATE_NOOP("SyncBadge", "▲ {n} 条待上传，本机同步出错，会再试；一直不好请联系{contact}"),
    "moving": QT_TRANSLATE_NOOP("SyncBadge", "⇅ 正在同步 {done} / {total} 条"),
    "stopped": QT_TRANSLATE_NOOP("SyncBadge", "■ 已停止上传：{reason}。请联系{contact}"),
}
_REASONS = {
    "revoked": QT_TRANSLATE_NOOP("SyncBadge", "本机已停用"),
    "app_too_old": QT_TRANSLATE_NOOP("SyncBadge", "本程序需要升级"),
    "hub_too_old": QT_TRANSLATE_NOOP("SyncBadge", "汇聚库需要升级"),
    "clock": QT_TRANSLATE_NOOP("SyncBadge", "！本机时钟差 {minutes} 分钟，已代为校正，请把时钟拨准"),
    "quota": QT_TRANSLATE_NOOP("SyncBadge", "今天上传的数据超过限额，明天自动继续"),
    "exceeded": QT_TRANSLATE_NOOP("SyncBadge", "！有内容超出本机权限，汇聚库没有采用，请联系{contact}"),
    "unread": QT_TRANSLATE_NOOP("SyncBadge", "！有 {n} 条别处的记录本机读不了，已跳过，请联系{contact}"),
    "enrolment_lost": QT_TRANSLATE_NOOP("SyncBadge", "本机的登记文件丢失或损坏，需要重新加入"),
    "broken": QT_TRANSLATE_NOOP("SyncBadge", "！本机文件丢失或损坏：{files}。请联系{contact}"),
    "cloned": QT_TRANSLATE_NOOP("SyncBadge", "！另一台机器也在用本机的登记，请联系{contact}换发"),
}
_ODD = ("clock", "cloned", "exceeded")  # shown although everything is sent
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
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def heard_at(self) -> int: ...
    @property
    def unread(self) -> int: ...
    @property
    def broken(self) -> tuple[str, ...]: ...


class SyncBadge(Translated):
    """One line of small print; nothing at all on a PC that belongs to no hub.

    `brief`, before customers, it is the mark and how many wait; screen readers still read all of it.
    """

    def __init__(self, *, brief: bool = False) -> None:
        super().__init__()
        self._brief = brief
        self._text = label(style="caption", wrap=False)
        self._status: Status | None = None
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(theme.current().px("vast"))
        self.bar.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        row.addWidget(self.bar)
        self.hide()

    def show_status(self, status: Status) -> None:
        """Show the courier's newest status."""
        self._status = status
        self.retranslate()

    def retranslate(self) -> None:
        status = self._status
        self.setVisible(status is not None and (status.state != "alone" or bool(status.broken)))
        if status is None:
            return
        whole = words(status)
        self._text.setText(_mark(whole, status) if self._brief else whole)
        self._text.setAccessibleName(whole)
        self.bar.setVisible(_is_long(status))
        self.bar.setRange(0, max(1, status.total))
        self.bar.setValue(status.done)
        odd = status.reason in _ODD or bool(status.broken) or (status.state == "sent" and status.unread > 0)
        set_property(self._text, "tone", "warn" if odd else _TONES.get(status.state, ""))


def _is_long(status: Status) -> bool:
    return status.total >= _LONG and status.state != "stopped"


def _mark(whole: str, status: Status) -> str:
    """The short form: the mark that every text begins with, and how many wait."""
    return f"{whole[:1]} {status.waiting}" if status.waiting and not _is_long(status) else whole[:1]


def words(status: Status) -> str:
    """The status in full: what is sent or waits, since when, why, and what to do."""
    if _is_long(status):
        return _say(_WORDS["moving"]).format(done=status.done, total=status.total)
    if status.state != "stopped" and status.broken:
        files = ", ".join(status.broken)
        return _say(_REASONS["broken"]).format(files=files, contact=status.contact or _say(_NOBODY))
    if status.state != "stopped" and status.reason in _ODD:
        return _reason(status)
    if status.state == "sent" and status.unread:
        return _say(_REASONS["unread"]).format(n=status.unread, contact=status.contact or _say(_NOBODY))
    contact = status.contact or _say(_NOBODY)
    values = {"n": status.waiting, "since": _clock(status.since), "reason": _reason(status), "contact": contact}
    return _say(_WORDS[_case(status)]).format(**values)


def _case(status: Status) -> str:
    """Which of `_WORDS` fits."""
    if status.state != "waiting":
        return "stopped" if status.state == "stopped" else "sent"
    if status.reason == "error":
        return "error"
    if status.reason == "offline":
        return "waiting_offline" if status.waiting else "offline"
    return "waiting"


def _reason(status: Status) -> str:
    minutes, contact = round(abs(status.clock_off) / 60_000), status.contact or _say(_NOBODY)
    return _say(_REASONS.get(status.reason, status.reason)).format(minutes=minutes, contact=contact)


def _clock(ms: int) -> str:
    return china_time(ms).toString("MM-dd HH:mm")


def _say(source: object) -> str:
    return QCoreApplication.translate("SyncBadge", str(source))
