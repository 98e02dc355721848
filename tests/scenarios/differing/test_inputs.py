"""What two cases state otherwise: rows known again by name or number, cells with marks, ranges, sources and places."""

from pathlib import Path

import pytest

from scenarios.differing.inputs import CellChange, RowChange, SealedChange, input_changes, sealed_changes
from scenarios.library import names, path_of
from scenarios.reading.json_document import to_json
from scenarios.reading.load import load_case
from scenarios.schema.case import Case
from scenarios.workbooks.writing import workbook_of
from tests.scenarios.reading.small_case import HEAD, POSTS, WORK, Content, write

BARE: dict[str, Content] = {"work": None, "able": None}
NUMBERED = "post number,title,team,posts\nA1,Officer,North,1\nA2,Officer,North,1\n"


def load(folder: Path, name: str, **changes: Content) -> Case:
    """The small case with sheets changed, kept under a name."""
    return load_case(write(folder / name, {f"{sheet}.csv": text for sheet, text in changes.items()}))


def changes(folder: Path, before: dict[str, Content], after: dict[str, Content]) -> tuple[RowChange, ...]:
    """What differs between the small case with some sheets and with others."""
    return input_changes(load(folder, "a", **before), load(folder, "b", **after))


def told(found: tuple[RowChange, ...]) -> list[tuple[str, str, str, dict[str, tuple[str | None, str | None]]]]:
    """Sheet, row, kind and the two texts of each cell."""
    return [(c.sheet, c.row, c.change, {cell.column: (cell.before, cell.after) for cell in c.cells}) for c in found]


@pytest.mark.parametrize("name", names())
def test_neither_form_nor_order_of_rows_makes_a_difference(name: str, tmp_path: Path) -> None:
    """Each case of the library is itself as JSON, as a workbook, and with its rows the other way round."""
    case = load_case(path_of(name))
    (tmp_path / "case.json").write_text(to_json(case), "utf-8")
    (tmp_path / "case.xlsx").write_bytes(workbook_of(case))
    folder = tmp_path / "turned"
    folder.mkdir()
    for file in sorted(path_of(name).iterdir()):
        lines = file.read_text("utf-8").splitlines(keepends=True) if file.is_file() else []
        if file.suffix == ".csv" and not any(line.count('"') % 2 for line in lines) and lines[0][:4] != "item":
            lines[1:] = reversed(lines[1:])
        (folder / file.name).write_text("".join(lines), "utf-8")
    for other in (tmp_path / "case.json", tmp_path / "case.xlsx", folder):
        again = load_case(other)
        assert (input_changes(case, again), sealed_changes(case, again)) == ((), ())


def test_a_changed_cell_is_told_with_both_values_and_both_places(tmp_path: Path) -> None:
    """Marks and ranges are part of what is written; the place is the planner's row in each case."""
    header, first, second = WORK.splitlines()
    other = "\n".join([header, second, first.replace("~45% (30%..60%)", "45%")]) + "\n"
    assert changes(tmp_path, {}, {"work": other}) == (
        RowChange(
            "work",
            "Monitoring",
            "changed",
            (
                CellChange(
                    "share: Service Organiser",
                    "~45% (30%..60%)",
                    "45%",
                    "work.csv, row 2, share: Service Organiser",
                    "work.csv, row 3, share: Service Organiser",
                ),
            ),
        ),
    )


def test_blank_not_known_and_nought_are_three_things(tmp_path: Path) -> None:
    """People from ? to 0, and from 2 to blank, are two changes."""
    other = POSTS.replace("7.5,?,", "7.5,0,").replace("1.5,2,", "1.5,,")
    assert told(changes(tmp_path, {}, {"posts": other})) == [
        ("posts", "Service Organiser, South", "changed", {"people": ("?", "0")}),
        ("posts", "Team Manager, North", "changed", {"people": ("2", None)}),
    ]


