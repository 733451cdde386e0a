"""What an app may do in the caring award: round, entries, jury, notice."""

from shared.practice.caring.actions.entries import ask, consent, nominate, nominate_station, prepare, set_aside
from shared.practice.caring.actions.jury import recuse, score
from shared.practice.caring.actions.notice import answer, object_to
from shared.practice.caring.actions.rounds import (
    Opening,
    announce,
    appoint,
    close_jury,
    decide,
    finish,
    open_round,
    reopen,
)
from shared.practice.caring.actions.withdrawing import withdraw_declined

__all__ = [
    "Opening",
    "announce",
    "answer",
    "appoint",
    "ask",
    "close_jury",
    "consent",
    "decide",
    "finish",
    "nominate",
    "nominate_station",
    "object_to",
    "open_round",
    "prepare",
    "recuse",
    "reopen",
    "score",
    "set_aside",
    "withdraw_declined",
]
