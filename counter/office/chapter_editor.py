"""The editor of a chapter: its Markdown beside a preview, with the buttons for draft, publishing, withdrawal."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from counter.kit.chapter_view import ChapterView
from counter.kit.choice import choice
from counter.kit.flow import Flow
from counter.kit.number_field import NumberField
from counter.kit.words import NEW, Button, Text, TextArea, TextField, named
from shared.practice.rulebook import words
from shared.practice.rulebook.facts import Book, Standard
from shared.practice.rulebook.facts import ChapterText as ChapterText
from shared.practice.rulebook.views import Chapter
from shared.qt import theme

_CODE = QT_TRANSLATE_NOOP("Counter", "代号")
_PLACE = QT_TRANSLATE_NOOP("Counter", "次序")
_TITLE = QT_TRANSLATE_NOOP("Counter", "标题")
_BOOK, _STANDARD = QT_TRANSLATE_NOOP("Counter", "哪一本"), QT_TRANSLATE_NOOP("Counter", "标准")
_WORDS = QT_TRANSLATE_NOOP("Counter", "正文（Markdown；条文写“第1条 …”）")
_PREVIEW = QT_TRANSLATE_NOOP("Counter", "发布后的样子")
_LINES, _MOST_CHAPTERS, _PAUSE_MS = 10, 99, 200


class ChapterEditor(QWidget):
    """The form below the list of chapters; the preview follows typing after a short pause."""

    def __init__(self) -> None:
        super().__init__()
        self.book, self.standard = choice({}), choice({})
        self.code, self.title, self.order = TextField(), TextField(), NumberField(_PLACE, 1, _MOST_CHAPTERS)
        self.words, self.preview = TextArea(lines=_LINES), ChapterView()
        self.new = Button(QT_TRANSLATE_NOOP("Counter", "新的一章"), shortcut=NEW)
        self.withdraw = Button(QT_TRANSLATE_NOOP("Counter", "撤销这一章"))
        self.draft = Button(QT_TRANSLATE_NOOP("Counter", "存为征求意见稿"))
        self.publish = Button(QT_TRANSLATE_NOOP("Counter", "发布这一章"), "primary", "check", "Ctrl+Return")
        self._saved: tuple[str, ChapterText | None] = ("", None)
        self._preview_timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._preview_timer.timeout.connect(lambda: self.preview.show_text(self.words.text()))
        self.words.textChanged.connect(self._preview_timer.start)
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setSpacing(theme.current().px("tight"))
        fields = ((_BOOK, self.book), (_STANDARD, self.standard), (_CODE, self.code), (_PLACE, self.order))
        for across, (source, field) in enumerate((*fields, (_TITLE, self.title))):
            named(field, source)
            grid.addWidget(Text(source, "caption"), 0, across)
            grid.addWidget(field, 1, across)
        grid.setColumnStretch(len(fields), 1)
        box.addLayout(grid)
        both = QGridLayout()
        for across, (source, side) in enumerate(((_WORDS, self.words), (_PREVIEW, self.preview))):
            named(side, source)
            both.addWidget(Text(source, "caption"), 0, across)
            both.addWidget(side, 1, across)
            both.setColumnStretch(across, 1)
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # as high as the text area
        for each in (self.book, self.standard):
            each.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.addLayout(both)
        box.addLayout(Flow(self.new, self.withdraw, None, self.draft, self.publish))

    def retranslate(self) -> None:
        """Write the drop-downs in the language of the screen."""
        self._refill(self.book.currentData(), self.standard.currentData())
        if self._saved[1] is None:
            self.mark_saved()

    @property
    def text(self) -> ChapterText:
        """The chapter as typed."""
        return ChapterText(
            place=self.order.value(),
            title=self.title.text().strip(),
            text=self.words.text().strip(),
            book=self.book.currentData(),
            standard=self.standard.currentData(),
        )

    @property
    def changed(self) -> bool:
        """Whether there is text that was neither published nor stored as a draft."""
        return self._saved != (self.code.text().strip(), self.text)

    def mark_saved(self) -> None:
        """Take the text as saved: `changed` compares with it."""
        self._saved = (self.code.text().strip(), self.text)

    def fill(self, code: str, chapter: Chapter | ChapterText) -> None:
        """Put a chapter into the form."""
        self.code.setText(code)
        self.title.setText(chapter.title)
        self.order.setValue(chapter.place)
        self.words.setPlainText(chapter.text)
        self.preview.show_text(chapter.text)
        self._refill(chapter.book, chapter.standard)
        self.mark_saved()

    def _refill(self, book: Book | None, standard: Standard | None) -> None:
        """Offer the books and standards, also one of a newer version, and choose these; without, the first."""
        self.book.refill({each: words.book(each.value) for each in Book.and_newer((book,))})
        self.standard.refill({each: words.standard(each.value) for each in Standard.and_newer((standard,))})
        for box, value in ((self.book, book), (self.standard, standard)):
            box.setCurrentIndex(max(0, box.findData(value)))

    def restore(self, text: ChapterText) -> None:
        """Put unsaved text back into the form; it stays unsaved."""
        before = self._saved
        self.fill(self.code.text(), text)
        self._saved = before

    def start_new(self, place: int) -> None:
        """Clear the form for a new chapter at this place."""
        for field in (self.code, self.title, self.words):
            field.clear()
        self.order.setValue(place)
        self.mark_saved()
        self.code.setFocus()
