"""Words for wishes."""

from shared.domain.text import Text, named

ABOUT = {"cold": Text("太冷", "cold"), "noise": Text("太吵", "noise"), "light": Text("太暗", "light")}
REFUSALS = {"wished_enough": Text("今天最多 {most} 个心愿。", "No more than {most} wishes today.")}


def about(code: str) -> str:
    return named(ABOUT, code)
