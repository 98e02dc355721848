"""What two versions state otherwise, over HTTP and on the command line.

Change this when two versions can be told apart in something more.
"""

import json
from pathlib import Path

import pytest

from api.cli.main import main
from tests.api.http.client import Client
from tests.api.http.routes.answered import add_library


def test_a_diff_is_what_the_command_line_prints(
    client: Client, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`restructure diff A B --input-only --json` of both versions, saved, prints the same bytes; 304 once known."""
    told = add_library(client)
    case = client.get(told["links"]["self"]).json()
    case["scenario"]["posts"][0]["title"] = "Head of Everything"
    later = client.post("/v1/cases", json=case).json()
    paths = []
    for name, each in (("a", told), ("b", later)):
        path = tmp_path / f"{name}.json"
        path.write_bytes(client.get(each["links"]["self"]).content)
        paths.append(str(path))
    monkeypatch.setattr("sys.argv", ["restructure", "diff", *paths, "--input-only", "--json"])
    with pytest.raises(SystemExit):
        main()
    address = f"/v1/diff?a={told['digest']}&b={later['digest']}"
    answer = client.get(address)
    assert answer.content == capsysbinary.readouterr().out
    assert "Head of Everything" in answer.text
    assert client.get(address, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    other_way = client.get(f"/v1/diff?a={later['digest']}&b={told['digest']}")
    assert other_way.headers["etag"] != answer.headers["etag"]


def test_a_version_and_itself_differ_in_nothing(client: Client) -> None:
    """The same input has the same answers: nothing is stated, and nothing comes out, otherwise."""
    digest = add_library(client)["digest"]
    told = json.loads(client.get(f"/v1/diff?a={digest}&b={digest}").content)
    assert (told["same_input"], told["same_answer"], told["input"], told["answer"]) == (True, True, [], [])


@pytest.mark.parametrize(("a", "b", "status"), [("0" * 64, "1" * 64, 404), ("x", "0" * 64, 422), ("", "", 422)])
def test_versions_that_are_not_there_are_said(client: Client, a: str, b: str, status: int) -> None:
    """404 for digests that no version has, 422 for what is no digest."""
    assert client.get(f"/v1/diff?a={a}&b={b}").status_code == status
    assert client.get("/v1/diff").status_code == 422
