"""Events that the hub sets aside are kept for ever, so personal values are taken out of them."""

import json

import pytest

from shared import registry
from shared.journal.event import Companion
from shared.registry import PRACTICES
from shared.sync.hub_schema import install, kinds
from tests.hub.site import Device, Site, sent

PHONE = "13840012345"


def phone(event_id: str) -> Companion:
    return Companion(event_id=event_id, field="phone", salt="5", value=PHONE)


def push(device: Device, **changes: object) -> list[str]:
    """An event with a customer's phone that the hub cannot take as it is."""
    event = device.record()
    with device.connect() as hub:
        device.round(hub).greet()
        return hub.push([sent(event, phone(event.id), **changes)])


@pytest.mark.parametrize(
    "changes",
    [
        {"body": {"x": "y" * 70_000}},
        {"subject": "a\0b"},
        {"subject": 'C:\\u0000 "\0"'},
        {"id": "-"},
    ],
)
def test_an_unusable_event_is_set_aside_without_personal_values(site: Site, changes: dict[str, object]) -> None:
    assert push(site.device("c"), **changes) == ["aside"]
    [(text,)] = site.sql("SELECT sent::text FROM hub.aside")
    assert PHONE not in str(text)
    kept = json.loads(str(text))
    assert "personal" not in kept
    assert (kept["kind"], kept["n"]) == ("card_awarded", 1)


def test_an_event_with_a_known_id_is_set_aside_without_personal_values(site: Site) -> None:
    device = site.device("c")
    event, later = device.record(), device.record()
    with device.connect() as hub:
        device.round(hub).greet()
        assert hub.push([sent(event, phone(event.id))]) == ["stored"]
        for answer in ("stored", "duplicate"):
            batch = [sent(event, phone(event.id), body={"other": 1}), sent(later, before=event.link)]
            assert hub.push(batch) == ["id_clash", answer]
    [(kept, reason)] = site.sql("SELECT sent, reason FROM hub.aside")
    assert reason == "id_clash"
    assert isinstance(kept, dict)
    assert kept["body"] == {"other": 1}
    assert "personal" not in kept


def test_an_upgrade_takes_personal_values_out_of_events_set_aside_before(site: Site) -> None:
    site.device("c")
    old = json.dumps({"kind": "card_awarded", "n": 1, "personal": [{"field": "phone", "salt": "5", "value": PHONE}]})
    odd = old.replace('"card', '"\\u0000card')
    for number, text in enumerate((old, odd, '"no event"')):
        site.admin.execute("INSERT INTO hub.aside SELECT %s, login, 'old', %s FROM hub.device", (bytes([number]), text))
    site.admin.execute("DROP FUNCTION hub.without_personal")
    site.admin.execute("UPDATE hub.setting SET value = '3' WHERE key = 'version'")
    install.init(site.admin, kinds.rules(PRACTICES), registry.HUB_SQL)
    kept = [str(text) for (text,) in site.sql("SELECT sent::text FROM hub.aside ORDER BY digest")]
    assert not [text for text in kept if PHONE in text or "personal" in text]
    assert json.loads(kept[0]) == {"kind": "card_awarded", "n": 1}
    assert kept[2] == '"no event"'
    with pytest.raises(Exception, match="append_only"):
        site.admin.execute("DELETE FROM hub.aside")
