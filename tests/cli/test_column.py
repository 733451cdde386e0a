"""The column through the command line: the list of issues, and one of them as a file."""

import json
import re

import pytest

from tests.practice.column.issue import published, ready, two_in_the_office
from tests.support.practice_hall import open_hall


@pytest.fixture
def issue(tmp_path):
    store = open_hall(tmp_path / "data")
    two_in_the_office(store)
    published(store, [ready(store, title=f"第{n}篇") for n in range(3)])
    store.close()


def test_an_issue_as_a_list_and_as_files(issue, run, tmp_path):
    assert run("column").stdout == "2026 年第 1 期  3\n"
    told = json.loads(run("column", "--year", 2026, "--number", 1).stdout)
    assert (told["edition"], [each["title"] for each in told["items"]]) == (1, ["第0篇", "第1篇", "第2篇"])
    html, pdf = tmp_path / "issue.html", tmp_path / "issue.pdf"
    run("column", "--year", 2026, "--number", 1, "--format", "html", "--out", html)
    assert not re.search("<style|class=|http", html.read_text(encoding="utf-8"))
    run("column", "--year", 2026, "--number", 1, "--format", "pdf", "--out", pdf)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "2031" in run("column", "--year", 2031, "--number", 1, code=1).output
