"""JSON documents on the standard output.

Change this when a document has to reach the standard output in another way.
"""

from typing import Any

import typer

from api.json_text import json_text


def print_json(document: Any) -> None:
    """Print a document as JSON on the standard output, in UTF-8 whatever the terminal's encoding."""
    typer.echo(json_text(document).encode(errors="backslashreplace"), nl=False)
