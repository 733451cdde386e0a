"""Steps of a verdict. The subject is the inquiry ticket's, `inquiry:<uuid>`."""

from shared.domain.fact import Fact, Personal
from shared.domain.open_enum import OpenEnum


class Verdict(OpenEnum):
    """属实, 部分属实, 不属实."""

    UPHELD = "upheld"
    PARTLY = "partly"
    UNFOUNDED = "unfounded"


class About(OpenEnum):
    """Whom a complaint is about; about the company (prices, rules) counts for nobody."""

    PERSON = "person"
    UNIT = "unit"
    COMPANY = "company"


class VerdictProposed(Fact):
    """The supervisor's proposal on a closed complaint. `unit` is the person's on the day it is about."""

    verdict: Verdict
    about: About
    grounds: str
    person: str = ""
    unit: str = ""


class VerdictTold(Fact):
    """The person concerned has seen the proposal: from this day they may answer."""


class VerdictAnswered(Fact):
    """What the person concerned says to it."""

    text: Personal


class ComplaintJudged(Fact):
    """The office's verdict: final. Counts in the period of its own day."""

    verdict: Verdict
    about: About
    grounds: str
    policy: int
    person: str = ""
    unit: str = ""


class VerdictReopened(Fact):
    """New evidence: the complaint is proposed again, and counts for nobody meanwhile."""

    evidence: str
