"""Declares the five-minute pause. Its reason is never shown in the daily log."""

from pathlib import Path

import msgspec

from shared.declaration.practice import PERSON, PLAIN, Kind, Practice, Shown, coded
from shared.declaration.replay import Replay
from shared.domain.text import Text
from shared.practice.pauses import words
from shared.practice.pauses.facts import Decision, PauseEnded, PauseRefused, PauseStarted, PauseWithdrawn
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.pauses.tables import projection

_ANY_DECISION = msgspec.to_builtins(
    Decision(policy_version=0, limit=0, inclusive=False, per_day=0, own_today=0, colleagues_paused=0, other_windows=0)
)
"""What a kiosk reads in place of the real decision, which holds details not meant for a lobby."""


def _replays() -> tuple[Replay, ...]:
    """Imported when a preview asks for them; a kiosk never does."""
    from shared.practice.pauses.replay import REPLAYS

    return REPLAYS


PRACTICE = Practice(
    name="pauses",
    title=Text("暂停服务5分钟", "Five-minute pause"),
    projection=projection,
    kinds=(
        Kind(
            PauseStarted,
            Text("开始暂停", "pause begun"),
            Text("{staff}暂停服务5分钟（{window}号窗口）", "{staff} began a five-minute pause (window {window})"),
            shows=("staff", "window"),
            kiosk_reads=True,
            kiosk_fields=("staff", "window", "post", "seconds", "go_to"),
            kiosk_instead={"decision": _ANY_DECISION},
        ),
        Kind(
            PauseRefused,
            Text("暂停未通过", "pause refused"),
            Text("{staff}申请暂停未通过：{code}", "{staff} asked for a pause, refused: {code}"),
            shows=("staff", "window", "code"),
        ),
        Kind(
            PauseWithdrawn,
            Text("撤回暂停", "pause withdrawn"),
            Text("{staff}撤回了刚开始的暂停，不计次数", "{staff} took back the pause just begun; it does not count"),
            kiosk_reads=True,
            kiosk_fields=(),
        ),
        Kind(
            PauseEnded,
            Text("恢复服务", "pause ended"),
            Text("{staff}恢复服务，用时{length_ms}", "{staff} is back after {length_ms}"),
            shows=("length_ms",),
            kiosk_reads=True,
            kiosk_fields=("length_ms",),
        ),
    ),
    fields={"staff": PERSON, "window": PLAIN, "code": coded(words.why), "length_ms": Shown(words.length)},
    refusals=words.REFUSALS,
    policy=(PausesPolicy,),
    replays=_replays,
    hub_sql=Path(__file__).with_name("hub.sql"),
)
