"""`restructure serve` as a process of its own: it prints its link, answers, and ends in good order.

The worker processes are Dask's and real; one is enough here. What is refused is refused before anything starts.
"""

import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, get_args, get_type_hints

import httpx
import pytest
from typer.models import OptionInfo
from typer.testing import CliRunner

from api.cli.main import app
from api.cli.serve_log import place_of
from api.cli.serve_options import ServeOptions
from api.http.reach import TOKEN_VARIABLE
from tests.api.http.certificates import pair_for

STRONG = "q8Zx-41mPz_Lw07RtYe5uK2h"
SECONDS = 60
ROOT = Path(__file__).parents[2]
MAIN = "from api.cli.main import main; main()"


@dataclass(frozen=True)
class Served:
    """A running server: its process, and what it printed."""

    process: subprocess.Popen[str]
    address: str
    link: str
    log: Path


@contextmanager
def _serving(folder: Path, *options: str, token: str | None = None) -> Iterator[Served]:
    log = folder / "log"
    command = [sys.executable, "-c", MAIN, "serve", "--port", "0", "--workers", "1", *options]
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    environment |= {} if token is None else {"RESTRUCTURE_TOKEN": token}
    with log.open("w") as errors:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and words
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, start_new_session=True
        )
        try:
            assert process.stdout is not None
            link = _link(process.stdout, as_json="--json" in options)
            yield Served(process, link.partition("/?token=")[0].removesuffix("/"), link, log)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(SECONDS)
            assert process.stdout is not None
            process.stdout.close()


def _link(stdout: IO[str], *, as_json: bool) -> str:
    """Read the link that is printed, and nothing else beside it."""
    printed = stdout.readline()
    while as_json and printed and not printed.endswith("}\n"):
        printed += stdout.readline() or "}\n"
    if not as_json:
        opened, link = printed.split()
        assert opened == "Open"
        return link
    told = json.loads(printed)
    assert told["link"].startswith(told["address"])
    return str(told["link"])


def _ended(served: Served, number: signal.Signals) -> str:
    """Send a signal to the server and its workers, as a terminal does; return the log. The exit code is 0."""
    os.killpg(served.process.pid, number)
    assert served.process.wait(SECONDS) == 0, served.log.read_text()
    return served.log.read_text()


def test_it_prints_its_link_answers_and_ends_in_good_order(tmp_path: Path) -> None:
    """The link lets a browser in, the token a script; SIGTERM ends it with code 0; no log line holds the token."""
    with _serving(tmp_path) as served:
        assert served.address.startswith("http://127.0.0.1:")
        token = served.link.partition("?token=")[2]
        with httpx.Client(base_url=served.address) as browser:
            assert browser.get("/v1/session").status_code == 401
            entered = browser.get(served.link)
            assert (entered.status_code, entered.headers["location"]) == (303, "/docs")
            assert browser.get("/v1/session").json() == {"actor": "local", "workspace": "default"}
            assert browser.get("/docs").status_code == 200
        with httpx.Client(base_url=served.address, headers={"Authorization": f"Bearer {token}"}) as script:
            assert script.get("/v1/session").status_code == 200
            ready = script.get("/readyz")
            assert ready.json() == {"ready": True, "store": True, "dispatcher": True, "batches": True, "workers": 1}
            assert token not in script.get("/metrics").text
        log = _ended(served, signal.SIGTERM)
        assert token not in log
        assert [line for line in log.splitlines() if not line.startswith("{")] == [
            "Ctrl-C ends the server; runs that are not finished go on when it is started again.",
            "Stopping: runs have up to 20 seconds to end; what is left goes on at the next start.",
        ]
        lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
        assert {line["route"] for line in lines if line["event"] == "request"} >= {"/", "/v1/session", "/readyz"}
        assert [line for line in lines if line["level"] not in {"info", "warning"}] == []
    folder = tmp_path / "restructure-designer"
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "store.db").stat().st_size > 0


def test_over_tls_it_goes_by_the_name_of_its_certificate(tmp_path: Path) -> None:
    """With a certificate and the operator's token it listens on every address, prints no token, and ends on Ctrl-C."""
    pair = pair_for(tmp_path, "localhost", "127.0.0.1")
    files = ["--tls-certificate", str(pair.certificate), "--tls-key", str(pair.key)]
    file = tmp_path / "kept.log"
    with _serving(tmp_path, "--json", "--log", str(file), "--host", "0.0.0.0", *files, token=STRONG) as served:  # noqa: S104 - TLS and a token
        assert served.link == f"{served.address}/"
        trusting = ssl.create_default_context(cafile=str(pair.certificate))
        with httpx.Client(base_url=served.address, verify=trusting) as browser:
            entered = browser.get("/", params={"token": STRONG})
            assert "__Host-restructure=" in entered.headers["set-cookie"]
            assert "Secure" in entered.headers["set-cookie"]
            assert browser.get("/v1/session").status_code == 200
            assert browser.get("/healthz", headers={"Host": "evil.invalid"}).status_code == 421
        told = _ended(served, signal.SIGINT)
        assert [line for line in told.splitlines() if line.startswith("{")] == []
        assert f"The log goes to {file}." in told
        log = file.read_text()
        assert file.stat().st_mode & 0o077 == 0
        assert '"route": "/v1/session"' in log
        assert STRONG not in told + log
        assert "Traceback" not in told + log


