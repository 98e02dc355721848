"""A case as it is sent: as the body of the request or as one file of a form, in a form that the sender names.

The kind is what Content-Type says, and for a file of a form whose kind the sender does not know, what its name ends in;
what is inside is never guessed at. Files of a form are kept in memory or in a file without a name, and are gone with
the request. Size is looked at by the server (413) before anything here sees a byte.
Change this when a case may be sent in another form, or another way.
"""

import json
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from starlette.datastructures import UploadFile
from starlette.requests import Request

from api.http.places import not_valid
from api.http.problems import BadRequest, Refused, WrongMediaType
from scenarios.library import names, path_of
from scenarios.reading.load import load_case
from scenarios.reading.sent import SentForm, case_from
from scenarios.schema.case import Case
from scenarios.schema.nearness import meant

JSON = "application/json"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
FORM = "multipart/form-data"
FORMS = {
    JSON: SentForm.JSON,
    WORKBOOK: SentForm.WORKBOOK,
    ZIP: SentForm.ZIP,
    "application/x-zip-compressed": SentForm.ZIP,
}
ENDINGS = {".json": SentForm.JSON, ".xlsx": SentForm.WORKBOOK, ".zip": SentForm.ZIP}
UNKNOWN = "application/octet-stream"
"""What a program says of a file whose kind it does not know."""
FILE = "file"
MOST_LIBRARY_BYTES = 1_000
"""A body that names a case of the library is no longer than this."""
HOW = (
    f"Send the case as {JSON}, {WORKBOOK} or {ZIP}, or as the one file {FILE!r} of a {FORM} whose name ends in .json, "
    ".xlsx or .zip."
)


class FromLibrary(BaseModel):
    """A case of the library, by its name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    library: str = Field(max_length=200, description="Name of a case of the library.", examples=[*names()])


@dataclass(frozen=True)
class Upload:
    """What was sent: its bytes, its form, and what it is called where something is wrong with it."""

    content: bytes
    form: SentForm
    name: str


async def upload_of(request: Request) -> Upload:
    """Return what a request sends.

    Raises:
        Refused: WrongMediaType, or BadRequest for a form that cannot be read.
    """
    said = _kind(request.headers.get("content-type"))
    if said == FORM:
        return await _of_form(request)
    if said not in FORMS:
        raise Refused(WrongMediaType(detail=HOW))
    return Upload(await request.body(), FORMS[said], "case")


async def _of_form(request: Request) -> Upload:
    async with request.form(max_files=1, max_fields=0) as form:
        sent = [each for _, each in form.multi_items() if isinstance(each, UploadFile)]
        if len(sent) != 1 or FILE not in form:
            raise Refused(BadRequest(detail=f"The form holds no file called {FILE!r}. {HOW}"))
        upload = sent[0]
        name = PurePosixPath((upload.filename or "").replace("\\", "/")).name
        said = _kind(upload.content_type)
        kind = ENDINGS.get(PurePosixPath(name).suffix.casefold()) if said == UNKNOWN else FORMS.get(said)
        if kind is None:
            raise Refused(WrongMediaType(detail=HOW))
        return Upload(await upload.read(), kind, name[:80] or "case")


def _kind(header: str | None) -> str:
    """Return the media type of a header without its parameters; that of an unknown file where there is none."""
    message = Message()
    message["content-type"] = header or UNKNOWN
    return message.get_content_type()


def read_upload(upload: Upload) -> Case:
    """Return the case that was sent, or that of the library which it names.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found.
        Refused: InvalidRequest, where the library has no such case, or nothing could be asked of it under its name.
    """
    named = _library_name(upload)
    if named is None:
        return _addressable(case_from(upload.content, upload.form, upload.name))
    if named in names():
        return load_case(path_of(named))
    near = meant(named, names())
    offer = f"Did you mean {near!r}?" if near else f"It has: {', '.join(names())}."
    raise Refused(not_valid("body.library", f"The library has no case of this name. {offer}"))


def _addressable(case: Case) -> Case:
    """Return a case; refuse one whose name clients take out of an address as a step in it (RFC 3986, 5.2.4)."""
    if case.scenario.header.name in {".", ".."}:
        raise Refused(
            not_valid("header.name", "No address can hold this name: give the case a name with a letter in it.")
        )
    return case


def _library_name(upload: Upload) -> str | None:
    """Return the name of a case of the library where that is all that was sent; None: a case of the sender's own."""
    if upload.form is not SentForm.JSON or len(upload.content) > MOST_LIBRARY_BYTES:
        return None
    try:
        asked: Any = json.loads(upload.content)
    except (ValueError, RecursionError):  # nested without end: the reader of cases tells it as a fault
        return None
    if not (isinstance(asked, dict) and asked.keys() == {"library"} and isinstance(asked["library"], str)):
        return None
    return asked["library"]
