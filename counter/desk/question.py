"""Asks the customer of the number just finished for a card, on their display, and stores the answer."""

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter.desk.rating import Rating
from counter.session import CounterSession
from counter.store_type import Store
from shared.device import codes, config, qr
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.domain.sections import CounterTimes
from shared.domain.workdays import day_of
from shared.people.views import PersonToday
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P, Source
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.actions import Opened
from shared.practice.inquiries.words import OPINION_AT_WINDOW
from shared.practice.line import views as line
from shared.practice.line.facts import service_name
from shared.practice.line.views import Number, Served

_HELP_SECONDS, _CONFIRM_SECONDS, _TRIAL_SECONDS = 15, 4, 20
_TRIAL = "A005"


class Question(msgspec.Struct, frozen=True):
    """The number to ask about, how (`cards` or `code`), for how many seconds; `code`: the slip's signed text."""

    served: Served
    how: str
    code: str
    seconds: int


class CardQuestion(QObject):
    """One question per finished number; the next call, or the time without a touch, ends it.

    Emits `trial_ended` when a trial from the settings page is over.
    """

    trial_ended = Signal()

    def __init__(self, session: CounterSession, screen: QWidget) -> None:
        super().__init__(screen)
        self.session, self.panel = session, Rating(screen)
        self._asked: set[tuple[str, int]] = set()
        self._current: Question | None = None
        self._name, self._card, self._ticket, self._trial = "", "", "", False
        self.panel.chosen.connect(self._award)
        self.panel.undo_asked.connect(self._take_back)
        self.panel.wants_help.connect(self._open_opinion)
        self.panel.timed_out.connect(self._end_question)

    def check(self, person: PersonToday, serving: Number | None) -> None:
        """Ask about the number this person has just finished; a number at the window ends the question."""
        if serving is not None:
            reopened = self._current is not None and self._current.served.id == serving.id
            self._close(unanswered=not reopened)
            return
        now = self.session.now()
        self.session.read(self, lambda store: _question(store, person.number, now), lambda q: self._ask(person, q))

    def show_trial(self, how: str) -> None:
        """Show the question as a customer would see it; nothing is stored."""
        self._end_question()
        self._trial, self._name = True, self.tr("张敏")
        if how == "code":
            self.panel.show_code(self._name, _TRIAL, _TRIAL, _TRIAL_SECONDS)
        elif how == "cards":
            self.panel.ask(self._name, _TRIAL, _TRIAL_SECONDS)
        else:
            self._end_question()

    def _ask(self, person: PersonToday, question: Question | None) -> None:
        if question is None or (question.served.id, question.served.at) in self._asked or self._trial:
            return
        self._asked.add((question.served.id, question.served.at))
        self._current, self._name = question, person.name
        served = question.served
        if question.how == "code":
            self.panel.show_code(person.name, served.label, question.code, question.seconds)
        else:
            self.panel.ask(person.name, served.label, question.seconds)

    def _award(self, p: str) -> None:
        asked, now = self._current, self.session.now()
        if self._trial:
            self.panel.thank(self._name, p, _CONFIRM_SECONDS)
        if asked is None:
            return
        served, self._current = asked.served, None

        def work(store: Store) -> cards.Awarded | Refusal:
            return cards.award(store, served.staff, P(p), number=served.id, source=Source.WINDOW, now=now)

        self.session.record(self, work, lambda answer: self._thank(p, answer))

    def _open_opinion(self) -> None:
        """我有意见: open a ticket at once; it goes to the supervisor, not to whoever served the customer."""
        asked, now = self._current, self.session.now()
        if self._trial or asked is None:
            self._current = None
            self.panel.promise(_TRIAL, day_of(now), _TRIAL, _HELP_SECONDS)
            return
        served, self._current = asked.served, None
        self.session.record(self, lambda store: _open_inquiry(store, served, now), self._promise)

    def _promise(self, answer: tuple[Opened, str] | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.panel.refuse(wording.refusal(answer), _CONFIRM_SECONDS)
            return
        opened, code = answer
        self._ticket = opened.id
        self.panel.promise(opened.number, opened.promise.deadlines.promised, code, _HELP_SECONDS)

    def _thank(self, p: str, answer: cards.Awarded | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.panel.refuse(wording.refusal(answer), _CONFIRM_SECONDS)
            return
        self._card, self._ticket = answer.card, ""
        self.panel.thank(self._name, p, self.session.here.policy[CounterTimes].undo_seconds)

    def _take_back(self) -> None:
        card, ticket, now = self._card, self._ticket, self.session.now()
        if self._trial or not (card or ticket):
            self._confirm("back", _CONFIRM_SECONDS)
            return

        def back(store: Store) -> Refusal | None:
            return inquiries.take_back(store, ticket, now=now) if ticket else cards.take_back(store, card, now=now)

        def done(refusal: Refusal | None) -> None:
            if refusal is None:
                self._confirm("back", _CONFIRM_SECONDS)
            else:
                self.panel.refuse(wording.refusal(refusal), _CONFIRM_SECONDS)

        self.session.record(self, back, done)

    def _confirm(self, kind: str, seconds: int) -> None:
        self._current = None  # the customer has answered: nothing is stored as unanswered
        self.panel.say(kind, seconds)

    def _end_question(self) -> None:
        trial, self._trial = self._trial, False
        self._close(unanswered=True)
        if trial:
            self.trial_ended.emit()

    def _close(self, *, unanswered: bool) -> None:
        """End the question; without an answer store the number as not rated, if cards were offered."""
        asked, self._current, self._card, self._ticket = self._current, None, "", ""
        if not self._trial:
            self.panel.end()
        if asked is None or asked.how != "cards" or not unanswered:
            return
        served, now = asked.served, self.session.now()
        self.session.record(
            self, lambda store: cards.record_unanswered(store, served.staff, served.id, now=now), lambda _: None
        )


def _open_inquiry(store: Store, served: Served, now: int) -> tuple[Opened, str] | Refusal:
    """Open the ticket; also the signed text of its code, which shows its progress at the kiosk."""
    about = OPINION_AT_WINDOW.zh.format(
        window=served.window, number=served.label, service=service_name(served.service).zh
    )
    opened = inquiries.open_at_kiosk(store, text=about, now=now)
    if isinstance(opened, Refusal):
        return opened
    return opened, qr.drawn(codes.text(codes.InquirySlip(opened.id), codes.key(store.folder)))


def _question(store: Store, staff: str, now: int) -> Question | None:
    """The question due now: a number finished within the display's waiting time and not answered elsewhere."""
    screens = config.load(store.folder).screens
    served = line.last_served(store, staff, now - screens.rating_seconds * 1000, now)
    if screens.rating == "no" or served is None or cards.answered(store, served.id):
        return None
    code = (
        qr.drawn(codes.text(codes.NumberSlip(served.id), codes.key(store.folder))) if screens.rating == "code" else ""
    )
    return Question(served, screens.rating, code, screens.rating_seconds)
