"""Fill a Word template: look at the file, find placeholders nobody knows, put texts and pictures in their place.

A template comes from outside: its zip is looked at before anything is parsed, and its placeholders run where they reach
nothing but what they are handed. Values are escaped, and never read as placeholders themselves.
Change this when a template may hold something else, or another library fills it.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from docx.document import Document
from docx.shared import Mm
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import LxmlError

from scenarios.reporting.paper.charts import Chart
from scenarios.reporting.template_faults import TemplateFaults
from scenarios.schema.nearness import meant

MAX_PARTS = 2_000
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAIN_PART = "word/document.xml"
WIDEST, HIGHEST = Mm(170), Mm(235)
POINT_OF_A_CHART = Mm(0.245)
"""How large one point of a chart is printed, so that its letters are as large as those of tables."""
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_NAMED = re.compile(r"'([^']+)'(?: is undefined)?$")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, ValueError)
_SLIPS = (TypeError, ValueError, ArithmeticError, LookupError, LxmlError)
"""What a placeholder can end in that asks for something that cannot be done."""


class Picture:
    """A chart where a placeholder stands for it, with its alternative text; never larger than a page."""

    def __init__(self, template: DocxTemplate, chart: Chart) -> None:
        self._template, self._chart = template, chart

    def __html__(self) -> str:
        """Return the drawing in the XML of the part that is being filled."""
        part = self._template.current_rendering_part
        inline = part.new_pic_inline(io.BytesIO(self._chart.png), width=self._width())
        for properties in inline.xpath(".//wp:docPr | .//pic:cNvPr"):
            properties.set("descr", self._chart.words)
        return f'</w:t></w:r><w:r><w:drawing>{inline.xml}</w:drawing></w:r><w:r><w:t xml:space="preserve">'

    def _width(self) -> int:
        """How wide the picture is printed, in Word's unit."""
        across, down = self._chart.points
        return min(POINT_OF_A_CHART * across, WIDEST, HIGHEST * across // down)


def look_at(content: bytes, names: Mapping[str, object]) -> frozenset[str]:
    """Look at a template before anything is worked out for it, and return the placeholders that it uses.

    Args:
        content: the whole file.
        names: the placeholders there are.

    Raises:
        TemplateFaults: it is no Word file that is read, or holds placeholders nobody knows, all told at once.
    """
    _look_at_zip(content)
    try:
        used = DocxTemplate(io.BytesIO(content)).get_undeclared_template_variables(_environment())
    except TemplateSyntaxError as slip:
        raise TemplateFaults([f"a placeholder in the template cannot be read: {slip.message}"]) from slip
    except (*_UNREADABLE, LxmlError) as broken:
        raise TemplateFaults(["the template is not a Word file that can be read: save it as .docx"]) from broken
    unknown = sorted(used - set(names))
    if unknown:
        raise TemplateFaults([_unknown(name, names) for name in unknown])
    return frozenset(used)


def fill(content: bytes, values: Mapping[str, object], charts: Mapping[str, Chart | None]) -> Document:
    """Return a template with every placeholder filled.

    Args:
        content: a template that was looked at.
        values: what each placeholder holds.
        charts: the picture of each placeholder that is one; blank where there is none.

    Raises:
        TemplateFaults: a placeholder asks for something that is not there, or cannot be done.
    """
    template = DocxTemplate(io.BytesIO(content))
    pictures = {name: "" if chart is None else Picture(template, chart) for name, chart in charts.items()}
    try:
        template.render({**values, **pictures}, _environment(), autoescape=True)
    except UndefinedError as missing:
        named = _NAMED.search(missing.message or "")
        name = named[1] if named else str(missing.message)
        raise TemplateFaults([f"there is no placeholder {name!r} where the template uses it"]) from missing
    except TemplateError as slip:
        raise TemplateFaults([f"a placeholder in the template cannot be filled: {slip.message}"]) from slip
    except _SLIPS as slip:
        raise TemplateFaults([f"a placeholder in the template asks for what cannot be done: {slip}"]) from slip
    filled: Document = template.docx
    return filled


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _unknown(name: str, names: Mapping[str, object]) -> str:
    near = meant(name, names)
    return f"the template uses a placeholder {name!r} that there is not" + (f"; did you mean {near!r}?" if near else "")


def _look_at_zip(content: bytes) -> None:
    """Raise TemplateFaults about a file that is no Word file, or grows when it is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
                raise TemplateFaults(["the template unpacks to more than is read: leave out pictures and parts"])
            if MAIN_PART not in {info.filename for info in infos}:
                raise TemplateFaults(["the template is not a Word file: save it as .docx"])
            declared = [i.filename for i in infos if i.filename.endswith((".xml", ".rels")) and _declares(archive, i)]
    except _UNREADABLE as broken:
        raise TemplateFaults(["the template is not a Word file: save it as .docx"]) from broken
    if declared:
        raise TemplateFaults([f"{declared[0]} in the template declares a document type: save it anew as .docx"])


def _declares(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether a part of XML declares a document type, and with it entities."""
    with archive.open(info) as part:
        return _DOCTYPE.search(part.read(MAX_UNPACKED_BYTES)) is not None
