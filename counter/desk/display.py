"""用户屏（评价器）: settings of the customer's display and of how it asks for a card, with a trial."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QGuiApplication, QScreen

from counter.kit.choice import Choice, choice
from counter.kit.number_field import NumberField
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import Button, Text, named, say
from counter.store_type import Store
from shared.device import config
from shared.device.config import Screens
from shared.qt.boxes import column, row

_NONE = QT_TRANSLATE_NOOP("Counter", "没有用户屏")
_SCREEN = QT_TRANSLATE_NOOP("Counter", "屏幕 {n}：{name}（{width}×{height}）")
_THIS = QT_TRANSLATE_NOOP("Counter", "屏幕 {n}：本窗口所在的屏幕")
_RATINGS = {
    "no": QT_TRANSLATE_NOOP("Counter", "不评价，只显示谁在服务、叫到几号"),
    "cards": QT_TRANSLATE_NOOP("Counter", "触摸屏：办结后请用户送一张卡"),
    "code": QT_TRANSLATE_NOOP("Counter", "不能触摸：办结后显示小票的码，到自助屏扫"),
}
_WHICH = QT_TRANSLATE_NOOP("Counter", "用户屏是哪一块")
_HOW = QT_TRANSLATE_NOOP("Counter", "办结以后")
_SECONDS = QT_TRANSLATE_NOOP("Counter", "等用户多少秒")
_ABOUT = QT_TRANSLATE_NOOP(
    "Counter",
    "朝着用户的第二块屏幕：平时显示照片、姓名和叫到的号，暂停时显示请到哪个窗口。用户在上面送的卡和自助屏一样：一号一卡，不需要登录，不点就是“未评价”。",
)
_SAVED = QT_TRANSLATE_NOOP("Counter", "已保存，用户屏已按新的设置显示。")
_TESTING = QT_TRANSLATE_NOOP("Counter", "请看用户屏：显示约20秒，点了也不会记录。")
_CHOOSE = QT_TRANSLATE_NOOP("Counter", "请先选一块屏幕。")


def displays(here: QScreen, *, none: bool = True) -> dict[int, str]:
    """Display number -> name; `here`: the display of this window; `none`: also -1 for no display."""
    found = {-1: say(_NONE)} if none else {}
    for number, screen in enumerate(QGuiApplication.screens()):
        size = screen.geometry().size()
        values = {"n": number + 1, "name": screen.name(), "width": size.width(), "height": size.height()}
        found[number] = say(_THIS if screen is here else _SCREEN).format(**values)
    return found


class DisplaySettings(msgspec.Struct, frozen=True):
    """The settings of the customer's display on this PC."""

    screens: Screens


class DisplayPart(PageTab):
    """The tab with its fields; saved by a button."""

    title = QT_TRANSLATE_NOOP("Counter", "用户屏（评价器）")

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self._shown: Screens | None = None
        self.which: Choice = choice({-1: say(_NONE)})
        self.how: Choice = choice({key: say(text) for key, text in _RATINGS.items()})
        self.seconds = NumberField(_SECONDS, 5, 120)
        self.save = Button(QT_TRANSLATE_NOOP("Counter", "保存"), "primary", shortcut="Ctrl+S")
        self.test = Button(QT_TRANSLATE_NOOP("Counter", "试一试"), shortcut="F5")
        fields = ((_WHICH, self.which), (_HOW, self.how), (_SECONDS, self.seconds))
        parts = [part for label, field in fields for part in (Text(label, "caption"), field)]
        for label, field in fields:
            named(field, label)
        self.setLayout(column(Text(_ABOUT, "soft", wrap=True), *parts, row(self.save, self.test, None), None))
        self.save.clicked.connect(self._save)
        self.test.clicked.connect(self._test)

    def query(self) -> Callable[[Store], DisplaySettings]:
        return lambda store: DisplaySettings(config.load(store.folder).screens)

    def show_part(self, data: DisplaySettings) -> None:
        found = displays(self.screen())
        self.which.refill(found)
        self.how.refill({key: say(text) for key, text in _RATINGS.items()})
        if data.screens != self._shown:  # otherwise keep what the person has changed and not saved
            self._shown = data.screens
            numbers = list(found)
            wanted = data.screens.second_screen
            self.which.setCurrentIndex(numbers.index(wanted) if wanted in numbers else 0)
            self.how.setCurrentIndex(list(_RATINGS).index(data.screens.rating))
            self.seconds.setValue(data.screens.rating_seconds)

    def take_focus(self) -> None:
        self.which.setFocus()

    def _save(self) -> None:
        number, rating, seconds = self.which.currentData(), self.how.currentData(), self.seconds.value()

        def keep(store: Store) -> None:
            device = config.load(store.folder)
            screens = msgspec.structs.replace(
                device.screens, second_screen=number, rating=rating, rating_seconds=seconds
            )
            config.save(store.folder, msgspec.structs.replace(device, screens=screens))

        def kept(_: None) -> None:
            self.page.session.display_set.emit()
            self.page.notice.say(say(_SAVED))
            self.page.refresh()

        self.page.session.read(self.page, keep, kept)

    def _test(self) -> None:
        number = self.which.currentData()
        if number < 0:
            self.page.notice.say(say(_CHOOSE), "warn")
            return
        self.page.session.display_tried.emit(number, self.how.currentData())
        self.page.notice.say(say(_TESTING))
