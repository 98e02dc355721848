"""The only file that touches a solver: CP-SAT and HiGHS, both inside ortools, behind one answer.

CP-SAT proves in whole numbers. HiGHS proves in floating point, so its whole variables are rounded and the rest is
solved again in whole numbers with them fixed; what does not hold exactly is not an answer. Limits are counts of work,
never seconds, and each solve starts from a model of its own, so hints cannot pile up (design.md section 5).
Change this when a solver, a parameter or a status changes. Measurements: docs/decisions/0002-engine.md.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from importlib import import_module
from typing import Any

from ortools.sat.python import cp_model

from solver.linear import LinearModel, Row, Term


class _Late:
    """A module that is loaded when something of it is wanted: most problems are small and never ask HiGHS."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, wanted: str) -> Any:
        return getattr(import_module(self._name), wanted)


mathopt = _Late("ortools.math_opt.python.mathopt")
"""About a tenth of a second of loading, of which most commands have no use."""


class Engine(StrEnum):
    """Which solver answers."""

    CP_SAT = "CP-SAT"
    HIGHS = "HiGHS"


class Status(StrEnum):
    """How one solve ended."""

    SETTLED = "settled"
    FOUND = "found"
    INFEASIBLE = "infeasible"
    UNDECIDED = "undecided"


class Stop:
    """A stop that any thread may ask for; the solve under way ends with what it has."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._on_ask: Callable[[], None] | None = None
        self._lock = threading.Lock()

    def ask(self) -> None:
        """Ask for the stop, now and for every later solve."""
        with self._lock:
            self._asked.set()
            if self._on_ask is not None:
                self._on_ask()

    @property
    def asked(self) -> bool:
        """Whether a stop was asked for."""
        return self._asked.is_set()

    def during(self, on_ask: Callable[[], None] | None) -> None:
        """Say how the solve under way is stopped; None when it has ended."""
        with self._lock:
            self._on_ask = on_ask
            if on_ask is not None and self._asked.is_set():
                on_ask()


Progress = Callable[[int, int], None]

NO_BOUND = -(2**62)
"""The bound of a solve that ended before it had one."""


@dataclass(frozen=True)
class Settings:
    """How to solve: engine, seed, and limits in deterministic units.

    `effort` is CP-SAT's deterministic time (about a second of one core each); `nodes` is HiGHS's count of branches.
    `gap` is how far apart HiGHS may leave value and bound, in the objective's unit; what ends so is found, not settled.
    `progress` is called with (value, bound) when CP-SAT finds a better value.
    """

    engine: Engine = Engine.CP_SAT
    seed: int = 0
    effort: float = 60.0
    nodes: int = 200_000
    gap: int = 0
    stop: Stop = field(default_factory=Stop)
    progress: Progress | None = None

    @property
    def why_unsettled(self) -> str:
        """Why a solve ended before its question was settled, in words for planners."""
        return "stopped" if self.stop.asked else "the limit on effort was reached"


@dataclass(frozen=True)
class Answer:
    """Values by variable number (empty when none), the objective they reach, and the least it could be."""

    status: Status
    values: tuple[int, ...] = ()
    value: int = 0
    bound: int = 0


def solve(linear: LinearModel, objective: list[Term], settings: Settings, hint: tuple[int, ...] = ()) -> Answer:
    """Make the objective as small as can be within the rows.

    `hint` is a value per variable (of the variables there were when it was found); it changes speed, not the answer.
    CP-SAT starts from it; HiGHS does not, as it took longer with one (docs/decisions/0002-engine.md).
    """
    if settings.stop.asked:
        return Answer(Status.UNDECIDED, bound=NO_BOUND)
    if settings.engine is Engine.HIGHS:
        return _solve_highs(linear, objective, settings, hint)
    return _solve_cp_sat(linear, objective, settings, hint)


def _cp_sat_model(linear: LinearModel, objective: list[Term], hint: tuple[int, ...]) -> cp_model.CpModel:
    model = cp_model.CpModel()
    variables = [
        model.new_int_var(low, high, name)
        for low, high, name in zip(linear.lows, linear.highs, linear.names, strict=True)
    ]
    for row in linear.rows:
        if _says_nothing(row, linear):
            continue
        total = cp_model.LinearExpr.weighted_sum([variables[v] for _, v in row.terms], [c for c, _ in row.terms])
        low = cp_model.INT_MIN if row.low is None else row.low
        high = cp_model.INT_MAX if row.high is None else row.high
        model.add_linear_expression_in_domain(total, cp_model.Domain(low, high))
    if objective:
        model.minimize(
            cp_model.LinearExpr.weighted_sum([variables[v] for _, v in objective], [c for c, _ in objective])
        )
    for variable, value in zip(variables, hint, strict=False):
        model.add_hint(variable, value)
    return model


def _says_nothing(row: Row, linear: LinearModel) -> bool:
    """Whether a row on one variable follows from its bounds."""
    if len(row.terms) != 1:
        return False
    coefficient, v = row.terms[0]
    ends = sorted((coefficient * linear.lows[v], coefficient * linear.highs[v]))
    return (row.low is None or row.low <= ends[0]) and (row.high is None or ends[1] <= row.high)


class _Watcher(cp_model.CpSolverSolutionCallback):
    """Passes each better value on to whoever shows progress."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress

    def on_solution_callback(self) -> None:
        """Report the value found and the bound so far."""
        self._progress(round(self.objective_value), round(self.best_objective_bound))


