"""The office's page of rules: every value of every practice with its name, unit and meaning, in both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from shared.declaration.declared import also, declared
from shared.domain.policy import settings
from shared.reference.views import policy
from tests.counter.conftest import CTRL, Counter
from tests.support.toy_practice.about import PRACTICE
from tests.support.toy_practice.policy import WishesPolicy

KEY = Qt.Key


@pytest.fixture
def toy() -> Iterator[None]:
    with also(PRACTICE):
        yield


def test_every_value_is_listed_by_its_name_in_both_languages(counter: Counter) -> None:
    counter.signs_in("9001")
    page = counter.opens("policy")
    wanted = [(section, setting) for section in declared().sections.values() for setting in settings(section)]
    assert [rule.path for rule in page.table.rows.rows] == [(section.key, setting.name) for section, setting in wanted]
    for language, said in (
        ("zh", "依据：论文：“每人每天不超过两次”"),
        ("en", "Source: The paper: no more than twice a day"),
    ):
        names = [page.table.rows.cell(row, 1).text for row in range(len(wanted))]
        assert names == [setting.value.name.in_(language) for _, setting in wanted]
        page.table.select(("pauses", "per_day"))
        counter.waits(lambda said=said: said in page.meaning.text(), said)
        counter.presses(KEY.Key_E, CTRL)


def test_a_broken_relation_is_said_at_publishing_and_nothing_is_lost(counter: Counter) -> None:
    counter.signs_in("9001")
    page = counter.opens("policy")
    page.table.select(("inquiries", "general_target"))
    counter.presses(KEY.Key_M, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_A, CTRL)
    counter.types("3")
    counter.presses(KEY.Key_Return, CTRL)
    counter.waits(page.publish.isEnabled, "a change to publish")
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("一般事项的目标不能晚于最迟")
    counter.presses(KEY.Key_Escape)
    assert page.publish.isEnabled()
    assert policy(counter.store).version == 1


def test_a_new_practices_value_is_found_changed_and_published(toy: None, counter: Counter) -> None:
    counter.signs_in("9001")
    page = counter.opens("policy")
    page.search.setFocus()
    counter.types("心愿")
    counter.waits(lambda: page.table.rows.rowCount() == 1, "the one value")
    counter.presses(KEY.Key_M, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_A, CTRL)
    counter.types("3")
    counter.presses(KEY.Key_Return, CTRL)
    counter.waits(page.publish.isEnabled, "a change to publish")
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.until(lambda store: policy(store)[WishesPolicy].per_day == 3)
