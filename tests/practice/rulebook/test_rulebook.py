"""The rulebook: published in versions, acknowledged by person and version, printed."""

import re
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication

from shared.domain.refusal import Refusal
from shared.domain.text import full_day
from shared.journal.store import Store
from shared.practice.rulebook import actions, booklet, views
from shared.practice.rulebook.facts import Book, ChapterText, RulebookRead
from shared.reference.actions import publish as publish_document
from tests.support.builders import code, elsewhere
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, ZHANG, ZHAO, at


def publish(store: Store, code: str, text: str, *, place: int = 1, clock: str = "09:00") -> int:
    """A chapter that the office publishes; its version."""
    version = actions.publish(
        store, OFFICE, code, ChapterText(place=place, title=f"第{place}章", text=text), now=at(clock)
    )
    assert isinstance(version, int)
    return version


def test_only_the_office_publishes(store: Store) -> None:
    assert actions.publish(store, ZHAO, "smile", ChapterText(1, "微笑", "x"), now=at("09:00")) == Refusal("not_allowed")
    assert views.chapters(store) == ()


@pytest.mark.parametrize(
    ("code", "title", "refusal"),
    [
        ("", "微笑", "bad_code"),
        ("A b", "微笑", "bad_code"),
        ("smile/1", "微笑", "bad_code"),
        ("a" * 41, "微笑", "bad_code"),
        ("smile", " ", "title_missing"),
    ],
)
def test_a_chapter_needs_a_code_and_a_title(store: Store, code: str, title: str, refusal: str) -> None:
    answer = actions.publish(store, OFFICE, code, ChapterText(1, title, "x"), now=at("09:00"))
    assert isinstance(answer, Refusal)
    assert answer.code == refusal


def test_the_book_is_in_its_order_and_holds_the_newest_versions(store: Store) -> None:
    assert publish(store, "second", "二", place=2) == 1
    assert publish(store, "first", "一", place=1) == 1
    newest = publish(store, "second", "二改", place=2, clock="10:00")
    assert newest == 2
    assert [(chapter.code, chapter.text) for chapter in views.chapters(store)] == [("first", "一"), ("second", "二改")]
    assert views.chapters(store)[1].version == newest


def test_a_chapter_is_not_taken_for_another_whose_code_begins_alike(store: Store) -> None:
    publish(store, "smile-and-greet", "微笑问好")
    assert (views.chapter(store, "smile"), views.version(store, "smile")) == (None, 0)
    assert publish(store, "smile", "微笑") == 1
    found = views.chapter(store, "smile")
    assert found
    assert found.text == "微笑"


def test_other_documents_are_no_chapters(store: Store) -> None:
    publish_document(store, OFFICE, "happy_station", {"group": "g"}, now=at("09:00"))
    publish_document(store, OFFICE, "rulebook/odd", {"unknown": 1}, now=at("09:00"))
    assert views.chapters(store) == ()


def test_a_chapter_is_read_per_person_and_version_and_due_again_after_a_change(store: Store) -> None:
    version = publish(store, "smile", "微笑服务")
    assert actions.read(store, ZHANG, "smile", version, now=at("09:30")) is None
    assert [reading.due for reading in views.mine(store, "1001")] == [False]
    assert [reading.due for reading in views.mine(store, "1002")] == [True]
    newer = publish(store, "smile", "微笑服务,目视用户", clock="10:00")
    (reading,) = views.mine(store, "1001")
    assert (reading.due, reading.version, reading.at) == (True, version, at("09:30"))
    assert actions.read(store, ZHANG, "smile", version, now=at("10:05")) == Refusal("newer_version", {"version": newer})
    assert actions.read(store, ZHANG, "smile", newer, now=at("10:06")) is None
    assert actions.read(store, ZHANG, "smile", newer, now=at("10:07")) == Refusal("already_read")
    assert actions.read(store, ZHANG, "none", 1, now=at("10:08")) == Refusal("not_found")


@pytest.mark.parametrize(
    ("second", "seen"), [(1, (2, at("09:30"))), (2, (2, at("09:30"))), (3, (3, at("11:00"))), (5, (5, at("11:00")))]
)
def test_of_what_was_read_at_two_counters_the_newest_version_stands_with_its_first_reading(
    store: Store, second: int, seen: tuple[int, int]
) -> None:
    publish(store, "smile", "微笑服务")
    for n, (version, clock) in enumerate(((2, "09:30"), (second, "11:00")), start=1):
        fact = RulebookRead(staff="1001", chapter="smile", version=version)
        elsewhere(store, "reading:smile:1001", at(clock), fact, n, actor="1001")
    (reading,) = views.mine(store, "1001")
    assert (reading.version, reading.at) == seen
    assert views.read_version(store, "1001", "smile") == seen[0]


def test_the_supervisor_sees_who_has_not_read(store: Store) -> None:
    version = publish(store, "smile", "微笑服务")
    actions.read(store, LI, "smile", version, now=at("09:30"))
    (readers,) = views.readers(store, HALL)
    assert [person.number for person in readers.read] == ["1002"]
    assert {person.number for person in readers.unread} == {"1001", "1003", "1009"}


