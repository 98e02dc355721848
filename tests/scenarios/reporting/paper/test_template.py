"""Templates: ours, an authority's own, and what is wrong with one."""

import io
import zipfile
from collections.abc import Callable
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn

from scenarios.proofreading.proofread import proofread
from scenarios.reporting.paper import filling
from scenarios.reporting.paper.content import content_of
from scenarios.reporting.paper.house_template import house_template
from scenarios.reporting.paper.paper import CHARTS, check_template, paper
from scenarios.reporting.paper.placeholders import FIELDS
from scenarios.reporting.template_faults import TemplateFaults
from tests.scenarios.library.shipped import shipped
from tests.scenarios.published.compared import compared
from tests.scenarios.reporting.paper.read_back import EXEMPT, everything, told, words

CASE, RESULTS = "herefordshire-2008", "herefordshire-2008"


def template(*paragraphs: str) -> bytes:
    """A template of one's own with these paragraphs."""
    document, written = Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(written)
    return written.getvalue()


def filled(*paragraphs: str) -> bytes:
    """The paper of a small case in such a template."""
    return paper(proofread(shipped(CASE)), compared(RESULTS), EXEMPT, template=template(*paragraphs))


def faults(content: bytes) -> tuple[str, ...]:
    """What is said of a template before anything is worked out for it."""
    with pytest.raises(TemplateFaults) as found:
        check_template(content)
    return found.value.faults


def test_an_authority_s_own_template_is_filled() -> None:
    """Its own words stay, its placeholders are filled, its loops go through the results."""
    found = words(
        filled("Report to {{ authority }}", "{%p for each in structures %}", "{{ each.name }}!", "{%p endfor %}")
    )
    assert "Report to Herefordshire Council" in found
    assert "no change!\nas proposed!" in found
    assert "Purpose" not in found


def test_a_placeholder_cut_into_pieces_is_read() -> None:
    """Word stores a placeholder in several runs where somebody has typed into it."""
    document, written = Document(), io.BytesIO()
    paragraph = document.add_paragraph()
    for piece in ("{{ auth", "ority", " }}"):
        paragraph.add_run(piece).italic = piece == "ority"
    document.save(written)
    made = paper(proofread(shipped(CASE)), compared(RESULTS), EXEMPT, template=written.getvalue())
    assert "Herefordshire Council" in words(made)


def test_values_are_never_read_as_placeholders_or_as_xml() -> None:
    """A title that looks like one or the other stands in the paper as it stands in the case."""
    case = shipped(CASE)
    title = "Housing <w:p/> & advice {{ authority }} {% if %}"
    header = case.scenario.header.model_copy(update={"title": title})
    odd = proofread(case.__class__(case.scenario.model_copy(update={"header": header}), case.sealed))
    assert title in words(paper(odd, compared(RESULTS), EXEMPT))


def test_unknown_placeholders_are_named_all_at_once() -> None:
    """With the name that was meant where one is near."""
    assert faults(template("{{ authorty }}", "{{ mayor }}")) == (
        "the template uses a placeholder 'authorty' that there is not; did you mean 'authority'?",
        "the template uses a placeholder 'mayor' that there is not",
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ today.postz }}", "there is no placeholder 'postz' where the template uses it"),
        ("{{ title.__class__.__mro__ }}", "access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ title + 1 }}", "asks for what cannot be done"),
        ("{{ 1 // 0 }}", "asks for what cannot be done"),
        ("{{ title | datev }}", "cannot be"),
        ("{%tr for row in calendar %}{%tr endfor %}", "cannot be"),
    ],
)
def test_what_a_placeholder_cannot_have_is_told(text: str, says: str) -> None:
    """A field that is not there, a way out of the template, or nonsense ends in words and no traceback."""
    with pytest.raises(TemplateFaults) as found:
        filled(text)
    assert says in str(found.value)


def test_a_slip_in_a_placeholder_is_told() -> None:
    """A loop that is not ended is told before any search."""
    (fault,) = faults(template("{% for each in structures %}"))
    assert fault.startswith("a placeholder in the template cannot be read: ")


def _zip(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def _with_doctype() -> bytes:
    with zipfile.ZipFile(io.BytesIO(template("x"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"]
    return _zip({**parts, "word/document.xml": text.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1)})


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "no zip": (lambda: b"Dear committee", "is not a Word file"),
    "cut off": (lambda: template("x")[:-400], "is not a Word file"),
    "another zip": (lambda: _zip({"a.txt": b"x"}), "is not a Word file"),
    "empty parts": (lambda: _zip({"word/document.xml": b""}), "is not a Word file that can be read"),
    "entities": (_with_doctype, "word/document.xml in the template declares a document type"),
    "too much": (lambda: _zip({"word/document.xml": b" " * 3_000_000}), "unpacks to more than is read"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_is_no_template_is_told(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands there instead, it is said what to do, before anything is parsed that could grow."""
    monkeypatch.setattr(filling, "MAX_UNPACKED_BYTES", 2_000_000)
    make, says = UNREADABLE[kind]
    (fault,) = faults(make())
    assert says in fault


def test_every_placeholder_is_filled_and_none_besides() -> None:
    """What templates may use is what the paper fills in, both ways."""
    content = content_of(told(proofread(shipped(CASE)), compared(RESULTS)))
    assert {*content, *CHARTS} == {*FIELDS}


def test_our_template_uses_only_placeholders_there_are() -> None:
    """It passes the look that an authority's own gets."""
    check_template(house_template())


def test_our_template_can_be_read_aloud() -> None:
    """No level of heading left out, header rows that repeat, titles of tables, the language, the width of the page."""
    document = Document(io.BytesIO(house_template()))
    levels = [int(p.style.name[-1]) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in document.tables:
        header = table.rows[0]._tr.trPr
        assert header is not None
        assert header.find(qn("w:tblHeader")) is not None
        title = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert title is not None
        assert all(cell.text for cell in table.rows[0].cells)
        assert sum(column.width.mm for column in table.columns if column.width) == pytest.approx(170, abs=0.5)
    assert 'w:val="en-GB"' in everything(house_template())
