"""Projection of the column: stories with the people in them, released sentences, issues, pages, adoptions, activities.

A device of a hall has some of a story's facts only: its rows begin with whichever comes first.
"""

from shared.practice.column.tables import issues, stories
from shared.practice.column.tables.rows import (
    ActivityRow,
    AdoptionRow,
    AttendanceRow,
    ConcernedRow,
    IssueRow,
    PageRow,
    PictureRow,
    SentenceRow,
    StoryRow,
    projection,
)

__all__ = [
    "ActivityRow",
    "AdoptionRow",
    "AttendanceRow",
    "ConcernedRow",
    "IssueRow",
    "PageRow",
    "PictureRow",
    "SentenceRow",
    "StoryRow",
    "issues",
    "projection",
    "stories",
]
