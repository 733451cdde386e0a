"""An issue of the column for the demo hall: four stories, one an experience, and one more that waits for its hero."""

from datetime import timedelta

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.cards import views as cards
from shared.practice.column import actions, views
from shared.practice.column.actions import Draft
from shared.practice.column.facts import Naming, Section
from shared.practice.column.views import Step

_STORIES = (
    (
        "1002",
        Section.DEED,
        "一把伞",
        "下午忽然下起大雨，一位老人办完业务站在门口发愁。李婷把自己的伞递了过去，说：“您先用，改天路过再还。”\n"
        "第二天一早，伞挂在大厅门把手上，伞柄上系着一张纸条：谢谢。\n〔图：雨中的大厅门口〕",
        Naming.NAMED,
    ),
    (
        "1005",
        Section.EXPERIENCE,
        "把过户材料画成一张图",
        "过户要带的材料多，用户常常跑两趟。陈思远把材料画成一张图，按“谁来办、带什么、去几号窗口”三步排开，贴在取号机旁。\n"
        "一个月下来，因材料不齐再来的用户少了一半。",
        Naming.NAMED,
    ),
    (
        "1003",
        Section.DISCOVERY,
        "取号机前的等候",
        "早上开门时取号机前总排长队。一名员工发现，多数人是来查余额的，于是把余额查询的二维码放大贴在门口。",
        Naming.ANONYMOUS,
    ),
    (
        "1006",
        Section.WORDS,
        "第一个五分钟",
        "第一次用暂停服务的五分钟，我只喝了一杯水。回到窗口，下一位用户说：“姑娘，你笑起来真好。”",
        Naming.POST,
    ),
)


def fill(store: Store, people: dict[str, Actor], *, now: int) -> None:
    """Publish it some days before `now` (ms) as the office, everybody consenting as they would."""
    office, leader = people["9001"], people["2001"]
    at = now - timedelta(days=1) // timedelta(milliseconds=1)
    day = day_of(at)
    sentence = next(iter(cards.with_sentence(store, leader.hall)), None)
    if sentence is not None:
        actions.release_sentence(store, leader, sentence.card, now=at)
    stories = []
    for hero, section, title, text, naming in _STORIES:
        story = _done(actions.nominate(store, leader, section, hero, day, title, text, now=at))
        quoted = (sentence.card,) if sentence is not None and section is Section.DEED else ()
        _done(actions.draft(store, office, story, Draft(section, title, text, quoted), now=at))
        _done(actions.ask(store, office, story, now=at))
        _done(actions.answer(store, people[hero], story, naming, now=at))
        each = views.story(store, story)
        if each is not None and each.step is Step.READING:
            _done(actions.ask_reading(store, office, story, now=at))
            _done(actions.read_text(store, people[hero], story, each.version, agreed=True, now=at))
        _done(actions.approve(store, office, story, now=at))
        stories.append(story)
    issue = _done(actions.open_issue(store, office, day.year, 1, now=at))
    _done(actions.plan(store, office, issue, day, "窗口里的温度", stories, now=at))
    _done(actions.publish(store, office, issue, now=at))
    _done(actions.plan_activity(store, office, issue, "第一期交流会", day, "二楼会议室", now=at))
    _waiting(store, people, at)


def _waiting(store: Store, people: dict[str, Actor], at: int) -> None:
    """One that 王秀英 is asked about, and what somebody sent in."""
    text = "用户把装着现金的袋子落在柜台，王秀英追出两条街送还。"
    story = _done(actions.nominate(store, people["2001"], Section.DEED, "1001", day_of(at), "追出两条街", text, now=at))
    _done(actions.draft(store, people["9001"], story, Draft(Section.DEED, "追出两条街", text), now=at))
    _done(actions.ask(store, people["9001"], story, now=at))
    words = "每天开门前把玻璃擦一遍，用户能看见我们，我们也能看见他们。"
    _done(actions.send_in(store, people["1004"], Section.WORDS, "擦玻璃", words, Naming.NAMED, now=at))


def _done(answer: object) -> str:
    """What an action answered. Raises `RuntimeError` for a refusal: the demo asks for nothing that is refused."""
    if isinstance(answer, Refusal):
        raise RuntimeError(f"the demo's issue: {answer}")
    return str(answer)
