"""What is written reads back as the same case: folder to JSON to folder.

Change this when a sheet or a kind of cell is added: give the strategy below something of it.
"""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.reading.json_document import from_json, to_json
from scenarios.reading.load import load_case
from scenarios.reading.writing import folder_files, write_folder
from scenarios.schema.canonical import with_sources
from scenarios.schema.case import Case
from scenarios.schema.scenario import Scenario
from scenarios.schema.sealed import Sealed
from tests.scenarios.reading.small_case import load

TITLES = ["Team Manager", "Officer (Adults, North)", "Source", "share: odd", "work: odd", "Régie d'équipe"]
WORKS = ["Monitoring", "source", "work: odd", "Roles", "A & B"]
TEAMS = ["North", "South", "Central"]
PLAIN = st.text(alphabet="abc ,\"'\n;:%~?()é-", min_size=1, max_size=20).map(str.strip).filter(bool)
SOURCES = st.none() | st.sampled_from(["para 7", "table 2; row 3"])


def _figure(least: int, most: int) -> st.SearchStrategy[dict[str, Any]]:
    """Figures as JSON, with or without range, mark and source."""
    number = st.integers(least, most)

    def make(value: int | None, ends: tuple[int, int] | None, basis: str, source: str | None) -> dict[str, Any]:
        if value is None and ends is None:
            return {"basis": "unknown", "source": source}
        known = [part for part in (value, *(ends or ())) if part is not None]
        span = {"low": min(known), "high": max(known)} if ends else {}
        return {"value": value, **span, "basis": basis, "source": source}

    bases = st.sampled_from(["published", "assumed", "derived"])
    return st.builds(make, st.none() | number, st.none() | st.tuples(number, number), bases, SOURCES)


def _posts() -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries(
        {"title": st.sampled_from(TITLES), "milli_fte": _figure(0, 40_000)},
        optional={
            "team": st.sampled_from(TEAMS),
            "cost_pence": _figure(0, 10**9),
            "people": _figure(0, 50),
            "contract": st.sampled_from(["permanent", "agency"]),
            "counts_to_ceiling": st.booleans(),
            "change": st.sampled_from([{"kind": "held"}, {"kind": "transferred", "to": "North"}]),
            "since_date": st.dates(date(1990, 1, 1), date(2000, 1, 1)).map(str),
            "until_date": st.dates(date(2000, 1, 1), date(2050, 1, 1)).map(str),
            "source": SOURCES,
            "unknown": st.sampled_from([[], ["grade"], ["grade", "employer"]]),
        },
    )
    marked = row.map(lambda r: {**r, "assumed": ["title", *(["team"] if "team" in r else [])]})
    return st.lists(row | marked, min_size=1, max_size=4)


def _work() -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries(
        {},
        optional={
            "happens": st.sampled_from(
                [
                    {"kind": "ends", "change_basis_points": {"value": -10_000, "basis": "assumed"}},
                    {"kind": "changes", "change_basis_points": {"value": -5400, "low": -7000, "high": 0}},
                    {"kind": "new", "new_milli_fte": {"value": 1500, "source": "para 9"}},
                ]
            ),
            "statutory": st.booleans(),
            "split": st.booleans(),
            "level": st.sampled_from(["strategic", "operational"]),
            "least": _figure(0, 5),
            "source": SOURCES,
        },
    )
    names = st.lists(st.sampled_from(WORKS), unique=True, max_size=4)
    return names.flatmap(lambda some: st.tuples(*(_named(row, name) for name in some)).map(list))


def _named(row: st.SearchStrategy[dict[str, Any]], name: str) -> st.SearchStrategy[dict[str, Any]]:
    return row.map(lambda rest: {"work": name, **rest})


def _options() -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries(
        {"option": st.sampled_from(["A", "Two teams; north, south".replace(";", ",")]), "kind": st.just("designed")},
        optional={
            "reason": PLAIN,
            "standing": st.sampled_from(["live", "set aside"]),
            "absorbed_milli_fte": _figure(0, 3000),
            "from_date": st.just("2015-04-01"),
        },
    )
    return st.lists(row, max_size=2, unique_by=lambda r: r["option"])


