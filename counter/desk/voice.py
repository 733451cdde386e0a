"""叫号语音: the settings of spoken calls, and the recording of each phrase, to play and to replace."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QStandardPaths
from PySide6.QtWidgets import QGridLayout, QWidget

from counter.kit import open_file
from counter.kit.choice import Choice, choice
from counter.kit.number_field import NumberField
from counter.kit.table import Column, Table
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import Button, Text, TextField, named, say
from counter.store_type import Store
from shared.device import config
from shared.device.config import Voice
from shared.qt import sound, theme
from shared.qt.boxes import column, row
from shared.voice import clips, recording, system
from shared.voice.clips import Clip, UnusableRecording
from shared.voice.recording import Call, Made

_SPEAKS = {
    "": QT_TRANSLATE_NOOP("Counter", "不播报"),
    "window": QT_TRANSLATE_NOOP("Counter", "本机：只播报本窗口"),
    "hall": QT_TRANSLATE_NOOP("Counter", "本机：播报全厅"),
    "sign": QT_TRANSLATE_NOOP("Counter", "本机的叫号屏程序"),
}
_LANGUAGES = {
    "zh_CN": QT_TRANSLATE_NOOP("Counter", "普通话"),
    "en": QT_TRANSLATE_NOOP("Counter", "英语"),
    "both": QT_TRANSLATE_NOOP("Counter", "先普通话，后英语"),
}
_VOICES = {
    "pack": QT_TRANSLATE_NOOP("Counter", "自带的"),
    "system": QT_TRANSLATE_NOOP("Counter", "Windows的中文语音"),
}
_NO_SYSTEM_VOICE = {
    "windows": QT_TRANSLATE_NOOP("Counter", "系统语音只有Windows上有，这台电脑用自带的。"),
    "chinese": QT_TRANSLATE_NOOP(
        "Counter",
        "Windows里没有装中文语音：在“设置 › 时间和语言 › 语音”里添加“中文（简体，中国）”，重开本程序后可选。",
    ),
}
_LABELS = {
    "speaks": QT_TRANSLATE_NOOP("Counter", "谁来播报"),
    "language": QT_TRANSLATE_NOOP("Counter", "语言"),
    "source": QT_TRANSLATE_NOOP("Counter", "用哪种声音"),
    "volume": QT_TRANSLATE_NOOP("Counter", "音量（%）"),
    "times": QT_TRANSLATE_NOOP("Counter", "每次播报几遍"),
    "quiet_from": QT_TRANSLATE_NOOP("Counter", "安静时段从"),
    "quiet_to": QT_TRANSLATE_NOOP("Counter", "到"),
}
_HINT = QT_TRANSLATE_NOOP("Counter", "如 12:00，可不填")
_SPEAKS_ALL = QT_TRANSLATE_NOOP("Counter", "正在由系统语音说出每一句，请稍等。")
_SAVED = QT_TRANSLATE_NOOP("Counter", "已保存，从下一个号起生效。")
_NO_CLOCK = QT_TRANSLATE_NOOP("Counter", "安静时段请写成 12:00 这样的时间，两处都填或都不填。")
_SILENT = QT_TRANSLATE_NOOP("Counter", "这台电脑没有播放声音的程序，不会有声音；叫号照常，录音可以先准备好。")
_PLAYING = QT_TRANSLATE_NOOP("Counter", "正在播放；没有声音时请检查音箱和系统音量。")
_NOTHING = QT_TRANSLATE_NOOP("Counter", "没有可播放的录音。")
_REPLACED = QT_TRANSLATE_NOOP("Counter", "“{text}”已换成自己的录音。")
_RESTORED = QT_TRANSLATE_NOOP("Counter", "“{text}”已恢复自带的录音。")
_UNUSABLE = {
    "format": QT_TRANSLATE_NOOP("Counter", "这个文件不能用：请录成 WAV（16位，8至48千赫）。"),
    "long": QT_TRANSLATE_NOOP("Counter", "这段录音超过5秒，请只录这一句。"),
    "silent": QT_TRANSLATE_NOOP("Counter", "这段录音里没有声音。"),
}
_OPEN = QT_TRANSLATE_NOOP("Counter", "选一段录音")
_SOURCES = {
    "pack": QT_TRANSLATE_NOOP("Counter", "自带"),
    "system": QT_TRANSLATE_NOOP("Counter", "系统语音"),
    "own": QT_TRANSLATE_NOOP("Counter", "自己的录音"),
}
_MISSING = QT_TRANSLATE_NOOP("Counter", "缺少")
_TOO_LOUD = QT_TRANSLATE_NOOP("Counter", "太响，会破音")
_TOO_QUIET = QT_TRANSLATE_NOOP("Counter", "太轻")
_GOOD = QT_TRANSLATE_NOOP("Counter", "正常")
_FIELDS_PER_ROW, _IN_LARGE_PRINT = 4, 2  # English choices are wide
_TEST_CALL = Call("A005", "4", 0)


class VoiceData(msgspec.Struct, frozen=True):
    """The voice settings of this PC and the recordings of all phrases.

    `can_play`: whether anything plays sounds; `no_system`: why the system has no voice, see `shared.voice.system`.
    """

    voice: Voice
    clips: tuple[Clip, ...]
    can_play: bool
    no_system: str


class VoicePart(PageTab):
    """The tab: settings above, saved by a button; phrases below, replaced at once."""

    title = QT_TRANSLATE_NOOP("Counter", "叫号语音")

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self._shown: Voice | None = None
        self.speaks: Choice = choice({key: say(text) for key, text in _SPEAKS.items()})
        self.language: Choice = choice({key: say(text) for key, text in _LANGUAGES.items()})
        self.source: Choice = choice({key: say(text) for key, text in _VOICES.items()})
        self.volume = NumberField(_LABELS["volume"], 5, 100)
        self.times = NumberField(_LABELS["times"], 1, 3)
        self.quiet_from, self.quiet_to = TextField(_HINT), TextField(_HINT)
        self.save = Button(QT_TRANSLATE_NOOP("Counter", "保存"), "primary", shortcut="Ctrl+S")
        self.test = Button(QT_TRANSLATE_NOOP("Counter", "试听一次叫号"), shortcut="F5")
        self.play = Button(QT_TRANSLATE_NOOP("Counter", "播放这一句"), shortcut="F6")
        self.replace = Button(QT_TRANSLATE_NOOP("Counter", "换成自己的录音"), shortcut="Ctrl+O")
        self.restore = Button(QT_TRANSLATE_NOOP("Counter", "恢复自带的"), "quiet", shortcut="Ctrl+R")
        self.state, self.silent = Text(style="soft", wrap=True), Text(_SILENT, tone="warn", wrap=True)
        self.table: Table[Clip] = Table(
            QT_TRANSLATE_NOOP("Counter", "播报用的词句"), _columns(), key=lambda clip: (clip.language, clip.key)
        )
        above = self._settings(), row(self.save, self.test, None), self.silent, self.state
        self.setLayout(column(*above, self.table, row(self.play, self.replace, self.restore, None)))
        self._connect()

    def _settings(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.current().px("small"))
        columns = _IN_LARGE_PRINT if theme.current().large else _FIELDS_PER_ROW
        for place, (name, label) in enumerate(_LABELS.items()):
            field: QWidget = getattr(self, name)
            named(field, label)
            down, across = divmod(place, columns)
            grid.addWidget(Text(label, "caption"), down * 2, across)
            grid.addWidget(field, down * 2 + 1, across)
            grid.setColumnStretch(across, 1)
        return grid

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.test.clicked.connect(self._test)
        self.play.clicked.connect(self._play)
        self.replace.clicked.connect(self._ask_file)
        self.restore.clicked.connect(self._restore)
        self.table.chosen_text = lambda: self.play.words
        self.table.chosen.connect(lambda _: self._play())

    def query(self) -> Callable[[Store], VoiceData]:
        return lambda store: _read(store.folder)

    def show_part(self, data: VoiceData) -> None:
        self.speaks.refill({key: say(text) for key, text in _SPEAKS.items()})
        self.language.refill({key: say(text) for key, text in _LANGUAGES.items()})
        self.source.refill({key: say(text) for key, text in _VOICES.items()})
        self.source.setEnabled(not data.no_system)
        if data.voice != self._shown:  # otherwise keep what the person has changed and not saved
            self._shown = data.voice
            self._fill(data.voice)
        self.silent.setVisible(not data.can_play)
        self.table.show_rows(data.clips)
        missing = sum(clip.file is None for clip in data.clips)
        loud = sum(clip.too_loud for clip in data.clips)
        own = sum(clip.own for clip in data.clips)
        text = self.tr("共 {n} 句，自己录的 {own} 句，缺少 {missing} 句，太响 {loud} 句。")
        counted = text.format(n=len(data.clips), own=own, missing=missing, loud=loud)
        self.state.setText(counted + (say(_NO_SYSTEM_VOICE[data.no_system]) if data.no_system else ""))

    def take_focus(self) -> None:
        self.speaks.setFocus()

    def _fill(self, voice: Voice) -> None:
        self.speaks.setCurrentIndex(list(_SPEAKS).index(voice.speaks))
        self.language.setCurrentIndex(list(_LANGUAGES).index(voice.language))
        self.source.setCurrentIndex(list(_VOICES).index(voice.source))
        self.volume.setValue(voice.volume)
        self.times.setValue(voice.times)
        self.quiet_from.setText(voice.quiet_from)
        self.quiet_to.setText(voice.quiet_to)

    def _voice_chosen(self) -> Voice:
        return Voice(
            speaks=self.speaks.currentData(),
            language=self.language.currentData(),
            source=self.source.currentData(),
            volume=self.volume.value(),
            times=self.times.value(),
            quiet_from=self.quiet_from.text().strip(),
            quiet_to=self.quiet_to.text().strip(),
        )

    def _save(self) -> None:
        voice, notice = self._voice_chosen(), self.page.notice
        clocks = [clock for clock in (voice.quiet_from, voice.quiet_to) if clock]
        if len(clocks) == 1 or any(recording.minute_of(clock) is None for clock in clocks):
            notice.say(say(_NO_CLOCK), "warn")
            return

        def keep(store: Store) -> None:
            before = config.load(store.folder)
            config.save(store.folder, msgspec.structs.replace(before, voice=voice))
            if voice.source == "system":
                if before.voice.source != voice.source:
                    system.forget(store.folder)
                system.prepare(store.folder)

        if voice.source == "system":
            notice.say(say(_SPEAKS_ALL), "", 0)
        self._change(keep, say(_SAVED))

    def _test(self) -> None:
        """Play a call with the settings on the screen, saved or not, also in quiet hours."""
        voice = self._voice_chosen()
        self.page.session.read(
            self, lambda store: recording.spoken(store.folder, _TEST_CALL, voice), self._play_recording
        )

    def _play(self) -> None:
        clip = self.table.current()
        self._play_recording(Made(clip.file, clip.seconds) if clip and clip.file else None)

    def _play_recording(self, made: Made | None) -> None:
        if made is None:
            self.page.notice.say(say(_NOTHING), "warn")
            return
        sound.play(made.file)
        self.page.notice.say(say(_PLAYING if sound.can_play() else _SILENT), "good" if sound.can_play() else "warn")

    def _ask_file(self) -> None:
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        open_file.ask(self.page, _OPEN, "WAV (*.wav)", self.use_recording, music)

    def use_recording(self, recording: Path) -> None:
        """Replace the recording of the current phrase by this WAV file."""
        clip, notice = self.table.current(), self.page.notice
        if clip is None:
            return

        def failed(error: Exception) -> None:
            unusable = isinstance(error, UnusableRecording)
            notice.say(say(_UNUSABLE[str(error)]) if unusable else str(error), "warn")

        self._change(
            lambda store: clips.import_own(store.folder, clip.language, clip.key, recording),
            say(_REPLACED).format(text=clip.text),
            failed,
        )

    def _restore(self) -> None:
        if clip := self.table.current():
            self._change(
                lambda store: clips.delete_own(store.folder, clip.language, clip.key),
                say(_RESTORED).format(text=clip.text),
            )

    def _change(
        self, work: Callable[[Store], None], said: str, failed: Callable[[Exception], None] | None = None
    ) -> None:
        def done(_: None) -> None:
            self.page.notice.say(said)
            self.page.refresh()

        self.page.session.read(self, work, done, failed)


def _read(folder: Path) -> VoiceData:
    voice = config.load(folder).voice
    spoken = clips.all_clips(folder, system=voice.source == "system")
    return VoiceData(voice, spoken, sound.can_play(), system.missing())


def _columns() -> list[Column[Clip]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "词句"), lambda clip: clip.text),
        Column(
            QT_TRANSLATE_NOOP("Counter", "语言"),
            _language,
        ),
        Column(QT_TRANSLATE_NOOP("Counter", "录音"), _source, stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "秒"), _seconds, right=True),
        Column(QT_TRANSLATE_NOOP("Counter", "响度"), _loudness, _tone),
    ]


def _language(clip: Clip) -> str:
    return say(_LANGUAGES["en" if clip.language == "en" else "zh_CN"])


def _seconds(clip: Clip) -> str:
    return f"{clip.seconds:.1f}" if clip.file else "—"


def _source(clip: Clip) -> str:
    return say(_SOURCES[clip.source] if clip.file else _MISSING)


def _loudness(clip: Clip) -> str:
    if clip.file is None:
        return "—"
    return say(_TOO_LOUD if clip.too_loud else _TOO_QUIET if clip.too_quiet else _GOOD)


def _tone(clip: Clip) -> str:
    return "warn" if clip.file is None or clip.too_loud or clip.too_quiet else ""
