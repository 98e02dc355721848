"""The mapping file: how the columns of an extract are read, corrected by the planner and kept for next time.

Rules: design.md section 3 (`import hr` takes corrections in a small mapping file). It holds headers and settings and
never a cell of the extract.
Change this when an import has to be told something more.
"""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from scenarios.importing import amounts, import_faults
from scenarios.importing.extract import header_key
from scenarios.importing.marks_of_rows import Mark, mark_named
from scenarios.importing.uses import Use, use_named
from scenarios.reading.disk import MAX_YAML_BYTES, read_text
from scenarios.reading.yaml_text import read_yaml, write_yaml
from scenarios.schema import fault_kinds
from scenarios.schema.faults import CellTrouble, Fault, ScenarioFaults, Spot
from scenarios.schema.texts import name_trouble, tidy_name

SETTINGS = {
    "columns": "a list of 'header: use' lines",
    "words": "a list of 'word of the extract: permanent, fixed-term, agency, vacant or ordinary' lines",
    "not names": "words that are in titles and are no names, with ; between them",
    "full time hours": "37",
    "as at": "2025-03-31",
    "team path": "whole (or: last level)",
    "authority": "Example Council",
    "title": "Adult services",
    "price base": "2025/26",
}
_WAYS_OF_PATHS = {"whole": "whole", "last level": "last level"}
_OPENING = """\
# How the import reads this extract. Change a word on the right, run the import again, and keep the file for next time.
# Uses: {uses}.
# Further lines: words (a word of a contract or status column, and what it means: {marks}),
# not names (words of titles that are no names, with ; between them), full time hours, as at,
# team path (last level, or whole), authority, title, price base.
"""


@dataclass(frozen=True)
class Mapping:
    """What a planner has said about an extract."""

    columns: Map[str, Use] = field(default_factory=dict)
    """Use by the label of the column."""
    words: Map[str, Mark] = field(default_factory=dict)
    """Mark by word, as `header_key` writes it."""
    not_names: frozenset[str] = frozenset()
    """Words, without case, that stay in titles though somebody bears them."""
    full_time_hours: Fraction | None = None
    as_at: date | None = None
    whole_team_path: bool = False
    """Whether a path of units stays whole as the name of the team."""
    head: Map[str, str] = field(default_factory=dict)
    """Authority, title and price base, as far as given."""


def read_mapping(path: Path) -> Mapping:
    """Return the mapping a file holds.

    Raises:
        ScenarioFaults: it cannot be read; carries every fault found.
    """
    try:
        values = read_yaml(read_text(path, MAX_YAML_BYTES))
    except CellTrouble as trouble:
        raise ScenarioFaults([Fault.at(Spot(path.name), "", trouble.words)]) from trouble
    return _Reader(path.name).mapping(values)


class _Reader:
    """Reads the lines of one mapping file and collects what is wrong with them."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._faults: list[Fault] = []

    def mapping(self, values: dict[str, Any]) -> Mapping:
        """Return the mapping, or raise ScenarioFaults with every fault found."""
        for name in values.keys() - SETTINGS.keys():
            self._fault(name, import_faults.unknown_setting(name, ", ".join(SETTINGS)).message, "unknown-setting")
        found = Mapping(
            columns=self._columns(values.get("columns", {})),
            words=self._words(values.get("words", {})),
            not_names=frozenset(w.strip().casefold() for w in self._plain(values, "not names").split(";") if w.strip()),
            full_time_hours=self._read(values, "full time hours", amounts.hours),
            as_at=self._read(values, "as at", amounts.day),
            whole_team_path=self._read(values, "team path", _WAYS_OF_PATHS.get) == "whole",
            head={name: text for name in ("authority", "title", "price base") if (text := self._name(values, name))},
        )
        if self._faults:
            raise ScenarioFaults(self._faults)
        return found

    def _fault(self, column: str, message: str, code: str) -> None:
        self._faults.append(Fault(self._label, None, column, "", message, code))

    def _bad(self, name: str) -> None:
        words = import_faults.bad_setting(name, SETTINGS[name])
        self._fault(name, words.message, words.code)

    def _pairs(self, value: Any, name: str) -> dict[str, str]:
        if value == "":
            return {}
        if not isinstance(value, dict) or not all(isinstance(word, str) for word in value.values()):
            self._bad(name)
            return {}
        return value

    def _columns(self, value: Any) -> dict[str, Use]:
        columns: dict[str, Use] = {}
        for label, word in self._pairs(value, "columns").items():
            use = use_named(word)
            if use is None:
                words = import_faults.unknown_use(word, ", ".join(use.value for use in Use))
                self._fault(label, words.message, words.code)
            else:
                columns[label] = use
        return columns

    def _words(self, value: Any) -> dict[str, Mark]:
        marks: dict[str, Mark] = {}
        for text, word in self._pairs(value, "words").items():
            mark = mark_named(word)
            if mark is None:
                words = import_faults.unknown_use(word, ", ".join(mark.value for mark in Mark))
                self._fault("words", words.message, words.code)
            else:
                marks[header_key(text)] = mark
        return marks

    def _plain(self, values: dict[str, Any], name: str) -> str:
        value = values.get(name, "")
        if isinstance(value, list):
            value = "; ".join(str(part) for part in value)
        if not isinstance(value, str):
            self._bad(name)
            return ""
        return value

    def _read(self, values: dict[str, Any], name: str, read: Any) -> Any:
        text = self._plain(values, name).strip()
        value = read(text) if text else None
        if text and (value is None or value == 0):
            self._bad(name)
        return value

    def _name(self, values: dict[str, Any], name: str) -> str:
        text = tidy_name(self._plain(values, name))
        if text and (trouble := name_trouble(text)):
            words = fault_kinds.not_a_name(trouble)
            self._fault(name, words.message, words.code)
        return text


def mapping_text(columns: Map[str, Use], told: Mapping) -> str:
    """Return a mapping file with every column of an extract and what the planner has said before.

    Args:
        columns: the use each column was read with, by label, in order.
        told: what the planner's mapping said.
    """
    opening = _OPENING.format(uses=", ".join(use.value for use in Use), marks=", ".join(mark.value for mark in Mark))
    values: dict[str, Any] = {"columns": {label: use.value for label, use in columns.items()}}
    values |= {"words": {word: mark.value for word, mark in told.words.items()}} if told.words else {}
    values |= {"not names": "; ".join(sorted(told.not_names))} if told.not_names else {}
    if told.full_time_hours is not None:
        values["full time hours"] = f"{float(told.full_time_hours):g}"
    if told.whole_team_path:
        values["team path"] = "whole"
    if told.as_at is not None:
        values["as at"] = told.as_at.isoformat()
    return opening + write_yaml({**values, **told.head})
