"""The tables of the column; how facts change them is in `stories` and `issues`."""

from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from shared.journal.projection import Projected, Projection


class StoryRow(Projected):
    """A story in the office. `idea` as it was proposed; `final_*`: the version that was approved last."""

    section = TextField(default="")
    source = TextField(default="")
    reference = TextField(default="", index=True)
    hall = TextField(default="")
    day = TextField(default="")
    at = BigIntegerField(default=0)
    hero = TextField(default="")
    author = TextField(default="")
    proposer = TextField(default="", index=True)
    idea_title = TextField(default="")
    idea = TextField(default="")
    version = IntegerField(default=0)
    title = TextField(default="")
    text = TextField(default="")
    sentences = TextField(default="")  # cards, separated by spaces
    editor = TextField(default="")
    approved = IntegerField(default=0)
    approver = TextField(default="")
    alone = BooleanField(default=False)
    final_section = TextField(default="")
    final_title = TextField(default="")
    final_text = TextField(default="")
    final_sentences = TextField(default="")
    printed = TextField(default="")  # `StoryPrinted` as JSON
    out = BooleanField(default=False)
    reason = TextField(default="")

    class Meta:
        table_name = "column_story"


class ConcernedRow(Projected):
    """One person in a story: what they were asked and what they answered. `read`: the version they agreed to."""

    staff = TextField(index=True)
    at = BigIntegerField(default=0)
    asked = BooleanField(default=False)
    naming = TextField(default="")
    again = BooleanField(default=False)  # a photo of them was added since they answered
    title = TextField(default="")
    text = TextField(default="")
    reading = IntegerField(default=0)  # the version that they were asked to read, 0 once they have
    read = IntegerField(default=0)
    wish = TextField(default="")

    class Meta:
        table_name = "column_concerned"


class PictureRow(Projected):
    """A photo, base64: of a story in the office, of what `staff` was shown, or of a printed page."""

    staff = TextField(default="")
    number = IntegerField()
    sha256 = TextField()
    people = TextField(default="")  # separated by spaces
    image = TextField()

    class Meta:
        table_name = "column_picture"


class SentenceRow(Projected):
    """A customer's sentence that its hall's supervisor lets the column quote."""

    card = TextField(index=True)
    hall = TextField()
    sentence = TextField()
    released = BooleanField(default=True)

    class Meta:
        table_name = "column_sentence"


class IssueRow(Projected):
    """An issue: in preparation, then its last edition (`IssuePublished` as JSON)."""

    year = IntegerField(default=0)
    number = IntegerField(default=0)
    day = TextField(default="")
    title = TextField(default="")
    stories = TextField(default="")
    edition = IntegerField(default=0)
    published = TextField(default="")
    at = BigIntegerField(default=0)

    class Meta:
        table_name = "column_issue"


class PageRow(Projected):
    """A story as it was printed; erased where somebody in it no longer agrees."""

    issue = TextField(index=True)
    story = TextField(index=True)
    section = TextField()
    hall = TextField()
    version = IntegerField()
    title = TextField()
    text = TextField()
    quotes = TextField(default="")

    class Meta:
        table_name = "column_page"


class AdoptionRow(Projected):
    """A hall's answer to an experience."""

    story = TextField(index=True)
    hall = TextField()
    adoption = TextField()
    line = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "column_adoption"


class ActivityRow(Projected):
    """A meeting about an issue."""

    issue = TextField(default="", index=True)
    title = TextField(default="")
    day = TextField(default="")
    place = TextField(default="")

    class Meta:
        table_name = "column_activity"


class AttendanceRow(Projected):
    """Somebody at an activity, and their feedback as JSON of `FeedbackGiven`."""

    staff = TextField(index=True)
    present = BooleanField(default=False)
    feedback = TextField(default="")

    class Meta:
        table_name = "column_attendance"


projection = Projection(
    "column",
    version=3,
    tables=(
        StoryRow,
        ConcernedRow,
        PictureRow,
        SentenceRow,
        IssueRow,
        PageRow,
        AdoptionRow,
        ActivityRow,
        AttendanceRow,
    ),
)