def test_rows_that_only_one_case_has_are_told_whole(tmp_path: Path) -> None:
    """A block of work that is gone and one that is new, each with its cells."""
    other = WORK.replace("Brokerage,~40%,~-54% (-70%..0%),", "Liaison,~40%,,y")
    found = changes(tmp_path, {"able": None}, {"able": None, "work": other})
    assert told(found) == [
        (
            "work",
            "Brokerage",
            "removed",
            {
                "work": ("Brokerage", None),
                "share: Service Organiser": ("~40%", None),
                "happens": ("~-54% (-70%..0%)", None),
            },
        ),
        (
            "work",
            "Liaison",
            "added",
            {"work": (None, "Liaison"), "share: Service Organiser": (None, "~40%"), "statutory": (None, "y")},
        ),
    ]
    assert [cell.before_at for cell in found[1].cells] == [None] * 3
    assert found[1].cells[0].after_at == "work.csv, row 3, work"


def test_posts_are_known_by_number_before_title(tmp_path: Path) -> None:
    """Number A2 becomes a manager's post in South; nothing is said of A1, and no post comes or goes."""
    other = NUMBERED.replace("A2,Officer,North,1", "A2,Manager,South,2")
    found = changes(tmp_path, {"posts": NUMBERED, **BARE}, {"posts": other, **BARE})
    assert told(found) == [
        (
            "posts",
            "A2, Officer, North",
            "changed",
            {"title": ("Officer", "Manager"), "team": ("North", "South"), "posts": ("1", "2")},
        )
    ]


def test_another_number_is_another_post(tmp_path: Path) -> None:
    """A post with a number never becomes one with another, even where all else is the same."""
    other = NUMBERED.replace("A2", "A3")
    found = changes(tmp_path, {"posts": NUMBERED, **BARE}, {"posts": other, **BARE})
    assert [(c.row, c.change) for c in found] == [("A2, Officer, North", "removed"), ("A3, Officer, North", "added")]


def test_a_post_that_gets_a_number_is_the_same_post(tmp_path: Path) -> None:
    """Without a number on one side it is known by title and team."""
    bare = "title,team,posts\nOfficer,North,1\nOfficer,South,1\n"
    other = "post number,title,team,posts\n,Officer,South,1\nA1,Officer,North,1\n"
    found = changes(tmp_path, {"posts": bare, **BARE}, {"posts": other, **BARE})
    assert told(found) == [("posts", "Officer, North", "changed", {"post number": (None, "A1")})]


def test_rows_of_one_name_go_together_by_what_they_share(tmp_path: Path) -> None:
    """Of three lines of one title, each meets the one that differs least from it; a move of team is a change."""
    before = "title,team,posts,cost\nOfficer,North,1,10\nOfficer,North,2,20\nOfficer,North,3,30\n"
    after = "title,team,posts,cost\nOfficer,North,3,31\nOfficer,East,1,10\nOfficer,North,2,21\n"
    found = changes(tmp_path, {"posts": before, **BARE}, {"posts": after, **BARE})
    assert told(found) == [
        ("posts", "Officer, North", "changed", {"cost": ("20", "21")}),
        ("posts", "Officer, North", "changed", {"cost": ("30", "31")}),
        ("posts", "Officer, North", "changed", {"team": ("North", "East")}),
    ]


def test_many_rows_of_one_name_go_together_in_order(tmp_path: Path) -> None:
    """Beyond the pairs that are set against each other one by one, rows still meet, and none is lost."""
    rows = [f"Officer,North,{number}\n" for number in range(1, 121)]
    before = "title,team,posts\n" + "".join(rows)
    after = "title,team,posts\n" + "".join(row.replace("\n", "000\n") for row in rows)
    found = changes(tmp_path, {"posts": before, **BARE}, {"posts": after, **BARE})
    assert (len(found), {change.change for change in found}) == (120, {"changed"})


