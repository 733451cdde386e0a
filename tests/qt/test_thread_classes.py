"""No Qt class is made on the store thread: C++ looks classes up without a lock while PySide adds one."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from shared.prints import slips
from shared.qt import evidence_photo, markdown, printers, printing, sheets
from shared.qt.charts import style
from shared.qt.charts.bars import Bar, Bars
from shared.qt.charts.chart import as_png
from shared.qt.page_pictures import PagePictures

PARAGRAPH = "<p>" + "长文本。" * 3000 + "</p>"
TABLE = "<table><thead><tr><th>一</th><th>二</th></tr></thead>" + "<tr><td>甲</td><td>乙</td></tr>" * 80 + "</table>"


def test_prints_pictures_and_printers_make_no_class_on_the_store_thread(tmp_path: Path) -> None:
    """In a process of its own: a class that another test had made would hide it."""
    done = subprocess.run([sys.executable, "-m", __name__, tmp_path], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["made:"], done.stdout + done.stderr


def jobs(folder: Path) -> list[Callable[[], object]]:
    """What the store threads of both apps draw and print."""
    number = slips.number_slip(f"number:{0:032x}", "A001", "", 0, 3, "和平大厅", b"k" * 32)
    photo = folder / "photo.png"
    QImage(2000, 3000, QImage.Format.Format_RGB32).save(str(photo))
    chart = Bars("图", (Bar("accent", "甲", 1),))
    return [
        lambda: printing.pdf(f"<h2>题</h2>{PARAGRAPH}{TABLE}", folder / "a.pdf", title="题", foot=lambda *_: "页"),
        lambda: printing.printed(TABLE, PagePictures(printing.layout()), foot=lambda *_: "页"),
        lambda: printing.pages_of_breaks(f"{TABLE}<p style='page-break-before:always'>二</p>"),
        lambda: sheets.pdf(number, folder / "b.pdf", title="号", size=slips.SLIP_ROLL.size),
        lambda: markdown.as_html("# 题\n\n- 一\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
        lambda: as_png(chart, QSizeF(300, 200), style.paper(100)),
        lambda: evidence_photo.small(photo.read_bytes(), 100_000),
        lambda: printers.printer(next(iter(printers.names()), "")),
    ]


def classes() -> set[str]:
    """The names of PySide's classes made so far."""
    return {f"{name}.{each}" for name, module in sys.modules.items() if "PySide6.Qt" in name for each in vars(module)}


def main(folder: Path) -> None:
    """Do every job on a thread, as a program does; print the classes that this made."""
    _application = QApplication([])
    before = classes()
    with ThreadPoolExecutor(1) as store_thread:
        _dispatcher = store_thread.submit(QEventLoop).result()  # as `Background` has one
        for job in jobs(folder):
            store_thread.submit(job).result()
    print("made:", *sorted(classes() - before))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
