"""What a column of an HR extract may be read as, and the headers by which HR systems name it.

Rules: design.md section 3 (`import hr`): only facts about posts are kept; whatever speaks of persons is counted and
dropped, and so is every column nobody recognises. A column is kept only because it is named here or in the mapping.
Change this when an HR system names a column in another way: add its header to HEADERS.
"""

from __future__ import annotations

import re
from enum import Enum

from scenarios.importing.extract import header_key
from scenarios.schema.persons import is_person_header


class Use(Enum):
    """What a column is read as; the value is the word a planner writes in the mapping file."""

    POST_NUMBER = "post number"
    TITLE = "title"
    TEAM = "team"
    GRADE = "grade"
    POSTS = "posts"
    FTE = "established fte"
    COST = "cost"
    FUNDING = "funding"
    COST_CENTRE = "cost centre"
    EMPLOYER = "employer"
    UNTIL = "until"
    PERSON_NUMBER = "person number"
    PERSON_NAME = "person name"
    PERSON_FTE = "person fte"
    HOURS = "hours"
    FULL_TIME_HOURS = "full time hours"
    WEEKS = "weeks"
    WORDS = "contract or status"
    LEAVING = "leaving date"
    OTHER_PERSON = "name of another person"
    FREE_TEXT = "free text"
    PERSON = "person"
    DROP = "drop"


KEPT = frozenset(
    {
        *(Use.POST_NUMBER, Use.TITLE, Use.TEAM, Use.GRADE, Use.POSTS, Use.FTE),
        *(Use.COST, Use.FUNDING, Use.COST_CENTRE, Use.EMPLOYER, Use.UNTIL),
    }
)
"""Facts about posts: what reaches posts.csv."""

KEPT_WORDS = (Use.TITLE, Use.TEAM, Use.GRADE, Use.FUNDING, Use.COST_CENTRE, Use.EMPLOYER)
"""Kept columns in whose cells a person's name may stand."""

SEVERAL = frozenset({Use.PERSON_NAME, Use.OTHER_PERSON, Use.FREE_TEXT, Use.WORDS, Use.PERSON, Use.DROP})
"""Uses that more than one column may have."""

COUNTED = frozenset(
    {
        *(Use.PERSON_NUMBER, Use.PERSON_NAME, Use.PERSON_FTE, Use.HOURS, Use.FULL_TIME_HOURS),
        *(Use.WEEKS, Use.WORDS, Use.LEAVING),
    }
)
"""What is counted, row by row, and then dropped."""

WHAT_BECOMES = {
    **dict.fromkeys(KEPT, "kept"),
    **dict.fromkeys(COUNTED, "counted, then dropped"),
    Use.OTHER_PERSON: "looked through for names, then dropped",
    Use.FREE_TEXT: "looked through for names, then dropped",
    Use.PERSON: "dropped",
    Use.DROP: "dropped",
}

