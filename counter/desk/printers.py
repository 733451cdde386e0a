"""打印机: the settings of this PC's printers for pages and for slips, with a test page for each."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QLayout, QWidget

from counter.kit.printer_choice import LABELS, PrinterChoice
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import Button, Text, say
from counter.store_type import Store
from shared.prints import slip_printer
from shared.qt import printers
from shared.qt.boxes import column, row
from shared.qt.printers import Use

_ABOUT = QT_TRANSLATE_NOOP(
    "Counter",
    "选一次就行，日志和汇总用“纸张”，排队号和回执用“小票”。没有打印机就存为 PDF，小票在屏幕上显示。",
)
_NONE = QT_TRANSLATE_NOOP("Counter", "这台电脑没有装打印机。请在系统里装好，再按“重新查找”；在那之前可以存为 PDF。")
_SAVED = QT_TRANSLATE_NOOP("Counter", "已保存，从下一次打印起生效。")
_TESTED = QT_TRANSLATE_NOOP("Counter", "试印页已送往“{name}”。")
_FAILED = QT_TRANSLATE_NOOP("Counter", "打印机“{name}”没有响应。请检查电源、纸和连线。")
_NO_PRINTER = QT_TRANSLATE_NOOP("Counter", "没有可用的打印机，没有试印。")
_TEST = QT_TRANSLATE_NOOP("Counter", "试印")
_USES: tuple[Use, ...] = ("pages", "slips")


class Printers(msgspec.Struct, frozen=True):
    """The names of the system's printers, and the one chosen for each use ("" for none)."""

    names: tuple[str, ...]
    chosen: dict[Use, str]


def read_printers(store: Store, known: tuple[str, ...] | None = None) -> Printers:
    """Read both; `known`: names found before, because asking the system may take seconds."""
    names = printers.names() if known is None else known
    return Printers(names, {use: printers.chosen(store.folder, use) for use in _USES})


class PrintersPart(PageTab):
    """The tab with a drop-down for each use; saved by a button."""

    title = QT_TRANSLATE_NOOP("Counter", "打印机")

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self._data: Printers | None = None
        self._search_again = False
        self.choices = {use: PrinterChoice(use) for use in _USES}
        self.tests = {use: Button(_TEST, "quiet") for use in _USES}
        self.none = Text(_NONE, tone="warn", wrap=True)
        self.save = Button(QT_TRANSLATE_NOOP("Counter", "保存"), "primary", shortcut="Ctrl+S")
        self.search = Button(QT_TRANSLATE_NOOP("Counter", "重新查找"), shortcut="F5")
        fields: list[QWidget | QLayout] = []
        for use, choice in self.choices.items():
            fields += [Text(LABELS[use], "caption"), row(choice, self.tests[use], None)]
            self.tests[use].clicked.connect(partial(self._test, use))
        self.setLayout(
            column(Text(_ABOUT, "soft", wrap=True), self.none, *fields, row(self.save, self.search, None), None)
        )
        self.none.hide()
        self.save.clicked.connect(self._save)
        self.search.clicked.connect(self._search)

    def query(self) -> Callable[[Store], Printers]:
        known = self._data.names if self._data and not self._search_again else None
        self._search_again = False
        return lambda store: read_printers(store, known)

    def show_part(self, data: Printers) -> None:
        kept = {use: choice.currentData() for use, choice in self.choices.items()}
        untouched = self._data is None or data.chosen != self._data.chosen
        self._data = data
        for use, choice in self.choices.items():
            choice.offer(data.names, data.chosen[use])
            if not untouched:  # keep what the person has changed and not saved
                choice.setCurrentIndex(max(0, choice.findData(kept[use])))
        self.none.setVisible(not data.names)

    def take_focus(self) -> None:
        self.choices["pages"].setFocus()

    def _search(self) -> None:
        self._search_again = True  # also if a reading with the old names is under way
        self.page.refresh()

    def _save(self) -> None:
        names: dict[Use, str] = {use: choice.currentData() for use, choice in self.choices.items()}

        def keep(store: Store) -> None:
            for use, name in names.items():
                printers.choose(store.folder, use, name)

        def kept(_: None) -> None:
            self.page.notice.say(say(_SAVED))
            self.page.refresh()

        self.page.session.read(self.page, keep, kept)

    def _test(self, use: Use) -> None:
        chosen, now = self.choices[use].currentData(), self.page.session.now()

        def work(store: Store) -> tuple[str, bool]:
            name = chosen or printers.without_choice(use)
            return name, bool(name) and slip_printer.trial(store, use, name, now)

        self.page.session.read(self.page, work, self._show_result)

    def _show_result(self, answer: tuple[str, bool]) -> None:
        name, printed = answer
        said = _TESTED if printed else _FAILED if name else _NO_PRINTER
        self.page.notice.say(say(said).format(name=name), "good" if printed else "warn")
