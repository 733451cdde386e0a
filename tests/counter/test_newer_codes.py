"""Cards, entries and roles of a newer version at the counter: every page opens and says what they are."""

from PySide6.QtCore import Qt

from shared.domain.roles import Role
from shared.people.facts import StaffSet
from shared.practice.cards.facts import CardAwarded, Giver, P, Source
from shared.practice.diary import views as diary
from shared.practice.diary.facts import Entry, EntryAnswered, EntryWritten, Outcome
from shared.practice.learning.facts import Category, CourseSet
from shared.practice.learning.views import courses
from shared.reference.facts import DocumentPublished
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, MONDAY, at, elsewhere

ALT = Qt.KeyboardModifier.AltModifier
PLAYFUL, MEMORY, TRAINER = P("playful"), Entry("memory"), Role("trainer")


def newer(counter: Counter) -> None:
    """What other devices of the hall, a version ahead, recorded today."""
    card = CardAwarded(staff="1001", p=PLAYFUL, giver=Giver.CUSTOMER, source=Source.KIOSK, policy=1)
    entry = EntryWritten(staff="1001", entry=MEMORY, text="")
    staff = StaffSet(
        number="1004", name="刘洋", branch="和平分公司", hall=HALL, window="4", post="consultant", role=TRAINER
    )
    elsewhere(counter.store, "card:newer", at("10:00"), card, 1)
    elsewhere(counter.store, "entry:newer", at("10:01"), entry, 2, actor="1001")
    elsewhere(counter.store, "staff:1004", at("10:02"), staff, 3)


def test_staff_see_newer_values_and_may_change_their_own(counter: Counter) -> None:
    newer(counter)
    counter.signs_in_at("1001", "home")
    counter.reads("本版本还不认识的")
    counter.opens("my_cards")
    counter.reads("累计中有 1 张是本版本还不认识的卡")
    counter.opens("give_card")
    counter.types("1004")
    counter.reads("以下级身份送卡")
    page = counter.opens("diary")
    counter.waits(page.table.current, "the entry in the list")
    counter.presses(Qt.Key.Key_M, CTRL)
    dialog = counter.dialog()
    assert "本版本还不认识的类别" in [dialog.fields["kind"].currentText()]
    dialog.fields["text"].setPlainText("想起一件事")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: diary.mine(store, "1001")[0].text == "想起一件事")
    assert diary.mine(counter.store, "1001")[0].entry == MEMORY


def test_the_office_sees_them_in_the_report(counter: Counter) -> None:
    newer(counter)
    page = counter.signs_in_at("9001", "report")
    counter.waits(lambda: "本版本还不认识的 1" in page.panel.chart.accessibleDescription(), "the newer cards")


def test_the_office_counts_newer_entries_and_sees_which_rules_this_version_cannot_read(counter: Counter) -> None:
    newer(counter)
    answered = EntryAnswered(outcome=Outcome("framed"), line="")
    elsewhere(counter.store, "entry:newer", at("10:05"), answered, 4, actor="2001")
    body = {"performance": {"service_by": "hours"}}
    document = DocumentPublished(name="policy", version=2, body=body)
    elsewhere(counter.store, "document:policy", at("10:06"), document, 5, actor="9001")
    page = counter.signs_in_at("9001", "diary_yield")
    counter.waits(lambda: page.table.rows.rowCount() > 0, "the halls")
    assert "本版本还不认识的类别" in page.table.rows.titles()
    page = counter.opens("policy")
    page.table.select(("performance", "service_by"))
    rule = page.table.current()
    assert (rule.unread, rule.value) == (True, "factor")
    row = page.table.rows.rows.index(rule)
    assert page.table.rows.cell(row, 2).text == "工作量乘服务系数（发布的值本版本还不认识，暂按此值）"


def test_a_course_keeps_the_newer_post_that_must_take_it(counter: Counter) -> None:
    """Changing its title took the post off, since the dialog had no box for it."""
    course = CourseSet(
        code="smile", title="微笑", category=Category("outing"), posts=("cashier", "guide"), due=MONDAY, shown=0
    )
    elsewhere(counter.store, "course:smile", at("10:00"), course)
    page = counter.signs_in_at("9001", "training")
    page.tabs.setCurrentIndex(1)
    counter.reads("应学岗位 购气员、本版本还不认识的岗位")
    page.tabs.parts[1].edit.click()
    dialog = counter.dialog()
    dialog.fields["title"].setText("微笑服务")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    [changed] = counter.until(lambda store: [each for each in courses(store) if each.title == "微笑服务"])
    assert (changed.posts, changed.category) == (("cashier", "guide"), "outing")
