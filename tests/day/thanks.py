"""What is said at the end of the scripted day: customers' and colleagues' cards of every fate, and diary entries."""

from collections.abc import Callable
from functools import partial

from shared.domain.refusal import Refusal
from shared.practice.cards import actions as cards
from shared.practice.cards import views as card_views
from shared.practice.cards.facts import P, Verdict
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.line import views
from shared.practice.line.views import Number, State
from tests.day.hall import Hall
from tests.day.pc import MINUTE, actor
from tests.support.builders import HALL, done

_EVERY = 25


def words_and_cards(hall: Hall) -> None:
    served = [n for n in map(partial(views.number, hall.pcs[0].device.store), hall.taken) if n]
    served = [n for n in served if n.state is State.SERVED]
    customers_thank(hall, served[::_EVERY])
    thanked_twice(hall, served[1])
    somebody_overdoes_it(hall)
    hall.everybody_hears(True)
    chief_reviews(hall)
    colleagues_thank(hall)
    diaries(hall)


def customers_thank(hall: Hall, served: list[Number]) -> None:
    """Whoever served them."""
    for place, number in enumerate(served):
        at = hall.now + place * 11 * MINUTE // 5
        done(cards.award(hall.pcs[0].device.store, number.staff, list(P)[place % 5], number=number.id, now=at))


def thanked_twice(hall: Hall, number: Number) -> None:
    """One customer at two screens that cannot know of each other yet: one card."""
    for pc in hall.pcs[:2]:
        done(cards.award(pc.device.store, number.staff, P.POLITE, number=number.id, now=hall.now))


def somebody_overdoes_it(hall: Hall) -> None:
    """Five cards of one P within two minutes: four are kept and flagged."""
    later = hall.now + 30 * MINUTE
    for place in range(5):
        done(cards.award(hall.pcs[0].device.store, "1003", P.PASSIONATE, now=later + place * MINUTE // 2))


def chief_reviews(hall: Hall) -> None:
    """Of the flagged cards one is excluded, one counted, one excluded and restored; the others wait."""
    store, chief = hall.pcs[0].device.store, actor("2001")
    flagged = [card.card for card in reversed(card_views.suspect(store, HALL))]
    verdicts = ((0, Verdict.EXCLUDE), (1, Verdict.COUNT), (2, Verdict.EXCLUDE), (2, Verdict.RESTORE))
    for place, verdict in verdicts:
        assert cards.review(store, chief, flagged[place], verdict, "看过录像", now=hall.now) is None


def colleagues_thank(hall: Hall) -> None:
    """One colleague, the supervisor, and one who touched the wrong name and takes it back."""
    give: Callable[..., cards.Awarded | Refusal] = partial(cards.give, now=hall.now)
    second, third = hall.pcs[1], hall.pcs[2]
    done(give(second.device.store, second.actor, "1003", P.PATIENT))
    done(give(hall.pcs[0].device.store, actor("2001"), "1001", P.PROFESSIONAL))
    mistake = done(give(third.device.store, third.actor, "1002", P.POSITIVE))
    assert cards.withdraw(third.device.store, third.actor, mistake.card, now=hall.now) is None


def diaries(hall: Hall) -> None:
    """One entry each; the second is put under another kind."""
    for window, entry in zip((1, 2, 3), (Entry.PRAISE, Entry.GRIEVANCE, Entry.HANDOVER), strict=True):
        pc = hall.pcs[window - 1]
        written = diary.write(pc.device.store, pc.actor, entry, "一句话", now=hall.now)
        assert isinstance(written, str)
        if entry is Entry.GRIEVANCE:
            changed = diary.change(pc.device.store, pc.actor, written, Entry.SUGGESTION, "一个主意", now=hall.now)
            assert not isinstance(changed, Refusal)
