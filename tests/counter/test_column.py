"""The column at the counter, by keyboard, from an idea to a published issue and what halls make of it."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from shared.domain.roles import Role
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.column import actions, own, published, quoting, views
from shared.practice.column.actions import Draft
from shared.practice.column.facts import Naming, Section
from shared.practice.column.views import Step
from tests.counter.conftest import CTRL, Counter
from tests.counter.gestures import confirms
from tests.practice.column.issue import jpeg
from tests.support.builders import HALL, MONDAY, actor, at, done

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
OFFICE, LEADER = actor("9001", Role.OFFICE), actor("2001", Role.SUPERVISOR)


def nominated(store: Store, hero: str = "1001", text: str = "王芳陪老人等到家属") -> str:
    return done(actions.nominate(store, LEADER, Section.DEED, hero, MONDAY, "陪到最后", text, now=at("09:00")))


def drafted(store: Store, section: Section = Section.DEED, hero: str = "1001", title: str = "陪到最后") -> str:
    story = nominated(store, hero)
    done(actions.draft(store, OFFICE, story, Draft(section, title, "一名员工陪老人等到家属"), now=at("09:10")))
    return story


def ready(store: Store, section: Section = Section.DEED, hero: str = "1001", title: str = "陪到最后") -> str:
    """A story that may be printed."""
    story = drafted(store, section, hero, title)
    done(actions.ask(store, OFFICE, story, now=at("09:20")))
    done(actions.answer(store, actor(hero), story, Naming.NAMED, now=at("09:30")))
    done(actions.ask_reading(store, OFFICE, story, now=at("09:40")))
    done(actions.read_text(store, actor(hero), story, 1, agreed=True, now=at("09:45")))
    done(actions.approve(store, OFFICE, story, now=at("09:50")))
    return story


def issue(store: Store) -> str:
    """Three stories published: 陪到最后, 流程图 (an experience) and 一把伞."""
    stories = [
        ready(store),
        ready(store, Section.EXPERIENCE, "1002", "流程图"),
        ready(store, title="一把伞"),
    ]
    wanted = done(actions.open_issue(store, OFFICE, MONDAY.year, 1, now=at("10:00")))
    done(actions.plan(store, OFFICE, wanted, MONDAY, "", stories, now=at("10:00")))
    done(actions.publish(store, OFFICE, wanted, now=at("10:01")))
    return wanted


def step(store: Store, story: str) -> Step:
    found = views.story(store, story)
    assert found is not None
    return found.step


def lists(counter: Counter, table: Any, word: str) -> None:
    """Wait until a table's current row says so."""
    column = [each.text for each in table.rows.columns]
    counter.waits(lambda: (row := table.current()) and any(word in text(row) for text in column), f"{word} in the list")


def test_the_office_drafts_a_told_deed_asks_and_sends_it_to_be_read(counter: Counter) -> None:
    story = nominated(counter.store)
    counter.signs_in_at("9001", "column_desk")
    counter.reads("陪到最后")
    counter.presses(KEY.Key_D, CTRL)
    dialog = counter.dialog()
    assert dialog.fields["text"].text() == "王芳陪老人等到家属"
    confirms(counter)
    counter.until(lambda store: step(store, story) is Step.CONSENT)
    counter.reads("王芳：未征求")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("已征求意见")
    done(actions.answer(counter.store, actor("1001"), story, Naming.POST, now=at("10:00")))
    counter.window.session.refresh()
    counter.reads("请本人核稿")
    counter.reads("购气员陪老人等到家属")  # as she agreed to appear
    counter.presses(KEY.Key_Return, CTRL)
    counter.until(lambda store: own.asked(store, "1001")[0].reading == 1)


def test_a_photo_is_added_and_seen_by_whoever_is_on_it(counter: Counter, tmp_path: Path) -> None:
    story, file = drafted(counter.store), tmp_path / "photo.jpg"
    file.write_bytes(jpeg())
    page = counter.signs_in_at("9001", "column_desk")
    counter.waits(page.tabs.parts[0].table.current, "the story")
    page.tabs.parts[0].steps.ask_photo(page.tabs.parts[0].table.current(), file)
    dialog = counter.dialog()
    dialog.fields["caption"].setText("等家属")
    dialog.fields["people"].setText("王芳")
    dialog.fields["no_customer"].setChecked(True)
    confirms(counter)
    counter.waits(lambda: page.tabs.parts[0].photos.isVisible(), "the photo beside the text")
    done(actions.ask(counter.store, OFFICE, story, now=at("09:20")))
    page = counter.signs_in_at("1001", "column")
    page.tabs.setCurrentIndex(1)
    counter.waits(lambda: page.own.photos.isVisible(), "the photo where somebody is asked")


