"""From tap to signed daily log, by the people of a hall, through both real apps on one store."""

from itertools import count
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shared import device_journal
from shared.daily_log import views
from shared.journal import verify
from shared.people import actions as people
from tests.support.builders import HALL, MONDAY, MORNING, PIN, at, staffed_store
from tests.tour.story import Clerk, Story

CLERK, SUPERVISOR = Clerk("1001", "王芳", PIN), Clerk("2001", "陈静", PIN)


@pytest.fixture
def story(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Story:
    """A hall at ten o'clock of the ordinary Monday; a second passes whenever an app looks at the clock."""
    store = staffed_store(tmp_path / "hall")
    for clerk in (CLERK, SUPERVISOR):
        assert people.set_pin(store, clerk.number, PIN, now=MORNING) is None
    store.close()
    second = count()
    return Story(
        app=qapp,
        folder=tmp_path / "hall",
        pictures=tmp_path / "pictures",
        clerk=CLERK,
        supervisor=SUPERVISOR,
        now=lambda: at("10:00") + next(second) * 1000,
    )


def test_the_main_job_from_tap_to_signed_pdf(story: Story) -> None:
    story.play()
    with device_journal.opened(story.folder, now=at("16:00")) as store:
        day = views.day(store, HALL, MONDAY, now=at("16:00"))
        assert verify.journal(store).found is None
    totals = day.totals
    assert (sum(totals.cards.customers.values()), totals.pauses.granted, totals.pauses.refused) == (1, 1, 1)
    assert (totals.inquiries.opened, totals.inquiries.closed, day.inquiries) == (2, 2, ())
    assert day.signature
    assert day.signature.intact
    assert day.late == ()
    assert "1384" not in paper(story)
    for words in ("王芳", "陈静", "热情", day.signature.seal[:16]):
        assert words in paper(story)


def paper(story: Story) -> str:
    """All text of the PDF that the supervisor exported; a PDF names some characters by their radical (⽇ for 日)."""
    (file,) = story.pictures.glob("*.pdf")
    with pypdfium2.PdfDocument(file) as document:
        return normalize("NFKC", "".join(page.get_textpage().get_text_range() for page in document))
