"""A draft whose report says what its lists say has no doubt, whatever its numbers or the order of its rows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.schema.doubts import doubts_of
from scenarios.schema.tables import Places
from tests.scenarios.proofreading.clean import clean_sheets, draft_of, equality_of, found

EVEN = st.integers(10, 30).map(lambda half: half * 2)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(EVEN, min_size=3, max_size=3), st.lists(st.integers(0, 30).map(lambda n: n * 2), min_size=3, max_size=3)
)
def test_a_clean_draft_has_no_doubt(today: list[int], later: list[int]) -> None:
    """Any numbers of posts, all held and all costed alike, with a report that adds them up: nothing is said."""
    before, after = [2, *today], [2, *later]
    risk = sum(old for old, new in zip(before, after, strict=True) if new < old)
    draft = draft_of(clean_sheets(before, after), equality=equality_of(risk) if risk else [])
    assert found(draft) == ()
    assert doubts_of(draft.scenario, Places()) == []


def test_rows_in_another_order_say_the_same() -> None:
    """A slip is told in the same words, but for the number of its row."""
    sheets = clean_sheets()
    sheets["posts"][1]["people"] = {"basis": "unknown"}
    told = []
    for turn in range(5):
        mixed = {sheet: [*rows[turn:], *rows[:turn]] for sheet, rows in sheets.items()}
        told.append(sorted((d.code, d.sheet, d.column, d.value) for d in found(draft_of(mixed, equality=[]))))
    assert told[0]
    assert all(each == told[0] for each in told)
