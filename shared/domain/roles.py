"""Who may do what: the one table of roles."""

from enum import StrEnum

from shared.domain.open_enum import OpenEnum


class Role(OpenEnum):
    """窗口人员, 站长(班长), 经营管理部."""

    STAFF = "staff"
    SUPERVISOR = "supervisor"
    OFFICE = "office"


class Act(StrEnum):
    """Something a role may or may not do; the counter's navigation is computed from it."""

    SERVE = "serve"  # line, pauses, inquiries, diary, own cards
    GIVE_CARD = "give_card"
    REVIEW_CARDS = "review_cards"
    PRINT_CARDS = "print_cards"  # print 5P cards that count, withdraw a batch
    CONSENT = "consent"  # special inquiries, extensions
    SIGN_DAY = "sign_day"
    ROSTER = "roster"  # who is on duty, at which window; reset a PIN
    SEE_HALL = "see_hall"
    SEE_ALL_HALLS = "see_all_halls"
    PROMOTE = "promote"
    PUBLISH = "publish"  # policy, calendar, rulebook
    DEVICES = "devices"
    PAY = "pay"  # pools, months of pay
    ASSESS = "assess"  # inspections, sales, years
    AWARD = "award"  # rounds of the caring award
    JUDGE = "judge"  # verdicts on complaints
    TRAIN = "train"  # courses, questions, sessions, contests
    EDIT = "edit"  # stories and issues of the column


_HALL = {Act.SERVE, Act.GIVE_CARD}
_STATION = _HALL | {Act.REVIEW_CARDS, Act.PRINT_CARDS, Act.CONSENT, Act.SIGN_DAY, Act.ROSTER, Act.SEE_HALL, Act.DEVICES}
_COMPANY = {Act.GIVE_CARD, Act.SEE_HALL, Act.SEE_ALL_HALLS, Act.PROMOTE, Act.PUBLISH, Act.ROSTER, Act.DEVICES}
_COMPANY |= {Act.PRINT_CARDS, Act.PAY, Act.ASSESS, Act.AWARD, Act.JUDGE, Act.TRAIN, Act.EDIT}

MAY: dict[Role, frozenset[Act]] = {
    Role.STAFF: frozenset(_HALL),
    Role.SUPERVISOR: frozenset(_STATION),
    Role.OFFICE: frozenset(_COMPANY),
}


_RANK = {Role.STAFF: 0, Role.SUPERVISOR: 1, Role.OFFICE: 2}
_HIGHEST = max(_RANK.values()) + 1


def rank(role: Role) -> int:
    """The order of the roles; one of a newer version is above all, so that nobody here decides about it."""
    return _RANK.get(role, _HIGHEST)


def above(one: Role, other: Role) -> bool:
    """Whether `one` is superior to `other`."""
    return rank(one) > rank(other)


def may(role: Role, act: Act) -> bool:
    """Whether `role` may do `act`. A role of a newer version may do nothing: its rights are not known here."""
    return act in MAY.get(role, frozenset())
