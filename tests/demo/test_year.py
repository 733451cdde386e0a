"""The paper's year 2014, played through the real actions: every figure right, the same at every run."""

import subprocess
import sys
from datetime import date
from functools import partial

import pytest
from click.testing import CliRunner

from counter import navigation
from shared import device_journal
from shared.cli.group import commands
from shared.declaration.declared import declared
from shared.demo.year import figures, last_days, run
from shared.demo.year.figure import Figure
from shared.device import demonstration
from shared.domain.actor import Actor
from shared.domain.text import Text
from shared.domain.workdays import day_of
from shared.people.views import person
from shared.practice.cards import views as cards
from shared.practice.caring import own
from shared.practice.column import published
from shared.practice.complaints import views as complaints
from shared.practice.diary import views as diary
from shared.practice.inquiries import views as inquiries
from shared.practice.line import views as line
from shared.report import effect
from tests.support import patience

THE_PAPERS = (
    *("窗口服务人员  80", "工作日  250", "用户5P卡  1,356", "礼貌  271", "耐心  281", "积极  263", "热情  311"),
    *("专业  230", "具备晋级条件  10", "经营管理部已确认晋级  10", "明查暗访  384", "每月公布  12", "属实投诉  9"),
    *("奖励单位 = ⌈4.8⌉  5", "提名  24", "评委  7", "重新计算 = 原样"),
    *("“服务之窗”期数  2", "经验采用大厅  9", "交流会参加人次  64", "培训课程  4", "竞赛  2", "三问调查轮次  3"),
)


_FEW = 25  # statements for a duty or a count, whatever the history


def run_demo(folder, *, code=0):
    words = ["--lang", "zh", "demo", "2014", "--data", str(folder), "--no-open"]
    result = CliRunner().invoke(commands, words)
    assert result.exit_code == code, result.output
    return result.output


def check_lines(said):
    return [line for line in said.splitlines() if line[:1] in ("✓", "✗")]


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The year, played once for all tests here: some 15 s, and nothing smaller has the paper's sums."""
    folder = tmp_path_factory.mktemp("year") / "2014"
    return folder, run_demo(folder)


def test_the_papers_figures_come_out(year):
    folder, said = year
    assert "✗" not in said
    for figure in THE_PAPERS:
        assert any(figure in line for line in check_lines(said)), figure
    assert demonstration.of(folder) == run.STANDING


def actor(store, number):
    found = person(store, number)
    return Actor(found.number, found.name, found.role, found.post, found.hall)


def test_what_runs_every_hour_or_at_every_change_asks_once_not_once_for_each_record(year):
    """Papers, stories and deeds were gone through one by one: after ten years, 0.3 s in which no tap was stored."""
    folder, _ = year
    now, found = run.STANDING.now, dict[str, list[str]]()
    with device_journal.opened(folder, now=now) as store:

        def note(name, asks):
            store.db.connection().set_trace_callback(found.setdefault(name, []).append)
            asks()
            store.db.connection().set_trace_callback(None)

        for practice in declared().practices:
            for duty in filter(None, (practice.daily_everywhere, practice.daily)):
                note(practice.name, partial(duty, store, now=now))
        for number in (last_days.ME, last_days.SUPERVISOR, "9001"):
            me = actor(store, number)
            for page in navigation.pages_of(me.role):
                note(f"{number} {page.place.key}", partial(page.to_do, store, me, now))
    assert {name: asked for name, asked in found.items() if len(asked) > _FEW} == {}


def test_something_waits_on_the_pages_of_every_role(year):
    """On its last day the year's pages stood empty: no number, no ticket, no idea, no rule that changed."""
    folder, _ = year
    now, today = run.STANDING.now, day_of(run.STANDING.now)
    with device_journal.opened(folder, now=now) as store:
        me, supervisor, office = (actor(store, number) for number in (last_days.ME, last_days.SUPERVISOR, "9001"))
        assert store.hall == me.hall
        tickets = inquiries.open_tickets(store, me.hall, now)
        waits = {
            "in line": line.in_line(store, me.hall, now),
            "called": line.serving(store, me.number, now),
            "set aside": line.set_aside(store, me.hall, now),
            "own tickets": inquiries.of_person(store, me.number, now),
            "asked for consent": [each for each in tickets if each.special_asked],
            "overdue": [each for each in tickets if each.limit < today],
            "cards to review": cards.suspect(store, me.hall),
            "ideas of the hall": diary.to_answer(store, supervisor, today),
            "ideas passed on": diary.to_answer(store, office, today),
            "verdicts": complaints.concerning(store, me, now=now),
            "photos in print": [item for each in published.published(store) for item in each.items if item.pictures],
            "deeds to agree to": own.waiting(store, me.number, today),
        }
        assert [name for name, found in waits.items() if not found] == []
        (change,) = effect.changes(store, date(2014, 1, 1), today)
        found = effect.compared(store, change, today)
        assert (found.before.first, found.after.last) == (date(2014, 4, 1), date(2014, 9, 30))


def test_a_certificate_is_printed_by_a_program_that_has_no_screen_yet(year, tmp_path):
    """Its page was made before the application of Qt, which aborts then. Here there is one: so another process."""
    command = [sys.executable, "-m", "shared.cli", "--data", year[0], "print", "certificate", "--staff", last_days.ME]
    subprocess.run([*command, "--out", tmp_path / "c.pdf"], check=True, timeout=patience.SECONDS)
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_with_something_in_it_is_left_alone(year):
    folder, _ = year
    before = (folder / "journal.db").read_bytes()
    assert str(folder) in run_demo(folder, code=1)
    assert (folder / "journal.db").read_bytes() == before


@pytest.mark.long
def test_a_second_year_gives_the_same_figures(year, tmp_path):
    _, said = year
    assert check_lines(run_demo(tmp_path / "again")) == check_lines(said)


def test_a_figure_that_is_wrong_ends_with_1_and_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "play", lambda store, progress: {})
    monkeypatch.setattr(figures, "figures", lambda store: (Figure(Text("员工", "Staff"), "79", False),))
    said = run_demo(tmp_path / "2014", code=1)
    assert "✗ 员工  79" in said
    assert said.splitlines()[-1].endswith("员工")


def test_nothing_is_left_of_a_year_that_was_interrupted(tmp_path, monkeypatch):
    def interrupted(store, progress):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "play", interrupted)
    run_demo(tmp_path / "2014", code=1)
    assert list(tmp_path.iterdir()) == []
