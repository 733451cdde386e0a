"""The office's steps of a story, each as a dialog."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from counter.kit import open_file
from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.recorded_step import record_step
from counter.kit.staff_choice import staff_choice
from counter.kit.staff_typed import numbers_typed
from counter.kit.words import Check, TextArea, TextField, say
from counter.store_type import Store
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.practice.column import actions, words
from shared.practice.column.actions import Draft
from shared.practice.column.facts import Section, Source
from shared.practice.column.ideas import Idea
from shared.practice.column.pictures import MOST_BYTES
from shared.practice.column.views import Issue, Sentence, Step, Story
from shared.qt import evidence_photo

_NEW = QT_TRANSLATE_NOOP("Counter", "新稿")
_FROM, _OWN = QT_TRANSLATE_NOOP("Counter", "来自"), QT_TRANSLATE_NOOP("Counter", "直接写")
_SECTION, _HERO = QT_TRANSLATE_NOOP("Counter", "栏目"), QT_TRANSLATE_NOOP("Counter", "写谁（可不填）")
_NOBODY = QT_TRANSLATE_NOOP("Counter", "不写某一个人")
_TITLE, _TEXT = QT_TRANSLATE_NOOP("Counter", "题目"), QT_TRANSLATE_NOOP("Counter", "内容")
_HALL, _NO_HALL = QT_TRANSLATE_NOOP("Counter", "大厅"), QT_TRANSLATE_NOOP("Counter", "不属于某个大厅")
_IDEA_TEXT = QT_TRANSLATE_NOOP("Counter", "内容（用原文可不填）")
_EDIT = QT_TRANSLATE_NOOP("Counter", "起草或修改")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter",
    "写到同事请写全名，刊登时按各人的意愿署名；同名的写〔工号〕。用户不写姓名和电话。放图片的地方另起一行写〔图：说明〕。",
)
_QUOTE, _NO_QUOTE = QT_TRANSLATE_NOOP("Counter", "引用用户留言"), QT_TRANSLATE_NOOP("Counter", "不引用")
_SET_ASIDE, _REASON = QT_TRANSLATE_NOOP("Counter", "不刊登"), QT_TRANSLATE_NOOP("Counter", "理由")
_OK, _SAVE = QT_TRANSLATE_NOOP("Counter", "确定"), QT_TRANSLATE_NOOP("Counter", "存为新一版")
_PHOTO, _CAPTION = QT_TRANSLATE_NOOP("Counter", "加照片"), QT_TRANSLATE_NOOP("Counter", "照片说明")
_ON_PHOTO = QT_TRANSLATE_NOOP("Counter", "照片上认得出谁（工号或姓名，用空格分开）")
_NO_CUSTOMER = QT_TRANSLATE_NOOP("Counter", "已看过：照片上没有认得出的用户")
_ABOUT_PHOTO = QT_TRANSLATE_NOOP(
    "Counter", "照片放在文末，可以挪那一行。照片上的人会再被征求一次；只有都同意具名，照片才刊登。"
)
_LENGTH = 30


class StorySteps(QObject):
    """Opens the dialogs over `page`, which reports what was recorded."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__(page)
        self.page = page
        self._ideas: tuple[Idea, ...] = ()
        self._sentences: tuple[Sentence, ...] = ()
        self._halls: Mapping[str, str] = {}

    def set_sources(self, ideas: tuple[Idea, ...], sentences: tuple[Sentence, ...], halls: Mapping[str, str]) -> None:
        """Set the ideas for new stories, the sentences that may be quoted, and the halls' names by code."""
        self._ideas, self._sentences, self._halls = ideas, sentences, halls

    def new(self) -> None:
        """Ask for a new story, from one of the ideas or a text of one's own."""
        here, page = self.page.session.here, self.page
        found = {"": say(_OWN)} | {str(place): _idea_title(each) for place, each in enumerate(self._ideas)}
        dialog = Dialog(page, _NEW, ok=_OK)
        dialog.add("idea", _FROM, choice(found))
        sections = choice({each: words.section(each.value) for each in Section})
        halls = choice({"": say(_NO_HALL), **self._halls})
        dialog.side_by_side(("section", _SECTION, sections), ("hall", _HALL, halls))
        people = staff_choice(page.session)
        people.refill({"": say(_NOBODY)} | {each.number: f"{each.number} {each.name}" for each in here.people.values()})
        dialog.add("hero", _HERO, people)
        dialog.add("title", _TITLE, TextField())
        dialog.add("text", _IDEA_TEXT, TextArea(lines=5))
        dialog.ask(lambda asked, values: record_step(self.page, asked, _NEW, self._propose_work(values)))

    def _propose_work(self, values: Mapping[str, Any]) -> Callable[[Store, int], str | Refusal]:
        chosen = self._ideas[int(values["idea"])] if values["idea"] else None
        page = self.page

        def propose(store: Store, now: int) -> str | Refusal:
            own = Idea(
                section=values["section"],
                source=Source.OFFICE,
                hall=values["hall"],
                day=day_of(now),
                title=values["title"],
                text=values["text"],
                hero=values["hero"] or "",
            )
            return actions.propose(store, page.actor, chosen or own, now=now)

        return propose

    def bulletin(self, month: str) -> None:
        """Create the bulletin of a month whose inspections are published."""
        page, now = self.page, self.page.session.now()
        page.act(
            lambda store: actions.propose_bulletin(store, page.actor, month, now=now),
            lambda _: page.notice.say(self.tr("通报已建稿，请起草。")),
        )

    def edit(self, story: Story | None) -> None:
        """Ask for a new version of a story."""
        if story is None or story.step is Step.OUT:
            return
        key, page = story.story, self.page
        dialog = Dialog(page, _EDIT, say(_EXPLAIN), ok=_SAVE)
        sections = choice({each: words.section(each.value) for each in Section.and_newer((story.section,))})
        sections.setCurrentIndex(max(0, sections.findData(story.section)))
        quotable = {each.card: each.sentence[:_LENGTH] for each in self._sentences if each.hall == story.hall}
        quotes = choice({"": say(_NO_QUOTE)} | quotable)
        quotes.setCurrentIndex(max(0, quotes.findData(next(iter(story.sentences), ""))))
        title, text = TextField(), TextArea(lines=9)
        title.setText(story.title)
        text.setPlainText(story.edited)
        dialog.side_by_side(("section", _SECTION, sections), ("quote", _QUOTE, quotes))
        dialog.add("title", _TITLE, title)
        dialog.add("text", _TEXT, text)

        def work(values: Mapping[str, Any]) -> Callable[[Store, int], Any]:
            quoted = (values["quote"],) if values["quote"] else ()
            written = Draft(values["section"], values["title"], values["text"], quoted)
            return lambda store, now: actions.draft(store, page.actor, key, written, now=now)

        dialog.ask(lambda asked, values: record_step(self.page, asked, _EDIT, work(values)))

    def add_photo(self, story: Story | None) -> None:
        """Choose a photo; it is put at the end of the text, where it can be moved."""
        if story is not None and story.step is not Step.OUT:
            open_file.ask(self.page, _PHOTO, say(open_file.PICTURES), lambda file: self.ask_photo(story, file))

    def ask_photo(self, story: Story, file: Path) -> None:
        """Ask for caption and people of a photo, then store it."""
        key, page = story.story, self.page
        dialog = Dialog(page, _PHOTO, f"{file.name}\n{say(_ABOUT_PHOTO)}", ok=_OK)
        dialog.add("caption", _CAPTION, TextField())
        dialog.add("people", _ON_PHOTO, TextField())
        dialog.add("no_customer", "", Check(_NO_CUSTOMER))

        def work(values: Mapping[str, Any]) -> Callable[[Store, int], Any]:
            people = numbers_typed(page, values["people"])

            def add(store: Store, now: int) -> Any:
                small = evidence_photo.small(file.read_bytes(), MOST_BYTES) or b""
                details = values["caption"], people
                return actions.add_picture(
                    store, page.actor, key, small, *details, no_customer=values["no_customer"], now=now
                )

            return add

        dialog.ask(lambda asked, values: record_step(self.page, asked, _PHOTO, work(values)))

    def set_aside(self, story: Story | None) -> None:
        """Ask for the reason and leave the story out."""
        if story is None:
            return
        key, page = story.story, self.page
        dialog = Dialog(page, _SET_ASIDE, story.title, ok=_OK)
        dialog.add("reason", _REASON, TextArea())
        dialog.ask(
            lambda asked, values: record_step(
                self.page,
                asked,
                _SET_ASIDE,
                lambda store, now: actions.set_aside(store, page.actor, key, values["reason"], now=now),
            )
        )

    def do_next_step(self, story: Story | None, draft: Issue | None) -> None:
        """Do the next step of a story; `draft`: the issue in preparation."""
        if story is None:
            return
        page, now, key = self.page, self.page.session.now(), story.story
        steps: dict[Step, tuple[Callable[[Store], Any], str]] = {
            Step.DRAFT: (lambda store: actions.ask(store, page.actor, key, now=now), self.tr("已征求意见。")),
            Step.CONSENT: (lambda store: actions.ask(store, page.actor, key, now=now), self.tr("已征求意见。")),
            Step.READING: (
                lambda store: actions.ask_reading(store, page.actor, key, now=now),
                self.tr("已请本人核稿。"),
            ),
            Step.APPROVAL: (lambda store: actions.approve(store, page.actor, key, now=now), self.tr("已审核通过。")),
        }
        if story.step is Step.READY and draft is not None:
            issue = draft.issue
            steps[Step.READY] = (
                lambda store: actions.add_story(store, page.actor, issue, key, now=now),
                self.tr("已编入。"),
            )
        if story.step in steps:
            work, done_text = steps[story.step]
            page.act(work, lambda _: page.notice.say(done_text))


def _idea_title(each: Idea) -> str:
    return f"{words.source(each.source.value)} · {(each.title or each.text)[:_LENGTH]}"
