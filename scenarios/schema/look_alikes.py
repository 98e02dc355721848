"""Letters that only look like others, and letters that cannot be seen at all.

They come in by copying from web pages and other programs: a Cyrillic letter for a Latin one, a blank of no width, a
wide letter. To a reader two such names are one, to a program two.
Rules: design.md section 3 (keys that nearly match); Unicode, category Cf and compatibility forms.
Change this when a real look-alike is not recognised, or an ordinary letter is taken for one.
"""

from __future__ import annotations

import unicodedata

_CYRILLIC = str.maketrans("АВЕЅІЈКМНОРСТУХаеорсухѕіј", "ABESIJKMHOPCTYXaeopcyxsij")
_GREEK = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι", "ABEZHIKMNOPTYXovi")
_ALIKE = {**_CYRILLIC, **_GREEK}


def plain_letters(text: str) -> str:
    """Return a text in the letters it looks like, without those that cannot be seen."""
    return text if text.isascii() else "".join(_plain(sign) for sign in text).translate(_ALIKE)


def _plain(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cf":
        return ""
    return unicodedata.normalize("NFKC", sign) if category[0] == "L" or category == "Nd" else sign


def odd_letters(text: str) -> list[str]:
    """Return the names of the letters of a text that only look like others or cannot be seen, each once, in order."""
    odd = (sign for sign in dict.fromkeys(text) if plain_letters(sign) != sign)
    return [unicodedata.name(sign, f"U+{ord(sign):04X}").lower() for sign in odd]
