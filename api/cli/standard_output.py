"""The standard output is for answers alone: what a library writes there by itself is shown on the error output.

HiGHS prints a line of its own now and then, past Python and whatever it is asked (seen in ortools 9.15), which would
break a JSON document in two. Change this when answers go somewhere else.
"""

import io
import os
import sys

STANDARD_OUTPUT, ERROR_OUTPUT = 1, 2


def keep_for_answers() -> None:
    """Let Python's own printing alone reach the standard output of this process, and nothing of its children."""
    if not isinstance(sys.stdout, io.TextIOWrapper) or sys.stdout is not sys.__stdout__:
        return  # closed, or taken over by whoever calls us
    sys.stdout.flush()
    ours = os.fdopen(os.dup(STANDARD_OUTPUT), "wb")
    os.dup2(ERROR_OUTPUT, STANDARD_OUTPUT)
    sys.stdout = io.TextIOWrapper(ours, encoding=sys.stdout.encoding, line_buffering=ours.isatty())
