"""The standard output carries answers and nothing a library prints past Python."""

import json
import subprocess
import sys

NOISY = """
import os, sys
sys.argv = ["restructure", "list", "--json"]
from api.cli import json_text, main
told = json_text.json_text
def noisy(document):
    os.write(1, b"noise of a library")
    return told(document)
json_text.json_text = noisy
main.main()
"""


def test_what_a_library_prints_by_itself_stays_out_of_an_answer() -> None:
    """A line written straight to the process's output, as HiGHS does, is shown on the error output."""
    ran = subprocess.run([sys.executable, "-c", NOISY], capture_output=True, text=True, check=False)  # noqa: S603
    assert ran.returncode == 0
    assert ran.stderr == "noise of a library"
    assert json.loads(ran.stdout)


def test_a_closed_output_is_left_alone() -> None:
    """Without a standard output there is nothing to keep clear, and nothing fails."""
    closed = "import sys; sys.stdout = None; from api.cli.standard_output import keep_for_answers; keep_for_answers()"
    assert subprocess.run([sys.executable, "-c", closed], check=False).returncode == 0  # noqa: S603
