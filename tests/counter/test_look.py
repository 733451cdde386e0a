"""What is written on the counter has the room it needs, in both languages."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from counter.kit.panel import Panel
from counter.kit.table import Table
from counter.navigation_entry import Entry
from counter.supervisor.section import SectionTable
from shared.daily_log.sections import Section
from shared.people import actions as people
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry as Written
from shared.practice.happiness import actions as happiness
from shared.practice.happiness.facts import Topic
from shared.practice.inquiries import actions as inquiries
from shared.practice.line import actions
from shared.qt import theme
from tests.counter.conftest import Counter
from tests.counter.walker import settles
from tests.support.builders import HALL, actor, at
from tests.support.person import Person, passes


def titles(table: QTableView) -> list[str]:
    model = table.model()
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def is_whole(table: Table[Any], row: int, column: int) -> bool:
    """Whether the column is as wide as the text of that cell, its mark and the space around them."""
    shown = table.rows.cell(row, column)
    text = QFontMetrics(table.font()).horizontalAdvance(shown.text.replace("\n", " "))
    around = 2 * theme.current().px("small") + bool(shown.tone) * (
        theme.current().px("gap") + theme.current().px("tight")
    )
    return table.columnWidth(column) >= text + around


def overlapping(entry: Entry) -> bool:
    """Whether the name, bold as while its page is open, reaches its key hint."""
    bold, option = QFont(entry.font()), QStyleOptionButton()
    bold.setBold(True)
    entry.initStyleOption(option)
    begin = entry.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, entry).x()
    width = entry.iconSize().width() + QFontMetrics(bold).horizontalAdvance(entry.text())
    hint = entry.key_hint_place()
    return not hint.isEmpty() and begin + width + entry.fontMetrics().averageCharWidth() > hint.x()


@pytest.mark.parametrize("number", ["1001", "2001", "9001"])
def test_no_name_of_a_page_reaches_its_key(counter: Counter, number: str) -> None:
    counter.signs_in(number)
    entries = counter.window.findChildren(Entry)
    assert len(entries) == len(counter.window.workspace.places)
    assert not [entry.text() for entry in entries if overlapping(entry)]
    counter.english()
    assert not [entry.text() for entry in entries if overlapping(entry)]


_BAR_MOST = 800  # pixels of a screen 1366 wide: the billing system keeps the rest


def test_the_small_bar_is_small_whatever_it_shows(counter: Counter) -> None:
    for letter in range(3):
        actions.take(counter.store, "title_transfer", now=at("10:20") + letter)
    page = counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_F12)
    bar, hand = page.bar, Person(page.bar)
    hand.waits(bar.isVisible, "the bar")
    assert not bar.aside.isVisible()
    assert not bar.buttons.take_back.isVisible()
    for first in ("叫下一位 F2", "Call next F2"):
        hand.waits(lambda first=first: bar.buttons.call.text() == first, "the words")
        QTest.keyClick(bar, Qt.Key.Key_F2)
        hand.waits(bar.buttons.done.isVisible, "a customer")
        assert bar.given.toolTip()
        widths = {bar.width()}
        QTest.keyClick(bar, Qt.Key.Key_F6)
        hand.waits(lambda: bar.buttons.undo.isVisible() and bar.aside.isVisible(), "the way back")
        widths.add(bar.width())
        assert max(widths) <= _BAR_MOST, first
        assert len(widths) == 1, "it moves under the hand"
        counter.window.workspace.switch_language.emit()


def test_a_call_moves_nothing_on_the_page_of_the_line(counter: Counter) -> None:
    actions.take(counter.store, "gas_payment", now=at("10:20"))
    page = counter.signs_in_at("1001", "queue")
    counter.reads("等候 1 位")
    page.grab()  # laid out
    panels = [panel for panel in page.findChildren(Panel) if panel.parentWidget() is page]
    before = [panel.geometry() for panel in panels]
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A001 到 1号窗口")
    page.grab()
    assert len(before) == 2
    assert [panel.geometry() for panel in panels] == before


def test_the_length_of_an_inquiry_moves_no_panel(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "home")
    before = page.pause.width()
    inquiries.open_inquiry(counter.store, actor("1001"), text="灶具打不着火，" * 40, now=at("10:20"))
    counter.reads("灶具打不着火")
    assert page.pause.width() == before


def inside_of(panel):
    """What a panel scrolls."""
    return panel.findChild(QScrollArea).widget()


@pytest.mark.parametrize("text", ["https://example.org/" + "x" * 700, "\n".join(["一行"] * 200)], ids=["wide", "high"])
def test_nothing_that_people_write_makes_the_window_larger(counter: Counter, text: str) -> None:
    """A window that grows beyond the screen takes its buttons along, for every page and until the text is gone."""
    now, store, size = counter.times.start, counter.store, counter.window.size()
    people.set_hall(store, HALL, "和平大街营业厅" * 20, "和平分公司", now=now)
    diary.write(store, actor("1001"), Written.DIFFICULTY, text, now=now)
    happiness.ask(store, actor("1001"), Topic.WORK, ["2001"], text, now=now)
    opened = inquiries.open_inquiry(store, actor("1001"), text=text, name="欧" * 60, special_grounds=text, now=now)
    inquiries.inform(store, actor("1001"), opened.id, text, now=now)
    for number, pages in (("1001", ("diary", "happy", "inquiries", "home")), ("2001", ("consent", "happy", "day"))):
        counter.signs_in(number)
        for page in pages:
            counter.opens(page)
            passes(100)
            assert counter.window.size() == size, page
            panel = getattr(counter.opens(page), "detail", None)
            assert panel is None or panel.ticket_page is None or inside_of(panel).width() <= panel.width(), page


def says_that_it_is_empty(counter: Counter, page: Any) -> None:
    counter.reads("暂无")
    assert page.table.nothing.isVisible()


def test_the_office_s_tables_and_number_fields(counter: Counter) -> None:
    says_that_it_is_empty(counter, counter.signs_in_at("9001", "escalated"))
    for key, digits in (("chapters", "1"), ("report", "2026")):
        [box] = counter.opens(key).findChildren(QSpinBox)
        inside = box.lineEdit()
        assert inside.text() == digits
        assert inside.width() >= inside.fontMetrics().horizontalAdvance(digits)
    table = counter.opens("report").table
    assert titles(table)[3:8] == ["礼貌", "耐心", "积极", "热情", "专业"]
    counter.english()
    assert titles(table)[3:8] == ["Polite", "Patient", "Positive", "Passionate", "Professional"]
    counter.waits(lambda: table.horizontalHeader().length() <= table.viewport().width(), "every column to be seen")


def test_empty_tables_say_so_and_the_icon_of_a_disabled_button_is_grey(counter: Counter) -> None:
    says_that_it_is_empty(counter, counter.signs_in_at("2001", "devices"))
    page = counter.opens("consent")
    says_that_it_is_empty(counter, page)
    counter.waits(lambda: not page.consent.isEnabled(), "nothing to consent to")
    grey = page.consent.icon().pixmap(page.consent.iconSize(), QIcon.Mode.Disabled)
    white = page.consent.icon().pixmap(page.consent.iconSize())
    assert grey.toImage() != white.toImage()


def test_the_day_counts_the_numbers_served_in_both_languages(counter: Counter) -> None:
    taken = actions.take(counter.store, "gas_payment", now=at("10:00"))
    actions.call_next(counter.store, actor("1001"), now=at("10:01"))
    actions.done(counter.store, actor("1001"), taken.id, "gas_payment", now=at("10:05"))
    cards.award(counter.store, "1001", P.POLITE, number=taken.id, now=at("10:06"))
    another = actions.take(counter.store, "gas_payment", now=at("10:07"))
    actions.call_next(counter.store, actor("1001"), now=at("10:08"))
    actions.done(counter.store, actor("1001"), another.id, "gas_payment", now=at("10:09"))
    page = counter.signs_in_at("2001", "day")
    wanted = {"2 位", "已评价 1", "未评价 1"}  # no rating counts as no mark
    counter.waits(lambda: wanted <= {each.text() for each in page.tiles.findChildren(QLabel)}, "the figures")
    assert page.tabs.tabText(0).startswith("全天记录")
    counter.english()
    passes(20)  # at once, not with the next news of the hall
    assert any("Supervisor" in text for text in counter.sees())
    counter.waits(lambda: page.tabs.tabText(0).startswith("All records of the day"), "English tabs")


def test_a_column_has_room_for_its_texts_and_screen_readers_read_its_table(counter: Counter, taken: list[str]) -> None:
    table = counter.signs_in_at("1001", "queue").waiting
    counter.waits(lambda: len(table.rows.rows) == len(taken), "the line")
    assert all(is_whole(table, 0, column) for column in range(table.rows.columnCount()))
    tabs = counter.opens("inquiries").tabs
    assert (table.accessibleName(), tabs.accessibleName()) == ("等候的号", "首问工单")
    counter.english()
    assert tabs.accessibleName() == "Inquiries"
    counter.opens("queue")  # a page that is not open is translated when it is opened
    assert table.accessibleName() == "Numbers waiting"


@pytest.mark.parametrize(
    ("before", "after", "long"), [("others", "lines", 75), ("lines", "lines", 99), ("lines", "others", 3)]
)
def test_a_column_has_room_at_both_ends_of_a_long_list(qtbot: QtBot, before: str, after: str, long: int) -> None:
    """Also where a list that stood elsewhere gets other rows (lines stand at their end); on a high screen, too."""
    table = SectionTable()
    qtbot.addWidget(table)
    theme.style_window(table)
    table.resize(900, 1300)
    table.show()
    table.show_section(_section(before, -1))
    qtbot.waitUntil(lambda: before == "others" or table.rowAt(0) > 0)
    table.show_section(_section(after, long))
    qtbot.waitUntil(lambda: table.rowViewportPosition(long) >= 0)
    assert is_whole(table, long, 2)


def _section(name: str, long: int) -> Section:
    """A hundred rows, one of them with a long text in a column that is as wide as its texts."""
    texts = ["张三丰\n和\n李四\n和\n王五" if place == long else "张" for place in range(100)]
    return Section(name, "", ("1", "2", "3"), tuple((place, "x" * 40, text) for place, text in enumerate(texts)))


class LayoutRequests(QObject):
    """Notes the widgets that are to lay themselves out."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            self.widgets.append(type(watched).__name__)
        return False


def test_a_page_that_reads_the_same_again_is_not_laid_out_again(counter: Counter) -> None:
    """Each level of a page that lays itself out anew paints all below: the same text of a tab cost three paintings."""
    counter.signs_in("1001")
    app, requests = QApplication.instance(), LayoutRequests()
    assert app is not None
    for key in ("home", "happy", "desk"):
        counter.opens(key)
        for watched in (False, True):  # the first time what its opening left is done
            if watched:
                app.installEventFilter(requests)
            counter.window.session.changed.emit()
            settles(counter)
        app.removeEventFilter(requests)
        assert (key, requests.widgets) == (key, [])
