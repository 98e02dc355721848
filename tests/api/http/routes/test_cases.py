"""Cases over HTTP: sent in each form, listed, read back, checked; what is hostile is refused, what is sealed left out.

Change this when something else can be had of a case.
"""

import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from api.cli.main import main
from scenarios.checking.document import faults_document
from scenarios.library import names, path_of
from scenarios.reading.json_document import from_json, to_json
from scenarios.reading.load import load_case
from scenarios.reading.sent import SentForm, case_from
from scenarios.schema.canonical import canonical, digest
from scenarios.schema.case import Case
from scenarios.schema.faults import ScenarioFaults
from scenarios.workbooks.writing import workbook_of
from tests.api.http.client import Client
from tests.api.http.routes.answered import CASE, add_library
from tests.scenarios.reading.small_case import HEAD, SMALL
from tests.scenarios.reading.test_zipped import folder_zip, small, zip_of

JSON = "application/json"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"


def _sent(name: str) -> dict[str, bytes]:
    case = load_case(path_of(name))
    return {JSON: to_json(case).encode(), WORKBOOK: workbook_of(case), ZIP: folder_zip(name)}


@pytest.mark.parametrize("name", ["nottinghamshire-2014", "wandsworth-2015"])
def test_each_form_is_the_same_version(client: Client, name: str) -> None:
    """JSON first (201), then workbook, zip and library name (200): one version, addressed by the digest of the case."""
    expected = digest(load_case(path_of(name)).scenario)
    for number, (kind, content) in enumerate(_sent(name).items()):
        answer = client.post("/v1/cases", content=content, headers={"Content-Type": kind})
        assert answer.status_code == (200 if number else 201), answer.text
        told = answer.json()
        assert (told["case"], told["digest"], told["is_new"]) == (name, expected, number == 0)
        assert answer.headers["location"] == told["links"]["self"] == f"/v1/cases/{name}/versions/{expected}"
        assert answer.headers["etag"] == f'"{expected}"'
    again = client.post("/v1/cases", json={"library": name})
    assert (again.status_code, again.json()["is_new"]) == (200, False)
    assert len(client.get(f"/v1/cases/{name}/versions").json()["items"]) == 1


@pytest.mark.parametrize(
    ("filename", "kind", "said"),
    [
        ("case.xlsx", WORKBOOK, WORKBOOK),
        ("case.XLSX", WORKBOOK, "application/octet-stream"),
        ("c.zip", ZIP, "application/x-zip-compressed"),
        ("a/b\\c.json", JSON, "application/octet-stream"),
    ],
)
def test_a_file_of_a_form_is_read(client: Client, filename: str, kind: str, said: str) -> None:
    """As browsers and `curl -F` send it: by its kind, or by its name where the program does not know the kind."""
    content = _sent("herefordshire-2008")[kind]
    answer = client.post("/v1/cases", files={"file": (filename, content, said)})
    assert answer.status_code == 201, answer.text


def _form(content: bytes, kind: str) -> dict[str, Any]:
    return {"content": content, "headers": {"Content-Type": kind}}


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (_form(b"name: x", "text/yaml"), 415),
        (_form(b"PK\x03\x04", "application/octet-stream"), 415),
        ({"content": b"x"}, 415),
        ({"files": {"file": ("case.csv", b"title", "text/csv")}}, 415),
        ({"files": {"file": ("case", b"title", "application/octet-stream")}}, 415),
        ({"files": {"other": ("case.zip", small(), ZIP)}}, 400),
        ({"files": [("file", ("a.zip", small(), ZIP)), ("file", ("b.zip", small(), ZIP))]}, 400),
        ({"files": {"file": ("case.zip", small(), ZIP)}, "data": {"more": "x"}}, 400),
        (_form(b"--x", "multipart/form-data"), 400),
        ({"json": {"library": "nottinghamshire"}}, 422),
        ({"json": {"library": "nowhere"}}, 422),
    ],
)
def test_what_is_no_case_of_a_known_form_is_refused(client: Client, sent: dict[str, Any], status: int) -> None:
    """Another kind is 415, a form without the one file 400, a library case that is not there 422 with what there is."""
    answer = client.post("/v1/cases", **sent)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert client.get("/v1/cases").json()["items"] == []
    if status == 422:
        assert "nottinghamshire-2014" in answer.json()["places"][0]["message"]


def test_faults_are_told_all_at_once_with_their_places(client: Client) -> None:
    """What check --json lists of the same files: every fault, and the doubts beside them."""
    slips = {
        "posts.csv": "title,team,posts,fte\nService Organiser,North,many,1\nTeam Manager,North,2,1.5\n",
        "work.csv": "work,share: Service Organiser\nMonitoring,lots\n",
    }
    content = zip_of({**SMALL, **slips})
    answer = client.post("/v1/cases", content=content, headers={"Content-Type": ZIP})
    assert answer.status_code == 422
    problem = answer.json()
    with pytest.raises(ScenarioFaults) as found:
        case_from(content, SentForm.ZIP, "case")
    expected = faults_document(found.value)
    assert problem["type"] == "/v1/problems#faults"
    for told, lines in ((problem["places"], expected.faults), (problem["doubts"], expected.doubts)):
        seen = [(each["sheet"], each["row"], each["column"], each["code"], each["message"]) for each in told]
        assert seen == [(line.sheet, line.row, line.column, line.code, line.message) for line in lines]
    assert len(expected.faults) > 1


