"""The thanks page, shown once the card is stored. A sentence may be added; the page closes by itself."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout

from kiosk.keyboard import phrases
from kiosk.pages.page import Kiosk, Page, set_direction
from kiosk.pages.taken_back import teller
from kiosk.pages.write import WritePage
from kiosk.widgets.card_emblem import CardEmblem
from kiosk.widgets.tiles import Choice
from shared.practice.cards import actions as cards
from shared.practice.cards import words
from shared.practice.cards.facts import Flag
from shared.qt import theme
from shared.qt.buttons import TouchButton
from shared.qt.widgets import Meter, centred, label

if TYPE_CHECKING:
    from shared.domain.refusal import Refusal
    from shared.people.views import Person

_TICK_MS = 100
_AFTER_SENTENCE = 0.5  # share of the page's time that is left once the sentence is stored


class Thanks(msgspec.Struct, frozen=True):
    """A card that was just stored."""

    person: "Person"
    p: str
    awarded: cards.Awarded


class ThanksPage(Page[Thanks, None]):
    """谢谢您！ Touching anything but a sentence closes it."""

    ends_visit = True
    times_out = False
    animates = False

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        now = theme.current()
        self._person: Person | None = None
        self._p, self.card = "polite", ""
        self._rests = False
        self._clock, self._since_award, self._seconds = QElapsedTimer(), QElapsedTimer(), 1.0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._emblem, self._meter = CardEmblem(), Meter()
        self._title, self._words, self._offer = (centred(label(style=style)) for style in ("hero", "title", "lead"))
        self._make_buttons()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(now.px("wide"))
        self._halves.addWidget(self._emblem, 5)
        self._halves.addLayout(self._texts(), 6)
        self.box.addLayout(self._halves, 1)
        self.box.addWidget(self._meter)

    def _make_buttons(self) -> None:
        """The two ways out, and the sentences, which are made once and reused."""
        self.close_button = TouchButton("", "primary").tall()
        self.close_button.clicked.connect(self._close)
        self.undo = TouchButton("", "quiet", "back").tall()
        self.undo.clicked.connect(self._take_back)
        self._sentences = QGridLayout()
        self._sentences.setSpacing(theme.current().px("small" if theme.current().senior else "gap"))
        self.choices = [Choice() for _ in phrases.THANKS[self._p]]
        for place, button in enumerate(self.choices):
            button.clicked.connect(lambda _checked=False, place=place: self._add(str(phrases.THANKS[self._p][place])))
            self._sentences.addWidget(button, place, 0)
        self.write = TouchButton("", "chip", "write")
        self.write.clicked.connect(self._write)
        self._sentences.addWidget(self.write, len(self.choices), 0)

    def _texts(self) -> QVBoxLayout:
        box = QVBoxLayout()
        now = theme.current()
        box.setSpacing(now.px("gap" if now.senior else "room"))
        box.addStretch(1)
        for text in (self._title, self._words, self._offer):
            box.addWidget(text)
        box.addLayout(self._sentences)
        box.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(self.undo)
        last.addWidget(self.close_button, 1)
        box.addLayout(last)
        return box

    @property
    def step(self) -> tuple[int, int]:
        return 3, 3

    def show_for(self, thanks: Thanks) -> None:
        self._person, self._p = thanks.person, thanks.p
        self.card = thanks.awarded.card
        self._rests = Flag.BURST in thanks.awarded.flags
        self._emblem.show_p(self._p)
        self._offer_sentences()
        self.undo.setVisible(True)
        self.setEnabled(True)
        self.retranslate()
        self._seconds = self.kiosk.seconds("thanks_seconds")
        self._meter.set_share(1)
        self._clock.start()
        self._since_award.start()
        self._timer.start()
        self.kiosk.play_thanks()

    def retranslate(self) -> None:
        name = self._person.name if self._person else ""
        self._title.setText(self.tr("谢谢您！"))
        self._words.setText(self.tr("{name} 收到了您的“{p}”卡").format(name=name, p=words.p(self._p)))
        self._offer.setText(self.tr("想再说一句吗？不选也可以。"))
        self.close_button.setText(self.tr("好了"))
        self.undo.setText(self.tr("送错了"))
        self.write.setText(self.tr("自己写一句"))
        for button, phrase in zip(self.choices, phrases.THANKS[self._p], strict=True):
            button.set_text(phrases.shown(phrase))

    def lay_out(self, portrait: bool) -> None:
        set_direction(self._halves, portrait)
        self._offer.setHidden(theme.current().senior and not portrait)  # the sentences need the room

    def _offer_sentences(self) -> None:
        for button in (*self.choices, self.write):
            button.show()
            button.setEnabled(True)

    def _add(self, sentence: str) -> None:
        self.setFocus()  # otherwise Qt moves it from the disabled button to the next one, at last to 送错了
        for button in (*self.choices, self.write):
            button.setEnabled(False)
        self._store_sentence(sentence)

    def _write(self) -> None:
        """Open the keyboard page, which does not close by itself."""
        self._finish()
        self.kiosk.go(WritePage, ThanksPage)

    def sentence_written(self, sentence: str) -> None:
        self._store_sentence(sentence)
        self.kiosk.home()

    def _store_sentence(self, sentence: str) -> None:
        card, session = self.card, self.kiosk.session
        now = session.now()
        session.record(self, lambda store: cards.add_sentence(store, card, sentence, now=now), self.sentence_stored)

    def sentence_stored(self, refusal: "Refusal | None") -> None:
        """Tell the customer, here or on the page that is shown by now."""
        said = self.tr("这句话已经带到了。") if refusal is None else self.tr("谢谢您的心意。")
        if not self.isVisible():
            self.kiosk.say(said)
            return
        for button in (*self.choices, self.write):
            button.hide()
        self._offer.setText(said)
        self._offer.show()
        self._seconds *= _AFTER_SENTENCE
        self._clock.start()

    def _take_back(self) -> None:
        """Take back a card given by mistake: it stays in the journal and counts for nobody."""
        card, kiosk, session = self.card, self.kiosk, self.kiosk.session
        now, told = session.now(), teller(kiosk, self.tr("已撤回，这张卡不算。"))
        self._finish()
        kiosk.home()  # the session owns the answer
        session.record(session, lambda store: cards.take_back(store, card, now=now), told)

    def _tick(self) -> None:
        left = 1 - self._clock.elapsed() / (self._seconds * 1000)
        self._meter.set_share(left)
        if self._since_award.elapsed() > self.lobby.undo_seconds * 1000:
            self.undo.hide()
        if left <= 0:
            self._close()

    def _close(self) -> None:
        self._finish()
        if self.isVisible():
            self.kiosk.home()

    def _finish(self) -> None:
        """Stop the timer, start the rest after a burst, and read the lobby again."""
        self._timer.stop()
        if self._rests:
            self.kiosk.session.rest()
        self.kiosk.session.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._close()
