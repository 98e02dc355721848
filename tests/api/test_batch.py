"""`restructure batch` from what is typed to what is printed and written, on the small case of the guide on stress.

How it is worked on, ended and begun again is in tests/api/jobs. Change this when a batch is asked for in another way.
"""

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from api.cli import batch as command
from api.cli import batch_progress
from api.cli.batch_files import OWN_FILES, WRITTEN
from api.cli.batch_progress import BatchProgress
from api.cli.main import app
from api.jobs.batch_crew import Alone, Crew, OtherBuild
from api.jobs.cluster import Cluster, ClusterAway, LocalSize, TlsFiles
from api.store.unavailable import StoreUnavailable
from tests.scenarios.batches.small import EXAMPLES

FORBIDDEN = re.compile(r"\b(best|optimal|optimum|proven|dominated)\b", re.IGNORECASE)
CASE = EXAMPLES / "advice-stress"
RECIPE = """\
case: {case}
title: Three futures of advice
options: no change; as proposed
futures:
  - name: more work
    values:
      demand: 10%
draws:
  count: 2
  seed: 1
  figures:
    leavers: {{low: 0%, high: 10%}}
"""


def run(*arguments: object) -> Result:
    """Run the command line as a planner does."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    """A recipe over the small case, named by its place."""
    path = tmp_path / "recipe.yaml"
    path.write_text(RECIPE.format(case=CASE), encoding="utf-8")
    return path


def test_a_batch_is_printed_and_written(recipe: Path, tmp_path: Path) -> None:
    """The summary on the screen and in a file; tables, page, picture and document; and nothing else but answers."""
    folder = tmp_path / "deep" / "out"
    done = run("batch", recipe, "--workers", 0, "-o", folder)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("Three futures of advice (advice-stress)")
    assert "4 futures: as things are, and 1 named, 2 drawn. 8 runs in all." in done.stdout
    assert FORBIDDEN.findall(done.stdout) == []
    there = {path.name for path in folder.iterdir()}
    assert {*WRITTEN} <= there <= OWN_FILES
    text = (folder / "summary.txt").read_text("utf-8")
    assert [line.rstrip() for line in done.stdout.splitlines()] == text.splitlines()
    page = (folder / "summary.html").read_text("utf-8")
    assert page.count("<svg") == 1
    assert 'role="img" aria-label="Cost a year and people displaced over 4 futures' in page
    assert "http://" not in page.replace("http://www.w3.org/", "")
    assert json.loads((folder / "batch.json").read_text("utf-8"))["rows"] == 8


def test_again_is_the_same_and_as_json(recipe: Path, tmp_path: Path) -> None:
    """A folder with an earlier batch is gone on with; --json prints its document, byte for byte what is written."""
    folder = tmp_path / "out"
    run("batch", recipe, "--workers", 0, "-o", folder)
    before = {name: (folder / name).read_bytes() for name in WRITTEN}
    again = run("batch", recipe, "--workers", 0, "-o", folder, "--json")
    assert again.exit_code == 0
    assert {name: (folder / name).read_bytes() for name in WRITTEN} == before
    assert again.stdout.encode() == before["batch.json"]


def test_without_a_folder_nothing_is_left(recipe: Path, tmp_path: Path) -> None:
    """The summary alone."""
    done = run("batch", recipe, "--workers", 0, "--json")
    assert json.loads(done.stdout)["futures"] == 4
    assert [path.name for path in tmp_path.iterdir()] == ["recipe.yaml"]


def test_a_dry_run_counts(recipe: Path) -> None:
    """How many futures of which kind, and how figures are drawn; nothing is answered."""
    told = run("batch", recipe, "--dry-run")
    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        "4 futures: 1 as things are, 1 named, 2 drawn",
        "leavers: evenly from 0% to 10%",
    ]
    told = recipe.read_text("utf-8") + "grids:\n  - demand: [0%, 5%]\n    pay award: [1%, 2%]\n"
    recipe.with_name("more.yaml").write_text(told, "utf-8")
    more = run("batch", recipe.with_name("more.yaml"), "--dry-run").stdout
    assert more.startswith("8 futures: 1 as things are, 1 named, 4 of grids, 2 drawn\n")
    counted = json.loads(run("batch", recipe, "--dry-run", "--json").stdout)
    assert counted["futures"] == 4
    assert counted["kinds"] == {"as things are": 1, "named": 1, "grid": 0, "draw": 2}


def test_the_example_of_the_guide_names_six_futures() -> None:
    """The recipe in docs/examples stands, and names a case of the library."""
    told = run("batch", EXAMPLES / "nottinghamshire-futures.yaml", "--dry-run")
    assert told.stdout.splitlines() == ["7 futures: 1 as things are, 6 named"]


def test_faults_end_with_three(recipe: Path) -> None:
    """Every fault with its place, on the screen or as JSON; a case with faults is told as everywhere."""
    recipe.write_text(recipe.read_text("utf-8").replace("demand", "demnad").replace("leavers", "zebra"), "utf-8")
    told = run("batch", recipe, "--workers", 0)
    assert told.exit_code == 3
    assert "Faults in the recipe, to be mended first: 2" in told.stdout
    assert "did you mean 'demand'?" in told.stdout
    document = json.loads(run("batch", recipe, "--json").stdout)
    assert [fault["column"] for fault in document["faults"]] == ["draws, zebra", "futures, 'more work', demnad"]
    recipe.write_text("case: none-such\nfutures:\n  - {name: a, values: {demand: 1%}}\n", "utf-8")
    assert run("batch", recipe).exit_code == 2
    recipe.unlink()
    assert run("batch", recipe).exit_code == 3


def test_what_is_not_settled_ends_with_five(recipe: Path) -> None:
    """A future whose values make a faulty case leaves the batch not settled."""
    share = 'work["{}"].share["Housing Adviser"]: {{low: 60%, high: 60%}}'.format
    drawn = "\n".join(f"    {share(work)}" for work in ("Casework", "Telephone advice"))
    recipe.write_text(
        f"case: {CASE}\noptions: no change\ndraws:\n  count: 1\n  seed: 1\n  figures:\n{drawn}\n", "utf-8"
    )
    told = run("batch", recipe, "--workers", 0)
    assert told.exit_code == 5
    assert "Not answered, as the case would have faults: draw 1" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--scheduler", "tls://127.0.0.1:1"),
            "--scheduler needs --scheduler-ca, --scheduler-certificate and --scheduler-key",
        ),
        (
            (
                "--scheduler",
                "tcp://127.0.0.1:1",
                "--scheduler-ca",
                "a",
                "--scheduler-certificate",
                "b",
                "--scheduler-key",
                "c",
            ),
            "is not an address of TLS",
        ),
        (
            (
                "--scheduler",
                "tls://127.0.0.1:1",
                "--scheduler-ca",
                "a",
                "--scheduler-certificate",
                "b",
                "--scheduler-key",
                "c",
            ),
            "cannot be read",
        ),
    ],
)
def test_a_scheduler_without_certificates_is_refused(recipe: Path, arguments: tuple[str, ...], said: str) -> None:
    """Usage: whoever reaches a scheduler can have code run."""
    told = run("batch", recipe, *arguments)
    assert told.exit_code == 2
    assert said in told.stderr


def test_a_folder_that_cannot_be_used(recipe: Path, tmp_path: Path) -> None:
    """Other files in it, or a file in its place: refused before anything is answered."""
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter.txt").write_text("Dear", "utf-8")
    assert "holds other files" in run("batch", recipe, "-o", tmp_path / "used").stderr
    assert run("batch", recipe, "-o", recipe).exit_code == 2
    assert run("batch", recipe, "--workers", 0, "-o", recipe / "below").exit_code == 2


class Refusing(Alone):
    """A crew that ends in some way."""

    trouble: Exception

    def today(self, sent: bytes) -> bytes | None:
        """End so."""
        raise self.trouble


@pytest.mark.parametrize(
    ("trouble", "code", "said"),
    [
        (ClusterAway("no Dask scheduler answers"), 5, "no Dask scheduler answers. Stopped before every future"),
        (OtherBuild("the workers are of another build"), 5, "another build. Stopped before"),
        (StoreUnavailable("the disk of the store is full"), 2, "the disk of the store is full"),
    ],
)
def test_what_comes_between_is_told(
    recipe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, trouble: Exception, code: int, said: str
) -> None:
    """A scheduler that went away, workers of another build: go on later; a full disk: usage."""

    @contextmanager
    def crew(_wish: object) -> Iterator[Crew]:
        made = Refusing()
        made.trouble = trouble
        yield made

    monkeypatch.setattr(command, "_crew", crew)
    told = run("batch", recipe, "-o", tmp_path / "out")
    assert told.exit_code == code
    assert said in " ".join(told.stderr.split())


def test_stopped_it_says_how_to_go_on(recipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder nothing is kept, and it is said what would be."""
    monkeypatch.setattr(command, "stoppable", lambda *_: False)
    told = run("batch", recipe, "--workers", 0)
    assert told.exit_code == 5
    assert "with -o FOLDER answers are kept" in told.stderr


