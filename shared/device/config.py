"""Settings of this device: what is plugged into it and how it behaves. Rule values are in `domain.policy`.

One small JSON file beside the journal. A setting that a newer version wrote is kept when an older one saves.
Each is declared with its name and meaning as a value of the policy is; `shared.device.settings` lists them.
"""

import logging
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, get_type_hints

import msgspec

from shared.device.merging import merged
from shared.device.private_files import write_private
from shared.domain import policy
from shared.domain.policy import Range, Section, Value
from shared.domain.text import Text
from shared.domain.units import SECONDS, TIMES

FILE = "device.json"
_DAMAGED = FILE + ".damaged"
log = logging.getLogger("warm_window.device")


_LANGUAGES = {"zh_CN": Text("中文", "Chinese"), "en": Text("英语", "English")}
_SPOKEN = {"zh_CN": Text("普通话", "Chinese"), "en": Text("英语", "English"), "both": Text("先普通话，后英语", "Both")}
_RATINGS = {
    "no": Text("不评价", "Does not ask"),
    "cards": Text("触摸屏：请用户送一张卡", "Touch screen: asks for a card"),
    "code": Text("不能触摸：显示小票的码", "No touch: shows the slip's code"),
}
_SPEAKERS = {
    "": Text("不播报", "No announcements"),
    "sign": Text("叫号屏程序", "The sign"),
    "window": Text("窗口程序：只播报本窗口", "The counter: its own window"),
    "hall": Text("窗口程序：播报全厅", "The counter: the whole hall"),
}
_SOURCES = {"pack": Text("自带的", "Built in"), "system": Text("系统语音", "System voice")}
_PERCENT, _SCREEN, _COPIES = Text("百分比", "percent"), Text("块，从0数起", "from 0"), Text("份", "copies")
_CLOCK = Text("如 12:00；两处都填才有安静时段", "E.g. 12:00; there are quiet hours only if both are given")


class Screens(Section, frozen=True):
    """What this device shows and where; the kiosk returns to these after each customer."""

    key: ClassVar = "screens"
    title: ClassVar = Text("屏幕", "Screens")

    language: Annotated[
        Literal["zh_CN", "en"],
        Value(
            Text("自助屏的语言", "Language of the kiosk"),
            Text("没有用户操作时显示的语言", "The language shown while nobody uses it"),
            options=_LANGUAGES,
        ),
    ] = "zh_CN"
    senior: Annotated[
        bool,
        Value(
            Text("自助屏默认大字", "Kiosk in large print"),
            Text("没有用户操作时就用大字", "Large print while nobody uses it"),
        ),
    ] = False
    second_screen: Annotated[
        int,
        Value(
            Text("用户屏是哪一块", "The customer's display"),
            Text("朝着用户的第二块屏幕", "The second display, which faces the customer"),
            Range(-1, 15, _SCREEN),
        ),
    ] = -1
    rating: Annotated[
        Literal["no", "cards", "code"],
        Value(
            Text("用户屏办结以后", "After a service"),
            Text("用户屏怎样请用户评价", "How the customer's display asks for a card"),
            options=_RATINGS,
        ),
    ] = "no"
    rating_seconds: Annotated[
        int,
        Value(
            Text("用户屏等用户多久", "How long the customer's display waits for a touch"),
            Text("没有人点就算“未评价”", "Without a touch it counts as not rated"),
            Range(5, 120, SECONDS),
        ),
    ] = 30
    sign: Annotated[
        int,
        Value(
            Text("叫号屏在哪一块", "Screen of the sign"),
            Text("叫号屏程序铺满哪一块屏幕，下次启动生效", "Which screen the sign fills, from its next start"),
            Range(0, 15, _SCREEN),
        ),
    ] = 0
    sign_language: Annotated[
        Literal["zh_CN", "en"],
        Value(
            Text("叫号屏的语言", "Language of the sign"),
            Text("叫号屏程序用的语言，下次启动生效", "The language of the sign, from its next start"),
            options=_LANGUAGES,
        ),
    ] = "zh_CN"


class Voice(Section, frozen=True):
    """Calls of numbers, spoken by this device."""

    key: ClassVar = "voice"
    title: ClassVar = Text("叫号语音", "Voice")

    speaks: Annotated[
        Literal["", "sign", "window", "hall"],
        Value(
            Text("谁来播报", "Who announces calls"),
            Text("这台机器上的哪个程序播报叫号", "Which program of this device announces the called numbers"),
            options=_SPEAKERS,
        ),
    ] = ""
    language: Annotated[
        Literal["zh_CN", "en", "both"],
        Value(
            Text("播报的语言", "Language"),
            Text("每个号用哪种语言播报", "The language in which each number is called"),
            options=_SPOKEN,
        ),
    ] = "zh_CN"
    source: Annotated[
        Literal["pack", "system"],
        Value(
            Text("用哪种声音", "Which voice"),
            Text(
                "没有自己录音的词句由谁说；系统语音只在装了中文语音的Windows上有",
                "Speaks phrases without a recording of your own; the system voice exists only on Windows with a "
                "Chinese voice installed",
            ),
            options=_SOURCES,
        ),
    ] = "pack"
    volume: Annotated[
        int, Value(Text("音量", "Volume"), Text("播报的音量", "Volume of the announcements"), Range(5, 100, _PERCENT))
    ] = 80
    times: Annotated[
        int,
        Value(
            Text("每次播报几遍", "Times per call"),
            Text("每个号说几遍", "How often each call is repeated"),
            Range(1, 3, TIMES),
        ),
    ] = 1
    quiet_from: Annotated[str, Value(Text("安静时段从", "Quiet from"), _CLOCK)] = ""
    quiet_to: Annotated[str, Value(Text("安静时段到", "Quiet to"), _CLOCK)] = ""


