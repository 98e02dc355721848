"""Every group of routes there is, in the order of the documentation.

Each route names its access rule (access.py); `rules_of` reads them off an app, and a test walks them.
Change this when a group of routes is added: one file in routes/, one line in GROUPS.
"""

from dataclasses import dataclass

from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts

from api.http import entrance, health, pages
from api.http.access import Guarded
from api.http.routes import asking, batches, cases, comparison, events, files, runs, structures, tables

GROUPS: tuple[APIRouter, ...] = (
    health.router,
    entrance.router,
    pages.router,
    cases.router,
    asking.router,
    runs.router,
    events.router,
    files.router,
    tables.router,
    structures.router,
    comparison.router,
    batches.router,
)


@dataclass(frozen=True)
class RouteRule:
    """One route with its access rule; None where a route was made past `routes_of`."""

    path: str
    methods: tuple[str, ...]
    rule: str | None


def rules_of(app: FastAPI) -> list[RouteRule]:
    """Return every route of an app with its access rule, in order of path and method."""
    found = [
        RouteRule(
            path=context.path or "",
            methods=tuple(sorted(context.methods or ())),
            rule=context.original_route.rule.name if isinstance(context.original_route, Guarded) else None,
        )
        for context in iter_route_contexts(app.routes)
    ]
    return sorted(found, key=lambda each: (each.path, each.methods))
