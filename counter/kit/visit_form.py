"""检查表: the form of one inspection, filled in by digits, with reasons and photos; saved, then locked."""

from collections.abc import Callable, Mapping
from datetime import time
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit import open_file
from counter.kit.dialog import Dialog
from counter.kit.digits import Answer, Sheet, SheetLine
from counter.kit.number_field import NumberField
from counter.kit.page import AnyPage
from counter.kit.table import Column, Table
from counter.kit.words import SAVE, Button, Check, Text, TextField, listed, say
from counter.store_type import Store
from shared.domain import text
from shared.domain.refusal import Refusal
from shared.domain.workdays import local, ms_at
from shared.practice.assessment import actions, words
from shared.practice.assessment.facts import CheckLine, LineChecked
from shared.practice.assessment.inspection_form import Form
from shared.qt import evidence_photo, theme
from shared.qt.boxes import row

_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_LINE, _POINTS = QT_TRANSLATE_NOOP("Counter", "条目"), QT_TRANSLATE_NOOP("Counter", "得分")
_REASON, _ITEM = QT_TRANSLATE_NOOP("Counter", "原因"), QT_TRANSLATE_NOOP("Counter", "项目")
_PHOTOS = QT_TRANSLATE_NOOP("Counter", "照片")
_SKIPPED = QT_TRANSLATE_NOOP("Counter", "不适用")
_OWN = QT_TRANSLATE_NOOP("Counter", "另写原因")
_SAVE, _LOCK = QT_TRANSLATE_NOOP("Counter", "保存"), QT_TRANSLATE_NOOP("Counter", "锁定")
_BACK, _PHOTO = QT_TRANSLATE_NOOP("Counter", "返回"), QT_TRANSLATE_NOOP("Counter", "加照片")
_HOUR, _MINUTE = QT_TRANSLATE_NOOP("Counter", "看到的时间：时"), QT_TRANSLATE_NOOP("Counter", "分")
_BEFORE_LOCK = QT_TRANSLATE_NOOP("Counter", "锁定后不能再改，只能由被检单位申诉。")
_NO_FACE = QT_TRANSLATE_NOOP("Counter", "照片里认不出任何人，可以印在通报上")
_KEYS = QT_TRANSLATE_NOOP("Counter", "直接按数字：0–{most} 得分，{skip} 不适用。↑↓ 换条目。")
_ASK = QT_TRANSLATE_NOOP("Counter", "原因：{choices}，0 另写")
_MAX_HOUR, _MAX_MINUTE, _PHOTO_BYTES = 23, 59, 45_000


class SheetRow(msgspec.Struct, frozen=True):
    """A line of the form, its answer, and how many photos it has."""

    line: CheckLine
    answer: Answer
    photos: int


