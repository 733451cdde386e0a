"""A round of the caring award through the command line."""

import json

import pytest

from shared.cli.assessing import award_json
from tests.practice.caring.round import AFTER, YEAR, award, closed, open_round, ready, scores
from tests.support.practice_hall import DAY, ZHANG, open_hall


@pytest.fixture
def held(tmp_path):
    store = open_hall(tmp_path / "data")
    open_round(store)
    yield store
    store.close()


def test_a_round_as_json_and_as_lines(held, run):
    entry = ready(held, hero=ZHANG)
    told = award_json(award(held, DAY))
    assert told["entries"] == {"nominated": 0, "asked": 0, "agreed": 0, "judged": 1, "out": 0}
    assert (told["state"], told["provisional"], told["unranked"]) == ("nominating", True, [entry])
    scores(held, entry, 21, 24, 27)
    closed(held)
    told = json.loads(run("award", "--round", YEAR, "--json").stdout)
    assert told == award_json(award(held, AFTER))
    assert (told["state"], told["provisional"], told["unranked"]) == ("judging", False, [])
    # (0.4·21 + 24 + 0.4·27) / 1.8
    assert told["awarded"] == [{"entry": entry, "hero": "1001", "score": "24.0000", "jurors": 3}]
    assert run("award", "--round", YEAR).stdout.splitlines() == ["2026  评审中", "1001  24.00"]


def test_a_year_without_a_round(held, run):
    assert "2031" in run("award", "--round", 2031, code=1).output
