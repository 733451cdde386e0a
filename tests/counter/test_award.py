"""A round of the caring award at the counter, by keyboard, from a diary line to the certificate."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt

from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.caring import actions, annals, own, views
from shared.practice.caring.actions import Opening
from shared.practice.caring.actions.jury import Marks
from shared.practice.caring.facts import AnnalWritten
from shared.practice.caring.views import State, Step
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from tests.counter.conftest import CTRL, Counter
from tests.counter.gestures import confirms, later
from tests.support.builders import HALL, MONDAY, MORNING, PIN, actor, at, done

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
YEAR, OFFICE = MONDAY.year, actor("9001", Role.OFFICE)
JURY = tuple(Actor(f"300{n}", f"评委{n}", Role.STAFF, "cashier", "南山大厅") for n in range(1, 6))
TOLD, BLIND = "李娜陪老人等到家属", "〔本人〕陪老人等到家属"


@pytest.fixture
def jury(store: Store) -> None:
    """Five colleagues of another hall; the first of them can sign in."""
    people.import_staff(
        store, [RosterLine(j.number, j.name, "南山分公司", j.hall, "", j.post, j.role) for j in JURY], now=MORNING
    )
    assert people.set_pin(store, JURY[0].number, PIN, now=MORNING) is None


@pytest.fixture
def opened(store: Store, jury: None) -> None:
    """A round that takes nominations for four days, and a deed in 王芳's diary."""
    numbers = tuple(each.number for each in JURY)
    opening = Opening(numbers, MONDAY + timedelta(4), MONDAY + timedelta(20), places=2, minimum=18)
    done(actions.open_round(store, OFFICE, YEAR, opening, now=MORNING))
    done(diary.write(store, actor("1001"), Entry.DEED, TOLD, now=at("09:30")))


def prepared(store: Store, text: str = BLIND) -> str:
    """A deed before the jury."""
    nomination = nominated(store)
    done(actions.ask(store, OFFICE, YEAR, nomination, now=at("09:42")))
    done(actions.consent(store, actor("1002"), nomination, True, now=at("09:43")))
    done(actions.prepare(store, OFFICE, YEAR, nomination, "陪到最后", text, read=True, now=at("09:44")))
    return nomination


def entries(store: Store, day: date = MONDAY) -> tuple[views.Entry, ...]:
    found = views.award_round(store, YEAR, day)
    assert found is not None
    return found.entries


def nominated(store: Store) -> str:
    """A deed that nobody was asked about."""
    entry = done(diary.write(store, actor("1001"), Entry.DEED, TOLD, candidate=True, now=at("09:40")))
    return done(actions.nominate(store, actor("1001"), entry, "1002", now=at("09:41")))


def test_a_line_of_one_s_diary_is_put_up_and_the_hero_agrees(counter: Counter, opened: None) -> None:
    counter.signs_in_at("1001", "award")
    counter.reads(TOLD)
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.types("1002")
    confirms(counter)
    [entry] = counter.until(entries)
    done(actions.ask(counter.store, OFFICE, YEAR, entry.entry, now=at("10:00")))
    counter.signs_in_at("1002", "award")
    counter.reads("关于我的")
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    counter.until(lambda store: entries(store)[0].step is Step.AGREED)


def test_the_office_asks_the_hero_from_the_board(counter: Counter, opened: None) -> None:
    nominated(counter.store)
    counter.signs_in_at("9001", "award_round")
    counter.reads("已推荐 1")
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    counter.reads("征求同意 1")


def test_the_office_makes_a_text_blind_and_reads_it(counter: Counter, opened: None) -> None:
    nomination = nominated(counter.store)
    done(actions.ask(counter.store, OFFICE, YEAR, nomination, now=at("09:42")))
    done(actions.consent(counter.store, actor("1002"), nomination, True, now=at("09:43")))
    page = counter.signs_in_at("9001", "award_texts")
    counter.waits(lambda: page.blind.text() == BLIND, "the names to be taken out")
    assert [each.cursor.selectedText() for each in page.original.extraSelections()] == ["李娜"]
    counter.types("one evening", into="题目")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("请通读一遍")
    page.read.setFocus()
    counter.presses(KEY.Key_Space)
    counter.presses(KEY.Key_Return, CTRL)
    counter.until(lambda store: entries(store)[0].blind == BLIND)


