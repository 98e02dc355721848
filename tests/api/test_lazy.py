"""Commands are loaded when called, and help needs none of them."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from api.cli.lazy import Late, Several, load
from api.cli.main import COMMANDS, app, main

ORDER = ("list", "check", "design", "compare", "import")
LEAVES = {name: late for name, late in COMMANDS.items() if isinstance(late, Late)} | {
    f"{name} {word}": leaf
    for name, several in COMMANDS.items()
    if isinstance(several, Several)
    for word, leaf in several.commands.items()
}


def test_help_needs_nothing_heavy() -> None:
    """A fresh process that shows the help has loaded no solver, no tables, no schema and no command."""
    script = (
        "import sys\n"
        "from api.cli.main import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        "roots = {name.split('.')[0] for name in sys.modules}\n"
        "heavy = {'ortools', 'pandas', 'numpy', 'pydantic', 'yaml', 'solver', 'scenarios', 'sqlalchemy', 'alembic'}\n"
        "print(sorted(roots & heavy))\n"
        "print([name for name in sys.modules if name in ('api.cli.compare', 'api.cli.check')])\n"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "compare" in run.stdout
    assert run.stdout.splitlines()[-2:] == ["[]", "[]"]


def test_help_lists_every_command_in_order() -> None:
    """The commands stand in the help in the order a planner uses them."""
    shown = CliRunner().invoke(app, ["--help"]).stdout
    places = [shown.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)
    assert [name for name in COMMANDS if name in ORDER] == list(ORDER)


@pytest.mark.parametrize(("name", "late"), sorted(LEAVES.items()))
def test_every_command_is_where_it_is_named(name: str, late: Late) -> None:
    """Each command's function is found, and its help speaks of it and of the arguments it takes."""
    assert callable(load(late.target))
    run = CliRunner().invoke(app, [*name.split(), "--help"])
    assert run.exit_code == 0
    assert f"restructure {name}" in run.stdout.replace("root", "restructure")
    assert "--json" in run.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["compair"], "No such command 'compair'. Did you mean 'compare'?"),
        (["compare"], "Missing argument 'CASE'"),
        (["compare", "x", "--effort", "0"], "--effort"),
        (["check", "x", "--jason"], "No such option: --jason"),
    ],
)
def test_usage_is_told_without_a_traceback(arguments: list[str], words: str) -> None:
    """A slip on the command line is exit code 2 and one message, on the error output."""
    run = CliRunner().invoke(app, arguments)
    assert run.exit_code == 2
    assert words in run.stderr
    assert run.stdout == ""


def test_the_version_is_told() -> None:
    """--version prints name and version, and ends."""
    run = CliRunner().invoke(app, ["--version"])
    assert run.exit_code == 0
    assert run.stdout.startswith("restructure-designer ")


def test_the_console_script_runs_on_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """main() reads the process's arguments and ends with the command's exit code."""
    monkeypatch.setattr(sys, "argv", ["restructure", "list"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
    assert "nottinghamshire-2014" in capsys.readouterr().out


def test_a_narrow_encoding_is_no_traceback() -> None:
    """Where the output cannot show a pound sign or a line, something stands in for it and the command goes on."""
    run = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv=['restructure','list']; from api.cli.main import main; main()"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert b"nottinghamshire-2014" in run.stdout
    assert run.stderr == b""