def test_a_withdrawn_chapter_is_gone_and_can_come_back(store: Store) -> None:
    publish(store, "smile", "微笑服务")
    assert code(actions.publish(store, OFFICE, "smile", ChapterText(1, "微笑", " "), now=at("09:30"))) == "empty_text"
    withdrawn = actions.withdraw(store, OFFICE, "smile", now=at("10:00"))
    assert isinstance(withdrawn, int)
    assert (views.chapters(store), views.mine(store, "1001")) == ((), ())  # nobody is due
    assert actions.read(store, ZHANG, "smile", withdrawn, now=at("10:01")) == Refusal("not_found")
    assert code(actions.withdraw(store, OFFICE, "smile", now=at("10:02"))) == "not_found"
    back = ChapterText(1, "微笑", "三米之内微笑", material=False)
    assert isinstance(actions.publish(store, OFFICE, "smile", back, now=at("11:00")), int)
    assert len(views.chapters(store)) == 1


def test_a_chapter_that_came_back_is_read_anew_whatever_it_is_called(store: Store) -> None:
    """Withdrawn and back as 文字修正, it stood as read by all who had read the one withdrawn."""
    version = publish(store, "smile", "微笑服务")
    assert actions.read(store, ZHANG, "smile", version, now=at("09:30")) is None
    assert isinstance(actions.withdraw(store, OFFICE, "smile", now=at("10:00")), int)
    for clock, words, due in (("11:00", "三米之内微笑", True), ("11:10", "三米内微笑", False)):
        again = ChapterText(1, "微笑", words, material=False)
        back = actions.publish(store, OFFICE, "smile", again, now=at(clock))
        assert isinstance(back, int)
        assert [each.due for each in views.mine(store, "1001")] == [due]
        if due:
            assert actions.read(store, ZHANG, "smile", back, now=at("11:05")) is None


def test_a_chapter_emptied_by_an_earlier_program_is_withdrawn(store: Store) -> None:
    publish(store, "smile", "微笑服务")
    publish_document(store, OFFICE, "rulebook/smile", {"place": 1, "title": "微笑", "text": ""}, now=at("10:00"))
    assert views.chapters(store) == ()


def test_a_rebuild_gives_the_same_tables(store: Store) -> None:
    version = publish(store, "smile", "微笑服务")
    actions.read(store, ZHANG, "smile", version, now=at("09:30"))
    before = (views.chapters(store), views.mine(store, "1001"))
    store.rebuild()
    assert (views.chapters(store), views.mine(store, "1001")) == before
    assert not before[1][0].due


def test_a_booklet_says_when_a_chapter_begins(store: Store, qapp: QGuiApplication) -> None:
    publish(store, "smile", "三米微笑")
    april = ChapterText(1, "微笑", "五米微笑", effective=date(2026, 4, 1))
    assert isinstance(actions.publish(store, OFFICE, "smile", april, now=at("10:00")), int)
    html = booklet.as_html(Book.RULES, booklet.contents(views.chapters(store), DAY))
    assert html.count(full_day(date(2026, 4, 1))) == 1


def test_a_booklet_is_one_book_with_its_edition_and_the_page_of_each_chapter(
    store: Store, tmp_path: Path, qapp: QGuiApplication
) -> None:
    """Halls sign for each book by its edition, so each is printed alone; both were one file under the first's name."""
    publish(store, "one", "第1条 微笑\n\n<b>第二段</b>" + "\n\n再一段" * 45, place=1)
    publish(store, "two", "微笑服务 ![图](file:///etc/hostname)", place=2)
    standard = ChapterText(1, "检查", "第1条 每月检查", Book.STANDARD)
    assert isinstance(actions.publish(store, OFFICE, "checked", standard, now=at("09:00")), int)
    html = booklet.as_html(Book.RULES, views.chapters(store, Book.RULES))
    assert "&lt;b&gt;第二段&lt;/b&gt;" in html
    assert "<img" not in html
    booklet.as_pdf(Book.RULES, views.chapters(store, Book.RULES), tmp_path / "rules.pdf")
    booklet.as_pdf(Book.STANDARD, views.chapters(store, Book.STANDARD), tmp_path / "standard.pdf")
    cover, *_, last = pages = pages_of(tmp_path / "rules.pdf")
    assert (len(pages), views.edition(store, Book.RULES)) == (4, DAY)
    assert all(said in cover for said in ("购气窗口管理制度", f"{full_day(DAY)}版", "第1章", "第2章"))
    starts = re.findall(r"(\d)\. 第\d章\s+服务标准\s+第 \d 版\s+(\d)\s", cover)
    assert starts == [("1", "2"), ("2", "4")]
    assert "2. 第2章" in last
    assert "窗口单位考核标准 · 第 1 页，共 2 页" in pages_of(tmp_path / "standard.pdf")[0]


def pages_of(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_a_version_with_a_later_day_leaves_the_one_before_in_force(store: Store) -> None:
    first = publish(store, "smile", "第1条 微笑服务")
    begins = DAY + timedelta(days=10)
    later = ChapterText(1, "第1章", "第1条 微笑，目视用户", effective=begins)
    second = actions.publish(store, OFFICE, "smile", later, now=at("10:00"))
    new = ChapterText(2, "第2章", "第2条 双手递接", effective=begins)
    assert isinstance(actions.publish(store, OFFICE, "hands", new, now=at("10:01")), int)
    smile, hands = views.chapters(store)
    cases = ((begins - timedelta(days=1), first, None), (begins, second, hands))
    for day, holds, other in cases:
        now = views.in_force_on(smile, day)
        assert now is not None
        assert (now.version, views.in_force_on(hands, day)) == (holds, other)
    assert [each.due for each in views.mine(store, "1001")] == [True, True]  # to be read before it begins
    printed = [(each.code, each.version) for each in booklet.contents((smile, hands), DAY)]
    assert printed == [("smile", first), ("smile", second), ("hands", hands.version)]
    assert [each.code for each in booklet.contents((smile, hands), begins)] == ["smile", "hands"]
