"""The warning that two counters set something differently on one ticket, and the supervisor's confirmation."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QFrame, QVBoxLayout

from counter.kit.clock import moment
from counter.kit.page import AnyPage
from counter.kit.words import Button, Text, as_typed
from shared.domain.roles import Act, may
from shared.practice.inquiries import actions, words
from shared.practice.inquiries.facts import Aspect
from shared.practice.inquiries.views import Clash, SetValue, Ticket
from shared.qt import theme
from shared.qt.boxes import row
from shared.qt.widgets import clear

_TITLE = QT_TRANSLATE_NOOP("Counter", "两个窗口各改了一次，请站长核对")


class ClashStrip(QFrame):
    """Shows both values of each clash; hidden where there are none."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page, self._ticket = page, ""
        self.clashes: tuple[Clash, ...] = ()
        self.setProperty("look", "notice")
        self.setProperty("tone", "warn")
        self.settle = Button(QT_TRANSLATE_NOOP("Counter", "已核对"), shortcut="Ctrl+J")
        self.settle.clicked.connect(self._settle)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(theme.current().px("tight"))
        box = QVBoxLayout(self)
        gap, small = theme.current().px("gap"), theme.current().px("small")
        box.setContentsMargins(gap, small, gap, small)
        title = row(Text(_TITLE, "strong", wrap=True), self.settle)
        title.setStretch(0, 1)
        box.addLayout(title)
        self.settle.setVisible(may(page.actor.role, Act.CONSENT))  # shown without a parent it would be a window
        box.addLayout(self.lines)

    def show_clashes(self, ticket: Ticket, clashes: Sequence[Clash]) -> None:
        """Show the clashes of a ticket."""
        self._ticket, self.clashes = ticket.id, tuple(clashes)
        clear(self.lines)
        for clash in clashes:
            current, other = self._setting_text(clash, clash.kept), self._setting_text(clash, clash.other)
            aspect = words.aspect(clash.aspect)
            self.lines.addWidget(as_typed(self.tr("{aspect}现在是：{set}").format(aspect=aspect, set=current)))
            self.lines.addWidget(as_typed(self.tr("另一处改为：{set}").format(set=other)))
        self.setVisible(bool(clashes))

    def _setting_text(self, clash: Clash, setting: SetValue) -> str:
        """A value with who set it and when: 李娜（张敏 10:20）."""
        name, now = self._page.session.here.name, self._page.session.now()
        value = name(setting.value) if clash.aspect is Aspect.HANDLER and setting.value else setting.value
        text = self.tr("{what}（{who} {at}）")
        what = words.setting(clash.aspect, setting.what, value)
        return text.format(what=what, who=name(setting.actor), at=moment(setting.at, now))

    def _settle(self) -> None:
        page, ticket, now = self._page, self._ticket, self._page.session.now()
        others = [clash.other.id for clash in self.clashes]
        done_text = self.tr("已核对，记录在经过里。")
        page.act(
            lambda store: actions.settle_clash(store, page.actor, ticket, others, now=now),
            lambda _: page.notice.say(done_text),
        )
