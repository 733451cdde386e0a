"""The real kiosk killed in the middle of customers' touches: whoever saw the thank-you page has their card, once."""

import random
import subprocess
import sys
import time

import pytest

from shared import device_journal
from shared.journal import verify
from tests.support.builders import MORNING, staffed_today

_CUSTOMERS = """
import sys
from pathlib import Path
from shared.qt import buttons, startup
from kiosk.__main__ import build, parse_arguments
from tests.support.person import Person
folder = Path(sys.argv[1])
app = startup.application([], "kiosk", folder)
window = build(app, folder, parse_arguments(["--windowed", "--always-open", "--still", "--silent"]))
window.resize(540, 960)
window.show()
customer = Person(window)
customer.waits(lambda: window.session.lobby, "the hall")
buttons.set_debounce(0)
buttons.set_debounce = lambda seconds: None  # each card is another customer's: their first press is no second press
while True:
    for p in ("礼貌", "耐心", "积极", "热情", "专业"):
        customer.tap("送一张5P卡")
        customer.tap("王芳")
        customer.tap(p)
        customer.reads("收到了您的")
        print("thanked", window.page.card, flush=True)
        window.session.end_rest()
        customer.tap("好了")
        window.session.end_rest()
        window.home()
"""


@pytest.mark.parametrize("seed", [1, 2])
def test_a_kiosk_killed_between_touches_keeps_every_card_it_thanked_for(tmp_path, seed):
    staffed_today(tmp_path).close()
    with subprocess.Popen(
        [sys.executable, "-c", _CUSTOMERS, str(tmp_path)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as kiosk:
        first = kiosk.stdout.readline()
        time.sleep(random.Random(seed).uniform(0.2, 1.5))  # the moment of the power cut
        kiosk.kill()
        rest = kiosk.stdout.read()
    lines = (first + rest).split("\n")[:-1]  # a line cut off by the kill was seen by nobody
    thanked = [line.split()[1] for line in lines if line.startswith("thanked")]
    with device_journal.opened(tmp_path, now=MORNING) as store:
        cards = [event.subject for event in store.events() if event.kind == "card_awarded"]
        assert verify.journal(store).found is None
    assert thanked
    assert set(thanked) <= set(cards)
    assert len(cards) == len(set(cards)) <= len(thanked) + 1  # at most the one that was being stored
