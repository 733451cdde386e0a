"""Finds imports of Qt on another thread than the main one, where they may make a Qt class; see `navigation`."""

import builtins
import sys
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType

import pytest

_import = builtins.__import__
_MAIN = threading.main_thread().ident
_found: list[str] = []


def pytest_configure() -> None:
    """Note them also where the module is loaded already: which test loads it first is chance."""
    builtins.__import__ = _noted


def _noted(
    name: str,
    globals: Mapping[str, object] | None = None,  # noqa: A002  # its names are `__import__`'s
    locals: Mapping[str, object] | None = None,  # noqa: A002
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    made = _import(name, globals, locals, fromlist, level)
    if threading.get_ident() != _MAIN:
        named = [f"{name}.{each}" for each in fromlist or ()]
        _found.extend(each for each in (name, *named) if not level and _has_qt(each))
    return made


def _has_qt(name: str) -> bool:
    module = sys.modules.get(name)
    return name.startswith("PySide6") or (module is not None and _makes_qt(module, len(vars(module))))


@cache  # with the number of names: a module that is still being loaded gets more
def _makes_qt(module: ModuleType, _names: int) -> bool:
    return any(type(each).__name__ == "ObjectType" for each in list(vars(module).values()))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> object:
    result = yield
    found, _found[:] = sorted(set(_found)), []
    assert not found, f"imported on another thread than the GUI's: {found}"
    return result
