"""The option -o of `restructure check`: a copy of the planner's workbook with what was found in it.

Rules: the planner's own workbook is never written over.
Change this when the copy can be asked for in another way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from api.cli.case_argument import find_case
from api.cli.new_file import require_new, save_new
from api.cli.screen import refusal, tell
from scenarios.reading.disk import read_bytes
from scenarios.reading.unpack import MAX_WORKBOOK_BYTES
from scenarios.schema.faults import CellTrouble, Trouble
from scenarios.workbooks.annotating import annotated_copy

WORKBOOKS = frozenset({".xlsx", ".xlsm"})


@dataclass(frozen=True)
class WorkbookCopy:
    """A workbook, and the new file its copy with comments goes to."""

    original: Path
    output: Path

    def write(self, troubles: Sequence[Trouble]) -> None:
        """Write the copy, and say on the error output what it lacks; or say why there is none.

        Args:
            troubles: faults and doubts, in the order they are to be listed.

        Raises:
            typer.Exit: the file cannot be written (exit code 2).
        """
        try:
            copy = annotated_copy(read_bytes(self.original, MAX_WORKBOOK_BYTES), troubles)
        except CellTrouble as trouble:
            tell(f"No copy was written to {self.output}: {trouble}")
            return
        save_new(self.output, copy.content)
        tell(f"Written: {self.output}, a copy of {self.original.name} with a comment on each cell that is told.")
        if copy.lost:
            tell(f"The copy does not have: {'; '.join(copy.lost)}. {self.original.name} is as it was.")


def copy_of(case: str, output: Path | None) -> WorkbookCopy | None:
    """Return the copy that was asked for, or None when none was.

    Args:
        case: what was typed for CASE.
        output: where the copy goes.

    Raises:
        typer.Exit: the case is no workbook, or the file cannot be a new one (exit code 2).
    """
    if output is None:
        return None
    original = find_case(case)
    if original.suffix.casefold() not in WORKBOOKS or original.is_dir():
        raise refusal(f"{case!r} is no Excel workbook: -o writes a copy of a workbook with comments in its cells")
    require_new(output, original)
    return WorkbookCopy(original, output)