@pytest.mark.parametrize(
    ("asked", "on_a_terminal", "place"),
    [
        (None, False, None),
        (None, True, "/plans/server.log"),
        ("-", True, None),
        ("own.log", True, "own.log"),
        ("own.log", False, "own.log"),
    ],
)
def test_a_log_of_nobodys_choice_leaves_a_terminal_alone(asked: str | None, on_a_terminal: bool, place: Any) -> None:  # noqa: FBT001 - a case of the table
    """On a terminal it lies beside the store, else it goes to the error output; what is asked for is done."""
    found = place_of(asked, "sqlite:////plans/store.db", on_a_terminal=on_a_terminal)
    assert found == (None if place is None else Path(place))


def test_the_log_of_a_store_on_a_server_lies_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no file to lie beside."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    found = place_of(None, "postgresql://me@db.invalid/plans", on_a_terminal=True)
    assert found == tmp_path / "restructure-designer" / "server.log"


def test_a_log_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The words name the option, and nothing was started."""
    options = ["--log", str(tmp_path), "--store", f"sqlite:///{tmp_path / 'store.db'}"]
    assert "Name another with --log FILE" in _refused(*options)
    assert not (tmp_path / "store.db").exists()


def test_every_option_is_documented() -> None:
    """The page for operators has each option and each environment variable of the command, and no other option."""
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    table = page.partition("| option |")[2].partition("\n\n")[0]
    named = set(re.findall(r"`(--[a-z-]+)`", "\n".join(row.split("|")[1] for row in table.splitlines()[2:])))
    hints = get_type_hints(ServeOptions, include_extras=True).values()
    options = [each for hint in hints for each in get_args(hint) if isinstance(each, OptionInfo)]
    assert named == {str(option.default) for option in options}
    variables = {str(option.envvar) for option in options if option.envvar} | {TOKEN_VARIABLE}
    assert variables == set(re.findall(r"RESTRUCTURE_[A-Z_]+", page))


def _refused(*options: str, token: str | None = None) -> str:
    run = CliRunner().invoke(app, ["serve", "--port", "0", *options], env={"RESTRUCTURE_TOKEN": token})
    assert run.exit_code == 2, run.output
    assert run.stdout == ""
    return " ".join(run.stderr.split())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--host", "0.0.0.0"], "--behind-proxy"),  # noqa: S104 - it is refused
        (["--behind-proxy", "https://plan.invalid"], "RESTRUCTURE_TOKEN"),
        (["--tls-key", "key.pem"], "go together"),
        (["--scheduler", "tls://10.0.0.7:8786"], "--scheduler-ca"),
        (["--memory-limit", "lots"], "such as 800 MB"),
        (["--memory-limit", "5 MB"], "300 MB"),
        (["--body-limit", "20"], "such as 800 MB"),
        (["--store", "mysql://somewhere/db"], "sqlite:///FILE"),
        (["--host", "192.0.2.1", "--behind-proxy", "https://plan.invalid"], "RESTRUCTURE_TOKEN"),
    ],
)
def test_what_cannot_be_served_is_refused_with_words(options: list[str], words: str, tmp_path: Path) -> None:
    """Usage is exit code 2 and says what to do, before a port is open or a worker runs."""
    if "--store" not in options:
        options = [*options, "--store", f"sqlite:///{tmp_path / 'store.db'}"]
    assert words in _refused(*options)


def test_files_of_a_cluster_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """A scheduler elsewhere is spoken to by TLS alone, with files that are there."""
    files = [part for name in ("ca", "certificate", "key") for part in (f"--scheduler-{name}", str(tmp_path / name))]
    options = [*files, "--port", "0", "--store", f"sqlite:///{tmp_path / 'store.db'}"]
    assert "cannot be read" in _refused("--scheduler", "tls://10.0.0.7:8786", *options)
    assert "not an address of TLS" in _refused("--scheduler", "tcp://10.0.0.7:8786", *options)


def test_a_port_that_is_taken_is_told() -> None:
    """The words name --port, and nothing was started."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        words = _refused("--port", port)
    assert "--port 0" in words
    assert 'make serve SERVE="--port 0"' in words


def test_a_weak_token_is_not_told_back() -> None:
    """The token is refused by what is wrong with it, and does not appear."""
    words = _refused("--port", "0", token="changeme-q8Zx-41mPz_Lw07RtYe5uK2h")  # noqa: S106 - it is refused
    assert "placeholder" in words
    assert "q8Zx" not in words