def test_workers_are_those_of_this_machine_or_of_the_scheduler(
    recipe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One for each core unless told otherwise, the memory shared between them; a scheduler with its certificates."""
    opened: list[object] = []

    def local(size: LocalSize) -> Cluster:
        opened.append(size)
        return SimpleNamespace(close=lambda: opened.append("closed"))  # type: ignore[return-value]

    def remote(address: str, tls: TlsFiles) -> Cluster:
        opened.append((address, tls))
        return SimpleNamespace(close=lambda: opened.append("closed"))  # type: ignore[return-value]

    monkeypatch.setattr(command, "open_local", local)
    monkeypatch.setattr(command, "open_remote", remote)
    monkeypatch.setattr(command, "OnCluster", lambda _cluster: Alone())
    monkeypatch.setattr(command, "MEMORY_LIMIT", 12)
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    assert run("batch", recipe).exit_code == 0
    assert run("batch", recipe, "--workers", 3).exit_code == 0
    tls = ("--scheduler-ca", "a", "--scheduler-certificate", "b", "--scheduler-key", "c")
    assert run("batch", recipe, "--scheduler", "tls://host:8786", *tls).exit_code == 0
    assert opened == [
        LocalSize(workers=4, memory_bytes=3, nice=0),
        "closed",
        LocalSize(workers=3, memory_bytes=4, nice=0),
        "closed",
        ("tls://host:8786", TlsFiles(ca=Path("a"), cert=Path("b"), key=Path("c"))),
        "closed",
    ]


def test_progress_is_a_bar_with_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the futures answered of all, and time left; nothing of it stays behind."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setattr(
        batch_progress, "Console", lambda file: Console(file=file, force_terminal=True, width=80, _environ={})
    )
    with BatchProgress(7, asked=False) as bar:
        bar.tell(3)
        bar._bar.refresh()
    assert "3/7" in shown.getvalue()
    assert "left:" in shown.getvalue()


def test_progress_elsewhere_is_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    """The first and the last at least where it is asked for; nothing where it is not."""
    for asked in (True, False):
        with BatchProgress(2000, asked=asked) as bar:
            for done in (1, 2, 2000):
                bar.tell(done)
    assert capsys.readouterr().err.splitlines() == [
        "1 of 2,000 futures answered",
        "2,000 of 2,000 futures answered",
    ]
