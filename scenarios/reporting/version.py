"""The two versions of a paper: for everybody, and for those who may read what is exempt from publication.

Source: Local Government Act 1972, Schedule 12A, paragraphs 1 and 2 (information about, or likely to reveal the identity
of, an individual). Change this when a paper has another circle of readers.
"""

from enum import Enum


class PaperVersion(Enum):
    """For whom a paper is written."""

    PUBLIC = "public"
    EXEMPT = "exempt"
