"""Ordinary words of job titles, teams and funding, some of which are also somebody's surname.

Rules: none of law; a word of this list that is also a person's name in an extract stays where it stands and is
pointed out, any other is cut out. The words stand in ordinary_words.txt.
Change this when an ordinary word of titles is cut out of them: add it there.
"""

from __future__ import annotations

from pathlib import Path

ORDINARY_WORDS = frozenset(Path(__file__).with_name("ordinary_words.txt").read_text(encoding="utf-8").split())