def _quoted() -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries(
        {"what": st.sampled_from(["Saving", "Officers", "Grade, as printed"])},
        optional={
            "where": PLAIN,
            "measure": st.sampled_from(["saving", "pay scale", "roles listed", "equality finding"]),
            "of": st.sampled_from(TITLES),
            "part_of": st.sampled_from(["Total", "part of"]),
            "year": st.just(2015),
            "from_date": st.just("2015-10-26"),
            "until_date": st.just("2016-03-31"),
            "months": st.integers(0, 14),
            "price_base": st.just("2014/15"),
            "amount_pence": _figure(-(10**9), 10**9),
            "milli_fte": _figure(0, 40_000),
            "count": _figure(0, 50),
            "grade": st.just("Grade 5"),
            "spine": st.just("njc-2009"),
            "bottom_point": st.just(24),
            "top_point": st.just(28),
            "pay_low_pence": _figure(0, 10**6),
            "pay_high_pence": _figure(10**6, 10**7),
            "listed": st.lists(st.sampled_from(TITLES), max_size=3),
            "says": PLAIN,
            "source": SOURCES,
        },
    )
    return st.lists(row, max_size=3)


def _calendar() -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries(
        {"step": st.sampled_from(["Talks", "Committee", "Consultation (30 days)"])},
        optional={
            "kind": st.sampled_from(["consultation", "HR1", "ring-fences", "other"]),
            "on": st.lists(st.sampled_from(["posts", "grades", "ring-fences"]), max_size=2),
            "from_date": st.just("2015-10-01"),
            "until_date": st.just("2015-10-30"),
            "days": st.integers(1, 90),
            "source": SOURCES,
        },
    )
    undated = row.map(lambda r: {k: v for k, v in r.items() if k != "from_date"} | {"unknown": ["from_date"]})

    def chained(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [rows[0], *({**row, "after": rows[0]["step"]} for row in rows[1:])] if rows else []

    return st.lists(row | undated, max_size=3, unique_by=lambda r: r["step"]).map(chained)


def _cost_centres() -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries(
        {"cost_centre": st.just("A1"), "amount_pence": _figure(-(10**9), 10**9)},
        optional={
            "pay_pence": _figure(0, 10**9),
            "insurance_pence": _figure(0, 10**9),
            "pension_pence": _figure(0, 10**9),
        },
    )
    return st.lists(row, max_size=1)


_REPORT = {"quoted": _quoted, "calendar": _calendar, "cost_centres": _cost_centres}
"""Sheets about what a draft report prints."""


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Cases of a few rows, whose names refer to each other as they must."""
    posts, work = draw(_posts()), draw(_work())
    titles, names = sorted({row["title"] for row in posts}), [row["work"] for row in work]
    for row in work:
        row["share_basis_points"] = {title: draw(_figure(0, 1000)) for title in titles if draw(st.booleans())}
    able = [
        {"role": title, "work_basis_points": {name: draw(_figure(0, 10_000)) for name in names if draw(st.booleans())}}
        for title in titles
    ]
    document = {
        "header": {
            "name": "small",
            "title": draw(PLAIN),
            "authority": "Council",
            "years": [2014, 2015],
            "pension_basis_points": draw(_figure(0, 3000)),
            "sources": draw(st.sampled_from([{}, {"posts": "para 7", "limits": "para 9", "scenario": "cover"}])),
        },
        "posts": posts,
        "work": work,
        "able": able,
        "options": draw(_options()),
        **{sheet: draw(rows()) for sheet, rows in _REPORT.items()},
        "limits": draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "spare_milli_fte": _figure(0, 2000),
                    "ceiling_year": st.just(2015),
                    "goals": st.just([{"name": "cost", "within": 150}, {"name": "displaced"}]),
                    "stress_basis_points": st.fixed_dictionaries({"pay award": _figure(-500, 500)}),
                    "source": SOURCES,
                },
            )
        ),
        "policy": draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "up_allowed": st.booleans(),
                    "redundancy_multiplier_hundredths": _figure(100, 300),
                    "unknown": st.just(["selection_by_team"]),
                    "name": PLAIN,
                },
            )
        ),
    }
    sealed = Sealed.model_validate({"equality": [{"characteristic": "sex", "value": "men", "people": {"value": 6}}]})
    return Case(with_sources(Scenario.model_validate(document)), sealed)


def _back(case: Case) -> Case:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(case, Path(folder) / "case")
        return load_case(Path(folder) / "case")


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_folder_and_json_hold_the_same_case(case: Case) -> None:
    """Case to folder to JSON to folder: nothing is lost and nothing is added, down to mark and source."""
    from_folder = _back(case)
    from_document = from_json(to_json(from_folder))
    again = _back(from_document)
    assert (from_folder.scenario, from_folder.sealed) == (case.scenario, case.sealed)
    assert (from_document.scenario, from_document.sealed) == (case.scenario, case.sealed)
    assert folder_files(again) == folder_files(from_folder)


def test_a_folder_with_files_is_not_written_over(tmp_path: Path) -> None:
    """Writing a case into a folder that holds something is refused."""
    case = load(tmp_path)
    with pytest.raises(FileExistsError):
        write_folder(case, tmp_path / "case")
