"""A code that this version does not know hides nothing, and is shown as what it is."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import isfunction, signature
from pathlib import Path
from typing import Any

import msgspec
import pytest

from shared.domain.open_enum import OpenEnum
from shared.domain.roles import Act, Role, may
from shared.domain.text import Text, named
from shared.journal import verify
from shared.journal.projection import Projections
from shared.journal.store import Store
from shared.people import views as people
from shared.people import words as people_words
from shared.practice.cards import actions as award
from shared.practice.cards import views as cards
from shared.practice.cards.facts import P
from shared.practice.diary import views as diary
from shared.practice.diary.facts import Entry
from shared.practice.learning import words as learning_words
from shared.practice.line import words as line_words
from shared.practice.pauses import views as pauses
from shared.practice.performance import words as pay_words
from shared.registry import PROJECTIONS
from tests.older import arrivals, read
from tests.older.tomorrow import NEWER, NIGHT, changed, opened, shown
from tests.support.builders import HALL, MONDAY, actor


def codes(kind: str) -> Iterator[tuple[str, ...]]:
    """Where a fact of this kind holds a code of an open enumeration: the path in its body."""
    yield from _codes(Projections(PROJECTIONS).fact_types[kind])


def _codes(fact_type: type[Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for field in msgspec.structs.fields(fact_type):
        for each in [field.type, *getattr(field.type, "__args__", ())]:
            if isinstance(each, type) and issubclass(each, OpenEnum):
                yield (*path, field.encode_name)
            elif isinstance(each, type) and issubclass(each, msgspec.Struct):
                yield from _codes(each, (*path, field.encode_name))


def test_every_code_of_a_fact_may_grow() -> None:
    shapes = "".join(map(repr, map(msgspec.inspect.type_info, Projections(PROJECTIONS).fact_types.values())))
    used = set(re.findall(r"EnumType\(cls=<enum '(\w+)'>\)", shapes))
    assert used == {each.__name__ for each in OpenEnum.__subclasses__()} - {"HubSays"}
    assert "P" in used


def test_every_code_of_a_fact_has_words_when_it_is_newer() -> None:
    """Items, visits, books, verdicts and absences of a newer version were shown as their codes."""
    without = set(OpenEnum.__subclasses__())
    for codes_ in OpenEnum.__subclasses__():
        words = people_words if codes_ is Role else import_module(codes_.__module__.replace(".facts", ".words"))
        for word in (
            each for each in vars(words).values() if isfunction(each) and len(signature(each).parameters) == 1
        ):
            if all(_is_word(word, code) for code in codes_):
                without.discard(codes_)
                assert _is_word(word, NEWER), (codes_, word)
    assert without == set()


def _is_word(word: Callable[[str], str], code: str) -> bool:
    try:
        return code not in str(word(code))
    except (KeyError, TypeError, ValueError, AttributeError):  # it words something else
        return False


@pytest.mark.parametrize(
    "word", [line_words.service, line_words.priority, people_words.post, pay_words.post, learning_words.audience_code]
)
def test_codes_that_are_no_enumeration_have_words_too(word: Callable[[str], str]) -> None:
    assert "本版本还不认识的" in word(NEWER)
    assert NEWER not in word(NEWER)


def test_a_table_without_words_for_newer_codes_says_that_it_is_one() -> None:
    assert named({"old": Text("旧", "old")}, NEWER) == "本版本还不认识的（from_tomorrow）"
    assert named({"old": Text("旧", "old")}, "") == ""


def with_code(body: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    name, *rest = path
    if rest:
        return {**body, name: with_code(body[name], tuple(rest))}
    return {**body, name: [NEWER] if isinstance(body[name], list) else NEWER}


KINDS = sorted({row["kind"] for row in read("journal.json")} - {"personal_erased"})
CODES = [(kind, path) for kind in KINDS for path in codes(kind)]


@pytest.mark.parametrize(
    ("kind", "path"), CODES, ids=lambda value: value if isinstance(value, str) else ".".join(value)
)
def test_a_newer_code_hides_nothing(
    kind: str, path: tuple[str, ...], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    newer = [changed(a, body=with_code(a[0].body, path)) if a[0].kind == kind else a for a in arrivals()]
    store = opened(tmp_path, newer)
    shown(store)
    assert caplog.messages == []
    for event in store.events():
        if event.kind == kind:
            said = msgspec.json.decode(msgspec.json.encode(store.fact(event)))
            assert with_code(said, path) == said  # sent on as it came
    assert verify.projections(store) == ()
    store.close()


def newer_day(folder: Path) -> Store:
    """The frozen day, in which cards, entries and so on are of kinds that this version does not know."""
    paths = {
        "card_awarded": ("p",),
        "entry_changed": ("entry",),
        "inquiry_opened": ("topic",),
        "inquiry_informed": ("channel",),
        "pause_started": ("reason",),
        "staff_set": ("role",),
    }
    return opened(
        folder,
        [
            changed(a, body=with_code(a[0].body, paths[a[0].kind]))
            if a[0].kind in paths and a[0].subject not in {"staff:2001", "staff:9001"}
            else a
            for a in arrivals()
        ],
    )


def test_newer_codes_are_counted_and_shown_as_unknown(tmp_path: Path) -> None:
    store = newer_day(tmp_path)
    mine, report = cards.mine(store, "1001", now=NIGHT), cards.report(store, 2026)
    assert (mine.total, mine.by_p[P(NEWER)]) == (3, 3)
    assert (report.total, report.by_p[P(NEWER)], report.by_p[P.POLITE]) == (3, 3, 0)
    assert diary.counts_by_hall(store, MONDAY, MONDAY)[HALL].entries[Entry(NEWER)] == 1
    [pause] = pauses.of_day(store, HALL, MONDAY, actor("2001"))
    assert pause.reason == NEWER
    page = shown(store)
    assert "王芳(1001)收到一张本版本还不认识的卡（用户赠）" in page
    assert "用户赠卡（计入） · 本版本还不认识的" in page
    assert "工作日记 · 本版本还不认识的类别" in page
    assert any("本版本还不认识的方式" in cell for cell in page)
    assert not any(NEWER in cell for cell in page)
    store.close()


def test_a_newer_role_may_do_nothing_and_stands_above_all(tmp_path: Path) -> None:
    store = newer_day(tmp_path)
    role = next(person.role for person in people.everyone(store) if person.number == "1001")
    assert (role, role.known) == (NEWER, False)
    assert not any(may(role, act) for act in Act)
    assert isinstance(
        award.give(store, actor("2001"), "1001", P.POLITE, now=NIGHT), award.Awarded
    )  # a colleague gives as before
    allowance = cards.allowance(store, "2001", Role.SUPERVISOR, role, now=NIGHT)
    assert allowance.limit == cards.allowance(store, "2001", Role.SUPERVISOR, Role.SUPERVISOR, now=NIGHT).limit
    store.close()
