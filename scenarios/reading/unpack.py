"""The parts of a workbook, unpacked within limits: nothing is parsed before this has looked at it.

A workbook is a zip of XML parts. Only the parts that are asked for are unpacked, each up to a limit whatever size it
claims; the readers are then handed a fresh zip of exactly these bytes, so that no reader sees another part, size or
name than the one that was looked at. XML that declares a document type (and with it entities) is refused.
Rules: design.md section 3 (size is looked at before reading).
Change this when a reader needs another part, or a real workbook is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

from scenarios.reading import workbook_trouble
from scenarios.reading.archive import ZIP_START, Form
from scenarios.schema import fault_kinds
from scenarios.schema.faults import CellTrouble, Words

MAX_WORKBOOK_BYTES = 30 * 1024 * 1024
MAX_PARTS = 2_000
MAX_UNPACKED_BYTES = 300 * 1024 * 1024

WORKBOOK_PART = "xl/workbook.xml"
_OLD_FORM = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE)
_PLAIN_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
_XML = (".xml", ".rels", ".vml")
_MARK_UTF_8 = b"\xef\xbb\xbf"
_WIDE_XML = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
"""How XML in another encoding may begin."""


def _form() -> Form:
    """What a workbook may hold."""
    return Form(
        most_entries=MAX_PARTS,
        most_unpacked_bytes=MAX_UNPACKED_BYTES,
        entries="parts",
        damaged=workbook_trouble.damaged,
        odd=workbook_trouble.odd_part,
        too_much=workbook_trouble.too_much_inside,
    )


@dataclass
class Package:
    """A workbook whose list of parts was looked at; parts are unpacked once, when they are asked for."""

    archive: zipfile.ZipFile
    infos: dict[str, zipfile.ZipInfo]
    unpacked: dict[str, bytes] = field(default_factory=dict)

    def part(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            CellTrouble: it is not there, larger than is read, damaged, or XML of a kind that is refused.
        """
        if name not in self.unpacked:
            self.unpacked[name] = self._unpack(name)
        return self.unpacked[name]

    def _unpack(self, name: str) -> bytes:
        info = self.infos.get(name)
        if info is None:
            raise CellTrouble(workbook_trouble.odd_part(name, "is missing"))
        room = MAX_UNPACKED_BYTES - sum(len(part) for part in self.unpacked.values())
        content = _form().unpacked(self.archive, info, most=room + 1)
        if len(content) > room:
            raise CellTrouble(workbook_trouble.too_much_inside(f"more than {MAX_UNPACKED_BYTES:,} bytes"))
        if name.casefold().endswith(_XML) or content.removeprefix(_MARK_UTF_8).lstrip()[:1] == b"<":
            _look_at_xml(name, content)
        elif content[:2] in _WIDE_XML:
            raise CellTrouble(workbook_trouble.odd_part(name, "is not in UTF-8"))
        return content

    def repacked(self, names: Iterable[str]) -> io.BytesIO:
        """Return a zip of these parts alone, as looked at, not packed."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as fresh:
            for name in names:
                fresh.writestr(zipfile.ZipInfo(name), self.part(name))
        stream.seek(0)
        return stream


def open_package(content: bytes) -> Package:
    """Return a workbook whose list of parts was looked at.

    Args:
        content: the whole file.

    Raises:
        CellTrouble: it is no workbook that is read, or its parts are too many, too large or oddly named.
    """
    if not content:
        raise CellTrouble(fault_kinds.empty_file())
    if len(content) > MAX_WORKBOOK_BYTES:
        raise CellTrouble(fault_kinds.too_big(len(content), MAX_WORKBOOK_BYTES))
    if content.startswith(_OLD_FORM):
        raise CellTrouble(
            workbook_trouble.with_password() if _ENCRYPTED in content else workbook_trouble.other_workbook(".xls")
        )
    if not content.startswith(ZIP_START):
        raise CellTrouble(workbook_trouble.not_a_workbook())
    archive = _form().opened(content)
    infos = {info.filename: info for info in archive.infolist()}
    if WORKBOOK_PART not in infos:
        raise CellTrouble(_not_this_form({name.casefold() for name in infos}))
    return Package(archive, infos)


def _not_this_form(names: set[str]) -> Words:
    """Return the words for a zip that is no workbook of XML parts."""
    if "xl/workbook.bin" in names:
        return workbook_trouble.other_workbook(".xlsb")
    if "content.xml" in names and "mimetype" in names:
        return workbook_trouble.other_workbook(".ods")
    return workbook_trouble.not_a_workbook()


def _look_at_xml(name: str, content: bytes) -> None:
    """Raise CellTrouble about XML that could be read in two ways, or grows when it is read."""
    if b"\x00" in content or content.startswith(_WIDE_XML):
        raise CellTrouble(workbook_trouble.odd_part(name, "is not in UTF-8"))
    declared = _ENCODING.search(content.removeprefix(_MARK_UTF_8))
    if declared is not None and declared[1].lower() not in _PLAIN_ENCODINGS:
        raise CellTrouble(workbook_trouble.odd_part(name, "is not in UTF-8"))
    if _DOCTYPE.search(content):
        raise CellTrouble(workbook_trouble.odd_part(name, "declares a document type or entities"))
