"""用登记文件加入: the step that joins the hub by an enrolment file; staff and rules then come from the hub."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.first_day.step import Step, place
from counter.kit import open_file
from counter.kit.page import Page
from counter.kit.words import Button, Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared import joining
from shared.domain.actor import Actor
from shared.qt.boxes import row
from shared.sync import enrolment
from shared.sync.enrolment import Enrolment, EnrolmentError

_ABOUT = QT_TRANSLATE_NOOP(
    "Counter",
    "管理员用 warm-window hub enroll 为每台电脑写一个登记文件，用 U 盘带来。"
    "选中它，这台电脑就加入公司的汇聚库：大厅、人员、密码和规则都从那里来。",
)
_CHOOSE = QT_TRANSLATE_NOOP("Counter", "选择登记文件")
_FILES = QT_TRANSLATE_NOOP("Counter", "登记文件 (*.json)")
_FIRST = QT_TRANSLATE_NOOP("Counter", "请先选择登记文件。")
_NONE = QT_TRANSLATE_NOOP("Counter", "这不是登记文件：{why}")
_OTHER = QT_TRANSLATE_NOOP("Counter", "本机一直以大厅“{here}”记录，登记文件却是“{there}”的，请管理员重新登记。")
_DONE = QT_TRANSLATE_NOOP(
    "Counter", "已加入汇聚库 {host}，身份 {name}（大厅 {hall}）。打开以后会自动取来人员和规则，约需几分钟。"
)
_KIOSK = QT_TRANSLATE_NOOP("Counter", "这是自助屏的登记文件，窗口电脑用它没有人能登录。请向管理员要窗口电脑的。")
_DELETE = QT_TRANSLATE_NOOP("Counter", "删除登记文件（里面有密码）")
_DELETED = QT_TRANSLATE_NOOP("Counter", "登记文件已删除。")
_KEPT = QT_TRANSLATE_NOOP("Counter", "删不掉，请自己删除：{file}")


class JoinStep(Step, Page[None]):
    """Choosing a file joins at once."""

    place = place("first_join", QT_TRANSLATE_NOOP("Counter", "用登记文件加入"), "transfer")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.joined: Enrolment | None = None
        self.file: Path | None = None
        self.said = Text(style="lead", wrap=True)
        self.choose = Button(_CHOOSE, "primary", shortcut="Ctrl+O")
        self.delete = Button(_DELETE, shortcut="Ctrl+D")
        self.delete.hide()
        self.choose.clicked.connect(lambda: open_file.ask(self, _CHOOSE, say(_FILES), self.take))
        self.delete.clicked.connect(self._delete)
        self.body.addWidget(Text(_ABOUT, "soft", wrap=True))
        self.body.addLayout(row(self.choose, self.delete, None))
        self.body.addWidget(self.said)
        self.body.addStretch(1)

    def take_focus(self) -> None:
        self.choose.setFocus()

    def refresh(self) -> None:
        """Nothing to read from the store."""

    def show_data(self, data: None) -> None:
        if self.joined:
            given = self.joined
            self.said.setText(say(_DONE).format(host=given.host, name=given.name, hall=given.hall))

    def missing(self) -> object:
        return "" if self.joined else _FIRST

    def may_go_back(self) -> bool:
        return not self.session.loaded

    def take(self, file: Path) -> None:
        """Read this enrolment file, then join."""
        self.session.background.run_without_store(
            lambda: enrolment.read_file(file), lambda given: self._join(file, given), self._show_error
        )

    def _join(self, file: Path, given: Enrolment) -> None:
        if self.plan.signs_in and given.kind == "kiosk":
            self.notice.say(say(_KIOSK), "warn", 0)
            return
        if not self.session.loaded:
            self.plan.hall = given.hall
            self.session.background.start()
        now = self.session.clock.now()

        def done(_: joining.Joined) -> None:
            self.joined, self.file = given, file
            self.choose.hide()
            self.notice.hide()
            self.delete.show()
            self.show_data(None)
            self.session.refresh()

        def work(store: Store) -> joining.Joined:
            return joining.join(store, given, now=now)

        self.session.read(self, work, done, self._show_error)

    def _show_error(self, error: Exception) -> None:
        details = error.details if isinstance(error, EnrolmentError) else {}
        text = (
            say(_OTHER).format(**details) if "there" in details else say(_NONE).format(why=details.get("reason", error))
        )
        self.notice.say(text, "warn", 0)

    def _delete(self) -> None:
        file = self.file
        if file is None:
            return

        def delete() -> bool:
            with suppress(OSError):  # reported by the answer
                file.unlink()
            return not file.exists()

        def tell(done: bool) -> None:
            self.delete.setVisible(not done)
            self.notice.say(say(_DELETED) if done else say(_KEPT).format(file=file), "good" if done else "warn", 0)

        self.session.background.run_without_store(delete, tell)
