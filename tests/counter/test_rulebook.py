"""The rulebook: read and acknowledged by keys, who has not read, published by the office, printed as a booklet."""

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from shared.domain.roles import Role
from shared.journal.store import Store
from shared.practice.happiness import views as happy
from shared.practice.rulebook import actions, views
from shared.practice.rulebook.facts import ChapterText
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, MONDAY, actor, at
from tests.support.person import Person

OFFICE = actor("9001", Role.OFFICE)
CHAPTERS = (("first-inquiry", "首问负责制", "首问是谁，谁负责到底。"), ("pause", "暂停服务5分钟", "五名以下方可暂停。"))


def publish(store: Store, code: str, title: str, text: str, place: int = 1) -> int:
    version = actions.publish(store, OFFICE, code, ChapterText(place, title, text), now=at("09:00"))
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
    counter.signs_in_at("1001", "rulebook")
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
    page = counter.signs_in_at("1001", "rulebook")
    counter.waits(lambda: not page.table.rows.rows[0].due, "the first one as read")
    publish(store, "first-inquiry", "首问负责制", "转办以后仍由首问人负责。")
    counter.waits(lambda: page.table.rows.rows[0].due, "the new version")
    page.table.selectRow(0)
    counter.reads("转办以后仍由首问人负责。")
    assert not page.read.why


def test_the_supervisor_sees_who_has_not_read(counter: Counter, store: Store, book: None) -> None:
    for number in ("1001", "1002", "1003", "1004", "9001"):
        actions.read(store, actor(number), "first-inquiry", views.version(store, "first-inquiry"), now=at("09:30"))
    counter.signs_in_at("2001", "rulebook").tabs.setCurrentIndex(1)
    assert counter.reads("还没读：") == "还没读：陈静 2001"


def test_window_staff_are_not_shown_each_others_reading(counter: Counter, book: None) -> None:
    page = counter.signs_in_at("1001", "rulebook")
    assert page.tabs.count() == 1


def test_the_booklet_is_a_pdf_of_all_chapters(counter: Counter, book: None, tmp_path: Path) -> None:
    counter.signs_in_at("1001", "rulebook")
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.dialog().fields["folder"].choose(tmp_path / "out")
    dialog = Person(counter.dialog())
    dialog.tap("导出")
    counter.reads("已导出")
    file = tmp_path / "out" / "购气窗口管理制度.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert len(pypdfium2.PdfDocument(file)) == 1 + len(CHAPTERS)  # the cover with its contents, the chapters
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")  # type: ignore[arg-type]  # the stubs say bytes
    counter.tap("打开文件")
    counter.tap("打开所在文件夹")
    QDesktopServices.unsetUrlHandler("file")
    assert desktop.opened == [str(file), str(file.parent)]