def test_the_office_plans_an_issue_and_publishes_it(counter: Counter) -> None:
    stories = [ready(counter.store, title=f"第{n}篇") for n in range(3)]
    page = counter.signs_in_at("9001", "column_desk")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.presses(KEY.Key_I, CTRL)
    confirms(counter)
    counter.until(lambda store: views.issues(store))
    counter.presses(KEY.Key_PageUp, CTRL)
    for story in stories:
        page.tabs.parts[0].table.select(story)
        counter.reads("编入这一期")
        counter.presses(KEY.Key_Return, CTRL)
        counter.until(lambda store, wanted=story: wanted in views.issues(store)[0].stories)
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.waits(lambda: len(page.tabs.parts[1].lines.rows.rows) == 3, "the stories in the issue")
    page.tabs.parts[1].lines.select(stories[2])
    counter.presses(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    counter.until(lambda store: views.issues(store)[0].stories == (stories[0], stories[2], stories[1]))
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    confirms(counter)
    [out] = counter.until(published.published)
    assert [item.title for item in out.items] == ["第0篇", "第2篇", "第1篇"]


def test_a_printed_story_is_retracted_with_a_reason(counter: Counter) -> None:
    issue(counter.store)
    page = counter.signs_in_at("9001", "column_desk")
    counter.presses(KEY.Key_PageDown, CTRL)
    lists(counter, page.tabs.parts[1].lines, "陪到最后")
    counter.presses(KEY.Key_Delete, CTRL | SHIFT)
    counter.dialog()
    counter.types("asked for")
    confirms(counter)
    counter.until(lambda store: published.published(store)[0].edition == 2)
    counter.reads("原第 1 篇已撤下。")


def test_a_person_chooses_how_to_be_named_and_reads_the_text(counter: Counter) -> None:
    story = drafted(counter.store)
    done(actions.ask(counter.store, OFFICE, story, now=at("09:20")))
    page = counter.signs_in_at("1001", "column")
    lists(counter, page.own.asked, "等我答复")
    counter.presses(KEY.Key_Return, CTRL)
    dialog = counter.dialog()
    dialog.fields["naming"].setCurrentIndex(2)
    confirms(counter)
    counter.until(lambda store: step(store, story) is Step.READING)
    done(actions.ask_reading(counter.store, OFFICE, story, now=at("10:00")))
    counter.window.session.refresh()
    lists(counter, page.own.asked, "请核稿")
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    dialog = counter.dialog()
    dialog.fields["agreed"].setCurrentIndex(1)
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("请写明要改什么")
    dialog.fields["agreed"].setCurrentIndex(0)
    confirms(counter)
    counter.until(lambda store: step(store, story) is Step.APPROVAL)
    assert counter.store.events(subject=story)[-1].actor == "1001"


def test_a_person_sends_in_their_own_text(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "column")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.presses(KEY.Key_T, CTRL)
    dialog = counter.dialog()
    dialog.fields["title"].setText("五分钟")
    dialog.fields["text"].setPlainText("喝一杯水，回来就能笑")
    confirms(counter)
    [sent] = counter.until(lambda store: own.sent(store, "1001"))
    assert sent.title == "五分钟"
    lists(counter, page.own.sent, "编辑中")


def test_an_issue_is_read_saved_and_copied_for_a_public_account(counter: Counter, tmp_path: Path) -> None:
    issue(counter.store)
    page = counter.signs_in_at("9001", "column")
    counter.waits(lambda: "陪老人等到家属" in page.reading.reader.toPlainText(), "the issue to be laid out")
    counter.presses(KEY.Key_C, CTRL | SHIFT)
    counter.reads("已复制")
    html = QGuiApplication.clipboard().mimeData().html()
    assert "流程图" in html
    assert not re.search("<style|class=|http", html)
    for kind in ("pdf", "html"):
        counter.presses(KEY.Key_S, CTRL)
        dialog = counter.dialog()
        dialog.fields["format"].setCurrentIndex(("pdf", "html").index(kind))
        dialog.fields["folder"].choose(tmp_path)
        confirms(counter)
        file = tmp_path / f"服务之窗-{MONDAY.year}-1.{kind}"
        counter.waits(file.exists, kind)


def test_a_supervisor_answers_for_the_hall_and_lets_a_sentence_go(counter: Counter) -> None:
    issue(counter.store)
    card = cards.award(counter.store, "1001", P.PATIENT, sentence="又耐心又细致，谢谢", now=at("10:05"))
    page = counter.signs_in_at("2001", "column")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.presses(KEY.Key_PageDown, CTRL)
    lists(counter, page.hall.experiences, "流程图")
    counter.presses(KEY.Key_A, CTRL | SHIFT)
    dialog = counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("请写一句话")
    dialog.fields["line"].setText("贴在取号机旁")
    confirms(counter)
    counter.until(lambda store: published.published(store)[0].items[1].adopted == 1)
    counter.waits(lambda: page.hall.sentences.current() is not None, "the sentence")
    counter.presses(KEY.Key_G, CTRL)
    counter.until(lambda store: quoting.quotable(store, HALL)[0].released)
    assert [each.card for each in views.sentences(counter.store)] == [card.card]


def test_a_meeting_is_planned_attended_and_asked_about(counter: Counter) -> None:
    wanted = issue(counter.store)
    page = counter.signs_in_at("9001", "column_desk")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.presses(KEY.Key_PageDown, CTRL)
    lists(counter, page.tabs.parts[2].experiences, "流程图")
    counter.presses(KEY.Key_M, CTRL)
    dialog = counter.dialog()
    dialog.fields["title"].setText("一期交流会")
    confirms(counter)
    lists(counter, page.tabs.parts[2].meetings, "一期交流会")
    counter.presses(KEY.Key_J, CTRL)
    dialog = counter.dialog()
    dialog.fields["numbers"].setPlainText("王芳 1002")
    confirms(counter)
    page = counter.signs_in_at("1001", "column")
    counter.reads("交流会反馈")
    counter.presses(KEY.Key_K, CTRL)
    confirms(counter)
    counter.reads("谢谢，已记录")
    assert page.reading.issues.current().issue == wanted


def test_the_bulletin_of_a_month_is_asked_for_only_when_it_is_due(counter: Counter) -> None:
    counter.times.passed += timedelta(days=7) // timedelta(milliseconds=1)
    page = counter.signs_in_at("9001", "column_desk")
    assert page.tabs.parts[0].bulletin.isHidden()  # no month's inspections are published
