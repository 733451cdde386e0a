"""The declaration of wishes."""

from pathlib import Path

from shared.declaration.practice import ANY_DEVICE, PERSON, About, Kind, Practice, coded
from shared.domain.text import Text
from tests.support.toy_practice import actions, replay, views, words
from tests.support.toy_practice.facts import WishGranted, WishMade
from tests.support.toy_practice.policy import WishesPolicy
from tests.support.toy_practice.tables import projection

PRACTICE = Practice(
    name="wishes",
    title=Text("心愿", "Wishes"),
    projection=projection,
    kinds=(
        Kind(
            WishMade,
            Text("提心愿", "wish made"),
            Text("{staff}提了心愿：{about}", "{staff} made a wish: {about}"),
            shows=("staff", "about"),
            sent_by=ANY_DEVICE,
            begins=True,
        ),
        Kind(WishGranted, Text("心愿实现", "wish granted"), private=True, everywhere=True, about=About.BEGUN_HERE),
    ),
    fields={"staff": PERSON, "about": coded(words.about)},
    refusals=words.REFUSALS,
    policy=(WishesPolicy,),
    day=views.of_day,
    hub_sql=Path(__file__).parent / "hub.sql",
    daily=actions.erase_due,
    replays=lambda: (replay.WISHES,),
)
