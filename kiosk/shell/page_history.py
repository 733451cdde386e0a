"""How a customer came to the page on the screen: 返回 leads back one step, to the page as they left it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.pages.page import Page


class PageHistory:
    """The pages behind the one shown, what each was shown with, and what was done on those that are built anew."""

    def __init__(self) -> None:
        self._behind: list[type[Page]] = []
        self._details: dict[type[Page], tuple[Any, ...]] = {}
        self._kept: dict[type[Page], Any] = {}

    def step(self, leaving: "Page | None", page: "type[Page]", details: tuple[Any, ...]) -> bool:
        """From one page to another; whether it was left before just so, and is to be found as it was left.

        Nothing leads back behind a page with which something is over.
        """
        left = not page.ends and self._details.get(page) == details
        if page.ends:
            self._details, self._kept = {}, {}
        if page.ends or leaving is None or leaving.ends:
            self._behind = []
        elif page in self._behind:
            del self._behind[self._behind.index(page) :]
        elif type(leaving) is not page:
            self._behind.append(type(leaving))
        self._details[page] = details
        return left

    def back(self) -> "type[Page] | None":
        """The page before, which is now the one to show; None from the first one."""
        return self._behind.pop() if self._behind else None

    def keep(self, pages: "Mapping[type[Page], Page]") -> None:
        """Note what was done on the pages that are about to be built anew."""
        self._kept |= {kind: page.keep() for kind, page in pages.items() if kind in self._details}

    def restore(self, page: "Page") -> None:
        """Put it on a page that was built anew."""
        page.again(self._kept.pop(type(page), None), *self._details[type(page)])
