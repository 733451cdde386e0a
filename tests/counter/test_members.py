"""The hall's people in the app: somebody new, another post, a photo, somebody who leaves; one's own PIN."""

from itertools import product
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QTableView

from counter.kit.choice import Choice
from shared.device import codes
from shared.journal.store import Store
from shared.people import actions, views
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, PIN
from tests.support.person import Person

SHIFT = Qt.KeyboardModifier.ShiftModifier


def fills(counter: Counter, **texts: str) -> Person:
    dialog = counter.dialog()
    for name, text in texts.items():
        dialog.fields[name].setText(text)
    return Person(dialog)


def test_somebody_new_gets_another_post_and_leaves(counter: Counter) -> None:
    page = counter.signs_in_at("2001", "roster")
    counter.presses(Qt.Key.Key_N, CTRL | SHIFT)
    fills(counter, number="01001", name="周敏", window="6").tap("保存")
    counter.reads("和已有的“1001”（王芳）很像")
    fills(counter, number="1009").tap("保存")
    counter.reads("周敏 的资料已保存")
    counter.closes()

    counter.waits(lambda: any(m.person.number == "1009" for m in page.table.rows.rows), "周敏 in the table")
    page.table.select("1009")
    counter.presses(Qt.Key.Key_M, CTRL | SHIFT)
    post = counter.dialog().fields["post"]
    assert isinstance(post, Choice)
    post.setCurrentIndex(post.findText("咨询员"))
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: (person := views.person(store, "1009")) and person.post == "consultant")
    counter.closes()

    page.table.select("1009")
    counter.presses(Qt.Key.Key_Delete, CTRL)
    assert "将不能再登录" in counter.reads("1009 将不能")
    counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: views.person(store, "1009") is None)
    counter.reads("周敏 已从名单里去掉")


def test_a_photo_from_a_file(counter: Counter, tmp_path: Path) -> None:
    picture, text = tmp_path / "large.png", tmp_path / "text.png"
    image = QImage(2000, 3000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(picture))
    text.write_text("no picture")
    page = counter.signs_in_at("2001", "roster")
    page.table.select("1001")
    for chosen, said in ((text, "这个文件不是照片"), (picture, "王芳 的照片已更换")):
        counter.presses(Qt.Key.Key_P, CTRL | SHIFT)
        asked = counter.waits(lambda: next(iter(counter.window.findChildren(QFileDialog)), None), "the files")
        counter.waits(asked.isActiveWindow, "the keyboard in it")
        counter.types(str(chosen))
        counter.presses(Qt.Key.Key_Return)
        counter.waits(lambda: not counter.window.findChildren(QFileDialog), "the dialog to go")
        counter.reads(said)
    person = views.person(counter.store, "1001")
    assert person is not None
    assert person.photo is not None
    assert QImage.fromData(person.photo).height() > QImage.fromData(person.photo).width() > 0


def test_one_changes_the_own_pin_before_signing_in(counter: Counter) -> None:
    counter.waits(lambda: counter.window.session.here.people, "the roster")
    counter.tap("改密码")
    counter.reads("忘记密码请找站长")
    asked = counter.dialog()
    counter.waits(asked.fields["number"].hasFocus, "the cursor in the number")
    for letter in codes.text(codes.Badge("1001"), codes.key(counter.folder)):
        counter.types(letter)
    counter.presses(Qt.Key.Key_Return)
    counter.waits(lambda: asked.fields["number"].text() == "1001", "the badge's owner, not behind the dialog")
    dialog = fills(counter, old=PIN, new="482915", again="482916")
    dialog.tap("改密码")
    counter.reads("两次输入的不一样")
    fills(counter, again="482915").tap("改密码")
    counter.reads("密码已更改")
    counter.signs_in("1001", pin="482915")


def test_a_hall_that_was_renamed_has_its_new_name_wherever_its_people_are_listed(
    counter: Counter, store: Store
) -> None:
    """Its code stayed: 大厅 showed that instead, which nobody sees where code and name are the same."""
    actions.set_hall(store, HALL, "青年大厅", "和平分公司", now=counter.times.start)
    counter.signs_in("2001")
    counter.reads("青年大厅")
    for key in ("roster", "give_card"):
        page = counter.opens(key)
        (table, *_) = page.findChildren(QTableView)
        counter.waits(lambda table=table: "青年大厅" in cells(table), f"the new name at {key}")
        assert HALL not in cells(table)


def cells(table: QTableView) -> list[str]:
    model = table.model()
    places = product(range(model.rowCount()), range(model.columnCount()))
    return [str(model.index(*place).data()) for place in places]
