"""The flags that every question shares, put on a command that takes them as one wish.

Change this when every question can be handed over in another way (flags.py, and Wish in answering.py).
"""

import functools
import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

from api.cli.answering import Wish
from api.cli.flags import Effort, Json, Output, Progress

SHARED: dict[str, tuple[Any, object]] = {
    "as_json": (Json, False),
    "output": (Output, None),
    "effort": (Effort, None),
    "progress": (Progress, False),
}
"""Each shared flag with its type and its default, by the field of a wish it becomes."""


def with_shared_flags(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command with the shared flags in the place of its keyword `wish`, for the command line to read."""

    @functools.wraps(command)
    def run(**given: Any) -> None:
        wish = Wish(**{name: given.pop(name) for name in SHARED})
        command(**given, wish=wish)

    hints = {name: hint for name, hint in get_type_hints(command, include_extras=True).items() if name != "wish"}
    own = [each for name, each in inspect.signature(command).parameters.items() if name != "wish"]
    flags = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hint)
        for name, (hint, default) in SHARED.items()
    ]
    run.__annotations__ = {**hints, **{name: hint for name, (hint, _) in SHARED.items()}}
    run.__signature__ = inspect.Signature([*own, *flags])  # type: ignore[attr-defined]
    return run
