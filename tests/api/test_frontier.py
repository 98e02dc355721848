"""`restructure frontier`: the table of points, the picture, the document, and what is refused.

Change this when trade-offs are asked for or shown in another way.
"""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.frontier_words import trade_off_words
from api.cli.main import app
from api.cli.screen import screen
from scenarios.exploring.frontier_result import Beside, GoalValue, MainFigures, RolePosts, Step, TradeOffs, TradePoint
from scenarios.exploring.result import Explored
from scenarios.reporting.trade_off_chart import trade_off_chart
from scenarios.reporting.trade_offs import beside_text, nothing_to_trade, open_text, step_text, value_text
from tests.scenarios.reading.small_case import write

BURY = "bury-2021"


def pounds(value: float, goal: str = "cost") -> GoalValue:
    """An amount of money."""
    return GoalValue(goal=goal, unit="pounds", value=value)


def people(value: int) -> GoalValue:
    """People displaced."""
    return GoalValue(goal="displaced", unit="people", value=value)


def main(cost: float | None, least: int, most: int | None, fte: float = 0.0, weighted: float = 0.0) -> MainFigures:
    """The main goals of a structure."""
    return MainFigures(
        annual_cost=cost,
        displaced_at_least=least,
        displaced_at_most=most,
        uncovered_fte=fte,
        uncovered_weighted_fte=weighted,
    )


def step(*posts: RolePosts, cost: float | None = 20_000.0, each: float | None = None) -> Step:
    """A step between the first two points."""
    return Step(point=0, against=1, values=(), posts=posts, annual_cost=cost, price_per_post=each, idle_fte=0.0)


def offs(**facts: object) -> TradeOffs:
    """Trade-offs of two points, complete unless a test says otherwise."""
    points = tuple(
        TradePoint(
            structure=n,
            values=(pounds(cost), people(n)),
            main=main(cost, n, 4, 0.5, 2.5),
            least=pounds(cost),
            settled=True,
            chosen=True,
        )
        for n, cost in enumerate((90_000.0, 70_000.0))
    )
    plain: dict[str, object] = {
        "option": "designed",
        "branch": None,
        "status": "answered",
        "reasons": (),
        "goals": ("cost", "displaced"),
        "weighted": False,
        "measured": "cost",
        "tolerance": pounds(1000.0),
        "held": (),
        "points": points,
        "steps": (),
        "beside": (),
        "complete": True,
        "open_share": 0.0,
        "rests_on": (),
    }
    return TradeOffs.model_validate({**plain, **facts})


def explored(*answers: TradeOffs) -> Explored[TradeOffs]:
    """A document of these answers."""
    return Explored[TradeOffs](
        case="c",
        title="A case",
        illustration=False,
        note=None,
        question="frontier",
        option=None,
        structures=(),
        answers=answers,
    )


def test_the_table_says_what_each_step_costs() -> None:
    """Bury: two points, half a post between them, and where the proposal and no change lie."""
    run = CliRunner().invoke(app, ["frontier", BURY])
    assert run.exit_code == 0
    text = " ".join(run.stdout.split())
    assert "Held, as it comes first: work uncovered at 0.11 FTE at most." in text
    assert "against 2: keeps 0.5 FTE of Integrated Commissioning Officer, drops 1" in text
    assert "£5,500 a year more" in text
    assert "Every point is known" in text
    assert "Point Annual cost People displaced Work uncovered Step" in text
    assert "1 £863,000 0 to 18 0.11 FTE against 2" in text
    assert "as proposed: annual cost £788,000; people displaced 2 to 18; work uncovered 2.11 FTE. No point" in text
    assert "points 1 and 2 displace no more people and leave no more work, but cost more." in text
    assert "at the least, if every claim succeeds" in text
    assert "On these assumed figures: limits, span high;" in text


def test_one_document_on_the_standard_output() -> None:
    """With --json structures stand once, and points and what lies beside them name them by position."""
    run = CliRunner().invoke(app, ["frontier", BURY, "--goals", "displaced, posts changed", "--json"])
    assert run.exit_code == 0
    found = json.loads(run.stdout)
    assert (found["question"], found["case"], found["option"]) == ("frontier", BURY, "designed")
    (answer,) = found["answers"]
    assert answer["goals"] == ["displaced", "posts_changed"]
    named = [row["structure"] for row in (*answer["points"], *answer["beside"])]
    assert sorted(named) == list(range(len(found["structures"])))


def test_the_picture_is_written(tmp_path: Path) -> None:
    """With -o a page, the document and the picture; the same again is the same bytes."""
    folder = tmp_path / "out"
    for _ in range(2):
        run = CliRunner().invoke(app, ["frontier", BURY, "-o", str(folder)])
        assert run.exit_code == 0
        names = sorted(file.name for file in folder.iterdir())
        assert names == ["frontier.html", "frontier.json", "frontier.svg"]
    picture = (folder / "frontier.svg").read_text("utf-8")
    assert picture.startswith("<svg")
    assert "as proposed" in picture


