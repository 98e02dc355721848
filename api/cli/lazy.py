"""Commands that are loaded when they are called, so that help is on the screen at once.

Change this when something else should be loaded late: then it is named as "module:function" as well.
"""

import gc
import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from api.cli.exit_codes import ExitCode


@dataclass(frozen=True)
class Late:
    """A function that is not loaded yet, as "module:function", and the line that help shows for it.

    `ahead` names what is called before the function is loaded, so that other processes can get ready in the meantime.
    """

    target: str
    help: str
    ahead: str = ""


def load(target: str) -> Callable[..., Any]:
    """Return the function that "module:function" names, loading its module."""
    module, _, function = target.partition(":")
    loaded: Callable[..., Any] = getattr(import_module(module), function)
    return loaded


def _load_at_once(target: str) -> Callable[..., Any]:
    """Load a function without looking for garbage: what loading makes stays until the process ends.

    Ctrl-C ends the process at once meanwhile: there is nothing to keep yet, and compiled modules take it for a failure.
    """
    before = signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(ExitCode.HARD_STOP))
    gc.disable()
    try:
        return load(target)
    finally:
        gc.freeze()
        gc.enable()
        signal.signal(signal.SIGINT, before)


class LateCommand(TyperCommand):
    """Stands in the list of commands; becomes the command itself when somebody calls it."""

    def __init__(self, name: str, late: Late) -> None:
        super().__init__(name, help=late.help, rich_markup_mode=None)
        self.late = late

    def make_context(self, info_name: Any, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Read the arguments as the command itself does; its context is the one that is run."""
        if self.late.ahead and not {"--help", *args} <= {*args}:
            load(self.late.ahead)()
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(info_name)(_load_at_once(self.late.target))
        return get_command(app).make_context(info_name, args, parent, **extra)


@dataclass(frozen=True)
class Several:
    """Commands under one word, as in `import hr`, and the line that help shows for the word."""

    commands: Mapping[str, Late]
    help: str


def group_of(commands: Mapping[str, Late | Several]) -> type[TyperGroup]:
    """Return a group class whose commands are these, in their order."""

    class LateGroup(TyperGroup):
        """A group of commands that are loaded when called."""

        def __init__(self, **attrs: Any) -> None:
            super().__init__(**attrs)
            for name, late in commands.items():
                self.add_command(_command(name, late))

    return LateGroup


def _command(name: str, late: Late | Several) -> TyperCommand | TyperGroup:
    """Return one command of a group, or a group of its own."""
    if isinstance(late, Late):
        return LateCommand(name, late)
    return group_of(late.commands)(name=name, help=late.help, no_args_is_help=True, rich_markup_mode=None)