class DigitTable(Table[SheetRow]):
    """Emits `digit(str)` for a digit key and `entered` for Enter."""

    digit = Signal(str)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.text().isascii() and event.text().isdigit():
            self.digit.emit(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class VisitForm(QWidget):
    """The form as part of `page`; emits `left` when the person goes back to the list."""

    left = Signal()

    def __init__(self, page: AnyPage) -> None:
        super().__init__(page)
        self.page = page
        self.form: Form | None = None
        self.sheet = Sheet((), (), ())
        self.title, self.hint = Text(style="strong"), Text(style="lead", wrap=True)
        self.hour, self.minute = NumberField(_HOUR, 0, _MAX_HOUR), NumberField(_MINUTE, 0, _MAX_MINUTE)
        self.table = DigitTable(_LINE, _columns(), key=lambda shown: shown.line.code)
        self.back = Button(_BACK, "quiet", shortcut="Ctrl+B")
        self.photo = Button(_PHOTO, shortcut="Ctrl+P")
        self.save = Button(_SAVE, shortcut=SAVE)
        self.lock = Button(_LOCK, "primary", "lock", "Ctrl+Return")
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("small"))
        box.addLayout(row(self.title, None, Text(_HOUR, "soft"), self.hour, Text(_MINUTE, "soft"), self.minute))
        box.addWidget(self.hint)
        box.addWidget(self.table, 1)
        box.addLayout(row(self.back, None, self.photo, self.save, self.lock))
        self.table.digit.connect(self._on_digit)
        self.table.entered.connect(self._on_enter)
        self.table.moved.connect(self._on_row_changed)
        self.back.clicked.connect(self.left)
        self.photo.clicked.connect(self._choose_photo)
        self.save.clicked.connect(lambda: self._save(lambda: self.page.notice.say(self.tr("已保存。"))))
        self.lock.clicked.connect(self._lock)

    def open(self, form: Form) -> None:
        """Show this form, the cursor on the first line without an answer."""
        self.form = form
        lines = [SheetLine(line.code, int(float(line.points)), line.may_skip) for line in form.lines]
        answers = {each.code: Answer(_points_text(each.earned), not each.earned, each.reason) for each in form.answers}
        known = {line.code for line in form.lines}
        given = {code: answer for code, answer in answers.items() if code in known}
        self.sheet = Sheet(lines, form.reasons, form.skips, given)
        self.title.setText(f"{form.unit_name} · {words.visit(form.visit.value)} · {text.day(form.day)}")
        at = local(form.seen_at).time() if form.seen_at else time(0)
        self.hour.setValue(at.hour)
        self.minute.setValue(at.minute)
        for widget in (self.hour, self.minute, self.photo, self.save, self.lock):
            widget.setEnabled(not form.locked)
        self.sheet.move_to(next((n for n, line in enumerate(lines) if line.code not in given), 0))
        self._show_rows()
        self.table.setFocus()

    def refresh(self, form: Form) -> None:
        """Show what was stored meanwhile (photos); the answers on the screen stay."""
        self.form = form
        self._show_rows()

    def _on_digit(self, digit: str) -> None:
        if self.form is None or self.form.locked:
            return
        if self.sheet.press(digit):
            self._ask_reason()
        self._show_rows()

    def _on_enter(self) -> None:
        self.sheet.enter()
        self._show_rows()

    def _on_row_changed(self, shown: SheetRow | None) -> None:
        if shown is None or self.form is None:
            return
        place = [line.code for line in self.form.lines].index(shown.line.code)
        if place != self.sheet.place:
            self.sheet.move_to(place)
            self._show_hint()

    def _show_rows(self) -> None:
        """Show the answers; the cursor goes to the current line of the sheet."""
        if self.form is None:
            return
        photos = [photo.line for photo in self.form.photos]
        shown = [
            SheetRow(line, self.sheet.answers.get(line.code, Answer()), photos.count(line.code))
            for line in self.form.lines
        ]
        place = self.sheet.place
        self.table.show_rows(shown)
        self.sheet.place = place
        self.table.select(self.form.lines[place].code)
        self._show_hint()

    def _show_hint(self) -> None:
        if self.form is None or not self.sheet.lines:
            return
        line = self.form.lines[self.sheet.place]
        name = words.shipped(line.text)
        if self.sheet.asks:
            choices = listed(f"{n} {words.shipped(choice)}" for n, choice in enumerate(self.sheet.choices, start=1))
            self.hint.setText(f"{name} — " + say(_ASK).format(choices=choices))
            return
        missing = self.tr("还差 {count} 条").format(count=self.sheet.missing)
        keys = say(_KEYS).format(most=self.sheet.line.points, skip=self.sheet.skip_code)
        self.hint.setText(f"{name} — {keys}  {missing}")

    def _ask_reason(self) -> None:
        dialog = Dialog(self.page, _OWN, ok=_OK)
        dialog.add("reason", _REASON, TextField())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            asked.accept()
            self.sheet.write(values["reason"])
            self._show_rows()
            self.table.setFocus()

        dialog.ask(submit)

    def _draft(self) -> actions.Draft | None:
        form = self.form
        if form is None:
            return None
        lines = tuple(
            LineChecked(code, answer.earned, answer.reason)
            for code, answer in self.sheet.answers.items()
            if answer.given
        )
        at = time(self.hour.value(), self.minute.value())
        seen = ms_at(form.day, at) if at != time(0) else 0
        return actions.Draft(form.unit, form.visit, form.day, lines, seen)

    def _save(self, done: Callable[[], None]) -> None:
        draft, form, page = self._draft(), self.form, self.page
        if draft is None or form is None:
            return
        now = page.session.now()
        page.act(lambda store: actions.save(store, page.actor, form.id, draft, now=now), lambda _: done())

    def _lock(self) -> None:
        form, page = self.form, self.page
        if form is None:
            return
        dialog = Dialog(page, _LOCK, f"{self.title.text()}\n{say(_BEFORE_LOCK)}", ok=_LOCK)

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now, draft = page.session.now(), self._draft()

            def work(store: Store) -> Refusal | None:
                if draft and (refusal := actions.save(store, page.actor, form.id, draft, now=now)):
                    return refusal
                return actions.lock(store, page.actor, form.id, now=now)

            page.answer(asked, work, lambda _: self.left.emit())

        dialog.ask(submit)

    def _choose_photo(self) -> None:
        open_file.ask(self.page, _PHOTO, say(open_file.PICTURES), self.add_photo)

    def add_photo(self, file: Path) -> None:
        """Ask whether a person can be recognised, then store the photo for the current line."""
        dialog = Dialog(self.page, _PHOTO, file.name, ok=_OK)
        dialog.add("no_face", "", Check(_NO_FACE))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            self._store_photo(asked, file, values["no_face"])

        dialog.ask(submit)

    def _store_photo(self, asked: Dialog, file: Path, no_face: bool) -> None:
        form, draft, page = self.form, self._draft(), self.page
        if form is None or draft is None:
            return
        line, now = self.sheet.line.code, page.session.now()

        def work(store: Store) -> Refusal | None:
            content = file.read_bytes()
            small, taken = evidence_photo.small(content, _PHOTO_BYTES) or b"", evidence_photo.taken_at(content)
            if refusal := actions.save(store, page.actor, form.id, draft, now=now):
                return refusal
            at = ms_at(taken.date(), taken.time()) if taken else 0
            return actions.add_photo(store, page.actor, form.id, line, small, at, no_face, now=now)

        def kept(_: None) -> None:
            self.table.setFocus()
            page.refresh()

        page.answer(asked, work, kept)


def _points_text(earned: str) -> str:
    """Points as text: `3` stays, the fraction `7/2` of an import becomes 3.5."""
    if "/" in earned:
        above, below = earned.split("/")
        return f"{int(above) / int(below):g}"
    return earned


def _columns() -> list[Column[SheetRow]]:
    return [
        Column(_ITEM, lambda shown: words.item(shown.line.item.value)),
        Column(_LINE, lambda shown: words.shipped(shown.line.text)),
        Column(_POINTS, _points, _tone, right=True),
        Column(_REASON, lambda shown: words.shipped(shown.answer.reason), stretch=True),
        Column(_PHOTOS, lambda shown: str(shown.photos or ""), right=True),
    ]


def _points(shown: SheetRow) -> str:
    if shown.answer.skipped:
        return say(_SKIPPED)
    return f"{shown.answer.earned} / {shown.line.points}" if shown.answer.earned else f"— / {shown.line.points}"


def _tone(shown: SheetRow) -> str:
    if not shown.answer.given:
        return ""
    full = shown.answer.earned and float(shown.answer.earned) >= float(shown.line.points)
    return "good" if full else "soft" if shown.answer.skipped and shown.answer.reason else "warn"