def _bomb() -> bytes:
    stream = io.BytesIO(workbook_of(load_case(path_of("nottinghamshire-2019"))))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.bin", bytes(64 * 1024 * 1024))
    return stream.getvalue()


def _xml_bomb() -> bytes:
    original = zipfile.ZipFile(io.BytesIO(workbook_of(load_case(path_of("nottinghamshire-2019")))))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in original.namelist():
            part = original.read(name)
            if name == "xl/workbook.xml":
                head, _, rest = part.partition(b"?>")
                part = head + b'?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + rest
            archive.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("kind", "content", "code"),
    [
        (WORKBOOK, _bomb(), "too-much-inside"),
        (WORKBOOK, _xml_bomb(), "odd-part"),
        (WORKBOOK, small(), "not-a-workbook"),
        (ZIP, small(more={"../../x.csv": "x"}), "odd-file"),
        (ZIP, small(more={"in.zip": small()}), "odd-file"),
        (ZIP, b"x", "not-a-zip"),
        (JSON, b"[" * 100_000, "too-deep"),
        (JSON, b'{"scenario": {}, "scenario": {}}', "twice-in-header"),
        (JSON, b'{"library": 5}', "needed"),
        (JSON, b"", "empty-file"),
    ],
)
def test_hostile_files_are_faults_and_leave_nothing(
    client: Client, kind: str, content: bytes, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bombs, paths that lead out, archives in archives: 422, nothing kept, no temporary file left."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    for sent in (_form(content, kind), {"files": {"file": ("case", content, kind)}}):
        answer = client.post("/v1/cases", **sent)
        assert answer.status_code == 422, answer.text
        assert code in {each["code"] for each in answer.json()["places"]}
    assert client.get("/v1/cases").json()["items"] == []
    assert list(place.iterdir()) == []


def test_a_body_over_the_limit_is_refused(client: Client) -> None:
    """One byte more than the server takes is 413, as a body and as a file of a form."""
    most = client.service.settings.most_body_bytes
    body = client.post("/v1/cases", **_form(bytes(most + 1), ZIP))
    form = client.post("/v1/cases", files={"file": ("case.zip", bytes(most), ZIP)})
    assert (body.status_code, form.status_code) == (413, 413)
    assert body.headers["content-type"] == form.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("deep", [b"[" * 990, b'{"library":' + b"[" * 980])
def test_json_that_nests_without_end_is_a_fault(client: Client, deep: bytes) -> None:
    """It is told as such, even where it is as short as the name of a case of the library."""
    answer = client.post("/v1/cases", **_form(deep, JSON))
    assert answer.status_code == 422, answer.text
    assert answer.json()["type"] == "/v1/problems#faults"


@pytest.mark.parametrize("name", [".", ".."])
def test_a_case_whose_name_has_no_address_is_refused(client: Client, name: str) -> None:
    """A client takes such a name out of an address, so that nothing of the case could be asked for."""
    case = load_case(path_of(CASE))
    header = case.scenario.header.model_copy(update={"name": name})
    named = Case(scenario=case.scenario.model_copy(update={"header": header}))
    answer = client.post("/v1/cases", **_form(to_json(named).encode(), JSON))
    assert answer.status_code == 422, answer.text
    (place,) = answer.json()["places"]
    assert place["where"] == "header.name"
    assert "give the case a name" in place["message"]


def test_sealed_sheets_are_left_out_and_said_so(client: Client, tmp_path: Path) -> None:
    """A planted figure of each sealed sheet is nowhere in what is told, kept or given back."""
    sealed = {
        "service.csv": "group,age from,age to,years,pay,people\nTeam Manager,41,49,7,90101,2\n",
        "equality.csv": "characteristic,value,all people,people\nsex,women,80203,80202\n",
        "scenario.yaml": HEAD + "sources:\n  service: pay roll of 70304\n",
    }
    answer = client.post("/v1/cases", **_form(small(more=sealed), ZIP))
    assert answer.status_code == 201
    told = answer.json()
    assert [(each["sheet"], each["rows"]) for each in told["left_out"]] == [("equality", 1), ("service", 1)]
    assert "exit costs" in told["left_out"][1]["words"]
    links = told["links"]
    seen = [answer.content, *(client.get(links[each]).content for each in ("self", "check", "workbook"))]
    kept = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("store.sqlite3*")))
    for figure in (b"90101", b"9010100", b"80203", b"80202", b"70304"):
        assert [figure in text for text in (*seen, kept)] == [False] * 5