@pytest.mark.parametrize(
    ("goals", "said"),
    [
        ("cost", "trade-offs are between two or three different goals"),
        ("cost,cost", "trade-offs are between two or three different goals"),
        ("cost,displaced,uncovered,moved_down", "trade-offs are between two or three different goals"),
        ("cost,displacd", "did you mean 'displaced'?"),
        ("cost,xyz", "there is no goal 'xyz'."),
    ],
)
def test_other_goals_are_refused(goals: str, said: str) -> None:
    """Wrong goals end with exit code 2 and with the goals there are."""
    run = CliRunner().invoke(app, ["frontier", BURY, "--goals", goals])
    assert run.exit_code == 2
    assert said in run.stderr
    assert "The goals are: uncovered, displaced, cost, moved_down, job_changed, posts_changed" in run.stderr


def test_a_case_without_a_design_is_refused(tmp_path: Path) -> None:
    """Exit code 2 where nothing is to be designed, 3 where the data have faults."""
    run = CliRunner().invoke(app, ["frontier", "wandsworth-2015"])
    assert run.exit_code == 2
    faulty = write(tmp_path / "case", {"posts.csv": "title,posts\nOfficer,many\n"})
    assert CliRunner().invoke(app, ["frontier", str(faulty)]).exit_code == 3


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            step(RolePosts(role="Aide", posts=1, fte=1.0), each=20_000.0),
            "keeps 1 Aide post (1 FTE): £20,000 a year more",
        ),
        (
            step(RolePosts(role="Aide", posts=2, fte=2.0), each=10_000.0),
            "keeps 2 Aide posts (2 FTE): £20,000 a year more, £10,000 for each post",
        ),
        (
            step(RolePosts(role="Aide", posts=0, fte=0.5), RolePosts(role="Lead", posts=-1, fte=-1.0), cost=-3_000.0),
            "keeps 0.5 FTE of Aide, drops 1 Lead post (1 FTE): £3,000 a year less",
        ),
        (step(RolePosts(role="Aide", posts=-1, fte=-1.0), cost=None), "drops 1 Aide post (1 FTE): cost not known"),
        (step(cost=500.0), "the same posts by role, elsewhere: £500 a year more"),
    ],
)
def test_steps_in_words(told: Step, said: str) -> None:
    """What is kept and dropped by role, and a price of posts."""
    assert step_text(told) == said


NO_MORE = "No point matches it on cost, people displaced and work at once: "


@pytest.mark.parametrize(
    ("matched", "but_for", "said"),
    [
        (None, {}, "Its cost is not known, so no point is set against it."),
        ((), {}, "Every point is worse than it on at least two of cost, people displaced and work."),
        (
            (),
            {"displaced": (11, 12, 13), "cost": (0,)},
            (
                f"{NO_MORE}point 1 displaces no more people and leaves no more work, but costs more; "
                "points 12 to 14 cost no more and leave no more work, but displace more people."
            ),
        ),
        (
            (),
            {"uncovered": (1, 4)},
            f"{NO_MORE}points 2 and 5 cost no more and displace no more people, but leave more work.",
        ),
        ((0,), {}, "Point 1 costs no more, displaces no more people and leaves no more work."),
        ((0, 2), {}, "Points 1 and 3 cost no more, displace no more people and leave no more work."),
        ((1, 2, 3), {"cost": (0,)}, "Points 2 to 4 cost no more, displace no more people and leave no more work."),
        ((0, 2, 3, 4), {}, "Points 1 and 3 to 5 cost no more, displace no more people and leave no more work."),
    ],
)
def test_where_an_option_lies_in_words(
    matched: tuple[int, ...] | None, but_for: dict[str, tuple[int, ...]], said: str
) -> None:
    """All three main goals of an option, and which points are worse on which of them, counted from 1."""
    one = Beside(
        option="given",
        structure=0,
        values=(pounds(5.0), GoalValue(goal="moved_down", unit="people", value=3)),
        main=main(5.0, 2, 7, 1.5, 4.5),
        rules_not_kept=2,
        matched_by=matched,
        matched_but_for=but_for,
    )
    begun = "given (rules not kept: 2): annual cost £5; people displaced 2 to 7; work uncovered 1.5 FTE"
    moved = "people moved down a grade 3"
    assert beside_text(one, weighted=False) == f"{begun}; {moved}. {said}"
    assert beside_text(one, weighted=True) == f"{begun}; 4.5 weighted FTE; {moved}. {said}"


