"""The tables of the tickets: one row for each as it stands now, and who set what of it last.

Days are ISO text, moments epoch ms. `personal`: the row still holds words or data of the customer.
How facts change them is in `folding`.
"""

from peewee import SQL, BigIntegerField, BooleanField, IntegerField, TextField

from shared.journal.projection import Projected, Projection
from shared.practice.inquiries.facts import State


class InquiryRow(Projected):
    """One ticket. `since` is when its clock began; `first_limit` is the first promise, whatever came later.

    `first_inform` is by when the first message was due; `informed_late`: a message came after its day.
    """

    subject = TextField(unique=True)
    number = TextField(index=True)
    hall = TextField()
    owner = TextField()
    handler = TextField()
    stand_in = TextField(default="")
    channel = TextField()
    topic = TextField()
    name = TextField()
    phone = TextField(index=True)
    text = TextField()
    answer = TextField(default="")
    personal = BooleanField(default=False)
    received_at = BigIntegerField()
    since = BigIntegerField()
    kind = TextField()
    target = TextField()
    limit = TextField()
    first_limit = TextField()
    inform_by = TextField()
    first_inform = TextField()
    informed_late = BooleanField(default=False)
    unconfirmed = BooleanField()
    special_asked = BooleanField(default=False)
    extensions = IntegerField(default=0)
    informed = IntegerField(default=0)
    state = TextField(default=State.OPEN.value)
    opened_at = BigIntegerField()
    station = TextField()
    closed_at = BigIntegerField(null=True)
    on_the_spot = BooleanField(default=False)
    satisfaction = TextField(null=True)
    called_back = BooleanField(default=False)
    into = TextField(default="", index=True)

    class Meta:
        table_name = "inquiry"
        indexes = (
            (("hall", "state", "opened_at"), False),
            (("state", "closed_at"), False),
            (("hall", "opened_at"), False),
            (("hall", "closed_at"), False),
        )


_COMPLAINTS = "inquiry (hall, state, opened_at) WHERE topic = 'complaint'"
InquiryRow.add_index(SQL(f"CREATE INDEX inquiry_complaint ON {_COMPLAINTS}"))
InquiryRow.add_index(SQL("CREATE INDEX inquiry_personal ON inquiry (closed_at) WHERE personal"))


class AspectRow(Projected):
    """An event that set one aspect of a ticket, unless a later author had seen it. The last one is `kept`.

    A second row of the same aspect was set at another counter that had not seen the first: a clash. `what` is the
    event's kind.
    """

    aspect = TextField()
    event_id = TextField()
    kept = BooleanField()
    what = TextField()
    value = TextField()
    actor = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "inquiry_aspect"
        indexes = ((("subject", "event_id"), True),)


AspectRow.add_index(SQL("CREATE INDEX inquiry_aspect_clash ON inquiry_aspect (subject) WHERE NOT kept"))


projection = Projection("inquiries", version=4, tables=(InquiryRow, AspectRow))
