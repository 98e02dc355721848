"""Names, free text and sources: what a cell of words may hold, in every form a scenario is read from.

Rules: design.md section 3. The signs ; | = [ ] separate names in lists, so no name holds them; a text that starts
like a formula would be run by a spreadsheet, so none does.
Change this when a list of names needs another separator.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator

MAX_CELL_CHARACTERS = 2_000
MAX_NAME_CHARACTERS = 200

_SPACES = re.compile(r"\s+")
_NOT_IN_NAMES = re.compile(r"[;|=\[\]\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_TEXT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_SOURCES = re.compile(r"[\[\]\n]|^derived\s*(;|$)", re.IGNORECASE)


def tidy_name(text: str) -> str:
    """Return a name with single ordinary spaces and none at its ends."""
    return _SPACES.sub(" ", text).strip()


def tidy_text(text: str) -> str:
    """Return free text with one kind of line end and no blanks at its ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def name_trouble(text: str) -> str | None:
    """Say what keeps a tidied text from being a name, or None when it is one."""
    if not text:
        return "a name is needed here"
    if len(text) > MAX_NAME_CHARACTERS:
        return f"a name has at most {MAX_NAME_CHARACTERS} characters"
    if found := _NOT_IN_NAMES.search(text):
        return f"a name cannot hold {found.group()!r}: write the name without it"
    if text[0] in "~?":
        return "a name cannot start with ~ or ? here: they mark a guess"
    if text[0] in "@+-":
        return f"a name cannot start with {text[0]}: a spreadsheet would take it for a formula"
    return None


def text_trouble(text: str) -> str | None:
    """Say what keeps a tidied text from being free text, or None when it is fine."""
    if not text:
        return "leave it out, rather than give an empty text"
    if len(text) > MAX_CELL_CHARACTERS:
        return f"a cell has at most {MAX_CELL_CHARACTERS} characters"
    if text[0] in "=@":
        return f"a text cannot start with {text[0]}: a spreadsheet would take it for a formula; write the value"
    return "the text holds a control character: write it without" if _NOT_IN_TEXT.search(text) else None


def source_trouble(text: str) -> str | None:
    """Say what keeps a tidied text from being a source, or None when it is one."""
    if _NOT_IN_SOURCES.search(text):
        return "a source is one line without [ or ], and does not start with 'derived'"
    return text_trouble(text)


@lru_cache(maxsize=65_536)
def _name(text: str) -> str:
    tidied = tidy_name(text)
    if trouble := name_trouble(tidied):
        raise ValueError(trouble)
    return tidied


def _text(text: str) -> str:
    tidied = tidy_text(text)
    if trouble := text_trouble(tidied):
        raise ValueError(trouble)
    return tidied


def _source(text: str) -> str:
    tidied = tidy_text(text)
    if trouble := source_trouble(tidied):
        raise ValueError(trouble)
    return tidied


Name = Annotated[str, AfterValidator(_name)]
Text = Annotated[str, AfterValidator(_text)]
Source = Annotated[str, AfterValidator(_source)]
Names = tuple[Name, ...]
