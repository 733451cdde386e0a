"""Which objects of a class still live, to find what a program that runs for months would keep.

The collector's list of all objects is not asked: for as long as it is held, a thread that makes a tuple cannot end
it (CPython refuses to resize what somebody else refers to, with a SystemError).
"""

import functools
import gc
from collections import Counter
from typing import Any
from weakref import WeakSet

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


class Living:
    """The objects of a class, and of those derived from it, that were made since; also those whose widget is gone."""

    def __init__(self, kind: type[Any], monkeypatch: pytest.MonkeyPatch) -> None:
        made: WeakSet[Any] = WeakSet()
        make = kind.__init__

        @functools.wraps(make)
        def noted(self: Any, *args: Any, **named: Any) -> None:
            made.add(self)
            make(self, *args, **named)

        monkeypatch.setattr(kind, "__init__", noted)
        self._made = made

    def counts(self) -> Counter[type]:
        """How many there are of each class, once Qt and Python have freed what nothing refers to."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return Counter(map(type, self._made))
