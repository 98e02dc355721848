"""What brings a part of a saving about, in words.

Change this when a saving is split by something other than posts and what a post costs.
"""

from scenarios.comparing.result import SavingSource


def effect_words(part: SavingSource) -> str:
    """What brings a part of a saving about: fewer posts, dearer posts; blank where it is not split."""
    dearer = part.pounds is not None and part.pounds < 0
    match part.effect:
        case "posts":
            return "more posts" if dearer else "fewer posts"
        case "unit_cost":
            return "a post costs more" if dearer else "a post costs less"
        case "whole":
            return ""
