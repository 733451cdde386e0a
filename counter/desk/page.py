"""本机设置: the settings of this PC, each group in a tab of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.desk.all_settings import AllSettingsPart
from counter.desk.display import DisplayPart
from counter.desk.printers import PrintersPart
from counter.desk.queue_sources import QueueSourcesPart
from counter.desk.voice import VoicePart
from counter.kit.place import Group, Place, Theme
from counter.kit.tabs import PageOfTabs, PageTab
from shared.domain.roles import Act, may


class DeskPage(PageOfTabs):
    """Tabs for voice, customer's display, printers and sources of the waiting count, and one for all settings."""

    place = Place("desk", QT_TRANSLATE_NOOP("Counter", "本机设置"), "sound", None, Group.EVERYBODY, 11, Theme.SERVICE)

    def tab_types(self) -> Sequence[type[PageTab]]:
        serves = (VoicePart, DisplayPart) if may(self.actor.role, Act.SERVE) else ()
        # Not for window staff: the count decides on their own pauses.
        sources = (QueueSourcesPart,) if may(self.actor.role, Act.DEVICES) else ()
        return (*serves, PrintersPart, *sources, AllSettingsPart)
