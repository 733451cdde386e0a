"""Who may do what: the one table of roles."""

from enum import StrEnum


class Role(StrEnum):
    """窗口人员, 站长(班长), 经营管理部."""

    STAFF = "staff"
    SUPERVISOR = "supervisor"
    OFFICE = "office"


class Act(StrEnum):
    """Something a role may or may not do; the counter's navigation is computed from it."""

    SERVE = "serve"  # line, pauses, inquiries, diary, own cards
    GIVE_CARD = "give_card"
    REVIEW_CARDS = "review_cards"
    CONSENT = "consent"  # special inquiries, extensions
    SIGN_DAY = "sign_day"
    ROSTER = "roster"  # who is on duty, at which window; reset a PIN
    SEE_HALL = "see_hall"
    SEE_ALL_HALLS = "see_all_halls"
    PROMOTE = "promote"
    PUBLISH = "publish"  # policy, calendar, rulebook
    DEVICES = "devices"


_HALL = {Act.SERVE, Act.GIVE_CARD}
_STATION = _HALL | {Act.REVIEW_CARDS, Act.CONSENT, Act.SIGN_DAY, Act.ROSTER, Act.SEE_HALL, Act.DEVICES}
_COMPANY = {Act.GIVE_CARD, Act.SEE_HALL, Act.SEE_ALL_HALLS, Act.PROMOTE, Act.PUBLISH, Act.ROSTER, Act.DEVICES}

MAY: dict[Role, frozenset[Act]] = {
    Role.STAFF: frozenset(_HALL),
    Role.SUPERVISOR: frozenset(_STATION),
    Role.OFFICE: frozenset(_COMPANY),
}

RANK = {Role.STAFF: 0, Role.SUPERVISOR: 1, Role.OFFICE: 2}
"""How high a role stands, for comparing."""


def above(one: Role, other: Role) -> bool:
    """Whether `one` stands above `other`."""
    return RANK[one] > RANK[other]


def may(role: Role, act: Act) -> bool:
    """Whether `role` may do `act`."""
    return act in MAY[role]