def test_what_is_open_in_words() -> None:
    """Complete, by how much not, and nothing known at all."""
    assert open_text(offs()) == (
        "Every point is known. For any other structure that keeps the rules, one of these points is no higher on "
        "people displaced, and on annual cost no higher or at most £1,000 higher."
    )
    assert "keeps the rules and what is held, one" in open_text(offs(held=(people(2),)))
    assert open_text(offs(tolerance=pounds(0.0))).endswith("points is no higher on annual cost and people displaced.")
    assert open_text(offs(complete=False, open_share=0.0312)) == "Not settled: 3.1% of what lies around them is open."
    assert open_text(offs(complete=False, open_share=1e-9)).startswith("Not settled: under 0.1%")
    assert open_text(offs(complete=False, open_share=None)) == "Not settled."
    assert value_text(GoalValue(goal="uncovered", unit="FTE", value=0.5)) == "0.5 FTE"
    assert value_text(GoalValue(goal="uncovered", unit="weighted FTE", value=2.5)) == "2.5 weighted FTE"


def test_one_point_is_nothing_to_trade() -> None:
    """One point alone: that is said, with the goals to ask for instead, other than those asked."""
    one = {"points": offs().points[:1]}
    told = nothing_to_trade(offs(**one))
    assert told.startswith("There is one point, so nothing to trade between annual cost and people displaced")
    assert told.endswith("ask for --goals cost,uncovered, or for --goals uncovered,displaced,cost.")
    pair = nothing_to_trade(offs(**one, goals=("uncovered", "cost")))
    assert pair.endswith("would change, ask for --goals uncovered,displaced,cost.")
    assert "ask for" not in nothing_to_trade(offs(**one, goals=("uncovered", "displaced", "cost")))
    assert nothing_to_trade(offs()) == ""
    assert nothing_to_trade(offs(**one, complete=False)) == ""
    assert told in screened(offs(**one))


def screened(answer: TradeOffs) -> str:
    """An answer as the screen shows it, its spaces run together."""
    console = screen()
    with console.capture() as captured:
        for part in trade_off_words(explored(answer)):
            console.print(part)
    return " ".join(captured.get().split())


def test_time_undone_and_its_weighted_count_are_told_apart() -> None:
    """Where work has weights the FTE column is the time itself, and the goal's count has a heading and a sentence."""
    told = screened(offs(weighted=True))
    assert "Point Annual cost People displaced Work uncovered Weighted FTE Step" in told
    assert "£90,000 0 to 4 0.5 FTE 2.5" in told
    assert "'weighted FTE' is work uncovered as this goal counts it" in told
    assert "eighted" not in screened(offs())


def test_the_axis_of_the_picture_says_weighted() -> None:
    """An axis of weighted FTE is titled so."""
    points = tuple(
        point.model_copy(
            update={"values": (pounds(5.0 - n), GoalValue(goal="uncovered", unit="weighted FTE", value=n))}
        )
        for n, point in enumerate(offs().points)
    )
    picture = trade_off_chart(explored(offs(goals=("cost", "uncovered"), points=points, weighted=True)))
    assert "Work uncovered, weighted FTE" in picture.svg
    assert "work uncovered 1 weighted FTE" in picture.words


def test_a_point_not_settled_says_how_low_it_may_be() -> None:
    """The bound stands behind the step, and reasons before the table; an answer without points has no table."""
    points = offs().points
    loose = points[0].model_copy(update={"settled": False, "least": pounds(85_000.0)})
    answer = offs(points=(loose, points[1]), complete=False, open_share=0.2, status="undecided", reasons=("Stopped.",))
    parts = list(trade_off_words(explored(answer)))
    assert len(parts) > len(list(trade_off_words(explored(offs(points=(), reasons=("None.",))))))


def test_the_picture_in_words() -> None:
    """Few points are listed, many are given by their ends; what squeezes the picture is told and not drawn."""
    far = Beside(
        option="no change",
        structure=2,
        values=(pounds(900_000.0), people(0)),
        main=main(900_000.0, 0, 0),
        rules_not_kept=0,
        matched_by=(),
        matched_but_for={},
    )
    picture = trade_off_chart(explored(offs(beside=(far,), branch="Band A")))
    assert picture.words == (
        "Trade-offs between annual cost and people displaced. designed (Band A): annual cost £90,000, people displaced "
        "0; annual cost £70,000, people displaced 1. Beside them: no change: annual cost £900,000, people displaced 0."
    )
    assert "Beyond this picture: no change (annual cost £900,000, people displaced 0)" in picture.svg
    assert "Beyond" not in trade_off_chart(explored(offs())).svg
    many = offs(points=offs().points * 3)
    assert "6 points from annual cost £90,000" in trade_off_chart(explored(many)).words
    assert trade_off_chart(explored(offs(points=()))).words == "No point was found."
