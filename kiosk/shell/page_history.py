"""How a customer came to the page on the screen: 返回 leads back one step, to the page as they left it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from kiosk.pages.page import AnyPage, Page

R = TypeVar("R")


class PageHistory:
    """The pages behind the one shown, the request each was shown for, and what customers have done on them.

    What was done is kept only across a rebuild of all pages, in another print or other colours.
    """

    def __init__(self) -> None:
        self._behind: list[type[AnyPage]] = []
        self._requests: dict[type[AnyPage], object] = {}
        self._kept: dict[type[AnyPage], Any] = {}

    def step(self, leaving: "AnyPage | None", page: "type[Page[R, Any]]", request: R) -> bool:
        """Go from one page to another; whether it was left before with the same request, and is to be shown as left.

        A page that ends the visit forgets everything before it.
        """
        left = not page.ends_visit and page in self._requests and self._requests[page] == request
        if page.ends_visit:
            self._requests, self._kept = {}, {}
        if page.ends_visit or leaving is None or leaving.ends_visit:
            self._behind = []
        elif page in self._behind:
            del self._behind[self._behind.index(page) :]
        elif type(leaving) is not page:
            self._behind.append(type(leaving))
        self._requests[page] = request
        return left

    def back(self) -> "type[AnyPage] | None":
        """The page before, which is now the one to show; None from the first one."""
        return self._behind.pop() if self._behind else None

    def keep(self, pages: "Mapping[type[AnyPage], AnyPage]") -> None:
        """Note what was done on the pages that are about to be rebuilt."""
        self._kept |= {kind: page.keep() for kind, page in pages.items() if kind in self._requests}

    def restore(self, page: "Page[R, Any]") -> None:
        """Put it on a page that was rebuilt."""
        request: R = self._requests[type(page)]  # type: ignore[assignment]  # `step` noted it for this kind of page
        page.restore(request, self._kept.pop(type(page), None))
