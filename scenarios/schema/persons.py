"""What points at a person: columns and cells that no sheet may hold.

Rules: design.md sections 1 (promise 3) and 3: the designer works with numbers of people by staff group.
Change this when a person column or a person's data slips through, or an ordinary name is refused.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scenarios.schema.texts import tidy_name

_WHOLE = frozenset(
    (
        *("name", "names", "holder", "holders", "occupant", "occupants", "incumbent", "incumbents"),
        *("employee", "employees", "age", "ages", "dob", "ni", "sex", "race", "initials", "phone"),
        *("address", "absence", "sickness", "salary point"),
    )
)
_WORDS = re.compile(
    r"\b(forename|surname|first name|last name|full name|middle name|known as|post ?holder|"
    r"(staff|employee|holder|officer|person|worker|occupant|incumbent|manager)('?s)? name|name of|"
    r"(employee|staff|personnel|payroll|person) (no|number|id|ref|reference|code)|payroll|"
    r"(date|year|place) of birth|birth ?(date|day)|national insurance|ni (no|number)|nino|e ?mail|telephone|mobile|"
    r"home address|post ?code|gender|ethnic\w*|religio\w*|disab\w*|pregnan\w*|maternity|"
    r"marital|nationality|sexual|trade union|union member\w*|length of service|continuous service)\b"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]*\w")
_INSURANCE = re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b")
_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Cllr)\.? +([A-Z]\.? +)*[A-Z][a-z'’-]+")
_INITIALLED = re.compile(r"[A-Z][a-z'’-]+, ?[A-Z]\.?( ?[A-Z]\.?)?")


def plain_header(header: str) -> str:
    """Return a header without case, underscores, hyphens and double blanks."""
    return tidy_name(header.replace("_", " ").replace("-", " ")).casefold()


def is_person_header(header: str) -> bool:
    """Say whether a header that no sheet knows speaks of persons."""
    plain = plain_header(header)
    return plain in _WHOLE or _WORDS.search(plain) is not None


@lru_cache(maxsize=65_536)
def person_in(text: str, *, in_names: bool) -> str | None:
    """Say what in a text points at a person, or None.

    Args:
        text: what a cell holds.
        in_names: whether the cell is declared for names of things, where a person's name is looked for as well.
    """
    if _EMAIL.search(text):
        return "an e-mail address"
    if _INSURANCE.search(text):
        return "a National Insurance number"
    if in_names and (_TITLED.search(text) or _INITIALLED.fullmatch(text)):
        return "a person's name"
    return None
