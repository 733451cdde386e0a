"""等候人数 on 本机设置: the hall's ticket machine is set up, tried and put first without a file edited by hand."""

from PySide6.QtCore import Qt

from counter.desk.queue_sources import QueueSourcesPart
from shared import queue_sources
from shared.queue_sources.settings import FILE, FileSource, HttpSource, LineSource
from tests.counter.conftest import CTRL, Counter
from tests.support.tabs import opened

BROKEN = '[[source]]\nkind = "http"\naddress = "ftp://x"\nfield = "n"\n'


def test_a_ticket_machine_is_set_up_on_the_page_and_asked_at_once(counter: Counter) -> None:
    figure = counter.folder / "waiting.txt"
    figure.write_text("3", "utf-8")
    (counter.folder / FILE).write_text(BROKEN, "utf-8")
    page = counter.signs_in_at("2001", "desk")
    part = opened(page, QueueSourcesPart)
    counter.reads("queue.toml 里的 source[0].address 有误")
    assert part.add.why, "what cannot be read is not written over"
    part.restore.click()
    _shows(counter, part, 0, 3, "随时可用")
    assert (counter.folder / f"{FILE}.old").read_text("utf-8") == BROKEN

    _adds(counter, part, "http", address="10.0.0.5/queue", field="waiting", headers="X-Key: a:b")
    counter.reads("http:// or https:// is needed")
    dialog = counter.dialog()
    dialog.fields["address"].setText("http://reader:secret@127.0.0.1:9/queue")
    counter.presses(Qt.Key.Key_Return, CTRL)
    _shows(counter, part, 1, 2, "http://***@127.0.0.1:9/queue")
    _adds(counter, part, "file", path=str(figure), name="叫号机")
    _shows(counter, part, 2, 3, "3 人")
    part.table.select("2")
    for place in (1, 0):
        part.move_up.click()
        counter.until(lambda _, place=place: part.sources[place].label == "叫号机")
    machine = FileSource(path=str(figure), name="叫号机")
    page_ = HttpSource(address="http://reader:secret@127.0.0.1:9/queue", field="waiting", headers={"X-Key": "a:b"})
    assert queue_sources.load(counter.folder) == (machine, LineSource(), page_)


def test_staff_cannot_choose_the_source_of_the_count(counter: Counter) -> None:
    assert QueueSourcesPart not in counter.signs_in_at("1001", "desk").tab_types()


def _shows(counter: Counter, part: QueueSourcesPart, row: int, column: int, text: str) -> None:
    rows = part.table.rows
    counter.waits(lambda: row < len(rows.rows) and rows.cell(row, column).text == text, f"“{text}” in the table")


def _adds(counter: Counter, part: QueueSourcesPart, kind: str, **values: str) -> None:
    part.add.click()
    dialog = counter.dialog()
    dialog.fields["kind"].setCurrentIndex(dialog.fields["kind"].findData(kind))
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda _: counter.dialog() is not dialog)
    for name, value in values.items():
        field = counter.dialog().fields[name]
        (field.setPlainText if name == "headers" else field.setText)(value)
    counter.presses(Qt.Key.Key_Return, CTRL)