def test_a_version_is_read_back_as_it_was(client: Client) -> None:
    """JSON and workbook give the case again, and either can be sent again and is the same version."""
    for name in names():
        told = add_library(client, name)
        scenario = canonical(load_case(path_of(name)).scenario)
        shown = client.get(told["links"]["self"])
        assert canonical(from_json(shown.text).scenario) == scenario
        book = client.get(told["links"]["workbook"])
        assert book.headers["content-disposition"] == f'attachment; filename="{told["case"]}-case.xlsx"'
        assert book.headers["content-type"] == WORKBOOK
        assert canonical(case_from(book.content, SentForm.WORKBOOK, "b").scenario) == scenario
        for content, kind in ((shown.content, JSON), (book.content, WORKBOOK)):
            assert client.post("/v1/cases", **_form(content, kind)).status_code == 200


def test_check_is_what_the_command_line_prints(
    client: Client, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`restructure check FILE --json` of the version, saved, prints the same bytes."""
    told = add_library(client)
    saved = tmp_path / "saved.json"
    saved.write_bytes(client.get(told["links"]["self"]).content)
    monkeypatch.setattr("sys.argv", ["restructure", "check", str(saved), "--json"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert client.get(told["links"]["check"]).content == capsysbinary.readouterr().out


@pytest.mark.parametrize("link", ["self", "check", "workbook"])
def test_what_is_known_already_is_not_sent_again(client: Client, link: str) -> None:
    """The same tag every time, and 304 without a body for whoever has it."""
    told = add_library(client)
    first = client.get(told["links"][link])
    assert client.get(told["links"][link]).content == first.content
    again = client.get(told["links"][link], headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    other = client.get(told["links"][link], headers={"If-None-Match": '"other"'})
    assert other.status_code == 200


def _named(name: str) -> bytes:
    case = load_case(path_of("nottinghamshire-2019"))
    header = case.scenario.header.model_copy(update={"name": name})
    return to_json(Case(case.scenario.model_copy(update={"header": header}))).encode()


@pytest.mark.parametrize("name", ["a/b", "Children's services / 2026", "a/versions/b", "ü 50%", "x?y#z", "a\\b", "%2F"])
def test_a_case_may_have_any_name(client: Client, name: str) -> None:
    """Links of a case with signs in its name lead to it."""
    told = client.post("/v1/cases", **_form(_named(name), JSON)).json()
    assert told["case"] == name
    for link in ("self", "check", "workbook", "versions"):
        assert client.get(told["links"][link]).status_code == 200, link
    assert client.get("/v1/cases").json()["items"][0]["newest"]["links"]["self"] == told["links"]["self"]


def test_lists_go_by_the_page(client: Client) -> None:
    """Every case once, in order of name, and every version once, the newest first, three to a page."""
    for number in range(7):
        client.post("/v1/cases", **_form(_named(f"case {number}"), JSON))
    for number in range(4):
        case = json.loads(_named("case 3"))
        case["scenario"]["header"]["note"] = f"draft {number}"
        client.post("/v1/cases", **_form(json.dumps(case).encode(), JSON))

    def pages(path: str | None) -> list[list[dict[str, Any]]]:
        found = []
        while path is not None:
            answer = client.get(path)
            assert answer.status_code == 200
            found.append(answer.json()["items"])
            path = answer.json()["next"]
        return found

    cases = pages("/v1/cases?limit=3")
    assert [len(page) for page in cases] == [3, 3, 1]
    assert [(each["case"], each["versions"]) for page in cases for each in page] == [
        (f"case {number}", 5 if number == 3 else 1) for number in range(7)
    ]
    versions = pages("/v1/cases/case%203/versions?limit=2")
    assert [len(page) for page in versions] == [2, 2, 1]
    notes = [client.get(each["links"]["self"]).json()["scenario"]["header"]["note"] for p in versions for each in p]
    assert notes[:4] == ["draft 3", "draft 2", "draft 1", "draft 0"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/cases/nowhere/versions", 404),
        (f"/v1/cases/nowhere/versions/{'0' * 64}", 404),
        (f"/v1/cases/nowhere/versions/{'0' * 64}/check", 404),
        (f"/v1/cases/nowhere/versions/{'0' * 64}/case.xlsx", 404),
        (f"/v1/cases/{CASE}/versions/{'0' * 64}", 404),
        ("/v1/cases/nowhere/versions/abc", 422),
        ("/v1/cases/a%00b/versions", 422),
        (f"/v1/cases/{'x' * 201}/versions", 422),
        ("/v1/cases?limit=0", 422),
        ("/v1/cases?limit=201", 422),
        ("/v1/cases?after=%00", 422),
        ("/v1/cases/x/versions?after=x", 422),
        ("/v1/cases/x/versions?after=99999999999999999999", 422),
    ],
)
def test_what_is_not_there_is_said(client: Client, path: str, status: int) -> None:
    """A case or version that is not there is 404, an address that cannot be one 422."""
    add_library(client)
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_case_under_another_name_is_not_found_by_its_digest(client: Client) -> None:
    """A version is found under the name of its case alone."""
    told = add_library(client)
    assert client.get(f"/v1/cases/other/versions/{told['digest']}").status_code == 404
