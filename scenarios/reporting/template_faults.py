"""What is wrong with a Word template, apart from the libraries that find it, so that a door can tell it without them.

Change this when a fault of a template has to carry more than words.
"""

from collections.abc import Sequence


class TemplateFaults(Exception):  # noqa: N818 - faults are in the visitor's template, not errors of ours
    """A template cannot be filled; carries every fault found, each with what to do."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(self.faults))
