"""What further sheets would open."""

from pathlib import Path

from scenarios.checking.questions import QUESTIONS, questions_of
from scenarios.schema.case import SEALED_SHEETS
from scenarios.schema.scenario import CARDS, SHEETS
from tests.scenarios.reading.small_case import load


def test_every_sheet_has_one_question() -> None:
    """No sheet of the schema is without its question, and none has two."""
    assert sorted(question.sheet for question in QUESTIONS) == sorted([*SHEETS, *CARDS, *SEALED_SHEETS])
    assert [question.step for question in QUESTIONS] == sorted(question.step for question in QUESTIONS)
    assert all("?" in question.opens for question in QUESTIONS)


def test_a_sheet_that_is_there_opens_nothing(tmp_path: Path) -> None:
    """Rows, a card that says something and a sealed sheet are no longer asked for."""
    more = {"limits.csv": "item,value\nspare fte,1\n", "equality.csv": "characteristic,value,people\nsex,woman,5\n"}
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    before = {question.sheet for question in questions_of(load(tmp_path / "a"))}
    after = {question.sheet for question in questions_of(load(tmp_path / "b", more))}
    assert before - after == {"limits", "equality"}
    assert before & {"posts", "proposed", "work", "able"} == set()
