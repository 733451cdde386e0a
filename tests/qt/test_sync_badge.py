"""The quiet badge: what the courier reports, in words; and a bar while much is on its way."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from shared.qt.sync_badge import SyncBadge
from shared.sync.courier import State, Status

SENT = Status(State.SENT)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (SENT, "● 已全部上传"),
        (replace(SENT, state=State.WAITING, waiting=7, since=1_772_416_800_000), "▲ 7 条待上传，自 03-02 10:00"),
        (replace(SENT, state=State.WAITING, reason="offline"), "▲ 连不上汇聚库，恢复后自动上传"),
        (
            replace(SENT, state=State.WAITING, reason="offline", waiting=2, since=1_772_416_800_000),
            "▲ 2 条待上传，自 03-02 10:00 连不上，恢复后自动上传",
        ),
        (
            replace(SENT, state=State.WAITING, reason="error", waiting=2),
            "▲ 2 条待上传，本机同步出错，会再试；一直不好请联系管理员",
        ),
        (replace(SENT, reason="cloned", contact="024"), "！另一台机器也在用本机的登记，请联系024换发"),
        (
            replace(SENT, state=State.STOPPED, reason="revoked", contact="024-88"),
            "■ 已停止上传：本机已停用。请联系024-88",
        ),
        (replace(SENT, state=State.STOPPED, reason="app_too_old"), "■ 已停止上传：本程序需要升级。请联系管理员"),
        (replace(SENT, reason="clock", clock_off=-180_000), "！本机时钟差 3 分钟，已代为校正，请把时钟拨准"),
        (replace(SENT, done=400, total=100_000), "⇅ 正在同步 400 / 100000 条"),
        (replace(SENT, done=3, total=5), "● 已全部上传"),
    ],
)
def test_what_the_badge_says(qtbot, status, words):
    badge = SyncBadge()
    qtbot.addWidget(badge)
    badge.show_status(status)
    badge.show()
    assert badge.findChild(QLabel).text() == words
    assert badge.bar.isVisible() is (status.total >= 1000)
    if badge.bar.isVisible():
        assert (badge.bar.value(), badge.bar.maximum()) == (status.done, status.total)


def test_the_brief_badge_shows_a_mark_and_tells_a_screen_reader_all(qtbot):
    badge = SyncBadge(brief=True)
    qtbot.addWidget(badge)
    badge.show_status(replace(SENT, state=State.WAITING, waiting=7, since=1_772_416_800_000))
    text = badge.findChild(QLabel)
    assert text.text() == "▲ 7"
    assert text.accessibleName() == "▲ 7 条待上传，自 03-02 10:00"
    badge.show_status(SENT)
    assert text.text() == "●"


def test_a_pc_alone_has_no_badge(qtbot):
    badge = SyncBadge()
    qtbot.addWidget(badge)
    badge.show_status(Status(State.ALONE))
    assert badge.isHidden()
