"""People displaced, always as a range: at the least, where every claim succeeds, and at the most.

Rules: design.md section 6 (displaced at least, at most). One figure alone reads as a promise.
Change this when what is known of people displaced is told in another way.
"""

from scenarios.comparing.result import StructureResult

AT_LEAST = "at the least, if every claim succeeds"


def displaced_words(low: int, high: int | None) -> str:
    """People displaced in words: "0 at the least, if every claim succeeds; 18 at the most".

    Args: people at the least; people at the most, None where it is not known.
    """
    if low == high:
        return f"{low:,}, whichever claims succeed"
    return f"{low:,} {AT_LEAST}; {'?' if high is None else f'{high:,}'} at the most"


def displaced_at_most(result: StructureResult) -> int | None:
    """People displaced at the most in a structure; None where there is none."""
    return None if result.people is None else result.people.displaced_at_most