class Desktop(QObject):
    """Opens files in the place of this desktop's programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, what: QUrl) -> None:
        self.opened.append(what.toLocalFile())


def test_a_folder_that_cannot_be_written_is_said_in_the_dialog(counter: Counter, book: None, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    counter.signs_in_at("1001", "rulebook")
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.dialog().fields["folder"].choose(tmp_path / "file" / "under")
    dialog = Person(counter.dialog())
    dialog.tap("导出")
    dialog.reads("无法写入")
    counter.dialog().reject()


def test_the_office_publishes_a_chapter_by_keyboard(counter: Counter, store: Store, book: None) -> None:
    page = counter.signs_in_at("9001", "chapters")
    counter.presses(Qt.Key.Key_N, CTRL)
    counter.types("smile")
    page.editor.title.setFocus()
    counter.types("Smile")
    page.editor.words.setFocus()
    counter.types("Smile first.")
    counter.waits(lambda: page.editor.preview.toPlainText() == "Smile first.", "what it will look like")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.dialog()
    counter.reads("没有征求意见的记录")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已发布《Smile》")
    assert [chapter.code for chapter in views.chapters(store)] == ["first-inquiry", "pause", "smile"]
    assert "1001" in unread(store, "smile")


def test_a_bad_code_is_refused_in_words_and_nothing_typed_is_lost(counter: Counter, store: Store) -> None:
    page = counter.signs_in_at("9001", "chapters")
    page.editor.code.setFocus()
    counter.types("Not Good")
    page.editor.title.setFocus()
    counter.types("Title")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("章节代号“Not Good”不合要求")
    counter.dialog().reject()
    counter.closes()
    assert (page.editor.code.text(), page.editor.title.text()) == ("Not Good", "Title")
    assert views.chapters(store) == ()


def test_the_office_publishes_the_station(counter: Counter, store: Store) -> None:
    page = counter.signs_in_at("9001", "chapters")
    page.tabs.setCurrentIndex(3)
    part = page.tabs.parts[3]
    name, phone = part.hotlines[0]
    for field, text in ((name, "Line"), (phone, "024-99"), (part.group, "Us"), (part.group_code, "https://x.org/g")):
        field.setFocus()
        counter.types(text)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("各大厅的快乐驿站随即更新")
    station = happy.station(store)
    assert [(line.name, line.phone) for line in station.hotlines] == [("Line", "024-99")]
    assert (station.group, station.group_code) == ("Us", "https://x.org/g")


def test_a_rule_from_its_draft_to_its_last_reader(counter: Counter, store: Store) -> None:
    """Drafted, discussed, published, read by a clerk; changed in words, then in substance; withdrawn."""
    page = counter.signs_in_at("9001", "chapters")
    page.editor.code.setFocus()
    counter.types("hand")
    page.editor.title.setText("双手递接")
    page.editor.words.setPlainText("第1条 双手递接单据。")
    page.editor.draft.click()
    counter.reads("已作为征求意见稿发给各大厅")
    page.tabs.setCurrentIndex(1)
    counter.waits(lambda: not page.tabs.parts[1].note.why, "the draft")
    counter.presses(Qt.Key.Key_R, CTRL)
    counter.dialog().fields["opinions"].setPlainText("现金也要双手")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.waits(lambda: "现金也要双手" in page.tabs.parts[1].consultations_text.text(), "the opinion")
    page.tabs.setCurrentIndex(0)
    page.editor.words.setPlainText("第1条 双手递接单据和现金。")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.dialog()
    counter.reads("已征求意见：2026年3月2日 职工代表大会")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("各大厅须重新阅读确认")
    read = counter.signs_in_at("1001", "rulebook")
    counter.reads("双手递接单据和现金。")
    assert "请在3月16日" in read.since.text()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已确认阅读：双手递接")
    first = views.version(store, "hand")
    for material, text in ((False, "第1条 双手递接单据和现金！"), (True, "第1条 双手递接一切。\n第2条 目视用户。")):
        chapter = ChapterText(1, "双手递接", text, material=material)
        assert isinstance(actions.publish(store, OFFICE, "hand", chapter, now=at("10:00")), int)
        assert ("1001" in unread(store, "hand")) is material
    counter.reads(f"您读过第 {first} 版")
    counter.presses(Qt.Key.Key_B, CTRL)
    counter.reads("原文：双手递接单据和现金。")
    said = read.words.toPlainText()
    assert "现为：双手递接一切。" in said
    assert "新增：目视用户。" in said
    page = counter.signs_in_at("9001", "chapters")
    page.editor.withdraw.click()
    counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("《双手递接》已撤销")
    assert views.mine(store, "1001") == ()


def test_the_station_signs_for_its_copies_and_the_office_sees_it(counter: Counter, store: Store, book: None) -> None:
    page = counter.signs_in_at("2001", "rulebook")
    page.tabs.setCurrentIndex(1)
    page.readers.receive.click()
    counter.dialog().fields["copies"].setValue(5)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已签收《购气窗口管理制度》5册")
    page = counter.signs_in_at("9001", "chapters")
    page.tabs.setCurrentIndex(2)
    counter.waits(lambda: page.tabs.parts[2].table.rows.rowCount() > 0, "the receipts")
    cells = [page.tabs.parts[2].table.rows.cell(0, column).text for column in (1, 2, 4, 5)]
    assert cells == ["购气窗口管理制度", "已签收", "5", "陈静 2001"]


def test_markup_and_pictures_in_a_chapter_stay_words(counter: Counter, store: Store) -> None:
    publish(store, "smile", "微笑", "第1条 **微笑**\n<b>第二行</b> ![图](file:///etc/hostname)")
    page = counter.signs_in_at("1001", "rulebook")
    counter.reads("第1条 微笑")
    assert page.words.toPlainText().splitlines() == ["第1条 微笑", "<b>第二行</b> 图"]


def test_a_version_that_begins_later_stands_beside_the_one_in_force(counter: Counter, store: Store, book: None) -> None:
    later = ChapterText(1, "首问负责制", "转办以后仍由首问人负责。", effective=MONDAY + timedelta(days=9))
    assert isinstance(actions.publish(store, OFFICE, "first-inquiry", later, now=at("10:00")), int)
    page = counter.signs_in_at("1001", "rulebook")
    counter.reads("转办以后仍由首问人负责。")  # what is still to be read comes first
    counter.reads("2026年3月11日 起施行")
    page.table.selectRow(0)
    counter.reads("现行，到2026年3月11日前有效")
    counter.reads("首问是谁，谁负责到底。")
    assert page.read.why == "这是现行版，要确认的是将要生效的新版。"


def test_what_is_written_of_a_chapter_survives_another_person_and_another_chapter(
    counter: Counter, store: Store, book: None
) -> None:
    page = counter.signs_in_at("9001", "chapters")
    counter.waits(lambda: page.editor.words.text() == CHAPTERS[0][2], "the first chapter")
    page.editor.words.setPlainText("写到一半")
    publish(store, "first-inquiry", "首问负责制", "别人写的。")
    counter.reads("刚由别人发布了第")
    assert page.editor.words.text() == "写到一半"
    page.table.select("pause")
    counter.waits(lambda: page.editor.words.text() == CHAPTERS[1][2], "the second chapter")
    page.table.select("first-inquiry")
    counter.waits(lambda: page.editor.words.text() == "写到一半", "what was written")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已发布《首问负责制》")
    assert any(each.text == "写到一半" for each in views.chapters(store))
    counter.waits(lambda: not page.editor.changed, "nothing left to publish")
