"""Text and bytes from a file, refused before reading when it is empty, too big or no ordinary file.

Rules: design.md section 3 (empty or oversized files are looked at before reading).
Change this when a form of scenario needs another limit.
"""

from __future__ import annotations

import stat
from pathlib import Path

from scenarios.schema import fault_kinds
from scenarios.schema.faults import CellTrouble

MAX_CSV_BYTES = 5 * 1024 * 1024
MAX_YAML_BYTES = 256 * 1024
MAX_JSON_BYTES = 20 * 1024 * 1024


def read_text(path: Path, max_bytes: int) -> str:
    """Return the text of a file.

    Args:
        path: the file; a link is refused.
        max_bytes: size above which it is not opened.

    Raises:
        CellTrouble: it is not there, no ordinary file, empty, too big or not UTF-8 text.
    """
    return decode(read_bytes(path, max_bytes))


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """Return the bytes of a file.

    Args:
        path: the file; a link is refused.
        max_bytes: size above which it is not opened.

    Raises:
        CellTrouble: it is not there, no ordinary file, empty or too big.
    """
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise CellTrouble(fault_kinds.not_a_file())
        if status.st_size == 0:
            raise CellTrouble(fault_kinds.empty_file())
        if status.st_size > max_bytes:
            raise CellTrouble(fault_kinds.too_big(status.st_size, max_bytes))
        with path.open("rb") as file:
            return file.read(max_bytes + 1)
    except OSError as missing:
        raise CellTrouble(fault_kinds.not_found(path.name)) from missing


def decode(content: bytes) -> str:
    """Return bytes as text without a byte order mark, or raise CellTrouble."""
    if b"\x00" in content:
        raise CellTrouble(fault_kinds.nul_byte())
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as other:
        raise CellTrouble(fault_kinds.not_utf_8()) from other
    if not text.strip():
        raise CellTrouble(fault_kinds.empty_file())
    return text
