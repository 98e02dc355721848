"""An HR extract to step 1 of a case: columns guessed, holders counted, persons dropped, posts written.

Rules: design.md section 3 (`import hr`). What is returned and written holds facts about posts and numbers of people; a
column is kept only if it is named as one to keep, and nothing of any other column leaves this room.
Change this when an import hands out something more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from pathlib import Path

from scenarios.importing import import_doubts
from scenarios.importing.blank_grades import blank_grades
from scenarios.importing.establishment import Establishment, Totals
from scenarios.importing.extract import Extract, clean, header_key
from scenarios.importing.extract_files import read_extract
from scenarios.importing.guess import Guess, guess_columns, without_names
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.kept_cells import KeptColumn, kept_words
from scenarios.importing.mapping import Mapping, mapping_text
from scenarios.importing.marks_of_rows import SPOKEN, found_in
from scenarios.importing.names_in_text import Names, names_of, rows_that_name
from scenarios.importing.post_figures import read_figures
from scenarios.importing.posts_file import MAPPING, POSTS, PostCells, in_order, posts_csv
from scenarios.importing.records import Standing, read_records
from scenarios.importing.short_titles import short_titles
from scenarios.importing.spellings import Fold
from scenarios.importing.team_paths import TeamPaths, read_team_paths
from scenarios.importing.unused_columns import ends_not_used, looks_needed
from scenarios.importing.uses import KEPT_WORDS, KNOWN_HEADERS, SEVERAL, Use
from scenarios.importing.written_head import sealed_head
from scenarios.reading.collector import collector_paused
from scenarios.reading.folder import HEAD
from scenarios.reading.yaml_text import write_yaml
from scenarios.schema.faults import ScenarioFaults

SOURCE = "HR extract"
UNNAMED_AUTHORITY = "Authority to be named"
DEFAULT_TITLE = "Posts today, from an HR extract"


@dataclass(frozen=True)
class HrImport:
    """What an HR extract came to."""

    form: str
    """How the file was read: encoding and separator, or the sheet of a workbook."""
    guesses: tuple[Guess, ...]
    standings: Map[Standing, int]
    """Rows by how they are counted; together the rows of the extract."""
    left_out: Map[str, int]
    """Rows that are no records, by what they are."""
    lines: tuple[PostCells, ...]
    totals: Totals
    folds: tuple[Fold, ...]
    doubts: tuple[RowsDoubt, ...]
    told: Mapping
    head: Map[str, str]
    paths: TeamPaths | None = None
    """The teams, where they are written as paths."""

    def files(self, name: str) -> dict[str, str]:
        """Return the text of the files of a case, by name.

        Args:
            name: the short name of the case.

        Raises:
            ScenarioFaults: there are more posts than a case may have.
        """
        columns = {guess.label: guess.use for guess in self.guesses}
        note = {"note": TWICE_COUNTED} if self.totals.heads < self.totals.people else {}
        return {
            HEAD: sealed_head(write_yaml({"name": name, **self.head, **note, "sources": {"posts": SOURCE}})),
            POSTS: posts_csv(in_order(self.lines), SOURCE),
            **({} if self.paths is None else self.paths.files()),
            MAPPING: mapping_text(columns, self.told),
        }


TWICE_COUNTED = (
    "In the HR extract somebody holds more than one post and is counted in each: numbers of people at risk and for "
    "section 188 may count such people twice. Take this line out when posts.csv counts them once."
)
"""A case holds people by post and cannot tell them apart; without a number, as posts.csv may be changed afterwards."""


def import_hr(path: Path, told: Mapping) -> HrImport:
    """Return what an HR extract comes to.

    Args:
        path: the extract, CSV or .xlsx.
        told: what the planner's mapping says.

    Raises:
        ScenarioFaults: the extract or the mapping cannot be used; carries every fault found.
    """
    with collector_paused():
        return _counted(path, told)


def _counted(path: Path, told: Mapping) -> HrImport:
    """Return what an extract comes to; its cells are gone by the time the collector looks again."""
    extract, doubts = read_extract(path, KNOWN_HEADERS)
    return count_extract(extract, told, doubts)


def count_extract(extract: Extract, told: Mapping, doubts: tuple[RowsDoubt, ...] = ()) -> HrImport:
    """Return what an extract that was read comes to.

    Args:
        extract: the extract.
        told: what the planner's mapping says.
        doubts: what was odd about reading it.

    Raises:
        ScenarioFaults: no titles, or the mapping does not fit; carries every fault found.
    """
    guesses, faults = guess_columns(extract, told)
    if faults:
        raise ScenarioFaults(faults)
    names = names_of(((guess.use, extract.columns[guess.index]) for guess in guesses), told.not_names)
    guesses = without_names(guesses, names)
    paths = _team_paths(extract, guesses, names, whole=told.whole_team_path)
    kept = _kept(extract, guesses, names, paths=paths)
    by_use = {guess.use: guess for guess in guesses if guess.use not in SEVERAL}
    figures, figure_doubts = read_figures(extract, by_use)
    records = read_records(extract, guesses, told)
    words = {use: column.cells for use, column in kept.items()}
    establishment = Establishment(extract, records, words, figures)
    lines = establishment.lines()
    found = [
        *doubts,
        *(doubt for column in kept.values() for doubt in column.doubts),
        *figure_doubts,
        *records.doubts,
        *establishment.doubts(),
        *looks_needed(extract, guesses),
        *ends_not_used(extract, records, figures, until=by_use.get(Use.UNTIL)),
        *blank_grades(extract, words, by_use),
        *short_titles(extract, words[Use.TITLE], column=by_use[Use.TITLE].label, lines=lines),
        *_free_texts(extract, guesses, names),
        *_left_out(extract),
    ]
    return HrImport(
        form=extract.form,
        guesses=guesses,
        standings=dict(Counter(records.standing)),
        left_out=dict(Counter(what for what, _ in extract.left_out)),
        lines=tuple(lines),
        totals=establishment.totals(lines),
        folds=tuple(fold for column in kept.values() for fold in column.folds),
        doubts=tuple(sorted(found, key=lambda doubt: doubt.order)),
        told=told,
        head=_head(told, words.get(Use.EMPLOYER, ())),
        paths=paths,
    )


def _kept(
    extract: Extract, guesses: tuple[Guess, ...], names: Names, *, paths: TeamPaths | None
) -> dict[Use, KeptColumn]:
    """Return the kept columns of words, by what they are; that of teams with what is said about paths."""
    kept = {
        guess.use: kept_words(extract, guess, names, column=paths.column if paths and guess.use is Use.TEAM else None)
        for guess in guesses
        if guess.use in KEPT_WORDS or guess.use is Use.POST_NUMBER
    }
    if paths is not None:
        kept[Use.TEAM] = replace(kept[Use.TEAM], doubts=(*paths.doubts, *kept[Use.TEAM].doubts))
    return kept


def _team_paths(extract: Extract, guesses: tuple[Guess, ...], names: Names, *, whole: bool) -> TeamPaths | None:
    """Return the teams read as paths, or None where they are none or the mapping keeps them whole."""
    team = next((guess for guess in guesses if guess.use is Use.TEAM), None)
    return None if team is None or whole else read_team_paths(extract, team.index, team.label, names=names)


def _head(told: Mapping, employers: tuple[str, ...]) -> dict[str, str]:
    """Return what the head of the case says: from the mapping, else the one employer there is, else to be named."""
    known = {employer for employer in employers if employer}
    authority = told.head.get("authority") or (known.pop() if len(known) == 1 else UNNAMED_AUTHORITY)
    head = {"title": told.head.get("title") or DEFAULT_TITLE, "authority": authority}
    if told.as_at is not None:
        head["date"] = told.as_at.isoformat()
    if "price base" in told.head:
        head["price base"] = told.head["price base"]
    return head


def _free_texts(extract: Extract, guesses: tuple[Guess, ...], names: Names) -> list[RowsDoubt]:
    """Return doubts about free texts: where a person is named, and what they speak of that would change a count."""
    doubts = []
    for guess in guesses:
        if guess.use is not Use.FREE_TEXT:
            continue
        column = extract.columns[guess.index]
        named = [extract.numbers[index] for index in rows_that_name(column, names, by_look=True)]
        if named:
            words = import_doubts.names_in_free_text()
            doubts.append(RowsDoubt.at(words, extract.label, column=guess.label, rows=named))
        said = {cell: found_in(header_key(clean(cell))) for cell in set(column)}
        spoken = frozenset().union(*said.values())
        for mark in (mark for mark in SPOKEN if mark in spoken):
            rows = [number for number, cell in zip(extract.numbers, column, strict=True) if mark in said[cell]]
            words = import_doubts.free_text_speaks(mark.value)
            doubts.append(RowsDoubt.at(words, extract.label, column=guess.label, rows=rows))
    return doubts


def _left_out(extract: Extract) -> list[RowsDoubt]:
    """Return doubts about rows that are no records and lines above the header."""
    rows: dict[str, list[int]] = {}
    for what, row in extract.left_out:
        rows.setdefault(what, []).append(row)
    if extract.above:
        rows["lines above the header"] = list(range(1, extract.above + 1))
    return [RowsDoubt.at(import_doubts.left_out(what), extract.label, rows=found) for what, found in rows.items()]


def case_name(folder: Path) -> str:
    """Return the short name of a case kept in a folder: its name in small letters, words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", folder.resolve().name.casefold())) or "case"
