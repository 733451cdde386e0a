"""Declares the happy station. A request for help is for the chosen persons only: no line in the daily log."""

from shared.declaration.practice import PERSON, About, Kind, Practice
from shared.domain.text import Text
from shared.practice.happiness import words
from shared.practice.happiness.facts import GreetingRemoved, GreetingSent, HelpFollowed, HelpRequested
from shared.practice.happiness.policy import HappinessPolicy
from shared.practice.happiness.tables import projection

PRACTICE = Practice(
    name="happiness",
    title=Text("快乐驿站", "Happy station"),
    projection=projection,
    kinds=(
        Kind(HelpRequested, Text("求助", "help requested"), private=True, own_hall=("staff",)),
        Kind(HelpFollowed, Text("跟进求助", "help followed up"), private=True),
        Kind(
            GreetingSent,
            Text("送出祝福", "greeting sent"),
            Text("{staff}在快乐驿站送出祝福", "{staff} sent a greeting at the happy station"),
            shows=("staff",),
            everywhere=True,
            about=About.BEGUN_HERE,
            begins=True,
            own_hall=("staff",),
        ),
        Kind(
            GreetingRemoved,
            Text("撤下祝福", "greeting removed"),
            Text("{staff}的祝福已撤下", "{staff}'s greeting was taken down"),
            everywhere=True,
            about=About.BEGUN_HERE,
        ),
    ),
    fields={"staff": PERSON},
    refusals=words.REFUSALS,
    policy=(HappinessPolicy,),
)
