"""`policy preview`: the what-if of example 1 of pay, to the fen, and nothing stored."""

import json

import pytest

from tests.cli.test_pay import CARDS, PEOPLE, POOL, WORK

APRIL = 1_775_000_000_000  # 2026-04-01


@pytest.fixture(autouse=True)
def april(monkeypatch):
    """The 90 days before hold March."""
    monkeypatch.setattr("shared.cli.context.wall_clock", lambda: APRIL)


def test_other_weights_on_example_1_change_three_peoples_pay_and_store_nothing(run, write, journal):
    for name, lines in (("staff", PEOPLE), ("workload", WORK), ("cards", CARDS), ("pools", POOL)):
        run("import", name, write(f"{name}.csv", *lines))
    with journal() as store:
        before = len(store.events())
    file = write("new.toml", "[performance]", "workload_share = 0.7", "service_share = 0.3")
    found = json.loads(run("policy", "preview", file, "--json").stdout)
    (pay,) = found["compared"]
    changed = {each["who"]: (each["before"], each["after"], each["difference"]) for each in pay["changed"]}
    assert changed == {
        "1001": ("4099.01", "4115.93", "+16.92"),
        "1002": ("3881.19", "3744.22", "-136.97"),
        "1003": ("2019.80", "2139.85", "+120.05"),
    }
    said = run("policy", "preview", file).stdout
    assert "个人绩效试算：共 4" in said
    assert "3881.19 → 3744.22  -136.97" in said
    with journal() as store:
        assert len(store.events()) == before


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("[pauses]", "per_day = 3"), "暂停申请：这段时间没有记录"),
        (("[kiosk]", "idle_seconds = 40"), "自助屏：没有可以重算的决定"),
        (("[pauses]", "per_day = 2"), "新参数与现行的相同"),
    ],
)
def test_where_nothing_can_be_compared_it_says_so(run, write, lines, said):
    run("import", "staff", write("staff.csv", *PEOPLE))
    assert said in run("policy", "preview", write("new.toml", *lines)).stdout


def test_what_cannot_be_published_is_refused(run, write):
    run("import", "staff", write("staff.csv", *PEOPLE))
    said = run("policy", "preview", write("new.toml", "[pauses]", "waiting_limit = -3"), code=1).stderr
    assert "等候人数须在以下" in said
