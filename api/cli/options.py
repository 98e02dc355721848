"""A frozen dataclass as the options of a command: each field, with its typer.Option, is one.

For commands with more options than a function has parameters. Change this when options can be grouped by typer itself.
"""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any, TypeVar, get_type_hints

Options = TypeVar("Options")


def with_options_of(kind: type[Options]) -> Callable[[Callable[[Options], None]], Callable[..., None]]:
    """Make a function that takes the options as one object into a command that takes each of them by itself.

    Args:
        kind: a dataclass whose fields are annotated with their typer.Option.
    """
    hints = get_type_hints(kind, include_extras=True)

    def of(command: Callable[[Options], None]) -> Callable[..., None]:
        def run(**given: Any) -> None:
            command(kind(**given))

        parameters = [
            inspect.Parameter(
                each.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=inspect.Parameter.empty if each.default is MISSING else each.default,
                annotation=hints[each.name],
            )
            for each in fields(kind)  # type: ignore[arg-type]
        ]
        run.__doc__ = command.__doc__
        run.__name__ = command.__name__
        run.__annotations__ = {each.name: each.annotation for each in parameters}
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        return run

    return of
