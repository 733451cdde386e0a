"""What can happen with the rulebooks. A chapter is the published document `rulebook/<code>`.

The rules: resources/handbook/practices.en.md §10.
"""

from datetime import date

from shared.domain.document import Published
from shared.domain.fact import Count, Fact, Personal, WholeFact
from shared.domain.open_enum import OpenEnum

PREFIX = "rulebook/"


class Book(OpenEnum):
    """《购气窗口管理制度》, 《窗口单位考核标准》."""

    RULES = "rules"
    STANDARD = "standard"


class Standard(OpenEnum):
    """服务标准, 业务标准: the paper has them apart."""

    SERVICE = "service"
    BUSINESS = "business"


class Body(OpenEnum):
    """Who was consulted (劳动合同法第四条): 职工代表大会, 工会, 全体职工."""

    CONGRESS = "congress"
    UNION = "union"
    STAFF = "staff"


class ChapterText(Published, frozen=True):
    """The body of a chapter's document: its place in its book, title and words in Markdown, with clauses 第N条.

    `material`: 实质修改, which everybody has to read; else 文字修正, which leaves it read. `effective`, `read_by`: from
    which day it is in force, until which day it is to be read.
    """

    place: int
    title: str
    text: str
    book: Book = Book.RULES
    standard: Standard = Standard.SERVICE
    material: bool = True
    effective: date | None = None
    read_by: date | None = None
    withdrawn: bool = False

    @property
    def is_withdrawn(self) -> bool:
        """Whether the chapter is taken out of its book; earlier versions said so by an empty text."""
        return self.withdrawn or not self.text


class RulebookRead(Fact):
    """A person read one version of one chapter and says so. The subject is `reading:<number>:<chapter>`."""

    staff: str
    chapter: str
    version: int


class ChapterDrafted(WholeFact):
    """A chapter as it is put before the staff, before it is published. The subject is `draft:<code>`."""

    chapter: str
    place: int
    title: str
    text: str
    book: Book = Book.RULES
    standard: Standard = Standard.SERVICE


class ConsultationRecorded(Fact):
    """A draft was discussed: when, with whom, what was said to it, what came of it. The subject is the draft's."""

    day: date
    body: Body
    opinions: Personal
    outcome: str = ""


class BookletReceived(Fact):
    """A hall signs for printed copies of a book (签收). The subject is `booklet:<book>:<hall>`.

    `edition`: the day on which the newest of its chapters was published.
    """

    book: Book
    edition: date
    copies: Count