_per_thread = threading.local()


def _solver() -> cp_model.CpSolver:
    """One solver object a thread, with its parameters cleared: making one costs more than a small solve."""
    if not hasattr(_per_thread, "solver"):
        _per_thread.solver = cp_model.CpSolver()
    solver: cp_model.CpSolver = _per_thread.solver
    solver.parameters = type(solver.parameters)()
    return solver


def _solve_cp_sat(linear: LinearModel, objective: list[Term], settings: Settings, hint: tuple[int, ...]) -> Answer:
    model = _cp_sat_model(linear, objective, hint)
    solver = _solver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = settings.seed
    solver.parameters.max_deterministic_time = settings.effort
    solver.parameters.catch_sigint_signal = False
    watcher = _Watcher(settings.progress) if settings.progress and objective else None
    settings.stop.during(solver.stop_search)
    if settings.stop.asked:  # while the model was built; CP-SAT forgets a stop from before it starts
        settings.stop.during(None)
        return Answer(Status.UNDECIDED, bound=NO_BOUND)
    status = solver.solve(model, watcher)
    settings.stop.during(None)
    if status == cp_model.MODEL_INVALID:
        raise ValueError(f"the model is not valid: {model.validate()}")
    if status == cp_model.INFEASIBLE:
        return Answer(Status.INFEASIBLE)
    if status == cp_model.UNKNOWN:
        return Answer(Status.UNDECIDED, bound=NO_BOUND)
    values = tuple(solver.response_proto.solution)
    value = sum(c * values[v] for c, v in objective)
    if status == cp_model.OPTIMAL:
        return Answer(Status.SETTLED, values, value, value)
    return Answer(Status.FOUND, values, value, min(value, round(solver.best_objective_bound)))


def _solve_highs(linear: LinearModel, objective: list[Term], settings: Settings, hint: tuple[int, ...]) -> Answer:
    model = mathopt.Model()
    variables = [
        model.add_variable(lb=low, ub=high, is_integer=whole)
        for low, high, whole in zip(linear.lows, linear.highs, linear.whole, strict=True)
    ]
    for row in linear.rows:
        constraint = model.add_linear_constraint(
            lb=float("-inf") if row.low is None else row.low, ub=float("inf") if row.high is None else row.high
        )
        for coefficient, v in row.terms:
            constraint.set_coefficient(variables[v], coefficient)
    for coefficient, v in objective:
        model.objective.set_linear_coefficient(variables[v], coefficient)
    parameters = mathopt.SolveParameters(
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=max(0.5, float(settings.gap)),
        node_limit=settings.nodes,
        random_seed=settings.seed,
    )
    try:
        result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
    except AttributeError:  # how ortools 9.15 passes on HiGHS's "solve error": its own status class lacks a field
        return _solve_cp_sat(linear, objective, settings, hint)
    reason = result.termination.reason
    if reason in (mathopt.TerminationReason.INFEASIBLE, mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED):
        return _solve_cp_sat(linear, objective, settings, hint)  # only whole numbers may say "infeasible"
    dual = result.termination.objective_bounds.dual_bound
    bound = _least_whole(dual) if abs(dual) < -NO_BOUND else NO_BOUND
    if not result.has_primal_feasible_solution():
        return Answer(Status.UNDECIDED, bound=bound)
    found = result.variable_values(variables)
    exact = _completed(linear, objective, settings, [round(value) for value in found])
    if exact.status not in (Status.SETTLED, Status.FOUND):
        return Answer(Status.UNDECIDED, bound=bound)
    settled = reason == mathopt.TerminationReason.OPTIMAL and exact.value <= bound
    return replace(exact, status=Status.SETTLED if settled else Status.FOUND, bound=min(exact.value, bound))


def _least_whole(bound: float) -> int:
    """The least whole number that a floating bound allows, with a millionth of slack for its rounding."""
    slack = 1e-6 * max(1.0, abs(bound) * 1e-3)
    return -int((-(bound - slack)) // 1)


def _completed(linear: LinearModel, objective: list[Term], settings: Settings, rounded: list[int]) -> Answer:
    """Fix the whole variables where HiGHS put them and solve the flows again in whole numbers, stop or no stop."""
    fixed = LinearModel(linear.names, list(linear.lows), list(linear.highs), linear.whole, linear.rows)
    for v, whole in enumerate(linear.whole):
        if whole:
            fixed.lows[v] = fixed.highs[v] = min(max(rounded[v], linear.lows[v]), linear.highs[v])
    return _solve_cp_sat(fixed, objective, replace(settings, progress=None, stop=Stop()), tuple(rounded))
