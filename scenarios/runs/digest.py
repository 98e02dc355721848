"""One digest for one run: what was asked, of which input, answered by which build.

Change this when something more can make the answer another one.
"""

import hashlib
import json
from typing import Any

from scenarios.runs.asked import asked_text
from scenarios.runs.question import RunQuestion


def run_digest(input_digest: str, asked: RunQuestion[Any], build: str) -> str:
    """Return the SHA-256, in hexadecimal, that is the same for the same question only.

    Args:
        input_digest: digest of the scenario (scenarios/schema/canonical.py).
        asked: the question.
        build: which build answers (scenarios/runs/build.py).
    """
    return hashlib.sha256(json.dumps([input_digest, asked_text(asked), build]).encode()).hexdigest()
