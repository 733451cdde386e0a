"""The pages a customer came through: 返回 leads back one step, to the page as they left it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from kiosk.pages.page import AnyPage, Page

R = TypeVar("R")


class PageHistory:
    """The pages before the one shown, the request each was shown for, and the input made on them.

    The input is kept only across a rebuild of all pages, in another text size or other colours.
    """

    def __init__(self) -> None:
        self._back_stack: list[type[AnyPage]] = []
        self._requests: dict[type[AnyPage], object] = {}
        self._kept: dict[type[AnyPage], Any] = {}

    def step(self, leaving: "AnyPage | None", page: "type[Page[R, Any]]", request: R) -> bool:
        """Go from `leaving` to `page`; returns whether it is to be shown as left: it was shown for the same request.

        A page that ends the visit clears the pages before it.
        """
        left = not page.ends_visit and page in self._requests and self._requests[page] == request
        if page.ends_visit:
            self._requests, self._kept = {}, {}
        if page.ends_visit or leaving is None or leaving.ends_visit:
            self._back_stack = []
        elif page in self._back_stack:
            del self._back_stack[self._back_stack.index(page) :]
        elif type(leaving) is not page:
            self._back_stack.append(type(leaving))
        self._requests[page] = request
        return left

    def back(self) -> "type[AnyPage] | None":
        """Go back: the page to show now; None from the first one."""
        return self._back_stack.pop() if self._back_stack else None

    def keep(self, pages: "Mapping[type[AnyPage], AnyPage]") -> None:
        """Store the input on the pages that are about to be rebuilt."""
        self._kept |= {kind: page.keep() for kind, page in pages.items() if kind in self._requests}

    def restore(self, page: "Page[R, Any]") -> None:
        """Restore the input on a page that was rebuilt."""
        request: R = self._requests[type(page)]  # type: ignore[assignment]  # `step` noted it for this kind of page
        page.restore(request, self._kept.pop(type(page), None))
