"""`warm-window report effect`: for other programs and for reading."""

import json

from tests.cli.files import set_up


def test_the_effect_of_a_year(run):
    set_up(run)
    told = json.loads(run("report", "effect", "--year", "2026", "--json").stdout)
    assert (told["year"], len(told["quarters"]), told["changes"]) == (2026, 4, [])
    assert "5P卡 / 千笔" in run("report", "effect", "--year", "2026").stdout
