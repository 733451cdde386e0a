"""本机声音与用户屏: set up what stands on the desk beside this screen. Everything here is kept on this PC."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.desk.voice import VoicePart
from counter.kit.parts import PageOfParts, PagePart
from counter.kit.place import Group, Place
from shared.domain.roles import Act


class DeskPage(PageOfParts):
    """A tab for the voice that calls numbers, one for the customer's display."""

    place = Place("desk", QT_TRANSLATE_NOOP("Counter", "声音与用户屏"), "sound", Act.SERVE, Group.EVERYBODY, 11)

    def made(self) -> Sequence[PagePart]:
        return (VoicePart(self),)
