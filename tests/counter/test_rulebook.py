"""The rulebook: read and acknowledged by keys, who has not read, published by the office, printed as a booklet."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from shared.domain.roles import Role
from shared.journal.store import Store
from shared.practice.happiness import views as happy
from shared.practice.rulebook import actions, views
from shared.practice.rulebook.facts import Text
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, actor, at
from tests.support.person import Person

OFFICE = actor("9001", Role.OFFICE)
CHAPTERS = (("first-inquiry", "首问负责制", "首问是谁，谁负责到底。"), ("pause", "暂停服务5分钟", "五名以下方可暂停。"))


def publish(store: Store, code: str, title: str, text: str, place: int = 1) -> int:
    version = actions.publish(store, OFFICE, code, Text(place, title, text), now=at("09:00"))
    assert isinstance(version, int)
    return version


@pytest.fixture
def book(store: Store) -> None:
    for place, (code, title, text) in enumerate(CHAPTERS, start=1):
        publish(store, code, title, text, place)


def unread(store: Store, code: str) -> set[str]:
    readers = next(each for each in views.readers(store, HALL) if each.chapter.code == code)
    return {person.number for person in readers.unread}


def test_every_chapter_is_read_by_keyboard_one_after_the_other(counter: Counter, store: Store, book: None) -> None:
    counter.signs_in("1001")
    counter.opens("rulebook")
    counter.reads("首问是谁，谁负责到底。")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已确认阅读：首问负责制")
    counter.reads("五名以下方可暂停。")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已确认阅读：暂停服务5分钟")
    assert "1001" not in unread(store, "first-inquiry") | unread(store, "pause")
    assert "1002" in unread(store, "pause")


def test_a_new_version_is_to_be_read_again(counter: Counter, store: Store, book: None) -> None:
    actions.read(store, actor(), "first-inquiry", views.version(store, "first-inquiry"), now=at("09:30"))
    counter.signs_in("1001")
    page = counter.opens("rulebook")
    counter.waits(lambda: not page.table.rows.rows[0].due, "the first one as read")
    publish(store, "first-inquiry", "首问负责制", "转办以后仍由首问人负责。")
    counter.waits(lambda: page.table.rows.rows[0].due, "the new version")
    page.table.selectRow(0)
    counter.reads("转办以后仍由首问人负责。")
    assert page.read.isEnabled()


def test_who_leads_sees_who_has_not_read(counter: Counter, store: Store, book: None) -> None:
    for number in ("1001", "1002", "1003", "1004", "9001"):
        actions.read(store, actor(number), "first-inquiry", views.version(store, "first-inquiry"), now=at("09:30"))
    counter.signs_in("2001")
    counter.opens("rulebook").tabs.setCurrentIndex(1)
    assert counter.reads("还没读：") == "还没读：陈静 2001"


def test_window_staff_are_not_shown_each_others_reading(counter: Counter, book: None) -> None:
    counter.signs_in("1001")
    page = counter.opens("rulebook")
    assert page.tabs.count() == 1


def test_the_booklet_is_a_pdf_of_all_chapters(counter: Counter, book: None, tmp_path: Path) -> None:
    counter.signs_in("1001")
    counter.opens("rulebook")
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.dialog().fields["folder"].choose(tmp_path / "out")
    dialog = Person(counter.dialog())
    dialog.tap("导出")
    counter.reads("已导出")
    file = tmp_path / "out" / "购气窗口管理制度.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert len(pypdfium2.PdfDocument(file)) == 1 + len(CHAPTERS)  # the cover with its contents, the chapters


def test_a_folder_that_cannot_be_written_is_said_in_the_dialog(counter: Counter, book: None, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    counter.signs_in("1001")
    counter.opens("rulebook")
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.dialog().fields["folder"].choose(tmp_path / "file" / "under")
    dialog = Person(counter.dialog())
    dialog.tap("导出")
    dialog.reads("写不进去")
    counter.dialog().reject()


def test_the_office_publishes_a_chapter_by_keyboard(counter: Counter, store: Store, book: None) -> None:
    counter.signs_in("9001")
    page = counter.opens("chapters")
    counter.presses(Qt.Key.Key_N, CTRL)
    counter.types("smile")
    page.title.setFocus()
    counter.types("Smile")
    page.words.setFocus()
    counter.types("Smile first.")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已发布《Smile》")
    assert [chapter.code for chapter in views.chapters(store)] == ["first-inquiry", "pause", "smile"]
    assert "1001" in unread(store, "smile")


def test_a_bad_code_is_refused_in_words_and_nothing_typed_is_lost(counter: Counter, store: Store) -> None:
    counter.signs_in("9001")
    page = counter.opens("chapters")
    page.code.setFocus()
    counter.types("Not Good")
    page.title.setFocus()
    counter.types("Title")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("章节代号“Not Good”不合要求")
    assert (page.code.text(), page.title.text()) == ("Not Good", "Title")
    assert views.chapters(store) == ()


def test_the_office_publishes_the_station(counter: Counter, store: Store) -> None:
    counter.signs_in("9001")
    page = counter.opens("chapters")
    page.tabs.setCurrentIndex(1)
    name, phone = page.hotlines[0]
    for field, text in ((name, "Line"), (phone, "024-99"), (page.group, "Us"), (page.group_code, "https://x.org/g")):
        field.setFocus()
        counter.types(text)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("各大厅的快乐驿站随即更新")
    station = happy.station(store)
    assert [(line.name, line.phone) for line in station.hotlines] == [("Line", "024-99")]
    assert (station.group, station.group_code) == ("Us", "https://x.org/g")
