"""模板文件 at the office: exported, changed elsewhere, looked through and taken."""

from PySide6.QtCore import Qt

from shared.practice.pauses.policy import PausesPolicy
from shared.reference.views import policy
from tests.counter.conftest import CTRL, Counter


def test_a_template_is_exported_looked_through_and_taken(counter: Counter, tmp_path) -> None:
    counter.signs_in("9001")
    page = counter.opens("template")
    assert not page.apply.isEnabled()
    page.export.click()
    counter.dialog().fields["folder"].choose(tmp_path)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    (file,) = tmp_path.glob("*.json")
    text = file.read_text("utf-8")
    file.write_text(text.replace('"pauses.waiting_limit": 5', '"pauses.waiting_limit": 4'), "utf-8")
    page.open_file(file)
    counter.reads("改动 1")
    assert page.table.rows.cell(0, 3).text == "5 → 4"
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: policy(store)[PausesPolicy].waiting_limit == 4)
    counter.waits(lambda: not page.apply.isEnabled(), "nothing left to take")
    file.write_text("[]", "utf-8")
    page.open_file(file)
    counter.reads("这不是暖窗的模板文件")
