"""Photos in stories: whoever is on one is asked once more, and its face goes wherever its name goes."""

import base64

import pytest

from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.column import actions, own, pictures, prints
from shared.practice.column import published as reading
from shared.practice.column.facts import Naming
from shared.practice.column.rules import pictures as rules
from shared.practice.column.views import Step
from tests.practice.column.issue import found, jpeg, nominated, published, read, ready, two_in_the_office
from tests.practice.column.test_issues import a_rebuild_changes_nothing, one
from tests.support.builders import code, done
from tests.support.practice_hall import LI, OFFICE, ZHANG, at

NOW = at("14:00")


@pytest.fixture
def office(store: Store) -> Store:
    two_in_the_office(store)
    return store


def add(store: Store, story: str, *people: str, photo: bytes = b"", caption: str = "修好了") -> int | Refusal:
    return actions.add_picture(
        store, OFFICE, story, photo or jpeg(), caption, people, no_customer=True, now=at("09:56")
    )


def pictured(store: Store) -> str:
    """A story with a photo of 张敏 and 李娜 on it, both asked anew."""
    story = ready(store)
    assert found(store, story).step is Step.READY
    assert add(store, story, ZHANG.number, LI.number) == 1
    return story


def agree(store: Store, story: str, **namings: Naming) -> None:
    done(actions.ask(store, OFFICE, story, now=at("09:57")))
    for name, naming in namings.items():
        done(actions.answer(store, {"zhang": ZHANG, "li": LI}[name], story, naming, now=at("09:58")))


def in_print(store: Store, story: str) -> tuple[str, reading.Published]:
    issue = published(store, [story, ready(store, LI, "李娜铺了防滑垫", title="二"), ready(store, title="三")])
    return issue, one(store, issue)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("〔图2：雪天送票〕", rules.Place(2, "雪天送票")),
        ("〔图：大厅〕", rules.Place(0, "大厅")),
        ("〔图2014年合影〕", rules.Place(0, "2014年合影")),
        ("〔1001〕送票", None),
        ("〔图2：雪天送票〕和别的", None),
    ],
)
def test_a_line_stands_for_a_photo(line: str, place: rules.Place | None) -> None:
    assert rules.place(line) == place


def test_a_photo_is_looked_at_before_it_is_taken(office: Store) -> None:
    story = nominated(office)
    refused = {
        "picture_unfit": add(office, story, photo=b"GIF89a"),
        "unknown_person": add(office, story, "7777"),
        "picture_of_customer": actions.add_picture(office, OFFICE, story, jpeg(), "", (), no_customer=False, now=NOW),
    }
    assert {wanted: code(answer) for wanted, answer in refused.items()} == {wanted: wanted for wanted in refused}
    assert [add(office, story, photo=jpeg(colour)) for colour in (1, 255, 65_000)] == [1, 2, 3]
    assert code(add(office, story)) == "too_many_pictures"


def test_whoever_is_on_a_photo_is_asked_again_and_sees_it(office: Store) -> None:
    story = pictured(office)
    each = found(office, story)
    assert (each.step, each.standing.open) == (Step.CONSENT, (ZHANG.number, LI.number))
    assert [one.number for one in each.concerned if one.to_ask] == [ZHANG.number, LI.number]
    done(actions.ask(office, OFFICE, story, now=at("09:57")))
    [asked] = own.asked(office, ZHANG.number)
    assert asked.waits
    [shown] = pictures.of_story(office, story, ZHANG.number)
    assert shown.jpeg == jpeg()
    for who in (ZHANG, LI):
        done(actions.answer(office, who, story, Naming.NAMED, now=at("09:58")))
    assert found(office, story).step is Step.READING
    read(office, story)
    a_rebuild_changes_nothing(office)


def test_a_printed_photo_goes_with_the_name_of_whoever_is_on_it(office: Store) -> None:
    story = pictured(office)
    agree(office, story, zhang=Naming.NAMED, li=Naming.NAMED)
    read(office, story)
    issue, printed = in_print(office, story)
    page = printed.items[0]
    assert (list(page.pictures), page.paragraphs[-1]) == ([1], "〔图1：修好了〕")
    html = prints.as_html(printed, reading.images(office, printed))
    assert base64.b64encode(jpeg()).decode() in html
    assert "【图1】修好了" in prints.as_html(printed, {}, whole=False)  # as the editor of a public account takes it
    done(actions.answer(office, LI, story, Naming.ANONYMOUS, now=NOW))
    after = one(office, issue)
    assert (after.edition, after.items[0].pictures, after.items[0].paragraphs) == (2, {}, page.paragraphs[:-1])
    held = f"SELECT count(*) FROM event e JOIN companion c ON c.event_id = e.id WHERE e.subject = '{page.page}'"
    assert office.db.execute_sql(held).fetchone() == (0,)  # nor on the disk of any hall
    a_rebuild_changes_nothing(office)


def test_a_face_that_is_not_to_be_named_is_not_printed(office: Store) -> None:
    story = pictured(office)
    agree(office, story, zhang=Naming.NAMED, li=Naming.POST)
    assert found(office, story).printable == ()
    read(office, story)
    _, printed = in_print(office, story)
    assert (printed.items[0].pictures, printed.items[0].paragraphs) == ({}, ("张敏帮老人修好了灶具",))
