"""What may vary in stress runs: only what the designer knows how to vary.

Change this when something else may be varied (limits.py, STRESS_NAMES).
"""

from collections.abc import Iterator

from scenarios.schema import fault_kinds
from scenarios.schema.columns import Kind
from scenarios.schema.faults import Fault
from scenarios.schema.limits import STRESS_NAMES
from scenarios.schema.nearness import meant
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places
from scenarios.schema.units import shown


def unknown_variations(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield a fault for every stress figure whose name is not known, and for leavers below nought."""
    for name, figure in sorted(scenario.limits.stress_basis_points.items()):
        spot = places.spot("limits", 0, f"stress: {name}")
        if name not in STRESS_NAMES:
            yield Fault.at(spot, name, fault_kinds.not_a_choice(name, STRESS_NAMES, meant(name, STRESS_NAMES)))
        elif name == "leavers" and figure.bounds is not None and figure.bounds[0] < 0:
            yield Fault.at(spot, shown(figure, Kind.PERCENT), fault_kinds.negative(f"stress: {name}"))
