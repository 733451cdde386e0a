"""制度 and 驿站: chapters that not everybody has read, hotlines, greetings, a request for help."""

from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.scene import ACTORS, HALL, PREPARER, SUPERVISOR, Scene
from shared.demo.year.book import CHAPTERS, name_clauses
from shared.demo.year.set_up import STATION
from shared.journal.store import Store
from shared.practice.happiness import actions as happiness
from shared.practice.happiness.facts import Topic
from shared.practice.rulebook import actions, views
from shared.practice.rulebook.facts import Book, ChapterText

_OFFICE = ACTORS[PREPARER]
_STILL_TO_READ = {"1001": 2, "1004": 1}  # how many chapters
_GREETINGS = (
    ("1101", "新的一周，大家都顺顺利利！", ""),
    ("1002", "生日快乐！", "1001"),
    ("1104", "谢谢和平大厅的支援！", ""),
)


def plan(scene: Scene, agenda: Agenda) -> None:
    """All of it at the beginning of the days that are shown."""
    agenda.at(scene.first, "07:02", partial(_publish, scene.store))
    agenda.at(scene.first, "07:04", partial(_receive, scene.store))
    agenda.at(scene.first, "07:05", partial(_read, scene.store))
    agenda.at(scene.first, "12:05", partial(_greet, scene.store))
    agenda.at(scene.first, "12:20", partial(_ask, scene.store, agenda))


def _publish(store: Store, now: int) -> None:
    for code, text in CHAPTERS.items():
        done(actions.publish(store, _OFFICE, code, text, now=now))
    name_clauses(store, _OFFICE, now)
    done(happiness.publish(store, _OFFICE, STATION, now=now))
    safety = ChapterText(5, "用气安全提示", "第20条 购气时提醒用户检查胶管和灶具。")
    done(actions.draft(store, _OFFICE, "safety", safety, now=now))


def _receive(store: Store, now: int) -> None:
    done(actions.receive(store, ACTORS[SUPERVISOR], Book.RULES, 8, now=now))


def _read(store: Store, now: int) -> None:
    for who in ACTORS.values():
        chapters = views.mine(store, who.number) if who.hall == HALL else ()
        for each in chapters[: len(chapters) - _STILL_TO_READ.get(who.number, 0)]:
            done(actions.read(store, who, each.chapter.code, each.chapter.version, now=now))


def _greet(store: Store, now: int) -> None:
    for number, text, to in _GREETINGS:
        done(happiness.greet(store, ACTORS[number], text, to, now=now))


def _ask(store: Store, agenda: Agenda, now: int) -> None:
    """One was helped within the hour, another is still open."""
    wanted = "家里老人需要照顾，想换到上午的班。"
    help_id = done(happiness.ask(store, ACTORS["1001"], Topic.LIFE, [SUPERVISOR], wanted, now=now))
    agenda.moment(now + 3_600_000, partial(_follow, store, help_id))
    done(happiness.ask(store, ACTORS["1004"], Topic.WORK, [SUPERVISOR, PREPARER], "想学习过户业务。", now=now))


def _follow(store: Store, help_id: str, now: int) -> None:
    done(happiness.follow_up(store, ACTORS[SUPERVISOR], help_id, "下周起先换到上午，请放心。", done=True, now=now))
