"""The paper's figures about people: the company, cards, the award, training, column, rulebook, survey."""

from collections.abc import Iterator

from shared.demo.year import learning as trained
from shared.demo.year import survey as asked
from shared.demo.year.award import ABSENT, JURORS
from shared.demo.year.book import CHAPTERS
from shared.demo.year.cards import PROMOTED, TOTALS
from shared.demo.year.column import ADOPTED, ISSUES, RETRACTED
from shared.demo.year.company import HALLS, YEAR, Company
from shared.demo.year.deeds import DEEDS
from shared.demo.year.figure import LAST, Figure, equal
from shared.domain.money import decimal
from shared.domain.roles import Role
from shared.domain.text import Text
from shared.journal.store import Store
from shared.people.views import everyone
from shared.practice.assessment import inspections
from shared.practice.cards import views as cards
from shared.practice.cards import words as card_words
from shared.practice.caring import annals
from shared.practice.caring import views as caring
from shared.practice.column import activities, published
from shared.practice.column.facts import Adoption, Section
from shared.practice.learning import contests
from shared.practice.learning import views as learning
from shared.practice.promotion import views as promotion
from shared.practice.rulebook import views as rulebook
from shared.practice.rulebook.facts import Book
from shared.practice.survey import views as survey
from shared.practice.survey.facts import Question

_QUESTIONS = (
    (Question.VALUED, "重视", "Valued"),
    (Question.FAIR, "公平", "Fair"),
    (Question.ABLE, "会干", "Able"),
)
_WORKING_DAYS, _STAFF, _BRANCHES = 250, 80, 4


def of_company(store: Store) -> Iterator[Figure]:
    window = [person for person in everyone(store) if person.role is Role.STAFF]
    units = inspections.units(store)
    yield equal("窗口服务人员", "Window staff", len(window), _STAFF)
    yield equal("分公司", "Branches", len({unit.branch for unit in units}), _BRANCHES)
    yield equal("窗口单位", "Units", len(units), len(HALLS))
    yield equal("工作日", "Working days", len(Company(store).days), _WORKING_DAYS)


def of_cards(store: Store) -> Iterator[Figure]:
    report = cards.report(store, YEAR)
    yield equal("用户5P卡", "5P cards of customers", report.total, sum(TOTALS.values()))
    for p, wanted in TOTALS.items():
        name = card_words.P[p.value]
        yield equal(f"　{name.zh}", f"  {name.en}", report.by_p[p], wanted)
    yield equal("收到5P卡的员工", "Staff who received cards", report.staff, _STAFF)
    yield equal("具备晋级条件", "Reached the ladder", report.promoted, PROMOTED)
    yield equal(
        "经营管理部已确认晋级", "Promotions confirmed by the office", len(promotion.promotions(store)), PROMOTED
    )


def of_award(store: Store) -> Iterator[Figure]:
    found = caring.award_round(store, YEAR, LAST)
    entries, jurors = (found.entries, found.jurors) if found else ((), ())
    scored = {score.juror for score in found.scores} if found else set()
    written = annals.annals(store, YEAR)
    yield equal("贴心服务奖提名", "Nominations for the caring award", len(entries), len(DEEDS))
    yield equal("评委", "Jurors", len(jurors), len(JURORS))
    yield equal("　其中缺席", "  of them absent", len(set(jurors) - scored), len({ABSENT}))
    yield equal("记入经营大事迹", "Entered in the annals", len(written), len(found.result.awarded) if found else 0)


def of_learning(store: Store) -> Iterator[Figure]:
    courses, closed = learning.courses(store), [each for each in contests.contests_of(store, YEAR) if each.closed]
    yield equal("培训课程", "Courses", len(courses), len(trained.COURSES))
    due = len(courses) * sum(person.role is not Role.OFFICE for person in everyone(store))
    done = sum(each.done is not None for one in learning.matrix(store, LAST) for each in one.standings.values())
    yield Figure(Text("　完成人次", "  Done, of all who must"), f"{done} / {due}", 0.9 * due < done <= due)
    yield equal("竞赛", "Contests", len(closed), len(trained.CONTESTS))
    took = sum(sum(each.closed.took_part.values()) for each in closed if each.closed)
    yield Figure(Text("　参赛人次", "  Took part"), f"{took}", took > 0)


def of_column(store: Store) -> Iterator[Figure]:
    issues = sorted(published.published(store), key=lambda issue: issue.number)
    yield equal("“服务之窗”期数", "Issues of the column", len(issues), len(ISSUES))
    for issue, wanted in zip(issues, ISSUES, strict=True):
        out = sum(story.title == RETRACTED for story in wanted.stories)
        right = (len(issue.items), issue.edition) == (len(wanted.stories) - out, 1 + out)
        text = Text(f"　第{issue.number}期篇数，版次", f"  Issue {issue.number}: stories, edition")
        yield Figure(text, f"{len(issue.items)}, {issue.edition}", right)
    items = [item for issue in issues for item in issue.items if item.section is Section.EXPERIENCE]
    adopted = [answer.adoption for item in items for answer in item.answers]
    yield equal("　经验采用大厅", "  Halls that adopted the experience", adopted.count(Adoption.ADOPTED), ADOPTED)
    met = [len(each.present) for each in activities.activities(store)]
    yield equal("　交流会参加人次", "  Took part in the meetings", sum(met), sum(issue.took_part for issue in ISSUES))


def of_book(store: Store) -> Iterator[Figure]:
    chapters = rulebook.chapters(store)
    yield equal("制度两册", "Rulebooks", len({chapter.book for chapter in chapters}), len(Book))
    yield equal("　章节", "  Chapters", len(chapters), len(CHAPTERS))
    received = sum(each.copies > 0 for book in Book for each in rulebook.receipts(store, book))
    yield equal("　签收", "  Receipts", received, len(Book) * len(HALLS))


def of_survey(store: Store) -> Iterator[Figure]:
    rounds = survey.rounds(store)[::-1]
    yield equal("三问调查轮次", "Rounds of the survey", len(rounds), 1 + len(asked.ROUNDS))
    for question, zh, en in _QUESTIONS:
        means = [each.mean(question) for each in rounds]
        text = " → ".join("—" if mean is None else decimal(mean) for mean in means)
        known = [mean for mean in means if mean is not None]
        yield Figure(Text(f"　{zh}", f"  {en}"), text, len(known) == len(means) and known == sorted(known))
