"""打印机: which printer this PC uses for pages and which for slips, chosen once; each tried with a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QLayout, QWidget

from counter.kit.parts import PageOfParts, PagePart
from counter.kit.printer_choice import LABELS, PrinterChoice
from counter.kit.words import Button, Text, say
from counter.store_type import Store
from shared.qt import printers
from shared.qt.boxes import column, row
from shared.qt.printers import Use

_ABOUT = QT_TRANSLATE_NOOP(
    "Counter",
    "选一次就行，日志和汇总用“纸张”，排队号和回执用“小票”。没有打印机就存为 PDF，小票在屏幕上显示。",
)
_NONE = QT_TRANSLATE_NOOP("Counter", "这台电脑没有装打印机。请在系统里装好，再按“重新查找”；在那之前可以存为 PDF。")
_SAVED = QT_TRANSLATE_NOOP("Counter", "已保存，从下一次打印起生效。")
_TRIED = QT_TRANSLATE_NOOP("Counter", "试印页已送往“{name}”。")
_FAILED = QT_TRANSLATE_NOOP("Counter", "打印机“{name}”没有响应。请检查电源、纸和连线。")
_NO_PRINTER = QT_TRANSLATE_NOOP("Counter", "没有可用的打印机，没有试印。")
_TRY = QT_TRANSLATE_NOOP("Counter", "试印")
_USES: tuple[Use, ...] = ("pages", "slips")


@dataclass(frozen=True)
class Found:
    """The printers of this system, and those kept for this PC by use."""

    names: tuple[str, ...]
    chosen: dict[Use, str]


def look(store: Store, known: tuple[str, ...] | None = None) -> Found:
    """`known`: the names of an earlier look: asking the system may take a while."""
    names = printers.names() if known is None else known
    return Found(names, {use: printers.chosen(store.folder, use) for use in _USES})


class PrintersPart(PagePart):
    """A drop-down for each use; what is chosen is saved by a button."""

    title = QT_TRANSLATE_NOOP("Counter", "打印机")

    def __init__(self, page: PageOfParts) -> None:
        super().__init__(page)
        self._found: Found | None = None
        self._anew = False
        self.choices = {use: PrinterChoice(use) for use in _USES}
        self.tries = {use: Button(_TRY, "quiet") for use in _USES}
        self.none = Text(_NONE, tone="warn", wrap=True)
        self.save = Button(QT_TRANSLATE_NOOP("Counter", "保存"), "primary", shortcut="Ctrl+S")
        self.again = Button(QT_TRANSLATE_NOOP("Counter", "重新查找"), shortcut="F5")
        fields: list[QWidget | QLayout] = []
        for use, choice in self.choices.items():
            fields += [Text(LABELS[use], "caption"), row(choice, self.tries[use], None)]
            self.tries[use].clicked.connect(partial(self._try, use))
        self.setLayout(
            column(Text(_ABOUT, "soft", wrap=True), self.none, *fields, row(self.save, self.again, None), None)
        )
        self.none.hide()
        self.save.clicked.connect(self._save)
        self.again.clicked.connect(self._look_again)

    def query(self) -> Callable[[Store], Found]:
        known = self._found.names if self._found and not self._anew else None
        self._anew = False
        return lambda store: look(store, known)

    def show_part(self, data: Found) -> None:
        kept = {use: choice.currentData() for use, choice in self.choices.items()}
        untouched = self._found is None or data.chosen != self._found.chosen
        self._found = data
        for use, choice in self.choices.items():
            choice.offer(data.names, data.chosen[use])
            if not untouched:  # not what somebody is choosing just now
                choice.setCurrentIndex(max(0, choice.findData(kept[use])))
        self.none.setVisible(not data.names)

    def take_focus(self) -> None:
        self.choices["pages"].setFocus()

    def _look_again(self) -> None:
        self._anew = True  # a look that is under way began before
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

    def _try(self, use: Use) -> None:
        chosen, now = self.choices[use].currentData(), self.page.session.now()

        def work(store: Store) -> tuple[str, bool]:
            from shared import slip_printer  # late: few print

            name = chosen or printers.without_choice(use)
            return name, bool(name) and slip_printer.trial(store, use, name, now)

        self.page.session.read(self.page, work, self._tried)

    def _tried(self, answer: tuple[str, bool]) -> None:
        name, printed = answer
        said = _TRIED if printed else _FAILED if name else _NO_PRINTER
        self.page.notice.say(say(said).format(name=name), "good" if printed else "warn")
