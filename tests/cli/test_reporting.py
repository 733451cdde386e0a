"""What comes out: the day's log in every format, and promised days."""

import json

import pytest

from tests.cli.files import set_up


@pytest.mark.parametrize(
    ("form", "start"), [("pdf", b"%PDF-"), ("xlsx", b"PK"), ("json", b"{"), ("text", "当日日志".encode())]
)
def test_the_log_in_every_format(run, tmp_path, form, start):
    set_up(run)
    file = tmp_path / f"log.{form}"
    run("log", "--hall", "和平大厅", "--date", "2026-03-02", "--format", form, "--out", file)
    assert file.read_bytes().startswith(start)
    run("log", "--hall", "nowhere", "--format", "json", code=1)
    run("log", "--date", "soon", "--format", "json", code=2)


@pytest.mark.parametrize(
    ("received", "kind", "days"),
    [
        ("2024-02-09T16:00", "general", ("2024-02-09", "2024-02-18", "2024-02-19", "2024-02-19")),
        ("2024-02-09T16:31", "general", ("2024-02-18", "2024-02-19", "2024-02-20", "2024-02-20")),
        ("2024-02-09T08:00+00:00", "special", ("2024-02-09", "2024-02-20", "2024-02-22", "2024-02-19")),
    ],
)
def test_deadlines_need_no_data_folder(run, tmp_path, received, kind, days):
    told = json.loads(run("deadline", "--received", received, "--kind", kind, "--json").stdout)
    assert tuple(told[name] for name in ("day", "target", "limit", "inform_by")) == days
    assert told["unconfirmed"] is False
    assert not (tmp_path / "data").exists()
    run("deadline", "--received", "soon", "--kind", kind, code=2)
    run("deadline", "--received", received, "--kind", "urgent", code=2)
