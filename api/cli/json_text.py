"""One JSON text for one answer: keys sorted, so that the same answer is the same bytes.

Change this when JSON has to be laid out in another way.
"""

import json
from typing import Any

import typer


def json_text(document: Any) -> str:
    """Return a document as JSON with sorted keys and a line end at its end."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def print_json(document: Any) -> None:
    """Print a document as JSON on the standard output, in UTF-8 whatever the terminal's encoding."""
    typer.echo(json_text(document).encode(errors="backslashreplace"), nl=False)