class Printers(Section, frozen=True):
    """Printers by their system names; see `shared.qt.printers`."""

    key: ClassVar = "printers"
    title: ClassVar = Text("打印机", "Printers")

    pages: Annotated[
        str,
        Value(
            Text("打印纸张", "Pages"),
            Text(
                "A4：日志、汇总、证书；不选就用系统的默认打印机",
                "A4: logs, reports, certificates; if none is chosen, the system's default printer",
            ),
        ),
    ] = ""
    slips: Annotated[
        str,
        Value(
            Text("打印小票", "Slips"),
            Text(
                "80毫米小票：排队号、首问回执；不选就在屏幕上显示",
                "80 mm roll: queue numbers, receipts; if none is chosen, they are shown on the screen",
            ),
        ),
    ] = ""


class Scanner(Section, frozen=True):
    """A code scanner on a serial port; one that plays keyboard needs no setting."""

    key: ClassVar = "scanner"
    title: ClassVar = Text("扫码器", "Scanner")

    port: Annotated[
        str,
        Value(
            Text("自助屏扫码器的串口", "Serial port of the kiosk's scanner"),
            Text(
                "如 COM3 或 /dev/ttyACM0；像键盘一样的扫码器不用填",
                "E.g. COM3 or /dev/ttyACM0; not needed for a scanner that types like a keyboard",
            ),
        ),
    ] = ""


class Kiosk(Section, frozen=True):
    """The kiosk of this device: asking for a card, motion, sounds."""

    key: ClassVar = "kiosk"
    title: ClassVar = Text("自助屏", "Kiosk")

    rating_after_service: Annotated[
        bool,
        Value(
            Text("办结后请用户送卡", "Ask after a service"),
            Text(
                "刚办完的号出现在自助屏上，可以直接送卡",
                "Offers the card page to the customer whose number was just finished",
            ),
        ),
    ] = False
    rating_seconds: Annotated[
        int,
        Value(
            Text("请用户送卡等多久", "How long it waits"),
            Text("没有人点就回到首页", "Without a touch it returns to the start page"),
            Range(5, 120, SECONDS),
        ),
    ] = 30
    motion: Annotated[bool, Value(Text("动画", "Motion"), Text("换页时滑动", "Pages slide when they change"))] = True
    sound: Annotated[bool, Value(Text("声音", "Sound"), Text("收到卡时响一声", "A sound when a card is stored"))] = True
    click: Annotated[
        bool,
        Value(
            Text("触摸声", "Touch sound"),
            Text("触摸时响一声，安静时段除外", "A click at each touch, except in quiet hours"),
        ),
    ] = True


class DeviceSettings(msgspec.Struct, frozen=True):
    """All settings of one device. (The hub it belongs to is in `hub.json`, see `shared.sync.enrolment`.)"""

    screens: Screens = Screens()
    printers: Printers = Printers()
    scanner: Scanner = Scanner()
    kiosk: Kiosk = Kiosk()
    voice: Voice = Voice()
    backups_kept: Annotated[
        int,
        Value(
            Text("保留几份备份", "Backups kept"),
            Text("每天一份，旧的自动删去", "One a day; older ones are deleted automatically"),
            Range(1, 365, _COPIES),
        ),
    ] = 7


def load(folder: Path) -> DeviceSettings:
    """The settings in `folder`, the default for each that is not set or that this version cannot read (see `fault`)."""
    try:
        raw = _read(folder)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        log.error("%s cannot be read, the defaults hold: %s", folder / FILE, error)
        raw = {}
    return _readable(raw)


def _readable(raw: dict[str, Any]) -> DeviceSettings:
    """One value of a newer version must not take the printers and the scanner away."""
    found: dict[str, Any] = {}
    hints = get_type_hints(DeviceSettings, include_extras=True)
    for field in msgspec.structs.fields(DeviceSettings):
        value = raw.get(field.name, field.default)
        if isinstance(field.default, Section):
            found[field.name] = policy.read(type(field.default), value)
        else:
            with suppress(ValueError):
                found[field.name] = policy.setting(field.name, hints[field.name], field.default).read(value)
    return DeviceSettings(**found)


def fault(folder: Path) -> str:
    """What is wrong with the file, naming a wrong setting; "" where nothing is."""
    try:
        msgspec.convert(_read(folder), DeviceSettings)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        return str(error)
    return ""


def save(folder: Path, device: DeviceSettings) -> None:
    """Write the settings, whole or not at all, also in a power cut. A file that is no JSON is kept beside the new one.

    What this version does not know stays, and so does a value that it cannot read, unless it is changed here.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        before = _read(folder)
    except (msgspec.DecodeError, UnicodeDecodeError):
        (folder / FILE).replace(folder / _DAMAGED)
        before = {}
    whole = merged(before, msgspec.to_builtins(_readable(before)), msgspec.to_builtins(device))
    text = msgspec.json.format(msgspec.json.encode(whole).decode(), indent=2)
    write_private(folder / FILE, f"{text}\n")


def _read(folder: Path) -> dict[str, Any]:
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return {}
