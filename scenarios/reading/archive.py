"""A zip looked at before anything in it is unpacked: how many entries, how large, how packed, how they are named.

What a zip says of itself is never believed further than it can be held to: no entry gives more than the size it claims,
and those sizes are within limits. A workbook is such a zip (unpack.py), and so is a folder that was zipped (zipped.py);
each has its own limits and its own words.
Rules: design.md section 3 (size is looked at before reading).
Change this when a zip can be hostile in another way.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scenarios.schema.faults import CellTrouble, Words

RATIO_FREE_BYTES = 4 * 1024 * 1024
"""Below this size an entry may be packed as tightly as it likes."""
MAX_RATIO = 200
ZIP_START = b"PK\x03\x04"
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_UNPACK_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Form:
    """What a zip of some form may hold, and the words for one that holds something else.

    `entries` is what its entries are called; `damaged` is given why, `odd` an entry and why, `too_much` what.
    """

    most_entries: int
    most_unpacked_bytes: int
    entries: str
    damaged: Callable[[str], Words]
    odd: Callable[[str, str], Words]
    too_much: Callable[[str], Words]

    def opened(self, content: bytes) -> zipfile.ZipFile:
        """Return a zip whose list of entries was looked at.

        Raises:
            CellTrouble: its list cannot be read, or its entries are too many, too large or oddly named.
        """
        try:
            archive = zipfile.ZipFile(io.BytesIO(content))
            infos = archive.infolist()
        except _UNPACK_TROUBLE as broken:
            raise CellTrouble(self.damaged(f"its list of {self.entries} cannot be read")) from broken
        self._look_at(infos)
        return archive

    def unpacked(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, most: int) -> bytes:
        """Return the bytes of an entry, at most so many, whatever size it claims.

        Raises:
            CellTrouble: it cannot be unpacked.
        """
        try:
            with archive.open(info) as packed:
                return packed.read(most)
        except _UNPACK_TROUBLE as broken:
            raise CellTrouble(self.damaged(f"{info.filename[:80]} cannot be unpacked")) from broken

    def _look_at(self, infos: Sequence[zipfile.ZipInfo]) -> None:
        """Raise CellTrouble about a list of entries that nobody writes who means well."""
        if len(infos) > self.most_entries:
            raise CellTrouble(self.too_much(f"more than {self.most_entries:,} {self.entries}"))
        seen: set[str] = set()
        for info in infos:
            why = _odd(info) or ("stands in it twice" if info.filename.casefold() in seen else None)
            if why is not None:
                raise CellTrouble(self.odd(info.filename[:80], why))
            seen.add(info.filename.casefold())
            if info.file_size > max(RATIO_FREE_BYTES, MAX_RATIO * info.compress_size):
                raise CellTrouble(self.too_much(f"one of its {self.entries} packed more than {MAX_RATIO} to 1"))
        if sum(info.file_size for info in infos) > self.most_unpacked_bytes:
            raise CellTrouble(self.too_much(f"more than {self.most_unpacked_bytes:,} bytes"))


def _odd(info: zipfile.ZipInfo) -> str | None:
    """Return what is odd about an entry's name, kind or packing; None where nothing is."""
    name = info.filename
    if not name or name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/"):
        return "has a name that leads out of it"
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a device, and no ordinary file"
    if info.flag_bits & 1 or info.compress_type not in _PACKINGS:
        return "is packed in a way that is not read"
    return None
