"""Messy workbooks give their faults and doubts at their cells, hostile ones are refused, and none breaks anything.

Change this when the designer learns to tell another kind of mess.
"""

import random
import tracemalloc
from pathlib import Path

import pytest

from scenarios.reading.load import load_case
from scenarios.reading.unpack import MAX_WORKBOOK_BYTES
from scenarios.reading.workbook import open_workbook
from scenarios.reading.workbook_trouble import WORKBOOK_DOUBTS, WORKBOOK_FAULTS
from scenarios.schema.case import Case
from scenarios.schema.faults import CellTrouble, Doubt, Fault, ScenarioFaults, Trouble
from tests.scenarios.reading.messy_workbooks import FILE, Messy, Told, hostile, messy, plain
from tests.scenarios.reading.spreadsheets import parts_of, zip_of

MESSY, HOSTILE = messy(), hostile()


def _told(troubles: tuple[Trouble, ...]) -> list[Told]:
    return sorted((trouble.sheet, trouble.code, trouble.cell) for trouble in troubles)


def _read(content: bytes, folder: Path) -> tuple[Case | None, tuple[Fault, ...], tuple[Doubt, ...]]:
    path = folder / FILE
    path.write_bytes(content)
    try:
        case = load_case(path)
    except ScenarioFaults as found:
        return None, found.faults, found.doubts
    return case, (), case.doubts


@pytest.mark.parametrize("each", [m for m in MESSY if not m.faults], ids=lambda each: each.name)
def test_a_messy_workbook_loads_and_says_what_is_odd(each: Messy, tmp_path: Path) -> None:
    """Nothing is lost, and every doubt and sheet not read is told, at its cell."""
    case, faults, doubts = _read(each.content, tmp_path)
    assert faults == ()
    assert case is not None
    assert (_told(doubts), case.not_read) == (sorted(each.doubts), each.not_read)


@pytest.mark.parametrize("each", [*(m for m in MESSY if m.faults), *HOSTILE], ids=lambda each: each.name)
def test_what_nobody_can_know_is_a_fault(each: Messy, tmp_path: Path) -> None:
    """Each fault is told once, at its cell, in words; hostile files end in one fault about the file."""
    case, faults, _ = _read(each.content, tmp_path)
    assert case is None
    assert _told(faults) == sorted(each.faults)
    assert all(fault.message for fault in faults)


def test_every_kind_of_workbook_trouble_is_reached() -> None:
    """No kind of fault or doubt about workbooks exists that these files do not reach."""
    codes = {code for each in (*MESSY, *HOSTILE) for _, code, _ in each.faults}
    assert {*WORKBOOK_FAULTS} <= codes
    assert {*WORKBOOK_DOUBTS} <= {code for each in MESSY for _, code, _ in each.doubts}


def test_there_are_enough_kinds_of_mess() -> None:
    """Every file has a name of its own, and there are at least 60 of them."""
    names = [each.name for each in (*MESSY, *HOSTILE)]
    assert len({*names}) == len(names) >= 60


def test_a_merged_name_is_every_rows(tmp_path: Path) -> None:
    """What a planner sees merged over rows is read for each of them."""
    (each,) = (each for each in MESSY if each.name == "a team merged over its rows")
    case, _, _ = _read(each.content, tmp_path)
    assert case is not None
    assert [post.team for post in case.scenario.posts] == ["North", "North", "South"]


def test_numbers_are_exact(tmp_path: Path) -> None:
    """Noise of adding up and exponents change nothing; a formula is rounded half up to the penny, and said."""
    wanted = {"the noise of adding up": (7_500, 31_500_000), "a number in exponents": (7_500, 31_500_000)}
    wanted |= {"a formula finer than pence": (7_500, 67), "numbers kept as text": (7_500, 31_500_000)}
    for each in (each for each in MESSY if each.name in wanted):
        case, _, _ = _read(each.content, tmp_path)
        assert case is not None
        post = case.scenario.posts[1]
        assert post.milli_fte is not None
        assert post.cost_pence is not None
        assert (post.milli_fte.value, post.cost_pence.value) == wanted[each.name]


def test_a_large_file_is_not_opened(tmp_path: Path) -> None:
    """Size is looked at before reading."""
    with (tmp_path / FILE).open("wb") as file:
        file.truncate(MAX_WORKBOOK_BYTES + 1)
    with pytest.raises(ScenarioFaults) as found:
        load_case(tmp_path / FILE)
    assert [fault.code for fault in found.value.faults] == ["too-big"]


def test_a_file_made_to_grow_takes_little_memory() -> None:
    """Neither a part packed a thousandfold nor a far cell makes room for what it claims to hold."""
    growing = [each for each in HOSTILE if each.name in ("a part packed a thousandfold", "one far cell")]
    tracemalloc.start()
    for each in growing:
        with pytest.raises(CellTrouble):
            open_workbook(each.content).read(["case", "posts"])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(growing) == 2
    assert peak < 8_000_000


@pytest.mark.parametrize("seed", range(60))
def test_bytes_changed_at_random_break_nothing(seed: int, tmp_path: Path) -> None:
    """Whatever stands in the parts of a workbook, it is read or refused as a fault; another exception fails this."""
    chance = random.Random(seed)  # noqa: S311 - which bytes are changed is no secret
    parts = parts_of(plain())
    name = chance.choice([n for n in sorted(parts) if n.startswith("xl/") and "theme" not in n])
    part = bytearray(parts[name])
    for _ in range(chance.choice((1, 3, 10))):
        at = chance.randrange(len(part))
        match chance.randrange(3):
            case 0:
                part[at] = chance.choice(b'<>/"=& 09AZaz')
            case 1:
                del part[at : at + chance.randrange(1, 30)]
            case _:
                part[at:at] = part[chance.randrange(len(part)) :][:20]
    case, faults, _ = _read(zip_of({**parts, name: bytes(part)}), tmp_path)
    assert (case is None) == bool(faults)
