"""What is wrong at a place of a request, and what to do, in plain words in place of those of pydantic.

Sources: the kinds of trouble that pydantic tells (its documentation, "Validation Errors") and the patterns of
addresses.py. A kind that is not listed keeps pydantic's own words.
Change this when a model or an address holds what it is given to something else: one line here.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from scenarios.runs.asked import RunAsked
from scenarios.runs.refused import RunRefused

MOST_SHOWN_CHARACTERS: Final = 60
QUESTION: Final = "question"
QUESTIONS: Final = tuple(str(kind.model_fields[QUESTION].default) for kind in get_args(get_args(RunAsked)[0]))
THERE_ARE: Final = f"the questions are: {', '.join(QUESTIONS)}"

IDS: Final[Mapping[str, str]] = {
    "run_id": "This is no id of a run: 32 letters or digits, as the links of answers and GET /v1/runs have them",
    "batch_id": "This is no id of a batch: 32 letters or digits, as the links of answers and GET /v1/batches have them",
    "structure_id": "This is no id of a structure: that of its run, a hyphen and a number, as the structures of a run "
    "have them",
    **dict.fromkeys(
        ("digest", "a", "b"),
        "This is no digest of a version: 64 letters or digits, as the links of answers and GET /v1/cases have them",
    ),
    "idempotency-key": "Write letters, digits and signs of the keyboard, and no spaces",
}
"""What to say of each name whose form a pattern holds."""
OTHER_PATTERN: Final = "Write at least one character, and no line end, tab or other control character"


def where_of(found: Mapping[str, Any]) -> str:
    """Return the place of what pydantic found, as body.option: without the question that a body asks."""
    steps = [str(step) for step in found["loc"]]
    refused = _raised(found)
    if isinstance(refused, RunRefused):
        return f"body.{refused.field}"
    if found["type"] in {"union_tag_invalid", "union_tag_not_found"}:
        return ".".join([*steps, QUESTION])
    if len(steps) > 2 and steps[0] == "body" and steps[1] in QUESTIONS:
        del steps[1]
    return ".".join(steps)


def words_of(found: Mapping[str, Any]) -> str:
    """Return what is wrong there and what to do, as a sentence."""
    raised = _raised(found)
    if raised is not None:
        return sentence(str(raised))
    if found["type"] == "string_pattern_mismatch":
        return sentence(IDS.get(str(found["loc"][-1]), OTHER_PATTERN))
    told = WORDS.get(found["type"])
    return sentence(found["msg"] if told is None else told(found.get("ctx", {})))


def sentence(words: str) -> str:
    """Return words as a sentence: a capital first, a full stop last."""
    begun = words[:1].upper() + words[1:]
    return begun if begun.endswith((".", "?", "!")) else f"{begun}."


def how_many(places: int) -> str:
    """Return how many places are wrong, and what to do about them."""
    if places == 1:
        return "1 place is not valid. Mend this and send it again."
    return f"{places:,} places are not valid. Mend these and send it again."


def _raised(found: Mapping[str, Any]) -> ValueError | None:
    """Return what a check of our own raised within a model, if it was one."""
    error = found.get("ctx", {}).get("error") if found["type"] == "value_error" else None
    return error if isinstance(error, ValueError) else None


def _no_such_question(told: Mapping[str, Any]) -> str:
    tag = str(told["tag"])
    which = f"no {QUESTION} {tag!r}" if len(tag) <= MOST_SHOWN_CHARACTERS else f"no such {QUESTION}"
    return f"There is {which}; {THERE_ARE}"


def _always(words: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda _told: words


def _either(told: Mapping[str, Any]) -> str:
    return f"Write one of: {told['expected']}"


def _characters(count: int) -> str:
    return f"{count:,} character{'' if count == 1 else 's'}"


WHOLE, NUMBER, FLAG, TEXT = "Write a whole number", "Write a number", "Write true or false", "Write a text"
LIST, OBJECT = "Write a list, in [ and ]", "Write an object, in { and }"
WORDS: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "union_tag_invalid": _no_such_question,
    "union_tag_not_found": _always(f"Name the question; {THERE_ARE}"),
    "missing": _always("This is missing: it has to be given"),
    "extra_forbidden": _always("There is nothing of this name here: see how it is written, or leave it out"),
    "too_short": lambda told: f"Name at least {told['min_length']}, not {told['actual_length']}",
    "too_long": lambda told: f"Name at most {told['max_length']}",
    "string_too_short": lambda told: f"Write at least {_characters(told['min_length'])}",
    "string_too_long": lambda told: f"Write at most {_characters(told['max_length'])}",
    "enum": _either,
    "literal_error": _either,
    "greater_than_equal": lambda told: f"Write {told['ge']} or more",
    "less_than_equal": lambda told: f"Write {told['le']} or less",
    **dict.fromkeys(("int_type", "int_parsing", "int_parsing_size", "int_from_float"), _always(WHOLE)),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), _always(NUMBER)),
    **dict.fromkeys(("bool_type", "bool_parsing"), _always(FLAG)),
    "string_type": _always(TEXT),
    **dict.fromkeys(("tuple_type", "list_type"), _always(LIST)),
    **dict.fromkeys(("model_attributes_type", "model_type", "dict_type", "mapping_type"), _always(OBJECT)),
}
"""What to say of each kind of trouble, from what pydantic tells of it."""
