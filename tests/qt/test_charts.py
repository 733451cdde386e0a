"""Charts: what they say, what their table holds, and that nothing is drawn outside or on top of each other."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from shared.qt import theme
from shared.qt.charts import axis, heat, style
from shared.qt.charts.bars import Bar, Bars
from shared.qt.charts.chart import Chart, as_png
from shared.qt.charts.columns import Columns, Series
from shared.qt.charts.heat import Heat
from shared.qt.charts.ladder import Ladder
from shared.qt.charts.strip import Strip
from shared.qt.charts.trend import Trend
from shared.qt.charts.view import ChartView

_TWO = (Series("polite", "礼貌", (3, 0)), Series("patient", "耐心", (1, 2)))
CHARTS = (
    Bars("各P", (Bar("polite", "礼貌", 271), Bar("patient", "耐心", 0))),
    Columns("每月", ("1月", "2月"), _TWO),
    Columns("每月", ("1月", "2月"), _TWO, stacked=True),
    Columns("每月", ("1月", "2月"), _TWO, scale=(0, 1, 2, 3, 4, 5)),
    Trend("趋势", ("1月", "2月"), (4, None), (2, 5), "2026年", "2025年"),
    Heat("忙闲", ("周一", "周二"), ("8时", "9时"), ((0, 12), (30, 55))),
    Strip("每千次", (12.5, 8.0), 16.25, "我", "同岗位"),
    Ladder("进阶", (("铜牌", "20 张"), ("银牌", "50 张")), 1, 0.4, "我 32 张"),
    # words wider than their step, and a flag that has no room to its right
    Ladder("进阶", (("一级荣誉称号", "累计二十五张且各至少三张"),) * 4, 4, 1.0, "王秀兰 已累计 1356 张"),
)


@pytest.mark.parametrize(
    ("chart", "said"),
    list(
        zip(
            CHARTS,
            (
                "各P：礼貌 271；耐心 0",
                "每月：1月 礼貌 3 耐心 1；2月 礼貌 0 耐心 2",
                "每月：1月 礼貌 3 耐心 1；2月 礼貌 0 耐心 2",
                "每月：1月 礼貌 3 耐心 1；2月 礼貌 0 耐心 2",
                "趋势：1月 2026年 4 2025年 2；2月 2026年 — 2025年 5",
                "忙闲：周一 8时 0 9时 12；周二 8时 30 9时 55",
                "每千次：我 16.25；同岗位 8；同岗位 12.5",
                "进阶：我 32 张 铜牌",
                "进阶：王秀兰 已累计 1356 张 一级荣誉称号",
            ),
            strict=True,
        )
    ),
)
def test_a_chart_is_read_aloud(qtbot: QtBot, chart: Chart, said: str) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.show_chart(chart)
    assert view.accessibleName() == chart.title
    assert view.accessibleDescription() == said


def test_the_table_of_a_ladder_ticks_the_steps_that_are_reached() -> None:
    steps = (("铜牌", "20 张"), ("银牌", "50 张"))
    assert Ladder("进阶", steps, 1, 0.4, "我 32 张").table() == (
        ("进阶", "我 32 张"),
        ("✓ 铜牌", "20 张"),
        ("银牌", "50 张"),
    )
    assert Ladder("进阶", steps, 0, 0.4, "我 8 张").spoken() == "进阶：我 8 张"


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: type(chart).__name__)
@pytest.mark.parametrize("paper", [False, True], ids=["screen", "paper"])
def test_a_chart_stays_within_its_rectangle(qapp: object, chart: Chart, paper: bool) -> None:
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill("white")
    with QPainter(image) as painter:
        chart.draw(painter, QRectF(200, 150, 400, 300), style.paper(96) if paper else style.screen())
    inked = [(x, y) for x in range(0, 800, 2) for y in range(0, 600, 2) if image.pixelColor(x, y) != QColor("white")]
    assert len(inked) > 200
    assert all(196 <= x <= 604 and 146 <= y <= 454 for x, y in inked)


def test_nothing_to_show_is_no_error(qapp: object) -> None:
    for chart in (Bars("", ()), Columns("", (), ()), Trend("", (), (), (), "", ""), Heat("", (), (), ())):
        assert as_png(chart, QSizeF(100, 80), style.screen()).startswith(b"\x89PNG")
    assert as_png(Strip("", (), None, "", ""), QSizeF(100, 80), style.screen()).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("most", "marks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (7, (0, 2, 4, 6, 8)),
        (40, (0, 10, 20, 30, 40)),
        (144, (0, 50, 100, 150)),
        (1356, (0, 500, 1000, 1500)),
    ],
)
def test_the_axis_has_round_figures(most: float, marks: tuple[float, ...]) -> None:
    assert axis.ticks(most) == marks


@pytest.mark.parametrize(
    ("figure", "shade"), [(0, 0), (1, 0), (20, 0), (21, 1), (40, 1), (41, 2), (61, 3), (81, 4), (100, 4)]
)
def test_five_steps_of_the_heat_map(figure: float, shade: int) -> None:
    assert heat.step(figure, 100) == shade


def test_the_steps_differ_in_grey_print(qapp: object) -> None:
    """A printer without colours must tell five cells apart by their mean grey."""
    chart = Heat("", ("",), tuple("12345"), ((10, 30, 50, 70, 100),))
    image = QImage(500, 100, QImage.Format.Format_Grayscale8)
    image.fill("white")
    with QPainter(image) as painter:
        chart.draw(painter, QRectF(0, 0, 500, 100), style.paper(96))
    cells = image.copy(10, 40, 490, 50).scaled(5, 1, mode=Qt.TransformationMode.SmoothTransformation)
    greys = [cells.pixelColor(x, 0).value() for x in range(5)]
    assert all(light - dark > 8 for light, dark in pairwise(greys)), greys


def test_no_chart_is_drawn_lower_than_its_marks_need(qtbot: QtBot) -> None:
    """In large print seven days lay on one another in a picture of four lines."""
    view = ChartView()
    qtbot.addWidget(view)
    hours, days = tuple("89"), tuple("一二三四五六日")
    view.show_chart(Heat("忙时", days, hours, ((1.0, 2.0),) * 7))
    assert view.minimumSizeHint().height() >= (len(days) + 1) * theme.current().px("caption")
