"""Every request that a page shows is answered as it says, in its order, on the real app: the guide of the API first.

Their fences are of bash: lines in fences of sh are run by test_outputs, and a server would not end there.

Change this when the guide shows a request that cannot be told from its line.
"""

import io
import json
import re
import shlex
import string
import zipfile
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.workbooks.writing import workbook_of
from tests.api.http.client import Client
from tests.api.http.conftest import client as client  # noqa: PLC0414 - the fixture itself
from tests.api.http.routes.answered import answer_all
from tests.docs.pages import page

GUIDE = page("docs/guides/http-api.md")
FENCE = re.compile(r"^```(bash|json)\n(.*?)^```$", re.M | re.S)
CASE = "nottinghamshire-2014"


def _zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(path_of(CASE).iterdir()):
            archive.write(path, f"plan/{path.name}")
    return stream.getvalue()


def _files() -> dict[str, bytes]:
    return {"plan.zip": _zip(), "plan.xlsx": workbook_of(load_case(path_of(CASE)))}


def _sent(client: Client, words: list[str]) -> httpx.Response:
    """Send what a line of curl sends."""
    headers: dict[str, str] = {}
    rest: dict[str, Any] = {}
    address = ""
    left = iter(words[1:])
    for word in left:
        match word:
            case "-H":
                name, _, value = next(left).partition(": ")
                headers |= {name: value} if name != "Authorization" else {}
            case "-d":
                rest["content"] = next(left)
            case "-F":
                name, _, file = next(left).partition("=@")
                rest["files"] = {name: (file, _files()[file], "application/octet-stream")}
            case "-o":
                next(left)
            case "-N":
                pass
            case _:
                address = word
    return client.ask("POST" if rest else "GET", address, headers=headers, **rest)


def _holds(shown: Any, told: Any) -> bool:
    """Whether what the guide shows of an answer is in it."""
    if isinstance(shown, dict):
        return all(name in told and _holds(value, told[name]) for name, value in shown.items())
    return bool(shown == told)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for kind, block in FENCE.findall(text):
        yield from ((kind, line) for line in (block.splitlines() if kind == "bash" else [block]))


def test_the_guide_says_what_the_service_does(client: Client) -> None:
    """Each curl is answered with success, and each JSON shown is part of the answer before it."""
    assert _answered(client, GUIDE) > 15


@pytest.mark.parametrize(("name", "requests"), [("README.md", 3), ("docs/operations.md", 1)])
def test_other_pages_show_requests_that_are_answered(client: Client, name: str, requests: int) -> None:
    """The README leads from a case of the library to the answer; the page for operators shows the token."""
    assert _answered(client, page(name)) == requests


def _answered(client: Client, text: str) -> int:
    """Send every request of a page, and return how many there were."""
    known = {"AT": ""}
    told: Any = None
    counted = 0
    for kind, line in _lines(text):
        if kind == "json":
            assert _holds(json.loads(line), told), line
            continue
        if not line.startswith("curl "):
            name, _, value = line.partition("=")
            known.setdefault(name, value.strip("'"))
            continue
        answer = _sent(client, shlex.split(string.Template(line).substitute(known)))
        assert answer.status_code in {200, 201, 202}, (line, answer.text)
        counted += 1
        if answer.headers["content-type"] != "application/json":
            continue
        told = answer.json()
        links = told.get("links", {})
        if "check" in links and "VERSION" not in known:
            known |= {"VERSION": links["self"], "DIGEST": told["digest"]}
        if "events" in links and "RUN" not in known:
            known["RUN"] = links["self"]
            answer_all(client)
        if line.endswith("/structures"):
            known |= {"STRUCTURE": told["items"][0]["links"]["self"]}
            known |= {"ONE": told["items"][0]["id"], "OTHER": told["items"][1]["id"]}
    return counted
