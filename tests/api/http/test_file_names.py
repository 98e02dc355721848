"""A file's name is plain whatever its case is called, and nothing of it leaves its place in the header.

Change this when a file is named otherwise.
"""

import re
from urllib.parse import unquote

import pytest

from api.http.file_names import MOST_LETTERS, saved_as

HEADER = re.compile(r"""attachment; filename="[A-Za-z0-9.-]+"(; filename\*=UTF-8''[A-Za-z0-9%._-]+)?""")


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("bury-2021", 'attachment; filename="bury-2021-money.xlsx"'),
        ("Home care: A & B", 'attachment; filename="Home-care-A-B-money.xlsx"'),
        ('x"; filename=evil.exe', 'attachment; filename="x-filename-evil-exe-money.xlsx"'),
        ("x\r\nSet-Cookie: a=b", 'attachment; filename="x-Set-Cookie-a-b-money.xlsx"'),
        ("../../etc/passwd", 'attachment; filename="etc-passwd-money.xlsx"'),
        ("...", 'attachment; filename="money.xlsx"'),
    ],
)
def test_names_are_plain_and_quoted(case: str, expected: str) -> None:
    """Words that would end the name, begin another header, name a folder or hide the ending are hyphens."""
    assert saved_as(case, "money", ending="xlsx") == expected


def test_a_name_beyond_ascii_is_given_both_ways() -> None:
    """Letters without accents for old readers, and the name itself as RFC 8187 writes it."""
    header = saved_as("Môn – gofal", "money", ending="xlsx")
    assert header == "attachment; filename=\"Mon-gofal-money.xlsx\"; filename*=UTF-8''M%C3%B4n-gofal-money.xlsx"
    only = saved_as("案", ending="csv")
    assert only.startswith('attachment; filename="file.csv"; ')
    assert unquote(only.partition("UTF-8''")[2]) == "案.csv"


@pytest.mark.parametrize(
    "case", ["\ud800".encode("utf-8", "replace").decode(), "\x00", "a" * 999, "ﬁ\u202egpj.exe", "💷"]
)
def test_no_name_is_too_long_or_out_of_its_place(case: str) -> None:
    """Any name gives one header in its form, of bounded length."""
    header = saved_as(case, "people", ending="xlsx")
    assert HEADER.fullmatch(header), header
    assert len(header) < 12 * MOST_LETTERS