def test_the_head_the_limits_and_the_policy_are_told_by_item(tmp_path: Path) -> None:
    """Sheets that are one object have no row's name; an item that is not there is blank."""
    before = {"policy": "item,value\nup allowed,n\n"}
    after = {"limits": "item,value\nceiling,~500000 (400000..600000)\n", "policy": "item,value\nup allowed,y\n"}
    left = load(tmp_path, "a", **before)
    folder = write(tmp_path / "b", {f"{sheet}.csv": text for sheet, text in after.items()})
    (folder / "scenario.yaml").write_text(HEAD.replace("small", "other") + "start: 2026-04-01\n", "utf-8")
    assert told(input_changes(left, load_case(folder))) == [
        ("header", "", "changed", {"name": ("small", "other"), "start": (None, "2026-04-01")}),
        ("limits", "", "changed", {"ceiling": (None, "~500000 (400000..600000)")}),
        ("policy", "", "changed", {"up allowed": ("n", "y")}),
    ]


def test_a_source_of_a_sheet_is_told_once(tmp_path: Path) -> None:
    """Another source for the whole sheet is one change; a cell with a source of its own is one of its own."""
    left, right = (
        write(tmp_path / "a"),
        write(tmp_path / "b", {"posts.csv": POSTS.replace('"76,500"', "76500 [ledger]")}),
    )
    (left / "scenario.yaml").write_text(HEAD + "sources:\n  posts: list of May\n", "utf-8")
    (right / "scenario.yaml").write_text(HEAD + "sources:\n  posts: list of June\n", "utf-8")
    assert told(input_changes(load_case(left), load_case(right))) == [
        ("header", "", "changed", {"source of posts": ("list of May", "list of June")}),
        ("posts", "Team Manager, North", "changed", {"cost": ("76500", "76500 [ledger]")}),
    ]


def test_a_source_said_by_each_row_or_once_for_all_is_the_same(tmp_path: Path) -> None:
    """Only the head's own line differs: every figure has the same source either way."""
    header, *rows = POSTS.splitlines()
    each = "\n".join([f"{header},source", *(f"{row},list of May" for row in rows)]) + "\n"
    left, right = write(tmp_path / "a"), write(tmp_path / "b", {"posts.csv": each})
    (left / "scenario.yaml").write_text(HEAD + "sources:\n  posts: list of May\n", "utf-8")
    assert told(input_changes(load_case(left), load_case(right))) == [
        ("header", "", "changed", {"source of posts": ("list of May", None)}),
    ]


def test_what_is_said_by_name_has_no_order(tmp_path: Path) -> None:
    """Overlays of an option in another order are the same option; another value is told with the cell."""
    head = "option,kind,led by,able\n"
    first = (
        "A,designed,North = outside; South = own lead,Team Manager | Monitoring = 50%; Team Manager | Brokerage = n\n"
    )
    second = (
        "A,designed,South = own lead; North = outside,Team Manager | Brokerage = n; Team Manager | Monitoring = 50%\n"
    )
    given = "as proposed,given,,\n"
    case: dict[str, Content] = {"options": head + first + given}
    assert changes(tmp_path, case, {"options": head + second + given}) == ()


def test_a_workbook_is_told_by_its_cells(tmp_path: Path) -> None:
    """The place of a change in a workbook is the address of the cell."""
    left = load(tmp_path, "a")
    changed = load(tmp_path, "b", posts=POSTS.replace("8,7.5,8,", "8,7,8,"))
    (tmp_path / "b.xlsx").write_bytes(workbook_of(changed))
    (change,) = input_changes(left, load_case(tmp_path / "b.xlsx"))
    (cell,) = change.cells
    assert (cell.before_at, cell.after_at) == ("posts.csv, row 3, fte", "posts!D3, fte")


def test_of_sealed_sheets_only_numbers_of_rows_are_told(tmp_path: Path) -> None:
    """Nothing that stands in a sealed sheet is in what is returned, and it makes no change of the input."""
    head = "characteristic,value,people\n"
    left = load(tmp_path, "a", equality=head + "Sex,Female,17\nAge,55 or over,23\n")
    right = load(tmp_path, "b", equality=head + "Sex,Female,19\nReligion,None,29\n")
    assert sealed_changes(left, right) == (SealedChange("equality", added=1, removed=1, changed=1),)
    assert input_changes(left, right) == ()
