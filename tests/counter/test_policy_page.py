"""The office's page of rules: every value of every practice with its name, unit and meaning, in both languages."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter.kit import policy_fields, policy_words
from counter.kit.dialog import Dialog
from counter.kit.table import Table
from shared.declaration.declared import declared, with_practices
from shared.domain.policy import settings
from shared.journal.store import Store
from shared.practice.pauses import actions as pauses
from shared.practice.performance.policy import Performance
from shared.reference.facts import DocumentPublished
from shared.reference.views import policy, policy_on
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import actor, at, attested
from tests.support.toy_practice.about import PRACTICE
from tests.support.toy_practice.policy import WishesPolicy

KEY = Qt.Key


@pytest.fixture
def toy() -> Iterator[None]:
    with with_practices(replace(PRACTICE, daily=None, replays=tuple)):  # the hall's journal has no table of it
        yield


def test_every_value_is_listed_by_its_name_in_both_languages(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "policy")
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


def test_a_broken_relation_is_said_before_publishing_and_nothing_is_lost(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "policy")
    page.table.select(("inquiries", "general_target"))
    counter.presses(KEY.Key_M, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_A, CTRL)
    counter.types("3")
    counter.presses(KEY.Key_Return, CTRL)
    counter.waits(lambda: not page.show_effect.why, "a change to try")
    counter.reads("还差一步：一般事项的目标不能晚于最迟")
    counter.presses(KEY.Key_Return, CTRL)
    counter.waits(lambda: "一般事项的目标不能晚于最迟" in page.preview.said.text(), "the refusal")
    assert page.preview.publish.why
    assert not page.show_effect.why
    assert policy(counter.store).version == 1
    page.tabs.setCurrentIndex(0)
    counter.presses(KEY.Key_M, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_A, CTRL)
    counter.types("1")
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    assert not page.notice.isVisible()  # once it holds again nothing asks for another step


def test_a_new_practices_value_is_found_changed_and_published(toy: None, counter: Counter) -> None:
    page = counter.signs_in_at("9001", "policy")
    page.search.setFocus()
    counter.types("每天心愿")
    counter.waits(lambda: page.table.rows.rowCount() == 1, "the one value")
    counter.presses(KEY.Key_M, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_A, CTRL)
    counter.types("3")
    counter.presses(KEY.Key_Return, CTRL)
    counter.waits(lambda: not page.show_effect.why, "a change to try")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("这些部分没有可以重算的决定：心愿")
    counter.waits(lambda: not page.preview.publish.why, "what it would change")
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.until(lambda store: policy(store)[WishesPolicy].per_day == 3)


def test_every_value_has_a_field_of_its_type_that_gives_it_back(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "policy")
    before = set(QApplication.topLevelWidgets())
    for rule in page.table.rows.rows:
        dialog = Dialog(page, "修改")
        policy_fields.ask(dialog, rule.setting, rule.value)
        assert policy_fields.answer(rule.setting, dialog.values()) == rule.value, rule.path
        said = policy_words.written(rule.setting, rule.value)
        assert not set(said) & set('{}[]"'), said  # never as JSON
        assert not re.search("[a-z]{3}", said), said  # nor as a code
        dialog.deleteLater()  # before it was shown, as by a lock
    counter.waits(lambda: set(QApplication.topLevelWidgets()) <= before, "what was built for them to go too")


def test_a_code_that_only_a_newer_version_knows_stays_chosen(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "policy")
    rule = next(rule for rule in page.table.rows.rows if rule.path == ("assessment", "year"))
    dialog = Dialog(page, "修改")
    policy_fields.ask(dialog, rule.setting, "median")
    assert policy_fields.answer(rule.setting, dialog.values()) == "median"
    dialog.deleteLater()


def test_the_days_clock_is_typed_as_people_write_it_and_pay_begins_with_a_month(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "policy")
    for path, typed in ((("hours", "open"), "9:00"), (("performance", "deduction_each"), "20%")):
        page.table.select(path)
        counter.presses(KEY.Key_M, CTRL)
        counter.dialog()
        counter.presses(KEY.Key_A, CTRL)
        counter.types(typed)
        counter.presses(KEY.Key_Return, CTRL)
        counter.closes()
    assert {rule.path: rule.changed for rule in page.changed} == {
        ("hours", "open"): "09:00:00",
        ("performance", "deduction_each"): 0.2,
    }
    counter.presses(KEY.Key_Return, CTRL)
    counter.waits(lambda: not page.preview.publish.why, "what it would change")
    assert page.preview.begins.day == date(2026, 4, 1)  # the ordinary Monday is in March
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.until(lambda store: policy_on(store, date(2026, 4, 1))[Performance].deduction_each == 0.2)
    assert policy_on(counter.store, date(2026, 3, 1))[Performance].deduction_each == 0.1
    counter.reads("第 2 版自2026年4月1日起")


def test_the_preview_lists_the_pauses_that_would_be_refused(counter: Counter, store: Store) -> None:
    for clock, number, waiting in (("09:10", "1001", 4), ("09:30", "1002", 3)):
        asked = attested(waiting, at(clock))
        begun = pauses.request(store, actor(number), waiting=asked, now=at(clock))
        pauses.end(store, actor(number), begun.pause, 100_000, now=at(clock) + 100_000)
    page = counter.signs_in_at("9001", "policy")
    page.table.select(("pauses", "waiting_limit"))
    counter.presses(KEY.Key_M, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_A, CTRL)
    counter.types("4")
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    counter.presses(KEY.Key_Return, CTRL)
    counter.waits(lambda: page.preview.changed.rows.rowCount() == 1, "the one decision that differs")
    line = [page.preview.changed.rows.cell(0, column).text for column in (0, 2, 3)]
    assert line == ["王芳 1001", "等候 4 人", "同意"]
    assert page.preview.parts.rows.cell(0, 2).text == "拒绝 0 → 1"
    assert policy(store).version == 1


def test_ctrl_f_finds_on_every_long_page(counter: Counter) -> None:
    """A page's own search is meant; without one the rows of its table, wherever the cursor is."""
    page = counter.signs_in_at("9001", "policy")
    for part in (page.table, page.change):
        part.setFocus()
        counter.presses(KEY.Key_F, CTRL)
        assert page.search.hasFocus()
    settings = counter.opens("desk")
    settings.tabs.setCurrentIndex(settings.tabs.count() - 1)
    table = counter.waits(lambda: next(iter(settings.part.findChildren(Table)), None), "the table")
    counter.waits(lambda: table.rows.rows, "the settings")
    settings.tabs.tabBar().setFocus()
    counter.presses(KEY.Key_F, CTRL)
    counter.types("zzz")
    counter.waits(lambda: not table.rows.rows, "none that is called so")


def test_a_version_whose_day_cannot_be_read_is_named_in_both_languages(counter: Counter) -> None:
    """The page raised an error and opened no more."""
    with counter.store.transaction(at("09:00")) as tx:
        fact = DocumentPublished(name="policy", version=9, body={"effective": "next spring"})
        tx.record(fact, subject="document:policy", actor="9001", hall="*")
    page = counter.signs_in_at("9001", "policy")
    for said in ("第 9 版的生效日“next spring”本版本还不认识", "Version 9 is not in force here"):
        counter.waits(lambda said=said: said in page.notice.text, said)
        counter.presses(KEY.Key_E, CTRL)
