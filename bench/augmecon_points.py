"""PyAUGMECON 2 with HiGHS on rows read as JSON: cost, measured, against people displaced, one whole step at a time.

Run in a Python of its own (3.12 or later) with `pyaugmecon[highs]`: `python bench/augmecon_points.py < rows.json`. It
prints its points and the seconds of the clock. It imports nothing of ours.
Change this when PyAUGMECON's interface changes.
"""

import json
import multiprocessing
import sys
import tempfile
import time

from pyaugmecon import PyAugmecon, PyAugmeconConfig
from pyomo.environ import ConcreteModel, ConstraintList, Integers, ObjectiveList, Var, minimize


def model_of(told: dict) -> ConcreteModel:
    """The rows as a Pyomo model with two goals, cost first."""
    model = ConcreteModel()
    model.v = Var(range(len(told["bounds"])), within=Integers)
    for n, (low, high) in enumerate(told["bounds"]):
        model.v[n].setlb(low)
        model.v[n].setub(high)
    model.kept = ConstraintList()
    for terms, low, high in told["rows"]:
        if terms:
            model.kept.add((low, sum(c * model.v[n] for c, n in terms), high))
    model.obj_list = ObjectiveList()
    for terms in told["goals"]:
        model.obj_list.add(expr=sum(c * model.v[n] for c, n in terms), sense=minimize)
    return model


def main() -> None:
    """Read the rows, walk, and print one line of JSON."""
    multiprocessing.set_start_method(
        "spawn", force=True
    )  # as PyAUGMECON starts its workers; its locks follow the default
    told = json.load(sys.stdin)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        config = PyAugmeconConfig(
            mode="exact",
            workers=told["workers"],
            objective_order="given",
            solver_name="highs",
            # Its points come from one solve each of cost plus a small weight on what the limit leaves over.
            solver_options={"mip_rel_gap": 0.0, "mip_abs_gap": 0.0},
            artifact_folder=folder,
            write_csv=False,
            progress_bar=False,
            log_to_console=False,
        )
        found = PyAugmecon(model_of(told), config).solve()
    points = sorted([round(displaced), round(cost)] for cost, displaced in found.points)
    print(json.dumps({"points": points, "seconds": round(time.perf_counter() - started, 4)}))


if __name__ == "__main__":
    main()
