"""F1 says what the open page is for, with its rules and keys; a hint greets whoever opens a page the first time."""

import shutil

from PySide6.QtCore import Qt

from counter import navigation
from counter.kit import personal
from counter.kit.handbook import page_help
from counter.kit.table import Table
from shared.declaration.declared import declared
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.reference import actions as reference
from tests.counter.conftest import Counter
from tests.support.builders import actor, at

LONGEST_HINT = 140


def test_every_page_is_explained_in_both_languages() -> None:
    assert set(page_help()) == {page.place.key for page in navigation.pages()}
    for key, page in page_help().items():
        for text in (page.hint.zh, page.hint.en):
            assert 0 < len(text) < LONGEST_HINT, key
        assert bool(page.text.zh) == bool(page.text.en), key
        assert set(page.rules) <= set(declared().sections), key


def cells(table: Table[object]) -> list[list[str]]:
    return [table.rows.texts(row) for row in table.rows.rows]


def test_f1_shows_the_rules_in_force_and_the_keys_of_the_page(counter: Counter, store: Store) -> None:
    office = actor("9001", role=Role.OFFICE)
    assert reference.publish(store, office, "policy", {"pauses": {"per_day": 3}}, now=at("10:00")) == 2
    counter.signs_in_at("1001", "home")
    counter.waits(lambda: counter.window.session.here.policy.version > 1, "the new policy")
    counter.presses(Qt.Key.Key_F1)
    rules, keys = counter.dialog().findChildren(Table)
    assert ["每人每天", "3 次", "每人每天最多暂停几次", "论文：“每人每天不超过两次”"] in cells(rules)
    assert ["F9", "申请暂停"] in cells(keys)
    assert ["F1", "这一页的说明"] in cells(keys)
    counter.presses(Qt.Key.Key_Escape)
    counter.closes()


def test_the_hint_comes_once_for_each_person(counter: Counter) -> None:
    shutil.rmtree(counter.folder / personal.FOLDER)
    counter.signs_in_at("1001", "diary")
    hint = counter.window.workspace.hint
    counter.waits(lambda: "困难、委屈" in hint.text, "the hint")
    counter.opens("happy")
    counter.waits(lambda: "热线" in hint.text, "the hint of the next page")
    counter.opens("diary")
    assert hint.isHidden()
    counter.signs_in_at("1002", "diary")
    counter.waits(lambda: "困难、委屈" in counter.window.workspace.hint.text, "the hint for somebody else")
    counter.signs_in_at("1001", "diary")
    assert counter.window.workspace.hint.isHidden()
