"""What is asked cannot be asked of this case: which part of the asking, and words about what can.

Change this when a refusal has to say something more.
"""


class RunRefused(ValueError):  # noqa: N818 - what was asked is at fault, not the program
    """What is asked cannot be asked: `field` is the part of the asking at fault, `words` say what can be asked."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field
        self.words = words
