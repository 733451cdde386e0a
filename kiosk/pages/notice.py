"""Why customers cannot use the kiosk now, in friendly words: closed, nobody there, not set up, broken."""

from PySide6.QtCore import Qt

from kiosk.pages.page import Kiosk, Page
from kiosk.store.lobby import State
from kiosk.widgets.symbol_disc import SymbolDisc
from shared.qt import theme
from shared.qt.widgets import centred, label

_SYMBOLS = {
    State.CLOSED: "moon",
    State.NO_STAFF: "people",
    State.NO_HALL: "logo",
    State.BROKEN: "logo",
}


class NoticePage(Page[State, None]):
    """One symbol, one sentence, one line of advice. The first page replaces it once the reason is gone."""

    ends_visit = True
    times_out = False
    gives_way = True

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self.state = State.CLOSED
        self._disc = SymbolDisc(theme.current().px("symbol") * 3)
        self.title = centred(label(style="hero"))
        self._words = centred(label(style="title"))
        self.box.addStretch(2)
        self.box.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        self.box.addSpacing(theme.current().px("wide"))
        self.box.addWidget(self.title)
        self.box.addWidget(self._words)
        self.box.addStretch(3)

    def show_for(self, state: State) -> None:
        self.state = state
        self._disc.set_symbol(_SYMBOLS[self.state])
        self.retranslate()

    def retranslate(self) -> None:
        title, words = self._texts()
        self.title.setText(title)
        self._words.setText(words)

    def _texts(self) -> tuple[str, str]:
        lobby = self.kiosk.session.lobby
        opens, closes = (lobby.opens, lobby.closes) if lobby else ("", "")
        texts = {
            State.CLOSED: (
                self.tr("大厅休息了"),
                self.tr("营业时间 {opens}–{closes}，欢迎您再来。").format(opens=opens, closes=closes),
            ),
            State.NO_STAFF: (self.tr("请稍候"), self.tr("工作人员马上就到，有事请到窗口。")),
            State.NO_HALL: (self.tr("就快准备好了"), self.tr("这台屏幕还没有设置，请到窗口办理。")),
            State.BROKEN: (self.tr("屏幕正在检修"), self.tr("给您添麻烦了，请到窗口，我们当面听您说。")),
        }
        return texts[self.state]
