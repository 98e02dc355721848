"""A Word template under construction: headings, sentences, blanks to fill in, tables with header rows, pictures.

Headings are Word's own styles, every table has a header row and a title, and the language is set: what a screen reader
needs. Change this when our template has to look otherwise.
"""

from dataclasses import dataclass

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from scenarios.reporting.paper.same_bytes import bytes_of

LANGUAGE = "en-GB"
FONT = "Arial"
INK = RGBColor(0x1D, 0x2B, 0x3A)
BLANK = RGBColor(0x9A, 0x34, 0x12)
SHADE = "E4EAF0"
MARGIN, UPPER_MARGIN = Mm(20), Mm(26)
TABLE_POINTS = 9
BLANK_STYLE, CELL_STYLE, PICTURE_STYLE = "To be filled in", "Table text", "Picture"
SIZES = {"Normal": 11, "Title": 22, "Subtitle": 12, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11, "Caption": 10}


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, the field of a row that it shows, its width, and whether it holds figures."""

    heading: str
    field: str
    millimetres: int
    figures: bool = True


class Form:
    """A template, written from top to bottom."""

    def __init__(self) -> None:
        self.document = Document()
        self.document.core_properties.author = self.document.core_properties.comments = ""
        self._set_up_page()
        self._set_up_styles()

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading."""
        self.document.add_heading(text, level)

    def say(self, text: str, style: str = "Normal") -> None:
        """Add a paragraph; text may hold placeholders."""
        self.document.add_paragraph(text, style)

    def blank(self, what: str) -> None:
        """Add a marked blank: what only the author can say."""
        self.say(f"[To be filled in: {what}]", BLANK_STYLE)

    def items(self, each: str, text: str, style: str = "List Bullet") -> None:
        """Add a list with one item for each of what a placeholder lists.

        Args: what to go through, as in "row in notices"; the text of an item; the style of the list.
        """
        self.say(f"{{%p for {each} %}}")
        self.say(text, style)
        self.say("{%p endfor %}")

    def picture(self, name: str, otherwise: str) -> None:
        """Add a chart, or words where there is none."""
        self.say(f"{{%p if {name} %}}")
        self.say(f"{{{{ {name} }}}}", PICTURE_STYLE)
        self.say("{%p else %}")
        self.say(otherwise)
        self.say("{%p endif %}")

    def table(self, caption: str, columns: tuple[Column, ...], *, each: str, otherwise: str) -> None:
        """Add a table with a header row and a row for each of what a placeholder lists, or words where it lists none.

        Args: its title; its columns; what to go through, as in "row in today.lines"; the words.
        """
        self.say(f"{{%p if {each.partition(' in ')[2].partition(' if ')[0]} %}}")
        self.say(caption, "Caption")
        table = self._grid(4, columns, caption)
        for number, column in enumerate(columns):
            _write(table.rows[0].cells[number], column.heading, figures=column.figures, bold=True)
            _write(table.rows[2].cells[number], f"{{{{ row.{column.field} }}}}", figures=column.figures)
        _write(table.rows[1].cells[0], f"{{%tr for {each} %}}")
        _write(table.rows[3].cells[0], "{%tr endfor %}")
        self.say("{%p else %}")
        self.say(otherwise)
        self.say("{%p endif %}")

    def facts(self, caption: str, rows: tuple[tuple[str, str], ...]) -> None:
        """Add a table of two columns: what, and its text; a text in brackets is a marked blank."""
        self.say(caption, "Caption")
        columns = (Column("Item", "", 55, figures=False), Column("Text", "", 115, figures=False))
        table = self._grid(1 + len(rows), columns, caption)
        for number, column in enumerate(columns):
            _write(table.rows[0].cells[number], column.heading, bold=True)
        for row, (name, text) in zip(table.rows[1:], rows, strict=True):
            _write(row.cells[0], name, bold=True)
            _write(row.cells[1], text)
            for run in row.cells[1].paragraphs[0].runs if text.startswith("[") else ():
                run.italic, run.font.color.rgb = True, BLANK

    def content(self) -> bytes:
        """Return the template as a file."""
        return bytes_of(self.document)

    def _grid(self, rows: int, columns: tuple[Column, ...], title: str) -> Table:
        table: Table = self.document.add_table(rows, len(columns), style="Table Grid")
        table.autofit = False
        for name in ("w:tblCaption", "w:tblDescription"):
            said = OxmlElement(name)
            said.set(qn("w:val"), title)
            table._tbl.tblPr.append(said)
        for number, column in enumerate(columns):
            table.columns[number].width = Mm(column.millimetres)
            for cell in table.columns[number].cells:
                cell.width = Mm(column.millimetres)
                cell.paragraphs[0].style = self.document.styles[CELL_STYLE]
        for row in table.rows:
            _mark(row, "w:cantSplit")
        _mark(table.rows[0], "w:tblHeader")
        for cell in table.rows[0].cells:
            _shade(cell)
        return table

    def _set_up_page(self) -> None:
        """A4, with the version at the head of every page and its number at the foot."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = section.bottom_margin = MARGIN
        section.top_margin = UPPER_MARGIN
        section.header.paragraphs[0].text = "{{ authority }}: {{ version }}"
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        foot.add_run("Page ")
        _number(foot)

    def _set_up_styles(self) -> None:
        styles = self.document.styles
        styles.add_style(BLANK_STYLE, WD_STYLE_TYPE.PARAGRAPH)
        styles.add_style(CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH)
        styles.add_style(PICTURE_STYLE, WD_STYLE_TYPE.PARAGRAPH).paragraph_format.space_before = Pt(10)
        for name, points in {**SIZES, BLANK_STYLE: 11, CELL_STYLE: TABLE_POINTS}.items():
            style = styles[name]
            style.font.name, style.font.size = FONT, Pt(points)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in [key for key in fonts.attrib if key.endswith("Theme")]:
                del fonts.attrib[key]
            style.font.color.rgb = BLANK if name == BLANK_STYLE else INK
        styles[BLANK_STYLE].font.italic = True
        styles[BLANK_STYLE].paragraph_format.space_before = Pt(6)
        styles["Normal"].paragraph_format.space_before = Pt(6)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        styles[CELL_STYLE].paragraph_format.space_before = Pt(1)
        styles[CELL_STYLE].paragraph_format.space_after = Pt(2)
        styles["Caption"].paragraph_format.keep_with_next = True
        styles["Caption"].paragraph_format.space_before = Pt(8)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), LANGUAGE)
        styles["Normal"].element.get_or_add_rPr().append(language)


def _write(cell: _Cell, text: str, *, figures: bool = False, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.add_run(text).bold = bold or None
    if figures:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", SHADE)):
        shade.set(qn(key), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _number(paragraph: Paragraph) -> None:
    """Add the number of the page, which Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
