"""Letters that look like others are told apart from letters of their own.

Change this when a real look-alike is met.
"""

import pytest

from scenarios.schema.look_alikes import odd_letters, plain_letters
from scenarios.schema.nearness import bare, meant
from scenarios.schema.texts import name_trouble, text_trouble


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\u0420\u041e4", "PO4"),
        ("\u0410dviser", "Adviser"),
        ("\u039dJC", "NJC"),
        ("\uff30\uff2f\uff14", "PO4"),
        ("Adv\u200biser\ufeff", "Adviser"),
        ("o\ufb03cer", "officer"),
    ],
)
def test_a_look_alike_is_read_as_what_it_looks_like(text: str, plain: str) -> None:
    """Other alphabets, wide letters, joined letters and letters without width; the name that was meant is found."""
    assert plain_letters(text) == plain
    assert bare(text) == bare(plain)
    assert meant(text, ["HAY1", plain]) == plain
    assert odd_letters(text) != []


@pytest.mark.parametrize("text", ["R\u00e9gie d'\u00e9quipe", "\u00a3 \u2013 \u00bd", "PO4", "P08", "\u03b2 ward"])
def test_letters_of_their_own_are_left_alone(text: str) -> None:
    """Accents, signs, noughts, and letters that look like nothing else are no look-alikes."""
    assert odd_letters(text) == []
    assert plain_letters(text) == text


def test_odd_letters_are_named() -> None:
    """A planner reads which letter it is, each once and in order."""
    assert odd_letters("\u0410dv\u200bis\u0410") == ["cyrillic capital letter a", "zero width space"]


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\x07"])
def test_no_text_holds_what_a_workbook_cannot(sign: str) -> None:
    """Signs that no XML can hold are refused in every form of case, so that all forms hold the same."""
    assert name_trouble(f"a{sign}b") is not None
    assert text_trouble(f"a{sign}b") is not None
