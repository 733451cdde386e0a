"""The table of kinds is complete: a new fact must say who sends it and who reads it, or the hub would quarantine it."""

from shared import registry
from shared.declaration.practice import About
from shared.journal.event import PersonalErased
from shared.journal.projection import Projections
from shared.journal.stations import StationReplaced
from shared.registry import PRACTICES, PROJECTIONS
from shared.sync.hub_schema import install
from shared.sync.hub_schema.kinds import KindRule, rules
from tests.hub.site import Site


def test_every_registered_fact_has_a_rule() -> None:
    journal = {PersonalErased.kind(), StationReplaced.kind()}
    known = {rule.kind for rule in rules(PRACTICES)}
    assert (set(Projections(PROJECTIONS).fact_types) | journal) - known == set()


def test_no_kind_has_two_rules() -> None:
    assert len({rule.kind for rule in rules(PRACTICES)}) == len(rules(PRACTICES))


def test_no_secret_and_no_personal_kind_is_readable_by_a_kiosk() -> None:
    readable = {rule.kind for rule in rules(PRACTICES) if rule.kiosk_reads}
    assert not readable & {"pin_set", "pin_failed", "signed_in", "entry_written", "help_requested", "inquiry_opened"}


def test_only_the_office_publishes_documents() -> None:
    office_only = {rule.kind for rule in rules(PRACTICES) if not rule.kiosk and not rule.counter}
    assert {"document_published"} <= office_only


def test_a_later_rule_replaces_every_part_of_the_one_before(site: Site) -> None:
    wide = KindRule(
        "changed",
        kiosk=True,
        counter=True,
        office=False,
        kiosk_reads=True,
        everywhere=True,
        office_only=True,
        in_totals=True,
        about=About.PERSON,
        begins=True,
        own_hall=("actor",),
        kiosk_fields=("p",),
        kiosk_instead={"p": ""},
        kiosk_only={"p": ("polite",)},
        kiosk_says={"p": ("polite",)},
    )
    kept = "SELECT to_jsonb(r) - 'kind' FROM hub.kind_rule r WHERE kind IN ('changed', 'other') ORDER BY kind"
    for rule, alike in ((wide, False), (KindRule("changed"), True)):
        install.init(site.admin, [*rules(PRACTICES), rule, KindRule("other")], registry.HUB_SQL)
        [changed], [other] = site.sql(kept)
        assert isinstance(changed, dict)
        assert isinstance(other, dict)
        assert [name for name in changed if (changed[name] == other[name]) is not alike] == []


def test_the_hubs_own_functions_name_no_kind_of_a_practice() -> None:
    text = (install.SQL / "functions.sql").read_text(encoding="utf-8")
    foundations = {"people", "reference", "program"}  # the roster, documents, and what the journal itself records
    practices = [practice for practice in PRACTICES if practice.name not in foundations]
    assert [kind.code for practice in practices for kind in practice.kinds if f"'{kind.code}'" in text] == []
