"""The kinds of fault that only a zipped folder can have, one small function each.

Rules: design.md section 3 (forms). Kinds that a folder has as well stand in scenarios/schema/fault_kinds.py.
Change this when something else in a zip has to be refused.
"""

from __future__ import annotations

from scenarios.schema.faults import kind

ZIP_FAULTS: set[str] = set()
_fault = kind(ZIP_FAULTS)


@_fault
def not_a_zip() -> str:
    """Refuse a file that is no zip, whatever its name says."""
    return "this is not a zip: send the folder of the case as one .zip"


@_fault
def zip_damaged(why: str) -> str:
    """Refuse a zip that cannot be unpacked."""
    return f"the zip is damaged ({why}): zip the folder again"


@_fault
def odd_file(name: str, why: str) -> str:
    """Refuse a file that no zipped folder of a case has."""
    return f"{name!r} in the zip {why}: zip the folder of the case alone, as it is"


@_fault
def too_much_in_zip(what: str) -> str:
    """Refuse a zip that unpacks to more than is read."""
    return f"the zip holds {what}: zip the folder of the case alone"


@_fault
def no_case_in_zip(head: str) -> str:
    """Refuse a zip without a case."""
    return f"the zip holds no {head}: zip the folder of a case, with its {head} in it"


@_fault
def several_cases_in_zip(found: list[str]) -> str:
    """Refuse a zip with more than one case: nobody can say which is meant."""
    return f"the zip holds several cases ({', '.join(found)}): zip the folder of one"
