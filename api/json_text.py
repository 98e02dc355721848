"""One JSON text for one answer: keys sorted, so that the same answer is the same bytes at every door.

Change this when JSON has to be laid out in another way.
"""

import json
from typing import Any


def json_text(document: Any) -> str:
    """Return a document as JSON with sorted keys and a line end at its end."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
