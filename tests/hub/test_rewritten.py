"""A history rewritten whole on a device, signed days and all, differs from what the hub was sent."""

import pytest

from shared.sync import checking
from shared.sync.checking import HubComparison
from tests.hub.site import Site
from tests.hub.test_terminal import run
from tests.journal.test_rewritten import rewrite


def test_a_rewritten_history_is_found_by_the_hub(site: Site) -> None:
    one, other = site.device("one"), site.device("other")
    for device in (one, other, one):
        device.record()
        device.sync()
    one.record()  # not sent: the hub can say nothing of it
    assert checking.against_hub(one.store, one.enrolled).differs is None
    assert "Compared with the hub at 2 points: the same" in run(one, "verify").output
    one.store.close()
    rewrite_own = one.store.station
    rewrite(one.folder, '"polite"', '"patient"')
    one.store = one.open()
    differs = checking.against_hub(one.store, one.enrolled).differs
    assert differs is not None
    result = run(one, "verify")
    assert result.exit_code == 1
    assert rewrite_own in result.output or other.store.station in result.output


def test_a_hub_restored_from_a_backup_reports_no_difference(site: Site) -> None:
    one = site.device("one")
    backup = site.back_up()
    one.record()
    one.sync()
    site.restore(backup)
    assert checking.against_hub(one.store, one.enrolled) == HubComparison(0)


@pytest.mark.parametrize("how", ["gone", "old"])
def test_a_hub_that_cannot_be_asked_is_said(site: Site, how: str) -> None:
    one = site.device("one")
    one.record()
    one.sync()
    if how == "old":
        site.admin.execute("DROP FUNCTION hub.links(json)")
    else:
        site.sql("UPDATE hub.device SET enabled = false RETURNING login")
    result = run(one, "verify")
    assert result.exit_code == 0, result.output
    assert "Not compared with the hub" in result.output
