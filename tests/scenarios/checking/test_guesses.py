"""What a case rests on: every mark ~ and ? is found wherever it can stand."""

from pathlib import Path

from scenarios.checking.guesses import Guess, guesses_of
from tests.scenarios.reading.small_case import HEAD, load

EVERYWHERE = {
    "scenario.yaml": HEAD + "pension rate: ~18.5% [guess]\nweekly hours: '?'\n",
    "posts.csv": "title,team,grade,posts,fte,people,cost\nOrganiser,North,~PO8,~8 (6..9),7.5,?,1000\n",
    "proposed.csv": None,
    "work.csv": (
        "work,share: Organiser,happens,statutory,source\n"
        "Monitoring,~45% (30%..60%),~-20%,~y,note 1\n"
        "Liaison,,~new 1.5 (1..2) FTE,n,\n"
        "Payments,20%,kept,n,\n"
    ),
    "able.csv": None,
    "options.csv": "option,kind,able\ndesigned,designed,Organiser | Liaison = ~50% [guess]\n",
    "limits.csv": "item,value\nspare fte,~1\n",
}


def _found(folder: Path) -> dict[str, Guess]:
    case = load(folder, EVERYWHERE)
    guesses = guesses_of(case.scenario)
    assert len({guess.figure for guess in guesses}) == len(guesses)
    return {guess.figure: guess for guess in guesses}


def test_every_kind_of_mark_is_found(tmp_path: Path) -> None:
    """Figures, figures by name, phrases, cards, the head, and names or yes/no that are marked; nothing else."""
    assert {figure: guess.value for figure, guess in _found(tmp_path).items()} == {
        "header, pension rate": "~18.5%",
        "header, weekly hours": "?",
        "limits, spare fte": "~1",
        "designed, able: Organiser | Liaison": "~50%",
        "Organiser, grade": "~PO8",
        "Organiser, posts": "~8 (6..9)",
        "Organiser, people": "?",
        "Monitoring, share: Organiser": "~45% (30%..60%)",
        "Monitoring, happens": "~-20%",
        "Monitoring, statutory": "~y",
        "Liaison, happens": "~1.5 (1..2)",
    }


def test_each_says_whether_it_is_known_and_may_move_and_why(tmp_path: Path) -> None:
    """Only a range moves; not known is not assumed; the reason is the figure's own or its row's."""
    found = _found(tmp_path)
    assert [name for name, guess in found.items() if guess.movable] == [
        "Organiser, posts",
        "Monitoring, share: Organiser",
        "Liaison, happens",
    ]
    assert [name for name, guess in found.items() if not guess.known] == ["header, weekly hours", "Organiser, people"]
    assert (found["header, pension rate"].source, found["Monitoring, statutory"].source) == ("guess", "note 1")
    assert found["Organiser, grade"].source == ""


def test_a_rise_is_shown_with_its_sign(tmp_path: Path) -> None:
    """A minus left out by mistake is seen: growth carries a plus, and so do the ends of its range."""
    work = EVERYWHERE["work.csv"]
    assert work is not None
    case = load(tmp_path, {**EVERYWHERE, "work.csv": work.replace("~-20%", "~20% (0%..30%)")})
    shown = {guess.figure: guess.value for guess in guesses_of(case.scenario)}
    assert shown["Monitoring, happens"] == "~+20% (0%..+30%)"
