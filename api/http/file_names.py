"""What a file is saved as: the name of its case and what it is, in characters that every system takes.

Names of cases are their authors' words. Letters and digits of any script stay; everything else is a hyphen, so that no
name breaks out of the header, names a folder or hides its ending.
Source: RFC 6266 (Content-Disposition), RFC 8187 (names beyond ASCII). Change this when a file is named otherwise.
"""

import re
from unicodedata import normalize
from urllib.parse import quote

NOT_PLAIN = re.compile(r"[\W_]+")
MOST_LETTERS = 80
"""How long each part of a name may be: systems take 255 bytes, and a letter may be three of them."""


def saved_as(case: str, *what: str, ending: str) -> str:
    """Return the header Content-Disposition of a file.

    Args:
        case: name of the case.
        what: what the file is, in as many parts as it takes.
        ending: of the file, without its dot.
    """
    parts = [_plain(part) for part in (case, *what)]
    name = f"{'-'.join(part for part in parts if part) or 'file'}.{ending}"
    ascii_name = "-".join(part for part in map(_ascii, parts) if part) or "file"
    header = f'attachment; filename="{ascii_name}.{ending}"'
    return header if name == f"{ascii_name}.{ending}" else f"{header}; filename*=UTF-8''{quote(name, safe='')}"


def _plain(text: str) -> str:
    return NOT_PLAIN.sub("-", normalize("NFC", text))[:MOST_LETTERS].strip("-")


def _ascii(plain: str) -> str:
    """Return a part in ASCII alone, letters without their accents."""
    return NOT_PLAIN.sub("-", normalize("NFKD", plain).encode("ascii", "ignore").decode()).strip("-")
