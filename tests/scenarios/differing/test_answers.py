"""What comes out of two cases otherwise, from comparisons made by hand."""

from scenarios.comparing import result as r
from scenarios.differing.answers import AnswerChange, FactChange, answer_changes
from scenarios.differing.facts import PARTS, facts_of
from tests.api.build import NEED, POSTS, body, bounds, comparison, head, structure


def one(**changes: object) -> r.Comparison:
    """A comparison of one given structure with some of its body changed."""
    return comparison(structure(head("as proposed", "given"), body(**changes)))


def test_the_same_answers_have_no_difference() -> None:
    """One of everything against itself, also with another digest and another ledger source."""
    assert answer_changes(comparison(), comparison()) == ()
    other = one(ledger=()).structures[0]
    moved = other.model_copy(update={"provenance": other.provenance.model_copy(update={"input_digest": "ef" * 32})})
    assert answer_changes(one(), comparison(moved)) == ()


def test_a_figure_that_changes_is_told_with_both_values() -> None:
    """Cost and saving, each with its unit; nothing else is told."""
    (change,) = answer_changes(one(), one(annual_cost=350_000.0, saving=None))
    assert change == AnswerChange(
        "as proposed",
        None,
        None,
        "changed",
        (
            FactChange("money", "", "cost a year", "pounds", "changed", 349_000.0, 350_000.0),
            FactChange("money", "", "saving", "pounds", "changed", 386_500.0, None),
        ),
    )


def test_structures_that_only_one_has_are_told() -> None:
    """By option, branch and anchor: a third anchor is new, an option is gone."""
    people = structure(head("model A", "designed", anchor="people_first", bounds=bounds()), body())
    money = structure(head("model A", "designed", anchor="money_first", bounds=bounds()), body())
    given = structure(head("as proposed", "given", branch="Band A"), body())
    assert answer_changes(comparison(given, people), comparison(people, money)) == (
        AnswerChange("as proposed", "Band A", None, "removed"),
        AnswerChange("model A", None, "money_first", "added"),
    )


def test_lines_and_findings_come_and_go() -> None:
    """Posts by team and role, and findings by rule and place; two findings of one rule at one place stay two."""
    span = r.FindingLine(rule="span", place="Central", amount=2, message="1 manager to 14 reports in Central")
    again = span.model_copy(update={"message": "1 manager to 15 reports in Central"})
    lines = POSTS["lines"]
    assert isinstance(lines, tuple)
    two, none = r.VerdictLine(ok=False, findings=(span, again)), r.VerdictLine(ok=True, findings=())
    (change,) = answer_changes(one(), one(lines=lines[:1], verdict=two))
    told = [(f.part, f.name, f.measure, f.change, f.before, f.after) for f in change.facts]
    assert told == [
        ("posts", "Support, Central", "posts", "removed", 5, None),
        ("posts", "Support, Central", "FTE", "removed", 4.5, None),
        ("posts", "Support, Central", "grade", "removed", None, None),
        ("posts", "Support, Central", "cost a year", "removed", None, None),
        ("finding", "span, Central", "says", "added", None, span.message),
        ("finding", "span, Central (2)", "says", "added", None, again.message),
    ]
    assert answer_changes(one(verdict=none), one()) == ()


def test_what_must_be_true_is_told_by_assumption() -> None:
    """A break that moved is one change of one figure."""
    before = structure(head("A", "designed", depends_on=(NEED,)), body())
    moved = NEED.model_copy(update={"breaks_at": "-25%"})
    after = structure(head("A", "designed", depends_on=(moved,)), body())
    (change,) = answer_changes(comparison(before), comparison(after))
    assert [(f.part, f.measure, f.before, f.after) for f in change.facts] == [("must be true", "at", "-33%", "-25%")]


def test_a_structure_that_is_no_longer_there_loses_every_figure() -> None:
    """Designed before, infeasible now: the status, the reason, and all that was counted."""
    before = structure(head("A", "designed", anchor="people_first"), body())
    after = structure(head("A", "infeasible", anchor="people_first", reasons=("Nothing fits.",)))
    (change,) = answer_changes(comparison(before), comparison(after))
    kinds = {(f.part, f.change) for f in change.facts}
    assert {("answer", "changed"), ("why none", "added"), ("totals", "removed"), ("people", "removed")} <= kinds
    assert {f.part for f in change.facts if f.change == "added"} == {"why none"}


def test_every_part_has_its_turn() -> None:
    """Whatever a result says belongs to a part that is told, in the order of the parts."""
    found = {fact.part for each in comparison().structures for fact in facts_of(each)}
    assert found <= {*PARTS}
    for each in comparison().structures:
        parts = [
            PARTS.index(fact.part) for fact in facts_of(each) if fact.part not in ("not known", "note", "why none")
        ]
        assert parts == sorted(parts)