HEADERS: dict[Use, tuple[str, ...]] = {
    Use.POST_NUMBER: (
        *("post number", "post no", "post ref", "post reference", "post id", "post code id", "position number"),
        *("position no", "position id", "position ref", "position reference", "position code", "pos no", "pos id"),
        *("job number", "establishment number", "establishment ref", "post unique reference", "position"),
        *("posn no", "pos number", "hr post number", "esr position number", "job ref"),
    ),
    Use.TITLE: (
        *("job title", "post title", "position title", "title", "job", "role", "role title", "job name", "post name"),
        *("position name", "job description", "post", "position description", "designation", "generic job title"),
        *("occupation", "job role", "substantive job title"),
    ),
    Use.TEAM: (
        *("team", "team name", "sub team", "org level 6", "org level 5", "section", "section name", "unit"),
        *("org path", "organisation path", "organization path", "organisational path", "organizational path"),
        *("org unit path", "organisation unit path", "organisational unit path", "unit path", "team path"),
        *("org hierarchy", "organisation hierarchy", "organisational hierarchy", "hierarchy", "hierarchy path"),
        *("org structure", "organisation structure", "structure path"),
        *("cost centre name", "organisation unit", "org unit", "organisational unit", "service area", "service"),
        *("service name", "org level 4", "sub service", "group", "division", "division name", "department"),
        *("department name", "dept", "org level 3", "directorate", "directorate name", "org level 2", "business unit"),
        *("org level 1", "organisation unit name", "workgroup"),
    ),
    Use.GRADE: (
        *("grade", "grade name", "grade code", "post grade", "position grade", "pay grade", "pay band", "band"),
        *("grade or equivalent", "salary grade", "pay scale", "payscale", "scale", "job grade", "evaluated grade"),
        *("salary scale", "grade description"),
    ),
    Use.POSTS: (
        *("posts", "number of posts", "no of posts", "established posts", "budgeted headcount", "post count"),
        *("establishment headcount", "max incumbents", "positions", "established headcount"),
    ),
    Use.FTE: (
        *("established fte", "establishment fte", "budgeted fte", "budget fte", "post fte", "position fte"),
        *("funded fte", "approved fte", "est fte", "fte establishment", "fte established", "fte budget"),
        *("fte budgeted", "authorised fte", "post wte", "budgeted wte", "established wte", "establishment"),
    ),
    Use.COST: (
        *("post cost", "budgeted cost", "post budget", "budget", "full year budget", "established cost"),
        *("annual budget", "cost of post", "budgeted amount", "post cost including on costs", "line cost"),
        *("budget inc on costs", "position budget", "full cost of post", "cost"),
    ),
    Use.FUNDING: (
        *("funding", "funding source", "funding stream", "funded by", "funding line", "grant", "source of funding"),
        *("fund", "funding type"),
    ),
    Use.COST_CENTRE: (
        *("cost centre", "cost center", "cost centre code", "cost code", "cc", "budget code", "costcentre"),
        *("cost centre number", "ledger code", "gl code", "financial code"),
    ),
    Use.EMPLOYER: ("employer", "employing organisation", "employing body", "legal employer", "employer name"),
    Use.UNTIL: (
        *("contract end date", "contract end", "fixed term end date", "end date of contract", "post end date", "until"),
        *("position end date", "assignment end date", "ftc end date", "projected end date", "temporary end date"),
        *("end of fixed term", "expected end date", "contr end", "contr end date", "fixed term end", "ft end date"),
        *("temp end date", "ftc end", "cont end date", "assignment end", "post end", "position end", "end date"),
    ),
    Use.PERSON_NUMBER: (
        *("employee number", "employee no", "employee id", "emp no", "emp id", "payroll number", "payroll no"),
        *("payroll ref", "payroll id", "staff number", "staff no", "staff id", "person number", "person id"),
        *("personnel number", "pers no", "assignment number", "employee ref", "worker id", "personal reference"),
        *("employee", "emp number", "pay ref", "person ref", "personal ref", "employee code"),
    ),
    Use.PERSON_NAME: (
        *("name", "full name", "employee name", "staff name", "surname", "last name", "family name", "forename"),
        *("forenames", "first name", "given name", "known as", "middle name", "preferred name", "post holder"),
        *("postholder", "holder", "post holder name", "occupant", "incumbent", "current holder", "first names"),
        *("holder name", "worker name", "person name", "display name", "initials", "current post holder"),
    ),
    Use.PERSON_FTE: (
        *("fte", "wte", "contracted fte", "actual fte", "fte actual", "employee fte", "person fte", "assignment fte"),
        *(
            "occupied fte",
            "contract fte",
            "fte contracted",
            "fte value",
            "contracted wte",
            "fte in post",
            "fte percent",
        ),
        *("fte occupied", "current fte", "employed fte", "fte pct"),
    ),
    Use.HOURS: (
        *("hours", "contracted hours", "contract hours", "weekly hours", "hours per week", "hours pw"),
        *("contracted hours per week", "contractual hours", "basic hours", "hrs", "weekly contracted hours"),
        *("assignment hours", "working hours", "contract hours per week", "hours worked per week"),
        *("contr hrs", "contract hrs", "contracted hrs", "cont hrs", "contr hours", "hrs wk", "hrs week", "hrs pw"),
        *(
            "hours wk",
            "hours week",
            "hrs per week",
            "weekly hrs",
            "hours p w",
            "hrs p w",
            "contracted hours week",
            "contr hrs wk",
            "basic hrs",
        ),
        *("contracted weekly hours", "contractual hrs", "actual hours", "actual hrs", "working hrs", "work hours"),
    ),
    Use.FULL_TIME_HOURS: (
        *("full time hours", "standard hours", "full time equivalent hours", "fte hours", "ft hours"),
        *("full time weekly hours", "standard weekly hours", "full time hours per week", "normal hours"),
        *("grade hours", "hours full time", "std hrs", "std hours", "standard hrs", "std weekly hours", "std hrs wk"),
        *("std weekly hrs", "standard weekly hrs", "standard hours per week", "standard working week", "ft hrs"),
        *("full time hrs", "fte hrs", "normal hrs", "standard week"),
    ),
    Use.WEEKS: (
        *("weeks", "weeks per year", "weeks worked", "paid weeks", "working weeks", "term time weeks"),
        *("weeks per annum", "annual weeks", "weeks pa", "contracted weeks", "weeks worked per year"),
        *("weeks yr", "wks yr", "weeks year", "wks year", "wks pa", "wks per year", "wks", "working wks", "paid wks"),
        *("contract weeks", "contr wks", "contr weeks", "contracted wks", "weeks a year", "term weeks", "tto weeks"),
    ),
    Use.WORDS: (
        *("contract type", "contract", "employment type", "assignment category", "employment status", "status"),
        *("assignment status", "position status", "post status", "employee type", "worker type", "basis"),
        *("contract status", "employee status", "type of contract", "contract category", "employment category"),
        *("appointment type", "assignment type", "position type", "post type", "full part time", "working pattern"),
        *("vacancy status", "vacant", "filled vacant", "occupancy", "occupancy status", "employee category"),
        *("person type", "reason", "assignment reason", "permanent temporary", "perm temp", "work pattern"),
        *("job share", "term time", "term time only", "acting up", "acting", "secondment", "seconded", "agency"),
        *("cover", "maternity cover", "secondee", "basis of employment", "post occupancy", "vacancy", "tto"),
    ),
    Use.LEAVING: ("leaving date", "date of leaving", "leave date", "termination date", "leaver date", "date left"),
    Use.OTHER_PERSON: (
        *("line manager", "manager", "manager name", "line manager name", "reports to", "reports to name"),
        *("supervisor", "supervisor name", "covering for", "cover for", "budget holder", "hr contact"),
        *("head of service", "approver", "reporting manager", "budget manager", "next of kin", "emergency contact"),
    ),
    Use.FREE_TEXT: (
        *("notes", "note", "comments", "comment", "remarks", "free text", "further information", "narrative"),
        *("additional information", "post notes", "hr notes", "manager comments", "description", "details"),
        *("other information", "job purpose", "duties", "job team function"),
    ),
    Use.PERSON: (
        *("salary", "annual salary", "basic salary", "fte salary", "actual salary", "full time salary", "basic pay"),
        *("gross pay", "pay", "spinal point", "spine point", "scp", "spinal column point", "increment"),
        *("increment date", "start date", "date of birth", "dob", "age", "gender", "sex", "ethnicity"),
        *(
            "ethnic origin",
            "disability",
            "religion",
            "nationality",
            "ni number",
            "nino",
            "email",
            "e mail",
            "work email",
        ),
        *("phone", "telephone", "mobile", "address", "postcode", "continuous service date", "hire date"),
        *("date started", "pension scheme", "tax code", "bank account", "sort code", "salutation", "bradford score"),
        *("sickness days", "absence", "right to work", "dbs number", "dbs date", "union", "marital status"),
        *("employer cost", "total employment cost", "on costs", "national insurance", "superannuation", "login"),
        *("user name", "username", "professional registration", "sexual orientation", "original start date"),
        *("local government start date", "latest start date", "pay point", "salary point", "hourly rate", "allowances"),
    ),
    Use.DROP: (
        *("location", "work location", "site", "building", "base", "floor", "company", "organisation", "region"),
        *("row", "id", "report date", "extract date", "effective date", "version", "country", "subjective code"),
    ),
}
"""Headers as `header_key` writes them, the likelier first: where two columns have one use, the earlier one is taken."""

