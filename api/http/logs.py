"""The log: one JSON object a line on the error output, ours and that of the libraries alike.

What stands in it: run id, route template, status, duration, kinds and places of exceptions. What never does: a person,
a query string, a body, a header, a token, or the words of an exception, which may repeat any of these.
Change this when logs go somewhere else, or a field joins them.
"""

import logging
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

LOG = structlog.get_logger("api.http")

Event = MutableMapping[str, Any]


def frames_of(where: TracebackType | None) -> list[str]:
    """Return where an exception came from, outermost first, as `module:line function`, without its words."""
    frames = [] if where is None else traceback.extract_tb(where)
    return [f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _module(filename: str) -> str:
    """Return the end of a path: which file, not whose machine."""
    return "/".join(filename.replace("\\", "/").split("/")[-3:])


def _without_words(_logger: Any, _method: str, event: Event) -> Event:
    """Tell of an exception by its kinds and places alone."""
    raised = event.pop("exc_info", None)
    error = raised[1] if isinstance(raised, tuple) else raised
    if isinstance(error, BaseException):
        event["kind"] = type(error).__name__
        event["frames"] = frames_of(error.__traceback__)
    event.pop("stack_info", None)
    return event


SHARED: list[Any] = [
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
    _without_words,
]


LINE = structlog.processors.JSONRenderer(sort_keys=True)


def log_ours_as_json(stream: TextIO) -> None:
    """Send what the door itself logs to a stream, one JSON object a line."""
    structlog.configure(
        processors=[*SHARED, LINE],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )


def log_as_json(stream: TextIO) -> None:
    """Send every log of this process to a stream, those of libraries too; called before anything is logged."""
    log_ours_as_json(stream)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *SHARED],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, LINE],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
