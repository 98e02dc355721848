"""Who may reach what, along every chain of imports.

The directions between rooms and the one engine are contracts in pyproject.toml (`lint-imports`); here stands what
goes by the names of modules. Sealed tables are read only after a search (design promise: the search sees numbers of
people and nothing about them). Change this when a new sealed table or another engine arrives.
"""

import ast
from pathlib import Path

import grimp
import pytest

from tests.architecture.tree import ROOMS, python_in, syntax

SEALED = frozenset({"sealed", "service", "equality"})


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Return the imports of the three rooms, libraries included."""
    return grimp.build_graph(*ROOMS, include_external_packages=True, cache_dir=None)


def _module(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _is_sealed(module: str) -> bool:
    return any(SEALED & {*part.split("_")} for part in module.split("."))


def _makes_a_problem(tree: ast.Module) -> bool:
    """Say whether a file calls `Problem(...)`, which is to decide what a search will see."""
    called = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(ast.unparse(func).split(".")[-1] == "Problem" for func in called)


def _chains(graph: grimp.ImportGraph, importers: set[str], imported: set[str]) -> list[str]:
    found = (
        graph.find_shortest_chain(importer=importer, imported=target)
        for importer in sorted(importers)
        for target in sorted(imported)
        if importer != target
    )
    return [" -> ".join(chain) for chain in found if chain]


@pytest.mark.parametrize(
    ("module", "sealed"),
    [
        ("scenarios.sealed.bands", True),
        ("scenarios.service", True),
        ("scenarios.equality_table", True),
        ("scenarios.services_shared", False),
        ("solver.search", False),
    ],
)
def test_sealed_modules_are_known_by_name(module: str, sealed: bool) -> None:  # noqa: FBT001 - a table's column
    """The words sealed, service and equality count as whole words of a module's name only."""
    assert _is_sealed(module) is sealed


def test_a_chain_of_imports_is_found() -> None:
    """A sealed module reached through another one is reported with the way to it."""
    graph = grimp.ImportGraph()
    for module in ("solver.search", "scenarios.middle", "scenarios.sealed"):
        graph.add_module(module)
    graph.add_import(importer="solver.search", imported="scenarios.middle")
    graph.add_import(importer="scenarios.middle", imported="scenarios.sealed")
    assert _chains(graph, {"solver.search"}, {"scenarios.sealed"}) == [
        "solver.search -> scenarios.middle -> scenarios.sealed"
    ]


def test_what_the_search_sees_holds_nothing_sealed(graph: grimp.ImportGraph) -> None:
    """Neither the solver nor a module that makes a problem reaches a sealed table, by any chain."""
    solver = {_module(path) for path in python_in("solver")}
    makers = {_module(p) for p in python_in("scenarios", "api") if _makes_a_problem(syntax(p))}
    sealed = {module for module in graph.modules if _is_sealed(module)}
    assert _chains(graph, (solver | makers) & graph.modules, sealed) == []


def test_one_engine_touches_a_solving_library(graph: grimp.ImportGraph) -> None:
    """Only `solver.engine` imports ortools; everything else speaks of rules and goals."""
    users = graph.find_modules_that_directly_import("ortools") if "ortools" in graph.modules else ()
    assert {*users} <= {"solver.engine"}