KNOWN_HEADERS = frozenset(header for headers in HEADERS.values() for header in headers)
_RANK = {header: (use, rank) for use, headers in HEADERS.items() for rank, header in enumerate(headers)}
_PERSON_WORDS = re.compile(
    r"\b(salary|pay|birth|start date|hire|service date|bank|sort code|account|pension|tax|sick\w*|absence|visa|dbs|"
    r"login|user|increment|allergy|medical|health|union|kin|emergency|photo|signature|leave|appraisal|conduct)\b"
)
TEXT_WORDS = re.compile(r"\b(notes?|comments?|remarks?|narrative|free text|explanation)\b")
"""Headers, as `header_key` writes them, of columns that are written by hand."""
_MANAGER_WORDS = re.compile(r"\b(manager|supervisor|reports to|reporting|contact)\b")
_WORD_WORDS = re.compile(r"\b(contract type|type of contract|status|vacan\w*|term time|job share|acting|second\w*)\b")


def use_of_header(text: str) -> tuple[Use, int] | None:
    """Return what a header says its column is, and how far down the list of such headers it stands; None: nothing.

    Args:
        text: the header as it stands in the extract.
    """
    key = header_key(text)
    if key in _RANK:
        return _RANK[key]
    if TEXT_WORDS.search(key):
        return Use.FREE_TEXT, 99
    if is_person_header(key) or _PERSON_WORDS.search(key):
        return (Use.OTHER_PERSON if "name" in key.split() else Use.PERSON), 99
    if _MANAGER_WORDS.search(key):
        return Use.OTHER_PERSON, 99
    if _WORD_WORDS.search(key):
        return Use.WORDS, 99
    return None


def use_named(word: str) -> Use | None:
    """Return the use that a planner's word in a mapping names, or None."""
    plain = " ".join(word.casefold().split())
    return next((use for use in Use if use.value == plain), None)
