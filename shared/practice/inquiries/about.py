"""Declares first inquiries."""

from functools import partial

from shared.declaration.practice import ANY_DEVICE, DAY, OWN_WORDS, PERSON, PLAIN, About, Kind, Practice, Shown, coded
from shared.declaration.replay import Replay
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.inquiries import words
from shared.practice.inquiries.facts import (
    InquiryCalledBack,
    InquiryClashSettled,
    InquiryClosed,
    InquiryCorrected,
    InquiryExtended,
    InquiryInformed,
    InquiryJoined,
    InquiryMerged,
    InquiryOpened,
    InquiryPersonalOpened,
    InquiryRecounted,
    InquiryReopened,
    InquirySpecialAsked,
    InquirySpecialDeclined,
    InquirySpecialGranted,
    InquiryStoodIn,
    InquiryTransferred,
    InquiryWithdrawn,
    TimeConfirmed,
)
from shared.practice.inquiries.policy import InquiriesPolicy
from shared.practice.inquiries.tables import projection


def _replays() -> tuple[Replay, ...]:
    """Imported when a preview asks for them; a kiosk never does."""
    from shared.practice.inquiries.replay import REPLAYS

    return REPLAYS


def _daily(store: Store, *, now: int) -> object:
    """Imported when it is due, so that no program waits for it at its start."""
    from shared.practice.inquiries.actions import recount_late

    return recount_late(store, now=now)


def _daily_everywhere(store: Store, *, now: int) -> object:
    """A kiosk too holds phone numbers, of the tickets that were opened on it."""
    from shared.practice.inquiries.actions import erase_due

    return erase_due(store, now=now)


_here = partial(Kind, about=About.BEGUN_HERE)

PRACTICE = Practice(
    name="inquiries",
    title=Text("首问工单", "First inquiries"),
    projection=projection,
    kinds=(
        _here(
            InquiryOpened,
            Text("登记工单", "inquiry opened"),
            Text(
                "登记首问工单 {number}（{channel}，{topic}），首问责任人：{owner}",
                "Ticket {number} opened ({channel}, {topic}), owner: {owner}",
            ),
            shows=("number", "owner", "channel", "topic"),
            sent_by=ANY_DEVICE,
            begins=True,
            kiosk_says={"channel": ("kiosk",)},
        ),
        _here(
            InquiryWithdrawn,
            Text("撤回工单", "inquiry taken back"),
            Text("工单 {number} 登记后当即撤回", "Ticket {number} was taken back at once"),
            sent_by=ANY_DEVICE,
        ),
        _here(
            InquiryCorrected,
            Text("更正工单", "inquiry corrected"),
            Text("工单 {number} 更正用户{aspect}", "Ticket {number}: the customer's {aspect} corrected"),
            shows=("aspect",),
        ),
        _here(
            InquiryTransferred,
            Text("转办", "inquiry transferred"),
            Text("工单 {number} 转给承办人{to}：{reason}", "Ticket {number} transferred to {to}: {reason}"),
            shows=("to", "reason"),
        ),
        _here(
            InquiryStoodIn,
            Text("代办", "stand-in for an inquiry"),
            Text("工单 {number} 由{person}代办：{reason}", "Ticket {number}: {person} stands in: {reason}"),
            shows=("person", "reason"),
        ),
        _here(
            InquiryInformed,
            Text("告知进展", "customer informed"),
            Text(
                "工单 {number} 已告知用户进展（{channel}），下次告知：{next_due}",
                "Ticket {number}: customer informed ({channel}), next by {next_due}",
            ),
            shows=("channel", "next_due"),
        ),
        _here(
            InquirySpecialAsked,
            Text("申请特殊时限", "special deadline requested"),
            Text(
                "工单 {number} 申请按特殊情况办理：{grounds}", "Ticket {number}: special deadline requested: {grounds}"
            ),
            shows=("grounds",),
        ),
        _here(
            InquirySpecialGranted,
            Text("同意特殊时限", "special deadline granted"),
            Text("工单 {number} 同意按特殊情况办理", "Ticket {number}: special deadline granted"),
        ),
        _here(
            InquirySpecialDeclined,
            Text("不同意特殊时限", "special deadline declined"),
            Text(
                "工单 {number} 不同意按特殊情况办理：{reason}", "Ticket {number}: special deadline declined: {reason}"
            ),
            shows=("reason",),
        ),
        _here(
            InquiryRecounted,
            Text("重新计算时限", "limit recomputed"),
            Text(
                "工单 {number} 的最迟答复日按公布的节假日由 {instead_of} 重新计算",
                "The limit of ticket {number}, {instead_of} so far, was recomputed by the official holidays",
            ),
            shows=("instead_of",),
        ),
        _here(
            InquiryExtended,
            Text("延期", "inquiry extended"),
            Text(
                "工单 {number} 由 {instead_of} 延期至 {limit}：{grounds}",
                "Ticket {number} extended from {instead_of} to {limit}: {grounds}",
            ),
            shows=("grounds", "limit", "instead_of"),
        ),
        _here(
            InquiryClosed,
            Text("办结", "inquiry closed"),
            Text("工单 {number} 办结，已答复用户", "Ticket {number} closed, customer answered"),
            shows=("on_the_spot", "satisfaction"),
        ),
        _here(
            InquiryCalledBack,
            Text("回访", "customer called back"),
            Text("工单 {number} 已回访", "Ticket {number}: customer called back"),
            shows=("satisfaction",),
        ),
        _here(
            InquiryReopened,
            Text("重新办理", "inquiry reopened"),
            Text("工单 {number} 重新办理：{reason}", "Ticket {number} reopened: {reason}"),
            shows=("reason",),
        ),
        _here(
            InquiryMerged,
            Text("并入另一工单", "inquiry merged"),
            Text("工单 {number} 与另一工单合并", "Ticket {number} merged into another"),
        ),
        _here(
            InquiryJoined,
            Text("合并重复工单", "duplicate merged"),
            Text("工单 {number} 并入一张重复工单", "Ticket {number}: a duplicate was merged into it"),
        ),
        _here(
            InquiryClashSettled,
            Text("核对两处修改", "conflict checked"),
            Text(
                "工单 {number} 两处修改不一致，已核对", "Ticket {number}: set differently at two counters, now checked"
            ),
        ),
        _here(
            InquiryPersonalOpened,
            Text("查看用户信息", "personal data opened"),
            Text("工单 {number} 的用户信息被查看", "Ticket {number}: the customer's details were viewed"),
        ),
        Kind(
            TimeConfirmed,
            Text("确认日期", "date confirmed"),
            Text(
                "确认日期没有拨错：{since} 至 {until} 没有记录",
                "The date is confirmed: no records from {since} to {until}",
            ),
            shows=("since", "until"),
        ),
    ),
    fields={
        "number": PLAIN,
        "owner": PERSON,
        "to": PERSON,
        "person": PERSON,
        "channel": coded(words.channel),
        "topic": coded(words.topic),
        "aspect": coded(words.aspect),
        "reason": OWN_WORDS,
        "grounds": OWN_WORDS,
        "next_due": DAY,
        "limit": DAY,
        "instead_of": DAY,
        "on_the_spot": PLAIN,
        "since": Shown(words.day_of_moment),
        "until": Shown(words.day_of_moment),
        "satisfaction": coded(words.satisfaction),
    },
    refusals=words.REFUSALS,
    policy=(InquiriesPolicy,),
    replays=_replays,
    daily=_daily,
    daily_everywhere=_daily_everywhere,
)
