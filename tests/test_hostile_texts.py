"""NUL, single surrogates and names of 100,000 characters: refused in words wherever something is entered."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from shared.journal import faults
from shared.journal.store import Store
from shared.people import facts as people
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Aspect
from tests.cli.conftest import run
from tests.support.builders import MORNING, actor, code, staffed_store

__all__ = ["run"]
LONG = "长" * 100_000
ROSTER = "工号,姓名,分公司,大厅,窗口,岗位,角色\n"
Run = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return staffed_store(tmp_path / "store")


@pytest.mark.parametrize("hostile", ["张\x00敏", "张\x1b[2J敏", LONG, "长" * 61])
@pytest.mark.parametrize("line", ["1001,{},和平,A,1,购气员,窗口人员\n", "1001,张敏,和平,{},1,购气员,窗口人员\n"])
def test_a_staff_list_is_refused_by_its_line(run: Run, tmp_path: Path, hostile: str, line: str) -> None:
    (tmp_path / "s.csv").write_text(ROSTER + line.format(hostile), encoding="utf-8")
    run("init", "--hall", "A", "--name", "和平", "--branch", "和平")
    said = run("import", "staff", tmp_path / "s.csv", code=1).stderr
    assert "第 2 行" in said
    assert "字符" in said or "太长" in said


def test_a_list_of_paper_cards_is_refused(run: Run, tmp_path: Path) -> None:
    run("init", "--hall", "A", "--name", "和平", "--branch", "和平")
    (tmp_path / "c.csv").write_text(f"日期,工号,卡,留言\n2026-03-01,1001,礼貌,{LONG}\n", encoding="utf-8")
    assert "太长" in run("import", "cards", tmp_path / "c.csv", code=1).stderr


@pytest.mark.parametrize("hostile", ["和\x00平", "和\udc80平", LONG])
@pytest.mark.parametrize("option", ["--hall", "--name", "--branch", "--supervisor"])
def test_an_option_is_refused(run: Run, hostile: str, option: str) -> None:
    said = run("init", "--hall", "A", "--name", "和平", "--branch", "和平", option, hostile, code=2).stderr
    assert "字符" in said or "太长" in said


def test_an_option_that_fits_a_path_but_no_name_is_refused(run: Run) -> None:
    assert "太长" in run("init", "--hall", "A", "--name", LONG[:3000], "--branch", "和平", code=1).stderr


def test_the_forms_of_kiosk_and_counter_refuse_too_long_texts(store: Store) -> None:
    assert code(cards.award(store, "1001", P.POLITE, sentence=LONG, now=MORNING)) == "sentence_too_long"
    asked = inquiries.open_inquiry
    assert code(asked(store, actor("1001"), text="怎么过户", name=LONG, now=MORNING)) == "text_too_long"
    assert code(asked(store, actor("1001"), text="怎么过户", phone="1" * 100_000, now=MORNING)) == "phone_invalid"
    opened = asked(store, actor("1001"), text="怎么过户", name="孙先生", now=MORNING)
    corrected = inquiries.correct(store, actor("1001"), opened.id, Aspect.NAME, LONG, now=MORNING)
    assert code(corrected) == "text_too_long"
    store.close()


def test_the_store_refuses_texts_larger_than_the_hub_takes(store: Store) -> None:
    """The last check, for an action that forgot to look at a length."""
    before = len(store.events())
    fact = people.HallSet(code="A", name=LONG, branch="b")
    with pytest.raises(faults.TooLong) as told, store.transaction(MORNING) as tx:
        tx.record(fact, subject="hall:A")
    assert "太长" in str(told.value.said)
    assert len(store.events()) == before
    store.close()