def test_a_juror_marks_a_text_without_its_names_by_the_digits(counter: Counter, opened: None) -> None:
    prepared(counter.store)
    page = counter.signs_in_at("3001", "award")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.reads("第 1 篇，共 1 篇")
    assert counter.reads(BLIND) == BLIND
    assert not [text for text in counter.sees() if "李娜" in text or "王芳" in text]
    page.jury.take_focus()
    counter.types("8")
    done(diary.write(counter.store, actor("1002"), Entry.DEED, "别的事", now=at("10:00")))
    counter.window.session.refresh()
    counter.reads("第 1 篇")
    assert page.jury.marks["pressure"].value() == 8, "kept while the page is read again"
    counter.presses(KEY.Key_Return)
    for keys in ("10", "9"):
        counter.types(keys)
        counter.presses(KEY.Key_Return)
    counter.reads("已打分")
    [paper] = own.assignment(counter.store, "3001", MONDAY).texts
    assert (paper.score.pressure, paper.score.contribution, paper.score.lesson) == (8, 10, 9)


def test_a_juror_who_recognises_somebody_says_so_with_one_key(counter: Counter, opened: None) -> None:
    nomination = prepared(counter.store)
    page = counter.signs_in_at("3001", "award")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.reads(BLIND)
    counter.presses(KEY.Key_R, CTRL)
    counter.reads("认出了当事人，已回避")
    assert page.jury.give.why
    assert views.award_round(counter.store, YEAR, MONDAY).recused[nomination, "3001"] == "recognised"


def test_a_station_puts_up_what_it_compiled(counter: Counter, opened: None) -> None:
    counter.signs_in_at("2001", "award")
    counter.presses(KEY.Key_T, CTRL)
    dialog = counter.dialog()
    counter.types("1003")
    dialog.fields["text"].setFocus()
    counter.types("snow, and the tickets came all the same")
    confirms(counter)
    [entry] = counter.until(entries)
    assert (entry.source, entry.hero, entry.hall) == ("station", "1003", HALL)


def test_declining_is_confirmed_first(counter: Counter, opened: None) -> None:
    nomination = nominated(counter.store)
    done(actions.ask(counter.store, OFFICE, YEAR, nomination, now=at("09:42")))
    counter.signs_in_at("1002", "award")
    counter.reads(TOLD)
    counter.presses(KEY.Key_Delete, CTRL)
    confirms(counter)
    counter.until(lambda store: entries(store)[0].step is Step.OUT)
    counter.waits(lambda: not any(TOLD in text for text in counter.sees()), "the words to be gone")


def test_the_office_opens_a_round(counter: Counter, jury: None) -> None:
    counter.signs_in_at("9001", "award_round")
    counter.reads("还没有评奖")
    counter.presses(KEY.Key_N, CTRL)
    dialog = counter.dialog()
    counter.types(" ".join(each.number for each in JURY[:4]))
    counter.presses(KEY.Key_Return, CTRL)
    counter.waits(lambda: "5 至 9 人" in dialog.notice.text, "the refusal")
    dialog.fields["jury"].setPlainText("、".join(each.name for each in JURY))
    confirms(counter)
    counter.reads("推荐中")
    assert views.award_round(counter.store, YEAR, MONDAY).jurors == tuple(each.number for each in JURY)


