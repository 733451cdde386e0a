"""The table of kinds is complete: a new fact must say who sends it and who reads it, or the hub would quarantine it."""

from shared.journal.event import PersonalErased
from shared.journal.projection import Projections
from shared.journal.stations import StationReplaced
from shared.registry import PROJECTIONS
from shared.sync.hub_schema.kinds import RULES


def test_every_registered_fact_has_a_rule() -> None:
    journal = {PersonalErased.kind(), StationReplaced.kind()}
    known = {rule.kind for rule in RULES}
    assert (set(Projections(PROJECTIONS).fact_types) | journal) - known == set()


def test_no_kind_has_two_rules() -> None:
    assert len({rule.kind for rule in RULES}) == len(RULES)


def test_no_secret_and_no_personal_kind_is_readable_by_a_kiosk() -> None:
    readable = {rule.kind for rule in RULES if rule.kiosk_reads}
    assert not readable & {"pin_set", "pin_failed", "signed_in", "entry_written", "help_requested", "inquiry_opened"}


def test_only_the_office_publishes_documents() -> None:
    office_only = {rule.kind for rule in RULES if not rule.kiosk and not rule.counter}
    assert {"document_published"} <= office_only
