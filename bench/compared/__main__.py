"""One comparison in this process: `python -m bench.compared WHAT SCALE PYTHON` prints each row as it is measured.

Solving libraries print lines of their own, so a row begins with a mark.
Change this when a comparison is to be handed something else.
"""

import json
import sys
from collections.abc import Sequence

from bench.compared.asked import Asked
from bench.compared.chosen import comparison
from bench.machine import versions_of
from bench.running import MARK
from bench.scales import SCALES
from bench.table import told_of


def main(arguments: Sequence[str]) -> None:
    """Print the rows of what the command line names."""
    what, scale, python = arguments
    asked = Asked(scale=SCALES[scale], python=python, versions=versions_of(python))
    for row in comparison(what)(asked):
        print(MARK + json.dumps(told_of(row)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
