"""On what was measured: date, versions, size and load of the machine.

Change this when another library takes part in the bench.
"""

import json
import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

OURS = ("restructure-designer", "ortools")
OTHERS = ("pyaugmecon", "highspy", "pyomo", "cpmpy", "ortools")
ASK = """
import json, platform
from importlib.metadata import PackageNotFoundError, version
found = {"Python": platform.python_version()}
for name in %r:
    try:
        found[name] = version(name)
    except PackageNotFoundError:
        pass
print(json.dumps(found))
"""


def versions_of(python: str) -> dict[str, str]:
    """Versions of what another Python has for the bench; empty where it does not run."""
    try:
        done = subprocess.run([python, "-c", ASK % (OTHERS,)], capture_output=True, text=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return {}
    found: dict[str, str] = json.loads(done.stdout)
    return found


def head(others: Mapping[str, str], *, minutes: float, loads: tuple[float, float]) -> list[str]:
    """What a table of timings is worth nothing without.

    Args: versions in the other environment; minutes it all took; how many processes ran or waited, before and after.
    """
    ours = {"Python": platform.python_version(), **{name: version(name) for name in OURS}}
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    beside = _told(others) if others else "not installed"
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {gigabytes:.0f} GB"
    loaded = f"load {loads[0]:.1f} before, {loads[1]:.1f} after"
    return [
        f"{datetime.now(UTC).date()}, {minutes:.0f} minutes; {machine}; {loaded}.",
        f"{_told(ours)}. In an environment of their own: {beside}.",
    ]


def load() -> float:
    """How many processes ran or waited over the last minute."""
    return os.getloadavg()[0]


def record(lines: Sequence[str], page: Path) -> None:
    """Put the latest run into a page, between its two marks."""
    text = page.read_text("utf-8")
    before, begun, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not begun or not ended:
        raise ValueError(f"{page}: no {BEGIN} ... {END}")
    page.write_text("\n".join([before + begun, "", *lines, "", ended + after]), "utf-8")


BEGIN = "<!-- latest run -->"
END = "<!-- end of the latest run -->"


def _told(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in versions.items())
