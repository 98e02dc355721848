"""Files that are written once: whole, or not at all.

Change this when a file may be written over.
"""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import typer

from api.cli.new_file import save_new


@contextmanager
def room_for(bytes_left: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes, as on a disc that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_could_be_written_in_part_is_taken_away_and_can_be_tried_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half a workbook stays nowhere, the refusal says why, and the next attempt finds nothing in its way."""
    path, content = tmp_path / "plan.xlsx", bytes(300_000)
    with room_for(4096), pytest.raises(typer.Exit) as ended:
        save_new(path, content)
    assert ended.value.exit_code == 2
    assert "cannot be written: File too large" in " ".join(capsys.readouterr().err.split())
    assert [*tmp_path.iterdir()] == []
    save_new(path, content)
    assert path.read_bytes() == content


def test_what_is_there_already_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that appears between the look and the writing is neither written over nor taken away."""
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"kept")
    monkeypatch.setattr("api.cli.new_file.require_new", lambda *_, **__: None)
    with pytest.raises(typer.Exit):
        save_new(path, b"other")
    assert path.read_bytes() == b"kept"
