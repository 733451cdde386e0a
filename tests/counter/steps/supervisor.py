"""What supervisors do."""

from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.inquiries import actions as inquiries
from tests.counter.conftest import CTRL
from tests.counter.steps.counted import KEY, SHIFT, Steps, Task
from tests.support.builders import actor, at


def signs_the_day(person: Steps) -> None:
    person.turns_to("day")
    person.sends()
    person.dialog()
    person.sends()
    person.reads("10:30 已签字")
    person.closes()


def looks_for(person: Steps) -> None:
    person.turns_to("day")
    person.presses(KEY.Key_F, CTRL)
    person.types("1001")


def exports_the_day(person: Steps) -> None:
    person.turns_to("day")
    person.presses(KEY.Key_S, CTRL)
    person.dialog().fields["folder"].choose(person.folder)  # the usual folder is one of this machine
    person.sends()
    person.waits(lambda: list(person.folder.glob("*.pdf")), "the file")
    person.closes()


def reviews(person: Steps) -> None:
    page = person.turns_to("flagged")
    person.waits(page.waiting.current, "the card")
    person.sends()
    person.dialog()
    person.types("two customers")
    person.sends()
    person.until(lambda store: [e for e in store.events() if e.kind == "card_reviewed"])
    person.closes()


def consents(person: Steps) -> None:
    person.turns_to("consent")
    person.reads("site visit")
    person.sends()
    person.dialog()
    person.sends()
    person.reads("按特殊事项办理。")
    person.closes()


def finds(person: Steps, number: str) -> None:
    page = person.turns_to("roster")
    person.types(number)
    person.waits(lambda: page.table.current() and page.table.current().person.number == number, number)


def off_duty(person: Steps) -> None:
    finds(person, "1003")
    person.sends()
    person.reads("张伟 已离岗")


def new_pin(person: Steps) -> None:
    finds(person, "1004")
    person.presses(KEY.Key_R, CTRL)
    person.dialog()
    person.types("734512")
    person.presses(KEY.Key_Tab)
    person.types("734512")
    person.sends()
    person.reads("新密码已生效")
    person.closes()


def takes_on(person: Steps) -> None:
    person.turns_to("roster")
    person.presses(KEY.Key_N, CTRL | SHIFT)
    form = person.dialog()
    person.waits(form.fields["number"].hasFocus, "the cursor in the number")
    person.types("1009")
    person.presses(KEY.Key_Tab)
    person.types("Zhou Min")
    person.sends()
    person.reads("的资料已保存")
    person.closes()


def decides(person: Steps) -> None:
    page = person.turns_to("ideas")
    person.waits(page.table.current, "the idea")
    person.sends()
    person.dialog()
    person.types("done")
    person.sends()
    person.closes()
    person.reads("采纳 · done")


SUPERVISOR: dict[str, Task] = {
    "see the hall live": lambda person: person.turns_to("live_board"),
    "find a record of the day": looks_for,
    "review a suspect card": reviews,
    "consent to a special matter": consents,
    "put somebody off duty": off_duty,
    "answer an idea": decides,
    "set a forgotten PIN anew": new_pin,
    "take on somebody new": takes_on,
    "export the day": exports_the_day,
    "sign the day": signs_the_day,
}


def given(store: Store) -> None:
    """A suspect card, an idea and a special matter wait for the supervisor."""
    for second in range(2):
        cards.award(store, "1001", P.POLITE, now=at("09:30") + second * 5000)
    assert not isinstance(
        inquiries.open_inquiry(store, actor("1001"), text="move", special_grounds="site visit", now=at("09:40")),
        Refusal,
    )
    diary.write(store, actor("1001"), Entry.SUGGESTION, "a second bench", now=at("09:50"))