def test_the_jury_s_outcome_goes_by_the_notice_into_the_annals(counter: Counter, opened: None, tmp_path: Path) -> None:
    nomination = prepared(counter.store)
    for juror, points in zip(JURY, (6, 7, 8, 9, 10), strict=True):
        marks = Marks(points, points, points)
        done(actions.score(counter.store, juror, nomination, 1, marks, now=at("10:00", MONDAY + timedelta(1))))
    later(counter, 7)
    page = counter.signs_in_at("9001", "award_round")
    counter.reads("评审中")
    page.tabs.setCurrentIndex(2)
    assert page.tabs.parts[2].table.rows.cell(0, 3).text == "24.00"  # (21 + 24 + 27) / 3
    assert page.tabs.parts[2].table.rows.cell(0, 5).text == "18–30"
    for following in ("评定", "公示", "入册"):
        counter.presses(KEY.Key_Return, CTRL)
        confirms(counter)
        counter.waits(lambda name=following: page.next.accessibleName() == name, following)
    later(counter, 9)
    counter.presses(KEY.Key_Return, CTRL)
    confirms(counter)
    counter.until(lambda store: views.award_round(store, YEAR, MONDAY).state is State.FINAL)
    certificate(counter, tmp_path)


def certificate(counter: Counter, folder: Path) -> None:
    """Printed from the annals, and verified by its code there."""
    page = counter.opens("annals")
    counter.reads("李娜")
    counter.presses(KEY.Key_P, CTRL)
    dialog = counter.dialog()
    dialog.fields["folder"].choose(folder)
    confirms(counter)
    [file] = folder.glob("荣誉证书-*.pdf")
    with pypdfium2.PdfDocument(file) as pdf:
        assert [round(side * 25.4 / 72) for side in pdf[0].get_size()] == [297, 210]
        words = pdf[0].get_textpage().get_text_bounded()
        [found] = zxingcpp.read_barcodes(pdf[0].render(scale=3).to_pil())
    assert "李娜 同志" in words
    assert "陪到最后" in words
    page.search.setFocus()
    page.search.setText(found.text)
    counter.reads("证书核验无误")
    page.search.setText(codes.text(codes.Certificate(f"annal:{7:032x}"), codes.key(counter.folder)))
    counter.reads("这个码不是本公司的证书")


def test_an_objection_and_its_answer(counter: Counter, opened: None) -> None:
    nomination, day = prepared(counter.store), MONDAY + timedelta(7)
    for juror in JURY:
        done(actions.score(counter.store, juror, nomination, 1, Marks(8, 8, 8), now=at("10:00", MONDAY + timedelta(1))))
    done(actions.close_jury(counter.store, OFFICE, YEAR, now=at("09:00", day)))
    done(actions.decide(counter.store, OFFICE, YEAR, "3001", now=at("09:01", day)))
    done(actions.announce(counter.store, OFFICE, YEAR, now=at("09:02", day)))
    later(counter, 7)
    counter.signs_in_at("1001", "award")
    counter.presses(KEY.Key_PageUp, CTRL)
    counter.reads("公示到")
    counter.presses(KEY.Key_R, CTRL)
    counter.dialog()
    counter.types("was it not Wei?")
    confirms(counter)
    counter.reads("我的异议：was it not Wei?")
    page = counter.signs_in_at("9001", "award_round")
    page.tabs.setCurrentIndex(3)
    counter.reads("was it not Wei?")
    counter.presses(KEY.Key_R, CTRL)
    dialog = counter.dialog()
    dialog.fields["answer"].setFocus()
    counter.types("it was not")
    confirms(counter)
    counter.until(lambda store: views.objections(store, YEAR)[0].answer == "it was not")


def test_the_annals_are_searched(counter: Counter) -> None:
    fact = AnnalWritten(year=2025, hero="1001", name="王芳", title="雪中送票", text="〔本人〕送票", hall=HALL)
    with counter.store.transaction(MORNING) as tx:
        tx.record(fact, subject=f"annal:{1:032x}")
        other = msgspec.structs.replace(fact, year=2024, hero="1002", name="李娜", title="停电那天")
        tx.record(other, subject=f"annal:{2:032x}")
    page = counter.signs_in_at("1001", "annals")
    counter.waits(lambda: len(page.table.rows.rows) == 2, "the whole book")
    assert not page.certificate.why  # one's own
    counter.types("停电", into="查找姓名")
    counter.waits(lambda: [each.name for each in page.table.rows.rows] == ["李娜"], "one page")
    assert "由本人" in page.certificate.why
    assert annals.years(counter.store) == (2025, 2024)
