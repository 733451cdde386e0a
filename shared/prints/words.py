"""Words on printed pieces: 5P cards, badges, slips."""

from collections.abc import Mapping

from shared.domain.text import Text, named

_PAPER: Mapping[str, Text] = {
    "brand": Text("暖窗 · 5P卡", "Warm Window · 5P card"),
    "product": Text("暖窗 Warm Window", "Warm Window"),
    "for_whom": Text("送给（窗口或姓名）", "For (window or name)"),
    "scan": Text("到大厅自助屏扫一扫", "Scan it at the lobby kiosk"),
    "once": Text("一张卡只能用一次", "Works once"),
    "badge": Text("扫码登录，另需密码", "Scan to sign in, with PIN"),
    "pin": Text("密码", "PIN"),
    "pin_note": Text(
        "登录后可自己改；别给别人看，用完撕掉。", "Change it at the sign-in; show it to nobody, then tear this up."
    ),
    "five": Text("五个P", "five P"),
    "number": Text("排队号", "Your number"),
    "number_code": Text("暖窗排队号 {label}，请到自助屏扫码", "Warm Window number {label}, scan it at the kiosk"),
    "inquiry_code": Text("暖窗首问工单 {label}，请到自助屏扫码", "Warm Window inquiry {label}, scan it at the kiosk"),
    "card_code": Text("暖窗5P卡，请到自助屏扫码", "Warm Window 5P card, scan it at the kiosk"),
    "about": Text("约 {minutes} 分钟", "about {minutes} min"),
    "first": Text("优先（{why}）", "Priority ({why})"),
    "ahead": Text("前面 {count} 人", "{count} ahead of you"),
    "number_note_1": Text("过号请到窗口说一声，不用重新排队", "Missed it? Tell a window; no new number needed"),
    "number_note_2": Text("办完后到自助屏扫码，可给窗口送一张卡", "Afterwards, scan this at the kiosk to give a card"),
    "inquiry": Text("首问工单", "First-inquiry ticket"),
    "promised": Text("最迟 {day} 答复您", "Answered by {day} at the latest"),
    "inquiry_note_1": Text("到自助屏扫码，可看办到哪一步", "Scan this at the kiosk to see its progress"),
    "inquiry_note_2": Text("码里没有您的个人信息", "The code contains no personal data"),
    "title_cards": Text("一次性5P卡", "One-time 5P cards"),
    "title_trial": Text("试印", "Test print"),
    "title_badges": Text("工牌", "Badges"),
}


def paper(name: str) -> str:
    """One text of the printed pieces."""
    return named(_PAPER, name)
