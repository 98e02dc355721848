"""YAML text to plain words: what the head of a folder needs, and nothing more.

Rules: design.md section 3. Built from the parser's events, so that anchors, aliases and deep nesting are refused
before anything grows, and every value stays the text that was typed (`no` is not false, 2014-06-12 is not a date).
Change this when the head of a folder needs more than words, lists and one level of mappings.
"""

from __future__ import annotations

from typing import Any

import yaml

from scenarios.schema import fault_kinds
from scenarios.schema.faults import CellTrouble

MAX_DEPTH = 4
MAX_EVENTS = 5_000


def read_yaml(text: str) -> dict[str, Any]:
    """Return the mapping a YAML text holds; values are text, lists of text, or mappings of them.

    Raises:
        CellTrouble: the text is no YAML, holds anchors or aliases, is too deep, or is no mapping.
    """
    try:
        events = _events(text)
    except yaml.YAMLError as unreadable:
        why = " ".join(str(unreadable).split())[:200]
        raise CellTrouble(fault_kinds.not_yaml(why)) from unreadable
    except (ValueError, OverflowError) as unreadable:
        raise CellTrouble(fault_kinds.not_yaml("a character that is not allowed")) from unreadable
    value = _Builder(events).value() if events else None
    if not isinstance(value, dict):
        raise CellTrouble(fault_kinds.not_an_object("'name: value' lines"))
    return value


def _events(text: str) -> list[yaml.Event]:
    """Return the events of the first document, refusing what no head of a folder needs."""
    kept: list[yaml.Event] = []
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise CellTrouble(fault_kinds.yaml_reference())
        if isinstance(event, yaml.DocumentEndEvent):
            break
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise CellTrouble(fault_kinds.too_deep(MAX_DEPTH))
        if isinstance(event, yaml.CollectionStartEvent | yaml.CollectionEndEvent | yaml.ScalarEvent):
            kept.append(event)
        if len(kept) > MAX_EVENTS:
            raise CellTrouble(fault_kinds.too_many("values", MAX_EVENTS))
    return kept


class _Builder:
    """Builds the value of a short list of events, one after the other."""

    def __init__(self, events: list[yaml.Event]) -> None:
        self._events = iter(events)

    def value(self) -> Any:
        """Return the next value: text, a list or a mapping."""
        return self._of(next(self._events))

    def _of(self, event: yaml.Event) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return "" if event.value in ("~", "null") and event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._until_end())
        return self._mapping()

    def _until_end(self) -> list[Any]:
        values = []
        for event in self._events:
            if isinstance(event, yaml.CollectionEndEvent):
                break
            values.append(self._of(event))
        return values

    def _mapping(self) -> dict[str, Any]:
        flat = self._until_end()
        pairs: dict[str, Any] = {}
        for key, value in zip(flat[::2], flat[1::2], strict=True):
            if not isinstance(key, str):
                raise CellTrouble(fault_kinds.not_an_object("a word before the colon"))
            if key in pairs:
                raise CellTrouble(fault_kinds.twice_in_header(key))
            pairs[key] = value
        return pairs


def write_yaml(values: dict[str, Any]) -> str:
    """Return a mapping of words, lists and mappings as YAML text, in the order given."""
    return str(yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=100))
